package org.resourceequity.progressivity;

import org.apache.commons.math3.distribution.AbstractRealDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.resourceequity.internal.Checks;

/**
 * An estimated coefficient with its standard error.
 *
 * @param value the estimate
 * @param error its standard error
 * @param degreesOfFreedom of Student's t; infinite for the normal distribution
 */
public record Coefficient(double value, double error, double degreesOfFreedom) {

  /** Returns the same estimate, judged by the normal distribution instead of Student's t. */
  public Coefficient normal() {
    return new Coefficient(value, error, Double.POSITIVE_INFINITY);
  }

  /** Returns the two-sided probability of an estimate at least as far from 0 if 0 is true. */
  public double pValue() {
    return value == 0
        ? 1
        : error == 0 ? 0 : 2 * distribution().cumulativeProbability(-Math.abs(value) / error);
  }

  /** Returns the lower end of the interval at a level such as 0.95. */
  public double low(double level) {
    return value - margin(level);
  }

  /** Returns the upper end of the interval at a level such as 0.95. */
  public double high(double level) {
    return value + margin(level);
  }

  private double margin(double level) {
    if (!(Checks.within(level, 0, 1, "level") > 0 && level < 1)) {
      throw new IllegalArgumentException("level is " + level + ", expected one between 0 and 1");
    }
    return error == 0 ? 0 : error * distribution().inverseCumulativeProbability((1 + level) / 2);
  }

  private AbstractRealDistribution distribution() {
    return Double.isInfinite(degreesOfFreedom)
        ? new NormalDistribution(null, 0, 1)
        : new TDistribution(null, degreesOfFreedom);
  }
}
