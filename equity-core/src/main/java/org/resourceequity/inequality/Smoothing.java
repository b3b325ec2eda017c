package org.resourceequity.inequality;

import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Moments;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Units;

/** Distributions in which every unit has the mean of its part. */
final class Smoothing {

  private Smoothing() {}

  /**
   * Returns one unit per part, with the part's mean and weight; a part without weight has the value
   * 0. A part of equal values has just that value.
   */
  static Distribution means(Distribution sample, Partition partition) {
    int[][] units = partition.units();
    double[] means = new double[units.length];
    double[] weights = new double[units.length];
    for (int p = 0; p < units.length; p++) {
      Moments moments = sample.select(units[p]).moments();
      if (moments.units() > 0) {
        boolean equal = moments.minimum() == moments.maximum();
        means[p] = equal ? moments.minimum() : moments.mean();
        weights[p] = moments.weight();
      }
    }
    return Distribution.of(Units.of(partition.labels()), means, weights);
  }

  /** Returns the partition by the lowest level above the units, which must have one. */
  static Partition lowest(Distribution sample) {
    return sample.units().by(sample.units().levels().get(0));
  }
}
