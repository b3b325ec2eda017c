package org.resourceequity.internal;

/** Argument checks that return their argument and say what would have been right. */
public final class Checks {

  private Checks() {}

  /** Returns {@code value} if it is neither NaN nor infinite. */
  public static double finite(double value, String name) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " is " + value + ", expected a finite number");
    }
    return value;
  }

  /** Returns {@code value} if it lies in {@code [low, high]}. */
  public static double within(double value, double low, double high, String name) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          name + " is " + value + ", expected a number from " + low + " to " + high);
    }
    return value;
  }

  /** Returns {@code value} if it is at least {@code low}. */
  public static int atLeast(int value, int low, String name) {
    if (value < low) {
      throw new IllegalArgumentException(name + " is " + value + ", expected at least " + low);
    }
    return value;
  }

  /** Returns a copy of {@code values} with -0.0 turned into 0.0, all of them finite. */
  public static double[] allFinite(double[] values, String name) {
    double[] copy = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            name + "[" + i + "] is " + values[i] + ", expected a finite number");
      }
      copy[i] = values[i] + 0.0;
    }
    return copy;
  }

  /** Returns a copy of {@code values}, all of them finite and not negative. */
  public static double[] notNegative(double[] values, String name) {
    double[] copy = allFinite(values, name);
    for (int i = 0; i < copy.length; i++) {
      if (copy[i] < 0) {
        throw new IllegalArgumentException(
            name + "[" + i + "] is " + copy[i] + ", expected 0 or a positive number");
      }
    }
    return copy;
  }

  /** Checks that {@code length} is {@code expected}. */
  public static void sameLength(int length, int expected, String name) {
    if (length != expected) {
      throw new IllegalArgumentException(
          name + " has " + length + " elements, expected " + expected + ", one per unit");
    }
  }

  /** Returns {@code text} if it holds more than white space. */
  public static String notBlank(String text, String name) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(name + " is blank, expected a text");
    }
    return text;
  }
}
