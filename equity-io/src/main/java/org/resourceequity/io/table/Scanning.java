package org.resourceequity.io.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One pass over the rows of a large text: each consumer has a thread and takes blocks of rows. */
final class Scanning {

  /** Decides about rows that are not as the header says. */
  @FunctionalInterface
  interface Oddities {

    /** Tells whether the row is handed on. */
    boolean accept(Cells row);
  }

  private final ByteText text;
  private final Header header;
  private final String first;
  private final Oddities oddities;
  private final Runnable notDecoded;
  private final String file;
  private long lastLine;
  private @Nullable DamageException damage;

  Scanning(String file, ByteText text, Header header, Oddities oddities, Runnable notDecoded) {
    this.file = file;
    this.text = text;
    this.header = header;
    this.first = header.names().isEmpty() ? "" : Texts.strip(header.names().get(0));
    this.oddities = oddities;
    this.notDecoded = notDecoded;
    lastLine = header.lastLine();
  }

  /** Returns the last line that was read. */
  synchronized long lastLine() {
    return lastLine;
  }

  /** Returns why the text ended early, if it did. */
  synchronized @Nullable DamageException damage() {
    return damage;
  }

  void run(List<? extends RowConsumer> consumers) throws IOException {
    try (Blocks blocks = text.open()) {
      if (consumers.size() == 1) {
        part(blocks, consumers.get(0));
      } else {
        parts(blocks, consumers);
      }
    }
  }

  private void parts(Blocks blocks, List<? extends RowConsumer> consumers) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(consumers.size());
    try {
      List<Future<?>> parts = new ArrayList<>();
      for (RowConsumer consumer : consumers) {
        parts.add(
            threads.submit(
                () -> {
                  part(blocks, consumer);
                  return null;
                }));
      }
      for (Future<?> part : parts) {
        part.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("reading \"" + file + "\" was interrupted");
    } catch (ExecutionException e) {
      throw thrown(e.getCause());
    } finally {
      // What fails or stops in one thread stops the others.
      threads.shutdownNow();
    }
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

  private void part(Blocks blocks, RowConsumer consumer) throws IOException {
    Blocks.Block block = new Blocks.Block();
    ByteRow row = text.row(header, notDecoded);
    long last = 0;
    try {
      while (blocks.next(block)) {
        row.begin(block);
        while (row.next()) {
          Interrupts.check(file);
          if (row.line() > header.lastLine() && (isUsual(row) || isAccepted(row))) {
            consumer.accept(row);
          }
        }
        last = row.line();
      }
      end(last, null);
    } catch (DamageException e) {
      end(last, e);
    }
  }

  private boolean isUsual(ByteRow row) {
    if (row.size() != header.names().size()) {
      return false;
    }
    String begins = row.get(0);
    return !begins.isEmpty() && !begins.equals(first);
  }

  private boolean isAccepted(ByteRow row) {
    Cells cells = row.cells();
    return !cells.isBlank() && oddities.accept(cells);
  }

  private synchronized void end(long line, @Nullable DamageException why) {
    lastLine = Math.max(lastLine, line);
    damage = why == null ? damage : why;
  }
}
