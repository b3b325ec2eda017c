package org.resourceequity.inequality;

import static org.resourceequity.metric.Axiom.MONOTONICITY;
import static org.resourceequity.metric.Axiom.WEAK_PIGOU_DALTON;
import static org.resourceequity.sample.Condition.NO_ZEROS;

import org.resourceequity.metric.Influential;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Distribution;

/**
 * Clark-Hemming-Ulph index: how far the equally distributed equivalent of all values, those above
 * the target cut down to it, lies below the target. It follows from the power mean of order beta:
 * at 1 it is the mean gap, at 0 it is 1 - exp(-W) of the Watts index W. At 0 and below, a zero
 * would make it 1 whatever the others have, and it is undefined. O(n).
 */
final class ClarkHemmingUlph implements Influential<Distribution> {

  private final double beta;
  private final double target;
  private final MetricInfo info;

  ClarkHemmingUlph(double beta, double target) {
    if (!(beta >= -100 && beta <= 1)) {
      throw new IllegalArgumentException("beta is " + beta + ", expected a number from -100 to 1");
    }
    this.beta = beta;
    this.target = AdequacyMetrics.positive(target);
    MetricInfo.Builder builder =
        AdequacyMetrics.shortfall(
                "clark-hemming-ulph:" + MetricId.write(beta) + "," + MetricId.write(target),
                "NA-FGT",
                "Clark-Hemming-Ulph index")
            .range(0, 1)
            .claims(MONOTONICITY, WEAK_PIGOU_DALTON);
    if (beta <= 0) {
      builder.requires(NO_ZEROS);
    }
    info =
        builder
            .formula(
                beta == 0
                    ? "1 - \\prod_i (\\min(x_i,z)/z)^{w_i}"
                    : "1 - \\Bigl(\\sum_i w_i\\,(\\min(x_i,z)/z)^\\beta\\Bigr)^{1/\\beta}")
            .reading("Spread equally, {value} less of the target would do as much good.")
            .reference(
                "Clark, S., Hemming, R. and Ulph, D. (1981), On indices for the measurement of"
                    + " poverty, doi:10.2307/2232600");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public double formula(Distribution sample) {
    return Math.max(0, -Math.expm1(logOfEquivalent(sample)));
  }

  /** Returns the logarithm of the equivalent relative to the target. */
  private double logOfEquivalent(Distribution sample) {
    if (beta == 0) {
      return Deviations.mean(sample, this::logOfMet);
    }
    // Where the lowest value makes a power large, it is taken out.
    double largest = beta < 0 ? beta * logOfMet(sample.moments().minimum()) : 0;
    if (largest > 1) {
      double relative = Deviations.mean(sample, x -> Math.exp(beta * logOfMet(x) - largest));
      return (largest + Math.log(relative)) / beta;
    }
    return Math.log1p(Deviations.mean(sample, x -> Math.expm1(beta * logOfMet(x)))) / beta;
  }

  /** Returns the logarithm of the part of the target that is met, 0 from the target on. */
  private double logOfMet(double value) {
    return value < target ? Deviations.logRatio(value, target) : 0;
  }

  @Override
  public double[] influence(Distribution sample) {
    double log = logOfEquivalent(sample);
    double equivalent = Math.exp(log);
    if (equivalent == 0) {
      // Nobody has anything: the curve is flat there.
      return new double[sample.size()];
    }
    return Deviations.influence(
        sample,
        x -> {
          double ratio = logOfMet(x) - log;
          return -equivalent * (beta == 0 ? ratio : Math.expm1(beta * ratio) / beta);
        });
  }

  @Override
  public String toString() {
    return info.id();
  }
}
