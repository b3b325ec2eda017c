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
 * Local segregation of each unit, or of each group. Weighted by the share of all members the scores
 * add up to M, or to H if they are relative to the entropy of the groups. Units and groups without
 * members have no score.
 */
final class LocalScores implements Profile<CrossTab> {

  static final String UNITS = "local-scores";
  static final String GROUPS = "group-scores";

  private final boolean ofGroups;
  private final boolean relative;
  private final MetricInfo info;

  /**
   * Makes the profile.
   *
   * @param ofGroups whether groups have a score, or units
   * @param relative whether scores are relative to the entropy of the groups
   */
  LocalScores(boolean ofGroups, boolean relative) {
    this.ofGroups = ofGroups;
    this.relative = relative;
    MetricInfo.Builder builder =
        MetricInfo.of(
                (ofGroups ? GROUPS : UNITS) + (relative ? ":h" : ""),
                "SM-LOCAL",
                "Local segregation scores" + (ofGroups ? " of groups" : ""),
                CrossTab.class)
            .range(0, Double.MAX_VALUE)
            .unit(relative ? "" : "nats")
            .requires(Condition.SOME_UNITS)
            .claims(Axiom.SIZE_INVARIANCE)
            .formula(
                (ofGroups
                        ? "ls_g = \\sum_u p_{u|g}\\ln(p_{u|g}/p_u),\\quad \\sum_g P_g ls_g = M"
                        : "ls_u = \\sum_g p_{g|u}\\ln(p_{g|u}/P_g),\\quad \\sum_u p_u ls_u = M")
                    + (relative ? ",\\quad \\text{each over } E" : ""))
            .reading(
                ofGroups
                    ? "How much the schools of each group differ from those of all students."
                    : "How much each school's mix of students differs from that of all schools.");
    if (!ofGroups) {
      builder.claims(Axiom.GROUP_SYMMETRY);
    }
    if (relative) {
      builder.requires(Condition.VARIATION);
    }
    this.info =
        builder.reference(
            "Mora, R. and Ruiz-Castillo, J. (2011), Entropy-based segregation indices,"
                + " doi:10.1111/j.1467-9531.2011.01237.x");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public UnitValues formula(CrossTab sample) {
    Cells cells = Cells.of(sample);
    double[] scores = ofGroups ? ofGroups(cells) : Entropy.local(cells);
    List<String> names = ofGroups ? sample.groups() : sample.units().keys();
    double scale = relative ? Entropy.ofGroups(cells) : 1;
    List<String> keys = new ArrayList<>();
    double[] some = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      if ((ofGroups ? cells.group(i) : cells.unit(i)) > 0) {
        some[keys.size()] = scores[i] / scale;
        keys.add(names.get(i));
      }
    }
    return UnitValues.of(keys, Arrays.copyOf(some, keys.size()));
  }

  private static double[] ofGroups(Cells cells) {
    double[] scores = new double[cells.groups()];
    for (int g = 0; g < scores.length; g++) {
      ExactSum sum = new ExactSum();
      for (int i = 0; i < cells.units() && cells.group(g) > 0; i++) {
        double size = cells.unit(i) / cells.all();
        if (size > 0) {
          sum.add(size * Entropy.excess(cells.count(g, i) / cells.group(g) / size));
        }
      }
      scores[g] = sum.value();
    }
    return scores;
  }

  @Override
  public String toString() {
    return info.id();
  }
}
