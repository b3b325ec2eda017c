package org.resourceequity.progressivity;

import org.resourceequity.metric.Influential;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.PairedSample;

/** Weighted correlation of the value with the first covariate. */
final class Pearson implements Influential<PairedSample> {

  private final MetricInfo info;

  Pearson(MetricInfo info) {
    this.info = info;
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public double formula(PairedSample sample) {
    return correlation(sample, sample.values(), sample.needs());
  }

  /** Rounding can lead out of [-1, 1]; the range is a promise. */
  static double correlation(PairedSample sample, double[] x, double[] y) {
    double spread = Math.sqrt(sample.covariance(x, x)) * Math.sqrt(sample.covariance(y, y));
    double correlation = sample.covariance(x, y) / spread;
    return correlation > 1 ? 1 : correlation < -1 ? -1 : correlation;
  }

  @Override
  public double[] influence(PairedSample sample) {
    double correlation = formula(sample);
    double meanX = sample.meanValue();
    double meanY = sample.meanNeed();
    double spreadX = Math.sqrt(sample.covarianceWith(sample.values()));
    double spreadY = Math.sqrt(sample.needVariance());
    double all = sample.totalWeight();
    double[] influence = new double[sample.size()];
    for (int i = 0; i < influence.length; i++) {
      double x = (sample.value(i) - meanX) / spreadX;
      double y = (sample.need(i) - meanY) / spreadY;
      influence[i] = sample.weight(i) / all * (x * y - correlation * (x * x + y * y) / 2);
    }
    return influence;
  }

  @Override
  public String toString() {
    return info.id();
  }
}
