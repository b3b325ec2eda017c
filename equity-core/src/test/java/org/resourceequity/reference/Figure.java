package org.resourceequity.reference;

import java.util.ArrayList;
import java.util.List;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Points;
import org.resourceequity.metric.UnitValues;

/** The call of this library that a case means. */
@FunctionalInterface
interface Figure {

  /** Returns the result: a number, an array, a list of results, or a measure's outcome. */
  Object of(Case reference);

  /**
   * Returns a result as numbers.
   *
   * @throws Undefined if a measure has no value
   */
  static double[] numbers(Object result) {
    if (result instanceof Outcome<?> outcome) {
      return numbers(outcome.find().orElseThrow(() -> new Undefined(outcome.toString())));
    }
    if (result instanceof double[] array) {
      return array;
    }
    if (result instanceof UnitValues values) {
      return values.values();
    }
    if (result instanceof Points points) {
      double[] heights = new double[points.size()];
      for (int i = 0; i < heights.length; i++) {
        heights[i] = points.y(i);
      }
      return heights;
    }
    if (result instanceof List<?> several) {
      List<Double> all = new ArrayList<>();
      for (Object one : several) {
        for (double number : numbers(one)) {
          all.add(number);
        }
      }
      return all.stream().mapToDouble(Double::doubleValue).toArray();
    }
    if (result instanceof Number number) {
      return new double[] {number.doubleValue()};
    }
    throw new IllegalArgumentException("no numbers in " + result);
  }

  /** A measure that has no value. */
  final class Undefined extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undefined(String why) {
      super(why);
    }
  }
}
