package org.resourceequity.segregation;

import static org.resourceequity.metric.Axiom.COMPOSITION_INVARIANCE;
import static org.resourceequity.metric.Axiom.ORGANISATIONAL_EQUIVALENCE;
import static org.resourceequity.metric.Axiom.SCHOOL_DIVISION;
import static org.resourceequity.metric.Axiom.SEGREGATION_EXTREMES;
import static org.resourceequity.metric.Axiom.SEGREGATION_TRANSFERS;
import static org.resourceequity.metric.Axiom.SIZE_INVARIANCE;
import static org.resourceequity.metric.Axiom.STRICT_SEGREGATION_TRANSFERS;
import static org.resourceequity.metric.Direction.LESS_EQUAL;
import static org.resourceequity.sample.Condition.EVERY_GROUP;
import static org.resourceequity.sample.Condition.SOME_UNITS;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Curve;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Verdict;
import org.resourceequity.sample.CrossTab;

/**
 * How separately do two groups attend? The group of interest is the one in focus; the second is the
 * one it is compared with, or everybody else ({@link CrossTab#againstRest}). Members of other
 * groups do not count.
 *
 * <ul>
 *   <li>{@link SegregationMetrics#DISSIMILARITY} has a place with the usual ones
 *   <li>{@link #GINI}: like dissimilarity, but every exchange counts
 *   <li>{@link #HUTCHENS} and {@link #atkinson}: independent of how large the groups are
 *   <li>{@link #THEIL_H} and {@link #MUTUAL_INFORMATION} of the two groups
 *   <li>{@link #EXPECTED_DISSIMILARITY}, {@link #EXPECTED_DISSIMILARITY_BINOMIAL}: what chance
 *       gives
 *   <li>{@link #SYSTEMATIC_DISSIMILARITY}, {@link #systematicGini}, {@link
 *       #biasCorrectedDissimilarity}, {@link #DENSITY_CORRECTED_DISSIMILARITY}: dissimilarity in
 *       small schools
 *   <li>{@link #GORARD}, {@link #WE_INDEX}, {@link #KARMEL_MACLACHLAN}, {@link #MIN_MAX}: other
 *       scales of dissimilarity
 *   <li>{@link #CONCENTRATION_PROFILE}: how far members attend where their group is large
 *   <li>{@link #SEGREGATION_CURVE} and {@link #SEGREGATION_DOMINANCE}: what all indices agree on
 * </ul>
 */
public final class TwoGroupMetrics {

  static final String KARMEL =
      "Karmel, T. and Maclachlan, M. (1988), Occupational sex segregation: increasing or"
          + " decreasing?, doi:10.1111/j.1475-4932.1988.tb02057.x";

  static final String ATKINSON = "atkinson-segregation";

  /** Segregation Gini. */
  public static final SegregationGini GINI = new SegregationGini();

  /** Hutchens' square root index. */
  public static final Hutchens HUTCHENS = new Hutchens();

  /** Information theory index of the two groups. */
  public static final TheilH THEIL_H = new TheilH(true);

  /** Mutual information of the two groups. */
  public static final MutualInformation MUTUAL_INFORMATION =
      new MutualInformation(true, MutualInformation.NATS);

  /** Dissimilarity expected by chance with group and unit sizes as they are. */
  public static final Metric<CrossTab> EXPECTED_DISSIMILARITY = new ExpectedDissimilarity(false);

  /**
   * Dissimilarity expected by chance where each person draws a group. Relative to the expected
   * sizes of the groups, so in small tables it is too high and may pass 1.
   */
  public static final Metric<CrossTab> EXPECTED_DISSIMILARITY_BINOMIAL =
      new ExpectedDissimilarity(true);

  /** Dissimilarity beyond chance. */
  public static final Metric<CrossTab> SYSTEMATIC_DISSIMILARITY = new SystematicDissimilarity();

  /** Dissimilarity without sampling error, by the likeliest differences. */
  public static final Metric<CrossTab> DENSITY_CORRECTED_DISSIMILARITY =
      new DensityCorrectedDissimilarity();

