package org.resourceequity.progressivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.ExactSum;

/**
 * The columns of a linear model: an intercept, if there is one, covariates, and a dummy for each
 * level of a factor but the base. A factor is stored as one number per unit, so memory is O(n) for
 * each covariate and each factor.
 *
 * <p>Covariates are centred and scaled; {@link #original} takes coefficients back.
 */
final class ModelMatrix {

  private final boolean intercept;
  private final double[] weights;
  private final List<String> terms = new ArrayList<>();
  private final List<double[]> covariates = new ArrayList<>();
  private final double[] centres;
  private final double[] scales;
  private final List<int[]> factors = new ArrayList<>();

  ModelMatrix(
      boolean intercept,
      List<String> names,
      List<double[]> columns,
      List<Design.Factor> factors,
      double[] weights) {
    this.intercept = intercept;
    this.weights = weights;
    if (intercept) {
      terms.add(Regression.INTERCEPT);
    }
    terms.addAll(names);
    covariates.addAll(columns);
    centres = new double[covariates.size()];
    scales = new double[covariates.size()];
    for (int c = 0; c < centres.length; c++) {
      double[] column = covariates.get(c);
      centres[c] = intercept ? ExactSum.ofProducts(column, weights) : 0;
      double spread = spread(column, centres[c], weights);
      scales[c] = spread > 0 ? spread : 1;
    }
    for (Design.Factor factor : factors) {
      this.factors.add(dummies(factor));
    }
  }

  /** Adds the terms of a factor and returns the column of each unit, -1 for the base. */
  private int[] dummies(Design.Factor factor) {
    boolean[] counts = new boolean[factor.levels().parts()];
    for (int i = 0; i < weights.length; i++) {
      counts[factor.levels().part(i)] |= weights[i] > 0;
    }
    List<String> labels = factor.levels().labels();
    int base =
        factor.base() != null
            ? labels.indexOf(factor.base())
            : IntStream.range(0, counts.length).filter(part -> counts[part]).findFirst().orElse(0);
    int[] columnOfPart = new int[counts.length];
    for (int part = 0; part < counts.length; part++) {
      columnOfPart[part] = -1;
      if (part != base && counts[part]) {
        columnOfPart[part] = terms.size();
        terms.add(factor.name() + "=" + labels.get(part));
      }
    }
    int[] columnOfUnit = new int[weights.length];
    Arrays.setAll(columnOfUnit, unit -> columnOfPart[factor.levels().part(unit)]);
    return columnOfUnit;
  }

  private static double spread(double[] column, double centre, double[] weights) {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < column.length; i++) {
      if (weights[i] > 0) {
        double deviation = column[i] - centre;
        sum.add(weights[i] * deviation * deviation);
      }
    }
    return Math.sqrt(sum.value());
  }

  List<String> terms() {
    return terms;
  }

  int columns() {
    return terms.size();
  }

  /** Returns how many elements of a row may differ from 0. */
  private int width() {
    return (intercept ? 1 : 0) + covariates.size() + factors.size();
  }

  /** Writes the elements of a row that may differ from 0 and returns how many there are. */
  private int row(int unit, int[] columns, double[] elements) {
    int at = 0;
    if (intercept) {
      columns[at] = 0;
      elements[at++] = 1;
    }
    int first = at;
    for (int c = 0; c < covariates.size(); c++) {
      columns[at] = first + c;
      elements[at++] = (covariates.get(c)[unit] - centres[c]) / scales[c];
    }
    for (int[] factor : factors) {
      if (factor[unit] >= 0) {
        columns[at] = factor[unit];
        elements[at++] = 1;
      }
    }
    return at;
  }

  /** Turns coefficients of the centred and scaled columns into those of the columns. */
  double[] original(double[] coefficients) {
    double[] original = coefficients.clone();
    int first = intercept ? 1 : 0;
    ExactSum constant = new ExactSum();
    for (int c = 0; c < covariates.size(); c++) {
      original[first + c] = coefficients[first + c] / scales[c];
      constant.addProduct(original[first + c], -centres[c]);
    }
    if (intercept) {
      constant.add(coefficients[0]);
      original[0] = constant.value();
    }
    return original;
  }

  /** Turns the covariance of coefficients, a symmetric matrix, in the same way. */
  double[][] original(double[][] covariance) {
    int size = covariance.length;
    double[][] half = new double[size][];
    for (int j = 0; j < size; j++) {
      half[j] = original(covariance[j]);
    }
    double[][] original = new double[size][size];
    for (int j = 0; j < size; j++) {
      double[] column = new double[size];
      for (int i = 0; i < size; i++) {
        column[i] = half[i][j];
      }
      double[] turned = original(column);
      for (int i = 0; i < size; i++) {
        original[i][j] = turned[i];
      }
    }
    return original;
  }

  /** What is done with the elements of a row that may differ from 0. */
  interface Visitor {
    void visit(int unit, int[] columns, double[] elements, int count);
  }

  /** Visits the rows of the units with a weight. */
  void each(Visitor visitor) {
    int[] columns = new int[width()];
    double[] elements = new double[width()];
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        visitor.visit(i, columns, elements, row(i, columns, elements));
      }
    }
  }

  /** Returns the weighted sum of each column times a number per unit. */
  double[] sums(double[] numbers) {
    int[] all = new int[weights.length];
    Arrays.setAll(all, i -> i);
    return sums(numbers, all);
  }

  /** Returns the same over some units. */
  double[] sums(double[] numbers, int[] units) {
    @Nullable ExactSum[] sums = new ExactSum[columns()];
    int[] columns = new int[width()];
    double[] elements = new double[width()];
    for (int unit : units) {
      int count = weights[unit] > 0 ? row(unit, columns, elements) : 0;
      for (int a = 0; a < count; a++) {
        ExactSum sum = sums[columns[a]];
        if (sum == null) {
          sum = new ExactSum();
          sums[columns[a]] = sum;
        }
        sum.addProduct(weights[unit] * numbers[unit], elements[a]);
      }
    }
    double[] values = new double[sums.length];
    for (int j = 0; j < values.length; j++) {
      ExactSum sum = sums[j];
      values[j] = sum == null ? 0 : sum.value();
    }
    return values;
  }

  /** Returns what is left of each unit's value. */
  double[] residuals(double[] values, double[] coefficients) {
    double[] residuals = new double[values.length];
    int[] columns = new int[width()];
    double[] elements = new double[width()];
    for (int i = 0; i < residuals.length; i++) {
      int count = row(i, columns, elements);
      double rest = values[i];
      for (int a = 0; a < count; a++) {
        rest = Math.fma(-coefficients[columns[a]], elements[a], rest);
      }
      residuals[i] = rest;
    }
    return residuals;
  }
}
