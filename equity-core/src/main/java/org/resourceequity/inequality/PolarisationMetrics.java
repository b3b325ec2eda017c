package org.resourceequity.inequality;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.COUNTS_UNITS;
import static org.resourceequity.metric.Axiom.REPLICATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_EQUIVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.TRANSLATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.ZERO_AT_EQUALITY;
import static org.resourceequity.sample.Condition.POSITIVE_MEDIAN;
import static org.resourceequity.sample.Condition.POSITIVE_TOTAL;
import static org.resourceequity.sample.Condition.SOME_UNITS;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Quantiles;

/**
 * Do students fall into camps? Polarisation is not inequality: transfers within a camp lower the
 * one and raise the other. O(n log n).
 *
 * <ul>
 *   <li>{@link #WOLFSON}: how far the two halves lie apart
 *   <li>{@link #estebanRay}: how far given groups lie apart, and how large they are
 * </ul>
 */
public final class PolarisationMetrics {

  /**
   * Wolfson bipolarisation in the scaling of the 1994 paper, with the type 2 median and the Lorenz
   * curve at one half by mass. It is 1 where one half has nothing and the other all, and more where
   * a few have far more than the median: 22 for (1, 1, 100).
   */
  public static final Metric<Distribution> WOLFSON =
      Metric.of(
          MetricInfo.of("wolfson", "IN-WOLF", "Wolfson polarisation", Distribution.class)
              .range(0, Double.MAX_VALUE)
              .requires(SOME_UNITS, POSITIVE_TOTAL, POSITIVE_MEDIAN)
              .claims(
                  ANONYMITY,
                  SCALE_INVARIANCE,
                  REPLICATION_INVARIANCE,
                  WEIGHT_SCALE_INVARIANCE,
                  ZERO_AT_EQUALITY)
              .formula("2\\,[2(\\tfrac12 - L(\\tfrac12)) - G]\\,\\mu / m")
              .reading("The two halves lie {value} apart, where 0 is no middle lost.")
              .reference(
                  "Wolfson, M. C. (1994), When inequalities diverge, American Economic Review 84"),
          PolarisationMetrics::wolfson);

  private PolarisationMetrics() {}

  /**
   * Returns the Esteban-Ray index of given groups: the units of the distribution, with their sizes
   * as weights.
   *
   * @param alpha importance of the size of a group, above 0 and up to 1.6
   * @param relative whether values are taken relative to the mean
   */
  public static Metric<Distribution> estebanRay(double alpha, boolean relative) {
    if (!(alpha > 0 && alpha <= 1.6)) {
      throw new IllegalArgumentException(
          "alpha is " + alpha + ", expected a number above 0 and up to 1.6");
    }
    MetricInfo.Builder info =
        MetricInfo.of(
                "esteban-ray:" + MetricId.write(alpha) + (relative ? ",relative" : ""),
                "IN-ER",
                "Esteban-Ray polarisation",
                Distribution.class)
            .range(0, Double.MAX_VALUE)
            .requires(SOME_UNITS)
            .claims(ANONYMITY, COUNTS_UNITS, WEIGHT_SCALE_INVARIANCE, ZERO_AT_EQUALITY);
    if (relative) {
      info.requires(POSITIVE_TOTAL).claims(SCALE_INVARIANCE);
    } else {
      info.unit("unit of the value").claims(SCALE_EQUIVARIANCE, TRANSLATION_INVARIANCE);
    }
    return Metric.of(
        info.formula(
                "\\sum_i\\sum_j \\pi_i^{1+\\alpha}\\pi_j\\,|y_i-y_j|" + (relative ? " / \\mu" : ""))
            .reading("Groups oppose each other with a strength of {value}.")
            .reference(
                "Esteban, J. and Ray, D. (1994), On the measurement of polarization,"
                    + " doi:10.2307/2951734"),
        d -> {
          double[] distance = Deviations.meanDistances(d);
          double all = d.totalWeight();
          ExactSum sum = new ExactSum();
          for (int i = 0; i < distance.length; i++) {
            sum.add(Math.pow(d.weight(i) / all, 1 + alpha) * distance[i]);
          }
          return relative ? sum.value() / d.mean() : sum.value();
        });
  }

  /** With D the mean distance from the median, μ(½ - L(½)) is D/2. */
  private static double wolfson(Distribution d) {
    double median = Quantiles.median(d.sorted());
    double distance = Deviations.mean(d, x -> Math.abs(x - median));
    double gini = InequalityMetrics.GINI.formula(d) * d.mean();
    return Math.max(0, 2 * (distance - gini) / median);
  }
}