  /** Gorard's segregation index: the share of the group that would have to move. */
  public static final Metric<CrossTab> GORARD =
      Metric.of(
          MetricInfo.of("gorard", "S2-GOR", "Gorard's segregation index", CrossTab.class)
              .range(0, 1)
              .direction(LESS_EQUAL)
              .requires(SOME_UNITS, EVERY_GROUP)
              .claims(
                  ORGANISATIONAL_EQUIVALENCE,
                  SCHOOL_DIVISION,
                  SIZE_INVARIANCE,
                  SEGREGATION_TRANSFERS)
              .formula("GS = \\tfrac12\\sum_i |a_i/A - t_i/T| = (1-P)D")
              .reading("{value} of the group would have to change schools, others staying.")
              .reference("Gorard, S. and Taylor, C. (2002), What is segregation?, Sociology 36"),
          t -> gorard(Pair.of(t)));

  /** Twice {@link #GORARD}. */
  public static final Metric<CrossTab> WE_INDEX =
      Metric.of(
          MetricInfo.of("we-index", "S2-WE", "WE index", CrossTab.class)
              .range(0, 2)
              .direction(LESS_EQUAL)
              .requires(SOME_UNITS, EVERY_GROUP)
              .claims(
                  ORGANISATIONAL_EQUIVALENCE,
                  SCHOOL_DIVISION,
                  SIZE_INVARIANCE,
                  SEGREGATION_TRANSFERS)
              .formula("WE = \\sum_i |a_i/A - t_i/T|")
              .reading("Shares of the group and of all students differ by {value} in all.")
              .reference("Named after OECD (1980), Women and Employment, as reported by " + KARMEL),
          t -> 2 * gorard(Pair.of(t)));

  /** Karmel and Maclachlan's index: the share of everybody that would have to move. */
  public static final Metric<CrossTab> KARMEL_MACLACHLAN =
      Metric.of(
          MetricInfo.of(
                  "karmel-maclachlan", "S2-KM", "Karmel and Maclachlan's index", CrossTab.class)
              .range(0, 0.5)
              .direction(LESS_EQUAL)
              .requires(SOME_UNITS, EVERY_GROUP)
              .claims(
                  ORGANISATIONAL_EQUIVALENCE,
                  SCHOOL_DIVISION,
                  SIZE_INVARIANCE,
                  SEGREGATION_TRANSFERS)
              .formula("KM = 2P(1-P)D")
              .reading("{value} of all would have to change schools, sizes staying as they are.")
              .reference(KARMEL),
          t -> {
            Pair pair = Pair.of(t);
            return 2 * pair.share() * (1 - pair.share()) * pair.dissimilarity();
          });

  /** Min-max index. */
  public static final Metric<CrossTab> MIN_MAX =
      Metric.of(
          MetricInfo.of("min-max", "S2-MM", "Min-max index", CrossTab.class)
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
              .formula(
                  "1 - \\frac{\\sum_i\\min(a_i/A,\\,b_i/B)}{\\sum_i\\max(a_i/A,\\,b_i/B)}"
                      + " = \\frac{2D}{1+D}")
              .reading("Where both groups' maps are laid on each other, {value} does not overlap.")
              .reference(
                  "O'Sullivan, D. and Wong, D. W. S. (2007), A surface-based approach to measuring"
                      + " spatial segregation, doi:10.1111/j.1538-4632.2007.00699.x"),
          t -> {
            double dissimilarity = Pair.of(t).dissimilarity();
            return 2 * dissimilarity / (1 + dissimilarity);
          });

  /**
   * Hong and Sadahiro's R: area between the concentration profile and that of even spread, as an
   * exact integral over all thresholds. Complete separation gives 1; a group of more than half may
   * have more.
   */
  public static final Metric<CrossTab> CONCENTRATION_PROFILE =
      Metric.of(
          MetricInfo.of(
                  "concentration-profile", "S2-CONPROF", "Concentration profile R", CrossTab.class)
              .range(0, Double.MAX_VALUE)
              .direction(LESS_EQUAL)
              .requires(SOME_UNITS, EVERY_GROUP)
              .claims(ORGANISATIONAL_EQUIVALENCE, SIZE_INVARIANCE, SEGREGATION_EXTREMES)
              .formula(
                  "R = \\frac{P - \\sum_i\\tfrac{a_i}{A}\\min(p_i, P) +"
                      + " \\sum_i\\tfrac{a_i}{A}(p_i - P)_+}{1 - P}")
              .reading("Where 0 is even and 1 is apart, the group's concentration is {value}.")
              .reference(
                  "Hong, S.-Y. and Sadahiro, Y. (2014), Measuring geographic segregation: a"
                      + " graph-based approach, Journal of Geographical Systems 16"),
          t -> concentrationProfile(Pair.of(t)));

