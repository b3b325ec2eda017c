package org.resourceequity.inequality;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.internal.RunningSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Differentiable;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Explained;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.LeaveOneOut;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;

/** Gini coefficient: one sort and one pass, O(n log n). Negative values may lift it above 1. */
public final class Gini
    implements Explained<Distribution>,
        Influential<Distribution>,
        LeaveOneOut<Distribution>,
        Differentiable<Distribution> {

  private static final MetricInfo INFO =
      MetricInfo.of("gini", "HD-GINI", "Gini coefficient", Distribution.class)
          .range(0, Double.MAX_VALUE)
          .also("AC-SEAT", "the value is seats per student")
          .direction(Direction.LESS_EQUAL)
          .requires(Condition.SOME_UNITS, Condition.POSITIVE_TOTAL)
          .claims(
              Axiom.ANONYMITY,
              Axiom.SCALE_INVARIANCE,
              Axiom.REPLICATION_INVARIANCE,
              Axiom.WEIGHT_SCALE_INVARIANCE,
              Axiom.PIGOU_DALTON,
              Axiom.ZERO_AT_EQUALITY)
          .formula("G = \\sum_i\\sum_j w_i w_j\\,|x_i-x_j| / (2\\mu)")
          .reading(
              "Two students picked at random differ by {value} times twice the average; 0 is"
                  + " equal.")
          .reference(
              "Gini, C. (1914), Sulla misura della concentrazione e della variabilità dei"
                  + " caratteri; Berne, R. and Stiefel, L. (1984), The Measurement of Equity in"
                  + " School Finance");

  Gini() {}

  @Override
  public MetricInfo info() {
    return INFO;
  }

  /**
   * With units in ascending order and F the cumulative weight before a unit plus half its own, the
   * double sum is \(2\sum w_i x_i (2F_i - 1)\). Measured from the smallest value, all terms are of
   * the size of the differences, so nearly equal values lose no digits.
   */
  @Override
  public double formula(Distribution sample) {
    Distribution sorted = sample.sorted();
    return halfDifferences(sorted) / (sorted.totalWeight() * sorted.mean());
  }

  /**
   * Returns half the mean difference of all pairs, which is the index times the mean and exists
   * whatever the mean is; there must be a unit with a weight.
   */
  static double halfMeanDifference(Distribution sample) {
    return halfDifferences(sample.sorted()) / sample.totalWeight();
  }

  private static double halfDifferences(Distribution sorted) {
    double base = sorted.value(0);
    double all = sorted.totalWeight();
    RunningSum before = new RunningSum();
    RunningSum sum = new RunningSum();
    for (int i = 0; i < sorted.size(); i++) {
      double weight = sorted.weight(i);
      double rank = (2 * before.value() + weight) / all - 1;
      sum.add(weight * (sorted.value(i) - base) * rank);
      before.add(weight);
    }
    return Math.max(0, sum.value());
  }

  /** A unit contributes half of its differences to all others: {@code w Σ w_j |x − x_j| / (2μ)}. */
  @Override
  public UnitValues contributions(Distribution sample) {
    double[] distance = Deviations.meanDistances(sample);
    double all = sample.totalWeight();
    double mean = sample.mean();
    double[] contributions = new double[sample.size()];
    for (int i = 0; i < contributions.length; i++) {
      contributions[i] = sample.weight(i) / all * distance[i] / (2 * mean);
    }
    return UnitValues.of(sample.units().keys(), contributions);
  }

  /** Without a unit, its differences to all others are missing twice in the double sum. */
  @Override
  public UnitValues leaveOneOut(Distribution sample) {
    double all = sample.totalWeight();
    double differences = 2 * all * all * halfMeanDifference(sample);
    double[] own = Deviations.meanDistances(sample);
    double[] shares = new double[own.length];
    for (int i = 0; i < own.length; i++) {
      own[i] *= 2 * all * sample.weight(i);
      shares[i] = differences > 0 ? own[i] / differences : 0;
    }
    return LeavingOut.of(
        this,
        sample,
        shares,
        (unit, weight, mean) ->
            Math.max(0, differences - own[unit]) / (2 * weight * weight * mean));
  }

  /** \(\tfrac{w_i}{\mu}(2\tilde F_i - 1 - G)\), with the mid-rank of each unit. */
  @Override
  public UnitValues gradient(Distribution sample) {
    double[] ranks = MidRanks.centred(sample);
    double gini = formula(sample);
    double total = ExactSum.ofProducts(sample.values(), sample.weights());
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = sample.weight(i) / total * (ranks[i] - gini);
    }
    return UnitValues.of(sample.units().keys(), ranks);
  }

  /**
   * The index is Δ/(2μ) with Δ the mean difference, whose influence is 2(d(x) − Δ), d the mean
   * distance of x to all others; the quotient rule gives the rest.
   */
  @Override
  public double[] influence(Distribution sample) {
    double[] distance = Deviations.meanDistances(sample);
    double all = sample.totalWeight();
    double mean = sample.mean();
    double gini = formula(sample);
    double[] influence = new double[sample.size()];
    for (int i = 0; i < influence.length; i++) {
      double ofDifference = 2 * (distance[i] - 2 * mean * gini);
      double ofMean = sample.value(i) - mean;
      influence[i] = sample.weight(i) / all * (ofDifference - 2 * gini * ofMean) / (2 * mean);
    }
    return influence;
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
