package org.resourceequity.progressivity;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.RANK_ONLY;
import static org.resourceequity.metric.Axiom.REPLICATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_EQUIVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.TRANSLATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.ZERO_AT_EQUALITY;
import static org.resourceequity.sample.Condition.COMPARISON_EVENTS;
import static org.resourceequity.sample.Condition.EVERY_GROUP;
import static org.resourceequity.sample.Condition.NO_NEGATIVES;
import static org.resourceequity.sample.Condition.NO_ZEROS;
import static org.resourceequity.sample.Condition.POSITIVE_TOTAL;
import static org.resourceequity.sample.Condition.SOME_UNITS;
import static org.resourceequity.sample.Condition.TWO_UNITS;
import static org.resourceequity.sample.Condition.VARIATION;
import static org.resourceequity.sample.NeedCondition.POSITIVE_NEED;
import static org.resourceequity.sample.NeedCondition.SOME_NEED;
import static org.resourceequity.sample.NeedCondition.VALUES_VARY;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.PairedSample;

/**
 * Does the resource follow need?
 *
 * <ul>
 *   <li>{@link #NEED_SLOPE}: how much more a unit gets per unit of need
 *   <li>{@link #PROGRESSIVITY_GAP} and {@link #PROGRESSIVITY_RATIO}: what the average student with
 *       the need gets, against one without; need is a share; {@link Progressivity} has them with
 *       the slope and the segregation of need
 *   <li>{@link #NEED_CORRELATION}, {@link #NEED_SPEARMAN}, {@link #NEED_KENDALL}: how closely
 *   <li>{@link #NEED_ELASTICITY} and {@link #NEED_ELASTICITY_OF_LOGS}: per cent per per cent
 *   <li>{@link #CONCENTRATION_INDEX}, {@link #KAKWANI}, {@link #RE_RANKING}, {@link #SUITS}:
 *       whether the resource is concentrated on units with high need
 *   <li>{@link FundingMetrics}: predicted funding at two levels of need, implied weights, groups by
 *       need, equality among units with equal need
 *   <li>{@link ConcentrationMetrics}: curves, bounded values, slope and relative index, sources
 *   <li>{@link NeutralityMetrics}: does the resource follow wealth?
 *   <li>{@link AdequacyMetrics}: is it enough, with a target per unit?
 *   <li>{@link OaxacaBlinder}: how much of a gap do characteristics explain? {@link
 *       ConvergenceMetrics}: do those behind catch up?
 *   <li>{@link Regression}, {@link WeightSet} and {@link CostAdjustment}: the tools beneath
 * </ul>
 *
 * <p>The gap is the slope times the segregation of need: two places with the same slope differ in
 * their gaps if one is more segregated.
 */
public final class ProgressivityMetrics {

  private static final String CHINGOS =
      "Chingos, M. and Blagg, K. (2017), Do Poor Kids Get Their Fair Share of School Funding?,"
          + " Urban Institute";
  private static final String ODDEN =
      "Odden, A. and Picus, L. (2014), School Finance: A Policy Perspective, 5th edition";
  private static final String BERNE =
      "Berne, R. and Stiefel, L. (1984), The Measurement of Equity in School Finance";

  /** Weighted least-squares slope of the resource on need. */
  public static final Influential<PairedSample> NEED_SLOPE =
      slope(
          "need-slope",
          "VE-SLOPE",
          "Need slope",
          "Units whose students all have the need get {value} more than units with none.",
          ODDEN);

  /** What the average student with the need gets, minus what one without gets. */
  public static final Influential<PairedSample> PROGRESSIVITY_GAP =
      new ExposureByNeed(
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
          false);

  /** What the average student with the need gets, over what one without gets. */
  public static final Influential<PairedSample> PROGRESSIVITY_RATIO =
      new ExposureByNeed(
          MetricInfo.of(
                  "progressivity-ratio", "VE-URBAN", "Progressivity ratio", PairedSample.class)
              .range(0, Double.MAX_VALUE)
              .requires(SOME_UNITS, EVERY_GROUP, NO_NEGATIVES, COMPARISON_EVENTS)
              .claims(ANONYMITY, SCALE_INVARIANCE, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE)
              .formula("\\bar x_{need} / \\bar x_{rest}")
              .reading("For a dollar for a student without the need, {value} for one with it.")
              .reference(CHINGOS),
          true);

  /** Weighted correlation of the resource with need. */
  public static final Influential<PairedSample> NEED_CORRELATION =
      correlation("need-correlation", "VE-CORR", "Need correlation", "need");

