package org.resourceequity.sample;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.internal.RunningSum;
import org.resourceequity.internal.Sorting;

/**
 * A resource beside need: a value, a weight and named covariates per unit. The first covariate is
 * need, or wealth.
 */
public final class PairedSample extends Sample<PairedSample> {

  private static final long serialVersionUID = 1L;

  private final double[] values;
  private final double[] weights;
  private final LinkedHashMap<String, double[]> covariates;

  private PairedSample(
      Units units, double[] values, double[] weights, LinkedHashMap<String, double[]> covariates) {
    super(checked(units, values.length));
    Checks.sameLength(weights.length, values.length, "weights");
    if (covariates.isEmpty()) {
      throw new IllegalArgumentException("no covariate, expected at least one: need or wealth");
    }
    covariates.forEach((name, column) -> Checks.sameLength(column.length, values.length, name));
    this.values = values;
    this.weights = weights;
    this.covariates = covariates;
  }

  /**
   * Returns a sample with one covariate, named "need".
   *
   * @param values the resource per unit
   * @param weights not negative, usually students
   * @param need need per unit, such as the share of students from low-income families
   */
  public static PairedSample of(double[] values, double[] weights, double[] need) {
    return of(Units.numbered(values.length), values, weights, Map.of("need", need));
  }

  /** Returns a sample with named covariates in the order of the map. */
  public static PairedSample of(
      Units units, double[] values, double[] weights, Map<String, double[]> covariates) {
    LinkedHashMap<String, double[]> copy = new LinkedHashMap<>();
    covariates.forEach((name, column) -> copy.put(name, Checks.allFinite(column, name)));
    return new PairedSample(
        units, Checks.allFinite(values, "values"), Checks.notNegative(weights, "weights"), copy);
  }

  /** Returns the value of a unit. */
  public double value(int unit) {
    return values[unit];
  }

  /** Returns the weight of a unit. */
  public double weight(int unit) {
    return weights[unit];
  }

  /** Returns the first covariate of a unit: its need. */
  public double need(int unit) {
    return first()[unit];
  }

  /** Returns a copy of the values. */
  public double[] values() {
    return values.clone();
  }

  /** Returns a copy of the weights. */
  public double[] weights() {
    return weights.clone();
  }

  /** Returns a copy of the first covariate. */
  public double[] needs() {
    return first().clone();
  }

  /** Returns the names of the covariates. */
  public List<String> covariates() {
    return List.copyOf(covariates.keySet());
  }

  /**
   * Returns a copy of a covariate.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public double[] covariate(String name) {
    double[] column = covariates.get(name);
    if (column == null) {
      throw new IllegalArgumentException(
          "no covariate \"" + name + "\" among " + covariates.keySet());
    }
    return column.clone();
  }

  /** Returns the same units with other values, such as their logarithms. */
  public PairedSample withValues(double[] values) {
    return new PairedSample(units(), Checks.allFinite(values, "values"), weights, covariates);
  }

  /** Returns the same units with other weights. */
  public PairedSample withWeights(double[] weights) {
    return new PairedSample(units(), values, Checks.notNegative(weights, "weights"), covariates);
  }

  /** Returns the same units with one more covariate, or with another column for one they have. */
  public PairedSample withCovariate(String name, double[] column) {
    LinkedHashMap<String, double[]> more = new LinkedHashMap<>(covariates);
    more.put(name, Checks.allFinite(column, name));
    return new PairedSample(units(), values, weights, more);
  }

  /**
   * Returns the same units with a covariate put first, so that it is what units are ranked by.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public PairedSample rankedBy(String name) {
    LinkedHashMap<String, double[]> reordered = new LinkedHashMap<>();
    reordered.put(name, covariate(name));
    covariates.forEach(reordered::putIfAbsent);
    return new PairedSample(units(), values, weights, reordered);
  }

  private double[] first() {
    return covariates.values().iterator().next();
  }

  /** Returns the sum of the weights. */
  public double totalWeight() {
    return ExactSum.of(weights);
  }

  /** Returns the weighted mean of the values. */
  public double meanValue() {
    return ExactSum.ofProducts(values, weights) / totalWeight();
  }

  /** Returns the weighted mean of need. */
  public double meanNeed() {
    return ExactSum.ofProducts(first(), weights) / totalWeight();
  }

  /**
   * Returns each unit's mid-rank in need: the share of the weight with less need, and half of the
   * weight with the same need. O(n log n).
   */
  public double[] ranks() {
    return ranks(first());
  }

  /** Returns each unit's mid-rank in a quantity per unit, as {@link #ranks()} does for need. */
  public double[] ranks(double[] quantity) {
    int[] order = Sorting.order(quantity);
    double all = totalWeight();
    double[] ranks = new double[size()];
    // Blocks come in the order of need; within one, only an exact sum has no order.
    RunningSum below = new RunningSum();
    ExactSum block = new ExactSum();
    for (int from = 0, to; from < order.length; from = to) {
      double need = quantity[order[from]];
      to = from + 1;
      double same = weights[order[from]];
      if (to < order.length && quantity[order[to]] == need) {
        block.clear();
        block.add(same);
        for (; to < order.length && quantity[order[to]] == need; to++) {
          block.add(weights[order[to]]);
        }
        same = block.value();
      }
      double rank = (below.value() + same / 2) / all;
      below.add(same);
      for (int i = from; i < to; i++) {
        ranks[order[i]] = rank;
      }
    }
    return ranks;
  }

