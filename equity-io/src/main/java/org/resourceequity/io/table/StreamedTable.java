package org.resourceequity.io.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Notices;

/** A table over any source of rows: finds the header, checks the rows, reports damage. */
final class StreamedTable implements Table {

  private final Rows.Source source;
  private final Header header;
  private final Notices notices;
  private final Object lock = new Object();
  private @Nullable Shape unnoticed;
  private long noticedLine;
  private boolean noticedDamage;
  private boolean noticedEncoding;

  private StreamedTable(Rows.Source source, Shape shape, Notices notices) throws IOException {
    this.source = source;
    this.header = HeaderFinder.find(source, shape);
    this.notices = notices;
    this.unnoticed = shape;
  }

  /** Reads the first rows to find the header. */
  static StreamedTable of(Rows.Source source, Shape shape, Notices notices) throws IOException {
    StreamedTable table = new StreamedTable(source, shape, notices);
    table.checkHeader();
    return table;
  }

  @Override
  public String file() {
    return source.file();
  }

  @Override
  public @Nullable String sheet() {
    return source.sheet();
  }

  @Override
  public Medium medium() {
    return source.medium();
  }

  @Override
  public Table as(Shape shape) throws IOException {
    return new StreamedTable(source.cut(shape), shape, notices);
  }

  @Override
  public List<String> header() {
    return header.names();
  }

  @Override
  public long headerLine() {
    return header.line();
  }

  @Override
  public void forEach(RowConsumer consumer) throws IOException {
    checkHeader();
    Optional<ByteText> text = source.byteText();
    if (text.isPresent()) {
      scan(text.get(), consumer);
      return;
    }
    try (Pass pass = new Pass(true)) {
      for (Row row = pass.next(); row != null; row = pass.next()) {
        consumer.accept(row);
      }
    }
  }

  private void scan(ByteText text, RowConsumer consumer) throws IOException {
    Scanning.End end =
        new Scanning(text, header, (part, cells) -> isRow(cells), this::noticeEncoding)
            .all(consumer);
    if (end.damage() != null) {
      notice(end.damage(), end.line());
    }
  }

  private boolean isRow(Cells cells) {
    if (isNew(cells)) {
      check(cells, notices);
    }
    return !header.isRepeatedBy(cells);
  }

  @Override
  public boolean isDivisible() {
    return source.byteText().map(ByteText::hasRanges).orElse(false);
  }

  @Override
  public List<Long> forEachPart(List<? extends RowConsumer> consumers) throws IOException {
    ByteText text = source.byteText().filter(ByteText::hasRanges).orElse(null);
    if (text == null) {
      return List.of();
    }
    checkHeader();
    List<Notices> ofParts = Stream.generate(Notices::new).limit(consumers.size()).toList();
    Scanning pass =
        new Scanning(
            text,
            header,
            (part, cells) -> {
              check(cells, ofParts.get(part));
              return !header.isRepeatedBy(cells);
            },
            this::noticeEncoding);
    List<Long> lines = pass.parts(consumers);
    synchronized (lock) {
      if (!lines.isEmpty() && noticedLine == 0) {
        for (int i = 0; i < lines.size() - 1; i++) {
          notices.addAll(ofParts.get(i).below(lines.get(i)));
        }
        noticedLine = Long.MAX_VALUE;
      }
    }
    return lines;
  }

  private void noticeEncoding() {
    synchronized (lock) {
      if (noticedEncoding) {
        return;
      }
      noticedEncoding = true;
    }
    notice(
        Notice.Severity.INFO,
        "encoding-windows-1252",
        "fields that are not UTF-8 were read as Windows-1252",
        0,
        null,
        null);
  }

  @Override
  public List<Row> head(int most) throws IOException {
    List<Row> head = new ArrayList<>();
    try (Pass pass = new Pass(false)) {
      for (Row row = most < 1 ? null : pass.next(); row != null; row = pass.next()) {
        head.add(row);
        if (head.size() == most) {
          return head;
        }
      }
    }
    return head;
  }

  /** One pass over the rows below the header. */
  private final class Pass implements Closeable {
    private final Rows rows = source.open();
    private final boolean noticing;
    private long lastLine = header.lastLine();

