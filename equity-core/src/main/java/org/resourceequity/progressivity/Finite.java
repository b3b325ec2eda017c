package org.resourceequity.progressivity;

/** Turns numbers too large for a double into an {@link ArithmeticException}, which is no value. */
final class Finite {

  private Finite() {}

  static double of(double value) {
    if (!Double.isFinite(value)) {
      throw new ArithmeticException("an intermediate result is " + value);
    }
    return value;
  }

  static double[] all(double[] values) {
    for (double value : values) {
      of(value);
    }
    return values;
  }
}
