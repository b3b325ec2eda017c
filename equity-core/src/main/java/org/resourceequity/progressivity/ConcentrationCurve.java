package org.resourceequity.progressivity;

import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Curve;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Points;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.PairedSample;

/** Share of the resource against share of the weight in the order of need; ties are one segment. */
final class ConcentrationCurve implements Curve<PairedSample> {

  private static final MetricInfo INFO =
      MetricInfo.of("concentration-curve", "CC-CURVE", "Concentration curve", PairedSample.class)
          .range(0, 1)
          .requires(Condition.SOME_UNITS, Condition.NO_NEGATIVES, Condition.POSITIVE_TOTAL)
          .claims(
              Axiom.ANONYMITY,
              Axiom.SCALE_INVARIANCE,
              Axiom.REPLICATION_INVARIANCE,
              Axiom.WEIGHT_SCALE_INVARIANCE,
              Axiom.RANK_ONLY)
          .formula("\\Bigl(\\sum_{j\\le k} w_j,\\ \\sum_{j\\le k} w_j y_j / \\mu\\Bigr)")
          .reading("The share of the resource that the units with the least need have together.")
          .reference(
              "Kakwani, N. (1977), Applications of Lorenz curves in economic analysis,"
                  + " doi:10.2307/1911684");

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public Points formula(PairedSample sample) {
    RankedBlocks blocks = RankedBlocks.byNeed(sample);
    double[] x = new double[blocks.size() + 1];
    double[] y = new double[blocks.size() + 1];
    for (int block = 0; block < blocks.size(); block++) {
      x[block + 1] = Math.min(1, blocks.weightThrough(block) / blocks.totalWeight());
      y[block + 1] = Math.min(1, blocks.heldThrough(block) / blocks.totalHeld());
    }
    return Points.of(x, y);
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
