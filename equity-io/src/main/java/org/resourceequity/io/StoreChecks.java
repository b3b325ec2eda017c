package org.resourceequity.io;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Column;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Kind;
import org.resourceequity.model.Level;
import org.resourceequity.model.Measurement;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Population;
import org.resourceequity.model.Reason;
import org.resourceequity.model.UnitId;

/**
 * What every store is checked for, whatever the format of its file: that its numbers can stand
 * beside each other. The checks give notices; only numbers that cannot be zero and are printed so
 * are changed, to not reported. Time is linear in the number of cells.
 */
final class StoreChecks {

  /** Counts of people may be fractions of a whole that was rounded. */
  private static final double ROUNDING = 0.5;

  /** The share of units whose parts make the total, from which on parts are taken as complete. */
  private static final double USUALLY = 0.9;

  /**
   * How far published totals may be from the sum of their parts: not every unit is in every file.
   */
  private static final double TOTALS = 0.02;

  /** The share of units with a value below which a column is noticed. */
  private static final double HALF = 0.5;

  /** So many units make a share of them worth a notice. */
  private static final int SOME = 10;

  /** All checks, in the order in which they are made. */
  static final List<Consequence> ALL =
      List.of(
          new Consequence(
              "Where the numbers of students by race, sex or grade make the enrolment in most"
                  + " units, all zeros beside students are missing, and any other sum is a notice.",
              StoreChecks::parts),
          new Consequence(
              "A number of a group, a source of money or students with an event above the number of"
                  + " all is a notice.",
              StoreChecks::wholes),
          new Consequence(
              "More full-time equivalents of staff than students are a notice.",
              StoreChecks::staffAboveStudents),
          new Consequence(
              "Published enrolment that differs by more than 2% from the sum of the units below is"
                  + " a notice.",
              StoreChecks::totals),
          new Consequence(
              "A number that more than doubles or halves from one year to the next is a notice;"
                  + " where many do, they are one notice.",
              edit -> jumps(edit, false)),
          new Consequence(
              "A column that is known for fewer than half of its units is a notice.",
              StoreChecks::coverage));

  private StoreChecks() {}

  /** Returns the store of a file that was read, checked. */
  static EquityData check(EquityData store, FileReading file) {
    StoreEdit edit = new StoreEdit(store, file);
    ALL.forEach(check -> check.apply(edit));
    return edit.data();
  }

  /** Checks what a join brought together: numbers of neighbouring years from different sources. */
  static void checkYears(EquityData joined, FileReading file) {
    jumps(new StoreEdit(joined, file), true);
  }

  // ---- parts and wholes -------------------------------------------------------------------------

  /** The numbers of students by the values of one attribute, and of all students. */
  private record Parts(Attribute by, Column total, List<Column> columns) {

    /** Returns the sum of the parts; negative if one of them is not known. */
    double sum(int unit) {
      ExactSum sum = new ExactSum();
      for (Column column : columns) {
        if (!column.isKnown(unit)) {
          return -1;
        }
        sum.add(column.value(unit));
      }
      return sum.value();
    }

    boolean matches(double sum, int unit) {
      return Math.abs(sum - total.value(unit)) <= ROUNDING;
    }

    /** Tells whether the parts are all there are: they make the total in most units. */
    boolean areComplete() {
      int units = 0;
      int match = 0;
      for (int i = 0; i < total.size(); i++) {
        double sum = total.isKnown(i) ? sum(i) : 0;
        if (sum > 0) {
          units++;
          match += matches(sum, i) ? 1 : 0;
        }
      }
      return units > 0 && match >= USUALLY * units;
    }
  }

  private static void parts(StoreEdit edit) {
    for (Parts parts : allParts(edit.data())) {
      if (parts.areComplete()) {
        for (int i = 0; i < parts.total().size(); i++) {
          if (parts.total().isKnown(i)) {
            parts(edit, parts, i);
          }
        }
      }
    }
  }

  private static void parts(StoreEdit edit, Parts parts, int unit) {
    double sum = parts.sum(unit);
    if (sum < 0 || parts.matches(sum, unit)) {
      return;
    }
    ColumnKey first = parts.columns().get(0).key();
    UnitId id = edit.units(first.level()).get(unit);
    String by = parts.by().name().toLowerCase(java.util.Locale.ROOT);
    String total = Consequence.number(parts.total().value(unit));
    if (sum == 0) {
      for (Column column : parts.columns()) {
        edit.set(unit, column.key(), column.key(), Cell.absent(Reason.NOT_REPORTED));
      }
      edit.file()
          .notice(
              Severity.WARNING,
              "zero-block",
              "all students by " + by + " are 0 but there are " + total + " students; not reported",
              id,
              first,
              false,
              "0",
              "numbers that make " + total);
      return;
    }
    edit.file()
        .notice(
            Severity.WARNING,
            "parts-differ-from-total",
            "students by " + by + " are " + Consequence.number(sum) + " together",
            id,
            parts.total().key(),
            false,
            Consequence.number(sum),
            total);
  }

