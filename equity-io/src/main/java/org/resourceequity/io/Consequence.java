package org.resourceequity.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Column;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.Variable;

/**
 * What follows from the numbers of a file once all its tables were read: derived cells, which are
 * marked so, repairs, and checks, which only give notices. It works on units and not on rows, so
 * that wide and long tables and the order of rows make no difference.
 */
public final class Consequence {

  private final String says;
  private final Consumer<StoreEdit> body;

  Consequence(String says, Consumer<StoreEdit> body) {
    this.says = says;
    this.body = body;
  }

  void apply(StoreEdit edit) {
    body.accept(edit);
  }

  /**
   * Gives units other ids, such as the latest of several that a unit had in different years.
   *
   * @param says what it does, in a sentence
   * @param names the units to rename and their new names; it may add notices
   */
  public static Consequence renames(
      String says, BiFunction<EquityData, Notices, Map<UnitId, UnitId>> names) {
    return new Consequence(
        says,
        edit -> {
          Map<UnitId, UnitId> renamed = names.apply(edit.data(), edit.file().notices());
          if (!renamed.isEmpty()) {
            edit.rename(renamed);
          }
        });
  }

  /**
   * Where the file has the share that a group has of all students but not the group's number, the
   * number is share x enrolment.
   */
  public static Consequence countsFromShares() {
    return new Consequence(
        "numbers of a group are derived from its share and the enrolment where no number is"
            + " published",
        edit -> {
          TreeSet<ColumnKey> keys = edit.keys();
          for (ColumnKey key : keys) {
            ColumnKey count = Operands.enrolment(key.group()).at(key.level(), key.year());
            if (isShare(key) && !keys.contains(count)) {
              count(edit, key, count);
            }
          }
        });
  }

  private static boolean isShare(ColumnKey key) {
    return key.operand().equals(Operands.enrolmentShare(key.group()));
  }

  private static void count(StoreEdit edit, ColumnKey share, ColumnKey count) {
    StoreEdit.Cells shares = edit.cells(share);
    StoreEdit.Cells all = edit.cells(Operands.ENROLMENT.at(share.level(), share.year()));
    for (int i = 0; i < edit.units(share.level()).size(); i++) {
      Cell part = shares.get(i);
      if (part instanceof Cell.Known known && all.get(i) instanceof Cell.Known whole) {
        edit.set(i, count, share, Cell.derived(known.value() * whole.value()));
      } else if (!isGap(part)) {
        edit.set(i, count, share, Cell.absent(reason(part)));
      }
    }
  }

  private static Reason reason(Cell cell) {
    return cell instanceof Cell.Absent absent ? absent.reason() : Reason.NOT_REPORTED;
  }

  private static boolean isGap(Cell cell) {
    return cell instanceof Cell.Absent absent && absent.reason() == Reason.STRUCTURAL_GAP;
  }

  /**
   * In a unit without students, blank numbers of its groups are 0, and shares of groups do not
   * apply.
   */
  public static Consequence nobodyWhereNoStudents() {
    return new Consequence(
        "in a unit without students there are no students of any group, and no shares",
        edit -> {
          for (ColumnKey key : edit.keys()) {
            boolean count = key.operand().equals(Operands.enrolment(key.group()));
            if (!key.group().isAll() && (count || isShare(key))) {
              StoreEdit.Cells all = edit.cells(Operands.ENROLMENT.at(key.level(), key.year()));
              StoreEdit.Cells cells = edit.cells(key);
              Cell instead = count ? Cell.derived(0) : Cell.absent(Reason.NOT_APPLICABLE);
              for (int i = 0; i < edit.units(key.level()).size(); i++) {
                boolean empty = all.get(i) instanceof Cell.Known known && known.value() == 0;
                Cell cell = cells.get(i);
                if (empty && !(cell instanceof Cell.Known) && !isGap(cell)) {
                  edit.set(i, key, key, instead);
                }
              }
            }
          }
        });
  }

