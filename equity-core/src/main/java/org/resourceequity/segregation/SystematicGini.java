package org.resourceequity.segregation;

import org.resourceequity.internal.Checks;
import org.resourceequity.internal.CounterRandom;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;

/**
 * Segregation Gini beyond chance. There is no closed form for the Gini that chance gives, so it is
 * the mean of tables in which each person of the two groups draws a group by the overall share;
 * units are visited in the order of their keys, so the same seed gives the same bits. A table
 * without one of the groups counts as 0. Fractional counts are rounded to whole people to be drawn.
 *
 * <p>O(draws times n log n).
 */
final class SystematicGini implements Metric<CrossTab> {

  static final String NAME = "systematic-gini";

  private final int draws;
  private final long seed;
  private final MetricInfo info;

  SystematicGini(int draws, long seed) {
    this.draws = Checks.atLeast(draws, 1, "draws");
    this.seed = seed;
    this.info =
        MetricInfo.of(
                NAME + ":" + draws + "," + seed,
                "S2-DMOD",
                "Systematic segregation Gini",
                CrossTab.class)
            .range(-1, 1)
            .direction(Direction.LESS_EQUAL)
            .requires(Condition.SOME_UNITS, Condition.EVERY_GROUP, Condition.REPRESENTABLE)
            .formula(
                "\\frac{G - G^*}{1 - G^*} \\text{ if } G \\ge G^*,\\text{ else } \\frac{G -"
                    + " G^*}{G^*},\\quad a_i^* \\sim \\mathrm{Bin}(t_i, P)")
            .reading("Between chance, 0, and complete separation, 1, schools stand at {value}.")
            .reference(SystematicDissimilarity.CARRINGTON_TROSKE);
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public double formula(CrossTab sample) {
    Pair pair = Pair.of(sample);
    if (pair.sumA + pair.sumB > Chance.MOST) {
      return Double.NaN;
    }
    int[] byKey = Pair.unitsByKey(sample);
    ExactSum sum = new ExactSum();
    for (int draw = 0; draw < draws; draw++) {
      CounterRandom random = new CounterRandom(seed, draw);
      double[] a = new double[pair.units()];
      double[] b = new double[pair.units()];
      for (int unit : byKey) {
        long people = Math.round(pair.a[unit] + pair.b[unit]);
        a[unit] = random.binomial(people, pair.share());
        b[unit] = people - a[unit];
      }
      Pair drawn = Pair.of(a, b);
      if (drawn.sumA > 0 && drawn.sumB > 0) {
        sum.add(SegregationGini.of(drawn));
      }
    }
    return SystematicDissimilarity.beyond(SegregationGini.of(pair), sum.value() / draws);
  }

  @Override
  public String toString() {
    return info.id();
  }
}
