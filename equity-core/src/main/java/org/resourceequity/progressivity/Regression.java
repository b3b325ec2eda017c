package org.resourceequity.progressivity;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.NeedCondition;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Partition;

/**
 * A linear model fitted by weighted least squares; {@link Design} says what it is made of.
 *
 * <p>The normal equations of centred and scaled columns are summed exactly, and their solution is
 * refined by exactly summed residuals. So the result does not depend on the order of the units, and
 * is as accurate as an orthogonal decomposition. Units without weight count for nothing.
 */
public final class Regression {

  /** Name of the intercept among the terms. */
  public static final String INTERCEPT = "intercept";

  private static final int REFINEMENTS = 3;

  /**
   * How standard errors are computed. White, H. (1980), doi:10.2307/1912934; MacKinnon, J. and
   * White, H. (1985), doi:10.1016/0304-4076(85)90158-7.
   */
  public enum Errors {
    /** All units have the same variance, but for their weight. */
    CLASSICAL,
    /** Each unit has its own variance. */
    HC0,
    /** HC0 times n / (n - k). */
    HC1,
    /** Squared residuals over 1 - h, with h the leverage. */
    HC2,
    /** Squared residuals over (1 - h)². */
    HC3
  }

  private final ModelMatrix model;
  private final PairedSample sample;
  private final double[] weights;
  private final Inverse inverse;
  private final double[] coefficients;
  private final double[] residuals;
  private final int units;

  private Regression(
      ModelMatrix model,
      PairedSample sample,
      double[] weights,
      Inverse inverse,
      double[] coefficients,
      double[] residuals,
      int units) {
    this.model = model;
    this.sample = sample;
    this.weights = weights;
    this.inverse = inverse;
    this.coefficients = coefficients;
    this.residuals = residuals;
    this.units = units;
  }

  /**
   * Fits.
   *
   * @param weights those of the sample, with the sum 1, so some are positive
   * @param centre what is subtracted from the values, and added to the intercept again
   */
  static Outcome<Regression> fit(
      ModelMatrix model, PairedSample sample, double[] weights, double centre) {
    int units = (int) Arrays.stream(weights).filter(w -> w > 0).count();
    CrossProducts products = new CrossProducts(model.columns());
    model.each(
        (unit, columns, elements, count) -> products.add(weights[unit], columns, elements, count));
    Inverse inverse = Inverse.of(products.values());
    Optional<Integer> dependent = inverse.dependent();
    if (dependent.isPresent()) {
      return Outcome.undefined(
          Condition.INDEPENDENT_COLUMNS,
          "\"" + model.terms().get(dependent.get()) + "\" follows from the terms before it");
    }
    double[] centred = sample.values();
    for (int i = 0; i < centred.length; i++) {
      centred[i] -= centre;
    }
    double[] coefficients = new double[model.columns()];
    double[] residuals = centred.clone();
    for (int round = 0; round <= REFINEMENTS; round++) {
      double[] step = inverse.times(model.sums(residuals));
      for (int j = 0; j < step.length; j++) {
        coefficients[j] += step[j];
      }
      residuals = model.residuals(centred, coefficients);
    }
    double[] original = model.original(coefficients);
    if (model.terms().contains(INTERCEPT)) {
      original[0] += centre;
    }
    return Arrays.stream(original).allMatch(Double::isFinite)
        ? Outcome.of(new Regression(model, sample, weights, inverse, original, residuals, units))
        : Outcome.undefined(Condition.REPRESENTABLE, "a coefficient is not finite");
  }

  /** Returns the names of the terms, the intercept first. */
  public List<String> terms() {
    return List.copyOf(model.terms());
  }

  /** Returns the coefficients in the order of the terms. */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /**
   * Returns the coefficient of a term.
   *
   * @throws IllegalArgumentException if there is no such term
   */
  public double coefficient(String term) {
    return coefficients[place(term)];
  }

  private int place(String term) {
    int place = model.terms().indexOf(term);
    if (place < 0) {
      throw new IllegalArgumentException("no term \"" + term + "\" among " + model.terms());
    }
    return place;
  }

  /** Returns the number of units with a weight. */
  public int units() {
    return units;
  }

  /** Returns the number of units minus the number of terms. */
  public int degreesOfFreedom() {
    return units - coefficients.length;
  }

  /** Returns the residual of each unit in the order of the sample. */
  public double[] residuals() {
    return residuals.clone();
  }

  /** Returns what the model gives each unit, in the order of the sample. */
  public double[] fitted() {
    double[] fitted = sample.values();
    for (int i = 0; i < fitted.length; i++) {
      fitted[i] -= residuals[i];
    }
    return fitted;
  }

  /**
   * Returns what the model gives for given elements of the terms; terms that are not named are 0,
   * so a factor that is not named is at its base.
   *
   * @throws IllegalArgumentException if a name is not a term
   */
  public double predict(Map<String, Double> at) {
    ExactSum sum = new ExactSum();
    if (model.terms().contains(INTERCEPT)) {
      sum.add(coefficient(INTERCEPT));
    }
    at.forEach((term, element) -> sum.addProduct(coefficient(term), element));
    return sum.value();
  }

