package org.resourceequity.metric;

import java.util.List;
import java.util.Locale;

/**
 * The id of a metric, taken apart: "percentile-ratio:0.9,0.1" is the name "percentile-ratio" with
 * the parameters "0.9" and "0.1". Providers parse the ids of their parametric metrics with it.
 *
 * @param text the whole id
 * @param name what stands before the colon
 * @param parameters what stands after it, split at commas; empty without a colon
 */
public record MetricId(String text, String name, List<String> parameters) {

  /** Copies the list. */
  public MetricId {
    parameters = List.copyOf(parameters);
  }

  /** Returns the parts of an id. */
  public static MetricId of(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new MetricId(text, text, List.of())
        : new MetricId(
            text, text.substring(0, colon), List.of(text.substring(colon + 1).split(",", -1)));
  }

  /**
   * Returns the only parameter as a number.
   *
   * @throws IllegalArgumentException if there is not exactly one, or it is not a number
   */
  public double number() {
    if (parameters.size() != 1) {
      throw new IllegalArgumentException(
          "\"" + text + "\" needs one number after the colon, such as " + name + ":0.5");
    }
    return number(0);
  }

  /**
   * Returns a parameter as a number.
   *
   * @throws IllegalArgumentException if it is missing or not a finite number
   */
  public double number(int place) {
    String parameter = text(place);
    try {
      double number = Double.parseDouble(parameter);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(notANumber(parameter), e);
    }
    throw new IllegalArgumentException(notANumber(parameter));
  }

  /**
   * Returns a parameter as a whole number.
   *
   * @throws IllegalArgumentException if it is missing or not a whole number
   */
  public int whole(int place) {
    double number = number(place);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "\"" + text + "\" has the parameter " + write(number) + ", expected a whole number");
    }
    return (int) number;
  }

  /**
   * Returns the id if nothing follows the parameters that its metric has.
   *
   * @throws IllegalArgumentException if there are more
   */
  public MetricId atMost(int count) {
    if (parameters.size() > count) {
      throw new IllegalArgumentException(
          "\"" + text + "\" has " + parameters.size() + " parameters, expected at most " + count);
    }
    return this;
  }

  /**
   * Returns a parameter.
   *
   * @throws IllegalArgumentException if it is missing
   */
  public String text(int place) {
    if (place >= parameters.size()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" has " + parameters.size() + " parameters, expected " + (place + 1));
    }
    return parameters.get(place);
  }

  private String notANumber(String parameter) {
    return "\""
        + text
        + "\" has the parameter \""
        + parameter
        + "\", expected a number such as 0.5";
  }

  /** Returns a number as ids write it: "2" for 2.0, "0.5" for 0.5, "1.0e-5" for 0.00001. */
  public static String write(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number).toLowerCase(Locale.ROOT);
  }
}
