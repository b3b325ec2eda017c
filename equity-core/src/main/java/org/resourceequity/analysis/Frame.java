package org.resourceequity.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.metric.Outcome;
import org.resourceequity.model.Column;
import org.resourceequity.model.DistrictFacts;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.Source;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Units;

/**
 * The columns of one question side by side, for the units in scope. It decides which year of each
 * column is used, and remembers for each unit whether it can be used or why not.
 *
 * <p>Years: the main quantity is taken from the scope's year, or from the latest year in which any
 * unit in scope has it. Every other quantity is taken from the same year, else from the nearest
 * year within the scope's gap, the earlier of two equally near; beyond the gap there is no frame,
 * and the reason says which gap would do.
 *
 * <p>A unit is in scope if the directory has it in the main year, or if any of the columns says
 * anything about it.
 */
final class Frame {

  private final EquityData data;
  private final Scope scope;
  private final SchoolYear year;
  private final Map<Operand, Column> columns;
  private final Map<String, SchoolYear> years;
  private final List<UnitId> units;
  private final int[] places;
  private final double[] students;
  private final @Nullable String[] reasons;
  private final boolean[] asked;
  private final boolean[] counted;

  private Frame(
      EquityData data,
      Scope scope,
      SchoolYear year,
      Map<Operand, Column> columns,
      Map<String, SchoolYear> years,
      List<UnitId> units) {
    this.data = data;
    this.scope = scope;
    this.year = year;
    this.columns = columns;
    this.years = years;
    this.units = units;
    this.places = units.stream().mapToInt(data::index).toArray();
    this.reasons = new @Nullable String[places.length];
    this.students = new double[places.length];
    this.asked = new boolean[places.length];
    this.counted = new boolean[places.length];
    Arrays.fill(asked, true);
    Column enrolled = columns.get(Operands.ENROLMENT);
    for (int i = 0; i < places.length; i++) {
      if (enrolled != null && enrolled.isKnown(places[i])) {
        students[i] = Math.max(0, enrolled.value(places[i]));
        counted[i] = true;
      }
    }
  }

  /** Brings the columns together; {@code main} decides the year, {@code others} must be near it. */
  static Outcome<Frame> of(EquityData data, Scope scope, Operand main, List<Operand> others) {
    List<UnitId> candidates = candidates(data, scope);
    NavigableSet<SchoolYear> known = knownYears(data, scope, main, candidates);
    if (known.isEmpty()) {
      return Outcome.undefined(
          Condition.APPLICABLE,
          "the data do not have the " + main.label() + " of " + scope.units().words(2));
    }
    SchoolYear year = scope.year() == null ? known.last() : scope.year();
    if (!known.contains(year)) {
      return Outcome.undefined(
          Condition.APPLICABLE,
          main.label() + " is not known for " + year + ", only for " + list(known));
    }
    Map<Operand, Column> columns = new LinkedHashMap<>();
    Map<String, SchoolYear> years = new LinkedHashMap<>();
    columns.put(main, data.columns().get(main.at(scope.units(), year)));
    years.put(main.label(), year);
    for (Operand other : others) {
      if (columns.containsKey(other)) {
        continue;
      }
      NavigableSet<SchoolYear> has = knownYears(data, scope, other, candidates);
      Optional<SchoolYear> nearest = nearest(has, year);
      if (nearest.isEmpty()) {
        return Outcome.undefined(
            Condition.APPLICABLE,
            "the data do not have the " + other.label() + " of " + scope.units().words(2));
      }
      int gap = nearest.get().gap(year);
      if (gap > scope.yearGap()) {
        return Outcome.undefined(
            Condition.APPLICABLE,
            main.label()
                + " is known for "
                + year
                + ", but "
                + other.label()
                + " only for "
                + list(has)
                + "; to use them together, allow a gap with --year-gap "
                + gap);
      }
      columns.put(other, data.columns().get(other.at(scope.units(), nearest.get())));
      years.put(other.label(), nearest.get());
    }
    if (!columns.containsKey(Operands.ENROLMENT)) {
      nearest(data.years(scope.units(), Operands.ENROLMENT), year)
          .filter(near -> near.gap(year) <= scope.yearGap())
          .ifPresent(
              near -> {
                columns.put(
                    Operands.ENROLMENT,
                    data.columns().get(Operands.ENROLMENT.at(scope.units(), near)));
                if (!near.equals(year)) {
                  years.put(Operands.ENROLMENT.label(), near);
                }
              });
    }
    List<UnitId> units =
        candidates.stream()
            .filter(id -> isIn(data, id, scope.district(), year))
            .filter(id -> isKind(data, id, scope.level(), year))
            .filter(id -> exists(data, id, year, columns))
            .toList();
    return Outcome.of(new Frame(data, scope, year, columns, years, units));
  }

