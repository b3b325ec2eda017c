package org.resourceequity.internal;

/**
 * A natural logarithm with twice the digits of a double, about 30: the sum of its two parts. Where
 * logarithms of nearly equal numbers are summed and then compared, a double has too few.
 *
 * @param high the nearest double, or one next to it
 * @param low what is missing
 */
public record LongLog(double high, double low) {

  private static final double LN2 = 0.6931471805599453;

  /**
   * What is missing to the logarithm of 2: digits 17 to 33 of 0.69314718055994530941723212145818.
   */
  private static final double LN2_LOW = 2.3190468138462996e-17;

  /** Terms that need twice the digits; those after them are below 1e-16 of the first. */
  private static final int LONG_TERMS = 10;

  private static final int TERMS = 21;
  private static final double[] COEFFICIENT = new double[TERMS + 1];
  private static final double[] COEFFICIENT_LOW = new double[TERMS + 1];

  static {
    for (int k = 1; k <= TERMS; k++) {
      double odd = 2.0 * k + 1;
      COEFFICIENT[k] = 1 / odd;
      COEFFICIENT_LOW[k] = Math.fma(-COEFFICIENT[k], odd, 1) / odd;
    }
  }

  /**
   * Returns the logarithm of a positive, finite number.
   *
   * <p>With x = 2<sup>e</sup> m and m from √½ to √2, ln m is 2 artanh s for s = (m - 1)/(m + 1),
   * whose series in s² ≤ 0.03 is summed from its last term on.
   */
  public static LongLog of(double x) {
    int exponent = Math.getExponent(x);
    double mantissa = x;
    if (exponent < Double.MIN_EXPONENT) {
      mantissa *= 0x1p54;
      exponent = Math.getExponent(mantissa);
      mantissa = Math.scalb(mantissa, -exponent);
      exponent -= 54;
    } else {
      mantissa = Math.scalb(mantissa, -exponent);
    }
    if (mantissa > Math.sqrt(2)) {
      mantissa /= 2;
      exponent++;
    }
    double above = mantissa - 1;
    double sum = mantissa + 1;
    double sumLow = (1 - sum) + mantissa;
    double s = above / sum;
    double sLow = (Math.fma(-s, sum, above) - s * sumLow) / sum;
    double square = s * s;
    double squareLow = Math.fma(s, s, -square) + 2 * s * sLow;

    double series = COEFFICIENT[TERMS];
    for (int k = TERMS - 1; k > LONG_TERMS; k--) {
      series = Math.fma(series, square, COEFFICIENT[k]);
    }
    double seriesLow = 0;
    for (int k = LONG_TERMS; k >= 1; k--) {
      double product = series * square;
      double productLow =
          Math.fma(series, square, -product) + series * squareLow + seriesLow * square;
      series = COEFFICIENT[k] + product;
      seriesLow = (COEFFICIENT[k] - series) + product + (productLow + COEFFICIENT_LOW[k]);
    }
    double rest = series * square;
    double restLow = Math.fma(series, square, -rest) + series * squareLow + seriesLow * square;

    // ln x = e ln 2 + 2s + 2s times the rest of the series.
    double ofMantissa = 2 * s * rest;
    double ofMantissaLow = Math.fma(2 * s, rest, -ofMantissa) + 2 * (sLow * rest + s * restLow);
    double ofExponent = exponent * LN2;
    double ofExponentLow = Math.fma((double) exponent, LN2, -ofExponent) + exponent * LN2_LOW;
    RunningSum all = new RunningSum();
    all.add(ofExponent);
    all.add(2 * s);
    all.add(ofMantissa);
    all.add(ofExponentLow);
    all.add(2 * sLow);
    all.add(ofMantissaLow);
    double high = all.value();
    all.add(-high);
    return new LongLog(high, all.value());
  }
}
