package org.resourceequity.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Outcome;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Ratio;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId;
import org.resourceequity.sample.Condition;

/**
 * Groups of units compared by one ratio: schools in quartiles of need, or by what a directory says
 * of them. The aggregation is POOLED where numerator and denominator are known, STUDENT_EXPOSURE
 * where only a rate is published, unless the caller names one.
 */
public final class GroupComparison {

  private final List<GroupValue> groups;
  private final List<UnitValue> units;
  private final String grouping;
  private final Aggregation aggregation;
  private final Coverage coverage;
  private final Provenance provenance;

  /**
   * One group.
   *
   * @param label what the group is called
   * @param units number of units
   * @param students students in them, as far as known
   * @param low smallest value of the grouping measure; null for groups by name or without units
   * @param high largest
   * @param value the group's value; null if it has no units
   */
  public record GroupValue(
      String label,
      int units,
      double students,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double value) {}

  /**
   * One unit.
   *
   * @param id its id
   * @param name its name
   * @param group position of its group
   * @param measure the grouping measure; 0 for groups by name
   * @param value its value
   * @param weight its weight within the group
   * @param students its students
   */
  public record UnitValue(
      UnitId id,
      String name,
      int group,
      double measure,
      double value,
      double weight,
      double students) {}

  /**
   * What a comparison would be without one unit.
   *
   * @param unit the unit left out
   * @param first value of the first group without it
   * @param second value of the second group without it
   */
  public record Without(UnitValue unit, double first, double second) {}

  private GroupComparison(
      List<GroupValue> groups,
      List<UnitValue> units,
      String grouping,
      Aggregation aggregation,
      Coverage coverage,
      Provenance provenance) {
    this.groups = List.copyOf(groups);
    this.units = List.copyOf(units);
    this.grouping = grouping;
    this.aggregation = aggregation;
    this.coverage = coverage;
    this.provenance = provenance;
  }

  /**
   * Compares groups of units made by a measure such as need.
   *
   * @param resource what is compared
   * @param by the measure that makes the groups
   * @param grouping the rule
   * @param strata whether groups are made within each kind of school
   * @param aggregation the aggregation; null for the default of the ratio
   */
  public static Outcome<GroupComparison> byMeasure(
      EquityData data,
      Ratio resource,
      Ratio by,
      Grouping grouping,
      Strata strata,
      @Nullable Aggregation aggregation,
      Scope scope,
      Conventions conventions) {
    List<Operand> others = new ArrayList<>(Question.operands(resource));
    others.add(resource.weight());
    others.addAll(Question.operands(by));
    Outcome<Frame> outcome = Frame.of(data, scope, Question.numerator(resource), others);
    if (outcome instanceof Outcome.Undefined<Frame> undefined) {
      return Outcome.undefined(undefined.requirement(), undefined.detail());
    }
    Frame frame = outcome.get();
    frame.positive(resource.weight());
    Question.usable(by, frame);
    Question.usable(resource, frame);
    if (strata == Strata.SCHOOL_LEVEL) {
      leaveOutSmallKinds(frame, grouping.groups());
    }
    int[] used = frame.used();
    double[] measure = Question.values(by, frame, used);
    int[] group = new int[used.length];
    Map<SchoolLevel, List<Integer>> parts = new LinkedHashMap<>();
    for (int i = 0; i < used.length; i++) {
      SchoolLevel part = strata == Strata.SCHOOL_LEVEL ? frame.kind(used[i]) : SchoolLevel.UNKNOWN;
      parts.computeIfAbsent(part, p -> new ArrayList<>()).add(i);
    }
    for (List<Integer> part : parts.values()) {
      int[] members = part.stream().mapToInt(Integer::intValue).toArray();
      double[] some = Arrays.stream(members).mapToDouble(i -> measure[i]).toArray();
      double[] students =
          Arrays.stream(members).mapToDouble(i -> frame.students(used[i])).toArray();
      List<String> keys = part.stream().map(i -> frame.units().get(used[i]).code()).toList();
      int[] assigned = grouping.assign(some, students, keys);
      for (int i = 0; i < members.length; i++) {
        group[members[i]] = assigned[i];
      }
    }
    List<String> labels = new ArrayList<>();
    for (int g = 0; g < grouping.groups(); g++) {
      labels.add(labelOf(g, grouping.groups(), by));
    }
    String id = grouping.id() + (strata == Strata.SCHOOL_LEVEL ? ",within-school-level" : "");
    return finish(
        frame, used, group, measure, labels, id, resource, aggregation, conventions, true);
  }

