package org.resourceequity.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Orders of primitive arrays, without boxing. */
public final class Sorting {

  private Sorting() {}

  /**
   * Returns the positions of {@code values} in ascending order; equal values keep their order.
   *
   * <p>O(n log n). Each value is mapped to a long that sorts alike; the positions are merged beside
   * the keys, so no comparator and no object is made.
   */
  public static int[] order(double[] values) {
    int n = values.length;
    long[] keys = new long[n];
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      long bits = Double.doubleToLongBits(values[i] + 0.0);
      keys[i] = bits < 0 ? ~bits ^ Long.MIN_VALUE : bits;
      order[i] = i;
    }
    long[] keysBuffer = new long[n];
    int[] orderBuffer = new int[n];
    for (int width = 1; width < n; width *= 2) {
      for (int start = 0; start < n; start += 2 * width) {
        int middle = Math.min(start + width, n);
        int end = Math.min(start + 2 * width, n);
        int left = start;
        int right = middle;
        for (int at = start; at < end; at++) {
          boolean takeLeft = left < middle && (right >= end || keys[left] <= keys[right]);
          int from = takeLeft ? left++ : right++;
          keysBuffer[at] = keys[from];
          orderBuffer[at] = order[from];
        }
      }
      long[] swapKeys = keys;
      keys = keysBuffer;
      keysBuffer = swapKeys;
      int[] swapOrder = order;
      order = orderBuffer;
      orderBuffer = swapOrder;
    }
    return order;
  }

  /** Returns the positions of {@code values} in ascending order; equal values by their names. */
  public static int[] order(double[] values, List<String> names) {
    int[] order = order(values);
    int ordered = 0;
    while (ordered < order.length) {
      ordered = orderTies(values, order, ordered, names);
    }
    return order;
  }

  /** Puts the equal values from a place of an order on by their names; returns where they end. */
  public static int orderTies(double[] values, int[] order, int from, List<String> names) {
    int end = from + 1;
    while (end < order.length && values[order[end]] == values[order[from]]) {
      end++;
    }
    if (end - from > 1) {
      int[] ties =
          Arrays.stream(order, from, end)
              .boxed()
              .sorted(Comparator.comparing(names::get))
              .mapToInt(Integer::intValue)
              .toArray();
      System.arraycopy(ties, 0, order, from, ties.length);
    }
    return end;
  }

  /**
   * Returns {@code values} rearranged: element {@code i} of the result is {@code values[order[i]]}.
   */
  public static double[] arrange(double[] values, int[] order) {
    double[] arranged = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      arranged[i] = values[order[i]];
    }
    return arranged;
  }

  /** Returns a sorted copy. */
  public static double[] sorted(double[] values) {
    double[] copy = values.clone();
    Arrays.sort(copy);
    return copy;
  }
}
