package org.resourceequity.io;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.table.Numbers;
import org.resourceequity.io.table.Row;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.Cell;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Kind;
import org.resourceequity.model.Measurement;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.Source;
import org.resourceequity.model.UnitId;

/**
 * What a format needs while it reads one table: the store to fill, the notices, and help with
 * turning texts into ids and cells. All tables of a file fill the same stores.
 */
public final class Reading {

  /** Marks that agencies print where a number is hidden or missing, over all states. */
  private static final Set<String> USUAL_MARKS =
      Set.of(
          "*",
          "**",
          "***",
          "-",
          "--",
          "(-)",
          ".",
          "..",
          "n/a",
          "na",
          "nr",
          "nc",
          "null",
          "ns",
          "ds",
          "is",
          "s",
          "ps",
          "†",
          "‡",
          "–",
          "cross group",
          "no students");

  private static final Pattern BOUND = Pattern.compile("(n ?)?[<>≤≥].*");
  private static final Pattern EXPONENT = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d+");
  private static final Pattern EXCEL_TEXT = Pattern.compile("=\"(.*)\"");

  /** What the tables of one file share. */
  static final class File {
    private final String sha256;
    private final Notices notices;
    private final Map<String, EquityData.Builder> stores = new LinkedHashMap<>();
    private final Map<UnitId, Integer> numbers = new HashMap<>();
    private final Map<ColumnKey, Map<Table, BitSet>> filled = new HashMap<>();

    File(String sha256, Notices notices) {
      this.sha256 = sha256;
      this.notices = notices;
    }

    Map<String, EquityData.Builder> stores() {
      return stores;
    }

    /** Notes that a table fills a cell; returns another table that does so already, or null. */
    private @Nullable Table fill(UnitId unit, ColumnKey key, Table table) {
      int number = numbers.computeIfAbsent(unit, u -> numbers.size());
      Map<Table, BitSet> tables = filled.computeIfAbsent(key, k -> new HashMap<>(2));
      for (Map.Entry<Table, BitSet> other : tables.entrySet()) {
        if (other.getKey() != table && other.getValue().get(number)) {
          return other.getKey();
        }
      }
      tables.computeIfAbsent(table, t -> new BitSet()).set(number);
      return null;
    }
  }

  private record Seen(UnitId unit, @Nullable SchoolYear year) {}

  private final File file;
  private final Table table;
  private final Map<Seen, Long> lines = new HashMap<>();
  private Map<String, Cell> marks = Map.of();
  private @Nullable Columns columns;
  private @Nullable Source source;
  private @Nullable String scheme;

  Reading(File file, Table table) {
    this.file = file;
    this.table = table;
  }

  /** Returns the store of this file for an id scheme. */
  public EquityData.Builder store(String idScheme) {
    scheme = idScheme;
    return file.stores.computeIfAbsent(idScheme, EquityData::builder);
  }

  /** Returns the notices. */
  public Notices notices() {
    return file.notices;
  }

  /** Says who published the table: the source of all columns that are filled from it. */
  public Source source(String publisher, String title, String release) {
    Source said = new Source(publisher, title, table.file(), release, file.sha256);
    source = said;
    return said;
  }

  /**
   * Says which texts are no numbers and what they mean. Bounds hold for counts; for shares only if
   * the mark has a per cent sign. Anything else loses the bounds and keeps the reason. An empty
   * text means "not reported" unless it is given.
   */
  public void marks(Map<String, Cell> meanings) {
    Map<String, Cell> lower = new HashMap<>();
    meanings.forEach((mark, cell) -> lower.put(mark.strip().toLowerCase(Locale.ROOT), cell));
    marks = lower;
  }

  /** Finds the columns; those found count as used. */
  public Columns columns(List<Field> fields) {
    Columns found = new Columns(table, fields);
    columns = found;
    return found;
  }

  /** Adds a notice about the table, a row of it (or null) and a column (or null). */
  public void notice(
      Severity severity,
      String code,
      String message,
      @Nullable Row row,
      @Nullable String column,
      @Nullable String value,
      @Nullable String expected) {
    file.notices.add(
        new Notice(
            severity,
            code,
            message,
            table.file(),
            table.sheet(),
            row == null ? 0 : row.line(),
            column,
            value,
            expected));
  }

