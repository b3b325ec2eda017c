package org.resourceequity.inequality;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.ONE_AT_EQUALITY;
import static org.resourceequity.metric.Axiom.REPLICATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEAK_PIGOU_DALTON;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.ZERO_AT_EQUALITY;
import static org.resourceequity.metric.Direction.LESS_EQUAL;
import static org.resourceequity.metric.Direction.MORE_EQUAL;
import static org.resourceequity.sample.Condition.NO_NEGATIVES;
import static org.resourceequity.sample.Condition.POSITIVE_MEDIAN;
import static org.resourceequity.sample.Condition.POSITIVE_TOTAL;
import static org.resourceequity.sample.Condition.SOME_UNITS;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Curve;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Verdict;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Quantiles;

/**
 * How unequally is a resource spread?
 *
 * <ul>
 *   <li>{@link #GINI}: half the average difference between two students, relative to the mean
 *   <li>{@link #CV}: standard deviation relative to the mean
 *   <li>{@link #THEIL_T}: splits exactly within and between districts
 *   <li>{@link #HOOVER}: share of all dollars to move for equality
 *   <li>{@link #MCLOONE}: how near the lower half is to the median
 *   <li>{@link #atkinson}: the share of the resource that equality could save
 *   <li>{@link #LORENZ_CURVE} and {@link #LORENZ_DOMINANCE}: what all these indices agree on
 * </ul>
 */
public final class InequalityMetrics {

  /** Gini coefficient, in its population form. */
  public static final Gini GINI = new Gini();

  /** Coefficient of variation, in its population form. */
  public static final CoefficientOfVariation CV = new CoefficientOfVariation();

  /** Theil's T, the generalised entropy index with parameter 1. */
  public static final TheilT THEIL_T = new TheilT();

  /** Hoover index, also known as Robin Hood index. Negative values may lift it above 1. */
  public static final Metric<Distribution> HOOVER =
      Metric.of(
          MetricInfo.of("hoover", "HD-HOOVER", "Hoover index", Distribution.class)
              .range(0, Double.MAX_VALUE)
              .direction(LESS_EQUAL)
              .requires(SOME_UNITS, POSITIVE_TOTAL)
              .claims(
                  ANONYMITY,
                  SCALE_INVARIANCE,
                  REPLICATION_INVARIANCE,
                  WEIGHT_SCALE_INVARIANCE,
                  WEAK_PIGOU_DALTON,
                  ZERO_AT_EQUALITY)
              .formula("H = \\tfrac{1}{2}\\sum_i w_i\\,|x_i-\\mu| / \\mu")
              .reading("A share of {value} of the resource would have to move to make all equal.")
              .reference("Hoover, E. M. (1936), The measurement of industrial localization"),
          InequalityMetrics::hoover);

  /** McLoone index; the unit at the median is split by mass. */
  public static final Metric<Distribution> MCLOONE =
      Metric.of(
          mcloone("mcloone", "M = A(\\tfrac12) / (\\tfrac12 m), \\quad A(p)=\\int_0^p Q(s)\\,ds"),
          d -> {
            Distribution sorted = d.sorted();
            return Quantiles.heldBelow(sorted, 0.5)
                / (sorted.totalWeight() / 2 * Quantiles.median(sorted));
          });

  /** McLoone index over all units at or below the median. */
  public static final Metric<Distribution> MCLOONE_INCLUDE_TIES =
      Metric.of(
          mcloone(
              "mcloone:include-ties", "M = \\sum_{x_i\\le m} w_i x_i / (m\\sum_{x_i\\le m} w_i)"),
          InequalityMetrics::mclooneIncludingTies);

  /** Lorenz curve: the share of the resource held by the lowest share of students. */
  public static final Curve<Distribution> LORENZ_CURVE = new LorenzCurve();

  /**
   * Lorenz dominance: which of two distributions is more equal by every Lorenz-consistent index.
   */
  public static final Comparison<Distribution, Verdict> LORENZ_DOMINANCE = new LorenzDominance();

  private InequalityMetrics() {}

  /**
   * Returns the Atkinson index with aversion {@code epsilon}.
   *
   * @param epsilon aversion to inequality, positive
   */
  public static Metric<Distribution> atkinson(double epsilon) {
    return new Atkinson(epsilon);
  }

  private static MetricInfo mcloone(String id, String formula) {
    return MetricInfo.of(id, "HD-MCLOONE", "McLoone index", Distribution.class)
        .range(0, 1)
        .direction(MORE_EQUAL)
        .requires(SOME_UNITS, POSITIVE_TOTAL, NO_NEGATIVES, POSITIVE_MEDIAN)
        .claims(
            ANONYMITY,
            SCALE_INVARIANCE,
            REPLICATION_INVARIANCE,
            WEIGHT_SCALE_INVARIANCE,
            ONE_AT_EQUALITY)
        .formula(formula)
        .reading("The lower half has {value} of what it would have at the median.")
        .reference(
            "McLoone, E., in Berne, R. and Stiefel, L. (1984), The Measurement of Equity"
                + " in School Finance");
  }

  private static double hoover(Distribution d) {
    double mean = d.moments().mean();
    ExactSum sum = new ExactSum();
    for (int i = 0; i < d.size(); i++) {
      sum.add(d.weight(i) * Math.abs(d.value(i) - mean));
    }
    return sum.value() / (2 * d.totalWeight() * mean);
  }

  private static double mclooneIncludingTies(Distribution d) {
    double median = Quantiles.median(d.sorted());
    ExactSum held = new ExactSum();
    ExactSum weight = new ExactSum();
    for (int i = 0; i < d.size(); i++) {
      if (d.value(i) <= median) {
        held.addProduct(d.weight(i), d.value(i));
        weight.add(d.weight(i));
      }
    }
    return held.value() / (median * weight.value());
  }
}
