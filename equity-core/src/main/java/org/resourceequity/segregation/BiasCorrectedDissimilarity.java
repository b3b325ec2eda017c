package org.resourceequity.segregation;

import org.resourceequity.internal.Checks;
import org.resourceequity.internal.CounterRandom;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;

/**
 * Twice the dissimilarity less its mean over tables drawn from the observed shares: the bias that
 * drawing adds is taken off once. Each draw has a random stream of its own and visits the units in
 * the order of their keys, so the same seed gives the same bits.
 *
 * <p>O(draws times units).
 */
final class BiasCorrectedDissimilarity implements Metric<CrossTab> {

  static final String NAME = "bias-corrected-dissimilarity";

  private final int draws;
  private final long seed;
  private final MetricInfo info;

  BiasCorrectedDissimilarity(int draws, long seed) {
    this.draws = Checks.atLeast(draws, 1, "draws");
    this.seed = seed;
    this.info =
        MetricInfo.of(
                NAME + ":" + MetricId.write(draws) + "," + seed,
                "S2-DBC",
                "Bias-corrected dissimilarity",
                CrossTab.class)
            .range(-1, 2)
            .direction(Direction.LESS_EQUAL)
            .requires(Condition.SOME_UNITS, Condition.EVERY_GROUP, Condition.REPRESENTABLE)
            .formula("2D - \\tfrac1R\\sum_r D_r,\\ a^r \\sim \\mathrm{Mult}(A, a/A)")
            .reading("Without what small schools add by chance, D is {value}.")
            .reference(
                "Allen, R., Burgess, S., Davidson, R. and Windmeijer, F. (2015), More reliable"
                    + " inference for the dissimilarity index of segregation,"
                    + " doi:10.1111/ectj.12039");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public double formula(CrossTab sample) {
    Pair pair = Pair.of(sample);
    if (pair.sumA > Chance.MOST || pair.sumB > Chance.MOST) {
      return Double.NaN;
    }
    int[] byKey = Pair.unitsByKey(sample);
    ExactSum drawn = new ExactSum();
    for (int draw = 0; draw < draws; draw++) {
      CounterRandom random = new CounterRandom(seed, draw);
      double[] a = multinomial(pair.a, pair.sumA, byKey, random);
      double[] b = multinomial(pair.b, pair.sumB, byKey, random);
      drawn.add(Pair.of(a, b).dissimilarity());
    }
    return 2 * pair.dissimilarity() - drawn.value() / draws;
  }

  /** Draws as many people as there are, at least one, each into a unit by the observed shares. */
  private static double[] multinomial(
      double[] shares, double all, int[] byKey, CounterRandom random) {
    double[] counts = new double[shares.length];
    long people = Math.max(1, Math.round(all));
    double rest = all;
    int last = -1;
    for (int unit : byKey) {
      if (shares[unit] > 0) {
        long here = random.binomial(people, shares[unit] >= rest ? 1 : shares[unit] / rest);
        counts[unit] = here;
        people -= here;
        rest -= shares[unit];
        last = unit;
      }
    }
    // Where rounding left a rest of the shares, it is the last unit's.
    counts[last] += people;
    return counts;
  }

  @Override
  public String toString() {
    return info.id();
  }
}