  /**
   * Returns the id in a column as text of {@code width} characters. Spreadsheets damage ids: lost
   * leading zeros, a trailing ".0", an apostrophe, a formula ="...", dashes. These are repaired,
   * with a notice. An id that cannot be repaired is an error, and names the row.
   *
   * @param width the number of characters; 0 if any will do
   */
  public Optional<String> id(Row row, Field field, int width) {
    Columns in = found();
    String raw = in.text(row, field);
    if (raw.isEmpty()) {
      notice(
          Severity.ERROR,
          "missing-id",
          "there is no id here: " + beginning(row),
          row,
          in.name(field),
          "",
          "an id");
      return Optional.empty();
    }
    String id = raw;
    Matcher excel = EXCEL_TEXT.matcher(id);
    if (excel.matches()) {
      id = excel.group(1).strip();
    }
    id = id.startsWith("'") ? id.substring(1).strip() : id;
    if (width > 0) {
      if (id.matches("\\d+\\.0+")) {
        id = id.substring(0, id.indexOf('.'));
      }
      if (id.length() > width) {
        id = id.replace("-", "");
      }
      if (id.matches("\\d+") && id.length() < width) {
        id = "0".repeat(width - id.length()) + id;
      }
      if (id.length() != width || EXPONENT.matcher(id).matches() || !id.matches("\\w+")) {
        notice(
            Severity.ERROR,
            "bad-id",
            "this is no id and cannot be repaired: " + beginning(row),
            row,
            in.name(field),
            raw,
            width + " characters");
        return Optional.empty();
      }
    }
    if (!id.equals(raw)) {
      notice(
          Severity.INFO,
          "repaired-id",
          "the id is damaged and was read as " + id,
          row,
          in.name(field),
          raw,
          id);
    }
    return Optional.of(id);
  }