  /** Published rates of groups do not apply where the group has nobody, whatever is printed. */
  public static Consequence noRateOfNobody(Variable rate, Variable people) {
    return new Consequence(
        rate.definition() + ": does not apply to a group without anybody",
        edit -> {
          for (ColumnKey key : edit.keys()) {
            if (key.what().equals(rate)) {
              StoreEdit.Cells counts =
                  edit.cells(Operand.of(people, key.group()).at(key.level(), key.year()));
              StoreEdit.Cells rates = edit.cells(key);
              for (int i = 0; i < edit.units(key.level()).size(); i++) {
                boolean nobody = counts.get(i) instanceof Cell.Known known && known.value() == 0;
                if (nobody && !isGap(rates.get(i))) {
                  edit.set(i, key, key, Cell.absent(Reason.NOT_APPLICABLE));
                }
              }
            }
          }
        });
  }

  /** A number is the sum of its parts where it is not published itself. */
  public static Consequence sum(Operand total, Operand... parts) {
    List<Operand> all = List.of(parts);
    return new Consequence(
        total.label() + " is derived as the sum of its parts where it is not published",
        edit ->
            forEachYear(
                edit,
                all,
                (level, year) -> {
                  ColumnKey key = total.at(level, year);
                  StoreEdit.Cells before = edit.cells(key);
                  List<StoreEdit.Cells> cells =
                      all.stream().map(part -> edit.cells(part.at(level, year))).toList();
                  for (int i = 0; i < edit.units(level).size(); i++) {
                    Optional<Cell> sum =
                        isMissing(before.get(i)) ? sum(cells, i) : Optional.empty();
                    if (sum.isPresent()) {
                      edit.set(i, key, all.get(0).at(level, year), sum.get());
                    }
                  }
                }));
  }

  /**
   * A number follows from others by a formula, such as revenue without some of its parts. The first
   * must be known; another that does not apply to a unit counts as 0, and one that is missing makes
   * the result missing, as does a formula without a finite value.
   *
   * @param how what is done, in a sentence
   */
  public static Consequence derived(
      Operand result, String how, ToDoubleFunction<double[]> formula, Operand... of) {
    List<Operand> all = List.of(of);
    return new Consequence(
        result.label() + " is derived: " + how,
        edit ->
            forEachYear(
                edit,
                all,
                (level, year) -> {
                  List<StoreEdit.Cells> cells =
                      all.stream().map(each -> edit.cells(each.at(level, year))).toList();
                  for (int i = 0; i < edit.units(level).size(); i++) {
                    double value = derived(cells, i, formula);
                    if (Double.isFinite(value)) {
                      ColumnKey key = result.at(level, year);
                      edit.set(i, key, all.get(0).at(level, year), Cell.derived(value));
                    }
                  }
                }));
  }

  private static double derived(
      List<StoreEdit.Cells> of, int unit, ToDoubleFunction<double[]> formula) {
    double[] values = new double[of.size()];
    for (int i = 0; i < values.length; i++) {
      Cell cell = of.get(i).get(unit);
      if (cell instanceof Cell.Known known) {
        values[i] = known.value();
      } else if (i == 0
          || !(cell instanceof Cell.Absent absent && absent.reason() == Reason.NOT_APPLICABLE)) {
        return Double.NaN;
      }
    }
    return formula.applyAsDouble(values);
  }

  private static boolean isMissing(Cell cell) {
    return isGap(cell)
        || (cell instanceof Cell.Absent absent && absent.reason() == Reason.NOT_REPORTED);
  }

  /**
   * Returns the sum of known cells; nothing if one of them is not known. A part that does not apply
   * to the unit adds nothing.
   */
  private static Optional<Cell> sum(List<StoreEdit.Cells> parts, int unit) {
    org.resourceequity.internal.ExactSum sum = new org.resourceequity.internal.ExactSum();
    boolean some = false;
    for (StoreEdit.Cells part : parts) {
      Cell cell = part.get(unit);
      if (cell instanceof Cell.Known known) {
        sum.add(known.value());
        some = true;
      } else if (!cell.equals(Cell.absent(Reason.NOT_APPLICABLE))) {
        return Optional.empty();
      }
    }
    return some ? Optional.of(Cell.derived(sum.value())) : Optional.empty();
  }

