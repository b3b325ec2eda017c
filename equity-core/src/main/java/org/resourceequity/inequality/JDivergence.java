package org.resourceequity.inequality;

import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.OnePassMetric;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Moments;

/** J-divergence: Theil's T plus Theil's L, so it splits as they do. */
final class JDivergence implements OnePassMetric, Influential<Distribution> {

  private static final MetricInfo INFO =
      MetricInfo.of("j-divergence", "IN-JDIV", "J-divergence", Distribution.class)
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
              Axiom.ZERO_AT_EQUALITY)
          .formula("J = \\sum_i w_i (r_i - 1) \\ln r_i, \\quad r_i = x_i/\\mu")
          .reading("Inequality of {value}, where 0 is equal and parts of districts add up.")
          .reference(
              "Rohde, N. (2016), J-divergence measurements of economic inequality, Journal of the"
                  + " Royal Statistical Society A 179");

  JDivergence() {}

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public double formula(Moments moments) {
    return moments.theilT() + moments.theilL();
  }

  @Override
  public double[] influence(Distribution sample) {
    double[] influence = InequalityMetrics.THEIL_T.influence(sample);
    double[] ofTheilL = InequalityMetrics.THEIL_L.influence(sample);
    for (int i = 0; i < influence.length; i++) {
      influence[i] += ofTheilL[i];
    }
    return influence;
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
