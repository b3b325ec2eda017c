package org.resourceequity.inequality;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.COUNTS_UNITS;
import static org.resourceequity.metric.Axiom.ONE_AT_EQUALITY;
import static org.resourceequity.metric.Axiom.REPLICATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.ZERO_AT_EQUALITY;
import static org.resourceequity.sample.Condition.SOME_UNITS;
import static org.resourceequity.sample.Condition.TWO_UNITS;
import static org.resourceequity.sample.QuantileDefinition.TYPE1;
import static org.resourceequity.sample.QuantileDefinition.TYPE2;

import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.QuantileDefinition;
import org.resourceequity.sample.Quantiles;

/**
 * How near are the students below the median to it, and how far those above?
 *
 * <p>The median is a type 2 quantile, or with the option {@code lower-median} one of type 1. The
 * rule says how the units at the median are counted: see {@link HalfRule}. All are O(n log n). None
 * has an influence function, since that of the median needs the density there; resampling gives
 * their errors.
 *
 * <ul>
 *   <li>{@link #mcloone}: mean of the lower half relative to the median
 *   <li>{@link #verstegen}: mean of the upper half relative to the median
 *   <li>{@link #medianGap}: dollars that lift the lower half to the median
 * </ul>
 */
public final class MedianMetrics {

  private static final String BERNE_STIEFEL =
      "McLoone, E., in Berne, R. and Stiefel, L. (1984), The Measurement of Equity in School"
          + " Finance";

  private MedianMetrics() {}

  /**
   * Returns the McLoone index. It is positive if all values are.
   *
   * @param median {@link QuantileDefinition#TYPE2} or {@link QuantileDefinition#TYPE1}
   */
  public static Metric<Distribution> mcloone(HalfRule rule, QuantileDefinition median) {
    return index(
        new Half(true, rule, median),
        MetricInfo.of(
                id("mcloone", rule, median), "HD-MCLOONE", "McLoone index", Distribution.class)
            .range(-Double.MAX_VALUE, 1)
            .direction(Direction.MORE_EQUAL),
        "The lower half has {value} of what it would have at the median.",
        BERNE_STIEFEL);
  }

  /**
   * Returns the Verstegen index.
   *
   * @param median {@link QuantileDefinition#TYPE2} or {@link QuantileDefinition#TYPE1}
   */
  public static Metric<Distribution> verstegen(HalfRule rule, QuantileDefinition median) {
    return index(
        new Half(false, rule, median),
        MetricInfo.of(
                id("verstegen", rule, median),
                "HD-VERSTEGEN",
                "Verstegen index",
                Distribution.class)
            .range(1, Double.MAX_VALUE)
            .direction(Direction.LESS_EQUAL),
        "The upper half has {value} times what it would have at the median.",
        "Verstegen, D. (1996), Concepts and measures of fiscal inequality, Journal of Education"
            + " Finance 22");
  }

  /**
   * Returns the total amount that lifts the lower half to the median, \(\tfrac12 mN -
   * A(\tfrac12)N\): dollars, if values are dollars per student and weights are students. Like the
   * McLoone index it needs a positive median.
   *
   * @param median {@link QuantileDefinition#TYPE2} or {@link QuantileDefinition#TYPE1}
   */
  public static Metric<Distribution> medianGap(QuantileDefinition median) {
    Half half = new Half(true, HalfRule.SPLIT, median);
    return Metric.of(
        MetricInfo.of(
                id("median-gap", half.rule(), median),
                "HD-MEDGAP",
                "Median gap",
                Distribution.class)
            .range(0, Double.MAX_VALUE)
            .unit("unit of the value times that of the weight")
            .direction(Direction.LESS_EQUAL)
            .requires(SOME_UNITS, half.positiveMedian())
            .claims(ANONYMITY, ZERO_AT_EQUALITY)
            .formula("\\sum_{x_i<m} n_i (m - x_i) = (1 - M) \\cdot m \\cdot N / 2")
            .reading("It takes {value} to lift the lower half to the middle.")
            .reference(BERNE_STIEFEL),
        d -> {
          double m = Quantiles.quantile(d.sorted(), 0.5, median);
          return Deviations.mean(d, x -> Math.max(0, m - x)) * d.totalWeight();
        });
  }

  private static Metric<Distribution> index(
      Half half, MetricInfo.Builder info, String reading, String reference) {
    info.requires(SOME_UNITS, half.positiveMedian()).claims(ANONYMITY, SCALE_INVARIANCE);
    switch (half.rule()) {
      case SPLIT, INCLUDE_TIES ->
          info.claims(REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE, ONE_AT_EQUALITY);
      case EXCLUDE_TIES ->
          info.requires(half.someBeyond()).claims(REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE);
      case POSITIONAL -> info.requires(TWO_UNITS).claims(COUNTS_UNITS, ONE_AT_EQUALITY);
    }
    return Metric.of(
        info.formula(half.formula()).reading(reading).reference(reference), half::relativeMean);
  }

  private static String id(String name, HalfRule rule, QuantileDefinition median) {
    if (median != TYPE1 && median != TYPE2) {
      throw new IllegalArgumentException(
          "median is " + median + ", expected TYPE2 or TYPE1, the lower median");
    }
    String option = rule.id();
    if (median == TYPE1) {
      option += option.isEmpty() ? "lower-median" : ",lower-median";
    }
    return option.isEmpty() ? name : name + ":" + option;
  }
}
