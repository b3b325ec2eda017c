package org.resourceequity.progressivity;

import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.QuantileDefinition;
import org.resourceequity.sample.Quantiles;

/**
 * Each unit's recentred influence on a metric of the values, \(I + IF_i\), in the place of its
 * value. Their mean is the metric, so a {@link Design} fitted to them says how it moves with the
 * covariates, and {@link OaxacaBlinder} splits its difference between two groups.
 */
public final class RecentredInfluence {

  static final String REFERENCE =
      "Firpo, S., Fortin, N. M. and Lemieux, T. (2009), Unconditional quantile regressions,"
          + " doi:10.3982/ECTA6822";

  private RecentredInfluence() {}

  /**
   * Returns the sample with each value replaced; a unit without weight gets the metric. Undefined
   * where the metric is.
   */
  public static Outcome<PairedSample> of(Influential<Distribution> metric, PairedSample sample) {
    Distribution values = sample.distribution();
    return metric
        .measure(values)
        .map(
            index -> {
              double[] recentred = metric.influence(values);
              double all = values.totalWeight();
              for (int i = 0; i < recentred.length; i++) {
                double weight = values.weight(i) / all;
                recentred[i] = index + (weight > 0 ? recentred[i] / weight : 0);
              }
              return sample.withValues(recentred);
            });
  }

  /**
   * Returns the sample with the recentred influence on a quantile of type 1, \(Q + (p-[x_i\le
   * Q])/f(Q)\), with the density f by a normal kernel. Undefined (SOME_UNITS) without weight, and
   * (REPRESENTABLE) where the density is 0 in double precision.
   *
   * @param p between 0 and 1
   * @param bandwidth of the kernel, positive, in the unit of the value; Silverman's is 0.9 times
   *     the smaller of the standard deviation and the interquartile range over 1.34, over the fifth
   *     root of the number of units
   */
  public static Outcome<PairedSample> ofQuantile(double p, double bandwidth, PairedSample sample) {
    Checks.within(p, 0, 1, "p");
    if (!(bandwidth > 0 && bandwidth <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "bandwidth is " + bandwidth + ", expected a positive number");
    }
    Distribution values = sample.distribution();
    double all = values.totalWeight();
    if (!(all > 0)) {
      return Outcome.undefined(Condition.SOME_UNITS, "no unit has a positive weight");
    }
    double quantile = Quantiles.quantile(values.sorted(), p, QuantileDefinition.TYPE1);
    ExactSum kernels = new ExactSum();
    for (int i = 0; i < values.size(); i++) {
      double off = (values.value(i) - quantile) / bandwidth;
      kernels.addProduct(values.weight(i), Math.exp(-off * off / 2));
    }
    double density = kernels.value() / (all * bandwidth * Math.sqrt(2 * Math.PI));
    double[] recentred = new double[values.size()];
    for (int i = 0; i < recentred.length; i++) {
      recentred[i] = quantile + (p - (values.value(i) <= quantile ? 1 : 0)) / density;
      if (!Double.isFinite(recentred[i])) {
        return Outcome.undefined(
            Condition.REPRESENTABLE, "the density at the quantile " + quantile + " is " + density);
      }
    }
    return Outcome.of(sample.withValues(recentred));
  }
}