  /**
   * Numbers of districts are the sums of their schools', for all groups, where the file has none of
   * the district. A school without a number makes the sum missing; one with bounds gives bounds.
   */
  public static Consequence districtSums(Variable what) {
    return new Consequence(
        what.definition() + ": a district has the sum of its schools where it has no row",
        edit -> {
          EquityData data = edit.data();
          EquityData.Builder sums = EquityData.builder(data.scheme());
          for (ColumnKey key : data.columns().keySet()) {
            if (key.level() == Level.SCHOOL && key.what().equals(what)) {
              addSchools(data, key, sums);
            }
          }
          EquityData built = sums.build();
          List<UnitId> districts = built.units(Level.DISTRICT);
          built
              .columns()
              .forEach(
                  (key, column) -> {
                    StoreEdit.Cells before = edit.cells(key);
                    for (int i = 0; i < districts.size(); i++) {
                      int at = data.index(districts.get(i));
                      Cell sum = column.cell(i);
                      if (isGap(before.get(at)) && !isGap(sum)) {
                        edit.set(at, key, school(key), sum);
                      }
                    }
                  });
        });
  }

  private static ColumnKey school(ColumnKey key) {
    return key.operand().at(Level.SCHOOL, key.year());
  }

  private static void addSchools(EquityData data, ColumnKey key, EquityData.Builder sums) {
    addBelow(
        data,
        key,
        key.operand().at(Level.DISTRICT, key.year()),
        sums,
        cell -> cell instanceof Cell.Known known ? Cell.derived(known.value()) : cell);
  }

  /** Adds the cells of a column to the units above, as a column of their level. */
  private static void addBelow(
      EquityData data,
      ColumnKey below,
      ColumnKey above,
      EquityData.Builder sums,
      UnaryOperator<Cell> part) {
    Column column = data.column(below).orElseThrow();
    for (int i = 0; i < column.size(); i++) {
      if (column.reason(i) != Reason.STRUCTURAL_GAP) {
        Cell cell = part.apply(column.cell(i));
        data.ancestor(data.units(below.level()).get(i), above.level(), below.year())
            .ifPresent(unit -> sums.add(unit, above, cell));
      }
    }
  }

  /** Warns where known parts do not add up to a known total, within a tolerance. */
  public static Consequence partsMakeTotal(
      String what, Operand total, double tolerance, Operand... parts) {
    List<Operand> all = List.of(parts);
    return new Consequence(
        what + " is compared with " + total.label(),
        edit ->
            forEachYear(
                edit,
                all,
                (level, year) -> {
                  ColumnKey key = total.at(level, year);
                  StoreEdit.Cells totals = edit.cells(key);
                  List<StoreEdit.Cells> cells =
                      all.stream().map(part -> edit.cells(part.at(level, year))).toList();
                  for (int i = 0; i < edit.units(level).size(); i++) {
                    if (totals.get(i) instanceof Cell.Known published
                        && sum(cells, i).orElse(null) instanceof Cell.Known sum
                        && Math.abs(sum.value() - published.value()) > tolerance) {
                      edit.file()
                          .notice(
                              Severity.WARNING,
                              "parts-differ-from-total",
                              what
                                  + ": "
                                  + number(sum.value())
                                  + " and not "
                                  + number(published.value()),
                              edit.units(level).get(i),
                              key,
                              true,
                              number(published.value()),
                              "the sum of its parts");
                    }
                  }
                }));
  }

