package org.resourceequity.progressivity;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.RANK_ONLY;
import static org.resourceequity.metric.Axiom.REPLICATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.sample.Condition.TWO_UNITS;
import static org.resourceequity.sample.Condition.VARIATION;
import static org.resourceequity.sample.NeedCondition.VALUES_VARY;

import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.PairedSample;

/**
 * Do units keep their places from one year to another? The value is what a unit has in the later
 * year, the first covariate what it had in the earlier one; {@link ConvergenceMetrics#paired} makes
 * such a sample of two years. Equal values share their places.
 *
 * <ul>
 *   <li>{@link #RANK_SLOPE}: by how many places a place at the start counts later; {@link
 *       ProgressivityMetrics#NEED_SPEARMAN} is the correlation of both
 *   <li>{@link #shorrocks}: how much units move between classes of equal size
 * </ul>
 */
public final class MobilityMetrics {

  static final String SHORROCKS = "shorrocks-mobility";

  /** Slope of the later rank on the earlier one. */
  public static final Metric<PairedSample> RANK_SLOPE =
      Metric.of(
          MetricInfo.of("rank-rank-slope", "CH-RANK", "Rank-rank slope", PairedSample.class)
              .requires(TWO_UNITS, VARIATION)
              .claims(ANONYMITY, RANK_ONLY, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE)
              .formula("cov(R_1, R_2) / var(R_1)")
              .reading("Ten places higher at the start goes with {value} times ten places later.")
              .reference(
                  "Dahl, M. and DeLeire, T. (2008), The association between children's earnings and"
                      + " fathers' lifetime earnings, Institute for Research on Poverty discussion"
                      + " paper 1342-08"),
          s -> {
            double[] start = s.ranks();
            return s.covariance(start, s.ranks(s.values())) / s.covariance(start, start);
          });

  private MobilityMetrics() {}

  /**
   * Returns Shorrocks's mobility index: 0 if all stay in their class, 1 if the later class does not
   * depend on the earlier one. Units at the boundary of two classes, and units that share a place,
   * are split by mass. O(n log n + nK).
   *
   * @param classes number of classes of equal size, at least 2
   */
  public static Metric<PairedSample> shorrocks(int classes) {
    Checks.atLeast(classes, 2, "classes");
    return Metric.of(
        MetricInfo.of(
                SHORROCKS + ":" + classes,
                "CH-RANK",
                "Mobility between " + classes + " classes",
                PairedSample.class)
            .range(0, classes / (classes - 1.0))
            .requires(TWO_UNITS, VARIATION, VALUES_VARY)
            .claims(ANONYMITY, RANK_ONLY, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE)
            .formula("\\frac{K-\\mathrm{tr}\\,\\Pi}{K-1}")
            .reading("From 0, all keep their class, to 1, the start does not matter: {value}.")
            .reference("Shorrocks, A. F. (1978), The measurement of mobility, doi:10.2307/1911433"),
        s -> (classes - trace(s, classes)) / (classes - 1));
  }

  /** The sum over the classes of the share of their members that stay. */
  private static double trace(PairedSample sample, int classes) {
    RankedBlocks start = RankedBlocks.byNeed(sample);
    RankedBlocks later = RankedBlocks.of(sample.values(), sample.values(), sample.weights());
    ExactSum stay = new ExactSum();
    for (int i = 0; i < sample.size(); i++) {
      if (sample.counts(i)) {
        int before = start.blockOf(i);
        int after = later.blockOf(i);
        int first = Math.max(lowest(start, before, classes), lowest(later, after, classes));
        double both = 0;
        for (int k = first; k < classes; k++) {
          both += within(start, before, k, classes) * within(later, after, k, classes);
        }
        stay.add(sample.weight(i) * both);
      }
    }
    return Math.min(classes, classes * (stay.value() / sample.totalWeight()));
  }

  /** The class in which a block begins. */
  private static int lowest(RankedBlocks ranked, int block, int classes) {
    return (int) Math.floor(ranked.weightThrough(block - 1) / ranked.totalWeight() * classes);
  }

  /** The share of a block that lies in a class. */
  private static double within(RankedBlocks ranked, int block, int k, int classes) {
    double from = ranked.weightThrough(block - 1);
    double to = ranked.weightThrough(block);
    double low = Math.max(from, ranked.totalWeight() * k / classes);
    double high = Math.min(to, ranked.totalWeight() * (k + 1) / classes);
    return Math.max(0, high - low) / (to - from);
  }
}
