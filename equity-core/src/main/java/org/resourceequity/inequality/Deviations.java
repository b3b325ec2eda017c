package org.resourceequity.inequality;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.internal.RunningSum;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Distribution;

/** Sums over the units that several metrics share. */
final class Deviations {

  /** A function of one value. */
  interface OfValue {
    double at(double value);
  }

  private Deviations() {}

  /** Returns the weighted mean of a function of the values; units without weight do not count. */
  static double mean(Distribution sample, OfValue of) {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < sample.size(); i++) {
      if (sample.weight(i) > 0) {
        sum.add(sample.weight(i) * of.at(sample.value(i)));
      }
    }
    return sum.value() / sample.totalWeight();
  }

  /** Returns each unit's share of the weight times an influence function of its value. */
  static double[] influence(Distribution sample, OfValue of) {
    double all = sample.totalWeight();
    double[] influence = new double[sample.size()];
    for (int i = 0; i < influence.length; i++) {
      influence[i] = sample.weight(i) > 0 ? sample.weight(i) / all * of.at(sample.value(i)) : 0;
    }
    return influence;
  }

  /**
   * Returns each unit's share of the weight, relative to the mean, times a function of its value.
   */
  static UnitValues gradient(Distribution sample, double mean, OfValue of) {
    return UnitValues.of(sample.units().keys(), influence(sample, x -> of.at(x) / mean));
  }

  /** Returns the logarithm of a ratio; where both are near each other no digits are lost. */
  static double logRatio(double value, double to) {
    double off = (value - to) / to;
    return Math.abs(off) < 0.5 ? Math.log1p(off) : Math.log(value) - Math.log(to);
  }

  /**
   * Returns the mean distance of each unit's value to all others, \(\sum_j w_j|x_i-x_j|/\sum_j
   * w_j\), in the order of the sample; 0 for units without weight. O(n log n).
   */
  static double[] meanDistances(Distribution sample) {
    int[] order = sample.ascending();
    double all = sample.totalWeight();
    double[] distances = new double[sample.size()];
    // From both ends, so that all terms are differences that count.
    RunningSum weight = new RunningSum();
    RunningSum distance = new RunningSum();
    for (int i = 1; i < order.length; i++) {
      weight.add(sample.weight(order[i - 1]));
      distance.addProduct(weight.value(), sample.value(order[i]) - sample.value(order[i - 1]));
      distances[order[i]] = distance.value() / all;
    }
    weight = new RunningSum();
    distance = new RunningSum();
    for (int i = order.length - 2; i >= 0; i--) {
      weight.add(sample.weight(order[i + 1]));
      distance.addProduct(weight.value(), sample.value(order[i + 1]) - sample.value(order[i]));
      distances[order[i]] += distance.value() / all;
    }
    return distances;
  }
}
