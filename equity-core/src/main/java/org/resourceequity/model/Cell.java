package org.resourceequity.model;

import java.io.Serializable;
import org.resourceequity.internal.Checks;

/** What a file says about one unit: a number, bounds of a number, or why there is none. */
public sealed interface Cell extends Serializable {

  /**
   * A number.
   *
   * @param value the value, finite
   * @param quality how it came about
   */
  record Known(double value, Quality quality) implements Cell {
    /** Checks that the value is finite. */
    public Known {
      value = Checks.finite(value, "value") + 0.0;
    }
  }

  /**
   * A number that is hidden but known to lie between two bounds.
   *
   * @param low smallest possible value
   * @param high largest possible value
   * @param reason why it is hidden
   */
  record Bounded(double low, double high, Reason reason) implements Cell {
    /** Checks the order of the bounds. */
    public Bounded {
      Checks.finite(low, "low");
      Checks.within(high, low, Double.MAX_VALUE, "high");
    }
  }

  /**
   * No number.
   *
   * @param reason why not
   */
  record Absent(Reason reason) implements Cell {}

  /** Returns a reported number. */
  static Cell of(double value) {
    return new Known(value, Quality.REPORTED);
  }

  /** Returns a number that a reader computed from other published values. */
  static Cell derived(double value) {
    return new Known(value, Quality.DERIVED);
  }

  /** Returns the cell of a missing number. */
  static Cell absent(Reason reason) {
    return new Absent(reason);
  }
}