  private double meanSquare() {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < residuals.length; i++) {
      sum.add(weights[i] * residuals[i] * residuals[i]);
    }
    return sum.value();
  }

  /**
   * Returns the share of the variance of the values that the model explains; without an intercept,
   * of their mean square. Undefined if the values do not vary.
   */
  public Outcome<Double> rSquared() {
    double centre =
        model.terms().contains(INTERCEPT) ? ExactSum.ofProducts(sample.values(), weights) : 0;
    ExactSum sum = new ExactSum();
    for (int i = 0; i < weights.length; i++) {
      double deviation = sample.value(i) - centre;
      sum.add(weights[i] * deviation * deviation);
    }
    double explained = 1 - meanSquare() / sum.value();
    return sum.value() > 0 && Double.isFinite(explained)
        ? Outcome.of(Math.min(1, Math.max(0, explained)))
        : Outcome.undefined(NeedCondition.VALUES_VARY, "the values do not vary");
  }

  /**
   * Returns \(1-(1-R^2)(n-c)/(n-k)\), c being 1 with an intercept, else 0. Undefined if the values
   * do not vary, or without degrees of freedom.
   */
  public Outcome<Double> adjustedRSquared() {
    int constant = model.terms().contains(INTERCEPT) ? 1 : 0;
    return degreesOfFreedom() > 0
        ? rSquared().map(r -> 1 - (1 - r) * (units - constant) / degreesOfFreedom())
        : tooFew();
  }

  /** Returns \(\sqrt{\sum w e^2/(n-k)}\); undefined without degrees of freedom. */
  public Outcome<Double> residualStandardError() {
    return degreesOfFreedom() > 0
        ? Outcome.of(Math.sqrt(meanSquare() * sample.totalWeight() / degreesOfFreedom()))
        : tooFew();
  }

  private <T> Outcome<T> tooFew() {
    return Outcome.undefined(
        Condition.ENOUGH_UNITS,
        units + " units with a weight for " + coefficients.length + " terms");
  }

  /** Returns a coefficient with its standard error and Student's t with n - k degrees. */
  public Outcome<Coefficient> estimate(String term, Errors errors) {
    return covariance(errors).map(c -> estimate(term, c, degreesOfFreedom()));
  }

  /**
   * Returns a coefficient with its cluster-robust standard error, times \(\sqrt{G/(G-1)\cdot
   * (n-1)/(n-k)}\), and Student's t with G - 1 degrees. Liang, K.-Y. and Zeger, S. (1986),
   * doi:10.1093/biomet/73.1.13.
   */
  public Outcome<Coefficient> estimate(String term, Partition clusters) {
    return covariance(clusters).map(c -> estimate(term, c, counted(clusters) - 1));
  }

  private Coefficient estimate(String term, double[][] covariance, int degrees) {
    int place = place(term);
    return new Coefficient(
        coefficients[place], Math.sqrt(Math.max(0, covariance[place][place])), degrees);
  }

  /**
   * Returns the covariance of the coefficients in the order of the terms. Undefined without degrees
   * of freedom, and for HC2 and HC3 if a fitted value rests on its own unit alone.
   */
  public Outcome<double[][]> covariance(Errors errors) {
    if (degreesOfFreedom() <= 0) {
      return tooFew();
    }
    if (errors == Errors.CLASSICAL) {
      double[][] covariance = scaled(inverse.values(), meanSquare() / degreesOfFreedom());
      return Outcome.of(model.original(covariance));
    }
    CrossProducts products = new CrossProducts(coefficients.length);
    int[] alone = {-1};
    model.each(
        (unit, columns, elements, count) -> {
          double score = weights[unit] * residuals[unit];
          if (errors == Errors.HC2 || errors == Errors.HC3) {
            double free = 1 - weights[unit] * inverse.form(columns, elements, count);
            if (free < 1e-9) {
              alone[0] = unit;
              return;
            }
            score /= errors == Errors.HC2 ? Math.sqrt(free) : free;
          }
          products.add(score * score, columns, elements, count);
        });
    if (alone[0] >= 0) {
      return Outcome.undefined(
          Condition.ENOUGH_UNITS,
          "the fit at unit " + sample.units().key(alone[0]) + " rests on that unit alone");
    }
    double factor = errors == Errors.HC1 ? (double) units / degreesOfFreedom() : 1;
    return Outcome.of(model.original(inverse.around(scaled(products.values(), factor))));
  }

  /** Returns the cluster-robust covariance of the coefficients in the order of the terms. */
  public Outcome<double[][]> covariance(Partition clusters) {
    int counted = counted(clusters);
    if (degreesOfFreedom() <= 0 || counted < 2) {
      return counted < 2
          ? Outcome.undefined(
              Condition.ENOUGH_UNITS, counted + " clusters, at least two are needed")
          : tooFew();
    }
    CrossProducts products = new CrossProducts(coefficients.length);
    int[] columns = new int[coefficients.length];
    Arrays.setAll(columns, j -> j);
    for (int[] cluster : clusters.units()) {
      products.add(1, columns, model.sums(residuals, cluster), columns.length);
    }
    double factor = (double) counted / (counted - 1) * (units - 1) / degreesOfFreedom();
    return Outcome.of(model.original(inverse.around(scaled(products.values(), factor))));
  }

  private int counted(Partition clusters) {
    boolean[] counts = new boolean[clusters.parts()];
    int counted = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0 && !counts[clusters.part(i)]) {
        counts[clusters.part(i)] = true;
        counted++;
      }
    }
    return counted;
  }

  private static double[][] scaled(double[][] matrix, double factor) {
    return Arrays.stream(matrix)
        .map(row -> Arrays.stream(row).map(element -> element * factor).toArray())
        .toArray(double[][]::new);
  }
}
