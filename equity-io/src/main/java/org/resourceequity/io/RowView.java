package org.resourceequity.io;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.table.Row;
import org.resourceequity.model.Cell;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId;

/** What a {@link RowHook} sees of a row, and what it may do. */
public final class RowView {

  private final TableReader reader;
  private final Reading reading;
  private final Columns columns;
  private final EquityData.Builder store;
  private final Map<String, Integer> places = new HashMap<>();
  private @Nullable Row row;

  RowView(TableReader reader, Reading reading, Columns columns, EquityData.Builder store) {
    this.reader = reader;
    this.reading = reading;
    this.columns = columns;
    this.store = store;
  }

  RowView at(Row now) {
    row = now;
    return this;
  }

  private Row row() {
    if (row == null) {
      throw new IllegalStateException("a row view is for use inside its hook only");
    }
    return row;
  }

  /** Returns the line in the file. */
  public long line() {
    return row().line();
  }

  /** Returns the text in a column, empty if the table does not have it. */
  public String text(String column) {
    int place = places.computeIfAbsent(column, columns::place);
    return place < 0 ? "" : row().get(place);
  }

  /** Returns what the row is about by the declaration, or null, with a notice, if it is unclear. */
  public @Nullable UnitId unit() {
    Level level = reader.level(row());
    return level == null ? null : reader.unit(row(), level);
  }

  /** Returns the row's school year, or null if it has none. */
  public @Nullable SchoolYear year() {
    return reader.year(row());
  }

  /** Adds a number about a unit in a year. */
  public void add(UnitId unit, Operand operand, SchoolYear year, Cell cell) {
    store.add(unit, operand.at(unit.level(), year), cell);
  }

  /** Returns the store, for facts and other things that are no numbers. */
  public EquityData.Builder store() {
    return store;
  }

  /** Returns what is kept under a class, made when it is first asked for. */
  public <T> T memory(Class<T> what, Supplier<T> empty) {
    return reading.file().memory(what, empty);
  }

  /** Adds a notice about the row. */
  public void notice(
      Severity severity,
      String code,
      String message,
      @Nullable String column,
      @Nullable String expected) {
    reading.notice(
        severity, code, message, row(), column, column == null ? null : text(column), expected);
  }
}
