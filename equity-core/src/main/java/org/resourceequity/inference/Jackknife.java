package org.resourceequity.inference;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.LeaveOneOut;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Sample;

/**
 * The jackknife: how the metric moves when each unit, or each cluster, is left out. Tukey, J. W.
 * (1958), Bias and confidence in not quite large samples, Annals of Mathematical Statistics 29.
 *
 * @param value the number of the sample
 * @param standardError \(\sqrt{\tfrac{n-1}{n}\sum_k(\theta_{(k)}-\bar\theta)^2}\)
 * @param bias \((n-1)(\bar\theta-\theta)\)
 * @param draws what was left out
 */
public record Jackknife(double value, double standardError, double bias, Draws draws) {

  /**
   * Leaves out each unit that counts. O(n log n) for a metric with {@link LeaveOneOut}, else n
   * times the cost of the metric, in parallel.
   *
   * <p>Undefined where the metric is, with fewer than two units, or if the metric has no value
   * without one of them.
   */
  public static <S extends Sample<S>> Outcome<Jackknife> byUnits(Metric<S> metric, S sample) {
    int[] counted = IntStream.range(0, sample.size()).filter(sample::counts).toArray();
    return of(
        metric.measure(sample),
        () ->
            metric instanceof LeaveOneOut<S> direct
                ? ofCounted(sample, direct.leaveOneOut(sample))
                : Replicates.known(counted.length, k -> metric.measure(sample.without(counted[k]))),
        counted.length,
        Draws.UNITS);
  }

  /** A unit that does not count changes nothing; it is no draw. */
  private static double[] ofCounted(Sample<?> sample, UnitValues without) {
    double[] values = new double[without.size()];
    int count = 0;
    int unit = 0;
    // The values stand in the order of the units; some may be missing.
    for (int k = 0; k < values.length; k++) {
      while (!sample.units().key(unit).equals(without.keys().get(k))) {
        unit++;
      }
      if (sample.counts(unit)) {
        values[count++] = without.value(k);
      }
    }
    return Arrays.copyOf(values, count);
  }

  /**
   * Leaves out each cluster, such as each district. As many computations as there are clusters, in
   * parallel.
   *
   * @param level a level above the units
   */
  public static <S extends Sample<S>> Outcome<Jackknife> byClusters(
      Metric<S> metric, S sample, String level) {
    Partition clusters = sample.units().by(level);
    int[] counted =
        IntStream.range(0, clusters.parts())
            .filter(c -> Arrays.stream(clusters.units()[c]).anyMatch(sample::counts))
            .toArray();
    return of(
        metric.measure(sample),
        () ->
            Replicates.known(
                counted.length,
                k ->
                    metric.measure(
                        sample.select(
                            IntStream.range(0, sample.size())
                                .filter(i -> clusters.part(i) != counted[k])
                                .toArray()))),
        counted.length,
        Draws.CLUSTERS);
  }

  private static Outcome<Jackknife> of(
      Outcome<Double> measured, Supplier<double[]> leftOut, int n, Draws draws) {
    if (measured instanceof Outcome.Undefined<Double> undefined) {
      return Outcome.undefined(undefined.requirement(), undefined.detail());
    }
    double[] without = leftOut.get();
    if (n < 2 || without.length < n) {
      return Outcome.undefined(
          Condition.TWO_UNITS,
          "the metric has a value without " + without.length + " of " + n + " " + draws.words());
    }
    double mean = ExactSum.of(without) / n;
    ExactSum squares = new ExactSum();
    for (double value : without) {
      squares.add((value - mean) * (value - mean));
    }
    double value = measured.get();
    return Outcome.of(
        new Jackknife(
            value, Math.sqrt(squares.value() * (n - 1) / n), (n - 1) * (mean - value), draws));
  }
}
