package org.resourceequity.inequality;

import java.util.Arrays;
import org.resourceequity.internal.RunningSum;
import org.resourceequity.internal.Sorting;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Partition;

/**
 * By how much units of parts with a lower mean lie above units of parts with a higher mean: \(
 * \tfrac{2}{\mu}\sum_{h<k} v_h v_k E(X_h-X_k)_+\). It is 0 where parts do not overlap.
 */
final class Overlap {

  private Overlap() {}

  /**
   * Units are met in ascending order of value; for each, the weight and the amount of lower units
   * in parts with a higher mean are sums over a range of parts, kept in a tree of partial sums
   * (Fenwick, P. M., 1994, doi:10.1002/spe.4380240306). O(n log n).
   */
  static double between(Distribution sample, Partition partition, Distribution means) {
    int[] byMean = Sorting.order(means.values());
    int[] placeOfPart = new int[byMean.length];
    for (int place = 0; place < byMean.length; place++) {
      // Places count from the highest mean, so that higher parts are those before.
      placeOfPart[byMean[place]] = byMean.length - 1 - place;
    }
    Tree weights = new Tree(byMean.length);
    Tree amounts = new Tree(byMean.length);
    RunningSum above = new RunningSum();
    int[] order = order(sample, partition, placeOfPart);
    double all = sample.totalWeight();
    double lowest = sample.value(order[0]);
    for (int unit : order) {
      int place = placeOfPart[partition.part(unit)];
      double weight = sample.weight(unit) / all;
      double off = sample.value(unit) - lowest;
      above.addProduct(weight, Math.max(0, off * weights.before(place) - amounts.before(place)));
      weights.add(place, weight);
      amounts.add(place, weight * off);
    }
    return 2 * above.value() / sample.mean();
  }

  /** The order is by value, weight and part: units alike in all three may be exchanged. */
  private static int[] order(Distribution sample, Partition partition, int[] placeOfPart) {
    double[] places = new double[sample.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = placeOfPart[partition.part(i)];
    }
    int[] order = Sorting.order(places);
    order = then(order, sample.weights());
    order = then(order, sample.values());
    int weighted = 0;
    for (int unit : order) {
      if (sample.weight(unit) > 0) {
        order[weighted++] = unit;
      }
    }
    return Arrays.copyOf(order, weighted);
  }

  private static int[] then(int[] order, double[] values) {
    int[] next = Sorting.order(Sorting.arrange(values, order));
    for (int i = 0; i < next.length; i++) {
      next[i] = order[next[i]];
    }
    return next;
  }

  /** Sums over the places before one, in O(log n). */
  private static final class Tree {
    private final RunningSum[] sums;

    Tree(int places) {
      sums = new RunningSum[places + 1];
      for (int i = 0; i < sums.length; i++) {
        sums[i] = new RunningSum();
      }
    }

    void add(int place, double value) {
      for (int i = place + 1; i < sums.length; i += i & -i) {
        sums[i].add(value);
      }
    }

    double before(int place) {
      double sum = 0;
      for (int i = place; i > 0; i -= i & -i) {
        sum += sums[i].value();
      }
      return sum;
    }
  }
}
