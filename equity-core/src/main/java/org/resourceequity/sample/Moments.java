package org.resourceequity.sample;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.internal.LongLog;

/**
 * The sums of a weighted distribution from which means, variances and entropy indices follow in one
 * pass. Moments of parts add up to the moments of the whole, with the same bits however the units
 * were split: every sum is exact, and so are the products in the first three.
 *
 * <p>Units without weight count for nothing.
 */
public final class Moments implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final MathContext DIGITS = MathContext.DECIMAL128;

  private final int units;
  private final ExactSum weight;
  private final ExactSum total;
  private final ExactSum squares;
  private final ExactSum valueTimesLog;
  private final ExactSum log;
  private final double minimum;
  private final double maximum;

  private Moments(
      int units,
      ExactSum weight,
      ExactSum total,
      ExactSum squares,
      ExactSum valueTimesLog,
      ExactSum log,
      double minimum,
      double maximum) {
    this.units = units;
    // Settled sums can be read by several threads at once.
    this.weight = weight.settled();
    this.total = total.settled();
    this.squares = squares.settled();
    this.valueTimesLog = valueTimesLog.settled();
    this.log = log.settled();
    this.minimum = minimum;
    this.maximum = maximum;
  }

  static Moments of(double[] values, double[] weights) {
    int units = 0;
    ExactSum weight = new ExactSum();
    ExactSum total = new ExactSum();
    ExactSum squares = new ExactSum();
    ExactSum valueTimesLog = new ExactSum();
    ExactSum log = new ExactSum();
    double minimum = Double.MAX_VALUE;
    double maximum = -Double.MAX_VALUE;
    for (int i = 0; i < values.length; i++) {
      double w = weights[i];
      if (w == 0) {
        continue;
      }
      double x = values[i];
      units++;
      weight.add(w);
      double wx = w * x;
      double rest = Math.fma(w, x, -wx);
      total.add(wx);
      total.add(rest);
      // (wx + rest) x, exactly.
      squares.addProduct(wx, x);
      squares.addProduct(rest, x);
      minimum = Math.min(minimum, x);
      maximum = Math.max(maximum, x);
      if (x > 0) {
        LongLog ln = LongLog.of(x);
        valueTimesLog.addProduct(wx, ln.high());
        valueTimesLog.add(wx * ln.low() + rest * ln.high());
        log.addProduct(w, ln.high());
        log.add(w * ln.low());
      }
    }
    return new Moments(units, weight, total, squares, valueTimesLog, log, minimum, maximum);
  }

  /** Returns the moments of the units of both. */
  public Moments plus(Moments other) {
    return new Moments(
        units + other.units,
        sum(weight, other.weight),
        sum(total, other.total),
        sum(squares, other.squares),
        sum(valueTimesLog, other.valueTimesLog),
        sum(log, other.log),
        Math.min(minimum, other.minimum),
        Math.max(maximum, other.maximum));
  }

  /**
   * Returns the moments without those of some of the units: the same bits as those of the rest,
   * which must have the same smallest and largest value.
   */
  Moments minus(Moments some) {
    return new Moments(
        units - some.units,
        difference(weight, some.weight),
        difference(total, some.total),
        difference(squares, some.squares),
        difference(valueTimesLog, some.valueTimesLog),
        difference(log, some.log),
        minimum,
        maximum);
  }

  private static ExactSum difference(ExactSum a, ExactSum b) {
    ExactSum rest = a.copy();
    rest.subtract(b);
    return rest;
  }

  private static ExactSum sum(ExactSum a, ExactSum b) {
    ExactSum both = a.copy();
    both.add(b.copy());
    return both;
  }

  /** Returns the number of units with a positive weight. */
  public int units() {
    return units;
  }

  /** Returns the sum of the weights. */
  public double weight() {
    return weight.value();
  }

  /** Returns the weighted sum of the values. */
  public double total() {
    return total.value();
  }

  /** Returns the weighted mean; there must be a unit with a weight. */
  public double mean() {
    return total.exact().divide(weight.exact(), DIGITS).doubleValue();
  }

  /**
   * Returns the weighted variance in its population form, \(\sum w(x-\mu)^2/\sum w\). It is
   * computed from exact sums, so nearly equal values lose no digits.
   */
  public double variance() {
    BigDecimal w = weight.exact();
    BigDecimal t = total.exact();
    return squares
        .exact()
        .multiply(w)
        .subtract(t.multiply(t))
        .divide(w.multiply(w), DIGITS)
        .doubleValue();
  }

  /**
   * Returns Theil's T, \(\sum wx\ln(x/\mu)/\sum wx\), with 0 ln 0 = 0. Defined if no value is
   * negative and the total is positive. Logarithms have twice the digits of a double, so nearly
   * equal values lose none.
   */
  public double theilT() {
    return minimum == maximum
        ? 0
        : valueTimesLog
            .exact()
            .divide(total.exact(), DIGITS)
            .subtract(logOfMean())
            .max(BigDecimal.ZERO)
            .doubleValue();
  }

  /**
   * Returns Theil's L, the mean logarithmic deviation \(\sum w\ln(\mu/x)/\sum w\). Defined if all
   * values are positive.
   */
  public double theilL() {
    return minimum == maximum
        ? 0
        : logOfMean()
            .subtract(log.exact().divide(weight.exact(), DIGITS))
            .max(BigDecimal.ZERO)
            .doubleValue();
  }

  /** To first order in what the double nearest to the mean leaves, which is below 1e-16 of it. */
  private BigDecimal logOfMean() {
    BigDecimal mean = total.exact().divide(weight.exact(), DIGITS);
    double near = mean.doubleValue();
    double rest = mean.subtract(new BigDecimal(near)).doubleValue() / near;
    LongLog log = LongLog.of(near);
    return new BigDecimal(log.high()).add(new BigDecimal(log.low())).add(new BigDecimal(rest));
  }

  /** Returns the smallest value of a unit with a weight. */
  public double minimum() {
    return minimum;
  }

  /** Returns the largest value of a unit with a weight. */
  public double maximum() {
    return maximum;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Moments other
        && units == other.units
        && weight.equals(other.weight)
        && total.equals(other.total)
        && squares.equals(other.squares)
        && valueTimesLog.equals(other.valueTimesLog)
        && log.equals(other.log)
        && minimum == other.minimum
        && maximum == other.maximum;
  }

  @Override
  public int hashCode() {
    return total.hashCode();
  }
}
