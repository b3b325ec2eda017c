package org.resourceequity.inference;

import java.io.Serializable;
import org.resourceequity.internal.Checks;

/**
 * An interval for a number.
 *
 * @param low lower end
 * @param high upper end
 * @param level confidence level, such as 0.95
 * @param method the method's name
 */
public record Interval(double low, double high, double level, String method)
    implements Serializable {

  /** Checks the order of the ends. */
  public Interval {
    Checks.finite(low, "low");
    Checks.within(high, low, Double.MAX_VALUE, "high");
    Checks.within(level, 0, 1, "level");
  }

  /** Returns whether the interval holds a value. */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }
}
