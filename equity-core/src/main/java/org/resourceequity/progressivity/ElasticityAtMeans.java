package org.resourceequity.progressivity;

import org.resourceequity.metric.Influential;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.PairedSample;

/** Slope of the value on the first covariate, times the ratio of their means. */
final class ElasticityAtMeans implements Influential<PairedSample> {

  private final MetricInfo info;
  private final Slope slope;

  ElasticityAtMeans(MetricInfo info) {
    this.info = info;
    this.slope = new Slope(info, false);
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public double formula(PairedSample sample) {
    return slope.formula(sample) * sample.meanNeed() / sample.meanValue();
  }

  @Override
  public double[] influence(PairedSample sample) {
    double b = slope.formula(sample);
    double meanNeed = sample.meanNeed();
    double meanValue = sample.meanValue();
    double all = sample.totalWeight();
    double[] influence = slope.influence(sample);
    for (int i = 0; i < influence.length; i++) {
      double w = sample.weight(i) / all;
      double ofNeed = w * (sample.need(i) - meanNeed);
      double ofValue = w * (sample.value(i) - meanValue);
      influence[i] =
          (influence[i] * meanNeed + b * ofNeed - b * meanNeed / meanValue * ofValue) / meanValue;
    }
    return influence;
  }

  @Override
  public String toString() {
    return info.id();
  }
}
