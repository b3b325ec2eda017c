package org.resourceequity.benchmarks.tasks;

import static org.resourceequity.segregation.SegregationMetrics.DISSIMILARITY;
import static org.resourceequity.segregation.SegregationMetrics.INTERACTION;
import static org.resourceequity.segregation.SegregationMetrics.MUTUAL_INFORMATION;
import static org.resourceequity.segregation.SegregationMetrics.THEIL_H;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.resourceequity.metric.Metric;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.segregation.MultigroupMetrics;

/** What is asked of all districts of a nation at once. */
public final class Districts {

  private static final List<Metric<CrossTab>> METRICS =
      List.of(
          MUTUAL_INFORMATION, THEIL_H, MultigroupMetrics.DISSIMILARITY, DISSIMILARITY, INTERACTION);
  private static final int BLACK_WHITE = METRICS.indexOf(DISSIMILARITY);

  private Districts() {}

  /** What states, districts in states, and schools in districts tell about the group. */
  public record Nested(double all, double states, double districts, double schools) {}

  /** Returns five measures of every district, in parallel; NaN where there is none. */
  public static double[][] measures(CrossTab schools) {
    return schools
        .eachPart(schools.units().by("district"), Districts::measured)
        .toArray(double[][]::new);
  }

  private static double[] measured(CrossTab district) {
    double[] values = new double[METRICS.size()];
    for (int m = 0; m < values.length; m++) {
      values[m] = METRICS.get(m).measure(district).find().orElse(Double.NaN);
    }
    return values;
  }

  /** Returns the mean of the dissimilarity of the focus pair over the districts that have one. */
  static OptionalDouble meanDissimilarity(double[][] measures) {
    return Arrays.stream(measures)
        .mapToDouble(district -> district[BLACK_WHITE])
        .filter(value -> !Double.isNaN(value))
        .average();
  }

  /** Returns mutual information by level. */
  public static Nested nested(CrossTab schools) {
    double states = MUTUAL_INFORMATION.formula(schools.pool(schools.units().by("state")));
    double districts = MUTUAL_INFORMATION.formula(schools.pool(schools.units().by("district")));
    double all = MUTUAL_INFORMATION.formula(schools);
    return new Nested(all, states, districts - states, all - districts);
  }
}
