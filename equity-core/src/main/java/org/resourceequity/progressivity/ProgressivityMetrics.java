package org.resourceequity.progressivity;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.RANK_ONLY;
import static org.resourceequity.metric.Axiom.REPLICATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_EQUIVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.TRANSLATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.sample.Condition.COMPARISON_EVENTS;
import static org.resourceequity.sample.Condition.EVERY_GROUP;
import static org.resourceequity.sample.Condition.NO_NEGATIVES;
import static org.resourceequity.sample.Condition.POSITIVE_TOTAL;
import static org.resourceequity.sample.Condition.SOME_UNITS;
import static org.resourceequity.sample.Condition.TWO_UNITS;
import static org.resourceequity.sample.Condition.VARIATION;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.PairedSample;

/**
 * Does the resource follow need?
 *
 * <ul>
 *   <li>{@link #NEED_SLOPE}: how much more a unit gets per unit of need
 *   <li>{@link #PROGRESSIVITY_GAP} and {@link #PROGRESSIVITY_RATIO}: what the average student with
 *       the need gets, against one without; need is a share
 *   <li>{@link #CONCENTRATION_INDEX}: whether the resource is concentrated on units with high need
 * </ul>
 *
 * <p>The gap is the slope times the segregation of need: two places with the same slope differ in
 * their gaps if one is more segregated.
 */
public final class ProgressivityMetrics {

  private static final String CHINGOS =
      "Chingos, M. and Blagg, K. (2017), Do Poor Kids Get Their Fair Share of School Funding?";

  /** Weighted least-squares slope of the resource on need. */
  public static final NeedSlope NEED_SLOPE = new NeedSlope();

  /** What the average student with the need gets, minus what one without gets. */
  public static final Metric<PairedSample> PROGRESSIVITY_GAP =
      Metric.of(
          MetricInfo.of("progressivity-gap", "VE-URBAN", "Progressivity gap", PairedSample.class)
              .requires(SOME_UNITS, EVERY_GROUP)
              .claims(
                  ANONYMITY,
                  TRANSLATION_INVARIANCE,
                  SCALE_EQUIVARIANCE,
                  REPLICATION_INVARIANCE,
                  WEIGHT_SCALE_INVARIANCE)
              .formula(
                  "\\frac{\\sum w\\pi x}{\\sum w\\pi} - \\frac{\\sum w(1-\\pi)x}{\\sum w(1-\\pi)}")
              .reading("The average student with the need gets {value} more.")
              .reference(CHINGOS),
          s -> mean(s, true) - mean(s, false));

  /** What the average student with the need gets, over what one without gets. */
  public static final Metric<PairedSample> PROGRESSIVITY_RATIO =
      Metric.of(
          MetricInfo.of(
                  "progressivity-ratio", "VE-URBAN", "Progressivity ratio", PairedSample.class)
              .range(0, Double.MAX_VALUE)
              .requires(SOME_UNITS, EVERY_GROUP, NO_NEGATIVES, COMPARISON_EVENTS)
              .claims(ANONYMITY, SCALE_INVARIANCE, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE)
              .formula("\\bar x_{need} / \\bar x_{rest}")
              .reading("For a dollar for a student without the need, {value} for one with it.")
              .reference(CHINGOS),
          s -> mean(s, true) / mean(s, false));

  /** Concentration index of the resource in the order of need. */
  public static final Metric<PairedSample> CONCENTRATION_INDEX =
      Metric.of(
          MetricInfo.of("concentration-index", "CC-C", "Concentration index", PairedSample.class)
              .range(-1, 1)
              .requires(SOME_UNITS, NO_NEGATIVES, POSITIVE_TOTAL)
              .claims(
                  ANONYMITY,
                  SCALE_INVARIANCE,
                  REPLICATION_INVARIANCE,
                  WEIGHT_SCALE_INVARIANCE,
                  RANK_ONLY)
              .formula("C = 2\\,\\mathrm{cov}_w(y, R) / \\mu")
              .reading("Above 0, units with more need have more than their share: {value}.")
              .reference(
                  "Kakwani, N., Wagstaff, A. and van Doorslaer, E. (1997),"
                      + " doi:10.1016/S0304-4076(96)01807-6"),
          s -> 2 * s.covarianceWith(s.ranks()) / s.meanValue());

  private ProgressivityMetrics() {}

  private static double mean(PairedSample sample, boolean withNeed) {
    ExactSum held = new ExactSum();
    ExactSum people = new ExactSum();
    for (int i = 0; i < sample.size(); i++) {
      double share = withNeed ? sample.need(i) : 1 - sample.need(i);
      held.addProduct(sample.weight(i) * share, sample.value(i));
      people.add(sample.weight(i) * share);
    }
    return held.value() / people.value();
  }

  static MetricInfo slopeInfo() {
    return MetricInfo.of("need-slope", "VE-SLOPE", "Need slope", PairedSample.class)
        .requires(TWO_UNITS, VARIATION)
        .claims(
            ANONYMITY,
            TRANSLATION_INVARIANCE,
            SCALE_EQUIVARIANCE,
            REPLICATION_INVARIANCE,
            WEIGHT_SCALE_INVARIANCE)
        .formula("b = \\mathrm{cov}_w(\\pi, x) / \\mathrm{var}_w(\\pi)")
        .reading("Units whose students all have the need get {value} more than units with none.")
        .reference("Odden, A. and Picus, L. (2014), School Finance: A Policy Perspective");
  }
}
