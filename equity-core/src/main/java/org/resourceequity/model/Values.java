package org.resourceequity.model;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by place. Whole numbers below 2^29 take four bytes, as long as all of them are such: a
 * nation's students by school, race and grade are a hundred columns of them. One look at those four
 * bytes tells whether a number can be added.
 */
final class Values implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int FEWEST = 16;

  /** Whole numbers from -LIMIT to before LIMIT take four bytes. */
  private static final int LIMIT = 1 << 29;

  /** What stands at a place to which nothing is added without a closer look. */
  private static final int CLOSED = Integer.MIN_VALUE;

  /** Twice each number, plus one; an even number where there is none, 0 at first. */
  private int[] whole;

  /** Each number, NaN where there is none; null while all of them are whole. */
  private double @Nullable [] any;

  /** Makes room for numbers, to which others are added or never are. */
  Values(boolean adds) {
    whole = new int[adds ? FEWEST : 0];
    any = adds ? null : none(FEWEST);
  }

  private static double[] none(int size) {
    double[] none = new double[size];
    Arrays.fill(none, Double.NaN);
    return none;
  }

  /** Returns for how many places there is room. */
  int size() {
    return any == null ? whole.length : any.length;
  }

  /** Makes room for at least {@code size} places. */
  void room(int size) {
    int before = size();
    if (size > before) {
      int after = Math.max(size, before + (before >> 1));
      if (any == null) {
        whole = Arrays.copyOf(whole, after);
      } else {
        any = Arrays.copyOf(any, after);
        Arrays.fill(any, before, after, Double.NaN);
      }
    }
  }

  boolean has(int place) {
    return any == null ? (whole[place] & 1) != 0 : !Double.isNaN(any[place]);
  }

  double get(int place) {
    return any == null ? whole[place] >> 1 : any[place];
  }

  /**
   * Adds a number to the one at a place, or puts it there if there was never one, in no more time
   * than adding whole numbers takes; returns false if that cannot be.
   */
  boolean add(int place, double value) {
    int small = (int) value;
    return value == (double) small && isSmall(small) && addTwice(place, 2 * small);
  }

  private static boolean isSmall(int value) {
    return value >= -LIMIT && value < LIMIT;
  }

  /** Adds the number at a place of another, if there is one. */
  boolean add(int place, Values other, int from) {
    int twice = from < other.whole.length ? other.whole[from] : CLOSED;
    return twice != CLOSED && (twice == 0 || addTwice(place, twice & ~1));
  }

  private boolean addTwice(int place, int twice) {
    int[] numbers = whole;
    if (place >= numbers.length) {
      return false;
    }
    // No sum of two terms is out of range for an int; that of a closed one is for a number.
    int sum = numbers[place] + twice;
    if (sum < -2 * LIMIT || sum >= 2 * LIMIT) {
      return false;
    }
    numbers[place] = sum | 1;
    return true;
  }

  /** Puts a number at a place. */
  void set(int place, double value) {
    if (any == null) {
      int small = (int) value;
      if (value == (double) small && isSmall(small)) {
        whole[place] = 2 * small + 1;
        return;
      }
      double[] numbers = none(whole.length);
      for (int i = 0; i < numbers.length; i++) {
        if (has(i)) {
          numbers[i] = whole[i] >> 1;
        }
      }
      any = numbers;
      whole = new int[0];
    }
    any[place] = value;
  }

  /** Takes the number at a place away; none is added there until one is set. */
  void close(int place) {
    if (any == null) {
      whole[place] = CLOSED;
    } else {
      any[place] = Double.NaN;
    }
  }
}