  private static String list(NavigableSet<SchoolYear> years) {
    return String.join(", ", years.stream().map(SchoolYear::toString).toList());
  }

  private static List<UnitId> candidates(EquityData data, Scope scope) {
    DistrictId district = scope.district();
    List<UnitId> units = data.units(scope.units());
    if (district == null) {
      return units;
    }
    if (scope.units() == Level.DISTRICT) {
      return units.stream().filter(district::equals).toList();
    }
    return data.everBelow(district, scope.units());
  }

  /** A unit counts where it belonged in the year, not where it belongs now. */
  private static boolean isIn(
      EquityData data, UnitId id, @Nullable DistrictId district, SchoolYear year) {
    return district == null
        || data.ancestor(id, Level.DISTRICT, year).filter(district::equals).isPresent();
  }

  private static NavigableSet<SchoolYear> knownYears(
      EquityData data, Scope scope, Operand operand, List<UnitId> units) {
    NavigableSet<SchoolYear> years = new java.util.TreeSet<>();
    for (SchoolYear year : data.years(scope.units(), operand)) {
      Column column = data.columns().get(operand.at(scope.units(), year));
      if (column != null
          && units.stream()
              .anyMatch(
                  id ->
                      column.isKnown(data.index(id))
                          && isKind(data, id, scope.level(), year)
                          && isIn(data, id, scope.district(), year))) {
        years.add(year);
      }
    }
    return years;
  }

  private static Optional<SchoolYear> nearest(NavigableSet<SchoolYear> years, SchoolYear year) {
    return years.stream()
        .min(
            java.util.Comparator.comparingInt((SchoolYear y) -> y.gap(year))
                .thenComparing(java.util.Comparator.naturalOrder()));
  }

  private static boolean isKind(
      EquityData data, UnitId id, @Nullable SchoolLevel level, SchoolYear year) {
    return level == null || kind(data, id, year) == level;
  }

  private static SchoolLevel kind(EquityData data, UnitId id, SchoolYear year) {
    return id instanceof SchoolId school
        ? data.facts(school, year).map(SchoolFacts::level).orElse(SchoolLevel.UNKNOWN)
        : SchoolLevel.UNKNOWN;
  }

  private static boolean exists(
      EquityData data, UnitId id, SchoolYear year, Map<Operand, Column> columns) {
    boolean listed =
        id instanceof SchoolId school
            ? data.facts(school).containsKey(year)
            : id instanceof DistrictId district && data.facts(district).containsKey(year);
    int place = data.index(id);
    return listed
        || columns.values().stream().anyMatch(c -> c.reason(place) != Reason.STRUCTURAL_GAP);
  }

  EquityData data() {
    return data;
  }

  SchoolYear year() {
    return year;
  }

  List<UnitId> units() {
    return units;
  }

  SchoolLevel kind(int unit) {
    return kind(data, units.get(unit), year);
  }

  /** Leaves out, with a reason, every unit of which the quantity is not known. */
  Frame require(Operand operand) {
    Column column = column(operand);
    for (int i = 0; i < places.length; i++) {
      Reason reason = column.reason(places[i]);
      if (reason != null && reasons[i] == null) {
        asked[i] = reason != Reason.NOT_APPLICABLE;
        reasons[i] =
            "without "
                + operand.label()
                + (reason == Reason.STRUCTURAL_GAP || reason == Reason.NOT_REPORTED
                    ? ""
                    : " (" + reason.words() + ")");
      }
    }
    return this;
  }

