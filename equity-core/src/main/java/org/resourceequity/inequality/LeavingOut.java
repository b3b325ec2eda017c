package org.resourceequity.inequality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Distribution;

/** A metric without each unit, from sums over all of them. */
final class LeavingOut {

  /** From this share of a sum on, too few digits would be left of the rest. */
  private static final double MOST = 0.9;

  /** What a metric is of the units that remain. */
  @FunctionalInterface
  interface Rest {
    /**
     * Returns the metric.
     *
     * @param unit the unit that is left out
     * @param weight weight of the others, positive
     * @param mean their mean, positive
     */
    double value(int unit, double weight, double mean);
  }

  private LeavingOut() {}

  /**
   * Returns the metric without each unit; where a unit makes most of the weight, of the amount or
   * of the sum that the metric needs, it is computed anew. That holds for a few units at most. Only
   * of use for metrics that need a positive total and no more than one unit.
   *
   * @param shares each unit's share of the sum that the metric needs
   */
  static UnitValues of(
      Metric<Distribution> metric, Distribution sample, double[] shares, Rest rest) {
    double all = sample.totalWeight();
    double total = ExactSum.ofProducts(sample.values(), sample.weights());
    double[] sizes = sample.values();
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(sizes[i]);
    }
    double amounts = ExactSum.ofProducts(sizes, sample.weights());
    List<String> keys = new ArrayList<>();
    double[] values = new double[sample.size()];
    for (int i = 0; i < values.length; i++) {
      double weight = sample.weight(i);
      boolean most = weight > MOST * all || weight * sizes[i] > MOST * amounts || shares[i] > MOST;
      double left = total - weight * sample.value(i);
      Optional<Double> value =
          most
              ? metric.measure(sample.without(i)).find()
              : left > 0
                  ? Optional.of(rest.value(i, all - weight, left / (all - weight)))
                  : Optional.empty();
      if (value.isPresent() && Double.isFinite(value.get())) {
        values[keys.size()] = value.get();
        keys.add(sample.units().key(i));
      }
    }
    return UnitValues.of(keys, Arrays.copyOf(values, keys.size()));
  }

  /** Returns each number's share of their sum, 0 where the sum is 0. */
  static double[] shares(double[] numbers) {
    double sum = ExactSum.of(numbers);
    double[] shares = new double[numbers.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = sum > 0 ? numbers[i] / sum : 0;
    }
    return shares;
  }
}
