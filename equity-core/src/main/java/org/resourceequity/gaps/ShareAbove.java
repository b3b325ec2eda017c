package org.resourceequity.gaps;

import java.util.Arrays;
import org.resourceequity.internal.Checks;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.GroupedValues;

/** Share of each group in units with a value above a limit: the exposure to such units. */
final class ShareAbove implements Profile<GroupedValues> {

  static final String NAME = "share-above";

  private final double limit;
  private final MetricInfo info;

  ShareAbove(double limit) {
    this.limit = Checks.finite(limit, "limit");
    this.info =
        MetricInfo.of(
                NAME + ":" + MetricId.write(limit),
                "AC-NOVICE",
                "Share of each group above " + MetricId.write(limit),
                GroupedValues.class)
            .range(0, 1)
            .also("AC-CAP", "the value is enrolment over capacity")
            .also("AC-DEV", "the value is devices per student")
            .requires(Condition.SOME_UNITS)
            .claims(Axiom.SIZE_INVARIANCE, Axiom.ORGANISATIONAL_EQUIVALENCE)
            .formula("\\sum_{i: x_i>\\tau} n_{ig} / n_g")
            .reading("The share of each group in schools above the limit.")
            .reference("20 U.S.C. 6311(g)(1)(B); Civil Rights Data Collection");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public UnitValues formula(GroupedValues sample) {
    double[] above = new double[sample.size()];
    Arrays.setAll(above, i -> sample.value(i) > limit ? 1 : 0);
    return GapMetrics.EXPOSURE.formula(sample.withValues(above));
  }

  @Override
  public String toString() {
    return info.id();
  }
}
