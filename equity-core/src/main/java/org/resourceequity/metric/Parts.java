package org.resourceequity.metric;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named parts that add up to a total.
 *
 * @param total the whole
 * @param parts its parts, in reading order
 */
public record Parts(double total, Map<String, Double> parts) implements Serializable {

  /**
   * Copies the map.
   *
   * @throws ArithmeticException if a number is not finite; a measure then has no value
   */
  public Parts {
    finite(total, "total");
    LinkedHashMap<String, Double> copy = new LinkedHashMap<>();
    parts.forEach((name, part) -> copy.put(name, finite(part, name) + 0.0));
    parts = Collections.unmodifiableMap(copy);
  }

  private static double finite(double number, String name) {
    if (!Double.isFinite(number)) {
      throw new ArithmeticException(name + " is " + number);
    }
    return number;
  }

  /**
   * Returns one part.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public double part(String name) {
    Double part = parts.get(name);
    if (part == null) {
      throw new IllegalArgumentException("no part \"" + name + "\" among " + parts.keySet());
    }
    return part;
  }
}