  /**
   * Compares groups of units by a property that a directory knows, such as Title I status.
   *
   * @param labels what the groups are called
   * @param property the group of a unit in a year, empty if it is not known
   */
  public static Outcome<GroupComparison> byProperty(
      EquityData data,
      Ratio resource,
      List<String> labels,
      String propertyName,
      BiFunction<UnitId, SchoolYear, Optional<Integer>> property,
      Scope scope,
      Conventions conventions) {
    List<Operand> others = new ArrayList<>(Question.operands(resource));
    others.add(resource.weight());
    Outcome<Frame> outcome = Frame.of(data, scope, Question.numerator(resource), others);
    if (outcome instanceof Outcome.Undefined<Frame> undefined) {
      return Outcome.undefined(undefined.requirement(), undefined.detail());
    }
    Frame frame = outcome.get();
    frame.positive(resource.weight());
    frame.keep(
        i -> property.apply(frame.units().get(i), frame.year()).isPresent(),
        "without " + propertyName);
    Question.usable(resource, frame);
    int[] used = frame.used();
    int[] group =
        Arrays.stream(used)
            .map(i -> property.apply(frame.units().get(i), frame.year()).orElse(0))
            .toArray();
    return finish(
        frame,
        used,
        group,
        new double[used.length],
        labels,
        "by-property:" + propertyName.replace(' ', '-'),
        resource,
        null,
        conventions,
        false);
  }

  /** A kind of school with fewer schools than groups cannot be spread over the groups. */
  private static void leaveOutSmallKinds(Frame frame, int groups) {
    Map<SchoolLevel, Integer> schools = new LinkedHashMap<>();
    for (int unit : frame.used()) {
      schools.merge(frame.kind(unit), 1, Integer::sum);
    }
    frame.keep(
        unit -> schools.getOrDefault(frame.kind(unit), 0) >= groups,
        "of a level with fewer than " + groups + " schools");
  }

  private static String labelOf(int group, int groups, Ratio by) {
    String measure = by.label();
    if (group == 0) {
      return "lowest " + measure;
    }
    if (group == groups - 1) {
      return "highest " + measure;
    }
    return "group " + (group + 1) + " of " + groups;
  }

  private static Outcome<GroupComparison> finish(
      Frame frame,
      int[] used,
      int[] group,
      double[] measure,
      List<String> labels,
      String grouping,
      Ratio resource,
      @Nullable Aggregation wanted,
      Conventions conventions,
      boolean measured) {
    Aggregation standard =
        resource instanceof Ratio.Pooled ? Aggregation.POOLED : Aggregation.STUDENT_EXPOSURE;
    Aggregation aggregation = wanted == null ? standard : wanted;
    if (aggregation == Aggregation.POOLED && standard != Aggregation.POOLED) {
      throw new IllegalArgumentException(
          resource.label() + " is published as a rate and cannot be pooled");
    }
    Coverage coverage = frame.coverage(frame.all());
    if (coverage.studentsInScope() > 0 && coverage.share() < conventions.minimumCoverage()) {
      return Outcome.undefined(
          Condition.COVERAGE,
          String.format(
                  Locale.ROOT,
                  "only %.1f%% of students are in %s whose data are complete, at least %.0f%% are"
                      + " needed",
                  100 * coverage.share(),
                  frame.units().isEmpty() ? "units" : frame.units().get(0).level().words(2),
                  100 * conventions.minimumCoverage())
              + exclusionsInWords(coverage));
    }
    if (used.length == 0) {
      return Outcome.undefined(
          Condition.SOME_UNITS, "no unit has complete data" + exclusionsInWords(coverage));
    }
    double[] values = Question.values(resource, frame, used);
    double[] weights = frame.values(resource.weight(), used);
    if (aggregation == Aggregation.MEAN_OF_UNITS) {
      Arrays.fill(weights, 1);
    } else if (aggregation == Aggregation.STUDENT_EXPOSURE && standard == Aggregation.POOLED) {
      weights = Arrays.stream(used).mapToDouble(frame::students).toArray();
    }
    List<UnitValue> units = new ArrayList<>();
    for (int i = 0; i < used.length; i++) {
      units.add(
          new UnitValue(
              frame.units().get(used[i]),
              frame.name(used[i]),
              group[i],
              measure[i],
              values[i],
              weights[i],
              frame.students(used[i])));
    }
    List<GroupValue> groups = new ArrayList<>();
    for (int g = 0; g < labels.size(); g++) {
      groups.add(groupValue(labels.get(g), g, units, measured));
    }
    return Outcome.of(
        new GroupComparison(
            groups,
            units,
            grouping,
            aggregation,
            coverage,
            frame.provenance(aggregation.words(), "groups: " + grouping)));
  }

