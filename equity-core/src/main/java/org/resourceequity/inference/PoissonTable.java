package org.resourceequity.inference;

import org.resourceequity.internal.AliasTable;
import org.resourceequity.internal.CounterRandom;

/**
 * Poisson numbers of one mean, in constant time. Numbers that are less likely than the most likely
 * one by more than 2<sup>-60</sup> are left out: a random double has 53 bits.
 */
final class PoissonTable {

  private static final double LEAST = 0x1p-60;

  private final int first;
  private final AliasTable table;

  /** Makes the table of a positive mean; O(√mean). */
  PoissonTable(double mean) {
    int mode = (int) mean;
    int low = mode;
    for (double weight = 1; low > 0 && weight * low / mean >= LEAST; low--) {
      weight *= low / mean;
    }
    int high = mode;
    for (double weight = 1; weight >= LEAST; high++) {
      weight *= mean / (high + 1);
    }
    double[] weights = new double[high - low];
    weights[mode - low] = 1;
    for (int k = mode; k > low; k--) {
      weights[k - 1 - low] = weights[k - low] * (k / mean);
    }
    for (int k = mode + 1; k < high; k++) {
      weights[k - low] = weights[k - 1 - low] * (mean / k);
    }
    first = low;
    table = new AliasTable(weights);
  }

  int draw(CounterRandom random) {
    return first + table.draw(random);
  }
}
