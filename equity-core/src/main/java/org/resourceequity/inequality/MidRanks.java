package org.resourceequity.inequality;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.internal.Sorting;
import org.resourceequity.sample.Distribution;

/** Ranks of the units by their values. */
final class MidRanks {

  private MidRanks() {}

  /**
   * Returns the rank of each unit from -1 to 1, in the order of the sample: the share of the weight
   * below its value less the share above, \(2\tilde F_i - 1\). Weighted, they add up to 0. The sums
   * are exact, so the order of the rows changes nothing. O(n log n).
   */
  static double[] centred(Distribution sample) {
    int[] order = Sorting.order(sample.values());
    double all = sample.totalWeight();
    double[] ranks = new double[order.length];
    ExactSum through = new ExactSum();
    double below = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      double value = sample.value(order[from]);
      while (to < order.length && sample.value(order[to]) == value) {
        through.add(sample.weight(order[to++]));
      }
      double upTo = through.value();
      while (from < to) {
        ranks[order[from++]] = (below + upTo) / all - 1;
      }
      below = upTo;
    }
    return ranks;
  }
}
