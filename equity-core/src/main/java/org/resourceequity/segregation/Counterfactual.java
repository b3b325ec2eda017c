package org.resourceequity.segregation;

import java.util.Arrays;
import java.util.Locale;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.internal.Sorting;

/**
 * How a place would look with the mix of another: each unit gets the number that the other place
 * has at the unit's rank. Ranks are those among units, ties share their mean rank, and numbers
 * between two units are interpolated, so places may have different numbers of units.
 */
public enum Counterfactual {
  /** Each unit's share of the group; the size of the unit stays. */
  COMPOSITION {
    @Override
    Pair apply(Pair here, Pair there) {
      double[] shares = mapped(here.composition(), there.composition());
      double[] group = new double[shares.length];
      double[] others = new double[shares.length];
      for (int i = 0; i < shares.length; i++) {
        double size = here.a[i] + here.b[i];
        group[i] = shares[i] * size;
        others[i] = size - group[i];
      }
      return Pair.of(group, others);
    }
  },
  /** Each unit's share of all members of the group, and likewise of the others; totals stay. */
  SHARE {
    @Override
    Pair apply(Pair here, Pair there) {
      return Pair.of(
          spread(here.a, here.sumA, there.a, there.sumA),
          spread(here.b, here.sumB, there.b, there.sumB));
    }
  },
  /** Each unit's share of the group, and apart from it that of the others; its size may change. */
  DUAL_COMPOSITION {
    @Override
    Pair apply(Pair here, Pair there) {
      double[] group = mapped(here.composition(), there.composition());
      double[] others = mapped(here.turned().composition(), there.turned().composition());
      for (int i = 0; i < group.length; i++) {
        double size = here.a[i] + here.b[i];
        group[i] *= size;
        others[i] *= size;
      }
      return Pair.of(group, others);
    }
  };

  /** Returns a place with the mix of another. Both have no unit without members. */
  abstract Pair apply(Pair here, Pair there);

  /** Returns the name as ids write it. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static double[] spread(double[] here, double all, double[] there, double allThere) {
    double[] shares = new double[there.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = there[i] / allThere;
    }
    double[] mapped = mapped(here, shares);
    double sum = ExactSum.of(mapped);
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = sum > 0 ? mapped[i] / sum * all : 0;
    }
    return mapped;
  }

  /** Returns for each of some numbers the one that others have at its rank. O(n log n). */
  private static double[] mapped(double[] numbers, double[] others) {
    double[] sorted = others.clone();
    Arrays.sort(sorted);
    int[] order = Sorting.order(numbers);
    double[] mapped = new double[numbers.length];
    int from = 0;
    while (from < order.length) {
      int to = from + 1;
      while (to < order.length && numbers[order[to]] == numbers[order[from]]) {
        to++;
      }
      // The mean of the ranks from + 1 to to.
      double rank = (from + 1 + to) / 2.0 / numbers.length;
      double number = at(sorted, rank);
      for (int k = from; k < to; k++) {
        mapped[order[k]] = number;
      }
      from = to;
    }
    return mapped;
  }

  private static double at(double[] sorted, double rank) {
    double place = rank * (sorted.length - 1);
    int low = (int) place;
    int high = Math.min(sorted.length - 1, low + 1);
    return Math.min(sorted[high], sorted[low] + (place - low) * (sorted[high] - sorted[low]));
  }
}