  private static List<Parts> allParts(EquityData data) {
    List<Parts> all = new ArrayList<>();
    for (Column total : data.columns().values()) {
      if (!total.key().operand().equals(Operands.ENROLMENT)) {
        continue;
      }
      for (Attribute by : List.of(Attribute.RACE, Attribute.SEX, Attribute.GRADE)) {
        List<Column> parts =
            data.columns().values().stream()
                .filter(column -> isPart(column.key(), total.key(), by))
                .toList();
        if (parts.size() > 1) {
          all.add(new Parts(by, total, parts));
        }
      }
    }
    return all;
  }

  /** Tells whether a column has the students of one value; ranges of grades overlap with grades. */
  private static boolean isPart(ColumnKey key, ColumnKey total, Attribute by) {
    return key.level() == total.level()
        && key.year().equals(total.year())
        && key.what().equals(total.what())
        && key.group().is().size() == 1
        && key.group().is().get(0).by() == by
        && !(by == Attribute.GRADE && key.group().is().get(0).code().contains("-"));
  }

  private static void wholes(StoreEdit edit) {
    EquityData data = edit.data();
    for (Column part : data.columns().values()) {
      ColumnKey key = part.key();
      if (!key.what().kind().adds()) {
        continue;
      }
      Operand same = new Operand(key.what(), key.group().all(), key.fund(), key.layer());
      if (!key.group().isAll()) {
        above(edit, part, data.column(same.at(key.level(), key.year())).orElse(null));
      }
      if (key.what().kind() == Kind.AMOUNT) {
        ColumnKey everything = Operand.of(key.what(), key.group()).at(key.level(), key.year());
        if (!everything.equals(key)) {
          above(edit, part, data.column(everything).orElse(null));
        }
      } else if (isEvent(key)) {
        Operand members = Operands.enrolment(key.group());
        above(edit, part, data.column(members.at(key.level(), key.year())).orElse(null));
      }
    }
  }

  /**
   * Tells whether a column counts those students to whom something happens. Those enrolled on
   * another day, or in classes, are not some of those enrolled.
   */
  private static boolean isEvent(ColumnKey key) {
    return key.what().unit() == Measurement.STUDENTS
        && key.group().of() == Population.STUDENTS
        && !key.what().id().contains("enrolment");
  }

  private static void above(StoreEdit edit, Column part, @Nullable Column whole) {
    if (whole == null) {
      return;
    }
    List<UnitId> units = edit.units(part.key().level());
    for (int i = 0; i < part.size(); i++) {
      if (part.isKnown(i) && whole.isKnown(i) && part.value(i) > whole.value(i) + ROUNDING) {
        String name = part.key().operand().label();
        edit.file()
            .notice(
                Severity.WARNING,
                "part-above-whole",
                name + " is above " + whole.key().operand().label() + "; both are kept",
                units.get(i),
                part.key(),
                true,
                Consequence.number(part.value(i)),
                Consequence.number(whole.value(i)) + " or less");
      }
    }
  }

  private static void staffAboveStudents(StoreEdit edit) {
    EquityData data = edit.data();
    for (Column staff : data.columns().values()) {
      ColumnKey key = staff.key();
      Column students =
          key.what().equals(Operands.TEACHERS.what())
              ? data.column(Operands.ENROLMENT.at(key.level(), key.year())).orElse(null)
              : null;
      for (int i = 0; students != null && i < staff.size(); i++) {
        if (staff.isKnown(i)
            && students.isKnown(i)
            && students.value(i) > 0
            && staff.value(i) > students.value(i)) {
          edit.file()
              .notice(
                  Severity.WARNING,
                  "fte-above-enrolment",
                  "there are more "
                      + key.group().of().words()
                      + " (full-time equivalents) than students; both are kept",
                  edit.units(key.level()).get(i),
                  key,
                  true,
                  Consequence.number(staff.value(i)),
                  Consequence.number(students.value(i)) + " or less");
        }
      }
    }
  }

  // ---- totals, years, coverage ------------------------------------------------------------------

  private static void totals(StoreEdit edit) {
    for (ColumnKey key : edit.keys()) {
      for (Level below : List.of(Level.DISTRICT, Level.SCHOOL)) {
        ColumnKey parts = key.operand().at(below, key.year());
        if (key.what().equals(Operands.ENROLMENT.what())
            && key.level().ordinal() + 1 == below.ordinal()
            && edit.data().column(parts).isPresent()) {
          totals(edit, parts, key);
        }
      }
    }
  }

  /** Notices totals that differ where most do not: in other files they are about other people. */
  private static void totals(StoreEdit edit, ColumnKey below, ColumnKey above) {
    EquityData data = edit.data();
    EquityData sums = Consequence.sums(data, below, above);
    List<Runnable> differences = new ArrayList<>();
    int compared = 0;
    for (UnitId id : sums.units(above.level())) {
      if (sums.cell(id, above) instanceof Cell.Known sum
          && data.cell(id, above) instanceof Cell.Known published) {
        compared++;
        if (Consequence.differ(sum, published, TOTALS)) {
          differences.add(() -> Consequence.differs(edit, id, below, above, published, sum));
        }
      }
    }
    if (compared >= SOME && differences.size() <= (1 - USUALLY) * compared) {
      differences.forEach(Runnable::run);
    }
  }

