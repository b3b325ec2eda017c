package org.resourceequity.progressivity;

import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.ExactSum;

/** A symmetric matrix whose elements are exact sums of products; sparse where nothing is added. */
final class CrossProducts {

  private final @Nullable ExactSum[][] sums;

  CrossProducts(int size) {
    sums = new ExactSum[size][];
    for (int i = 0; i < size; i++) {
      sums[i] = new ExactSum[i + 1];
    }
  }

  /** Adds {@code factor} times the products of all pairs of the elements of a sparse vector. */
  void add(double factor, int[] columns, double[] elements, int count) {
    for (int a = 0; a < count; a++) {
      double scaled = factor * elements[a];
      for (int b = 0; b < count; b++) {
        if (columns[b] <= columns[a]) {
          sum(columns[a], columns[b]).addProduct(scaled, elements[b]);
        }
      }
    }
  }

  private ExactSum sum(int row, int column) {
    ExactSum sum = sums[row][column];
    if (sum == null) {
      sum = new ExactSum();
      sums[row][column] = sum;
    }
    return sum;
  }

  double[][] values() {
    double[][] values = new double[sums.length][sums.length];
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j <= i; j++) {
        ExactSum sum = sums[i][j];
        values[i][j] = sum == null ? 0 : sum.value();
        values[j][i] = values[i][j];
      }
    }
    return values;
  }
}
