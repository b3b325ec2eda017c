package org.resourceequity.segregation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;

/**
 * What a change of M or H is made of: units and groups that came or went, sizes of groups, sizes of
 * units, and structure, which is what is left when sizes are held.
 *
 * <p>Tables of one period are fitted to the sums of the other by {@link ProportionalFitting}, six
 * in all. Each part is the mean change of the index when its factor changes and the others do not.
 * In the published order structure is weighed against both sizes together, then the sizes against
 * each other; with {@link #withThreeFactors} all three take part alike.
 *
 * <p>Exchanging the periods changes the sign of every part, and additions become removals.
 * O(iterations times cells).
 */
public final class InformationChange implements Comparison<CrossTab, StructuralChange> {

  static final String M = "mutual-information-change";
  static final String H = "theil-h-change";
  static final String THREE_FACTORS = "shapley3";
  static final String FILL = "fill=";

  private static final double THIRD = 1.0 / 3;
  private static final double SIXTH = 1.0 / 6;

  /** How much counts a change of one factor, by the period of the other two. */
  private static final double[][] ALIKE = {{THIRD, SIXTH}, {SIXTH, THIRD}};

  private static final double[][] TOGETHER = {{0.5, 0}, {0, 0.5}};
  private static final double[][] EACH = {{0.25, 0.25}, {0.25, 0.25}};

  private final boolean normalised;
  private final boolean threeFactors;
  private final double fill;
  private final MetricInfo info;

  InformationChange(boolean normalised) {
    this(normalised, false, 0);
  }

  private InformationChange(boolean normalised, boolean threeFactors, double fill) {
    this.normalised = normalised;
    this.threeFactors = threeFactors;
    this.fill = fill;
    List<String> options = new ArrayList<>();
    if (threeFactors) {
      options.add(THREE_FACTORS);
    }
    if (fill > 0) {
      options.add(FILL + Double.toString(fill).toLowerCase(Locale.ROOT));
    }
    MetricInfo.Builder builder =
        MetricInfo.of(
                (normalised ? H : M) + (options.isEmpty() ? "" : ":" + String.join(",", options)),
                "CH-SHAPM",
                "Change of " + (normalised ? "H" : "M") + " by sizes and structure",
                CrossTab.class)
            .unit(normalised ? "" : "nats")
            .requires(Condition.SOME_UNITS);
    if (normalised) {
      builder.requires(Condition.VARIATION);
    }
    this.info =
        builder
            .requires(new CommonTables.Common(), Condition.CONVERGENCE)
            .formula(
                "\\Delta "
                    + (normalised ? "H" : "M")
                    + " = \\text{additions} + \\text{removals} + \\text{group-marginal} +"
                    + " \\text{unit-marginal} + \\text{structural}")
            .reading("How much of a change of segregation is more than a change of numbers.")
            .reference(
                "Elbers, B. (2021), A method for studying differences in segregation across time"
                    + " and space, doi:10.1177/0049124121986204");
  }

  /** Returns the change by the Shapley value of three factors that take part alike. */
  public InformationChange withThreeFactors() {
    return new InformationChange(normalised, true, fill);
  }

