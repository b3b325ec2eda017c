package org.resourceequity.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.internal.Sorting;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Sample;

/** Leaves out the units at both ends of the values. */
final class Tails {

  private Tails() {}

  /**
   * Returns the sample without the units that lie wholly within the lowest or the highest share of
   * the weight. Samples without one value per unit are returned as they are.
   */
  @SuppressWarnings("unchecked")
  static <S extends Sample<S>> S cut(S sample, double share) {
    Distribution values =
        sample instanceof Distribution distribution
            ? distribution
            : sample instanceof PairedSample paired ? paired.distribution() : null;
    if (values == null) {
      return sample;
    }
    int[] order = Sorting.order(values.values());
    double tail = share * values.totalWeight();
    boolean[] kept = new boolean[order.length];
    Arrays.fill(kept, true);
    drop(values, order, tail, kept);
    drop(
        values,
        IntStream.range(0, order.length).map(i -> order[order.length - 1 - i]).toArray(),
        tail,
        kept);
    return sample.select(IntStream.range(0, kept.length).filter(i -> kept[i]).toArray());
  }

  private static void drop(Distribution values, int[] order, double tail, boolean[] kept) {
    ExactSum passed = new ExactSum();
    for (int unit : order) {
      passed.add(values.weight(unit));
      if (passed.value() > tail) {
        return;
      }
      kept[unit] = false;
    }
  }
}
