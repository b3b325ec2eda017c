package org.resourceequity.io;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.Numbering;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;
import org.resourceequity.model.UnitId;

/** What the tables of one file, or of one folder that is read as a whole, share. */
public final class FileReading {

  /** The rows of a table about units of one level in one year: the line of each unit. */
  static final class Lines {
    private long[] lines = new long[64];

    /** Returns the line of a unit, by its number; 0 if it has none. */
    long of(int number) {
      return number < lines.length ? lines[number] : 0;
    }

    void set(int number, long line) {
      if (number >= lines.length) {
        lines = java.util.Arrays.copyOf(lines, Math.max(number + 1, lines.length * 2));
      }
      lines[number] = line;
    }
  }

  /** The cells of one column of the store that a table fills, and where they stand in it. */
  static final class Filled {
    private final Table table;
    private final String column;
    private final Lines lines;
    private final BitSet units = new BitSet();

    private Filled(Table table, String column, Lines lines) {
      this.table = table;
      this.column = column;
      this.lines = lines;
    }

    Table table() {
      return table;
    }

    boolean has(int number) {
      return units.get(number);
    }

    void add(int number) {
      units.set(number);
    }
  }

  private final Notices notices;
  private final Map<String, EquityData.Builder> stores = new LinkedHashMap<>();
  private Numbering<UnitId> numbers = new Numbering<>();
  private final Map<ColumnKey, Map<Table, Filled>> filled = new HashMap<>();
  private final Map<Class<?>, Object> memory = new HashMap<>();
  private final Set<Said> said = new HashSet<>();
  private final String name;
  private final ReadOptions options;

  /** What was noticed of a cell; a check that every file gets may repeat one of its format. */
  private record Said(
      String code, UnitId unit, ColumnKey key, @Nullable String value, @Nullable String expected) {}

  FileReading(Notices notices) {
    this(notices, "");
  }

  /** Makes the reading of what is no file; {@code name} stands where a file would be named. */
  FileReading(Notices notices, String name) {
    this(notices, name, ReadOptions.DEFAULT);
  }

  FileReading(Notices notices, String name, ReadOptions options) {
    this.notices = notices;
    this.name = name;
    this.options = options;
  }

  ReadOptions options() {
    return options;
  }

  /** Returns the notices. */
  public Notices notices() {
    return notices;
  }

  Map<String, EquityData.Builder> stores() {
    return stores;
  }

  /** Returns the finished stores; each builder is let go, since large ones take much room. */
  Map<String, EquityData> build() {
    Map<String, EquityData> built = new LinkedHashMap<>();
    for (var next = stores.entrySet().iterator(); next.hasNext(); ) {
      Map.Entry<String, EquityData.Builder> store = next.next();
      built.put(store.getKey(), store.getValue().build());
      next.remove();
    }
    return built;
  }

  EquityData.Builder store(String scheme) {
    return stores.computeIfAbsent(scheme, EquityData::builder);
  }

  /** Returns what is kept under a class, made when it is first asked for. */
  public <T> T memory(Class<T> what, Supplier<T> empty) {
    return what.cast(memory.computeIfAbsent(what, w -> empty.get()));
  }

  /** Returns the number of a unit: units are counted from 0 as they are met. */
  int number(UnitId unit) {
    return numbers.add(unit);
  }

  /** Tells whether no unit was met yet. */
  boolean isEmpty() {
    return numbers.size() == 0;
  }

  /** Says of each unit on which line it stands. */
  void place(Level level, Lines lines, EquityData.Builder store) {
    List<UnitId> units = numbers.keys();
    for (int number = 0; number < units.size(); number++) {
      UnitId unit = units.get(number);
      if (unit.level() == level && lines.of(number) != 0) {
        store.line(unit, lines.of(number));
      }
    }
  }

  /**
   * Returns for each number of a unit in a part its number here. The numbers of the first part are
   * taken over, with units of later parts behind them.
   */
  int[] places(FileReading part) {
    if (isEmpty()) {
      numbers = part.numbers;
    }
    List<UnitId> units = part.numbers.keys();
    int[] places = new int[units.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = numbers == part.numbers ? i : number(units.get(i));
    }
    return places;
  }

  /** Tells whether another table has filled a cell that a part of this one fills too. */
  boolean overlaps(FileReading part, int[] places, Table table) {
    for (Map.Entry<ColumnKey, Map<Table, Filled>> of : part.filled.entrySet()) {
      for (Filled other : others(of.getKey(), table)) {
        for (Filled filled : of.getValue().values()) {
          if (filled.units.stream().anyMatch(unit -> other.has(places[unit]))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Adds what was read from a part of a table; {@code lines} has for its lines those of here. */
  void merge(FileReading part, int[] places, IdentityHashMap<Lines, Lines> lines) {
    part.stores.forEach((scheme, store) -> store(scheme).merge(store));
    part.filled.forEach(
        (key, tables) ->
            tables.forEach(
                (table, filled) -> {
                  Filled here =
                      filled(
                          key,
                          table,
                          filled.column,
                          lines.getOrDefault(filled.lines, filled.lines));
                  filled.units.stream().forEach(unit -> here.add(places[unit]));
                }));
  }

  /** Makes what was read from the first part what was read at all. */
  void begin(FileReading part) {
    stores.putAll(part.stores);
    filled.putAll(part.filled);
  }

  /** Returns the cells of a column of the store that a table fills. */
  Filled filled(ColumnKey key, Table table, String column, Lines lines) {
    return filled
        .computeIfAbsent(key, k -> new LinkedHashMap<>(2))
        .computeIfAbsent(table, t -> new Filled(t, column, lines));
  }

  /** Returns what other tables, read before, fill of a column of the store. */
  List<Filled> others(ColumnKey key, Table table) {
    return filled.getOrDefault(key, Map.of()).values().stream()
        .filter(other -> other.table != table)
        .toList();
  }

  /**
   * Adds a notice about a cell of the store, with the file, line and column it was read from. What
   * was said of the cell already is not said again.
   *
   * @param column whether the column is named too
   */
  void notice(
      Severity severity,
      String code,
      String message,
      UnitId unit,
      ColumnKey key,
      boolean column,
      @Nullable String value,
      @Nullable String expected) {
    if (!said.add(new Said(code, unit, key, value, expected))) {
      return;
    }
    int number = numbers.find(unit);
    Filled from = from(number, key);
    notices.add(
        new Notice(
            severity,
            code,
            message,
            from == null ? anyFile() : from.table.file(),
            from == null ? null : from.table.sheet(),
            from == null ? 0 : from.lines.of(number),
            from == null || !column ? null : from.column,
            value,
            expected));
  }

  /** Adds a notice about the table that a cell was read from. */
  void summary(Severity severity, String code, String message, UnitId unit, ColumnKey key) {
    Filled from = from(numbers.find(unit), key);
    notices.add(
        new Notice(
            severity,
            code,
            message,
            from == null ? anyFile() : from.table.file(),
            from == null ? null : from.table.sheet(),
            0,
            null,
            null,
            null));
  }

  private @Nullable Filled from(int number, ColumnKey key) {
    return filled.getOrDefault(key, Map.of()).values().stream()
        .filter(f -> number >= 0 && f.has(number))
        .findFirst()
        .orElse(null);
  }

  private String anyFile() {
    return filled.values().stream()
        .flatMap(tables -> tables.keySet().stream())
        .map(Table::file)
        .sorted()
        .findFirst()
        .orElse(name);
  }
}
