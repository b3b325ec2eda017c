package org.resourceequity.inequality;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.REPLICATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.SUBGROUP_CONSISTENCY;
import static org.resourceequity.metric.Axiom.TRANSLATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEAK_PIGOU_DALTON;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.ZERO_AT_EQUALITY;
import static org.resourceequity.metric.Direction.LESS_EQUAL;
import static org.resourceequity.metric.Direction.MORE_EQUAL;
import static org.resourceequity.sample.Condition.SOME_UNITS;

import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Distribution;

/**
 * How much would students give up, in dollars, to have it equal? The indices of Kolm, in the unit
 * of the values; adding the same amount to all changes nothing. O(n).
 *
 * <ul>
 *   <li>{@link #kolm}: what equality could save per student
 *   <li>{@link #kolmPollak}: the equally distributed equivalent, of a good or of a burden
 * </ul>
 */
public final class KolmMetrics {

  private static final String KOLM =
      "Kolm, S.-C. (1976), Unequal inequalities, Journal of Economic Theory 12 and 13";

  private KolmMetrics() {}

  /**
   * Returns the Kolm index.
   *
   * @param kappa aversion per unit of the value, such as 0.0001 per dollar; positive
   */
  public static Metric<Distribution> kolm(double kappa) {
    positive(kappa);
    return Metric.of(
        MetricInfo.of("kolm:" + MetricId.write(kappa), "IN-KOLM", "Kolm index", Distribution.class)
            .range(0, Double.MAX_VALUE)
            .unit("unit of the value")
            .direction(LESS_EQUAL)
            .requires(SOME_UNITS)
            .claims(
                ANONYMITY,
                REPLICATION_INVARIANCE,
                WEIGHT_SCALE_INVARIANCE,
                TRANSLATION_INVARIANCE,
                WEAK_PIGOU_DALTON,
                SUBGROUP_CONSISTENCY,
                ZERO_AT_EQUALITY)
            .formula("K = \\tfrac{1}{\\kappa} \\ln \\sum_i w_i e^{\\kappa(\\mu - x_i)}")
            .reading("Spread equally, {value} less per student would do as much good.")
            .reference(KOLM),
        d -> index(d, kappa));
  }

  /**
   * Returns the Kolm-Pollak equally distributed equivalent: the amount that, given to all, would be
   * as good as what there is.
   *
   * @param kappa aversion per unit of the value, positive
   * @param burden whether more of it is worse, such as pupils per class
   */
  public static Metric<Distribution> kolmPollak(double kappa, boolean burden) {
    positive(kappa);
    return Metric.of(
        MetricInfo.of(
                "kolm-pollak:" + MetricId.write(kappa) + (burden ? ",burden" : ""),
                "IN-KOLM",
                "Kolm-Pollak equally distributed equivalent",
                Distribution.class)
            .unit("unit of the value")
            .direction(burden ? LESS_EQUAL : MORE_EQUAL)
            .requires(SOME_UNITS)
            .claims(ANONYMITY, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE, WEAK_PIGOU_DALTON)
            .formula(
                burden
                    ? "\\tfrac{1}{\\kappa} \\ln \\sum_i w_i e^{\\kappa x_i}"
                    : "-\\tfrac{1}{\\kappa} \\ln \\sum_i w_i e^{-\\kappa x_i}")
            .reading("Spread equally, {value} for each would be as good as what there is.")
            .reference(KOLM),
        d -> equivalent(d, burden ? -kappa : kappa));
  }

  private static double positive(double kappa) {
    if (!(kappa > 0 && kappa <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "kappa is " + kappa + ", expected a positive number in 1 per unit of the value");
    }
    return kappa;
  }

  private static double index(Distribution d, double kappa) {
    double mean = d.moments().mean();
    double largest = kappa * (mean - worst(d, kappa));
    double log =
        largest < 1
            ? Math.log1p(excess(d, kappa, mean))
            : Math.max(0, largest + Math.log(relative(d, kappa)));
    return log / kappa;
  }

  /** With a negative aversion, values above the mean are the bad ones. */
  private static double equivalent(Distribution d, double kappa) {
    double mean = d.moments().mean();
    double worst = worst(d, kappa);
    return kappa * (mean - worst) < 1
        ? mean - Math.log1p(excess(d, kappa, mean)) / kappa
        : worst - Math.log(relative(d, kappa)) / kappa;
  }

  private static double worst(Distribution d, double kappa) {
    return kappa > 0 ? d.moments().minimum() : d.moments().maximum();
  }

  /** Deviations from the mean add up to 0, so near it only terms of second order are summed. */
  private static double excess(Distribution d, double kappa, double mean) {
    return Deviations.mean(d, x -> exponentialExcess(kappa * (mean - x)));
  }

  /** Far from the mean the largest exponent, that of the worst value, is taken out. */
  private static double relative(Distribution d, double kappa) {
    double worst = worst(d, kappa);
    return Deviations.mean(d, x -> Math.exp(kappa * (worst - x)));
  }

  /** Returns \(e^t - 1 - t\). */
  private static double exponentialExcess(double t) {
    if (Math.abs(t) > 0.1) {
      return Math.expm1(t) - t;
    }
    double sum = 0;
    double term = t * t / 2;
    for (int k = 3; sum + term != sum; k++) {
      sum += term;
      term *= t / k;
    }
    return sum;
  }
}
