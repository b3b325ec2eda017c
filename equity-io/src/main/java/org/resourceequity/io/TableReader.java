package org.resourceequity.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
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
  private final @Nullable RowHook hook;
  private final Choices choices;
  private final int partPlace;
  private final int[] sayings;
  private final int lastAbout;
  private final List<UnitRows> rows = new ArrayList<>();

  // What the last row is about, and since which line rows are about that; 0 if each is to be asked.
  private @Nullable UnitRows lastRows;
  private LongFunction<RowBlock> lastMaker = codes -> RowBlock.NOTHING;
  private @Nullable UnitId lastUnit;
  private long aboutSince;
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
    hook = layout.hook().orElse(null);
    partPlace = layout.part().map(columns::place).orElse(-1);
    boolean[] wanted = new boolean[layout.kinds().size()];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = blocks.isWanted(layout.kinds().get(i));
    }
    choices = new Choices(layout, columns, wanted);
    sayings = sayings();
    lastAbout = IntStream.concat(about(), years.places()).max().orElse(-1);
  }

  /** Returns the columns that say of which level and unit a row is. */
  private IntStream about() {
    return Stream.of(
            layout.ids().values().stream().flatMap(id -> id.fields().stream()),
            layout.levelColumn().stream().map(Coded::field),
            layout.ending().stream().flatMap(ending -> ending.id().fields().stream()))
        .flatMap(fields -> fields)
        .mapToInt(columns::place);
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
    whole.rows.forEach(same -> reading.file().place(same.level(), same.lines(), store));
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
                        && merge(parts.get(i), places.get(i), linesBefore.get(i), isEmpty && i == 0)
                        && !reading.file().overlaps(readings.get(i).file(), places.get(i), table));
    if (!fit) {
      rows.clear();
      lastRows = null;
      aboutSince = 0;
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

  private boolean merge(TableReader part, int[] place, long linesBefore, boolean first) {
    if (first) {
      rows.addAll(part.rows);
      return true;
    }
    return part.rows.stream()
        .allMatch(
            there ->
                rows(there.level(), there.year())
                    .merge(there, place, linesBefore, codes -> new RowBlock()));
  }

  /** Returns for the lines of units in a part those of the whole. */
  private IdentityHashMap<FileReading.Lines, FileReading.Lines> lines(TableReader part) {
    IdentityHashMap<FileReading.Lines, FileReading.Lines> lines = new IdentityHashMap<>();
    part.rows.forEach(there -> lines.put(there.lines(), rows(there.level(), there.year()).lines()));
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
    Choices.Meaning meaning = choices.of(row);
    if (meaning == Choices.LEFT_OUT || (hook != null && !hook.row(view.at(row)))) {
      return;
    }
    UnitRows same = rows(row);
    UnitId unit = lastUnit;
    if (same == null || unit == null) {
      return;
    }
    if (meaning.unknown() != null) {
      unknown(row, meaning.unknown());
      return;
    }
    RowBlock block = meaning.block(same, lastMaker);
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
      first(row, met, same);
    }
    for (RowBlock.Slot slot : block.slots()) {
      read(row, met, slot, block);
    }
    block.end(row, reading);
  }

  /** Reads what the first row of a unit in a year says of it besides numbers. */
  private void first(Row row, RowBlock.Met met, UnitRows same) {
    long noticed = reading.noticed();
    same.lines().set(met.number(), row.line());
    reading.unit(met.number());
    tree.place(row, met.unit());
    facts.add(row, met.unit(), same.year());
    same.sayings().set(met.number(), reading.noticed() == noticed ? saying(row) : UnitRows.NOTICED);
  }

  /**
   * Returns the rows of the level and year that a row is of, and finds its unit; null if it is not
   * about a unit in a year. A row that begins as the one before is about the same.
   */
  private @Nullable UnitRows rows(Row row) {
    long since = row.since(lastAbout);
    if (since == aboutSince && since < row.line()) {
      return lastRows;
    }
    aboutSince = 0;
    long noticed = reading.noticed();
    Level level = level(row);
    UnitId unit = level == null ? null : unit(row, level);
    SchoolYear year = unit == null ? null : years.of(row);
    if (level == null || unit == null || (year == null && years.needed())) {
      return null;
    }
    lastUnit = unit;
    // What was noticed of a row is noticed of each.
    aboutSince = reading.noticed() == noticed ? since : 0;
    return rows(level, year);
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

  private void unknown(Row row, Choice choice) {
    reading.notice(
        Severity.WARNING,
        "unknown-code",
        "this code is not known, the row is not read",
        row,
        columns.name(choice.field()),
        choice.text(row),
        "one of " + choices.known(choice));
  }

  /** Returns the rows of a level and year, of which there are few. */
  private UnitRows rows(Level level, @Nullable SchoolYear year) {
    UnitRows last = lastRows;
    if (last != null && last.isOf(level, year)) {
      return last;
    }
    UnitRows now = rows.stream().filter(one -> one.isOf(level, year)).findFirst().orElse(null);
    if (now == null) {
      now = new UnitRows(level, year);
      rows.add(now);
    }
    UnitRows of = now;
    lastMaker = codes -> blocks.block(of, codes);
    lastRows = of;
    return of;
  }

  private void duplicate(Row row, UnitId unit, long firstLine) {
    hasDuplicates = true;
    // With codes a unit has many rows; where each of them was would take more memory than the data.
    boolean one = choices.none();
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