  static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  /** Warns where a part is larger than the whole that it is a part of; the numbers stay. */
  public static Consequence atMost(Operand part, Operand whole) {
    return new Consequence(
        part.label() + " should not be above " + whole.label(),
        edit ->
            forEachYear(
                edit,
                List.of(part, whole),
                (level, year) -> {
                  ColumnKey key = part.at(level, year);
                  StoreEdit.Cells parts = edit.cells(key);
                  StoreEdit.Cells wholes = edit.cells(whole.at(level, year));
                  for (int i = 0; i < edit.units(level).size(); i++) {
                    if (parts.get(i) instanceof Cell.Known a
                        && wholes.get(i) instanceof Cell.Known b
                        && a.value() > b.value()) {
                      edit.file()
                          .notice(
                              Severity.WARNING,
                              "part-above-whole",
                              part.label() + " is above " + whole.label() + "; both are kept",
                              edit.units(level).get(i),
                              key,
                              true,
                              number(a.value()),
                              number(b.value()) + " or less");
                    }
                  }
                }));
  }

  /** Warns of numbers so large that they are unlikely; they stay. */
  public static Consequence unlikelyFrom(double limit, Operand... operands) {
    List<Operand> all = List.of(operands);
    return new Consequence(
        "numbers from "
            + number(limit)
            + " on are unlikely: "
            + all.stream().map(Operand::label).collect(Collectors.joining(", ")),
        edit ->
            all.forEach(
                operand ->
                    forEachYear(
                        edit,
                        List.of(operand),
                        (level, year) -> unlikely(edit, operand.at(level, year), limit))));
  }

  private static void unlikely(StoreEdit edit, ColumnKey key, double limit) {
    StoreEdit.Cells cells = edit.cells(key);
    for (int i = 0; i < edit.units(key.level()).size(); i++) {
      if (cells.get(i) instanceof Cell.Known known && known.value() >= limit) {
        edit.file()
            .notice(
                Severity.WARNING,
                "unlikely-number",
                key.operand().label() + " is unlikely to be so large; it is kept",
                edit.units(key.level()).get(i),
                key,
                true,
                number(known.value()),
                "less than " + number(limit));
      }
    }
  }

  /**
   * Where all parts are 0 and the total is not, the parts are missing and not 0: a block of zeros
   * stands for numbers that were not reported.
   */
  public static Consequence zerosMeanMissing(Operand total, Operand... parts) {
    List<Operand> all = List.of(parts);
    return new Consequence(
        "parts of " + total.label() + " that are all 0 are missing where the total is not 0",
        edit ->
            forEachYear(
                edit,
                all,
                (level, year) -> {
                  StoreEdit.Cells totals = edit.cells(total.at(level, year));
                  List<ColumnKey> keys = all.stream().map(part -> part.at(level, year)).toList();
                  List<StoreEdit.Cells> cells = keys.stream().map(edit::cells).toList();
                  for (int i = 0; i < edit.units(level).size(); i++) {
                    int unit = i;
                    if (areZero(cells, i)
                        && totals.get(i) instanceof Cell.Known t
                        && t.value() > 0) {
                      keys.forEach(
                          key -> edit.set(unit, key, key, Cell.absent(Reason.NOT_REPORTED)));
                      edit.file()
                          .notice(
                              Severity.WARNING,
                              "zero-block",
                              "all parts are 0 but their total is "
                                  + number(t.value())
                                  + "; the parts are taken as not reported",
                              edit.units(level).get(i),
                              keys.get(0),
                              false,
                              "0",
                              "parts that add up");
                    }
                  }
                }));
  }

  /**
   * Warns where the published number of a unit differs from the sum of the units below it by more
   * than a share of it. Units of which a part is not known are not compared.
   */
  public static Consequence reconciles(
      Operand operand, Level below, Level above, double tolerance) {
    return new Consequence(
        operand.label()
            + " of a "
            + above.words(1)
            + " is compared with the sum of its "
            + below.words(2),
        edit -> {
          EquityData data = edit.data();
          for (SchoolYear year : data.years(below, operand)) {
            reconcile(edit, operand.at(below, year), operand.at(above, year), tolerance);
          }
        });
  }

