package org.resourceequity.gaps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Split;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.HasLevel;
import org.resourceequity.sample.Partition;

/**
 * The exposure gap by levels to any depth: between the units of the highest level, between those of
 * each lower level within the one above, and within the lowest. A level's part is the gap that
 * would remain if each school had the mean of its unit there, less that of the level above. The
 * mean is over the members of all groups, or of the two that are compared.
 */
final class NestedGap implements Split<GroupedValues> {

  static final String NAME = "exposure-gap-nested";

  /** Parameter after which means are those of the two groups alone. */
  static final String TWO_GROUPS = "two-groups";

  private final Set<String> levels;
  private final boolean twoGroups;
  private final MetricInfo info;

  NestedGap(List<String> levels, boolean twoGroups) {
    this.levels = Set.copyOf(levels);
    if (levels.isEmpty() || this.levels.size() != levels.size()) {
      throw new IllegalArgumentException(
          "levels are " + levels + ", expected at least one and none twice");
    }
    this.twoGroups = twoGroups;
    String list = String.join(",", levels);
    MetricInfo.Builder builder =
        MetricInfo.of(
                NAME + ":" + list + (twoGroups ? "," + TWO_GROUPS : ""),
                "EX-DEC",
                "Exposure gap by " + String.join(" and ", levels),
                GroupedValues.class)
            .unit("unit of the value");
    levels.forEach(level -> builder.requires(new HasLevel(level)));
    this.info =
        builder
            .requires(Condition.SOME_UNITS, Condition.EVERY_GROUP)
            .claims(Axiom.TRANSLATION_INVARIANCE, Axiom.SCALE_EQUIVARIANCE, Axiom.ANTISYMMETRY)
            .formula(
                "\\Delta = \\sum_\\ell (\\Delta_\\ell-\\Delta_{\\ell-1}),\\quad \\Delta_\\ell ="
                    + " \\sum_u (q_{ug}-q_{uh})\\,\\bar x_{\\mathrm{anc}_\\ell(u)}")
            .reading("How much of the gap lies between districts and how much within them.")
            .reference(
                "After Kitagawa, E. M. (1955), Components of a difference between two rates,"
                    + " doi:10.1080/01621459.1955.10501299");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public Parts formula(GroupedValues sample) {
    List<String> fromTop = new ArrayList<>();
    for (String level : sample.units().levels()) {
      if (levels.contains(level)) {
        fromTop.add(0, level);
      }
    }
    double[] above = new double[sample.size()];
    Arrays.fill(above, sample.exposure(sample.comparison()));
    Map<String, Double> parts = new LinkedHashMap<>();
    for (String level : fromTop) {
      double[] means = means(sample, sample.units().by(level));
      parts.put(parts.isEmpty() ? Decomposable.BETWEEN : level, gap(sample, means, above));
      above = means;
    }
    double[] values = new double[above.length];
    Arrays.setAll(values, sample::value);
    parts.put(Decomposable.WITHIN, gap(sample, values, above));
    return new Parts(GapMetrics.EXPOSURE_GAP.formula(sample), parts);
  }

  /** Returns the gap of the differences of two values per unit. */
  private static double gap(GroupedValues sample, double[] values, double[] above) {
    double[] off = new double[values.length];
    Arrays.setAll(off, i -> values[i] - above[i]);
    return GapMetrics.EXPOSURE_GAP.formula(sample.withValues(off));
  }

  private double[] means(GroupedValues sample, Partition partition) {
    double[] means = new double[sample.size()];
    for (int[] units : partition.units()) {
      ExactSum members = new ExactSum();
      ExactSum held = new ExactSum();
      for (int unit : units) {
        for (int g = 0; g < sample.groups().size(); g++) {
          if (!twoGroups || g == sample.focus() || g == sample.comparison()) {
            members.add(sample.count(g, unit));
            held.addProduct(sample.count(g, unit), sample.value(unit));
          }
        }
      }
      double mean = members.value() > 0 ? held.value() / members.value() : 0;
      for (int unit : units) {
        means[unit] = mean;
      }
    }
    return means;
  }

  @Override
  public String toString() {
    return info.id();
  }
}
