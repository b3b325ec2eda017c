package org.resourceequity.io;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.table.Row;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.SchoolYear;

/** The school years of the rows of one table, by the rules of its layout. */
final class Years {

  private final Layout layout;
  private final Columns columns;
  private final Table table;
  private final Reading reading;
  private final List<YearRule.Column> inColumns;
  private final int[] places;
  private final @Nullable SchoolYear ofTable;
  private final Map<String, Optional<SchoolYear>> parsed = new HashMap<>();
  private String text = "";
  private @Nullable SchoolYear last;

  Years(Layout layout, Columns columns, Table table, Reading reading) {
    this.layout = layout;
    this.columns = columns;
    this.table = table;
    this.reading = reading;
    inColumns =
        layout.years().stream()
            .filter(YearRule.Column.class::isInstance)
            .map(YearRule.Column.class::cast)
            .filter(rule -> columns.has(rule.field()))
            .toList();
    places = inColumns.stream().mapToInt(rule -> columns.place(rule.field())).toArray();
    ofTable = ofTable();
  }

  Columns columns() {
    return columns;
  }

  /** Returns the columns that say of which year a row is. */
  IntStream places() {
    return Arrays.stream(places);
  }

  private @Nullable SchoolYear ofTable() {
    for (YearRule rule : layout.years()) {
      if (rule instanceof YearRule.Always always) {
        return always.year();
      }
      SchoolYear year = null;
      if (rule instanceof YearRule.Named named) {
        year =
            names(named.where())
                .map(name -> YearRule.find(name, named.pattern(), named.style()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
      } else if (rule instanceof YearRule.Header header) {
        year = YearRule.find(columns.header(), header);
      }
      if (year != null) {
        return year;
      }
    }
    if (layout.yearInName() == null) {
      return null;
    }
    // Where only the names of columns have years, the latest is the table's.
    return columns.numbers().stream()
        .flatMap(number -> columns.year(number).stream())
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private Stream<String> names(YearRule.Where where) {
    return switch (where) {
      case FILE -> Stream.of(table.file());
      case SHEET -> Stream.ofNullable(table.sheet());
      case FOLDER -> reading.folders();
    };
  }

  /** Tells whether rows without a year are of no use: numbers need one. */
  boolean needed() {
    return !layout.numbers().isEmpty();
  }

  /** Tells whether the table can have a year, and says so if not. */
  boolean canRead() {
    if (ofTable != null || !inColumns.isEmpty()) {
      otherYear();
      return true;
    }
    if (needed()) {
      reading.notice(
          Severity.ERROR,
          "no-year",
          "neither a column nor the name of sheet or file gives a school year, the table is not"
              + " read",
          null,
          null,
          table.sheet() == null ? table.file() : table.sheet(),
          "a name with a school year, such as 2018-19");
      return false;
    }
    reading.notice(
        Severity.INFO,
        "undated-directory",
        "the file does not say of which year it is, so only ids are kept and no names",
        null,
        null,
        table.file(),
        "a year in the file's name, such as schools_2021.csv");
    return true;
  }

  /** Warns if the years of a format are fixed and the file's name has another one. */
  private void otherYear() {
    SchoolYear named = YearRule.find(table.file(), YearRule.ANYWHERE, YearRule.Style.ENDING);
    boolean fixed = layout.years().size() == 1 && layout.years().get(0) instanceof YearRule.Always;
    if (fixed && named != null && !named.equals(ofTable)) {
      reading.notice(
          Severity.WARNING,
          "other-year",
          "the years of the columns are known for the file of "
              + ofTable
              + " and are taken here"
              + " too",
          null,
          null,
          named.toString(),
          String.valueOf(ofTable));
    }
  }

  /** Returns the release of the source: the one declared, else the table's year. */
  String release(String declared) {
    return !declared.isEmpty() || ofTable == null ? declared : ofTable.toString();
  }

  /** Returns the year of a row; null if it has none, with a notice if it should have one. */
  @Nullable SchoolYear of(Row row) {
    for (int i = 0; i < places.length; i++) {
      YearRule.Column rule = inColumns.get(i);
      String now = row.get(places[i]);
      if (now.equals(text) && last != null) {
        return last;
      }
      SchoolYear year =
          parsed
              .computeIfAbsent(
                  now,
                  t -> Optional.ofNullable(YearRule.parse(rule.field().corrected(t), rule.style())))
              .orElse(null);
      if (year != null) {
        text = now;
        last = year;
        return year;
      }
    }
    if (ofTable == null && !inColumns.isEmpty()) {
      Field field = inColumns.get(0).field();
      reading.notice(
          Severity.ERROR,
          "bad-year",
          "the row has no school year and is not read",
          row,
          columns.name(field),
          row.get(columns.place(field)),
          "2018-19 or 2019");
    }
    return ofTable;
  }
}
