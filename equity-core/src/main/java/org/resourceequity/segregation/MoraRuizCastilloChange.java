package org.resourceequity.segregation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;

/**
 * A change of M by Mora and Ruiz-Castillo, in closed form: the entropy of the groups, the sizes of
 * the units, and the entropy within units. Exchanging the periods changes the signs. The structural
 * part is not free of the sizes of the groups; that of {@link InformationChange} is.
 */
final class MoraRuizCastilloChange implements Comparison<CrossTab, Parts> {

  private static final MetricInfo INFO =
      MetricInfo.of(
              "mutual-information-change-mrc",
              "CH-MRC",
              "Change of M by Mora and Ruiz-Castillo",
              CrossTab.class)
          .unit("nats")
          .requires(Condition.SOME_UNITS, new CommonTables.Common())
          .formula(
              "\\Delta M = \\Delta E - \\sum_u \\bar E_u\\,\\Delta p_u - \\sum_u \\bar"
                  + " p_u\\,\\Delta E_u + \\text{additions} + \\text{removals}")
          .reading("How much of a change of segregation comes from sizes, how much from schools.")
          .reference(
              "Mora, R. and Ruiz-Castillo, J. (2009), The invariance properties of the mutual"
                  + " information index of multigroup segregation, Research on Economic Inequality"
                  + " 17");

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
    double[] size = first.unitShares();
    double[] sizeAfter = second.unitShares();
    double[] entropy = Entropy.ofUnits(first);
    double[] entropyAfter = Entropy.ofUnits(second);
    ExactSum ofUnits = new ExactSum();
    ExactSum structural = new ExactSum();
    for (int i = 0; i < size.length; i++) {
      ofUnits.add(-(sizeAfter[i] - size[i]) * (entropy[i] + entropyAfter[i]) / 2);
      structural.add(-(size[i] + sizeAfter[i]) / 2 * (entropyAfter[i] - entropy[i]));
    }
    double before = Entropy.mutual(change.before());
    double after = Entropy.mutual(change.after());
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put(StructuralChange.ADDITIONS, after - Entropy.mutual(second));
    parts.put(StructuralChange.REMOVALS, Entropy.mutual(first) - before);
    parts.put(StructuralChange.GROUP_MARGINAL, Entropy.ofGroups(second) - Entropy.ofGroups(first));
    parts.put(StructuralChange.UNIT_MARGINAL, ofUnits.value());
    parts.put(StructuralChange.STRUCTURAL, structural.value());
    return Outcome.of(new Parts(after - before, parts));
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
