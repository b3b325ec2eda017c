package org.resourceequity.inequality;

import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Differentiable;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.OnePassMetric;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Moments;

/** Coefficient of variation in its population form: denominator n, not n - 1. */
public final class CoefficientOfVariation
    implements OnePassMetric, Influential<Distribution>, Differentiable<Distribution> {

  private static final MetricInfo INFO =
      MetricInfo.of("cv", "HD-CV", "Coefficient of variation", Distribution.class)
          .range(0, Double.MAX_VALUE)
          .direction(Direction.LESS_EQUAL)
          .requires(Condition.SOME_UNITS, Condition.POSITIVE_TOTAL)
          .claims(
              Axiom.ANONYMITY,
              Axiom.SCALE_INVARIANCE,
              Axiom.REPLICATION_INVARIANCE,
              Axiom.WEIGHT_SCALE_INVARIANCE,
              Axiom.PIGOU_DALTON,
              Axiom.ZERO_AT_EQUALITY)
          .formula("CV = \\sqrt{\\sum_i w_i (x_i-\\mu)^2} / \\mu")
          .reading("The typical student is {value} times the average away from the average.")
          .reference(
              "Berne, R. and Stiefel, L. (1984), The Measurement of Equity in School Finance");

  CoefficientOfVariation() {}

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public double formula(Moments moments) {
    return Math.sqrt(moments.variance()) / moments.mean();
  }

  @Override
  public double[] influence(Distribution sample) {
    Moments moments = sample.moments();
    double mean = moments.mean();
    double cv = formula(moments);
    double all = moments.weight();
    double[] influence = new double[sample.size()];
    for (int i = 0; i < influence.length; i++) {
      double r = (sample.value(i) - mean) / mean;
      // At CV = 0 all units are equal and nothing moves the index to first order.
      influence[i] = cv == 0 ? 0 : sample.weight(i) / all * ((r * r - cv * cv) / (2 * cv) - cv * r);
    }
    return influence;
  }

  /** \(\tfrac{w_i}{\mu}[(r_i-1)/CV - CV]\); at CV = 0 there is a kink, and 0 is given. */
  @Override
  public UnitValues gradient(Distribution sample) {
    Moments moments = sample.moments();
    double mean = moments.mean();
    double cv = formula(moments);
    double[] gradient = new double[sample.size()];
    for (int i = 0; i < gradient.length; i++) {
      double off = (sample.value(i) - mean) / mean;
      gradient[i] = cv == 0 ? 0 : sample.weight(i) / moments.total() * (off / cv - cv);
    }
    return UnitValues.of(sample.units().keys(), gradient);
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