  /**
   * Compares each number with that of the year before.
   *
   * @param otherSources whether only years from different sources are compared
   */
  private static void jumps(StoreEdit edit, boolean otherSources) {
    EquityData data = edit.data();
    for (Column after : data.columns().values()) {
      ColumnKey key = after.key();
      Column before = data.column(key.operand().at(key.level(), key.year().plus(-1))).orElse(null);
      if (before != null && !(otherSources && before.sources().equals(after.sources()))) {
        jumps(edit, before, after);
      }
    }
  }

  /** Notices each number that jumps; if many do, it is the column that has changed. */
  private static void jumps(StoreEdit edit, Column before, Column after) {
    double least = smallestJump(after.key().what().unit());
    List<Integer> jumps = new ArrayList<>();
    int compared = 0;
    for (int i = 0; i < after.size(); i++) {
      if (before.isKnown(i) && after.isKnown(i)) {
        compared++;
        if (isJump(before.value(i), after.value(i), least)) {
          jumps.add(i);
        }
      }
    }
    if (compared >= SOME && jumps.size() > (1 - USUALLY) * compared) {
      edit.file()
          .summary(
              Severity.WARNING,
              "series-break",
              "%s more than doubles or halves in %d of %d %s from %s to %s"
                  .formatted(
                      after.key().operand().label(),
                      jumps.size(),
                      compared,
                      after.key().level().words(2),
                      before.key().year(),
                      after.key().year()),
              edit.units(after.key().level()).get(jumps.get(0)),
              after.key());
    } else {
      jumps.forEach(unit -> jump(edit, before, after, unit));
    }
  }

  private static void jump(StoreEdit edit, Column before, Column after, int unit) {
    UnitId id = edit.units(after.key().level()).get(unit);
    String was = Consequence.number(before.value(unit));
    String is = Consequence.number(after.value(unit));
    edit.file()
        .notice(
            Severity.WARNING,
            "sudden-jump",
            "%s of %s was %s in %s and is %s in %s"
                .formatted(
                    after.key().operand().label(),
                    edit.data().name(id),
                    was,
                    before.key().year(),
                    is,
                    after.key().year()),
            id,
            after.key(),
            true,
            is,
            "about " + was);
  }

  private static boolean isJump(double before, double after, double least) {
    double low = Math.min(Math.abs(before), Math.abs(after));
    double high = Math.max(Math.abs(before), Math.abs(after));
    return high > 2 * low && Math.abs(after - before) >= least;
  }

  /** Returns the smallest difference that matters; small numbers double by chance. */
  private static double smallestJump(Measurement unit) {
    return switch (unit) {
      case STUDENTS, PEOPLE -> 100;
      case FTE, CLASSES -> 20;
      case DOLLARS -> 1_000_000;
      case DOLLARS_PER_STUDENT, DOLLARS_PER_FTE -> 5_000;
      case SHARE -> 0.5;
      case STUDENTS_PER_CLASS, STUDENTS_PER_FTE -> 15;
      case FTE_PER_STUDENT, NUMBER -> Double.POSITIVE_INFINITY;
    };
  }

  private static void coverage(StoreEdit edit) {
    EquityData data = edit.data();
    Map<String, List<Column>> together = new TreeMap<>();
    for (Column column : data.columns().values()) {
      String of = column.key().level() + " " + column.key().year();
      together.computeIfAbsent(of, key -> new ArrayList<>()).add(column);
    }
    for (List<Column> columns : together.values()) {
      BitSet units = new BitSet();
      for (Column column : columns) {
        for (int i = 0; i < column.size(); i++) {
          if (column.reason(i) != Reason.STRUCTURAL_GAP) {
            units.set(i);
          }
        }
      }
      int of = units.cardinality();
      List<Column> low = columns.stream().filter(c -> c.known() < HALF * of).toList();
      if (of >= SOME && !low.isEmpty()) {
        coverage(edit, low, columns.size(), of);
      }
    }
  }

  /** Says of the columns of a level and year that few cells are known, with one as an example. */
  private static void coverage(StoreEdit edit, List<Column> low, int columns, int units) {
    Column column = low.get(0);
    ColumnKey key = column.key();
    List<UnitId> ids = edit.units(key.level());
    int first = 0;
    while (first < column.size() - 1
        && Objects.equals(column.reason(first), Reason.STRUCTURAL_GAP)) {
      first++;
    }
    edit.file()
        .summary(
            Severity.INFO,
            "low-coverage",
            "%d of %d columns of %s are known for fewer than half of %d %s, such as %s, known for %d"
                .formatted(
                    low.size(),
                    columns,
                    key.year(),
                    units,
                    key.level().words(2),
                    key.operand().label(),
                    column.known()),
            ids.get(first),
            key);
  }
}
