package org.resourceequity.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.table.Row;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Category;
import org.resourceequity.model.Cell;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Group;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId;

/**
 * Reads one table by its layout. Columns are resolved once; rows of the same level, year and codes
 * share a {@link Block} that knows where each of their numbers goes, so that a row costs little
 * more than its texts.
 */
final class TableReader {

  private static final Cell NOT_APPLICABLE = Cell.absent(Reason.NOT_APPLICABLE);

  /** The code of a unit that a row does not name. */
  static final String UNKNOWN = "unknown";

  /** A text in a column of codes, and what it means. */
  private static final class Seen {
    private final String text;
    private final int code;

    /** What followed it last time: rows come in cycles of codes, so that it is tried first. */
    private Seen next = this;

    private Seen(String text, int code) {
      this.text = text;
      this.code = code;
    }
  }

  /** A column of codes in the table, and the texts that were seen. */
  private static final class Choice {
    private static final int UNKNOWN = -1;
    private final Field field;
    private final int place;
    private final Map<String, Integer> codes = new HashMap<>();
    private final Map<String, Seen> known = new HashMap<>();
    private Seen last;

    private Choice(Field field, int place, List<List<String>> texts) {
      this.field = field;
      this.place = place;
      for (int i = 0; i < texts.size(); i++) {
        for (String each : texts.get(i)) {
          codes.put(each, i);
        }
      }
      last = new Seen("", codes.getOrDefault("", UNKNOWN));
    }

    private int of(Row row) {
      String now = place < 0 ? "" : row.get(place);
      if (!now.equals(last.text)) {
        Seen next = last.next;
        if (!now.equals(next.text)) {
          next = seen(now);
          last.next = next;
        }
        last = next;
      }
      return last.code;
    }

    private Seen seen(String text) {
      Seen before = known.get(text);
      if (before != null) {
        return before;
      }
      Seen seen =
          new Seen(
              text, codes.getOrDefault(field.corrected(text).toLowerCase(Locale.ROOT), UNKNOWN));
      if (seen.code != UNKNOWN) {
        known.put(text, seen);
      }
      return seen;
    }
  }

  /** Where one column of numbers goes for the rows of a block. */
  private static final class Slot {
    private final int place;
    private final int flagPlace;
    private final CellReader cells;
    private final @Nullable Level about;
    private final String column;
    private final List<Target> targets = new ArrayList<>(1);
    private final List<Whole> wholes = new ArrayList<>(0);
    private final Map<UnitId, String> texts;
    private final Map<Integer, Set<String>> nobody = new HashMap<>(0);
    private final List<Slot> parts = new ArrayList<>(0);
    private @Nullable Row row;
    private Cell cell = NOT_APPLICABLE;

    private Slot(
        int place,
        int flagPlace,
        CellReader cells,
        @Nullable Level about,
        String column,
        Map<UnitId, String> texts) {
      this.place = place;
      this.flagPlace = flagPlace;
      this.cells = cells;
      this.about = about;
      this.column = column;
      this.texts = texts;
    }

    /** Returns the cell of a row. */
    private Cell cell(Row of) {
      if (of != row) {
        row = of;
        Cell printed = cells.read(of, of.get(place), flagPlace < 0 ? "" : of.get(flagPlace));
        cell =
            isNobody(of, printed)
                ? Cell.derived(0)
                : printed instanceof Cell.Known ? withParts(of, printed) : printed;
      }
      return cell;
    }

    private boolean isNobody(Row of, Cell printed) {
      if (!nobody.isEmpty() && printed.equals(NOT_APPLICABLE)) {
        for (Map.Entry<Integer, Set<String>> where : nobody.entrySet()) {
          if (where.getValue().contains(of.get(where.getKey()).toLowerCase(Locale.ROOT))) {
            return true;
          }
        }
      }
      return false;
    }

    /** Returns the total; none if a part of it was not reported. */
    private Cell withParts(Row of, Cell total) {
      for (Slot part : parts) {
        if (part.cell(of) instanceof Cell.Absent absent
            && (absent.reason() == Reason.NOT_REPORTED
                || absent.reason() == Reason.SUPPRESSED_QUALITY)) {
          cells.notice(
              of,
              "total-without-part",
              "the total takes "
                  + part.column
                  + " as 0, which is "
                  + absent.reason().words()
                  + "; it is left out",
              of.get(place),
              "a total of known parts");
          return absent;
        }
      }
      return total;
    }
  }

  /** A sum of several columns in a row. */
  private static final class Whole {
    private final Target target;
    private @Nullable UnitId unit;
    private int number;
    private boolean applies;

