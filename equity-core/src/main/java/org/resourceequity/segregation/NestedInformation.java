package org.resourceequity.segregation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Split;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.HasLevel;

/**
 * M or H by levels above the units, to any depth: what each level adds to the one above. The part
 * between the units of the highest level is called between, that of the units within the lowest
 * within; a level in the middle gives its name.
 */
final class NestedInformation implements Split<CrossTab> {

  static final String M = "mutual-information-nested";
  static final String H = "theil-h-nested";

  private final Set<String> levels;
  private final boolean normalised;
  private final MetricInfo info;

  NestedInformation(List<String> levels, boolean normalised) {
    this.levels = Set.copyOf(levels);
    if (levels.isEmpty() || this.levels.size() != levels.size()) {
      throw new IllegalArgumentException(
          "levels are " + levels + ", expected at least one and none twice");
    }
    this.normalised = normalised;
    String list = String.join(",", levels);
    MetricInfo.Builder builder =
        MetricInfo.of(
                (normalised ? H : M) + ":" + list,
                "SM-NEST",
                (normalised ? "H by " : "M by ") + String.join(" and ", levels),
                CrossTab.class)
            .range(0, normalised ? 1 : Double.MAX_VALUE)
            .also("AC-TRACK", "units are sections within courses and schools, students in each")
            .unit(normalised ? "" : "nats");
    levels.forEach(level -> builder.requires(new HasLevel(level)));
    builder.requires(Condition.SOME_UNITS);
    if (normalised) {
      builder.requires(Condition.VARIATION);
    }
    this.info =
        builder
            .claims(Axiom.SIZE_INVARIANCE, Axiom.GROUP_SYMMETRY)
            .formula(
                "M = M_1 + \\sum_\\ell (M_\\ell - M_{\\ell-1}),\\quad M_\\ell - M_{\\ell-1} ="
                    + " \\sum_d \\tfrac{n_d}{N} M(\\ell \\mid d)"
                    + (normalised ? ",\\quad H = M/E" : ""))
            .reading("How much of the separation lies between districts and how much within them.")
            .reference(
                "Reardon, S. F., Yun, J. T. and Eitle, T. M. (2000), The changing structure of"
                    + " school segregation, doi:10.2307/2648047");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public Parts formula(CrossTab sample) {
    List<String> fromTop = new ArrayList<>();
    for (String level : sample.units().levels()) {
      if (levels.contains(level)) {
        fromTop.add(0, level);
      }
    }
    Map<String, Double> named = new LinkedHashMap<>();
    double above = 0;
    for (String level : fromTop) {
      double here = Entropy.mutual(sample.pool(sample.units().by(level)));
      named.put(named.isEmpty() ? Decomposable.BETWEEN : level, Math.max(0, here - above));
      above = here;
    }
    double total = Entropy.mutual(sample);
    named.put(Decomposable.WITHIN, Math.max(0, total - above));
    Parts parts = new Parts(total, named);
    return normalised ? TheilH.relative(parts, Entropy.ofGroups(Cells.of(sample))) : parts;
  }

  @Override
  public String toString() {
    return info.id();
  }
}
