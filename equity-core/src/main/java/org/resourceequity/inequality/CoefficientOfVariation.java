package org.resourceequity.inequality;

import org.resourceequity.internal.ExactSum;
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

  /**
   * From squares about the mean of all, which is many times faster than from exact sums. O(n).
   *
   * <p>What is left of the variance is the mean square of the others less the square of their mean.
   * Both nearly cancel only where a unit's shares of the weight and of the squares add up to almost
   * 1, as those of two units may at most; these are computed anew.
   */
  @Override
  public UnitValues leaveOneOut(Distribution sample) {
    double mean = sample.moments().mean();
    double[] off = Deviations.influence(sample, x -> (x - mean) / mean);
    double[] squares = Deviations.influence(sample, x -> (x - mean) / mean * ((x - mean) / mean));
    double sum = ExactSum.of(off);
    double sumOfSquares = ExactSum.of(squares);
    double[] shares = LeavingOut.shares(squares);
    double all = sample.totalWeight();
    for (int i = 0; i < shares.length; i++) {
      shares[i] += sample.weight(i) / all;
    }
    return LeavingOut.of(
        this,
        sample,
        shares,
        (unit, weight, rest) -> {
          double meanOff = (sum - off[unit]) * all / weight;
          double variance = (sumOfSquares - squares[unit]) * all / weight - meanOff * meanOff;
          return Math.sqrt(Math.max(0, variance)) * mean / rest;
        });
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
