package org.resourceequity.gaps;

import java.util.LinkedHashMap;
import java.util.Map;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Split;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.HasLevel;
import org.resourceequity.sample.Partition;

/**
 * The exposure gap between and within the units above: between is the gap that would remain if each
 * school had its district's mean, within is the rest, computed from the deviations.
 */
final class NestedGap implements Split<GroupedValues> {

  static final String PREFIX = "exposure-gap-nested:";

  private final String level;
  private final MetricInfo info;

  NestedGap(String level) {
    this.level = level;
    this.info =
        MetricInfo.of(PREFIX + level, "EX-DEC", "Exposure gap by " + level, GroupedValues.class)
            .requires(new HasLevel(level), Condition.SOME_UNITS, Condition.EVERY_GROUP)
            .claims(Axiom.TRANSLATION_INVARIANCE, Axiom.SCALE_EQUIVARIANCE)
            .formula(
                "\\sum_d (\\pi_d-\\kappa_d)\\bar y_d + \\sum_d\\bigl[\\pi_d(y_{dg}-\\bar y_d) -"
                    + " \\kappa_d(y_{dh}-\\bar y_d)\\bigr]")
            .reading("How much of the gap lies between districts and how much within them.")
            .reference(
                "Jang, H. and DiSalvo, R. (2022), A new approach to measuring school spending"
                    + " progressivity");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public Parts formula(GroupedValues sample) {
    Partition partition = sample.units().by(level);
    double[] means = new double[sample.size()];
    double[] deviations = new double[sample.size()];
    for (int[] units : partition.units()) {
      GroupedValues part = sample.select(units);
      double members = 0;
      double held = 0;
      for (int g : new int[] {sample.focus(), sample.comparison()}) {
        double count = part.groupTotal(g);
        members += count;
        held += count > 0 ? count * part.exposure(g) : 0;
      }
      double mean = members > 0 ? held / members : 0;
      for (int unit : units) {
        means[unit] = mean;
        deviations[unit] = sample.value(unit) - mean;
      }
    }
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("between", GapMetrics.EXPOSURE_GAP.formula(sample.withValues(means)));
    parts.put("within", GapMetrics.EXPOSURE_GAP.formula(sample.withValues(deviations)));
    return new Parts(GapMetrics.EXPOSURE_GAP.formula(sample), parts);
  }

  @Override
  public String toString() {
    return info.id();
  }
}
