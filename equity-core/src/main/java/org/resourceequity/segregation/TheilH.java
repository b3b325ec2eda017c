package org.resourceequity.segregation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Explained;
import org.resourceequity.metric.InfluentialByCell;
import org.resourceequity.metric.LeaveOneOut;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Partition;

/**
 * Information theory index H: mutual information relative to the entropy of the groups. It does not
 * depend on the base of the logarithm.
 */
public final class TheilH
    implements Explained<CrossTab>,
        InfluentialByCell,
        Decomposable<CrossTab>,
        LeaveOneOut<CrossTab> {

  static final String NAME = "theil-h";

  private final boolean pair;
  private final MutualInformation mutual;
  private final MetricInfo info;

  /** Makes the metric; {@code pair} says whether only the two groups in focus count. */
  TheilH(boolean pair) {
    this.pair = pair;
    this.mutual = new MutualInformation(pair, MutualInformation.NATS);
    MetricInfo.Builder builder =
        MetricInfo.of(
                NAME + (pair ? ":pair" : ""),
                pair ? "S2-H" : "SM-H",
                "Information theory index H" + (pair ? " of two groups" : ""),
                CrossTab.class)
            .range(0, 1)
            .direction(Direction.LESS_EQUAL)
            .requires(Condition.SOME_UNITS, pair ? Condition.EVERY_GROUP : Condition.VARIATION)
            .claims(
                Axiom.ORGANISATIONAL_EQUIVALENCE,
                Axiom.SCHOOL_DIVISION,
                Axiom.SIZE_INVARIANCE,
                Axiom.SEGREGATION_TRANSFERS,
                Axiom.STRICT_SEGREGATION_TRANSFERS,
                Axiom.SEGREGATION_EXTREMES)
            .formula("H = M / E,\\quad E = -\\sum_g P_g\\ln P_g")
            .reading("On a scale from 0, mixed, to 1, apart, schools stand at {value}.");
    if (!pair) {
      builder.claims(Axiom.GROUP_SYMMETRY, Axiom.EXCHANGES);
    }
    this.info =
        builder.reference(
            "Theil, H. (1972), Statistical Decomposition Analysis; Reardon, S. F. and Firebaugh, G."
                + " (2002), Measures of multigroup segregation, doi:10.1111/1467-9531.00110");
  }

  private CrossTab counted(CrossTab sample) {
    return pair ? sample.pair() : sample;
  }

  private Cells cells(CrossTab sample) {
    return Cells.of(counted(sample));
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public double formula(CrossTab table) {
    return of(counted(table));
  }

  static double of(CrossTab table) {
    return Math.min(1, Entropy.mutual(table) / Entropy.ofGroups(Cells.of(table)));
  }

  @Override
  public UnitValues contributions(CrossTab sample) {
    double entropy = Entropy.ofGroups(cells(sample));
    double[] terms = mutual.contributions(sample).values();
    for (int i = 0; i < terms.length; i++) {
      terms[i] /= entropy;
    }
    return UnitValues.of(sample.units().keys(), terms);
  }

  @Override
  public double[][] influenceByCell(CrossTab table) {
    CrossTab counted = counted(table);
    Cells cells = Cells.of(counted);
    double information = Entropy.mutual(counted);
    double entropy = Entropy.ofGroups(cells);
    double[] shares = cells.shares();
    double[][] influence = MutualInformation.information(cells, information);
    for (int g = 0; g < influence.length; g++) {
      double ofEntropy = shares[g] > 0 ? -Math.log(shares[g]) - entropy : 0;
      for (int i = 0; i < cells.units(); i++) {
        if (cells.count(g, i) > 0) {
          influence[g][i] =
              (influence[g][i] - information / entropy * ofEntropy)
                  / entropy
                  * (table.total() / cells.all());
        }
      }
    }
    return pair ? MutualInformation.inPlace(table, influence) : influence;
  }

  @Override
  public UnitValues leaveOneOut(CrossTab sample) {
    return MutualInformation.leaveOneOut(
        sample.units().keys(),
        cells(sample),
        (information, entropy) -> Math.min(1, information / entropy),
        2);
  }

  /** Both parts are relative to the entropy of all members. */
  @Override
  public Parts decompose(CrossTab sample, Partition partition) {
    return relative(mutual.decompose(sample, partition), Entropy.ofGroups(cells(sample)));
  }

  /** Returns parts of information relative to an entropy. */
  static Parts relative(Parts parts, double entropy) {
    Map<String, Double> named = new LinkedHashMap<>();
    parts.parts().forEach((name, part) -> named.put(name, part / entropy));
    return new Parts(parts.total() / entropy, named);
  }

  @Override
  public String toString() {
    return info.id();
  }
}
