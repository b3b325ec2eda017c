package org.resourceequity.inference;

import java.util.Arrays;
import java.util.stream.IntStream;
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
    Outcome<Double> value = metric.measure(sample);
    if (!value.isKnown()) {
      return value;
    }
    int counted = (int) IntStream.range(0, sample.size()).filter(sample::counts).count();
    return error(metric.influence(sample), counted);
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
    ExactSum[] sums = new ExactSum[clusters.parts()];
    boolean[] counts = new boolean[sums.length];
    for (int i = 0; i < influence.length; i++) {
      int cluster = clusters.part(i);
      sums[cluster] = sums[cluster] == null ? new ExactSum() : sums[cluster];
      sums[cluster].add(influence[i]);
      counts[cluster] |= sample.counts(i);
    }
    int counted = (int) IntStream.range(0, counts.length).filter(c -> counts[c]).count();
    return error(Arrays.stream(sums).mapToDouble(ExactSum::value).toArray(), counted);
  }

  /** Draws without weight are no draws: their influence is 0, and they are not in n. */
  private static Outcome<Double> error(double[] influence, int n) {
    if (n < 2) {
      return Outcome.undefined(Condition.TWO_UNITS, n + " draws, at least two are needed");
    }
    return Outcome.of(Math.sqrt((double) n / (n - 1) * ExactSum.ofProducts(influence, influence)));
  }
}
