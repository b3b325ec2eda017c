package org.resourceequity.segregation;

/**
 * Probabilities of counts when people are assigned at random, in log form. Deviance and Stirling's
 * error are taken apart, so that no digits are lost in large tables: Loader, C. (2000), Fast and
 * accurate computation of binomial probabilities.
 */
final class Chance {

  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  /** Beyond this many people the spacing of doubles is no longer small beside one person. */
  static final double MOST = 1e12;

  private Chance() {}

  /** Returns the log probability of {@code x} successes in {@code n} trials, 0 < p < 1. */
  static double logBinomial(double x, double n, double p) {
    if (x < 0 || x > n) {
      return Double.NEGATIVE_INFINITY;
    }
    if (x == 0) {
      return n * Math.log1p(-p);
    }
    if (x == n) {
      return n * Math.log(p);
    }
    return stirlingError(n)
        - stirlingError(x)
        - stirlingError(n - x)
        - deviance(x, n * p)
        - deviance(n - x, n * (1 - p))
        - HALF_LOG_TWO_PI
        + (Math.log(n) - Math.log(x) - Math.log(n - x)) / 2;
  }

  /**
   * Returns the log probability that {@code x} of {@code drawn} are marked, when {@code marked} of
   * {@code all} are.
   */
  static double logHypergeometric(double x, double all, double marked, double drawn) {
    if (x < Math.max(0, drawn + marked - all) || x > Math.min(drawn, marked)) {
      return Double.NEGATIVE_INFINITY;
    }
    if (drawn == all || drawn == 0) {
      return 0;
    }
    double p = drawn / all;
    return logBinomial(x, marked, p)
        + logBinomial(drawn - x, all - marked, p)
        - logBinomial(drawn, all, p);
  }

  /** Returns \(x\ln(x/m)+m-x\). */
  private static double deviance(double x, double m) {
    double d = (x - m) / m;
    return Math.abs(d) < 0.5 ? m * ((1 + d) * Math.log1p(d) - d) : x * Math.log(x / m) + m - x;
  }

  /** Returns \(\ln n!\) less Stirling's approximation. */
  private static double stirlingError(double n) {
    if (n <= 15) {
      double logFactorial = 0;
      for (int k = 2; k <= n; k++) {
        logFactorial += Math.log(k);
      }
      return n == 0 ? 0 : logFactorial - (n + 0.5) * Math.log(n) + n - HALF_LOG_TWO_PI;
    }
    double s = 1 / (n * n);
    return (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s / 1188)))) / n;
  }
}
