package org.resourceequity.progressivity;

import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Dominance;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Points;
import org.resourceequity.metric.Verdict;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.PairedSample;

/**
 * Which of two concentration curves lies above the other: FIRST means that the first resource is
 * more concentrated on units low in the order, by every concentration index. One curve can also be
 * compared with the diagonal, where all have the same, and with its own Lorenz curve. O(n log n).
 */
public final class ConcentrationDominance implements Comparison<PairedSample, Verdict> {

  private static final double SLACK = 1e-12;

  private static final MetricInfo INFO =
      MetricInfo.of(
              "concentration-dominance", "CC-DOM", "Concentration dominance", PairedSample.class)
          .requires(Condition.SOME_UNITS, Condition.NO_NEGATIVES, Condition.POSITIVE_TOTAL)
          .claims(
              Axiom.ANONYMITY,
              Axiom.SCALE_INVARIANCE,
              Axiom.REPLICATION_INVARIANCE,
              Axiom.RANK_ONLY)
          .formula("C_A(p) \\ge C_B(p) \\text{ for all } p")
          .reading("Whether every concentration index gives the same order.")
          .reference(
              "Bishop, J., Formby, J. and Smith, W. (1991), International comparisons of income"
                  + " inequality: tests for Lorenz dominance across nine countries, Economica 58");

  private static final Points DIAGONAL = Points.of(new double[] {0, 1}, new double[] {0, 1});

  ConcentrationDominance() {}

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public Verdict formula(Change<PairedSample> change) {
    return Dominance.compare(curve(change.before()), curve(change.after()), SLACK);
  }

  private static Points curve(PairedSample sample) {
    return ConcentrationMetrics.CONCENTRATION_CURVE.measure(sample).get();
  }

  /**
   * Returns how the concentration curve lies to the diagonal: FIRST means that it lies above, so
   * units low in the order have more than their share.
   */
  public static Outcome<Verdict> againstDiagonal(PairedSample sample) {
    return ConcentrationMetrics.CONCENTRATION_CURVE
        .measure(sample)
        .map(curve -> Dominance.compare(curve, DIAGONAL, SLACK));
  }

  /**
   * Returns how the concentration curve lies to the Lorenz curve of the same values: EQUAL means
   * that units rank in the resource as in the order; else the curve lies above, FIRST.
   */
  public static Outcome<Verdict> againstLorenz(PairedSample sample) {
    PairedSample own = sample.withCovariate(sample.covariates().get(0), sample.values());
    return ConcentrationMetrics.CONCENTRATION_CURVE
        .measure(sample)
        .map(curve -> Dominance.compare(curve, curve(own), SLACK));
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
