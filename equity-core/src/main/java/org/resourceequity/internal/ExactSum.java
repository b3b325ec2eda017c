package org.resourceequity.internal;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A sum of doubles without rounding: the result is the double nearest to the true sum, so it does
 * not depend on the order of the terms, on how they were split, or on the number of threads.
 *
 * <p>The sum is a fixed-point number of 68 digits in base 2<sup>32</sup>, wide enough for every
 * finite double (bit 0 stands for 2<sup>-1074</sup>). Digits are kept in signed {@code long}s, so
 * that 2<sup>30</sup> terms fit before carries have to be moved. Adding is O(1); the idea is the
 * small superaccumulator of R. M. Neal, Fast exact summation using small and large
 * superaccumulators, 2015, arXiv:1505.05571.
 */
public final class ExactSum implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int DIGITS = 68;
  private static final int SMALLEST_EXPONENT = -1074;
  private static final BigInteger FIVE = BigInteger.valueOf(5);
  private static final int TERMS_BEFORE_CARRY = 1 << 29;

  private final long[] digits = new long[DIGITS];
  private int terms;

  /** All digits below this one are zero. */
  private int lowest = DIGITS;

  /** All digits above this one are zero. */
  private int highest = -1;

  /**
   * Returns the correctly rounded sum of {@code values}.
   *
   * <p>A sum with twice the digits of a double comes first, with a bound of its error, by the
   * two-sum of D. E. Knuth, The Art of Computer Programming, volume 2, section 4.2.2. Where all
   * numbers within the bound round to one double, that is the result, else all digits decide.
   */
  public static double of(double... values) {
    Bounded sum = new Bounded();
    for (double value : values) {
      sum.add(value);
    }
    double rounded = sum.rounded(values.length);
    return Double.isNaN(rounded) ? ofAllDigits(values) : rounded;
  }

  private static double ofAllDigits(double... values) {
    ExactSum sum = new ExactSum();
    for (double value : values) {
      sum.add(value);
    }
    return sum.value();
  }

  /** Returns the correctly rounded sum of the exact products {@code a[i] * b[i]}. */
  public static double ofProducts(double[] a, double[] b) {
    Bounded bounded = new Bounded();
    for (int i = 0; i < a.length; i++) {
      double product = a[i] * b[i];
      bounded.add(product);
      bounded.addRest(Math.fma(a[i], b[i], -product));
    }
    double rounded = bounded.rounded(2 * a.length);
    if (!Double.isNaN(rounded)) {
      return rounded;
    }
    ExactSum sum = new ExactSum();
    for (int i = 0; i < a.length; i++) {
      sum.addProduct(a[i], b[i]);
    }
    return sum.value();
  }

  /** A sum with twice the digits of a double, and what it may be off by. */
  private static final class Bounded {

    private double sum;
    private double rest;
    private double lost;

    void add(double value) {
      double total = sum + value;
      double added = total - sum;
      addRest((sum - (total - added)) + (value - added));
      sum = total;
    }

    void addRest(double small) {
      rest += small;
      lost += Math.abs(small);
    }

    /** Returns the rounded sum of so many terms if there is no doubt about it, else NaN. */
    double rounded(int terms) {
      if (lost == 0) {
        return sum;
      }
      // Each addition to the rest errs by at most half an ulp of what was lost so far.
      double bound = lost * (4.0 * terms * 0x1p-53);
      double least = sum + (rest - bound);
      double most = sum + (rest + bound);
      boolean certain = least == most && bound >= Double.MIN_NORMAL && Double.isFinite(least);
      return certain ? least : Double.NaN;
    }
  }

  /** Adds a finite number. */
  public void add(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> 52) & 0x7ff;
    if (exponent == 0x7ff) {
      throw new ArithmeticException("cannot add " + value + " to a sum");
    }
    long mantissa = bits & 0xfffffffffffffL;
    if (exponent == 0) {
      exponent = 1;
    } else {
      mantissa |= 1L << 52;
    }
    if (mantissa == 0) {
      return;
    }
    int position = exponent - 1;
    int digit = position >>> 5;
    int shift = position & 31;
    // 53 bits shifted by at most 31 span at most three digits.
    long low = (mantissa << shift) & 0xffffffffL;
    long middle = (mantissa >>> (32 - shift)) & 0xffffffffL;
    long high = shift == 0 ? mantissa >>> 32 >>> 32 : mantissa >>> (64 - shift);
    if (bits < 0) {
      low = -low;
      middle = -middle;
      high = -high;
    }
    digits[digit] += low;
    digits[digit + 1] += middle;
    digits[digit + 2] += high;
    lowest = Math.min(lowest, digit);
    highest = Math.max(highest, digit + 2);
    if (++terms >= TERMS_BEFORE_CARRY) {
      carry();
    }
  }

  /** Adds the product of two numbers without rounding, as long as it does not underflow. */
  public void addProduct(double a, double b) {
    double product = a * b;
    add(product);
    add(Math.fma(a, b, -product));
  }

  /** Adds another sum. */
  public void add(ExactSum other) {
    other.carry();
    carry();
    for (int i = other.lowest; i <= other.highest; i++) {
      digits[i] += other.digits[i];
    }
    widen(other);
  }

  /** Takes another sum away. */
  public void subtract(ExactSum other) {
    other.carry();
    carry();
    for (int i = other.lowest; i <= other.highest; i++) {
      digits[i] -= other.digits[i];
    }
    widen(other);
  }

  private void widen(ExactSum other) {
    lowest = Math.min(lowest, other.lowest);
    highest = Math.max(highest, other.highest);
    terms = 2;
  }

  /** Makes the sum zero, so that it can be used for other terms. */
  public void clear() {
    if (lowest <= highest) {
      Arrays.fill(digits, lowest, highest + 1, 0);
    }
    lowest = DIGITS;
    highest = -1;
    terms = 0;
  }

  private void carry() {
    long carry = 0;
    int at = lowest;
    for (; at < DIGITS - 1 && (at <= highest || carry != 0); at++) {
      long digit = digits[at] + carry;
      carry = digit >> 32;
      digits[at] = digit & 0xffffffffL;
      if (at > highest) {
        highest = at;
      }
    }
    if (carry != 0) {
      digits[DIGITS - 1] += carry;
      highest = DIGITS - 1;
    }
    terms = 1;
  }

  /** Moves all carries, so that reading the sum changes nothing any more; returns the sum. */
  public ExactSum settled() {
    carry();
    return this;
  }

  /** Returns a copy that can be added to independently. */
  public ExactSum copy() {
    ExactSum copy = new ExactSum();
    System.arraycopy(digits, 0, copy.digits, 0, DIGITS);
    copy.widen(this);
    copy.terms = terms;
    return copy;
  }

  private BigInteger scaled() {
    carry();
    // Two's complement bytes, most significant first: the top digit carries the sign.
    byte[] bytes = new byte[8 + 4 * (DIGITS - 1)];
    long top = digits[DIGITS - 1];
    for (int i = 0; i < 8; i++) {
      bytes[i] = (byte) (top >>> (56 - 8 * i));
    }
    int at = 8;
    for (int i = DIGITS - 2; i >= 0; i--) {
      int digit = (int) digits[i];
      bytes[at++] = (byte) (digit >>> 24);
      bytes[at++] = (byte) (digit >>> 16);
      bytes[at++] = (byte) (digit >>> 8);
      bytes[at++] = (byte) digit;
    }
    return new BigInteger(bytes);
  }

  /** Returns the sum as an exact decimal number. */
  public BigDecimal exact() {
    BigInteger scaled = scaled();
    int zeros = Math.max(0, scaled.getLowestSetBit());
    int exponent = SMALLEST_EXPONENT + zeros;
    BigInteger mantissa = scaled.shiftRight(zeros);
    // A half is five tenths: this is many times faster than a division.
    return exponent >= 0
        ? new BigDecimal(mantissa.shiftLeft(exponent))
        : new BigDecimal(mantissa.multiply(FIVE.pow(-exponent)), -exponent);
  }

  /** Returns the double nearest to the sum, ties to even. */
  public double value() {
    carry();
    if (digits[DIGITS - 1] < 0) {
      return -negated().value();
    }
    int top = highest;
    while (top >= 0 && digits[top] == 0) {
      top--;
    }
    if (top < 3 || digits[top] > 0xffffffffL) {
      return ofVerySmallOrLarge();
    }
    // The first 64 significant bits of three digits, then what decides a tie.
    long two = digits[top] << 32 | digits[top - 1];
    int shift = Long.numberOfLeadingZeros(two);
    long third = digits[top - 2];
    long word = two << shift | (shift == 0 ? 0 : third >>> (32 - shift));
    long mantissa = word >>> 11;
    long rest = word & 0x7ff;
    if (rest > 0x400
        || (rest == 0x400
            && ((mantissa & 1) == 1
                || (third & (0xffffffffL >>> shift)) != 0
                || anyDigitBelow(top - 2)))) {
      mantissa++;
    }
    return Math.scalb((double) mantissa, 32 * (top - 1) - shift + 11 + SMALLEST_EXPONENT);
  }

  private ExactSum negated() {
    ExactSum negated = new ExactSum();
    for (int i = 0; i < DIGITS; i++) {
      negated.digits[i] = -digits[i];
    }
    negated.widen(this);
    negated.terms = terms;
    return negated;
  }

  private boolean anyDigitBelow(int digit) {
    for (int i = digit - 1; i >= lowest; i--) {
      if (digits[i] != 0) {
        return true;
      }
    }
    return false;
  }

  private double ofVerySmallOrLarge() {
    BigInteger scaled = scaled();
    int shift = Math.max(0, scaled.bitLength() - 100);
    BigInteger head = scaled.shiftRight(shift);
    if (shift > 0 && scaled.getLowestSetBit() < shift) {
      // Keeps a tie from being seen where digits were cut.
      head = head.setBit(0);
    }
    return Math.scalb(head.doubleValue(), shift + SMALLEST_EXPONENT);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ExactSum other && scaled().equals(other.scaled());
  }

  @Override
  public int hashCode() {
    carry();
    return Arrays.hashCode(digits);
  }

  @Override
  public String toString() {
    return Double.toString(value());
  }
}
