package org.resourceequity.gaps;

import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.GroupedValues;

/** The values that the members of one group meet, each unit weighted by its members. */
final class Members {

  private Members() {}

  /**
   * Returns the sample with values measured from the smallest that a member meets: differences of
   * values keep all digits, and gaps are the same.
   */
  static GroupedValues fromSmallest(GroupedValues sample) {
    double smallest = Double.MAX_VALUE;
    for (int i = 0; i < sample.size(); i++) {
      if (sample.counts(i)) {
        smallest = Math.min(smallest, sample.value(i));
      }
    }
    double[] off = new double[sample.size()];
    for (int i = 0; i < off.length; i++) {
      off[i] = sample.counts(i) ? sample.value(i) - smallest : 0;
    }
    return sample.withValues(off);
  }

  static Distribution focus(GroupedValues sample) {
    return sample.members(sample.focus());
  }

  static Distribution comparison(GroupedValues sample) {
    return sample.members(sample.comparison());
  }

  /** Returns \(\sum w(x-\mu)^2/(\sum w-1)\), members counted one by one. */
  static double sampleVariance(Distribution members) {
    double n = members.totalWeight();
    return members.moments().variance() * n / (n - 1);
  }

  /** Returns the squared standard error of a group's mean, \(s^2/n\). */
  static double errorSquared(GroupedValues sample, int group) {
    Distribution members = sample.members(group);
    return members.moments().variance() / (members.totalWeight() - 1);
  }
}
