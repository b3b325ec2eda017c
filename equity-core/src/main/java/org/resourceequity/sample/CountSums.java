package org.resourceequity.sample;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.ExactSum;

/**
 * Sums of counts that are rounded once, when they are read: a sum takes as much memory as a number
 * until it would have to be rounded, as those of whole counts never are.
 */
final class CountSums implements Serializable {

  private static final long serialVersionUID = 1L;

  private final double[] sums;
  private final @Nullable ExactSum[] exact;

  private CountSums(double[] sums, @Nullable ExactSum[] exact) {
    this.sums = sums;
    this.exact = exact;
  }

  /** Returns sums of 0. */
  static CountSums zeros(int size) {
    return of(new double[size]);
  }

  /** Returns sums that begin with a copy of these counts. */
  static CountSums of(double[] counts) {
    return new CountSums(counts.clone(), new @Nullable ExactSum[counts.length]);
  }

  void add(int place, double count) {
    ExactSum known = exact[place];
    double sum = sums[place] + count;
    // What is lost by rounding the sum of two doubles is a double itself (Knuth).
    double part = sum - sums[place];
    double lost = (sums[place] - (sum - part)) + (count - part);
    if (known == null && lost == 0) {
      sums[place] = sum;
    } else {
      exactly(place).add(count);
    }
  }

  void add(int place, CountSums other, int otherPlace) {
    ExactSum theirs = other.exact[otherPlace];
    if (theirs == null) {
      add(place, other.sums[otherPlace]);
    } else {
      exactly(place).add(theirs);
    }
  }

  private ExactSum exactly(int place) {
    ExactSum sum = exact[place];
    if (sum == null) {
      sum = new ExactSum();
      sum.add(sums[place]);
      exact[place] = sum;
    }
    return sum;
  }

  int size() {
    return sums.length;
  }

  /** Returns the sum at a place, rounded. */
  double value(int place) {
    ExactSum sum = exact[place];
    return sum == null ? sums[place] : sum.value();
  }

  /** Returns all sums, rounded. */
  double[] values() {
    double[] values = new double[sums.length];
    Arrays.setAll(values, this::value);
    return values;
  }

  /** Returns whether reading rounds no sum. */
  boolean areNumbers() {
    for (ExactSum sum : exact) {
      if (sum != null) {
        return false;
      }
    }
    return true;
  }

  /** Returns the sums at these places. */
  CountSums pick(int... places) {
    CountSums some = zeros(places.length);
    for (int i = 0; i < places.length; i++) {
      some.add(i, this, places[i]);
    }
    return some;
  }
}