  /** Weighted correlation of the mid-ranks of the resource with those of need. */
  public static final Metric<PairedSample> NEED_SPEARMAN =
      spearman("need-correlation:spearman", "VE-CORR", "Rank correlation with need", "need");

  /** Kendall's tau-b of the resource and need, weighted. */
  public static final Metric<PairedSample> NEED_KENDALL =
      kendall("need-correlation:kendall", "VE-CORR", "Kendall's tau-b with need", "need");

  /** Elasticity of the resource by need at the means: slope times mean need over mean resource. */
  public static final Influential<PairedSample> NEED_ELASTICITY =
      elasticity("need-elasticity:at-means", "VE-ELAST", "Need elasticity at means", "need", BERNE);

  /** Elasticity of the resource by need as the slope of logarithms. */
  public static final Influential<PairedSample> NEED_ELASTICITY_OF_LOGS =
      elasticityOfLogs("need-elasticity:log-log", "VE-ELAST", "Need elasticity", "need", BERNE);

  /** Concentration index of the resource in the order of need. */
  public static final Concentration CONCENTRATION_INDEX = ConcentrationMetrics.CONCENTRATION_INDEX;

  /**
   * Kakwani's index: how much more the resource is concentrated on need than need itself. Need is
   * an amount per student.
   */
  public static final Metric<PairedSample> KAKWANI =
      Metric.of(
          MetricInfo.of("kakwani", "VE-KAK", "Kakwani progressivity", PairedSample.class)
              .range(-2, 1)
              .requires(SOME_UNITS, NO_NEGATIVES, POSITIVE_TOTAL, SOME_NEED)
              .claims(ANONYMITY, SCALE_INVARIANCE, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE)
              .formula("C(x \\mid \\text{need}) - G(\\text{need})")
              .reading("Above 0, the resource is more concentrated on need than need is: {value}.")
              .reference(
                  "Kakwani, N. (1977), Measurement of tax progressivity: an international"
                      + " comparison, doi:10.2307/2231833"),
          s ->
              CONCENTRATION_INDEX.formula(s)
                  - CONCENTRATION_INDEX.formula(s.withValues(s.needs())));

  /** How far the order of the resource is from the order of need; 0 if they are the same. */
  public static final Metric<PairedSample> RE_RANKING =
      Metric.of(
          MetricInfo.of("kakwani:re-ranking", "VE-KAK", "Re-ranking", PairedSample.class)
              .range(-2, 0)
              .requires(SOME_UNITS, NO_NEGATIVES, POSITIVE_TOTAL)
              .claims(
                  ANONYMITY,
                  SCALE_INVARIANCE,
                  REPLICATION_INVARIANCE,
                  WEIGHT_SCALE_INVARIANCE,
                  RANK_ONLY,
                  ZERO_AT_EQUALITY)
              .formula("C(x \\mid \\text{need}) - G(x)")
              .reading("0 if units rank in resources as in need, else below: {value}.")
              .reference(
                  "Kakwani, N. (1984), On the measurement of tax progressivity and redistributive"
                      + " effect of taxes with applications to horizontal and vertical equity,"
                      + " Advances in Econometrics 3"),
          s -> CONCENTRATION_INDEX.formula(s) - CONCENTRATION_INDEX.formula(ofOwnOrder(s)));

  /** Suits' index of the resource against need, an amount per student. */
  public static final Metric<PairedSample> SUITS =
      Metric.of(
          MetricInfo.of("suits", "VE-SUITS", "Suits progressivity", PairedSample.class)
              .range(-1, 1)
              .requires(SOME_UNITS, NO_NEGATIVES, POSITIVE_TOTAL, SOME_NEED)
              .claims(ANONYMITY, SCALE_INVARIANCE, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE)
              .formula("1 - 2\\int_0^1 Y\\,dZ")
              .reading("Above 0, the resource is more concentrated on need than need is: {value}.")
              .reference(
                  "Suits, D. (1977), Measurement of tax progressivity, American Economic Review"
                      + " 67"),
          ProgressivityMetrics::suits);

  private ProgressivityMetrics() {}

  private static PairedSample ofOwnOrder(PairedSample sample) {
    return sample.withCovariate(sample.covariates().get(0), sample.values());
  }

