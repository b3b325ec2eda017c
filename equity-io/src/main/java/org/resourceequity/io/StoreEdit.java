package org.resourceequity.io;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Column;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.DistrictFacts;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** A finished store and the changes that follow from what is in it. */
final class StoreEdit {

  private static final Cell GAP = Cell.absent(Reason.STRUCTURAL_GAP);

  private EquityData data;
  private final FileReading file;
  private final Map<ColumnKey, @Nullable Cell[]> changes = new LinkedHashMap<>();
  private final Map<ColumnKey, ColumnKey> origins = new HashMap<>();

  StoreEdit(EquityData data, FileReading file) {
    this.data = data;
    this.file = file;
  }

  FileReading file() {
    return file;
  }

  /** Returns the store with all changes so far. */
  EquityData data() {
    if (!changes.isEmpty()) {
      data = rebuilt(data, id -> id, changes, origins);
      changes.clear();
      origins.clear();
    }
    return data;
  }

  /** Gives units other ids. */
  void rename(Map<UnitId, UnitId> names) {
    data = rebuilt(data(), id -> names.getOrDefault(id, id), Map.of(), Map.of());
  }

  /** Returns the columns of the store, with those that changes add. */
  TreeSet<ColumnKey> keys() {
    TreeSet<ColumnKey> keys = new TreeSet<>(data.columns().navigableKeySet());
    keys.addAll(changes.keySet());
    return keys;
  }

  List<UnitId> units(Level level) {
    return data.units(level);
  }

  /** Returns the cells of a column in the order of the units; gaps if there is no such column. */
  Cells cells(ColumnKey key) {
    return new Cells(data.columns().get(key), changes.get(key));
  }

  /** The cells of one column, with the changes. */
  static final class Cells {
    private final @Nullable Column column;
    private final @Nullable Cell @Nullable [] changed;

    private Cells(@Nullable Column column, @Nullable Cell @Nullable [] changed) {
      this.column = column;
      this.changed = changed;
    }

    Cell get(int unit) {
      Cell cell = changed == null ? null : changed[unit];
      return cell != null ? cell : column == null ? GAP : column.cell(unit);
    }

    /** Tells whether the number is known to be 0. */
    boolean isZero(int unit) {
      if (column == null || (changed != null && changed[unit] != null)) {
        return get(unit) instanceof Cell.Known known && known.value() == 0;
      }
      return column.isKnown(unit) && column.value(unit) == 0;
    }
  }

  /** Sets the cell of a unit. A new column has the sources of {@code from}. */
  void set(int unit, ColumnKey key, ColumnKey from, Cell cell) {
    changes.computeIfAbsent(key, k -> new Cell[units(k.level()).size()])[unit] = cell;
    origins.putIfAbsent(key, origins.getOrDefault(from, from));
  }

  /** Returns a copy of a store with other ids and some cells changed. */
  private static EquityData rebuilt(
      EquityData data,
      UnaryOperator<UnitId> names,
      Map<ColumnKey, @Nullable Cell[]> changes,
      Map<ColumnKey, ColumnKey> origins) {
    EquityData.Builder builder = EquityData.builder(data.scheme());
    for (Level level : Level.values()) {
      for (UnitId id : data.units(level)) {
        UnitId now = names.apply(id);
        builder.unit(now, data.parent(id).map(names).orElse(null)).line(now, data.line(id));
        if (id instanceof SchoolId school && now instanceof SchoolId to) {
          data.facts(school).values().forEach(f -> builder.facts(to, moved(f, names)));
        } else if (id instanceof DistrictId district && now instanceof DistrictId to) {
          for (DistrictFacts facts : data.facts(district).values()) {
            builder.facts(to, facts);
          }
        }
      }
    }
    for (String other : data.aliasSchemes()) {
      data.aliases(other).forEach((id, code) -> builder.alias(names.apply(id), other, code));
    }
    TreeSet<ColumnKey> keys = new TreeSet<>(data.columns().navigableKeySet());
    keys.addAll(changes.keySet());
    for (ColumnKey key : keys) {
      Column column = data.columns().get(key);
      Cells cells = new Cells(column, changes.get(key));
      EquityData.Builder.Adder adder = builder.adder(key);
      List<UnitId> units = data.units(key.level());
      for (int i = 0; i < units.size(); i++) {
        Cell cell = cells.get(i);
        if (!cell.equals(GAP)) {
          adder.accept(names.apply(units.get(i)), cell);
        }
      }
      Column origin = column != null ? column : data.columns().get(origins.getOrDefault(key, key));
      if (origin != null) {
        origin.sources().forEach(source -> builder.source(key, source));
      }
    }
    return builder.build();
  }

  private static SchoolFacts moved(SchoolFacts facts, UnaryOperator<UnitId> names) {
    return new SchoolFacts(
        facts.year(),
        facts.name(),
        (DistrictId) names.apply(facts.district()),
        facts.level(),
        facts.span(),
        facts.titleI(),
        facts.charter(),
        facts.locale());
  }
}