  private static String exclusionsInWords(Coverage coverage) {
    StringBuilder text = new StringBuilder();
    for (Coverage.Exclusion exclusion : coverage.exclusions()) {
      text.append(text.length() == 0 ? ": " : ", ")
          .append(exclusion.units().size())
          .append(" ")
          .append(exclusion.reason());
    }
    return text.toString();
  }

  private static GroupValue groupValue(
      String label, int group, List<UnitValue> units, boolean measured) {
    List<UnitValue> members = units.stream().filter(u -> u.group() == group).toList();
    double students = members.stream().mapToDouble(UnitValue::students).sum();
    if (members.isEmpty()) {
      return new GroupValue(label, 0, 0, null, null, null);
    }
    double low = members.stream().mapToDouble(UnitValue::measure).min().orElse(0);
    double high = members.stream().mapToDouble(UnitValue::measure).max().orElse(0);
    return new GroupValue(
        label,
        members.size(),
        students,
        measured ? low : null,
        measured ? high : null,
        Sums.of(members).mean());
  }

  /** Returns the groups, the one with the least of the measure first. */
  public List<GroupValue> groups() {
    return groups;
  }

  /** Returns the units with their groups. */
  public List<UnitValue> units() {
    return units;
  }

  /** Returns the id of the grouping rule. */
  public String grouping() {
    return grouping;
  }

  /** Returns how units became groups' values. */
  public Aggregation aggregation() {
    return aggregation;
  }

  /** Returns what was used and what was left out. */
  public Coverage coverage() {
    return coverage;
  }

  /** Returns sources, years and conventions. */
  public Provenance provenance() {
    return provenance;
  }

  /** Returns the sum of the weights of a group's units: with POOLED, its denominator. */
  public double weight(int group) {
    return units.stream().filter(u -> u.group() == group).mapToDouble(UnitValue::weight).sum();
  }

  /** Returns the value over all units. */
  public double overall() {
    return Sums.of(units).mean();
  }

  /** Returns the group with the most of the measure. */
  public GroupValue highest() {
    return groups.get(groups.size() - 1);
  }

  /** Returns the group with the least of the measure. */
  public GroupValue lowest() {
    return groups.get(0);
  }

  /**
   * Leaves out each unit of two groups in turn and returns the first that turns their order round;
   * empty if none does. Each group needs two units.
   */
  public Optional<Without> reversal(int first, int second) {
    List<UnitValue> a = units.stream().filter(u -> u.group() == first).toList();
    List<UnitValue> b = units.stream().filter(u -> u.group() == second).toList();
    if (a.size() < 2 || b.size() < 2) {
      return Optional.empty();
    }
    Sums sumsA = Sums.of(a);
    Sums sumsB = Sums.of(b);
    double sign = Math.signum(sumsA.mean() - sumsB.mean());
    for (UnitValue unit : a) {
      double without = sumsA.without(unit);
      if (Math.signum(without - sumsB.mean()) * sign < 0) {
        return Optional.of(new Without(unit, without, sumsB.mean()));
      }
    }
    for (UnitValue unit : b) {
      double without = sumsB.without(unit);
      if (Math.signum(sumsA.mean() - without) * sign < 0) {
        return Optional.of(new Without(unit, sumsA.mean(), without));
      }
    }
    return Optional.empty();
  }

  /**
   * Sums of one group, from which leaving a unit out is a subtraction.
   *
   * @param held weighted sum of the values
   * @param weight sum of the weights
   */
  private record Sums(double held, double weight) {
    static Sums of(List<UnitValue> units) {
      ExactSum held = new ExactSum();
      ExactSum weight = new ExactSum();
      for (UnitValue unit : units) {
        held.addProduct(unit.weight(), unit.value());
        weight.add(unit.weight());
      }
      return new Sums(held.value(), weight.value());
    }

    double mean() {
      return held / weight;
    }

    double without(UnitValue unit) {
      double rest = weight - unit.weight();
      return rest > 0 ? (held - unit.weight() * unit.value()) / rest : mean();
    }
  }
}
