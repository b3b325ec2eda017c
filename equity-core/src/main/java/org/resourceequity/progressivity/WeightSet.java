package org.resourceequity.progressivity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Units;

/**
 * How much more a student with a need counts: the weights of a funding formula, as data with a
 * source and a year. {@link #weightedStudents} counts students by them; {@link #perWeightedStudent}
 * gives the distribution of dollars per weighted student, which any index of inequality takes. With
 * weights of 0 it is the distribution of dollars per student.
 *
 * @param id stable name, such as "illinois-ebf"
 * @param source law or publication
 * @param year the year for which the weights hold
 * @param combination how a student with several needs counts
 * @param weights additional weights by need, the tiers of a need in ascending order of their share
 * @param cap largest additional weight per student of a unit, for CAPPED; else infinite
 */
public record WeightSet(
    String id,
    String source,
    String year,
    Combination combination,
    Map<String, List<Tier>> weights,
    double cap) {

  /** How the needs of a unit are combined. */
  public enum Combination {
    /** Each need adds its weight: n + Σ ω c. */
    ADDITIVE,
    /** Only the need that adds most counts: n + max ω c. */
    MAX_ONLY,
    /** As ADDITIVE, but a unit adds no more than the cap per student. */
    CAPPED,
    /** As ADDITIVE, but weights depend on the share of students with the need. */
    TIERS
  }

  /**
   * A weight for the students with a need beyond a share of all students.
   *
   * @param above share from which on the weight counts; 0 for all students with the need
   * @param weight additional weight of each, added to that of the tiers below
   */
  public record Tier(double above, double weight) {
    /** Checks both. */
    public Tier {
      Checks.within(above, 0, 1, "above");
      Checks.within(weight, 0, Double.MAX_VALUE, "weight");
    }
  }

  /** Whose number weighs a unit in the distribution. */
  public enum UnitWeight {
    /** Students. */
    STUDENTS,
    /** Weighted students. */
    WEIGHTED_STUDENTS
  }

  /** Checks that the combination fits the tiers and the cap. */
  public WeightSet {
    Checks.notBlank(id, "id");
    Checks.notBlank(source, "source");
    Checks.notBlank(year, "year");
    LinkedHashMap<String, List<Tier>> copy = new LinkedHashMap<>();
    for (Map.Entry<String, List<Tier>> need : weights.entrySet()) {
      List<Tier> tiers = List.copyOf(need.getValue());
      boolean flat = tiers.size() == 1 && tiers.get(0).above() == 0;
      if (!flat && combination != Combination.TIERS) {
        throw new IllegalArgumentException(
            need.getKey() + " has the tiers " + tiers + ", expected one from 0 for " + combination);
      }
      copy.put(need.getKey(), tiers);
    }
    weights = Collections.unmodifiableMap(copy);
    if (!(cap >= 0) || Double.isFinite(cap) != (combination == Combination.CAPPED)) {
      throw new IllegalArgumentException(
          "cap is " + cap + ", expected a positive number for CAPPED, else infinity");
    }
  }

  /** Returns a set in which each need adds a weight. */
  public static WeightSet additive(
      String id, String source, String year, Map<String, Double> weights) {
    LinkedHashMap<String, List<Tier>> tiers = new LinkedHashMap<>();
    weights.forEach((need, weight) -> tiers.put(need, List.of(new Tier(0, weight))));
    return new WeightSet(id, source, year, Combination.ADDITIVE, tiers, Double.POSITIVE_INFINITY);
  }

  /** Returns the set with another combination, and a cap for CAPPED. */
  public WeightSet combined(Combination combination, double cap) {
    return new WeightSet(id, source, year, combination, weights, cap);
  }

  /**
   * Returns weighted students per unit: students plus what their needs add. A value of 0 is a
   * number.
   *
   * @param students students per unit
   * @param counts students with each need per unit; a need of the set must be there
   * @throws IllegalArgumentException if a need is missing, or more students have it than there are
   */
  public double[] weightedStudents(double[] students, Map<String, double[]> counts) {
    Checks.notNegative(students, "students");
    for (String need : weights.keySet()) {
      double[] having = counts.get(need);
      if (having == null) {
        throw new IllegalArgumentException(
            "no counts of \"" + need + "\" among " + counts.keySet());
      }
      Checks.sameLength(having.length, students.length, need);
      Checks.notNegative(having, need);
      for (int i = 0; i < having.length; i++) {
        Checks.within(having[i], 0, students[i], need + "[" + i + "]");
      }
    }
    double[] weighted = new double[students.length];
    for (int i = 0; i < weighted.length; i++) {
      weighted[i] = students[i] + added(i, students[i], counts);
    }
    return weighted;
  }

  private double added(int unit, double students, Map<String, double[]> counts) {
    ExactSum sum = new ExactSum();
    double most = 0;
    for (Map.Entry<String, List<Tier>> need : weights.entrySet()) {
      double having = counts.getOrDefault(need.getKey(), new double[0])[unit];
      double added = 0;
      for (Tier tier : need.getValue()) {
        added += tier.weight() * Math.max(0, having - tier.above() * students);
      }
      sum.add(added);
      most = Math.max(most, added);
    }
    return combination == Combination.MAX_ONLY ? most : Math.min(sum.value(), largest(students));
  }

  private double largest(double students) {
    return combination == Combination.CAPPED ? cap * students : Double.MAX_VALUE;
  }

  /**
   * Returns dollars per weighted student. Units without students are left out. Undefined
   * (SOME_UNITS) if there is no other.
   *
   * @param dollars total of each unit
   * @param weight whose number weighs a unit
   */
  public Outcome<Distribution> perWeightedStudent(
      Units units,
      double[] dollars,
      double[] students,
      Map<String, double[]> counts,
      UnitWeight weight) {
    Checks.sameLength(dollars.length, units.size(), "dollars");
    Checks.sameLength(students.length, units.size(), "students");
    double[] weighted = weightedStudents(students, counts);
    int[] counted = IntStream.range(0, students.length).filter(i -> students[i] > 0).toArray();
    if (counted.length == 0) {
      return Outcome.undefined(Condition.SOME_UNITS, "no unit has students");
    }
    List<String> keys = new ArrayList<>();
    double[] values = new double[counted.length];
    double[] weights = new double[counted.length];
    for (int i = 0; i < counted.length; i++) {
      int unit = counted[i];
      keys.add(units.key(unit));
      values[i] = dollars[unit] / weighted[unit];
      weights[i] = weight == UnitWeight.STUDENTS ? students[unit] : weighted[unit];
    }
    return Outcome.of(Distribution.of(Units.of(keys), values, weights));
  }
}
