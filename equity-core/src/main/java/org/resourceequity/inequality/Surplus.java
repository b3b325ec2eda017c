package org.resourceequity.inequality;

import java.util.Locale;

/** How a value above a line counts, for {@link RichnessMetrics}. */
public enum Surplus {
  /** \(1-(z/x)^\beta\), concave: a large \(\beta\) comes near to counting heads. */
  CHAKRAVARTY(Double.MIN_VALUE, 100) {
    @Override
    double of(double value, double line, double parameter) {
      return 1 - Math.pow(line / value, parameter);
    }
  },
  /** \(((x-z)/x)^\alpha\) with \(\alpha\) up to 1; at 0 it counts heads. */
  CONCAVE(0, 1) {
    @Override
    double of(double value, double line, double parameter) {
      return Math.pow((value - line) / value, parameter);
    }
  },
  /** \(((x-z)/z)^\alpha\) with \(\alpha\) from 1: the richest count most. */
  CONVEX(1, 100) {
    @Override
    double of(double value, double line, double parameter) {
      return Math.pow((value - line) / line, parameter);
    }
  };

  private final double least;
  private final double most;

  Surplus(double least, double most) {
    this.least = least;
    this.most = most;
  }

  /** Returns what a value above the line counts. */
  abstract double of(double value, double line, double parameter);

  double checked(double parameter) {
    if (!(parameter >= least && parameter <= most)) {
      throw new IllegalArgumentException(
          "parameter of " + id() + " is " + parameter + ", expected " + least + " to " + most);
    }
    return parameter;
  }

  /** Returns the name as ids write it. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the form with an id.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Surplus of(String id) {
    for (Surplus surplus : values()) {
      if (surplus.id().equals(id)) {
        return surplus;
      }
    }
    throw new IllegalArgumentException(
        "form is \"" + id + "\", expected chakravarty, concave or convex");
  }
}
