package org.resourceequity.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Orders of primitive arrays, without boxing. */
public final class Sorting {

  private Sorting() {}

  private static final int DIGIT_BITS = 11;
  private static final int DIGIT_VALUES = 1 << DIGIT_BITS;
  private static final int DIGITS = (Long.SIZE + DIGIT_BITS - 1) / DIGIT_BITS;

  /** From this many values on, counting digits is faster than comparing. */
  private static final int MANY = 1 << 11;

  /**
   * Returns the positions of {@code values} in ascending order; equal values keep their order.
   *
   * <p>Each value is mapped to a long that sorts alike; the positions move beside the keys, so no
   * comparator and no object is made. Few values are merged, O(n log n); many are sorted digit by
   * digit, O(n).
   */
  public static int[] order(double[] values) {
    long[] keys = new long[values.length];
    int[] order = new int[values.length];
    for (int i = 0; i < keys.length; i++) {
      long bits = Double.doubleToLongBits(values[i] + 0.0);
      keys[i] = bits < 0 ? ~bits ^ Long.MIN_VALUE : bits;
      order[i] = i;
    }
    return keys.length < MANY ? byMerging(keys, order) : byDigits(keys, order);
  }

  private static int[] byMerging(long[] keys, int[] order) {
    int n = keys.length;
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

  /** From the lowest digit to the highest; a digit that is the same in all keys costs nothing. */
  private static int[] byDigits(long[] keys, int[] order) {
    int n = keys.length;
    int[][] counts = new int[DIGITS][DIGIT_VALUES];
    for (long key : keys) {
      for (int d = 0; d < DIGITS; d++) {
        counts[d][digit(key, d)]++;
      }
    }
    long[] keysBuffer = new long[n];
    int[] orderBuffer = new int[n];
    for (int d = 0; d < DIGITS; d++) {
      int[] next = counts[d];
      if (next[digit(keys[0], d)] == n) {
        continue;
      }
      int below = 0;
      for (int value = 0; value < DIGIT_VALUES; value++) {
        int count = next[value];
        next[value] = below;
        below += count;
      }
      for (int i = 0; i < n; i++) {
        int to = next[digit(keys[i], d)]++;
        keysBuffer[to] = keys[i];
        orderBuffer[to] = order[i];
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

  /** Returns a digit of a signed key; with the sign turned, negative keys come first. */
  private static int digit(long key, int digit) {
    return (int) ((key ^ Long.MIN_VALUE) >>> (digit * DIGIT_BITS)) & (DIGIT_VALUES - 1);
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
