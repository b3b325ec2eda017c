package org.resourceequity.io;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.table.Row;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.Cell;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;
import org.resourceequity.model.Reason;
import org.resourceequity.model.UnitId;

/** The rows of one combination of codes about units of one level in one year. */
final class RowBlock {

  private static final Cell NOT_APPLICABLE = Cell.absent(Reason.NOT_APPLICABLE);

  /** Rows with these codes fill nothing. */
  static final RowBlock NOTHING = new RowBlock();

  /** A column of the store. */
  record Target(
      ColumnKey key,
      EquityData.Builder.Adder cells,
      FileReading.Filled filled,
      List<FileReading.Filled> others) {}

  /**
   * A unit that rows are about.
   *
   * @param number its number in the file, see {@link FileReading#number}
   * @param place its number in the store that is filled
   */
  record Met(UnitId unit, int number, int place) {}

  /** A sum of several columns in a row. */
  static final class Whole {
    private final Target target;
    private @Nullable Met unit;
    private boolean applies;

    Whole(Target target) {
      this.target = target;
    }
  }

  /** Where one column of numbers goes. */
  static final class Slot {
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
    private long turn = -1;
    private Cell cell = NOT_APPLICABLE;

    /**
     * Takes where the column stands.
     *
     * @param about the level of the units above the row's that the number is about, else null
     * @param texts the text of each such unit that was read first
     */
    Slot(
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

    void target(Target target) {
      targets.add(target);
    }

    void whole(Whole whole) {
      wholes.add(whole);
    }

    void part(Slot part) {
      parts.add(part);
    }

    /** Says where there is nobody to count: on rows with one of some texts in a column. */
    void nobody(int column, Set<String> where) {
      nobody.put(column, where);
    }

    boolean fillsNothing() {
      return targets.isEmpty() && wholes.isEmpty();
    }

    @Nullable Level about() {
      return about;
    }

    /** Returns the text that an earlier row had of a unit above; null if this is the first. */
    @Nullable String before(UnitId above, Row row) {
      return texts.putIfAbsent(above, row.get(place));
    }

    String text(Row row) {
      return row.get(place);
    }

    /** Says that an earlier row had another number of the unit above. */
    void contradiction(Row row, String before, Level level) {
      cells.notice(
          row,
          "contradictory-repeat",
          "the "
              + level.words(1)
              + "'s number differs from the one on an earlier row, which is kept",
          row.get(place),
          before);
    }

    /** Returns the cell of a row, which is read once a turn. */
    private Cell cell(Row row, long now) {
      if (now != turn) {
        turn = now;
        Cell printed = cells.read(row, row.get(place), flagPlace < 0 ? "" : row.get(flagPlace));
        cell =
            isNobody(row, printed)
                ? Cell.derived(0)
                : printed instanceof Cell.Known ? withParts(row, printed, now) : printed;
      }
      return cell;
    }

    private boolean isNobody(Row row, Cell printed) {
      if (!nobody.isEmpty() && isNotApplicable(printed)) {
        for (Map.Entry<Integer, Set<String>> where : nobody.entrySet()) {
          if (where.getValue().contains(row.get(where.getKey()).toLowerCase(Locale.ROOT))) {
            return true;
          }
        }
      }
      return false;
    }

    /** Returns the total; none if a part of it was not reported. */
    private Cell withParts(Row row, Cell total, long now) {
      for (Slot part : parts) {
        if (part.cell(row, now) instanceof Cell.Absent absent
            && (absent.reason() == Reason.NOT_REPORTED
                || absent.reason() == Reason.SUPPRESSED_QUALITY)) {
          cells.notice(
              row,
              "total-without-part",
              "the total takes "
                  + part.column
                  + " as 0, which is "
                  + absent.reason().words()
                  + "; it is left out",
              row.get(place),
              "a total of known parts");
          return absent;
        }
      }
      return total;
    }
  }

  /** The units that have their row of this block, by number. */
  private final BitSet seen = new BitSet();

  /** The same for rows about parts of units, by the part. */
  private final Map<String, BitSet> seenParts = new HashMap<>(0);

  private final List<Slot> slots = new ArrayList<>();
  private final Map<Field, Slot> byField = new HashMap<>();
  private final Map<ColumnKey, Whole> wholes = new LinkedHashMap<>();

  void slot(Field field, Slot slot) {
    slots.add(slot);
    byField.put(field, slot);
  }

  @Nullable Slot slot(Field field) {
    return byField.get(field);
  }

  Map<ColumnKey, Whole> wholes() {
    return wholes;
  }

  List<Slot> slots() {
    return slots;
  }

  boolean fillsNothing() {
    return slots.stream().allMatch(Slot::fillsNothing);
  }

  /** Notes the row of a unit, or of a part of it; false if it has one. */
  boolean first(int number, @Nullable String part) {
    BitSet of = part == null ? seen : seenParts.computeIfAbsent(part, p -> new BitSet());
    if (of.get(number)) {
      return false;
    }
    of.set(number);
    return true;
  }

  /**
   * Adds the rows of another block, whose unit i is {@code place[i]} here; false if one is in both.
   */
  boolean merge(RowBlock other, int[] place) {
    if (!merge(seen, other.seen, place)) {
      return false;
    }
    for (Map.Entry<String, BitSet> part : other.seenParts.entrySet()) {
      BitSet of = seenParts.computeIfAbsent(part.getKey(), p -> new BitSet());
      if (!merge(of, part.getValue(), place)) {
        return false;
      }
    }
    return true;
  }

  private static boolean merge(BitSet into, BitSet from, int[] place) {
    for (int i = from.nextSetBit(0); i >= 0; i = from.nextSetBit(i + 1)) {
      if (into.get(place[i])) {
        return false;
      }
      into.set(place[i]);
    }
    return true;
  }

  /** Adds the number of a row to what it fills. */
  void fill(Row row, Met unit, Slot slot, long turn, Reading reading) {
    Cell cell = slot.cell(row, turn);
    for (Target target : slot.targets) {
      add(row, unit, target, cell, reading);
    }
    for (Whole whole : slot.wholes) {
      whole.unit = unit;
      if (!isNotApplicable(cell)) {
        whole.applies = true;
        add(
            row,
            unit,
            whole.target,
            cell instanceof Cell.Known known ? Cell.derived(known.value()) : cell,
            reading);
      }
    }
  }

  private static boolean isNotApplicable(Cell cell) {
    return cell instanceof Cell.Absent absent && absent.reason() == Reason.NOT_APPLICABLE;
  }

  /** Ends a row: a sum of which no part applies does not apply. */
  void end(Row row, Reading reading) {
    if (wholes.isEmpty()) {
      return;
    }
    for (Whole whole : wholes.values()) {
      Met of = whole.unit;
      if (of != null && !whole.applies) {
        add(row, of, whole.target, NOT_APPLICABLE, reading);
      }
      whole.unit = null;
      whole.applies = false;
    }
  }

  /** Adds a cell unless another table of the file already has it; within a table parts add up. */
  private static void add(Row row, Met unit, Target target, Cell cell, Reading reading) {
    for (FileReading.Filled other : target.others()) {
      if (other.has(unit.number())) {
        duplicate(row, unit.unit(), target.key(), other.table(), reading);
        return;
      }
    }
    target.filled().add(unit.number());
    target.cells().add(unit.place(), cell);
  }

  private static void duplicate(Row row, UnitId unit, ColumnKey key, Table table, Reading reading) {
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
            + (table.sheet() == null ? table.file() : "sheet " + table.sheet())
            + ", which is kept",
        row,
        null,
        null,
        "each number once");
  }
}
