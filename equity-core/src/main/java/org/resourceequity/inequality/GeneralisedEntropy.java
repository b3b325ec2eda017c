package org.resourceequity.inequality;

import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.Differentiable;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Explained;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.LeaveOneOut;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Partition;

/**
 * Generalised entropy GE(alpha). With alpha 0 it is Theil's L, with 1 Theil's T, with 2 half the
 * squared coefficient of variation; the lower alpha is, the more the low values count. O(n).
 */
public final class GeneralisedEntropy
    implements Decomposable<Distribution>,
        Influential<Distribution>,
        Explained<Distribution>,
        LeaveOneOut<Distribution>,
        Differentiable<Distribution> {

  private static final double LARGEST = 100;

  /** Below this product of deviation and parameter the terms are summed as a series. */
  private static final double SMALL = 0.1;

  private final double alpha;
  private final MetricInfo info;

  GeneralisedEntropy(double alpha) {
    if (!(Math.abs(alpha) <= LARGEST)) {
      throw new IllegalArgumentException(
          "alpha is " + alpha + ", expected a number from -100 to 100");
    }
    this.alpha = alpha;
    MetricInfo.Builder builder =
        MetricInfo.of(
                "generalised-entropy:" + MetricId.write(alpha),
                alpha == 2 ? "IN-GE2" : "IN-GE",
                "Generalised entropy index, parameter " + MetricId.write(alpha),
                Distribution.class)
            .range(0, Double.MAX_VALUE)
            .direction(Direction.LESS_EQUAL)
            .requires(Condition.SOME_UNITS, Condition.NO_NEGATIVES, Condition.POSITIVE_TOTAL)
            .claims(
                Axiom.ANONYMITY,
                Axiom.SCALE_INVARIANCE,
                Axiom.REPLICATION_INVARIANCE,
                Axiom.WEIGHT_SCALE_INVARIANCE,
                Axiom.PIGOU_DALTON,
                Axiom.ZERO_AT_EQUALITY,
                Axiom.SUBGROUP_CONSISTENCY);
    if (alpha <= 0) {
      builder.requires(Condition.NO_ZEROS);
    }
    if (alpha < 2) {
      builder.claims(Axiom.TRANSFER_SENSITIVITY);
    }
    info =
        builder
            .formula(
                "GE_\\alpha = \\frac{1}{\\alpha(\\alpha-1)}\\Bigl[\\sum_i w_i"
                    + " (x_i/\\mu)^\\alpha - 1\\Bigr]")
            .reading("Inequality of {value}, where 0 is equal and parts of districts add up.")
            .reference(
                "Shorrocks, A. F. (1980), The class of additively decomposable inequality"
                    + " measures, doi:10.2307/1913126");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public double formula(Distribution sample) {
    return of(sample, alpha);
  }

  /**
   * The mean of \(r^\alpha\) has the influence \(r^\alpha - m - \alpha m (r-1)\); written with the
   * terms of the index it keeps its digits where all values are nearly equal.
   */
  @Override
  public double[] influence(Distribution sample) {
    double mean = sample.moments().mean();
    double index = of(sample, alpha);
    return Deviations.influence(
        sample, x -> term(alpha, x, mean) - index - alpha * index * (x - mean) / mean);
  }

  /** Returns GE(alpha): the mean of terms that are not negative. */
  static double of(Distribution sample, double alpha) {
    double mean = sample.moments().mean();
    return Deviations.mean(sample, x -> term(alpha, x, mean));
  }

  /**
   * Returns \([r^\alpha - 1 - \alpha(r-1)]/(\alpha(\alpha-1))\) for r = x / mean, for alpha 0 and 1
   * its limits. It is of second order in r - 1, so where that is small it is summed as the binomial
   * series from the second term on, which holds for every alpha.
   */
  static double term(double alpha, double x, double mean) {
    double off = (x - mean) / mean;
    if (Math.abs(off) * Math.max(1, Math.abs(alpha)) < SMALL) {
      double term = off * off / 2;
      double sum = 0;
      for (int k = 2; sum + term != sum; k++) {
        sum += term;
        term *= (alpha - k) * off / (k + 1);
      }
      return sum;
    }
    if (x == 0) {
      // A zero: its power is 0 for a positive alpha, and there is no other.
      return 1 / alpha;
    }
    double ratio = x / mean;
    double log = Deviations.logRatio(x, mean);
    if (alpha == 0) {
      return off - log;
    }
    if (alpha == 1) {
      return ratio * log - off;
    }
    // Both forms are the same; each is stable near the limit that it is close to.
    return alpha < 0.5
        ? (Math.expm1(alpha * log) - alpha * off) / (alpha * (alpha - 1))
        : (ratio * Math.expm1((alpha - 1) * log) - (alpha - 1) * off) / (alpha * (alpha - 1));
  }

  @Override
  public Parts decompose(Distribution sample, Partition partition) {
    return EntropyDecomposition.decompose(this, alpha, sample, partition);
  }

  @Override
  public UnitValues contributions(Distribution sample) {
    return EntropyDecomposition.contributions(alpha, sample);
  }

  @Override
  public UnitValues leaveOneOut(Distribution sample) {
    return EntropyDecomposition.leaveOneOut(this, alpha, sample, entropy -> entropy);
  }

  /**
   * \(\tfrac{w_i}{\mu(\alpha-1)}(r_i^{\alpha-1} - \sum w r^\alpha)\); a unit of 0 has no slope if
   * alpha is at most 1, and 0 is given.
   */
  @Override
  public UnitValues gradient(Distribution sample) {
    double mean = sample.moments().mean();
    double index = of(sample, alpha);
    return Deviations.gradient(
        sample,
        mean,
        x -> {
          if (x == 0 && alpha <= 1) {
            return 0;
          }
          double power = alpha - 1;
          double slope =
              power == 0
                  ? Deviations.logRatio(x, mean)
                  : (x == 0 ? -1 : Math.expm1(power * Deviations.logRatio(x, mean))) / power;
          return slope - alpha * index;
        });
  }

  @Override
  public String toString() {
    return info.id();
  }
}
