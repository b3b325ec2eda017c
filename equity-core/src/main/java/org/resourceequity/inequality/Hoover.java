package org.resourceequity.inequality;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;

/** Hoover index, also known as Robin Hood index. Negative values may lift it above 1. */
public final class Hoover implements Influential<Distribution> {

  private static final MetricInfo INFO =
      MetricInfo.of("hoover", "HD-HOOVER", "Hoover index", Distribution.class)
          .range(0, Double.MAX_VALUE)
          .direction(Direction.LESS_EQUAL)
          .requires(Condition.SOME_UNITS, Condition.POSITIVE_TOTAL)
          .claims(
              Axiom.ANONYMITY,
              Axiom.SCALE_INVARIANCE,
              Axiom.REPLICATION_INVARIANCE,
              Axiom.WEIGHT_SCALE_INVARIANCE,
              Axiom.WEAK_PIGOU_DALTON,
              Axiom.ZERO_AT_EQUALITY)
          .formula("H = \\tfrac{1}{2}\\sum_i w_i\\,|x_i-\\mu| / \\mu")
          .reading("A share of {value} of the resource would have to move to make all equal.")
          .reference("Hoover, E. M. (1936), The measurement of industrial localization");

  Hoover() {}

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public double formula(Distribution sample) {
    double mean = sample.mean();
    return Deviations.mean(sample, x -> Math.abs(x - mean)) / (2 * mean);
  }

  /**
   * The index is the mean of (μ − x)₊ over μ; moving μ moves that mean by the weight below it.
   * Units at the mean count half, the mean of the slopes on both sides.
   */
  @Override
  public double[] influence(Distribution sample) {
    double mean = sample.mean();
    double hoover = formula(sample);
    ExactSum below = new ExactSum();
    for (int i = 0; i < sample.size(); i++) {
      double x = sample.value(i);
      below.add(x < mean ? sample.weight(i) : x == mean ? sample.weight(i) / 2 : 0);
    }
    double rank = below.value() / sample.totalWeight();
    return Deviations.influence(
        sample, x -> Math.max(0, mean - x) / mean - hoover - (x - mean) / mean * (hoover - rank));
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
