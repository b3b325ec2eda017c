package org.resourceequity.inference;

import org.resourceequity.metric.Influential;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;

/** The weighted mean, whose errors every textbook has. */
final class Mean implements Influential<Distribution> {

  @Override
  public MetricInfo info() {
    return MetricInfo.of("mean", "TEST", "mean", Distribution.class)
        .requires(Condition.SOME_UNITS)
        .formula("\\mu")
        .reading("The average is {value}.")
        .reference("textbooks");
  }

  @Override
  public double formula(Distribution sample) {
    return sample.mean();
  }

  @Override
  public double[] influence(Distribution sample) {
    double[] influence = new double[sample.size()];
    for (int i = 0; i < influence.length; i++) {
      influence[i] = sample.weight(i) / sample.totalWeight() * (sample.value(i) - sample.mean());
    }
    return influence;
  }
}
