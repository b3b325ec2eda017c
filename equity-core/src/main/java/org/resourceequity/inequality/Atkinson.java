package org.resourceequity.inequality;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Differentiable;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.LeaveOneOut;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;

/**
 * Atkinson index. From an aversion of 1 on, a zero has no finite contribution: the index is
 * undefined there, or 1, its limit, with the option for it. O(n).
 */
public final class Atkinson
    implements Influential<Distribution>, LeaveOneOut<Distribution>, Differentiable<Distribution> {

  private final double epsilon;
  private final boolean limit;
  private final MetricInfo info;

  Atkinson(double epsilon, boolean limit) {
    if (!(epsilon > 0 && epsilon <= 100)) {
      throw new IllegalArgumentException(
          "epsilon is " + epsilon + ", expected a positive number up to 100");
    }
    this.epsilon = epsilon;
    this.limit = limit;
    MetricInfo.Builder builder =
        MetricInfo.of(
                "atkinson:" + MetricId.write(epsilon) + (limit ? ",limit" : ""),
                "IN-ATK",
                "Atkinson index, aversion " + MetricId.write(epsilon),
                Distribution.class)
            .range(0, 1)
            .direction(Direction.LESS_EQUAL)
            .requires(Condition.SOME_UNITS, Condition.NO_NEGATIVES, Condition.POSITIVE_TOTAL)
            .claims(
                Axiom.ANONYMITY,
                Axiom.SCALE_INVARIANCE,
                Axiom.REPLICATION_INVARIANCE,
                Axiom.WEIGHT_SCALE_INVARIANCE,
                Axiom.ZERO_AT_EQUALITY);
    if (limit) {
      builder.claims(Axiom.WEAK_PIGOU_DALTON);
    } else {
      builder.claims(Axiom.PIGOU_DALTON, Axiom.TRANSFER_SENSITIVITY, Axiom.SUBGROUP_CONSISTENCY);
      if (epsilon >= 1) {
        builder.requires(Condition.NO_ZEROS);
      }
    }
    info =
        builder
            .formula(
                epsilon == 1
                    ? "A_1 = 1 - \\prod_i (x_i/\\mu)^{w_i}"
                    : "A_\\varepsilon = 1 - \\Bigl(\\sum_i w_i (x_i/\\mu)^{1-\\varepsilon}"
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

  @Override
  public double formula(Distribution sample) {
    return isAtLimit(sample) ? 1 : Math.min(1, -Math.expm1(logOfEquivalent(sample)));
  }

  private boolean isAtLimit(Distribution sample) {
    return limit && epsilon >= 1 && sample.moments().minimum() == 0;
  }

  /**
   * Returns the logarithm of the equally distributed equivalent relative to the mean. It follows
   * from the generalised entropy with the power as parameter, whose terms lose no digits where
   * values are nearly equal. Where the lowest value makes a power large, the largest is taken out.
   */
  private double logOfEquivalent(Distribution sample) {
    double power = 1 - epsilon;
    double mean = sample.moments().mean();
    double largest = largestPower(sample, mean);
    if (largest > 1) {
      double relative =
          Deviations.mean(sample, x -> Math.exp(power * Deviations.logRatio(x, mean) - largest));
      return (largest + Math.log(relative)) / power;
    }
    return logOfEquivalent(GeneralisedEntropy.of(sample, power));
  }

  private double logOfEquivalent(double entropy) {
    double power = 1 - epsilon;
    return power == 0 ? -entropy : Math.log1p(power * (power - 1) * entropy) / power;
  }

  /** Returns the logarithm of the largest power that exceeds 1. */
  private double largestPower(Distribution sample, double mean) {
    double power = 1 - epsilon;
    return power < 0 ? power * Deviations.logRatio(sample.moments().minimum(), mean) : 0;
  }

  @Override
  public double[] influence(Distribution sample) {
    if (isAtLimit(sample)) {
      // The index stays 1 whatever moves.
      return new double[sample.size()];
    }
    double power = 1 - epsilon;
    double mean = sample.moments().mean();
    double log = logOfEquivalent(sample);
    double equivalent = Math.exp(log);
    return Deviations.influence(
        sample,
        x -> {
          double ratio = Deviations.logRatio(x, mean) - log;
          double utility = power == 0 ? ratio : Math.expm1(power * ratio) / power;
          return equivalent * ((x - mean) / mean - utility);
        });
  }

  /**
   * From the entropy without each unit; where the lowest value makes a power large, from the powers
   * with the largest taken out. O(n).
   */
  @Override
  public UnitValues leaveOneOut(Distribution sample) {
    double power = 1 - epsilon;
    if (isAtLimit(sample)) {
      // The index leaves its limit only with the last zero, and then it is computed anew.
      double[] zeros = Deviations.influence(sample, x -> x == 0 ? 1 : 0);
      return LeavingOut.of(this, sample, LeavingOut.shares(zeros), (unit, weight, mean) -> 1);
    }
    double mean = sample.moments().mean();
    double largest = largestPower(sample, mean);
    if (largest <= 1) {
      return EntropyDecomposition.leaveOneOut(
          this, power, sample, entropy -> Math.min(1, -Math.expm1(logOfEquivalent(entropy))));
    }
    double all = sample.totalWeight();
    double[] powers =
        Deviations.influence(sample, x -> Math.exp(power * Deviations.logRatio(x, mean) - largest));
    double sum = ExactSum.of(powers);
    return LeavingOut.of(
        this,
        sample,
        LeavingOut.shares(powers),
        (unit, weight, rest) -> {
          double others = (sum - powers[unit]) * all / weight;
          double log = (largest + Math.log(others)) / power - Deviations.logRatio(rest, mean);
          return Math.max(0, Math.min(1, -Math.expm1(log)));
        });
  }

  /**
   * \(\tfrac{w_i}{\mu}[(1-A) - (EDE/x_i)^\varepsilon]\); a unit of 0 has no slope, and 0 is given.
   */
  @Override
  public UnitValues gradient(Distribution sample) {
    double mean = sample.moments().mean();
    boolean flat = isAtLimit(sample);
    double log = flat ? 0 : logOfEquivalent(sample);
    return Deviations.gradient(
        sample,
        mean,
        x ->
            flat || x == 0
                ? 0
                : Math.exp(log) - Math.exp(epsilon * (log - Deviations.logRatio(x, mean))));
  }

  @Override
  public String toString() {
    return info.id();
  }
}