    private Whole(Target target) {
      this.target = target;
    }
  }

  /** A column of the store. */
  private record Target(
      ColumnKey key,
      BiConsumer<UnitId, Cell> cells,
      FileReading.Filled filled,
      List<FileReading.Filled> others) {}

  /** The rows of one combination of codes about units of one level in one year. */
  private static final class Block {
    /** Rows with these codes fill nothing. */
    private static final Block NOTHING = new Block();

    /** The units that have their row of this block, by number. */
    private final BitSet seen = new BitSet();

    /** The same for rows about parts of units, by the part. */
    private final Map<String, BitSet> seenParts = new HashMap<>();

    private final List<Slot> slots = new ArrayList<>();
    private final Map<Field, Slot> byField = new HashMap<>();
    private final Map<ColumnKey, Whole> wholes = new LinkedHashMap<>();
  }

  /** The rows about units of one level in one year. */
  private static final class Rows {
    private final Level level;
    private final @Nullable SchoolYear year;

    /** Where a unit has its first row. */
    private final FileReading.Lines lines = new FileReading.Lines();

    private final Map<Long, Block> blocks = new HashMap<>();

    private Rows(Level level, @Nullable SchoolYear year) {
      this.level = level;
      this.year = year;
    }
  }

  /** Numbers about units above the rows' units; the columns of the table are told by identity. */
  private record Above(Field field, SchoolYear year, List<List<Category>> fills) {}

  private record UnitYear(Level level, @Nullable SchoolYear year) {}

  private final Layout layout;
  private final Table table;
  private final Reading reading;
  private final Columns columns;
  private final EquityData.Builder store;
  private final Years years;
  private final IdReader ids;
  private final FactReader facts;
  private final RowView view;
  private final Map<Level, IdReader.Reader> idReaders = new EnumMap<>(Level.class);
  private final List<Choice> choices = new ArrayList<>();
  private final List<Choice> filters = new ArrayList<>();
  private final @Nullable Choice kind;
  private final int partPlace;
  private final Map<UnitYear, Rows> rows = new HashMap<>();

  /** The text that was read first, by unit. */
  private final Map<Above, Map<UnitId, String>> above = new HashMap<>();

  private @Nullable UnitId lastUnit;
  private @Nullable Rows lastRows;

  private TableReader(Layout layout, Table table, Reading reading, Years years, String scheme) {
    this.layout = layout;
    this.table = table;
    this.reading = reading;
    this.years = years;
    columns = years.columns();
    store = reading.store(scheme);
    ids = new IdReader(columns, reading);
    facts = new FactReader(layout, columns, ids, reading, store);
    view = new RowView(this, reading, columns, store);
    partPlace = layout.part().map(columns::place).orElse(-1);
    layout.ids().forEach((level, id) -> idReaders.put(level, ids.of(id)));
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
    for (Layout.Filter filter : layout.filters()) {
      filters.add(choice(filter.field(), List.of(List.copyOf(filter.texts()))));
    }
  }

  private Choice choice(Field field, List<List<String>> texts) {
    return new Choice(field, columns.place(field), texts);
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
    TableReader reader = new TableReader(layout, table, reading, years, format.scheme());
    reader.undatedColumns();
    table.forEach(reader::row);
    reader.facts.finish();
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
    if (!passes(row)) {
      return;
    }
    RowHook hook = layout.hook().orElse(null);
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
    Rows same = rows(level, year);
    Block block = same.blocks.computeIfAbsent(codes, c -> newBlock(same, c));
    if (block == Block.NOTHING) {
      return;
    }
    int number = reading.file().number(unit);
    if (!first(row, unit, number, block, same)) {
      return;
    }
    if (same.lines.of(number) == 0) {
      same.lines.set(number, row.line());
      reading.unit(unit);
      place(row, unit);
      facts.add(row, unit, year);
    }
    for (Slot slot : block.slots) {
      read(row, unit, number, slot);
    }
    for (Whole whole : block.wholes.values()) {
      UnitId of = whole.unit;
      if (of != null && !whole.applies) {
        add(row, of, whole.number, whole.target, NOT_APPLICABLE);
      }
      whole.unit = null;
      whole.applies = false;
    }
  }

  private boolean passes(Row row) {
    for (int i = 0; i < filters.size(); i++) {
      boolean listed = filters.get(i).of(row) >= 0;
      if (filters.get(i).place >= 0 && listed != layout.filters().get(i).only()) {
        return false;
      }
    }
    return true;
  }

