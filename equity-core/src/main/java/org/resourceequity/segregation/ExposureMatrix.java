package org.resourceequity.segregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;

/**
 * Exposure of each group that has members to each group, row by row; a row adds up to 1. O(units
 * times groups squared).
 */
final class ExposureMatrix implements Profile<CrossTab> {

  private static final MetricInfo INFO =
      MetricInfo.of("exposure-matrix", "EX-XPY", "Exposure of groups to groups", CrossTab.class)
          .range(0, 1)
          .requires(Condition.SOME_UNITS)
          .claims(Axiom.ORGANISATIONAL_EQUIVALENCE, Axiom.SIZE_INVARIANCE)
          .formula("{}_gP^*_h = \\sum_i \\frac{n_{ig}}{n_g}\\frac{n_{ih}}{t_i}")
          .reading("Of whom the average student of each group meets, what share is of each group.")
          .reference(
              "Lieberson, S. (1981), An asymmetrical approach to segregation, in Peach, C.,"
                  + " Robinson, V. and Smith, S., Ethnic Segregation in Cities");

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public UnitValues formula(CrossTab sample) {
    List<String> groups = sample.groups();
    List<String> keys = new ArrayList<>();
    double[] values = new double[groups.size() * groups.size()];
    for (int of = 0; of < groups.size(); of++) {
      for (int to = 0; to < groups.size() && sample.groupTotal(of) > 0; to++) {
        values[keys.size()] = Math.min(1, ExactSum.of(Exposure.terms(sample, of, to)));
        keys.add(groups.get(of) + " to " + groups.get(to));
      }
    }
    return UnitValues.of(keys, Arrays.copyOf(values, keys.size()));
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
