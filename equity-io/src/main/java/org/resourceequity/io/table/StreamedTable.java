package org.resourceequity.io.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Notices;

/** A table over any source of rows: finds the header, checks the rows, reports damage. */
final class StreamedTable implements Table {

  private static final int HEADER_WITHIN = 20;

  private final Rows.Source source;
  private final Header header;
  private final Notices notices;
  private final Object lock = new Object();
  private long noticedLine;
  private boolean noticedDamage;

  private StreamedTable(Rows.Source source, Header header, Notices notices) {
    this.source = source;
    this.header = header;
    this.notices = notices;
  }

  /** Reads the first rows to find the header. */
  static StreamedTable of(Rows.Source source, Notices notices) throws IOException {
    return new StreamedTable(source, findHeader(source), notices);
  }

  private static Header findHeader(Rows.Source source) throws IOException {
    List<Cells> first = new ArrayList<>();
    DamageException damage = null;
    try (Rows rows = source.open()) {
      Cells cells = rows.next();
      while (cells != null && first.size() < HEADER_WITHIN) {
        if (cells.filled() > 0) {
          first.add(cells);
        }
        cells = rows.next();
      }
    } catch (DamageException e) {
      damage = e;
    }
    int widest = first.stream().mapToInt(Cells::filled).max().orElse(0);
    for (Cells cells : first) {
      if (cells.filled() >= Math.max(2, 0.6 * widest)) {
        return new Header(cells);
      }
    }
    String name =
        source.sheet() == null ? source.file() : source.file() + '[' + source.sheet() + ']';
    if (damage != null) {
      throw new TableException(
          name, "has no row before it breaks off: " + damage.problem(), "a complete file", damage);
    }
    if (first.isEmpty()) {
      throw new TableException(name, "is empty", "a table with a header row");
    }
    throw new TableException(
        name,
        "has no header row",
        "two or more column names in one of the first " + HEADER_WITHIN + " rows");
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
  public List<String> header() {
    return header.names();
  }

  @Override
  public long headerLine() {
    return header.line();
  }

  @Override
  public void forEach(RowConsumer consumer) throws IOException {
    try (Rows rows = source.open()) {
      long lastLine = header.line();
      while (true) {
        Cells cells;
        try {
          cells = rows.next();
        } catch (DamageException damage) {
          notice(damage, lastLine);
          return;
        }
        if (cells == null) {
          return;
        }
        if (cells.line() > header.line() && (cells.filled() > 0 || cells.uncalculated() >= 0)) {
          check(cells);
          consumer.accept(new Row(header, cells));
          lastLine = cells.line();
        }
      }
    }
  }

  private void check(Cells cells) {
    synchronized (lock) {
      if (cells.line() <= noticedLine) {
        return;
      }
      noticedLine = cells.line();
    }
    checkFormulas(cells);
    if (cells.size() < header.width() && !source.ragged()) {
      notice(
          Notice.Severity.WARNING,
          "short-row",
          "the row has too few fields, the missing ones are read as empty",
          cells.line(),
          String.valueOf(cells.size()),
          header.width() + " fields");
    }
    if (cells.width() > header.names().size()) {
      notice(
          Notice.Severity.WARNING,
          "long-row",
          "the row has more fields than the header, the extra ones have no name",
          cells.line(),
          cells.get(cells.width() - 1),
          header.names().size() + " fields");
    }
  }

  private void checkFormulas(Cells cells) {
    int column = cells.uncalculated();
    if (column >= 0) {
      notices.add(
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
    notices.add(new Notice(severity, code, message, file(), sheet(), line, null, value, expected));
  }
}
