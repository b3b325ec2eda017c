package org.resourceequity.inequality;

import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;

/**
 * Atkinson index. From an aversion of 1 on, a zero has no finite contribution: the index is
 * undefined there, or 1, its limit, with the option for it. O(n).
 */
public final class Atkinson implements Influential<Distribution> {

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
    double largest = power < 0 ? power * Deviations.logRatio(sample.moments().minimum(), mean) : 0;
    if (largest > 1) {
      double relative =
          Deviations.mean(sample, x -> Math.exp(power * Deviations.logRatio(x, mean) - largest));
      return (largest + Math.log(relative)) / power;
    }
    double entropy = GeneralisedEntropy.of(sample, power);
    return power == 0 ? -entropy : Math.log1p(power * (power - 1) * entropy) / power;
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

  @Override
  public String toString() {
    return info.id();
  }
}