  /** Segregation curve: share of the group that the units with its smallest shares hold. */
  public static final Curve<CrossTab> SEGREGATION_CURVE = new SegregationCurve();

  /** Which of two tables has the segregation curve nearer to the diagonal. */
  public static final Comparison<CrossTab, Verdict> SEGREGATION_DOMINANCE =
      new SegregationDominance();

  private TwoGroupMetrics() {}

  /**
   * Returns James and Taeuber's Atkinson index of segregation.
   *
   * @param b between 0 and 1, both excluded; one half treats the groups alike, more weighs units
   *     where the group of interest is large
   */
  public static Metric<CrossTab> atkinson(double b) {
    if (!(b > 0 && b < 1)) {
      throw new IllegalArgumentException(
          "b is " + b + ", expected a number between 0 and 1, both excluded");
    }
    return Metric.of(
        MetricInfo.of(
                ATKINSON + ":" + MetricId.write(b),
                "S2-ATK",
                "Atkinson segregation index",
                CrossTab.class)
            .range(0, 1)
            .direction(LESS_EQUAL)
            .requires(SOME_UNITS, EVERY_GROUP)
            .claims(
                ORGANISATIONAL_EQUIVALENCE,
                SCHOOL_DIVISION,
                SIZE_INVARIANCE,
                COMPOSITION_INVARIANCE,
                SEGREGATION_TRANSFERS,
                STRICT_SEGREGATION_TRANSFERS,
                SEGREGATION_EXTREMES)
            .formula(
                "1 - \\Bigl[\\sum_i (a_i/A)^b (b_i/B)^{1-b}\\Bigr]^{1/(1-b)},\\ b = "
                    + MetricId.write(b))
            .reading("On a scale from 0, mixed, to 1, apart, schools stand at {value}.")
            .reference(
                "James, D. R. and Taeuber, K. E. (1985), Measures of segregation,"
                    + " doi:10.2307/270845"),
        t -> atkinson(Pair.of(t), b));
  }

  /**
   * Returns dissimilarity less the bias that drawing people into small units adds.
   *
   * @param draws how many tables are drawn, at least 1
   * @param seed of the random numbers; the same seed gives the same value
   */
  public static Metric<CrossTab> biasCorrectedDissimilarity(int draws, long seed) {
    return new BiasCorrectedDissimilarity(draws, seed);
  }

  /**
   * Returns the segregation Gini beyond chance, which is drawn.
   *
   * @param draws how many tables are drawn, at least 1
   * @param seed of the random numbers; the same seed gives the same value
   */
  public static Metric<CrossTab> systematicGini(int draws, long seed) {
    return new SystematicGini(draws, seed);
  }

  private static double gorard(Pair pair) {
    double all = pair.sumA + pair.sumB;
    ExactSum sum = new ExactSum();
    for (int i = 0; i < pair.units(); i++) {
      sum.add(Math.abs(pair.a[i] / pair.sumA - (pair.a[i] + pair.b[i]) / all));
    }
    return Math.min(1, sum.value() / 2);
  }

  /** The published form with P taken into the bracket. */
  private static double atkinson(Pair pair, double b) {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < pair.units(); i++) {
      if (pair.a[i] > 0 && pair.b[i] > 0) {
        sum.add(Math.pow(pair.a[i] / pair.sumA, b) * Math.pow(pair.b[i] / pair.sumB, 1 - b));
      }
    }
    return Math.min(1, Math.max(0, 1 - Math.pow(sum.value(), 1 / (1 - b))));
  }

  private static double concentrationProfile(Pair pair) {
    double overall = pair.share();
    ExactSum distance = new ExactSum();
    for (int i = 0; i < pair.units(); i++) {
      if (pair.a[i] > 0) {
        distance.add(
            pair.a[i] / pair.sumA * Math.abs(pair.a[i] / (pair.a[i] + pair.b[i]) - overall));
      }
    }
    return distance.value() / (1 - overall);
  }
}
