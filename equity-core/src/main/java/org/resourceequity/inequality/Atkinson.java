package org.resourceequity.inequality;

import java.math.BigDecimal;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Requirement;

/** Atkinson index. From an aversion of 1 on, a zero has no finite contribution. */
final class Atkinson implements Metric<Distribution> {

  static final String PREFIX = "atkinson:";

  private final double epsilon;
  private final MetricInfo info;

  Atkinson(double epsilon) {
    if (!(epsilon > 0 && epsilon <= 100)) {
      throw new IllegalArgumentException(
          "epsilon is " + epsilon + ", expected a positive number up to 100");
    }
    this.epsilon = epsilon;
    Requirement[] requires =
        epsilon < 1
            ? new Requirement[] {
              Condition.SOME_UNITS, Condition.NO_NEGATIVES, Condition.POSITIVE_TOTAL
            }
            : new Requirement[] {
              Condition.SOME_UNITS,
              Condition.NO_NEGATIVES,
              Condition.POSITIVE_TOTAL,
              Condition.NO_ZEROS
            };
    info =
        MetricInfo.of(
                PREFIX + BigDecimal.valueOf(epsilon).stripTrailingZeros().toPlainString(),
                "IN-ATK",
                "Atkinson index, aversion " + epsilon,
                Distribution.class)
            .range(0, 1)
            .direction(Direction.LESS_EQUAL)
            .requires(requires)
            .claims(
                Axiom.ANONYMITY,
                Axiom.SCALE_INVARIANCE,
                Axiom.REPLICATION_INVARIANCE,
                Axiom.WEIGHT_SCALE_INVARIANCE,
                Axiom.PIGOU_DALTON,
                Axiom.ZERO_AT_EQUALITY)
            .formula(
                "A_\\varepsilon = 1 - \\Bigl(\\sum_i w_i (x_i/\\mu)^{1-\\varepsilon}"
                    + "\\Bigr)^{1/(1-\\varepsilon)}")
            .reading("Spread equally, {value} less of the resource would do as much good.")
            .reference(
                "Atkinson, A. B. (1970), On the measurement of inequality,"
                    + " doi:10.1016/0022-0531(70)90039-6");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  /**
   * Written with expm1 and log1p, so that nearly equal values keep their digits: the mean of
   * r^(1-e) - 1 is summed, not the mean of r^(1-e).
   */
  @Override
  public double formula(Distribution sample) {
    double mean = sample.moments().mean();
    double power = 1 - epsilon;
    ExactSum sum = new ExactSum();
    for (int i = 0; i < sample.size(); i++) {
      if (sample.weight(i) > 0) {
        double log = Math.log(sample.value(i) / mean);
        sum.add(sample.weight(i) * (power == 0 ? log : expm1(power * log)));
      }
    }
    double average = sum.value() / sample.totalWeight();
    double logOfMean = power == 0 ? average : Math.log1p(average) / power;
    return Math.min(1, Math.max(0, -Math.expm1(logOfMean)));
  }

  /** At a zero the logarithm is minus infinity and the power, positive, gives 0 - 1. */
  private static double expm1(double x) {
    return x == Double.NEGATIVE_INFINITY ? -1 : Math.expm1(x);
  }

  @Override
  public String toString() {
    return info.id();
  }
}
