package org.resourceequity.segregation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;

/**
 * A change of M by Karmel and Maclachlan: the first period's table with one side rescaled to the
 * second's sums, then with both, and what is left as interaction. The other side's sums move with a
 * rescaled side, and the parts depend on which period comes first.
 */
final class KarmelMaclachlanChange implements Comparison<CrossTab, Parts> {

  private static final MetricInfo INFO =
      MetricInfo.of(
              "mutual-information-change-km",
              "CH-KM",
              "Change of M by Karmel and Maclachlan",
              CrossTab.class)
          .unit("nats")
          .requires(Condition.SOME_UNITS, new CommonTables.Common(), Condition.CONVERGENCE)
          .formula(
              "\\Delta M = \\text{additions} + \\text{removals} + \\text{group-marginal} +"
                  + " \\text{unit-marginal} + \\text{interaction} + \\text{structural}")
          .reading("How much of a change of segregation is more than a change of numbers.")
          .reference(
              TwoGroupMetrics.KARMEL
                  + "; Deutsch, J., Flückiger, Y. and Silber, J. (2009), Analyzing changes in"
                  + " occupational segregation, Research on Economic Inequality 17");

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public Parts formula(Change<CrossTab> change) {
    return attempt(change).get();
  }

  @Override
  public Outcome<Parts> measure(Change<CrossTab> change) {
    return Outcome.of(INFO, List.of(change.before(), change.after()), () -> attempt(change));
  }

  private static Outcome<Parts> attempt(Change<CrossTab> change) {
    Optional<CommonTables> found = CommonTables.of(change);
    if (found.isEmpty()) {
      return CommonTables.nothingCommon();
    }
    Cells first = found.get().before;
    Cells second = found.get().after;
    double[] groups = second.shares();
    double[] units = second.unitShares();
    ProportionalFitting.Fit fit = ProportionalFitting.fit(first.counts(), groups, units);
    if (!fit.converged()) {
      return fit.undefined(found.get().keys.get(fit.worstUnit));
    }
    double[][] byGroup = new double[first.groups()][first.units()];
    double[][] byUnit = new double[first.groups()][first.units()];
    for (int g = 0; g < byGroup.length; g++) {
      for (int i = 0; i < first.units(); i++) {
        byGroup[g][i] = first.count(g, i) * groups[g] / first.group(g);
        byUnit[g][i] = first.count(g, i) * units[i] / first.unit(i);
      }
    }
    double start = Entropy.mutual(first);
    double end = Entropy.mutual(second);
    double ofGroups = Entropy.mutual(Cells.of(byGroup)) - start;
    double ofUnits = Entropy.mutual(Cells.of(byUnit)) - start;
    double structural = end - Entropy.mutual(Cells.of(fit.count));
    double before = Entropy.mutual(change.before());
    double after = Entropy.mutual(change.after());
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put(StructuralChange.ADDITIONS, after - end);
    parts.put(StructuralChange.REMOVALS, start - before);
    parts.put(StructuralChange.GROUP_MARGINAL, ofGroups);
    parts.put(StructuralChange.UNIT_MARGINAL, ofUnits);
    parts.put(StructuralChange.INTERACTION, end - start - ofGroups - ofUnits - structural);
    parts.put(StructuralChange.STRUCTURAL, structural);
    return Outcome.of(new Parts(after - before, parts));
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
