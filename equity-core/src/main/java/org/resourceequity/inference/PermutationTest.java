package org.resourceequity.inference;

import java.util.Arrays;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.CounterRandom;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Sample;

/**
 * How often chance alone gives a number like the one found. Fisher, R. A. (1935), The Design of
 * Experiments.
 *
 * <p>The same seed gives the same bits on any number of threads. O(replicates) times the cost of
 * the metric.
 *
 * @param value the number of the sample
 * @param expected its mean where chance alone acts
 * @param standardDeviation its standard deviation there
 * @param atLeast share of the replicates, the sample counted as one, with at least the value
 * @param atMost share with at most the value
 * @param replicates how many had a value
 * @param undefined how many had none
 * @param chance what chance does, in words
 * @param seed the seed
 */
public record PermutationTest(
    double value,
    double expected,
    double standardDeviation,
    double atLeast,
    double atMost,
    int replicates,
    int undefined,
    String chance,
    long seed) {

  /** Two numbers that differ by less than this share of the larger are the same. */
  private static final double SAME = 1e-12;

  /** Returns the two-sided p-value: twice the smaller tail, at most 1. */
  public double twoSided() {
    return Math.min(1, 2 * Math.min(atLeast, atMost));
  }

  /**
   * Runs the test. In a table of groups and in values by group, the students of all groups are
   * mixed over the units, with the size of each unit and each group kept. Events are mixed among
   * the students of each unit. Need is mixed over the units. Fractional counts are rounded to whole
   * students.
   *
   * <p>Undefined where the metric is, and for a distribution, in which nothing can be mixed.
   *
   * @param replicates at least 2; 999 is usual
   * @param seed the same seed gives the same result
   */
  public static <S extends Sample<S>> Outcome<PermutationTest> run(
      Metric<S> metric, S sample, int replicates, long seed) {
    Checks.within(replicates, 2, Integer.MAX_VALUE, "replicates");
    Outcome<Double> measured = metric.measure(sample);
    if (measured instanceof Outcome.Undefined<Double> undefined) {
      return Outcome.undefined(undefined.requirement(), undefined.detail());
    }
    if (sample instanceof Distribution) {
      return Outcome.undefined(
          Condition.APPLICABLE, "a distribution has no groups and no need to mix");
    }
    double[] defined =
        Replicates.known(
            replicates, b -> metric.measure(Redraw.mixed(sample, new CounterRandom(seed, b))));
    if (defined.length < 2) {
      return Outcome.undefined(
          Condition.REPRESENTABLE,
          "the metric has a value in " + defined.length + " of " + replicates + " replicates");
    }
    return Outcome.of(
        of(measured.get(), defined, replicates - defined.length, chance(sample), seed));
  }

  private static PermutationTest of(
      double value, double[] replicates, int undefined, String chance, long seed) {
    double mean = ExactSum.of(replicates) / replicates.length;
    double slack = SAME * Math.max(Math.abs(value), Double.MIN_NORMAL);
    ExactSum squares = new ExactSum();
    for (double replicate : replicates) {
      squares.add((replicate - mean) * (replicate - mean));
    }
    double atLeast = Arrays.stream(replicates).filter(r -> r >= value - slack).count() + 1.0;
    double atMost = Arrays.stream(replicates).filter(r -> r <= value + slack).count() + 1.0;
    return new PermutationTest(
        value,
        mean,
        Math.sqrt(squares.value() / (replicates.length - 1)),
        atLeast / (replicates.length + 1),
        atMost / (replicates.length + 1),
        replicates.length,
        undefined,
        chance,
        seed);
  }

  private static String chance(Sample<?> sample) {
    if (sample instanceof CrossTab || sample instanceof GroupedValues) {
      return "students are dealt to the units at random, sizes of units and groups kept";
    }
    return sample instanceof RiskCounts
        ? "events are dealt to the students of each unit at random"
        : "need is dealt to the units at random";
  }
}
