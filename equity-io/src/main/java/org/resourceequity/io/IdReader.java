package org.resourceequity.io;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.table.Row;

/** Reads ids from the rows of one table and repairs them. */
final class IdReader {

  private static final Pattern EXPONENT = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d+");
  private static final Pattern EXCEL_TEXT = Pattern.compile("=\"(.*)\"");
  private static final Pattern DECIMAL = Pattern.compile("\\d+\\.0+");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern WORD = Pattern.compile("\\w+");

  /** Reads one id: empty if there is none, null if it is damaged beyond repair. */
  interface Reader {
    @Nullable String read(Row row);
  }

  private final Columns columns;
  private final Reading reading;
  // One reader per column and width, so that a damaged id is noticed once per row.
  private final Map<List<Object>, Reader> byColumn = new HashMap<>();
  private long turn;

  IdReader(Columns columns, Reading reading) {
    this.columns = columns;
    this.reading = reading;
  }

  /** Says that what is read from here on is another row. */
  void nextRow() {
    turn++;
  }

  /** Returns the reader of an id. */
  Reader of(Id id) {
    if (id instanceof Id.Column column) {
      return of(column, false);
    }
    if (id instanceof Id.Always always) {
      return row -> always.code();
    }
    if (id instanceof Id.Joined joined) {
      return joined(joined.parts().stream().map(this::of).toList());
    }
    if (id instanceof Id.Cut cut) {
      Reader of = of(cut.of());
      return row -> {
        String code = of.read(row);
        return code == null || code.length() < cut.to()
            ? (code == null || code.isEmpty() ? code : null)
            : code.substring(cut.from(), cut.to()) + cut.suffix();
      };
    }
    if (id instanceof Id.Postal postal) {
      Reader of = of(postal.of());
      return row -> {
        String code = of.read(row);
        return code == null ? null : States.postal(code);
      };
    }
    Id.OrElse either = (Id.OrElse) id;
    Reader first =
        either.first() instanceof Id.Column column ? of(column, true) : of(either.first());
    Reader second = of(either.second());
    return row -> {
      String code = first.read(row);
      return code == null || code.isEmpty() ? second.read(row) : code;
    };
  }

  private Reader of(Id.Column column, boolean replaceable) {
    return byColumn.computeIfAbsent(
        List.of(columns.place(column.field()), column.width(), column.prefix(), replaceable),
        key -> new ColumnReader(column, replaceable));
  }

  private static Reader joined(List<Reader> parts) {
    return row -> {
      StringBuilder whole = new StringBuilder();
      for (Reader part : parts) {
        String code = part.read(row);
        if (code == null || code.isEmpty()) {
          return code;
        }
        whole.append(code);
      }
      return whole.toString();
    };
  }

  /** Says that a row has no id. */
  void missing(Row row, Id id) {
    List<Field> fields = id.fields();
    reading.notice(
        Severity.ERROR,
        "missing-id",
        "there is no id here: " + beginning(row),
        row,
        fields.isEmpty() ? null : columns.name(fields.get(0)),
        "",
        "an id");
  }

  private static String beginning(Row row) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < row.size() && text.length() < 60; i++) {
      text.append(text.length() == 0 || row.get(i).isEmpty() ? "" : ", ").append(row.get(i));
    }
    return text.toString();
  }

  private final class ColumnReader implements Reader {
    private final Field field;
    private final int place;
    private final int width;
    private final @Nullable Pattern prefix;
    private final boolean replaceable;
    private long row = -1;
    private String raw = "";
    private @Nullable String id = "";

    private ColumnReader(Id.Column column, boolean replaceable) {
      this.replaceable = replaceable;
      field = column.field();
      place = columns.place(field);
      width = column.width();
      prefix = column.prefix().isEmpty() ? null : Pattern.compile("^(?:" + column.prefix() + ")");
    }

    @Override
    public @Nullable String read(Row of) {
      if (row == turn) {
        return id;
      }
      String text = place < 0 ? "" : of.get(place);
      // The rows of a long table repeat their ids; a good id is good again.
      boolean same = text.equals(raw) && text.equals(id);
      row = turn;
      if (!same) {
        raw = text;
        id = isPlain(text) ? text : repaired(of, text);
      }
      return id;
    }

    private boolean isPlain(String text) {
      if (text.length() != width || prefix != null) {
        return text.isEmpty();
      }
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) < '0' || text.charAt(i) > '9') {
          return false;
        }
      }
      return true;
    }

    private @Nullable String repaired(Row of, String text) {
      String expected = withoutPrefix(text);
      String code = text;
      Matcher excel = EXCEL_TEXT.matcher(code);
      if (excel.matches()) {
        code = excel.group(1).strip();
      }
      code = code.startsWith("'") ? code.substring(1).strip() : code;
      String whole = withoutPrefix(code);
      if (width > 0) {
        whole = padded(whole);
        if (whole.length() != width
            || EXPONENT.matcher(whole).matches()
            || !WORD.matcher(whole).matches()) {
          if (replaceable) {
            reading.notice(
                Severity.INFO,
                "replaced-id",
                "this is no id; it is taken from other columns",
                of,
                columns.name(field),
                text,
                width + " characters");
            return "";
          }
          reading.notice(
              Severity.ERROR,
              "bad-id",
              "this is no id and cannot be repaired: " + beginning(of),
              of,
              columns.name(field),
              text,
              width + " characters");
          return null;
        }
      }
      if (!whole.equals(expected)) {
        reading.notice(
            Severity.INFO,
            "repaired-id",
            "the id is damaged and was read as " + whole,
            of,
            columns.name(field),
            text,
            whole);
      }
      return whole;
    }

    private String withoutPrefix(String text) {
      String corrected = field.corrected(text);
      return prefix == null ? corrected : prefix.matcher(corrected).replaceFirst("");
    }

    private String padded(String text) {
      String code = text;
      if (DECIMAL.matcher(code).matches()) {
        code = code.substring(0, code.indexOf('.'));
      }
      if (code.length() > width) {
        code = code.replace("-", "");
      }
      if (code.length() < width && DIGITS.matcher(code).matches()) {
        code = "0".repeat(width - code.length()) + code;
      }
      return code;
    }
  }
}
