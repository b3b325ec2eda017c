package org.resourceequity.gaps;

import java.util.ArrayList;
import java.util.List;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.Partition;

/**
 * Both groups by stratum: the share of each group that is in it, and what its members meet there. A
 * stratum without members of one group takes the mean of the other, so it adds no difference.
 */
final class Strata {

  private final List<String> labels = new ArrayList<>();
  private final List<double[]> shares = new ArrayList<>();
  private final List<double[]> means = new ArrayList<>();

  Strata(GroupedValues sample, Partition partition) {
    int[] groups = {sample.focus(), sample.comparison()};
    int[][] units = partition.units();
    for (int s = 0; s < units.length; s++) {
      GroupedValues part = sample.select(units[s]);
      double[] share = new double[2];
      double[] mean = new double[2];
      for (int k = 0; k < 2; k++) {
        double members = part.groupTotal(groups[k]);
        share[k] = members / sample.groupTotal(groups[k]);
        mean[k] = members > 0 ? part.exposure(groups[k]) : Double.NaN;
      }
      if (share[0] == 0 && share[1] == 0) {
        continue;
      }
      mean[0] = share[0] == 0 ? mean[1] : mean[0];
      mean[1] = share[1] == 0 ? mean[0] : mean[1];
      labels.add(partition.labels().get(s));
      shares.add(share);
      means.add(mean);
    }
  }

  int size() {
    return labels.size();
  }

  String label(int stratum) {
    return labels.get(stratum);
  }

  /** Returns whether both groups are in a stratum. */
  boolean hasBoth(int stratum) {
    return shares.get(stratum)[0] > 0 && shares.get(stratum)[1] > 0;
  }

  /** Returns the gap within a stratum. */
  double gap(int stratum) {
    return means.get(stratum)[0] - means.get(stratum)[1];
  }

  /** Returns the mean of the two groups' shares in a stratum. */
  double meanShare(int stratum) {
    return (shares.get(stratum)[0] + shares.get(stratum)[1]) / 2;
  }

  /** Returns what the difference of shares adds at the mean of what both meet. */
  double composition(int stratum) {
    return (shares.get(stratum)[0] - shares.get(stratum)[1])
        * (means.get(stratum)[0] + means.get(stratum)[1])
        / 2;
  }
}