  /** The area between the curves, by trapezoids: 0 where the resource is proportional to need. */
  private static double suits(PairedSample sample) {
    RankedBlocks resource = RankedBlocks.byNeed(sample);
    RankedBlocks need = RankedBlocks.of(sample.needs(), sample.needs(), sample.weights());
    ExactSum sum = new ExactSum();
    for (int block = 0; block < need.size(); block++) {
      double dz = need.heldThrough(block) - need.heldThrough(block - 1);
      double y = resource.heldThrough(block) + resource.heldThrough(block - 1);
      sum.add(dz / need.totalHeld() * (y / resource.totalHeld()));
    }
    return Math.min(1, Math.max(-1, 1 - sum.value()));
  }

  static Influential<PairedSample> slope(
      String id, String key, String name, String reading, String reference) {
    return new Slope(
        MetricInfo.of(id, key, name, PairedSample.class)
            .requires(TWO_UNITS, VARIATION)
            .claims(
                ANONYMITY,
                TRANSLATION_INVARIANCE,
                SCALE_EQUIVARIANCE,
                REPLICATION_INVARIANCE,
                WEIGHT_SCALE_INVARIANCE)
            .formula("b = \\mathrm{cov}_w(\\pi, x) / \\mathrm{var}_w(\\pi)")
            .reading(reading)
            .reference(reference),
        false);
  }

  private static MetricInfo.Builder correlationInfo(String id, String key, String name) {
    return MetricInfo.of(id, key, name, PairedSample.class)
        .range(-1, 1)
        .requires(TWO_UNITS, VARIATION, VALUES_VARY)
        .claims(
            ANONYMITY,
            TRANSLATION_INVARIANCE,
            SCALE_INVARIANCE,
            REPLICATION_INVARIANCE,
            WEIGHT_SCALE_INVARIANCE);
  }

  static Influential<PairedSample> correlation(String id, String key, String name, String with) {
    return new Pearson(
        correlationInfo(id, key, name)
            .formula(
                "r = \\mathrm{cov}_w(x, \\pi) / \\sqrt{\\mathrm{var}_w x\\,\\mathrm{var}_w\\pi}")
            .reading("From -1 to 1, the resource goes along with " + with + " by {value}.")
            .reference(ODDEN));
  }

  static Metric<PairedSample> spearman(String id, String key, String name, String with) {
    return Metric.of(
        correlationInfo(id, key, name)
            .claims(RANK_ONLY)
            .formula("r_S = \\mathrm{corr}_w(\\tilde F(x), \\tilde F(\\pi))")
            .reading("From -1 to 1, the order of units goes along with " + with + " by {value}.")
            .reference(
                "Spearman, C. (1904), The proof and measurement of association between two things,"
                    + " doi:10.2307/1412159"),
        s -> Pearson.correlation(s, s.ranks(s.values()), s.ranks()));
  }

  static Metric<PairedSample> kendall(String id, String key, String name, String with) {
    return Metric.of(
        correlationInfo(id, key, name)
            .claims(RANK_ONLY)
            .formula(
                "\\tau_b = \\frac{\\sum_{i<j} w_iw_j\\,\\mathrm{sgn}(x_i-x_j)"
                    + "\\,\\mathrm{sgn}(\\pi_i-\\pi_j)}{\\sqrt{T_x T_\\pi}}")
            .reading(
                "Of the pairs of students, the share ordered as by "
                    + with
                    + " exceeds the rest by {value}.")
            .reference(
                "Kendall, M. G. (1945), The treatment of ties in ranking problems,"
                    + " doi:10.1093/biomet/33.3.239"),
        Kendall::tauB);
  }

  static Influential<PairedSample> elasticity(
      String id, String key, String name, String by, String reference) {
    return new ElasticityAtMeans(
        MetricInfo.of(id, key, name, PairedSample.class)
            .requires(TWO_UNITS, VARIATION, POSITIVE_TOTAL)
            .claims(ANONYMITY, SCALE_INVARIANCE, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE)
            .formula("b\\,\\bar\\pi / \\bar x")
            .reading("At the averages, a per cent of " + by + " goes with {value} per cent more.")
            .reference(reference));
  }

  static Influential<PairedSample> elasticityOfLogs(
      String id, String key, String name, String by, String reference) {
    return new Slope(
        MetricInfo.of(id, key, name, PairedSample.class)
            .requires(TWO_UNITS, VARIATION, NO_NEGATIVES, NO_ZEROS, POSITIVE_NEED)
            .claims(ANONYMITY, SCALE_INVARIANCE, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE)
            .formula("\\mathrm{cov}_w(\\ln x, \\ln\\pi) / \\mathrm{var}_w \\ln\\pi")
            .reading("A per cent of " + by + " goes with {value} per cent more.")
            .reference(reference),
        true);
  }
}
