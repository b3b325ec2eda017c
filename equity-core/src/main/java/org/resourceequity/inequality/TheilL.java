package org.resourceequity.inequality;

import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.Differentiable;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Explained;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.OnePassMetric;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Moments;
import org.resourceequity.sample.Partition;

/** Theil's L, the mean logarithmic deviation. */
public final class TheilL
    implements OnePassMetric,
        Decomposable<Distribution>,
        Influential<Distribution>,
        Explained<Distribution>,
        Differentiable<Distribution> {

  private static final MetricInfo INFO =
      MetricInfo.of("theil-l", "IN-GE0", "Theil L index", Distribution.class)
          .range(0, Double.MAX_VALUE)
          .direction(Direction.LESS_EQUAL)
          .requires(
              Condition.SOME_UNITS,
              Condition.NO_NEGATIVES,
              Condition.POSITIVE_TOTAL,
              Condition.NO_ZEROS)
          .claims(
              Axiom.ANONYMITY,
              Axiom.SCALE_INVARIANCE,
              Axiom.REPLICATION_INVARIANCE,
              Axiom.WEIGHT_SCALE_INVARIANCE,
              Axiom.PIGOU_DALTON,
              Axiom.TRANSFER_SENSITIVITY,
              Axiom.SUBGROUP_CONSISTENCY,
              Axiom.ZERO_AT_EQUALITY)
          .formula("L = \\sum_i w_i \\ln\\frac{\\mu}{x_i}")
          .reading("Inequality of {value}, where 0 is equal and parts of districts add up.")
          .reference("Theil, H. (1967), Economics and Information Theory");

  TheilL() {}

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public double formula(Moments moments) {
    return moments.theilL();
  }

  @Override
  public double[] influence(Distribution sample) {
    Moments moments = sample.moments();
    double mean = moments.mean();
    double theil = formula(moments);
    return Deviations.influence(sample, x -> GeneralisedEntropy.term(0, x, mean) - theil);
  }

  @Override
  public Parts decompose(Distribution sample, Partition partition) {
    return EntropyDecomposition.decompose(this, 0, sample, partition);
  }

  @Override
  public UnitValues contributions(Distribution sample) {
    return EntropyDecomposition.contributions(0, sample);
  }

  /** From the terms of the others, which is many times faster than from exact sums. O(n). */
  @Override
  public UnitValues leaveOneOut(Distribution sample) {
    return EntropyDecomposition.leaveOneOut(this, 0, sample, entropy -> entropy);
  }

  /** \(\tfrac{w_i}{\mu}(1 - 1/r_i)\). */
  @Override
  public UnitValues gradient(Distribution sample) {
    double mean = sample.moments().mean();
    return Deviations.gradient(sample, mean, x -> (x - mean) / x);
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
