package org.resourceequity.metric;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.internal.Sorting;

/** One number for each unit or group. */
public final class UnitValues implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<String> keys;
  private final double[] values;

  /** Returns the numbers of the units with these keys. */
  public static UnitValues of(List<String> keys, double[] values) {
    Checks.sameLength(values.length, keys.size(), "values");
    return new UnitValues(List.copyOf(keys), Checks.allFinite(values, "values"));
  }

  private UnitValues(List<String> keys, double[] values) {
    this.keys = keys;
    this.values = values;
  }

  /** Returns the keys of the units or groups. */
  public List<String> keys() {
    return keys;
  }

  /** Returns how many there are. */
  public int size() {
    return values.length;
  }

  /** Returns the number of one unit. */
  public double value(int unit) {
    return values[unit];
  }

  /** Returns a copy of the numbers. */
  public double[] values() {
    return values.clone();
  }

  /** Returns the exact sum of the numbers, rounded once. */
  public double sum() {
    return ExactSum.of(values);
  }

  /** Returns the positions of the {@code count} largest numbers, the largest first. */
  public int[] largest(int count) {
    int[] order = Sorting.order(values);
    int[] largest = new int[Math.min(count, order.length)];
    for (int i = 0; i < largest.length; i++) {
      largest[i] = order[order.length - 1 - i];
    }
    return largest;
  }

  /**
   * Returns the positions of the fewest units whose numbers make at least a share of the sum, the
   * largest first: "which ten schools make most of the gap". Where the sum is negative the most
   * negative come first; where it is 0 there are none. Of equal numbers the smaller key comes
   * first. O(n log n).
   *
   * @param share from 0 to 1
   */
  public int[] making(double share) {
    Checks.within(share, 0, 1, "share");
    double sum = sum();
    double[] falling = new double[values.length];
    for (int i = 0; i < falling.length; i++) {
      falling[i] = sum < 0 ? values[i] : -values[i];
    }
    int[] order = Sorting.order(falling);
    ExactSum made = new ExactSum();
    int count = 0;
    int ordered = 0;
    while (count < order.length && Math.abs(made.value()) < share * Math.abs(sum)) {
      if (count == ordered) {
        ordered = Sorting.orderTies(values, order, count, keys);
      }
      made.add(values[order[count++]]);
    }
    return Arrays.copyOf(order, count);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof UnitValues other
        && keys.equals(other.keys)
        && Arrays.equals(values, other.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(20, size()); i++) {
      text.append(keys.get(i)).append(" ").append(values[i]).append("\n");
    }
    if (size() > 20) {
      text.append("... ").append(size()).append(" in all");
    }
    return text.toString();
  }
}
