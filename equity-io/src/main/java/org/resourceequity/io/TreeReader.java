package org.resourceequity.io;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.table.Row;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;
import org.resourceequity.model.UnitId;

/** Reads from the rows of one table what they are about, and where that stands. */
final class TreeReader {

  /** The code of a unit that a row does not name. */
  static final String UNKNOWN = "unknown";

  private final Layout layout;
  private final Columns columns;
  private final IdReader ids;
  private final Reading reading;
  private final EquityData.Builder store;
  private final Map<Level, IdReader.Reader> readers = new EnumMap<>(Level.class);

  /** The unit of each level that was met last: rows of one unit or district follow each other. */
  private final Map<Level, UnitId> last = new EnumMap<>(Level.class);

  TreeReader(
      Layout layout, Columns columns, IdReader ids, Reading reading, EquityData.Builder store) {
    this.layout = layout;
    this.columns = columns;
    this.ids = ids;
    this.reading = reading;
    this.store = store;
    layout.ids().forEach((level, id) -> readers.put(level, ids.of(id)));
  }

  /** Returns the level of what a row is about, or null, with a notice, if that is not known. */
  @Nullable Level level(Row row) {
    Level all = layout.level().orElse(null);
    if (all != null) {
      return all;
    }
    Coded<Level> coded = layout.levelColumn().orElse(null);
    if (coded == null) {
      return byEnd(row);
    }
    int place = columns.place(coded.field());
    String text = place < 0 ? "" : row.get(place);
    Level level = coded.listed(text).orElse(null);
    if (level != null) {
      return level;
    }
    Level byEnd = byEnd(row);
    reading.notice(
        Severity.WARNING,
        "unknown-token",
        "this type of row is not known; "
            + (byEnd == null ? "it is not read" : "by its code it is a " + byEnd.words(1)),
        row,
        columns.name(coded.field()),
        text,
        coded.expected());
    return byEnd;
  }

  private @Nullable Level byEnd(Row row) {
    Layout.Ending ending = layout.ending().orElse(null);
    if (ending == null) {
      return null;
    }
    String id = ids.of(ending.id()).read(row);
    return id != null && id.endsWith(ending.zeros()) ? Level.DISTRICT : Level.SCHOOL;
  }

  /** Returns the unit of a row, or null, with a notice, if it has no good id. */
  @Nullable UnitId unit(Row row, Level level) {
    IdReader.Reader reader = readers.get(level);
    String code = reader == null ? "" : reader.read(row);
    if (code == null) {
      return null;
    }
    if (code.isEmpty()) {
      Id id = layout.ids().get(level);
      ids.missing(row, id == null ? Id.always("") : id);
      return null;
    }
    return of(level, code);
  }

  private UnitId of(Level level, String code) {
    UnitId before = last.get(level);
    if (before != null && before.code().equals(code)) {
      return before;
    }
    UnitId unit = UnitId.of(level, code);
    last.put(level, unit);
    return unit;
  }

  /** Returns the unit of a higher level that a row names; null if the layout has none. */
  @Nullable UnitId above(Row row, Level level) {
    IdReader.Reader reader = readers.get(level);
    if (reader == null) {
      return null;
    }
    String code = reader.read(row);
    if (code != null && !code.isEmpty()) {
      return of(level, code);
    }
    Id id = layout.ids().get(level);
    if (code != null && id != null) {
      ids.missing(row, id);
    }
    return of(level, UNKNOWN);
  }

  /** Puts a unit into the tree, below the units that its row names. */
  void place(Row row, UnitId unit) {
    UnitId below = unit;
    store.unit(unit, null);
    for (int i = unit.level().ordinal() - 1; i >= 0; i--) {
      UnitId above = above(row, Level.values()[i]);
      if (above != null) {
        store.unit(below, above);
        below = above;
      }
    }
    for (Layout.Alias alias : layout.aliases()) {
      if (alias.level() == unit.level()) {
        alias(row, unit, alias);
      }
    }
  }

  private void alias(Row row, UnitId unit, Layout.Alias alias) {
    String code = ids.of(alias.id()).read(row);
    if (code != null && code.length() == alias.digits() && code.matches("\\d+")) {
      store.alias(unit, alias.scheme(), code);
      return;
    }
    Field field = alias.id().fields().get(0);
    reading.notice(
        Severity.WARNING,
        "bad-federal-id",
        unit.level().words(1)
            + " "
            + unit.code()
            + " has no usable id of scheme "
            + alias.scheme()
            + " and is known by its own code only",
        row,
        columns.name(field),
        row.get(Math.max(0, columns.place(field))),
        alias.digits() + " digits");
  }
}
