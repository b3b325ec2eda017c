package org.resourceequity.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.table.Row;
import org.resourceequity.io.table.RowConsumer;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId;

/**
 * Reads one table by its layout. Columns are resolved once; rows of the same level, year and codes
 * share a {@link RowBlock} that knows where each of their numbers goes, so that a row costs little
 * more than its texts.
 */
final class TableReader {

  private record UnitYear(Level level, @Nullable SchoolYear year) {}

  private final Layout layout;
  private final Reading reading;
  private final Columns columns;
  private final EquityData.Builder store;
  private final Years years;
  private final IdReader ids;
  private final TreeReader tree;
  private final FactReader facts;
  private final RowView view;
  private final BlockMaker blocks;
  private final @Nullable Choice kind;
  private final boolean[] wanted;
  private final List<Choice> choices = new ArrayList<>();
  private final List<Choice> filters = new ArrayList<>();
  private final int partPlace;
  private final int[] sayings;
  private final Map<UnitYear, UnitRows> rows = new HashMap<>();
  private @Nullable UnitRows lastRows;
  private LongFunction<RowBlock> lastMaker = codes -> RowBlock.NOTHING;
  private RowBlock.@Nullable Met lastMet;
  private long turn;
  private boolean hasDuplicates;

  private TableReader(Layout layout, Table table, Reading reading, Years years, String scheme) {
    this.layout = layout;
    this.reading = reading;
    this.years = years;
    columns = years.columns();
    store = reading.store(scheme);
    ids = new IdReader(columns, reading);
    tree = new TreeReader(layout, columns, ids, reading, store);
    facts = new FactReader(layout, columns, ids, reading, store);
    view = new RowView(this, reading, columns, store);
    blocks = new BlockMaker(layout, table, columns, reading, store);
    partPlace = layout.part().map(columns::place).orElse(-1);
    for (Dimension dimension : layout.dimensions()) {
      choices.add(
          choice(
              dimension.field(), dimension.codes().stream().map(Dimension.Code::texts).toList()));
    }
    kind =
        layout
            .kindColumn()
            .map(column -> choice(column, layout.kinds().stream().map(RowKind::texts).toList()))
            .orElse(null);
    wanted = new boolean[layout.kinds().size()];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = blocks.isWanted(layout.kinds().get(i));
    }
    for (Layout.Filter filter : layout.filters()) {
      filters.add(choice(filter.field(), List.of(List.copyOf(filter.texts()))));
    }
    sayings = sayings();
  }

  private Choice choice(Field field, List<List<String>> texts) {
    return new Choice(field, columns.place(field), texts);
  }

  /** Returns the columns that say something of a unit besides numbers. */
  private int[] sayings() {
    return Stream.of(
            layout.ids().values().stream().flatMap(id -> id.fields().stream()),
            layout.state().stream().flatMap(id -> id.fields().stream()),
            layout.aliases().stream().flatMap(alias -> alias.id().fields().stream()),
            layout.names().values().stream(),
            layout.coded().stream().map(Coded::field),
            layout.grades().stream())
        .flatMap(fields -> fields)
        .mapToInt(columns::place)
        .filter(place -> place >= 0)
        .distinct()
        .toArray();
  }

  /** Reads a table, or says why it cannot be read. */
  static void read(Format format, Layout layout, Table table, Reading reading) throws IOException {
    Columns columns = new Columns(table, layout);
    reading.columns(columns.used(), columns.ignored());
    Years years = new Years(layout, columns, table, reading);
    if (!years.canRead()) {
      return;
    }
    reading.source(format.publisher(), format.dataSet(), years.release(format.release()));
    TableReader whole = new TableReader(layout, table, reading, years, format.scheme());
    whole.undatedColumns();
    int threads = table.isDivisible() && whole.isDivisible() ? reading.options().threads() : 1;
    if (threads == 1 || !whole.readParts(format, table, threads)) {
      table.forEach(whole::row);
      whole.facts.finish();
    }
    EquityData.Builder store = reading.store(format.scheme());
    whole.rows.forEach((of, same) -> reading.file().place(of.level(), same.lines(), store));
  }

  /** Tells whether what a row gives does not depend on the rows before it, but for its unit. */
  private boolean isDivisible() {
    return layout.hook().isEmpty()
        && !layout.districtTypeFromSchools()
        && columns.numbers().stream().allMatch(field -> field.about().isEmpty());
  }

  /**
   * Reads parts of the table by several threads and puts them together. Where parts do not go
   * together, since a unit has two rows of the same codes or its rows contradict each other,
   * nothing is taken over and the result is false: then the order of the rows decides.
   */
  private boolean readParts(Format format, Table table, int threads) throws IOException {
    List<Reading> readings = Stream.generate(reading::part).limit(threads).toList();
    List<TableReader> parts =
        readings.stream()
            .map(
                part ->
                    new TableReader(
                        layout,
                        table,
                        part,
                        new Years(layout, new Columns(table, layout), table, part),
                        format.scheme()))
            .toList();
    List<RowConsumer> consumers = new ArrayList<>();
    parts.forEach(part -> consumers.add(part::row));
    List<Long> linesBefore = table.forEachPart(consumers);
    if (linesBefore.isEmpty()) {
      return false;
    }
    // There may be fewer parts than threads.
    int read = linesBefore.size() - 1;
    boolean isEmpty = reading.file().isEmpty();
    List<int[]> places = readings.stream().map(part -> reading.file().places(part.file())).toList();
    boolean fit =
        IntStream.range(0, read)
            .allMatch(
                i ->
                    !parts.get(i).hasDuplicates
                        && merge(parts.get(i), places.get(i), linesBefore.get(i))
                        && !reading.file().overlaps(readings.get(i).file(), places.get(i), table));
    if (!fit) {
      rows.clear();
      lastRows = null;
      return false;
    }
    for (int i = 0; i < read; i++) {
      parts.get(i).facts.finish();
      reading.merge(
          readings.get(i),
          places.get(i),
          lines(parts.get(i)),
          linesBefore.get(i),
          isEmpty && i == 0);
    }
    return true;
  }

  private boolean merge(TableReader part, int[] place, long linesBefore) {
    return part.rows.entrySet().stream()
        .allMatch(
            of -> {
              UnitRows here = rows(of.getKey().level(), of.getKey().year());
              return here.merge(of.getValue(), place, linesBefore, codes -> new RowBlock());
            });
  }

  /** Returns for the lines of units in a part those of the whole. */
  private IdentityHashMap<FileReading.Lines, FileReading.Lines> lines(TableReader part) {
    IdentityHashMap<FileReading.Lines, FileReading.Lines> lines = new IdentityHashMap<>();
    part.rows.forEach((of, there) -> lines.put(there.lines(), rows(of.level(), of.year()).lines()));
    return lines;
  }

  private void undatedColumns() {
    List<String> undated =
        layout.numbers().stream()
            .filter(f -> f.isDated() && columns.has(f) && columns.year(f).isEmpty())
            .map(columns::name)
            .toList();
    if (!undated.isEmpty()) {
      reading.notice(
          Severity.INFO,
          "undated-columns",
          undated.size() + " columns do not name their year and are taken as of the row's year",
          null,
          undated.get(0),
          null,
          "a name with a school year");
    }
  }

  private void row(Row row) {
    turn++;
    ids.nextRow();
    RowHook hook = layout.hook().orElse(null);
    if ((hook == null && isUnwanted(row)) || !passes(row)) {
      return;
    }
    if (hook != null && !hook.row(view.at(row))) {
      return;
    }
    Level level = level(row);
    UnitId unit = level == null ? null : unit(row, level);
    if (level == null || unit == null) {
      return;
    }
    @Nullable SchoolYear year = years.of(row);
    if (year == null && years.needed()) {
      return;
    }
    long codes = codes(row);
    if (codes < 0) {
      return;
    }
    UnitRows same = rows(level, year);
    RowBlock block = same.block(codes, lastMaker);
    if (block == RowBlock.NOTHING) {
      return;
    }
    RowBlock.Met met = met(unit);
    int number = met.number();
    if (!block.first(number, partPlace < 0 ? null : row.get(partPlace))) {
      duplicate(row, unit, same.lines().of(number));
      return;
    }
    if (same.lines().of(number) == 0) {
      long noticed = reading.noticed();
      same.lines().set(number, row.line());
      reading.unit(number);
      tree.place(row, unit);
      facts.add(row, unit, year);
      same.sayings().set(number, reading.noticed() == noticed ? saying(row) : UnitRows.NOTICED);
    }
    for (RowBlock.Slot slot : block.slots()) {
      read(row, met, slot, block);
    }
    block.end(row, reading);
  }

  /** Tells whether rows of this kind are known, but not read. */
  private boolean isUnwanted(Row row) {
    int code = kind == null ? Choice.UNKNOWN : kind.of(row);
    return code != Choice.UNKNOWN && !wanted[code];
  }

  private boolean passes(Row row) {
    for (int i = 0; i < filters.size(); i++) {
      boolean listed = filters.get(i).of(row) >= 0;
      if (filters.get(i).hasColumn() && listed != layout.filters().get(i).only()) {
        return false;
      }
    }
    return true;
  }

  @Nullable Level level(Row row) {
    return tree.level(row);
  }

  @Nullable UnitId unit(Row row, Level level) {
    return tree.unit(row, level);
  }

  @Nullable SchoolYear year(Row row) {
    return years.of(row);
  }

  private RowBlock.Met met(UnitId unit) {
    RowBlock.Met last = lastMet;
    if (last == null || last.unit() != unit) {
      last = new RowBlock.Met(unit, reading.file().number(unit), store.number(unit));
      lastMet = last;
    }
    return last;
  }

  private long saying(Row row) {
    long saying = 1;
    for (int place : sayings) {
      saying = 0x9E3779B97F4A7C15L * (saying + Long.rotateLeft(saying, 29)) + hash(row.get(place));
    }
    return saying >>> 1;
  }

  private static long hash(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = 0x100000001B3L * hash + text.charAt(i);
    }
    return hash;
  }

  /** Returns the combination of codes of a row; negative if the row is not read. */
  private long codes(Row row) {
    long all = 0;
    if (kind != null) {
      int code = kind.of(row);
      if (code < 0) {
        unknown(row, kind, layout.kinds().stream().flatMap(k -> k.texts().stream()).toList());
        return -1;
      }
      if (!wanted[code]) {
        return -1;
      }
      all = code;
    }
    for (int i = 0; i < choices.size(); i++) {
      List<Dimension.Code> codes = layout.dimensions().get(i).codes();
      Choice choice = choices.get(i);
      int code = choice.of(row);
      if (code < 0) {
        unknown(row, choice, codes.stream().flatMap(c -> c.texts().stream()).toList());
        return -1;
      }
      if (codes.get(code).skipped()) {
        return -1;
      }
      all = all * codes.size() + code;
    }
    return all;
  }

  private void unknown(Row row, Choice choice, List<String> known) {
    reading.notice(
        Severity.WARNING,
        "unknown-code",
        "this code is not known, the row is not read",
        row,
        columns.name(choice.field()),
        choice.text(),
        "one of " + known);
  }

  private UnitRows rows(Level level, @Nullable SchoolYear year) {
    UnitRows last = lastRows;
    if (last == null || last.level() != level || !Objects.equals(last.year(), year)) {
      UnitRows now =
          rows.computeIfAbsent(new UnitYear(level, year), k -> new UnitRows(level, year));
      lastMaker = codes -> blocks.block(now, codes);
      lastRows = now;
      return now;
    }
    return last;
  }

  private void duplicate(Row row, UnitId unit, long firstLine) {
    hasDuplicates = true;
    // With codes a unit has many rows; where each of them was would take more memory than the data.
    boolean one = choices.isEmpty() && kind == null;
    reading.notice(
        Severity.WARNING,
        "duplicate-unit",
        unit.level().words(1)
            + " "
            + unit.code()
            + (one ? " was already on line " : " has a row with the same codes, its first is line ")
            + firstLine
            + (one ? ", which is kept; this row is not read" : "; this row is not read"),
        row,
        null,
        unit.code(),
        one
            ? "one row per " + unit.level().words(1)
            : "one row per " + unit.level().words(1) + " and combination of codes");
  }

  private void read(Row row, RowBlock.Met unit, RowBlock.Slot slot, RowBlock block) {
    Level about = slot.about();
    if (about == null) {
      block.fill(row, unit, slot, turn, reading);
      return;
    }
    UnitId above = tree.above(row, about);
    if (above == null) {
      return;
    }
    String before = slot.before(above, row);
    if (before == null) {
      RowBlock.Met met = new RowBlock.Met(above, reading.file().number(above), store.number(above));
      block.fill(row, met, slot, turn, reading);
    } else if (!before.equals(slot.text(row))) {
      slot.contradiction(row, before, about);
    }
  }
}
