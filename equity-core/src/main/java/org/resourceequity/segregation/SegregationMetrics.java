package org.resourceequity.segregation;

import static org.resourceequity.metric.Axiom.COMPOSITION_INVARIANCE;
import static org.resourceequity.metric.Axiom.GROUP_SYMMETRY;
import static org.resourceequity.metric.Axiom.ORGANISATIONAL_EQUIVALENCE;
import static org.resourceequity.metric.Axiom.SCHOOL_DIVISION;
import static org.resourceequity.metric.Axiom.SEGREGATION_EXTREMES;
import static org.resourceequity.metric.Axiom.SEGREGATION_TRANSFERS;
import static org.resourceequity.metric.Axiom.SIZE_INVARIANCE;
import static org.resourceequity.metric.Direction.LESS_EQUAL;
import static org.resourceequity.sample.Condition.EVERY_GROUP;
import static org.resourceequity.sample.Condition.SOME_UNITS;
import static org.resourceequity.sample.Condition.VARIATION;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.Split;
import org.resourceequity.sample.CrossTab;

/**
 * How separately do groups attend?
 *
 * <ul>
 *   <li>{@link #DISSIMILARITY}: share of a group that would have to change schools
 *   <li>{@link #THEIL_H}: how much a school's name tells about a student's group, from 0 to 1
 *   <li>{@link #MUTUAL_INFORMATION}: the same without normalisation; splits exactly over levels
 *   <li>{@link #ISOLATION} and {@link #INTERACTION}: who the average member meets
 *   <li>{@link #EXPECTED_THEIL_H}: what chance alone would give
 *   <li>{@link #LOCAL_SCORES}: which schools differ most from the whole
 *   <li>{@link #nestedH} and {@link #nestedM}: within and between districts
 * </ul>
 */
public final class SegregationMetrics {

  private static final String THEIL =
      "Theil, H. (1972), Statistical Decomposition Analysis; Reardon, S. F. and Firebaugh, G."
          + " (2002), doi:10.1111/1467-9531.00110";

  /** Dissimilarity index of the two groups in focus. */
  public static final Metric<CrossTab> DISSIMILARITY =
      Metric.of(
          MetricInfo.of("dissimilarity", "S2-D", "Dissimilarity index", CrossTab.class)
              .range(0, 1)
              .direction(LESS_EQUAL)
              .requires(SOME_UNITS, EVERY_GROUP)
              .claims(
                  ORGANISATIONAL_EQUIVALENCE,
                  SCHOOL_DIVISION,
                  SIZE_INVARIANCE,
                  COMPOSITION_INVARIANCE,
                  SEGREGATION_TRANSFERS,
                  SEGREGATION_EXTREMES)
              .formula("D = \\tfrac12\\sum_i |a_i/A - b_i/B|")
              .reading("{value} of one group would have to change schools to be spread alike.")
              .reference("Duncan, O. D. and Duncan, B. (1955), doi:10.2307/2088328"),
          SegregationMetrics::dissimilarity);

  /** Theil's information theory index. */
  public static final Metric<CrossTab> THEIL_H =
      Metric.of(
          MetricInfo.of("theil-h", "SM-H", "Information theory index H", CrossTab.class)
              .range(0, 1)
              .direction(LESS_EQUAL)
              .requires(SOME_UNITS, VARIATION)
              .claims(
                  ORGANISATIONAL_EQUIVALENCE,
                  SCHOOL_DIVISION,
                  SIZE_INVARIANCE,
                  GROUP_SYMMETRY,
                  SEGREGATION_TRANSFERS,
                  SEGREGATION_EXTREMES)
              .formula("H = M / E,\\quad E = -\\sum_g P_g\\ln P_g")
              .reading("On a scale from 0, mixed, to 1, apart, schools stand at {value}.")
              .reference(THEIL),
          t -> Math.min(1, MutualInformation.of(t) / MutualInformation.entropy(t)));

  /** Mutual information of group and school. */
  public static final MutualInformation MUTUAL_INFORMATION = new MutualInformation();

  /** Isolation: the share of the group in the school of its average member. */
  public static final Metric<CrossTab> ISOLATION =
      Metric.of(
          MetricInfo.of("isolation", "EX-ISO", "Isolation index", CrossTab.class)
              .range(0, 1)
              .direction(LESS_EQUAL)
              .requires(SOME_UNITS, EVERY_GROUP)
              .claims(ORGANISATIONAL_EQUIVALENCE, SCHOOL_DIVISION, SIZE_INVARIANCE)
              .formula("{}_xP^*_x = \\sum_i \\frac{x_i}{X}\\frac{x_i}{t_i}")
              .reading("The average member attends a school where {value} are of the same group.")
              .reference("Lieberson, S. (1981), An asymmetrical approach to segregation"),
          t -> meeting(t, t.focus(), t.focus()));

  /** Interaction: the share of the other group in the school of the average member. */
  public static final Metric<CrossTab> INTERACTION =
      Metric.of(
          MetricInfo.of("interaction", "EX-INT", "Interaction index", CrossTab.class)
              .range(0, 1)
              .direction(org.resourceequity.metric.Direction.MORE_EQUAL)
              .requires(SOME_UNITS, EVERY_GROUP)
              .claims(ORGANISATIONAL_EQUIVALENCE, SIZE_INVARIANCE)
              .formula("{}_xP^*_y = \\sum_i \\frac{x_i}{X}\\frac{y_i}{t_i}")
              .reading("The average member attends a school where {value} are of the other group.")
              .reference("Lieberson, S. (1981), An asymmetrical approach to segregation"),
          t -> meeting(t, t.focus(), t.comparison()));

  /** Expected H if students were assigned to schools at random, margins as they are. */
  public static final Metric<CrossTab> EXPECTED_THEIL_H = new ExpectedH();

  /** Local scores: how much each school's mix differs from the whole. */
  public static final Profile<CrossTab> LOCAL_SCORES = new LocalScores();

  private SegregationMetrics() {}

  /**
   * Returns mutual information split between and within the units of a level above.
   *
   * @param level name of the level, such as "district"
   */
  public static Split<CrossTab> nestedM(String level) {
    return new NestedInformation(level, false);
  }

  /**
   * Returns the information theory index split between and within the units of a level above; both
   * parts are relative to the entropy of all students.
   *
   * @param level name of the level, such as "district"
   */
  public static Split<CrossTab> nestedH(String level) {
    return new NestedInformation(level, true);
  }

  private static double dissimilarity(CrossTab table) {
    double a = table.groupTotal(table.focus());
    double b = table.groupTotal(table.comparison());
    ExactSum sum = new ExactSum();
    for (int i = 0; i < table.size(); i++) {
      sum.add(Math.abs(table.count(table.focus(), i) / a - table.count(table.comparison(), i) / b));
    }
    return Math.min(1, sum.value() / 2);
  }

  /** Everybody in the unit counts in the denominator, also members of neither group. */
  private static double meeting(CrossTab table, int group, int met) {
    double members = table.groupTotal(group);
    ExactSum sum = new ExactSum();
    for (int i = 0; i < table.size(); i++) {
      double all = table.unitTotal(i);
      if (all > 0) {
        sum.add(table.count(group, i) / members * (table.count(met, i) / all));
      }
    }
    return Math.min(1, sum.value());
  }
}
