package org.resourceequity.progressivity;

import java.util.Optional;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/** The inverse of a positive definite matrix, or the first column that follows from the others. */
final class Inverse {

  /** Share of a column that the columns before it leave unexplained, below which it follows. */
  private static final double DEPENDENT = 1e-12;

  private final double[][] inverse;
  private final int dependent;

  private Inverse(double[][] inverse, int dependent) {
    this.inverse = inverse;
    this.dependent = dependent;
  }

  /** Scales the matrix to a diagonal of ones, so that the units of the columns do not matter. */
  static Inverse of(double[][] matrix) {
    int size = matrix.length;
    double[] root = new double[size];
    for (int i = 0; i < size; i++) {
      root[i] = Math.sqrt(matrix[i][i]);
      if (!(root[i] > 0)) {
        return new Inverse(matrix, i);
      }
    }
    double[][] scaled = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        scaled[i][j] = i == j ? 1 : matrix[i][j] / root[i] / root[j];
      }
    }
    try {
      RealMatrix inverse =
          new CholeskyDecomposition(MatrixUtils.createRealMatrix(scaled), 1e-10, DEPENDENT)
              .getSolver()
              .getInverse();
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          scaled[i][j] = inverse.getEntry(i, j) / root[i] / root[j];
        }
      }
      return new Inverse(scaled, -1);
    } catch (NonPositiveDefiniteMatrixException e) {
      return new Inverse(matrix, e.getRow());
    }
  }

  Optional<Integer> dependent() {
    return dependent < 0 ? Optional.empty() : Optional.of(dependent);
  }

  double[][] values() {
    return inverse;
  }

  double[] times(double[] vector) {
    double[] product = new double[vector.length];
    for (int i = 0; i < product.length; i++) {
      double sum = 0;
      for (int j = 0; j < vector.length; j++) {
        sum += inverse[i][j] * vector[j];
      }
      product[i] = sum;
    }
    return product;
  }

  /** Returns the quadratic form of a sparse vector. */
  double form(int[] columns, double[] elements, int count) {
    double sum = 0;
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        sum += elements[a] * inverse[columns[a]][columns[b]] * elements[b];
      }
    }
    return sum;
  }

  /** Returns the inverse times {@code middle} times the inverse. */
  double[][] around(double[][] middle) {
    RealMatrix outer = MatrixUtils.createRealMatrix(inverse);
    return outer.multiply(MatrixUtils.createRealMatrix(middle)).multiply(outer).getData();
  }
}