  /** Returns what a row is about, or null, with a notice, if that is not known. */
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
    Optional<Level> level = coded.listed(text);
    if (level.isPresent()) {
      return level.get();
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
    IdReader.Reader reader = idReaders.get(level);
    String code = reader == null ? "" : reader.read(row);
    if (code == null) {
      return null;
    }
    if (code.isEmpty()) {
      Id id = layout.ids().get(level);
      ids.missing(row, id == null ? Id.always("") : id);
      return null;
    }
    UnitId last = lastUnit;
    if (last != null && last.level() == level && last.code().equals(code)) {
      return last;
    }
    UnitId unit = UnitId.of(level, code);
    lastUnit = unit;
    return unit;
  }

  @Nullable SchoolYear year(Row row) {
    return years.of(row);
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
      if (layout.kinds().get(code).filled().isEmpty()) {
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
        columns.name(choice.field),
        choice.last.text,
        "one of " + known);
  }

  private Rows rows(Level level, @Nullable SchoolYear year) {
    Rows last = lastRows;
    if (last == null || last.level != level || !Objects.equals(last.year, year)) {
      last = rows.computeIfAbsent(new UnitYear(level, year), k -> new Rows(level, year));
      lastRows = last;
    }
    return last;
  }

  /** Tells for each number of rows with some codes where it goes. */
  private Block newBlock(Rows of, long combination) {
    List<Dimension.Code> codes = new ArrayList<>();
    long rest = combination;
    for (int i = layout.dimensions().size() - 1; i >= 0; i--) {
      List<Dimension.Code> all = layout.dimensions().get(i).codes();
      codes.add(0, all.get((int) (rest % all.size())));
      rest /= all.size();
    }
    List<Category> categories = codes.stream().flatMap(code -> code.is().stream()).toList();
    List<List<Category>> fills = fills(categories, (int) rest);
    if (fills.isEmpty()) {
      return Block.NOTHING;
    }
    Block block = new Block();
    double scale = 1;
    int earlier = 0;
    for (Dimension.Code code : codes) {
      scale *= code.scale();
      earlier += code.earlier();
    }
    SchoolYear year = of.year == null ? null : of.year.plus(-earlier);
    for (Field field : columns.numbers()) {
      // A row of the State says nothing about a district.
      boolean reaches = field.about().orElse(of.level).compareTo(of.level) <= 0;
      if (columns.has(field) && field.on().contains(of.level) && reaches && year != null) {
        Operand operand = operand(field, codes);
        if (operand != null) {
          block.slots.add(slot(block, field, operand, scale, of, year, fills));
        }
      }
    }
    return block;
  }

  /** Returns what the numbers of a column are on rows with these codes; null if not read there. */
  private static @Nullable Operand operand(Field field, List<Dimension.Code> codes) {
    Operand operand = field.operand().orElseThrow();
    for (Dimension.Code code : codes) {
      operand = operand == null ? null : code.of(operand);
    }
    return operand == null || !field.isBudgeted() ? operand : Operands.budgeted(operand);
  }

  /** Returns the categories of each column of the store that rows with these codes fill. */
  private List<List<Category>> fills(List<Category> categories, int kindOfRow) {
    if (kind == null) {
      return List.of(categories);
    }
    List<List<Category>> fills = new ArrayList<>();
    for (Set<Attribute> by : layout.kinds().get(kindOfRow).filled()) {
      List<Category> kept = categories.stream().filter(c -> by.contains(c.by())).toList();
      if (kept.stream().map(Category::by).distinct().count() == by.size()) {
        fills.add(kept);
      }
    }
    return fills;
  }

  private Slot slot(
      Block block,
      Field field,
      Operand operand,
      double scale,
      Rows rowsOf,
      SchoolYear ofRows,
      List<List<Category>> fills) {
    SchoolYear year =
        field
            .year()
            .or(() -> columns.year(field))
            .orElseGet(() -> ofRows.plus(-field.yearsEarlier()));
    Level level = field.about().orElse(rowsOf.level);
    String column = columns.name(field);
    Codes codes = field.codes().orElse(layout.codes(ofRows));
    Slot slot =
        new Slot(
            columns.place(field),
            field.flag().map(columns::place).orElse(-1),
            new CellReader(reading, column, field, operand, scale, codes),
            field.about().orElse(null),
            column,
            above.computeIfAbsent(new Above(field, year, fills), a -> new HashMap<>()));
    for (Field.Nobody where : field.nobody()) {
      if (columns.has(where.column())) {
        slot.nobody.put(columns.place(where.column()), where.texts());
      }
    }
    field.parts().stream()
        .map(block.byField::get)
        .filter(Objects::nonNull)
        .forEach(slot.parts::add);
    block.byField.put(field, slot);
    List<Operand> wholes = new ArrayList<>(field.wholes());
    if (field.isPart()) {
      wholes.add(operand);
    }
    for (List<Category> fill : fills) {
      if (!field.isPart()) {
        slot.targets.add(target(key(operand, fill, level, year), column, rowsOf));
      }
      for (Operand whole : wholes) {
        slot.wholes.add(
            block.wholes.computeIfAbsent(
                key(whole, fill, level, year), key -> new Whole(target(key, column, rowsOf))));
      }
    }
    return slot;
  }

