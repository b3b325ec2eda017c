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

/** Hoover index, also known as Robin Hood index. Negative values may lift it above 1. */
public final class Hoover
    implements Influential<Distribution>,
        Explained<Distribution>,
        LeaveOneOut<Distribution>,
        Differentiable<Distribution> {

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
          .reference(
              "Hoover, E. M. (1936), The measurement of industrial localization, Review of"
                  + " Economics and Statistics 18");

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
  public UnitValues contributions(Distribution sample) {
    double mean = sample.mean();
    return UnitValues.of(
        sample.units().keys(), Deviations.influence(sample, x -> Math.abs(x - mean) / (2 * mean)));
  }

  /**
   * From the weights and amounts up to each value: the units below the mean of the others are found
   * by binary search. O(n log n).
   */
  @Override
  public UnitValues leaveOneOut(Distribution sample) {
    Distribution sorted = sample.sorted();
    double[] values = sorted.values();
    double[] weights = new double[values.length + 1];
    double[] amounts = new double[values.length + 1];
    RunningSum weight = new RunningSum();
    RunningSum amount = new RunningSum();
    for (int i = 0; i < values.length; i++) {
      weight.add(sorted.weight(i));
      amount.addProduct(sorted.weight(i), values[i]);
      weights[i + 1] = weight.value();
      amounts[i + 1] = amount.value();
    }
    return LeavingOut.of(
        this,
        sample,
        LeavingOut.shares(contributions(sample).values()),
        (unit, rest, mean) -> {
          int below = below(values, mean);
          double x = sample.value(unit);
          double own = x < mean ? sample.weight(unit) * (mean - x) : 0;
          double missing = mean * weights[below] - amounts[below] - own;
          return Math.max(0, missing) / (rest * mean);
        });
  }

  /** Returns how many of the sorted values lie below a number. */
  private static int below(double[] sorted, double number) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** \(\tfrac{w_i}{\mu}(F(\mu^-) - [x_i \lt \mu] - H)\); units at the mean are at a kink. */
  @Override
  public UnitValues gradient(Distribution sample) {
    double mean = sample.mean();
    double hoover = formula(sample);
    double below = Deviations.mean(sample, x -> x < mean ? 1 : x == mean ? 0.5 : 0);
    return Deviations.gradient(
        sample, mean, x -> below - hoover - (x < mean ? 1 : x == mean ? 0.5 : 0));
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
