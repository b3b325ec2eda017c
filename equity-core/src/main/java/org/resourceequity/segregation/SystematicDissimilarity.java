package org.resourceequity.segregation;

import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;

/**
 * Dissimilarity beyond chance: 0 where it is what random assignment gives, 1 where it is as far
 * above as it can be, negative where people are more evenly spread than by chance.
 */
final class SystematicDissimilarity implements Metric<CrossTab> {

  static final String CARRINGTON_TROSKE =
      "Carrington, W. J. and Troske, K. R. (1997), On measuring segregation in samples with small"
          + " units, doi:10.1080/07350015.1997.10524718";

  private static final Metric<CrossTab> BY_CHANCE = new ExpectedDissimilarity(false);
  private static final Dissimilarity OBSERVED = new Dissimilarity();

  private static final MetricInfo INFO =
      MetricInfo.of(
              "systematic-dissimilarity", "S2-DMOD", "Systematic dissimilarity", CrossTab.class)
          .range(-1, 1)
          .direction(Direction.LESS_EQUAL)
          .requires(
              Condition.SOME_UNITS,
              Condition.EVERY_GROUP,
              Condition.VARIATION,
              Condition.REPRESENTABLE)
          .formula(
              "\\frac{D - D^*}{1 - D^*} \\text{ if } D \\ge D^*,"
                  + "\\text{ else } \\frac{D - D^*}{D^*}")
          .reading("Between chance, 0, and complete separation, 1, schools stand at {value}.")
          .reference(CARRINGTON_TROSKE);

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public Outcome<Double> measure(CrossTab sample) {
    Outcome<Double> outcome = Metric.super.measure(sample);
    boolean complete = outcome.isKnown() && BY_CHANCE.formula(sample) >= 1 - 1e-12;
    return complete
        ? Outcome.undefined(Condition.VARIATION, "chance alone separates the groups completely")
        : outcome;
  }

  @Override
  public double formula(CrossTab sample) {
    return beyond(OBSERVED.formula(sample), BY_CHANCE.formula(sample));
  }

  /** Returns an index beyond what chance gives: on a scale of its own above and below that. */
  static double beyond(double observed, double byChance) {
    if (observed == byChance) {
      return 0;
    }
    return observed > byChance
        ? (observed - byChance) / (1 - byChance)
        : (observed - byChance) / byChance;
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
