package org.resourceequity.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.resourceequity.metric.Outcome;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.sample.Condition;

/**
 * The line through a metric's values over the years. A definition that changes in between breaks
 * the series: ask about the years on either side apart.
 *
 * @param perYear change per year by least squares, \(\sum (t-\bar t)m_t / \sum (t-\bar t)^2\)
 * @param medianPerYear median of the changes per year between all pairs of years, which one odd
 *     year does not move; Sen, P. K. (1968), doi:10.1080/01621459.1968.10480934
 * @param years the years with a value
 * @param without the years without one
 */
public record TrendLine(
    double perYear, double medianPerYear, List<SchoolYear> years, List<SchoolYear> without) {

  private static final int FEWEST = 3;

  /** Copies the lists. */
  public TrendLine {
    years = List.copyOf(years);
    without = List.copyOf(without);
  }

  /** Returns the line; undefined (ENOUGH_UNITS) with fewer than three years that have a value. */
  static Outcome<TrendLine> of(NavigableMap<SchoolYear, Outcome<Double>> outcomes) {
    List<SchoolYear> years = new ArrayList<>();
    List<SchoolYear> without = new ArrayList<>();
    double[] values = new double[outcomes.size()];
    for (Map.Entry<SchoolYear, Outcome<Double>> year : outcomes.entrySet()) {
      if (year.getValue() instanceof Outcome.Known<Double> known) {
        values[years.size()] = known.value();
        years.add(year.getKey());
      } else {
        without.add(year.getKey());
      }
    }
    if (years.size() < FEWEST) {
      return Outcome.undefined(
          Condition.ENOUGH_UNITS,
          years.size() + " years have a value, at least " + FEWEST + " are needed");
    }
    double[] weights = weights(years);
    double slope = 0;
    for (int t = 0; t < weights.length; t++) {
      // From the first value, so that the level of all costs no digits.
      slope += weights[t] * (values[t] - values[0]);
    }
    return Outcome.of(new TrendLine(slope, median(years, values), years, without));
  }

  /** Returns the number by which each year's value counts in the slope of least squares. */
  static double[] weights(List<SchoolYear> years) {
    double mean = years.stream().mapToInt(SchoolYear::ending).average().orElse(0);
    double squares = 0;
    for (SchoolYear year : years) {
      squares += (year.ending() - mean) * (year.ending() - mean);
    }
    double[] weights = new double[years.size()];
    for (int t = 0; t < weights.length; t++) {
      weights[t] = (years.get(t).ending() - mean) / squares;
    }
    return weights;
  }

  private static double median(List<SchoolYear> years, double[] values) {
    double[] slopes = new double[years.size() * (years.size() - 1) / 2];
    int pair = 0;
    for (int s = 0; s < years.size(); s++) {
      for (int t = s + 1; t < years.size(); t++) {
        slopes[pair++] = (values[t] - values[s]) / (years.get(t).ending() - years.get(s).ending());
      }
    }
    Arrays.sort(slopes);
    int middle = slopes.length / 2;
    return slopes.length % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
  }
}