  private static String beginning(Row row) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < row.size() && text.length() < 60; i++) {
      text.append(text.length() == 0 || row.get(i).isEmpty() ? "" : ", ").append(row.get(i));
    }
    return text.toString();
  }

  /**
   * Tells whether this is the first row about a unit in this table. The second one is a notice that
   * names both lines, and should not be read.
   */
  public boolean first(UnitId unit, Row row) {
    return first(unit, null, row);
  }

  /** Tells whether this is the first row about a unit in a year, for tables of several years. */
  public boolean first(UnitId unit, @Nullable SchoolYear year, Row row) {
    Long line = lines.putIfAbsent(new Seen(unit, year), row.line());
    if (line == null) {
      return true;
    }
    notice(
        Severity.WARNING,
        "duplicate-unit",
        unit.level().words(1)
            + " "
            + unit.code()
            + " was already on line "
            + line
            + ", which is kept; this row is not read",
        row,
        null,
        unit.code(),
        "one row per " + unit.level().words(1));
    return false;
  }

  /**
   * Adds the number of a row in a column of numbers, and returns it; adds nothing and returns a
   * structural gap if the table has no such column. The year is the field's, else the one in the
   * column's name, else {@code otherwise}.
   */
  public Cell add(Row row, Field field, UnitId unit, SchoolYear otherwise) {
    Operand operand = field.operand();
    if (operand == null || !found().has(field)) {
      return Cell.absent(Reason.STRUCTURAL_GAP);
    }
    SchoolYear declared = field.year();
    SchoolYear year = declared != null ? declared : found().year(field).orElse(otherwise);
    Cell cell = cell(row, field);
    add(unit, operand.at(unit.level(), year), cell);
    return cell;
  }

  /**
   * Adds a cell to the store of the scheme asked for last. If another table of the file already has
   * this cell, that one is kept and the second is a notice; within a table parts add up.
   */
  public void add(UnitId unit, ColumnKey key, Cell cell) {
    if (scheme == null) {
      throw new IllegalStateException("call store(scheme) before add");
    }
    Table other = file.fill(unit, key, table);
    if (other == null) {
      store(scheme).add(unit, key, cell);
      return;
    }
    notice(
        Severity.WARNING,
        "duplicate-cell",
        key.operand().label()
            + " of "
            + unit.level().words(1)
            + " "
            + unit.code()
            + " in "
            + key.year()
            + " was already read from "
            + (other.sheet() == null ? other.file() : "sheet " + other.sheet())
            + ", which is kept",
        null,
        null,
        null,
        "each number once");
  }

  /** Returns the number of a row in a column of numbers, or why there is none. */
  public Cell cell(Row row, Field field) {
    Operand operand = field.operand();
    if (operand == null) {
      throw new IllegalArgumentException(field.name() + " is a column of texts");
    }
    String raw = found().text(row, field);
    Cell mark = marks.get(raw.toLowerCase(Locale.ROOT));
    if (mark != null) {
      return meaning(raw, mark, operand);
    }
    if (raw.isEmpty()) {
      return Cell.absent(Reason.NOT_REPORTED);
    }
    OptionalDouble number = Numbers.parse(raw);
    if (number.isEmpty()) {
      return noNumber(row, field, raw);
    }
    return checked(row, field, operand, raw, number.getAsDouble());
  }

  private static Cell meaning(String raw, Cell mark, Operand operand) {
    if (mark instanceof Cell.Bounded bounded) {
      boolean share = operand.what().unit() == Measurement.SHARE && raw.contains("%");
      boolean count = operand.what().kind() == Kind.COUNT && !raw.contains("%");
      if (share) {
        return new Cell.Bounded(bounded.low() / 100, bounded.high() / 100, bounded.reason());
      }
      return count ? bounded : Cell.absent(bounded.reason());
    }
    return mark;
  }

  private Cell noNumber(Row row, Field field, String raw) {
    String lower = raw.toLowerCase(Locale.ROOT);
    if (USUAL_MARKS.contains(lower) || BOUND.matcher(lower).matches()) {
      notice(
          Severity.WARNING,
          "unknown-token",
          "this mark has no meaning in this format, the value is left out",
          row,
          found().name(field),
          raw,
          marks.isEmpty()
              ? "a number"
              : "a number or one of " + new java.util.TreeSet<>(marks.keySet()));
      return Cell.absent(Reason.UNKNOWN_CODE);
    }
    notice(
        Severity.WARNING,
        "not-a-number",
        "this is not a number, the value is left out",
        row,
        found().name(field),
        raw,
        "a number");
    return Cell.absent(Reason.FLAGGED_INVALID);
  }

  private Cell checked(Row row, Field field, Operand operand, String raw, double number) {
    double value = field.percent() ? number / 100 : number;
    boolean share = operand.what().unit() == Measurement.SHARE;
    if (value < 0 && (operand.what().kind() == Kind.COUNT || share)) {
      notice(
          Severity.WARNING,
          share ? "negative-share" : "negative-count",
          "the number cannot be negative and is left out",
          row,
          found().name(field),
          raw,
          "0 or more");
      return Cell.absent(Reason.FLAGGED_INVALID);
    }
    if (value < 0 && operand.what().unit() != Measurement.NUMBER) {
      // Corrections of accounts can be negative, so the value stays.
      notice(
          Severity.WARNING,
          "negative-amount",
          "a negative amount is unusual; it is kept",
          row,
          found().name(field),
          raw,
          "0 or more");
    }
    if (share && value > 1) {
      notice(
          Severity.WARNING,
          "share-above-100",
          "a share cannot be above 100% and is left out",
          row,
          found().name(field),
          raw,
          field.percent() ? "0 to 100" : "0 to 1");
      return Cell.absent(Reason.FLAGGED_INVALID);
    }
    return Cell.of(value);
  }

  private Columns found() {
    if (columns == null) {
      throw new IllegalStateException("call columns(fields) before reading rows");
    }
    return columns;
  }

  /** Gives the columns of this table their source. */
  void finish() {
    if (source != null && scheme != null) {
      store(scheme).source(source);
    }
  }

  int units() {
    return (int) lines.keySet().stream().map(Seen::unit).distinct().count();
  }

  @Nullable String scheme() {
    return scheme;
  }

  List<String> used() {
    return columns == null ? List.of() : columns.used();
  }

  List<String> ignored() {
    return columns == null ? table.header() : columns.ignored();
  }
}
