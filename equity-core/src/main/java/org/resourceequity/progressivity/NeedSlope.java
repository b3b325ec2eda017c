package org.resourceequity.progressivity;

import org.resourceequity.metric.Influential;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.PairedSample;

/** Slope of the resource on need by weighted least squares. */
public final class NeedSlope implements Influential<PairedSample> {

  private static final MetricInfo INFO = ProgressivityMetrics.slopeInfo();

  NeedSlope() {}

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public double formula(PairedSample sample) {
    return sample.needCovariance() / sample.needVariance();
  }

  /** The residual times the deviation of need, over the variance of need. */
  @Override
  public double[] influence(PairedSample sample) {
    double slope = formula(sample);
    double meanValue = sample.meanValue();
    double meanNeed = sample.meanNeed();
    double variance = sample.needVariance();
    double all = sample.totalWeight();
    double[] influence = new double[sample.size()];
    for (int i = 0; i < influence.length; i++) {
      double deviation = sample.need(i) - meanNeed;
      double residual = sample.value(i) - meanValue - slope * deviation;
      influence[i] = sample.weight(i) / all * deviation * residual / variance;
    }
    return influence;
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
