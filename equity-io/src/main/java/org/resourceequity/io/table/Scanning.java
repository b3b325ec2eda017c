package org.resourceequity.io.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One pass over the rows of a large text, or over parts of it by a thread each. */
final class Scanning {

  /** Decides about rows that are not as the header says. */
  @FunctionalInterface
  interface Oddities {

    /** Tells whether the row of a part is handed on. */
    boolean accept(int part, Cells row);
  }

  private final ByteText text;
  private final Header header;
  private final String first;
  private final Oddities oddities;
  private final Runnable notDecoded;

  Scanning(ByteText text, Header header, Oddities oddities, Runnable notDecoded) {
    this.text = text;
    this.header = header;
    this.first = header.names().isEmpty() ? "" : Texts.strip(header.names().get(0));
    this.oddities = oddities;
    this.notDecoded = notDecoded;
  }

  /** How a pass ended: at which line, and why, if that is not the end of the text. */
  record End(long line, @Nullable DamageException damage) {}

  /** Hands all rows to one consumer. */
  End all(RowConsumer consumer) throws IOException {
    try (ByteRow row = text.open(header, notDecoded)) {
      return part(0, row, consumer, header.lastLine());
    }
  }

  /**
   * Hands each part of the text to a consumer. Returns how many lines are before each part and, at
   * last, in all; nothing if the text cannot be divided so.
   */
  List<Long> parts(List<? extends RowConsumer> consumers) throws IOException {
    List<FileBytes.Range> ranges = text.ranges(consumers.size());
    Told told = new Told(text.progress(), ranges);
    ExecutorService threads = Executors.newFixedThreadPool(ranges.size());
    try {
      List<Future<Long>> parts = new ArrayList<>();
      for (int i = 0; i < ranges.size(); i++) {
        parts.add(threads.submit(part(i, ranges.get(i), told.ofPart(), consumers.get(i))));
      }
      List<Long> lines = new ArrayList<>(List.of(0L));
      for (Future<Long> part : parts) {
        long ofPart = part.get();
        if (ofPart < 0) {
          return List.of();
        }
        lines.add(lines.get(lines.size() - 1) + ofPart);
      }
      return lines;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("reading \"" + text.file() + "\" was interrupted");
    } catch (ExecutionException e) {
      throw thrown(e.getCause());
    } finally {
      // What fails or stops in one thread stops the others.
      threads.shutdownNow();
    }
  }

  /** Returns the number of lines of a part; negative if it does not end with a row. */
  private Callable<Long> part(
      int number, FileBytes.Range range, Progress progress, RowConsumer consumer) {
    return () -> {
      try (ByteRow row = text.open(range, progress, header, notDecoded)) {
        long above = number == 0 ? header.lastLine() : 0;
        return part(number, row, consumer, above).damage == null && row.endsWithLine()
            ? row.lines()
            : -1;
      }
    };
  }

  private static IOException thrown(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException checked ? checked : new IOException(cause);
  }

  private End part(int number, ByteRow row, RowConsumer consumer, long above) throws IOException {
    try {
      while (row.next()) {
        Interrupts.check(text.file());
        if (row.line() > above && (isUsual(row) || isAccepted(number, row))) {
          consumer.accept(row);
        }
      }
      return new End(row.line(), null);
    } catch (DamageException e) {
      return new End(row.line(), e);
    }
  }

  private boolean isUsual(ByteRow row) {
    if (row.size() != header.names().size()) {
      return false;
    }
    String begins = row.get(0);
    return !begins.isEmpty() && !begins.equals(first);
  }

  private boolean isAccepted(int part, ByteRow row) {
    Cells cells = row.cells();
    return !cells.isBlank() && oddities.accept(part, cells);
  }

  /** Adds up what the threads tell of their parts. */
  private static final class Told {
    private final Progress progress;
    private final long total;
    private long bytes;

    private Told(Progress progress, List<FileBytes.Range> ranges) {
      this.progress = progress;
      total = ranges.get(ranges.size() - 1).to();
    }

    private Progress ofPart() {
      long[] before = {0};
      return (file, now, ofPart) -> tell(file, before, now);
    }

    private synchronized void tell(String file, long[] before, long now) {
      bytes += now - before[0];
      before[0] = now;
      progress.at(file, bytes, total);
    }
  }
}
