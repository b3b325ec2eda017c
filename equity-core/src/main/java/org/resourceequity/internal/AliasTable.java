package org.resourceequity.internal;

import java.util.Arrays;

/**
 * Draws from a finite distribution in constant time. Each column holds one number with some
 * probability and another one, its alias, with the rest. Made in O(n): Vose, M. D. (1991), A linear
 * algorithm for generating random numbers with a given distribution, doi:10.1109/32.92917.
 */
public final class AliasTable {

  private final double[] stays;
  private final int[] alias;

  /**
   * Makes the table.
   *
   * @param weights of the numbers from 0 on, positive, of any sum
   */
  public AliasTable(double[] weights) {
    int n = weights.length;
    double mean = ExactSum.of(weights) / n;
    stays = new double[n];
    alias = new int[n];
    // Columns below the mean from the front, those above it from the back.
    int[] columns = new int[n];
    int below = 0;
    int above = n;
    for (int i = 0; i < n; i++) {
      stays[i] = weights[i] / mean;
      columns[stays[i] < 1 ? below++ : --above] = i;
    }
    while (below > 0 && above < n) {
      int small = columns[--below];
      int large = columns[above];
      alias[small] = large;
      stays[large] -= 1 - stays[small];
      if (stays[large] < 1) {
        above++;
        columns[below++] = large;
      }
    }
    // What rounding left over is full.
    for (int at : Arrays.copyOf(columns, below)) {
      stays[at] = 1;
    }
  }

  /** Returns a number from 0 on, with the probability of its weight. */
  public int draw(CounterRandom random) {
    double at = random.nextDouble() * stays.length;
    int column = (int) at;
    return at - column < stays[column] ? column : alias[column];
  }
}
