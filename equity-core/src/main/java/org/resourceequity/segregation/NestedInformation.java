package org.resourceequity.segregation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Split;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.HasLevel;

/** M or H between and within the units of a level above. */
final class NestedInformation implements Split<CrossTab> {

  static final String M_PREFIX = "mutual-information-nested:";
  static final String H_PREFIX = "theil-h-nested:";

  private final String level;
  private final boolean normalised;
  private final MetricInfo info;

  NestedInformation(String level, boolean normalised) {
    this.level = level;
    this.normalised = normalised;
    MetricInfo.Builder builder =
        normalised
            ? MetricInfo.of(H_PREFIX + level, "SM-NEST", "H by " + level, CrossTab.class)
                .range(0, 1)
                .requires(new HasLevel(level), Condition.SOME_UNITS, Condition.VARIATION)
            : MetricInfo.of(M_PREFIX + level, "SM-NEST", "M by " + level, CrossTab.class)
                .range(0, Double.MAX_VALUE)
                .requires(new HasLevel(level), Condition.SOME_UNITS);
    this.info =
        builder
            .claims(Axiom.SIZE_INVARIANCE, Axiom.GROUP_SYMMETRY)
            .formula(
                "M = M(D) + \\sum_d \\tfrac{n_d}{N} M(u \\mid d)" + (normalised ? ",\\ H=M/E" : ""))
            .reading("How much of the separation lies between districts and how much within them.")
            .reference("Reardon, S. F., Yun, J. T. and Eitle, T. M. (2000), doi:10.2307/2648046");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public Parts formula(CrossTab sample) {
    Parts parts = SegregationMetrics.MUTUAL_INFORMATION.decompose(sample, sample.units().by(level));
    double scale = normalised ? MutualInformation.entropy(sample) : 1;
    Map<String, Double> named = new LinkedHashMap<>();
    named.put(Decomposable.BETWEEN, parts.part(Decomposable.BETWEEN) / scale);
    named.put(Decomposable.WITHIN, parts.part(Decomposable.WITHIN) / scale);
    return new Parts(parts.total() / scale, named);
  }

  @Override
  public String toString() {
    return info.id();
  }
}