  /**
   * Returns the change with zeros taken for gaps in what was counted; without it zeros stay.
   *
   * @param share what a zero cell of the tables becomes, as a share of all members, such as 1e-10
   */
  public InformationChange withFill(double share) {
    ProportionalFitting.checkedFill(share);
    return new InformationChange(normalised, threeFactors, share);
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public StructuralChange formula(Change<CrossTab> change) {
    return attempt(change).get();
  }

  @Override
  public Outcome<StructuralChange> measure(Change<CrossTab> change) {
    return Outcome.of(info, List.of(change.before(), change.after()), () -> attempt(change));
  }

  private Outcome<StructuralChange> attempt(Change<CrossTab> change) {
    Optional<CommonTables> found = CommonTables.of(change);
    if (found.isEmpty()) {
      return CommonTables.nothingCommon();
    }
    CommonTables common = found.get();
    if (normalised && common.before.groups() < 2) {
      return Outcome.undefined(Condition.VARIATION, "one group has members in both periods");
    }
    // By the period of the groups' sums, of the units' sums and of the structure.
    Cells[][][] tables = new Cells[2][2][2];
    List<ProportionalFitting.Certificate> certificates = new ArrayList<>();
    for (int s = 0; s < 2; s++) {
      Cells seed = s == 0 ? common.before : common.after;
      double[][] shares = ProportionalFitting.filled(seed.counts(), seed.all(), fill);
      for (int g = 0; g < 2; g++) {
        for (int u = 0; u < 2; u++) {
          if (g == s && u == s) {
            tables[g][u][s] = seed;
            continue;
          }
          Cells groups = g == 0 ? common.before : common.after;
          Cells units = u == 0 ? common.before : common.after;
          ProportionalFitting.Fit fit =
              ProportionalFitting.fit(shares, groups.shares(), units.unitShares());
          if (!fit.converged()) {
            return fit.undefined(common.keys.get(fit.worstUnit));
          }
          certificates.add(fit.certificate);
          tables[g][u][s] = Cells.of(fit.count);
        }
      }
    }
    return Outcome.of(decompose(change, common.keys, tables, certificates));
  }

  /** Whose factor changes while the others are held. */
  private enum Factor {
    GROUPS,
    UNITS,
    STRUCTURE
  }

  private StructuralChange decompose(
      Change<CrossTab> change,
      List<String> keys,
      Cells[][][] tables,
      List<ProportionalFitting.Certificate> certificates) {
    double[][][][] scores = new double[2][2][2][];
    double[][][][] terms = new double[2][2][2][];
    for (int g = 0; g < 2; g++) {
      for (int u = 0; u < 2; u++) {
        for (int s = 0; s < 2; s++) {
          Cells table = tables[g][u][s];
          double scale = normalised ? Entropy.ofGroups(table) : 1;
          double[] score = Entropy.local(table);
          double[] term = new double[score.length];
          for (int i = 0; i < score.length; i++) {
            score[i] /= scale;
            term[i] = table.unit(i) / table.all() * score[i];
          }
          scores[g][u][s] = score;
          terms[g][u][s] = term;
        }
      }
    }
    double[][] ofSizes = threeFactors ? ALIKE : EACH;
    double[][] ofStructure = threeFactors ? ALIKE : TOGETHER;
    double[] groups = changes(terms, Factor.GROUPS, ofSizes);
    double[] units = changes(terms, Factor.UNITS, ofSizes);
    double[] structural = changes(terms, Factor.STRUCTURE, ofStructure);
    double before = index(change.before());
    double after = index(change.after());
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put(StructuralChange.ADDITIONS, after - ExactSum.of(terms[1][1][1]));
    parts.put(StructuralChange.REMOVALS, ExactSum.of(terms[0][0][0]) - before);
    parts.put(StructuralChange.GROUP_MARGINAL, ExactSum.of(groups));
    parts.put(StructuralChange.UNIT_MARGINAL, ExactSum.of(units));
    parts.put(StructuralChange.STRUCTURAL, ExactSum.of(structural));
    return new StructuralChange(
        new Parts(after - before, parts),
        UnitValues.of(keys, groups),
        UnitValues.of(keys, units),
        UnitValues.of(keys, structural),
        UnitValues.of(keys, changes(scores, Factor.STRUCTURE, ofStructure)),
        certificates);
  }

  private double index(CrossTab table) {
    return normalised ? TheilH.of(table) : Entropy.mutual(table);
  }

  /** Returns the weighted mean change of each unit's number when one factor changes its period. */
  private static double[] changes(double[][][][] numbers, Factor factor, double[][] weights) {
    double[] changes = new double[numbers[0][0][0].length];
    for (int a = 0; a < 2; a++) {
      for (int b = 0; b < 2; b++) {
        double[] first = at(numbers, factor, a, b, 0);
        double[] second = at(numbers, factor, a, b, 1);
        for (int i = 0; i < changes.length; i++) {
          changes[i] += weights[a][b] * (second[i] - first[i]);
        }
      }
    }
    return changes;
  }

  private static double[] at(double[][][][] numbers, Factor factor, int a, int b, int period) {
    return switch (factor) {
      case GROUPS -> numbers[period][a][b];
      case UNITS -> numbers[a][period][b];
      case STRUCTURE -> numbers[a][b][period];
    };
  }

  @Override
  public String toString() {
    return info.id();
  }
}
