package org.resourceequity.gaps;

import java.util.Arrays;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.internal.Sorting;
import org.resourceequity.sample.GroupedValues;

/**
 * The members of two groups in the order of what they meet: one block for each value, with the
 * shares of both groups that have it. O(n log n).
 */
final class TwoSamples {

  private final double[] values;
  private final double[] first;
  private final double[] second;

  private TwoSamples(double[] values, double[] first, double[] second) {
    this.values = values;
    this.first = first;
    this.second = second;
  }

  static TwoSamples of(GroupedValues sample) {
    double[] all = new double[sample.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = sample.value(i);
    }
    int[] order = Sorting.order(all);
    double[] values = new double[all.length];
    double[] first = new double[all.length];
    double[] second = new double[all.length];
    double ofFirst = sample.groupTotal(sample.focus());
    double ofSecond = sample.groupTotal(sample.comparison());
    int blocks = 0;
    int from = 0;
    while (from < order.length) {
      double value = all[order[from]];
      ExactSum inFirst = new ExactSum();
      ExactSum inSecond = new ExactSum();
      while (from < order.length && all[order[from]] == value) {
        inFirst.add(sample.count(sample.focus(), order[from]));
        inSecond.add(sample.count(sample.comparison(), order[from]));
        from++;
      }
      if (inFirst.value() > 0 || inSecond.value() > 0) {
        values[blocks] = value;
        first[blocks] = inFirst.value() / ofFirst;
        second[blocks] = inSecond.value() / ofSecond;
        blocks++;
      }
    }
    return new TwoSamples(
        Arrays.copyOf(values, blocks), Arrays.copyOf(first, blocks), Arrays.copyOf(second, blocks));
  }

  /** Returns the same with the groups exchanged. */
  TwoSamples turned() {
    return new TwoSamples(values, /* first= */ second, /* second= */ first);
  }

  /** Returns the probability that the first has more, and half of that of a tie. */
  double exceedance() {
    ExactSum below = new ExactSum();
    ExactSum sum = new ExactSum();
    for (int k = 0; k < values.length; k++) {
      sum.addProduct(first[k], below.value() + second[k] / 2);
      below.add(second[k]);
    }
    return Math.min(1, sum.value());
  }

  /** Returns the largest distance of the distribution functions. */
  double largestDistance() {
    ExactSum distance = new ExactSum();
    double largest = 0;
    for (int k = 0; k < values.length; k++) {
      distance.add(first[k]);
      distance.add(-second[k]);
      largest = Math.max(largest, Math.abs(distance.value()));
    }
    return Math.min(1, largest);
  }

  /** Returns the area between the distribution functions. */
  double area() {
    ExactSum distance = new ExactSum();
    ExactSum sum = new ExactSum();
    for (int k = 0; k + 1 < values.length; k++) {
      distance.add(first[k]);
      distance.add(-second[k]);
      sum.addProduct(Math.abs(distance.value()), values[k + 1] - values[k]);
    }
    return sum.value();
  }
}
