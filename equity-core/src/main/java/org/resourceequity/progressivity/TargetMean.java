package org.resourceequity.progressivity;

import java.util.function.DoubleBinaryOperator;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Explained;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.PairedSample;

/** Weighted mean of what a unit's value is against its own target. */
final class TargetMean implements Explained<PairedSample>, Influential<PairedSample> {

  private final MetricInfo info;
  private final DoubleBinaryOperator of;

  /**
   * @param of takes a value and its target
   */
  TargetMean(MetricInfo info, DoubleBinaryOperator of) {
    this.info = info;
    this.of = of;
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  private double[] terms(PairedSample sample) {
    double[] target = sample.covariate(AdequacyMetrics.TARGET);
    for (int i = 0; i < target.length; i++) {
      target[i] = sample.counts(i) ? of.applyAsDouble(sample.value(i), target[i]) : 0;
    }
    return target;
  }

  @Override
  public double formula(PairedSample sample) {
    return ExactSum.ofProducts(terms(sample), sample.weights()) / sample.totalWeight();
  }

  @Override
  public UnitValues contributions(PairedSample sample) {
    double[] terms = terms(sample);
    double all = sample.totalWeight();
    for (int i = 0; i < terms.length; i++) {
      terms[i] *= sample.weight(i) / all;
    }
    return UnitValues.of(sample.units().keys(), terms);
  }

  @Override
  public double[] influence(PairedSample sample) {
    double mean = formula(sample);
    double all = sample.totalWeight();
    double[] terms = terms(sample);
    for (int i = 0; i < terms.length; i++) {
      terms[i] = sample.weight(i) / all * (terms[i] - mean);
    }
    return terms;
  }

  @Override
  public String toString() {
    return info.id();
  }
}
