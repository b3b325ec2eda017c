package org.resourceequity.sample;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.internal.Sorting;

/**
 * How a resource is spread: a value and a weight per unit, such as dollars per student weighted by
 * students. Values may have named parts that add up to them, such as federal and state revenue.
 *
 * <p>With weights of one it speaks of schools; with students as weights it speaks of students.
 */
public final class Distribution extends Sample<Distribution> {

  private static final long serialVersionUID = 1L;
  private static final double PARTS_TOLERANCE = 1e-9;

  private final double[] values;
  private final double[] weights;
  private final LinkedHashMap<String, double[]> parts;

  private Distribution(
      Units units, double[] values, double[] weights, LinkedHashMap<String, double[]> parts) {
    super(checked(units, values.length));
    Checks.sameLength(weights.length, values.length, "weights");
    this.values = values;
    this.weights = weights;
    this.parts = parts;
  }

  /**
   * Returns the distribution of {@code values} with {@code weights}.
   *
   * @param values one value per unit, finite
   * @param weights one weight per unit, not negative
   */
  public static Distribution of(double[] values, double[] weights) {
    return of(Units.numbered(values.length), values, weights);
  }

  /** Returns the distribution over units, each counted once. */
  public static Distribution of(double... values) {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    return of(values, ones);
  }

  /** Returns the distribution over named units. */
  public static Distribution of(Units units, double[] values, double[] weights) {
    return new Distribution(
        units,
        Checks.allFinite(values, "values"),
        Checks.notNegative(weights, "weights"),
        new LinkedHashMap<>());
  }

  /**
   * Returns the same distribution with its values split into named parts.
   *
   * @throws IllegalArgumentException if the parts of a unit do not add up to its value
   */
  public Distribution withParts(Map<String, double[]> named) {
    LinkedHashMap<String, double[]> copy = new LinkedHashMap<>();
    named.forEach((name, part) -> copy.put(name, Checks.allFinite(part, name)));
    copy.forEach((name, part) -> Checks.sameLength(part.length, values.length, name));
    for (int i = 0; i < values.length; i++) {
      ExactSum sum = new ExactSum();
      for (double[] part : copy.values()) {
        sum.add(part[i]);
      }
      if (Math.abs(sum.value() - values[i]) > PARTS_TOLERANCE * Math.max(1, Math.abs(values[i]))) {
        throw new IllegalArgumentException(
            "parts of unit " + units().key(i) + " add up to " + sum + ", expected " + values[i]);
      }
    }
    return new Distribution(units(), values, weights, copy);
  }

  /** Returns the value of a unit. */
  public double value(int unit) {
    return values[unit];
  }

  /** Returns the weight of a unit. */
  public double weight(int unit) {
    return weights[unit];
  }

  /** Returns a copy of the values. */
  public double[] values() {
    return values.clone();
  }

  /** Returns a copy of the weights. */
  public double[] weights() {
    return weights.clone();
  }

  /** Returns the named parts of the values, empty if there are none. */
  public Map<String, double[]> parts() {
    LinkedHashMap<String, double[]> copy = new LinkedHashMap<>();
    parts.forEach((name, part) -> copy.put(name, part.clone()));
    return copy;
  }

  /** Returns the sum of the weights. */
  public double totalWeight() {
    return ExactSum.of(weights);
  }

  /**
   * Returns the weighted mean; the total weight must be positive. Rounding cannot leave the range
   * of the values, so the mean of equal values is their value.
   */
  public double mean() {
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (int i = 0; i < values.length; i++) {
      if (weights[i] > 0) {
        low = Math.min(low, values[i]);
        high = Math.max(high, values[i]);
      }
    }
    return Math.min(high, Math.max(low, ExactSum.ofProducts(values, weights) / totalWeight()));
  }

  /** Returns the sums from which moments and decomposable indices follow. */
  public Moments moments() {
    return Moments.of(values, weights);
  }

