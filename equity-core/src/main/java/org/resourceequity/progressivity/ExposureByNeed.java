package org.resourceequity.progressivity;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.PairedSample;

/** What students with the need meet, against those without: the difference or the ratio. */
final class ExposureByNeed implements Influential<PairedSample> {

  private final MetricInfo info;
  private final boolean ratio;

  ExposureByNeed(MetricInfo info, boolean ratio) {
    this.info = info;
    this.ratio = ratio;
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public double formula(PairedSample sample) {
    double with = mean(sample, true);
    double without = mean(sample, false);
    return ratio ? with / without : with - without;
  }

  private static double share(PairedSample sample, int unit, boolean withNeed) {
    return withNeed ? sample.need(unit) : 1 - sample.need(unit);
  }

  /** Returns what the average student with the need meets, or the average one without. */
  static double mean(PairedSample sample, boolean withNeed) {
    ExactSum held = new ExactSum();
    for (int i = 0; i < sample.size(); i++) {
      held.addProduct(sample.weight(i) * share(sample, i, withNeed), sample.value(i));
    }
    return held.value() / people(sample, withNeed);
  }

  private static double people(PairedSample sample, boolean withNeed) {
    ExactSum people = new ExactSum();
    for (int i = 0; i < sample.size(); i++) {
      people.add(sample.weight(i) * share(sample, i, withNeed));
    }
    return people.value();
  }

  @Override
  public double[] influence(PairedSample sample) {
    double[] with = influence(sample, true);
    double[] without = influence(sample, false);
    double mean = mean(sample, false);
    double value = formula(sample);
    for (int i = 0; i < with.length; i++) {
      with[i] = ratio ? (with[i] - value * without[i]) / mean : with[i] - without[i];
    }
    return with;
  }

  private static double[] influence(PairedSample sample, boolean withNeed) {
    double mean = mean(sample, withNeed);
    double people = people(sample, withNeed);
    double[] influence = new double[sample.size()];
    for (int i = 0; i < influence.length; i++) {
      influence[i] =
          sample.weight(i) * share(sample, i, withNeed) / people * (sample.value(i) - mean);
    }
    return influence;
  }

  @Override
  public String toString() {
    return info.id();
  }
}
