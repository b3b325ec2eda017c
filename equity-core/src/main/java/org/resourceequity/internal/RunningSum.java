package org.resourceequity.internal;

/**
 * A sum that is read after every term: twice the digits of a double, so that reading costs nothing.
 * It depends on the order of its terms in the last of those digits only; where the order of the
 * terms is not fixed, {@link ExactSum} is the sum to use.
 *
 * <p>The error of each addition is kept beside the sum, by the two-sum of D. E. Knuth, The Art of
 * Computer Programming, volume 2, section 4.2.2.
 */
public final class RunningSum {

  private double sum;
  private double rest;

  /** Adds a number. */
  public void add(double value) {
    double total = sum + value;
    double added = total - sum;
    rest += (sum - (total - added)) + (value - added);
    sum = total;
  }

  /** Adds the product of two numbers without rounding, as long as it does not underflow. */
  public void addProduct(double a, double b) {
    double product = a * b;
    add(product);
    rest += Math.fma(a, b, -product);
  }

  /**
   * Returns the sum so far.
   *
   * @throws ArithmeticException if it is too large for a double
   */
  public double value() {
    double value = sum + rest;
    if (!Double.isFinite(value)) {
      throw new ArithmeticException("a sum is too large for a double");
    }
    return value;
  }
}
