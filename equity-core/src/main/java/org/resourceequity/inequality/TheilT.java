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

/** Theil's T; zeros count as 0 ln 0 = 0. */
public final class TheilT
    implements OnePassMetric,
        Decomposable<Distribution>,
        Influential<Distribution>,
        Explained<Distribution>,
        Differentiable<Distribution> {

  private static final MetricInfo INFO =
      MetricInfo.of("theil-t", "IN-GE1", "Theil T index", Distribution.class)
          .range(0, Double.MAX_VALUE)
          .direction(Direction.LESS_EQUAL)
          .requires(Condition.SOME_UNITS, Condition.NO_NEGATIVES, Condition.POSITIVE_TOTAL)
          .claims(
              Axiom.ANONYMITY,
              Axiom.SCALE_INVARIANCE,
              Axiom.REPLICATION_INVARIANCE,
              Axiom.WEIGHT_SCALE_INVARIANCE,
              Axiom.PIGOU_DALTON,
              Axiom.TRANSFER_SENSITIVITY,
              Axiom.SUBGROUP_CONSISTENCY,
              Axiom.ZERO_AT_EQUALITY)
          .formula("T = \\sum_i w_i \\frac{x_i}{\\mu} \\ln\\frac{x_i}{\\mu}")
          .reading("Inequality of {value}, where 0 is equal and parts of districts add up.")
          .reference("Theil, H. (1967), Economics and Information Theory");

  TheilT() {}

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public double formula(Moments moments) {
    return moments.theilT();
  }

  @Override
  public double[] influence(Distribution sample) {
    Moments moments = sample.moments();
    double mean = moments.mean();
    double theil = formula(moments);
    return Deviations.influence(
        sample, x -> GeneralisedEntropy.term(1, x, mean) - theil * x / mean);
  }

  /**
   * Within: each part's own index, weighted by its share of the resource. Between: the index of the
   * parts' means. Both from their own formulas.
   */
  @Override
  public Parts decompose(Distribution sample, Partition partition) {
    return EntropyDecomposition.decompose(this, 1, sample, partition);
  }

  @Override
  public UnitValues contributions(Distribution sample) {
    return EntropyDecomposition.contributions(1, sample);
  }

  /** From the terms of the others, which is many times faster than from exact sums. O(n). */
  @Override
  public UnitValues leaveOneOut(Distribution sample) {
    return EntropyDecomposition.leaveOneOut(this, 1, sample, entropy -> entropy);
  }

  /** \(\tfrac{w_i}{\mu}(\ln r_i - T)\); a unit of 0 has no slope, and 0 is given. */
  @Override
  public UnitValues gradient(Distribution sample) {
    double mean = sample.moments().mean();
    double theil = formula(sample);
    return Deviations.gradient(sample, mean, x -> x > 0 ? Deviations.logRatio(x, mean) - theil : 0);
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