  private static void reconcile(
      StoreEdit edit, ColumnKey below, ColumnKey above, double tolerance) {
    EquityData data = edit.data();
    EquityData sums = sums(data, below, above);
    for (UnitId id : sums.units(above.level())) {
      if (sums.cell(id, above) instanceof Cell.Known sum
          && data.cell(id, above) instanceof Cell.Known published
          && differ(sum, published, tolerance)) {
        differs(edit, id, below, above, published, sum);
      }
    }
  }

  /** Returns the sums of the cells of a column, as a column of the units above. */
  static EquityData sums(EquityData data, ColumnKey below, ColumnKey above) {
    EquityData.Builder sums = EquityData.builder(data.scheme());
    addBelow(data, below, above, sums, cell -> cell);
    return sums.build();
  }

  static boolean differ(Cell.Known sum, Cell.Known published, double tolerance) {
    return Math.abs(sum.value() - published.value()) > tolerance * Math.abs(published.value());
  }

  static void differs(
      StoreEdit edit,
      UnitId id,
      ColumnKey below,
      ColumnKey above,
      Cell.Known published,
      Cell.Known sum) {
    edit.file()
        .notice(
            Severity.WARNING,
            "sum-differs-from-published",
            above.operand().label()
                + " of "
                + id.code()
                + " differs from the sum of its "
                + below.level().words(2),
            id,
            above,
            true,
            number(published.value()),
            number(sum.value()));
  }

  /** Tells how many schools and districts have all of some numbers, per year. */
  public static Consequence completeness(String what, Operand... operands) {
    List<Operand> all = List.of(operands);
    return new Consequence(
        "rows with " + what + " are counted",
        edit -> {
          TreeSet<SchoolYear> years = new TreeSet<>();
          edit.keys().stream()
              .filter(key -> all.contains(key.operand()))
              .forEach(key -> years.add(key.year()));
          years.forEach(year -> completeness(edit, what, all, year));
        });
  }

  private static void completeness(
      StoreEdit edit, String what, List<Operand> all, SchoolYear year) {
    int rows = 0;
    int complete = 0;
    List<Object> first = new ArrayList<>();
    for (Level level : List.of(Level.DISTRICT, Level.SCHOOL)) {
      List<StoreEdit.Cells> cells =
          all.stream().map(operand -> edit.cells(operand.at(level, year))).toList();
      for (int i = 0; i < edit.units(level).size(); i++) {
        int unit = i;
        if (cells.stream().allMatch(c -> isGap(c.get(unit)))) {
          continue;
        }
        rows++;
        if (first.isEmpty()) {
          first.addAll(List.of(edit.units(level).get(i), all.get(0).at(level, year)));
        }
        complete += cells.stream().allMatch(c -> c.get(unit) instanceof Cell.Known) ? 1 : 0;
      }
    }
    if (rows > 0) {
      edit.file()
          .summary(
              Severity.INFO,
              "complete-rows",
              complete + " of " + rows + " rows of schools and districts have " + what,
              (UnitId) first.get(0),
              (ColumnKey) first.get(1));
    }
  }

  private static boolean areZero(List<StoreEdit.Cells> parts, int unit) {
    for (StoreEdit.Cells part : parts) {
      if (!part.isZero(unit)) {
        return false;
      }
    }
    return true;
  }

  private interface LevelYear {
    void accept(Level level, SchoolYear year);
  }

  /** Visits each level and year in which the store has all the columns. */
  private static void forEachYear(StoreEdit edit, List<Operand> operands, LevelYear visitor) {
    TreeSet<ColumnKey> keys = edit.keys();
    keys.stream()
        .filter(key -> Objects.equals(key.operand(), operands.get(0)))
        .filter(
            key -> operands.stream().allMatch(o -> keys.contains(o.at(key.level(), key.year()))))
        .toList()
        .forEach(key -> visitor.accept(key.level(), key.year()));
  }

  /** Returns what it does, in a sentence. */
  @Override
  public String toString() {
    return says;
  }
}
