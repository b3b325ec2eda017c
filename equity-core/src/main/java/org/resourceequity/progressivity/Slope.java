package org.resourceequity.progressivity;

import org.resourceequity.metric.Influential;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.PairedSample;

/** Slope of the value on the first covariate by weighted least squares, as they are or in logs. */
final class Slope implements Influential<PairedSample> {

  private final MetricInfo info;
  private final boolean logs;

  Slope(MetricInfo info, boolean logs) {
    this.info = info;
    this.logs = logs;
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public double formula(PairedSample sample) {
    double[] x = logs(sample, sample.needs());
    return sample.covariance(logs(sample, sample.values()), x) / sample.covariance(x, x);
  }

  /** Units without weight may have what no logarithm exists of; they count for nothing. */
  private double[] logs(PairedSample sample, double[] quantity) {
    if (logs) {
      for (int i = 0; i < quantity.length; i++) {
        quantity[i] = sample.counts(i) ? Math.log(quantity[i]) : 0;
      }
    }
    return quantity;
  }

  /** The residual times the deviation of the covariate, over its variance. */
  @Override
  public double[] influence(PairedSample sample) {
    double[] x = logs(sample, sample.needs());
    double[] y = logs(sample, sample.values());
    double slope = formula(sample);
    double meanX = sample.mean(x);
    double meanY = sample.mean(y);
    double variance = sample.covariance(x, x);
    double all = sample.totalWeight();
    double[] influence = new double[sample.size()];
    for (int i = 0; i < influence.length; i++) {
      double deviation = x[i] - meanX;
      double residual = y[i] - meanY - slope * deviation;
      influence[i] = sample.weight(i) / all * deviation * residual / variance;
    }
    return influence;
  }

  @Override
  public String toString() {
    return info.id();
  }
}
