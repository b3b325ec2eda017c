package org.resourceequity.progressivity;

import java.util.Arrays;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.internal.Sorting;
import org.resourceequity.sample.PairedSample;

/**
 * Kendall's tau-b with weights: pairs of students in the same order minus pairs in opposite order,
 * over the geometric mean of the pairs that differ in either quantity. Pairs are counted by a tree
 * of cumulative weights, O(n log n).
 */
final class Kendall {

  private final double[] tree;

  private Kendall(int size) {
    tree = new double[size + 1];
  }

  static double tauB(PairedSample sample) {
    int[] counted = new int[sample.size()];
    int n = 0;
    for (int i = 0; i < counted.length; i++) {
      if (sample.counts(i)) {
        counted[n++] = i;
      }
    }
    int[] units = Arrays.copyOf(counted, n);
    double[] weight = Sorting.arrange(sample.weights(), units);
    int[] x = places(Sorting.arrange(sample.values(), units));
    int[] y = places(Sorting.arrange(sample.needs(), units));
    double spread = Math.sqrt(differing(x, weight)) * Math.sqrt(differing(y, weight));
    double tau = concordance(x, y, weight) / spread;
    return tau > 1 ? 1 : tau < -1 ? -1 : tau;
  }

  /** Replaces each number by its place among the different numbers. */
  private static int[] places(double[] quantity) {
    int[] order = Sorting.order(quantity);
    int[] place = new int[quantity.length];
    for (int at = 1; at < order.length; at++) {
      boolean tied = quantity[order[at]] == quantity[order[at - 1]];
      place[order[at]] = place[order[at - 1]] + (tied ? 0 : 1);
    }
    return place;
  }

  /** Returns the weight of the pairs that differ, each pair twice. */
  private static double differing(int[] place, double[] weight) {
    double all = ExactSum.of(weight);
    ExactSum sum = new ExactSum();
    for (double block : blocks(place, weight)) {
      sum.addProduct(block, all - block);
    }
    return sum.value();
  }

  private static double[] blocks(int[] place, double[] weight) {
    int size = 0;
    for (int p : place) {
      size = Math.max(size, p + 1);
    }
    ExactSum[] sums = new ExactSum[size];
    for (int i = 0; i < place.length; i++) {
      if (sums[place[i]] == null) {
        sums[place[i]] = new ExactSum();
      }
      sums[place[i]].add(weight[i]);
    }
    return Arrays.stream(sums).mapToDouble(ExactSum::value).toArray();
  }

  /**
   * Returns the weight of concordant minus that of discordant pairs, each pair twice. Units equal
   * in both are pooled first, so the order of the rows changes no bit.
   */
  private static double concordance(int[] x, int[] y, double[] weight) {
    int n = x.length;
    double[] cell = new double[n];
    for (int i = 0; i < n; i++) {
      cell[i] = (double) x[i] * n + y[i];
    }
    int[] order = Sorting.order(cell);
    Kendall below = new Kendall(n);
    ExactSum sum = new ExactSum();
    double before = 0;
    int from = 0;
    while (from < n) {
      int to = from;
      double block = 0;
      // First all cells of one x ask for what lies before them, then they are added.
      while (to < n && x[order[to]] == x[order[from]]) {
        int end = to;
        ExactSum held = new ExactSum();
        while (end < n && cell[order[end]] == cell[order[to]]) {
          held.add(weight[order[end]]);
          end++;
        }
        int place = y[order[to]];
        double lower = below.through(place);
        double higher = before - below.through(place + 1);
        sum.addProduct(2 * held.value(), lower - higher);
        to = end;
      }
      for (int at = from; at < to; ) {
        ExactSum held = new ExactSum();
        int place = y[order[at]];
        while (at < to && y[order[at]] == place) {
          held.add(weight[order[at]]);
          at++;
        }
        below.add(place, held.value());
        block += held.value();
      }
      before += block;
      from = to;
    }
    return sum.value();
  }

  private void add(int place, double weight) {
    for (int i = place + 1; i < tree.length; i += i & -i) {
      tree[i] += weight;
    }
  }

  /** Returns the weight at the first {@code count} places. */
  private double through(int count) {
    double sum = 0;
    for (int i = count; i > 0; i -= i & -i) {
      sum += tree[i];
    }
    return sum;
  }
}