    private Pass(boolean noticing) throws IOException {
      this.noticing = noticing;
    }

    /** Returns the next row; nothing at the end or where the file is damaged. */
    private @Nullable Row next() {
      while (true) {
        Interrupts.check(file());
        Cells cells;
        try {
          cells = rows.next();
        } catch (DamageException damage) {
          if (noticing) {
            notice(damage, lastLine);
          }
          return null;
        }
        if (cells == null) {
          return null;
        }
        if (cells.line() > header.lastLine() && !cells.isBlank()) {
          if (noticing && isNew(cells)) {
            check(cells, notices);
          }
          lastLine = cells.line();
          if (!header.isRepeatedBy(cells)) {
            return new TextRow(header, cells);
          }
        }
      }
    }

    @Override
    public void close() throws IOException {
      rows.close();
    }
  }

  private void checkHeader() {
    Shape shape;
    synchronized (lock) {
      shape = unnoticed;
      unnoticed = null;
    }
    if (shape == null) {
      return;
    }
    if (header.line() == 0 && shape.isFound()) {
      notice(
          Notice.Severity.INFO,
          "no-header",
          "there is no header row; the columns are named by their place",
          0,
          null,
          null);
    }
    if (header.lastLine() > header.line() && header.line() > 0) {
      notice(
          Notice.Severity.INFO,
          "joined-header",
          "the header has several rows, which were joined",
          header.line(),
          null,
          null);
    }
    if (!header.repeated().isEmpty()) {
      notice(
          Notice.Severity.INFO,
          "repeated-name",
          "columns have the same name; the second is called \"name (2)\"",
          header.line(),
          header.repeated().get(0),
          null);
    }
  }

  private boolean isNew(Cells cells) {
    synchronized (lock) {
      boolean isNew = cells.line() > noticedLine;
      noticedLine = Math.max(noticedLine, cells.line());
      return isNew;
    }
  }

  private void check(Cells cells, Notices to) {
    if (header.isRepeatedBy(cells)) {
      notice(
          to,
          Notice.Severity.INFO,
          "repeated-header",
          "the row says the header again and is left out",
          cells.line(),
          null,
          null);
      return;
    }
    checkFormulas(cells, to);
    if (cells.size() < header.width() && !source.ragged()) {
      notice(
          to,
          Notice.Severity.WARNING,
          "short-row",
          "the row has too few fields, the missing ones are read as empty",
          cells.line(),
          String.valueOf(cells.size()),
          header.width() + " fields");
    }
    if (cells.width() > header.names().size()) {
      notice(
          to,
          Notice.Severity.WARNING,
          "long-row",
          "the row has more fields than the header, the extra ones have no name",
          cells.line(),
          cells.get(cells.width() - 1),
          header.names().size() + " fields");
    }
  }

  private void checkFormulas(Cells cells, Notices to) {
    int column = cells.uncalculated();
    if (column >= 0) {
      to.add(
          new Notice(
              Notice.Severity.WARNING,
              "formula-without-value",
              "the file holds a formula but not its result, which is read as empty",
              file(),
              sheet(),
              cells.line(),
              column < header.names().size() ? header.names().get(column) : null,
              null,
              "a workbook saved by a program that calculates"));
    }
  }

  private void notice(DamageException damage, long lastLine) {
    synchronized (lock) {
      if (noticedDamage) {
        return;
      }
      noticedDamage = true;
    }
    notice(
        Notice.Severity.ERROR,
        damage.code(),
        damage.problem() + "; the last good line is " + lastLine + ", nothing after it was read",
        lastLine,
        null,
        null);
  }

  private void notice(
      Notice.Severity severity,
      String code,
      String message,
      long line,
      @Nullable String value,
      @Nullable String expected) {
    notice(notices, severity, code, message, line, value, expected);
  }

  private void notice(
      Notices to,
      Notice.Severity severity,
      String code,
      String message,
      long line,
      @Nullable String value,
      @Nullable String expected) {
    to.add(new Notice(severity, code, message, file(), sheet(), line, null, value, expected));
  }
}