  /** Leaves out the units that are excluded by choice; they are not in scope. */
  Frame leaveOut(Exclusions exclusions) {
    for (int i = 0; i < places.length; i++) {
      String reason =
          exclusions.charters() && isCharter(units.get(i))
              ? "charter, left out by choice"
              : counted[i] && students[i] < exclusions.fewerStudentsThan()
                  ? String.format(
                      Locale.ROOT,
                      "with fewer than %.0f students, left out by choice",
                      exclusions.fewerStudentsThan())
                  : null;
      if (reason != null) {
        reasons[i] = reason;
        asked[i] = false;
      }
    }
    return this;
  }

  private boolean isCharter(UnitId id) {
    return id instanceof SchoolId school
        ? data.facts(school, year).map(SchoolFacts::charter).orElse(false)
        : id instanceof DistrictId district
            && data.facts(district, year).map(DistrictFacts::charter).orElse(false);
  }

  /** Leaves out, with the given reason, every unit that does not pass the test. */
  Frame keep(IntPredicate test, String reason) {
    for (int i = 0; i < places.length; i++) {
      if (reasons[i] == null && !test.test(i)) {
        reasons[i] = reason;
      }
    }
    return this;
  }

  /** Leaves out every unit whose quantity is zero or negative: it cannot be divided by. */
  Frame positive(Operand operand) {
    require(operand);
    return keep(i -> column(operand).value(places[i]) > 0, "with no " + operand.label());
  }

  private Column column(Operand operand) {
    Column column = columns.get(operand);
    if (column == null) {
      throw new IllegalStateException(operand.label() + " is not part of this frame");
    }
    return column;
  }

  /** Returns the positions of all units. */
  int[] all() {
    return IntStream.range(0, places.length).toArray();
  }

  /** Returns the positions of the units that are used. */
  int[] used() {
    return used(all());
  }

  /** Returns those of the given units that are used. */
  int[] used(int[] part) {
    return Arrays.stream(part).filter(i -> reasons[i] == null).toArray();
  }

  /** Returns the quantity of the given units, which must be known. */
  double[] values(Operand operand, int[] chosen) {
    Column column = column(operand);
    return Arrays.stream(chosen).mapToDouble(i -> column.value(places[i])).toArray();
  }

  double students(int unit) {
    return students[unit];
  }

  /** Returns units for a sample: keys, and parents at the levels above. */
  Units sampleUnits(int[] chosen) {
    List<String> keys = new ArrayList<>();
    for (int i : chosen) {
      keys.add(units.get(i).code());
    }
    Units result = Units.of(keys);
    if (scope.units() == Level.SCHOOL) {
      List<String> districts = new ArrayList<>();
      for (int i : chosen) {
        districts.add(
            data.ancestor(units.get(i), Level.DISTRICT, year).map(UnitId::code).orElse(""));
      }
      result = result.within("district", districts);
      List<String> states = new ArrayList<>();
      for (int i : chosen) {
        data.ancestor(units.get(i), Level.STATE, year).map(UnitId::code).ifPresent(states::add);
      }
      if (!states.isEmpty() && states.size() == chosen.length) {
        result = result.within("state", states);
      }
    }
    return result;
  }

  String name(int unit) {
    return data.name(units.get(unit));
  }

  /**
   * Returns the coverage of a part of the units. Units to which the question does not apply are
   * named among the exclusions, but are not in scope.
   */
  Coverage coverage(int[] part) {
    int inScope = 0;
    int used = 0;
    double all = 0;
    double covered = 0;
    int withoutStudents = 0;
    TreeMap<String, List<String>> left = new TreeMap<>();
    for (int i : part) {
      if (asked[i]) {
        inScope++;
        all += students[i];
        withoutStudents += counted[i] ? 0 : 1;
      }
      String reason = reasons[i];
      if (reason == null) {
        used++;
        covered += students[i];
      } else {
        left.computeIfAbsent(reason, r -> new ArrayList<>()).add(name(i));
      }
    }
    List<Coverage.Exclusion> exclusions = new ArrayList<>();
    left.forEach((reason, names) -> exclusions.add(new Coverage.Exclusion(reason, names)));
    return new Coverage(inScope, used, all, covered, withoutStudents, exclusions);
  }

  /** Returns sources and years. */
  Provenance provenance(String... conventions) {
    LinkedHashSet<Source> sources = new LinkedHashSet<>();
    columns.values().forEach(column -> sources.addAll(column.sources()));
    return new Provenance(List.copyOf(sources), years, List.of(conventions));
  }
}
