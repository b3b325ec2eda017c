package org.resourceequity.inference;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Sample;

/**
 * Standard errors by influence functions, O(n). The units are taken as draws from a larger
 * population; for the year as it was, a census has no such error.
 */
public final class StandardErrors {

  private StandardErrors() {}

  /**
   * Returns the standard error with units as draws: \(\sqrt{\tfrac{U}{U-1}\sum_i z_i^2}\), z the
   * influences. Undefined with fewer than two units, or where the metric is.
   */
  public static <S extends Sample<S>> Outcome<Double> byUnits(Influential<S> metric, S sample) {
    return metric
        .measure(sample)
        .find()
        .map(value -> error(metric.influence(sample)))
        .orElseGet(() -> metric.measure(sample));
  }

  /**
   * Returns the cluster-robust standard error: influences are summed within each cluster, then
   * \(\sqrt{\tfrac{G}{G-1}\sum_g z_g^2}\).
   */
  public static <S extends Sample<S>> Outcome<Double> byClusters(
      Influential<S> metric, S sample, Partition clusters) {
    Outcome<Double> value = metric.measure(sample);
    if (!value.isKnown()) {
      return value;
    }
    double[] influence = metric.influence(sample);
    double[] sums = new double[clusters.parts()];
    for (int i = 0; i < influence.length; i++) {
      sums[clusters.part(i)] += influence[i];
    }
    return error(sums);
  }

  private static Outcome<Double> error(double[] influence) {
    int n = influence.length;
    if (n < 2) {
      return Outcome.undefined(Condition.TWO_UNITS, n + " draws, at least two are needed");
    }
    return Outcome.of(Math.sqrt((double) n / (n - 1) * ExactSum.ofProducts(influence, influence)));
  }
}
