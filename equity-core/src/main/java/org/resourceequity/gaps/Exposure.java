package org.resourceequity.gaps;

import java.util.ArrayList;
import java.util.List;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.GroupedValues;

/** What the average member of each group meets; groups without members are left out. */
final class Exposure implements Profile<GroupedValues> {

  private static final MetricInfo INFO =
      MetricInfo.of("exposure-by-group", "EX-RES", "Exposure by group", GroupedValues.class)
          .also("AC-NOVICE", "the value is the share of novice or out-of-field teachers")
          .also("AC-BREADTH", "the value is the number of distinct courses")
          .also("AC-EXP", "the value is the mean years of experience of the teachers")
          .also("AC-TIME", "the value is minutes of instruction per student")
          .also("AC-DEV", "the value is devices per student, or the bandwidth")
          .also("AC-PRIME", "units are sections; the value is 1 in the set, else 0")
          .requires(Condition.SOME_UNITS)
          .claims(Axiom.SCALE_EQUIVARIANCE, Axiom.SIZE_INVARIANCE, Axiom.ORGANISATIONAL_EQUIVALENCE)
          .formula("\\bar x_g = \\sum_i n_{ig}x_i / n_g")
          .reading("What the average student of each group meets at school.")
          .reference(
              "Reardon, S. F. et al. (2019), Is Separate Still Unequal?, CEPA working paper 19-06,"
                  + " Stanford University");

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public UnitValues formula(GroupedValues sample) {
    List<String> names = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int g = 0; g < sample.groups().size(); g++) {
      if (sample.groupTotal(g) > 0) {
        names.add(sample.groups().get(g));
        values.add(sample.exposure(g));
      }
    }
    return UnitValues.of(names, values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