  /** Returns the weighted mean of a quantity per unit. */
  public double mean(double[] quantity) {
    return ExactSum.ofProducts(quantity, weights) / totalWeight();
  }

  /** Returns the weighted covariance of the values with a quantity per unit, population form. */
  public double covarianceWith(double[] other) {
    return covariance(values, other);
  }

  /** Returns the weighted covariance of two quantities per unit, population form. */
  public double covariance(double[] one, double[] other) {
    double all = totalWeight();
    double meanOne = ExactSum.ofProducts(one, weights) / all;
    double meanOther = ExactSum.ofProducts(other, weights) / all;
    double[] products = new double[values.length];
    for (int i = 0; i < products.length; i++) {
      products[i] = weights[i] * (one[i] - meanOne) * (other[i] - meanOther);
    }
    return ExactSum.of(products) / all;
  }

  /** Returns the weighted variance of need, population form. */
  public double needVariance() {
    return Moments.of(first(), weights).variance();
  }

  /** Returns the weighted covariance of value and need, population form. */
  public double needCovariance() {
    return covarianceWith(first());
  }

  /** Returns the distribution of the values. */
  public Distribution distribution() {
    return Distribution.of(units(), values, weights);
  }

  @Override
  public PairedSample append(PairedSample other) {
    if (!covariates().equals(other.covariates())) {
      throw new IllegalArgumentException(
          "cannot append a sample with covariates "
              + other.covariates()
              + " to one with "
              + covariates());
    }
    LinkedHashMap<String, double[]> both = new LinkedHashMap<>();
    covariates.forEach(
        (name, column) ->
            both.put(name, concat(column, Objects.requireNonNull(other.covariates.get(name)))));
    return new PairedSample(
        units().append(other.units()),
        concat(values, other.values),
        concat(weights, other.weights),
        both);
  }

  @Override
  public PairedSample select(int... chosen) {
    LinkedHashMap<String, double[]> some = new LinkedHashMap<>();
    covariates.forEach((name, column) -> some.put(name, pick(column, chosen)));
    return new PairedSample(
        units().select(chosen), pick(values, chosen), pick(weights, chosen), some);
  }

  @Override
  public PairedSample withUnits(Units units) {
    return new PairedSample(units, values, weights, covariates);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof PairedSample other
        && units().equals(other.units())
        && Arrays.equals(values, other.values)
        && Arrays.equals(weights, other.weights)
        && sameColumns(covariates, other.covariates);
  }

  @Override
  public int hashCode() {
    return units().hashCode() * 31 + Arrays.hashCode(values);
  }

  @Override
  public boolean counts(int unit) {
    return weights[unit] > 0;
  }

  @Override
  @Nullable String unmet(Condition condition) {
    return switch (condition) {
      case SOME_UNITS, TWO_UNITS, POSITIVE_TOTAL, POSITIVE_MEDIAN, NO_NEGATIVES, NO_ZEROS ->
          distribution().unmet(condition);
      case VARIATION -> varies(first()) ? null : "need is the same in all units";
      case EVERY_GROUP -> needIsShare();
      case COMPARISON_EVENTS ->
          needIsShare() == null && nonPoorMean() == 0
              ? "the average of the students without the need is 0"
              : null;
      default -> null;
    };
  }

  /** Returns which unit that counts has a quantity that is not positive, if there is one. */
  Optional<String> notPositive(double[] quantity, String name) {
    for (int i = 0; i < size(); i++) {
      if (weights[i] > 0 && !(quantity[i] > 0)) {
        return Optional.of(name + " of unit " + units().key(i) + " is " + quantity[i]);
      }
    }
    return Optional.empty();
  }

  /** Returns whether a quantity differs between units that count. */
  boolean varies(double[] quantity) {
    double first = 0;
    boolean seen = false;
    for (int i = 0; i < size(); i++) {
      if (weights[i] > 0) {
        if (seen && quantity[i] != first) {
          return true;
        }
        first = quantity[i];
        seen = true;
      }
    }
    return false;
  }

  /** Need as a share divides each unit's students in two groups; both must have members. */
  private @Nullable String needIsShare() {
    ExactSum with = new ExactSum();
    ExactSum without = new ExactSum();
    for (int i = 0; i < size(); i++) {
      if (weights[i] > 0 && !(need(i) >= 0 && need(i) <= 1)) {
        return "need of unit " + units().key(i) + " is " + need(i) + ", expected a share";
      }
      with.addProduct(weights[i], need(i));
      without.addProduct(weights[i], 1 - need(i));
    }
    if (!(with.value() > 0)) {
      return "no students with the need";
    }
    return without.value() > 0 ? null : "no students without the need";
  }

  private double nonPoorMean() {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < size(); i++) {
      sum.addProduct(weights[i] * (1 - need(i)), values[i]);
    }
    return sum.value();
  }
}
