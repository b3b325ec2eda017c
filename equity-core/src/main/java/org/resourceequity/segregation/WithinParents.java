package org.resourceequity.segregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.HasLevel;
import org.resourceequity.sample.Partition;

/**
 * M or H of the units of each parent at a level, against the parent's own groups. The mean of M by
 * members is the within part of M; that of H, each times the parent's entropy relative to that of
 * all members, the within part of H.
 *
 * <p>A parent without members has no value, and none of H if all its members are in one group.
 */
final class WithinParents implements Profile<CrossTab> {

  static final String M = "mutual-information-within";
  static final String H = "theil-h-within";

  private final String level;
  private final boolean normalised;
  private final MetricInfo info;

  WithinParents(String level, boolean normalised) {
    this.level = level;
    this.normalised = normalised;
    this.info =
        MetricInfo.of(
                (normalised ? H : M) + ":" + level,
                "SM-NEST",
                (normalised ? "H" : "M") + " within each " + level,
                CrossTab.class)
            .range(0, normalised ? 1 : Double.MAX_VALUE)
            .unit(normalised ? "" : "nats")
            .requires(new HasLevel(level), Condition.SOME_UNITS)
            .claims(Axiom.SIZE_INVARIANCE, Axiom.GROUP_SYMMETRY)
            .formula(
                normalised
                    ? "H_d = M(u \\mid d)/E_d,\\quad \\sum_d \\tfrac{n_dE_d}{NE}H_d = H_{within}"
                    : "M(u \\mid d),\\quad \\sum_d \\tfrac{n_d}{N}M(u \\mid d) = M_{within}")
            .reading("How separate the schools of each district are.")
            .reference(
                "Reardon, S. F., Yun, J. T. and Eitle, T. M. (2000), The changing structure of"
                    + " school segregation, doi:10.2307/2648047");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public UnitValues formula(CrossTab sample) {
    Partition parents = sample.units().by(level);
    List<Double> each = sample.eachPart(parents, this::index);
    List<String> keys = new ArrayList<>();
    double[] values = new double[each.size()];
    for (int d = 0; d < values.length; d++) {
      if (!each.get(d).isNaN()) {
        values[keys.size()] = each.get(d);
        keys.add(parents.labels().get(d));
      }
    }
    return UnitValues.of(keys, Arrays.copyOf(values, keys.size()));
  }

  private double index(CrossTab parent) {
    if (Cells.of(parent).groupsWithMembers() <= (normalised ? 1 : 0)) {
      return Double.NaN;
    }
    return normalised ? TheilH.of(parent) : Entropy.mutual(parent);
  }

  @Override
  public String toString() {
    return info.id();
  }
}