  private static ColumnKey key(Operand operand, List<Category> fill, Level level, SchoolYear year) {
    Group group = operand.group();
    for (Category category : fill) {
      group = group.and(category.by(), category.code());
    }
    return new Operand(operand.what(), group, operand.fund(), operand.layer()).at(level, year);
  }

  private Target target(ColumnKey key, String column, Rows rowsOf) {
    return new Target(
        key,
        store.adder(key),
        reading.file().filled(key, table, column, rowsOf.lines),
        reading.file().others(key, table));
  }

  private boolean first(Row row, UnitId unit, int number, Block block, Rows same) {
    BitSet seen =
        partPlace < 0
            ? block.seen
            : block.seenParts.computeIfAbsent(row.get(partPlace), part -> new BitSet());
    if (!seen.get(number)) {
      seen.set(number);
      return true;
    }
    // With codes a unit has many rows; where each of them was would take more memory than the data.
    boolean one = choices.isEmpty() && kind == null;
    reading.notice(
        Severity.WARNING,
        "duplicate-unit",
        unit.level().words(1)
            + " "
            + unit.code()
            + (one ? " was already on line " : " has a row with the same codes, its first is line ")
            + same.lines.of(number)
            + (one ? ", which is kept; this row is not read" : "; this row is not read"),
        row,
        null,
        unit.code(),
        one
            ? "one row per " + unit.level().words(1)
            : "one row per " + unit.level().words(1) + " and combination of codes");
    return false;
  }

  /** Puts a unit into the tree, below the units that its row names. */
  private void place(Row row, UnitId unit) {
    UnitId below = unit;
    store.unit(unit, null).line(unit, row.line());
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

  /** Returns the unit of a higher level that a row names; null if the layout has none. */
  private @Nullable UnitId above(Row row, Level level) {
    IdReader.Reader reader = idReaders.get(level);
    if (reader == null) {
      return null;
    }
    String code = reader.read(row);
    if (code != null && !code.isEmpty()) {
      return UnitId.of(level, code);
    }
    Id id = layout.ids().get(level);
    if (code != null && id != null) {
      ids.missing(row, id);
    }
    return UnitId.of(level, UNKNOWN);
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

  private void read(Row row, UnitId unit, int number, Slot slot) {
    if (slot.about == null) {
      fill(row, unit, number, slot);
      return;
    }
    UnitId above = above(row, slot.about);
    if (above == null) {
      return;
    }
    String raw = row.get(slot.place);
    String before = slot.texts.putIfAbsent(above, raw);
    if (before == null) {
      fill(row, above, reading.file().number(above), slot);
    } else if (!before.equals(raw)) {
      reading.notice(
          Severity.WARNING,
          "contradictory-repeat",
          "the "
              + slot.about.words(1)
              + "'s number differs from the one on an earlier row, which is kept",
          row,
          slot.column,
          raw,
          before);
    }
  }

  private void fill(Row row, UnitId unit, int number, Slot slot) {
    Cell cell = slot.cell(row);
    for (Target target : slot.targets) {
      add(row, unit, number, target, cell);
    }
    for (Whole whole : slot.wholes) {
      whole.unit = unit;
      whole.number = number;
      if (!cell.equals(NOT_APPLICABLE)) {
        whole.applies = true;
        add(
            row,
            unit,
            number,
            whole.target,
            cell instanceof Cell.Known known ? Cell.derived(known.value()) : cell);
      }
    }
  }

  /** Adds a cell unless another table of the file already has it; within a table parts add up. */
  private void add(Row row, UnitId unit, int number, Target target, Cell cell) {
    for (FileReading.Filled other : target.others()) {
      if (other.has(number)) {
        ColumnKey key = target.key();
        reading.notice(
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
                + (other.table().sheet() == null
                    ? other.table().file()
                    : "sheet " + other.table().sheet())
                + ", which is kept",
            row,
            null,
            null,
            "each number once");
        return;
      }
    }
    target.filled().add(number);
    target.cells().accept(unit, cell);
  }
}