  /**
   * Gives the moments without each unit in turn, equal to those of {@link #without}. O(n) for all.
   *
   * @param rest takes the moments and the position of the unit that they leave out
   */
  public void momentsWithoutEach(ObjIntConsumer<Moments> rest) {
    Moments all = moments();
    boolean oneSmallest = counted(all.minimum()) == 1;
    boolean oneLargest = counted(all.maximum()) == 1;
    for (int i = 0; i < values.length; i++) {
      double x = values[i];
      if (weights[i] == 0) {
        rest.accept(all, i);
      } else if ((oneSmallest && x == all.minimum()) || (oneLargest && x == all.maximum())) {
        rest.accept(without(i).moments(), i);
      } else {
        Moments one = Moments.of(new double[] {x}, new double[] {weights[i]});
        rest.accept(all.minus(one), i);
      }
    }
  }

  private int counted(double value) {
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (weights[i] > 0 && values[i] == value) {
        count++;
      }
    }
    return count;
  }

  /**
   * Returns the units with a positive weight in ascending order of value, equal values by weight:
   * the one order over which rank-based metrics run, whatever the order of the rows was.
   */
  public Distribution sorted() {
    return select(ascending());
  }

  /** Returns the positions of the units in the order of {@link #sorted()}. */
  public int[] ascending() {
    int[] positive = new int[counted()];
    int at = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        positive[at++] = i;
      }
    }
    int[] ascending = picked(positive, Sorting.order(pick(values, positive)));
    for (int start = 0, end; start < ascending.length; start = end) {
      boolean inOrder = true;
      end = start + 1;
      while (end < ascending.length && values[ascending[end]] == values[ascending[start]]) {
        inOrder &= weights[ascending[end - 1]] <= weights[ascending[end]];
        end++;
      }
      if (!inOrder) {
        int[] equal = Arrays.copyOfRange(ascending, start, end);
        int[] byWeight = picked(equal, Sorting.order(pick(weights, equal)));
        System.arraycopy(byWeight, 0, ascending, start, byWeight.length);
      }
    }
    return ascending;
  }

  private static int[] picked(int[] from, int[] order) {
    int[] picked = new int[order.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = from[order[i]];
    }
    return picked;
  }

  @Override
  public Distribution append(Distribution other) {
    if (!parts.keySet().equals(other.parts.keySet())) {
      throw new IllegalArgumentException(
          "cannot append a distribution with parts "
              + other.parts.keySet()
              + " to one with "
              + parts.keySet());
    }
    LinkedHashMap<String, double[]> both = new LinkedHashMap<>();
    parts.forEach(
        (name, part) ->
            both.put(name, concat(part, Objects.requireNonNull(other.parts.get(name)))));
    return new Distribution(
        units().append(other.units()),
        concat(values, other.values),
        concat(weights, other.weights),
        both);
  }

  @Override
  public Distribution select(int... chosen) {
    LinkedHashMap<String, double[]> some = new LinkedHashMap<>();
    parts.forEach((name, part) -> some.put(name, pick(part, chosen)));
    return new Distribution(
        units().select(chosen), pick(values, chosen), pick(weights, chosen), some);
  }

  @Override
  public Distribution withUnits(Units units) {
    return new Distribution(units, values, weights, parts);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Distribution other
        && units().equals(other.units())
        && Arrays.equals(values, other.values)
        && Arrays.equals(weights, other.weights)
        && sameColumns(parts, other.parts);
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
      case SOME_UNITS -> counted() >= 1 ? null : "no unit has a positive weight";
      case TWO_UNITS -> counted() >= 2 ? null : "fewer than two units with a weight";
      case POSITIVE_TOTAL -> {
        double total = ExactSum.ofProducts(values, weights);
        yield total > 0 ? null : "the weighted total is " + total;
      }
      case POSITIVE_MEDIAN -> {
        if (counted() == 0) {
          yield "no unit has a positive weight";
        }
        double median = Quantiles.median(sorted());
        yield median > 0 ? null : "the weighted median is " + median;
      }
      case VARIATION -> {
        Moments moments = moments();
        yield moments.minimum() < moments.maximum() ? null : "all values are the same";
      }
      case NO_NEGATIVES -> firstWeighted(false);
      case NO_ZEROS -> firstWeighted(true);
      default -> null;
    };
  }

  private @Nullable String firstWeighted(boolean zero) {
    for (int i = 0; i < values.length; i++) {
      if (weights[i] > 0 && (zero ? values[i] == 0 : values[i] < 0)) {
        return "unit " + units().key(i) + " has the value " + values[i];
      }
    }
    return null;
  }
}
