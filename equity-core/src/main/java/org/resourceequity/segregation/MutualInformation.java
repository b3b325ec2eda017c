package org.resourceequity.segregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Explained;
import org.resourceequity.metric.InfluentialByCell;
import org.resourceequity.metric.LeaveOneOut;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Partition;

/** Mutual information index M of group and unit; one pass over the cells. */
public final class MutualInformation
    implements Explained<CrossTab>,
        InfluentialByCell,
        Decomposable<CrossTab>,
        LeaveOneOut<CrossTab> {

  static final String NAME = "mutual-information";

  /** The base of the natural logarithm. */
  static final double NATS = Math.E;

  private final boolean pair;
  private final double scale;
  private final MetricInfo info;

  /**
   * Makes the metric.
   *
   * @param pair whether only the two groups in focus count
   * @param base of the logarithm, {@link #NATS} or another number above 1
   */
  MutualInformation(boolean pair, double base) {
    this.pair = pair;
    this.scale = base == NATS ? 1 : Math.log(base);
    MetricInfo.Builder builder =
        MetricInfo.of(
                NAME + (pair ? ":pair" : base == NATS ? "" : ":" + MetricId.write(base)),
                pair ? "S2-M" : "SM-M",
                "Mutual information index M" + (pair ? " of two groups" : ""),
                CrossTab.class)
            .range(0, pair ? Math.log(2) : Double.MAX_VALUE)
            .unit(unit(base))
            .direction(Direction.LESS_EQUAL)
            .requires(Condition.SOME_UNITS)
            .claims(
                Axiom.ORGANISATIONAL_EQUIVALENCE,
                Axiom.SCHOOL_DIVISION,
                Axiom.SIZE_INVARIANCE,
                Axiom.SEGREGATION_TRANSFERS,
                Axiom.STRICT_SEGREGATION_TRANSFERS)
            .formula("M = \\sum_u\\sum_g p_{ug}\\ln\\frac{p_{ug}}{p_u p_g}" + logarithm(base))
            .reading(
                "A school's name tells {value} "
                    + unit(base)
                    + " about a student's group; 0 is"
                    + " mixed.");
    if (pair) {
      builder.requires(Condition.EVERY_GROUP);
    } else {
      builder.claims(Axiom.GROUP_SYMMETRY, Axiom.EXCHANGES);
    }
    this.info =
        builder.reference(
            "Mora, R. and Ruiz-Castillo, J. (2011), Entropy-based segregation indices,"
                + " doi:10.1111/j.1467-9531.2011.01237.x");
  }

  static String unit(double base) {
    if (base == NATS) {
      return "nats";
    }
    return base == 2 ? "bits" : "units of base " + MetricId.write(base);
  }

  static String logarithm(double base) {
    return base == NATS ? "" : ",\\ \\text{logarithm to base }" + MetricId.write(base);
  }

  /** Returns the base if logarithms can have it. */
  static double checkedBase(double base) {
    if (!(base > 1 && base < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("base is " + base + ", expected a number above 1");
    }
    return base;
  }

  private Cells cells(CrossTab sample) {
    return Cells.of(counted(sample));
  }

  private CrossTab counted(CrossTab sample) {
    return pair ? sample.pair() : sample;
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public double formula(CrossTab table) {
    return Entropy.mutual(counted(table)) / scale;
  }

  @Override
  public UnitValues contributions(CrossTab sample) {
    Cells cells = cells(sample);
    double[] scores = Entropy.local(cells);
    for (int i = 0; i < scores.length; i++) {
      scores[i] *= cells.unit(i) / cells.all() / scale;
    }
    return UnitValues.of(sample.units().keys(), scores);
  }

  @Override
  public double[][] influenceByCell(CrossTab table) {
    CrossTab counted = counted(table);
    Cells cells = Cells.of(counted);
    double[][] influence = information(cells, Entropy.mutual(counted));
    for (double[] row : influence) {
      for (int i = 0; i < row.length; i++) {
        row[i] *= table.total() / cells.all() / scale;
      }
    }
    return pair ? inPlace(table, influence) : influence;
  }

  /** Returns \(\ln(p_{ug}/(p_up_g)) - M\) of every cell with members. */
  static double[][] information(Cells cells, double mutual) {
    double[] shares = cells.shares();
    double[][] information = new double[cells.groups()][cells.units()];
    for (int g = 0; g < information.length; g++) {
      for (int i = 0; i < cells.units(); i++) {
        if (cells.count(g, i) > 0) {
          information[g][i] = Math.log(cells.count(g, i) / cells.unit(i) / shares[g]) - mutual;
        }
      }
    }
    return information;
  }

  /** Puts the rows of the two groups in focus where the table has them. */
  static double[][] inPlace(CrossTab table, double[][] rows) {
    double[][] all = new double[table.groups().size()][table.size()];
    all[table.focus()] = rows[0];
    all[table.comparison()] = rows[1];
    return all;
  }

  @Override
  public UnitValues leaveOneOut(CrossTab sample) {
    return leaveOneOut(
        sample.units().keys(), cells(sample), (mutual, entropy) -> mutual / scale, pair ? 2 : 0);
  }

  /** What is made of the information and the entropy of the groups. */
  interface Index {
    double of(double mutual, double entropy);
  }

  /**
   * Computes an index without each unit, O(groups) each: what is left of the groups gives their
   * entropy, and the entropies within units are subtracted.
   *
   * @param leastGroups a unit without which fewer groups have members gets no value
   */
  static UnitValues leaveOneOut(List<String> keys, Cells cells, Index index, int leastGroups) {
    double[] within = Entropy.ofUnits(cells);
    double[] weighted = new double[within.length];
    Arrays.setAll(weighted, i -> cells.unit(i) * within[i]);
    double all = ExactSum.of(weighted);
    List<String> some = new ArrayList<>();
    double[] values = new double[within.length];
    double[] shares = new double[cells.groups()];
    for (int i = 0; i < within.length; i++) {
      double rest = cells.all() - cells.unit(i);
      int groups = 0;
      for (int g = 0; g < shares.length; g++) {
        double members = Math.max(0, cells.group(g) - cells.count(g, i));
        shares[g] = members / rest;
        groups += members > 0 ? 1 : 0;
      }
      if (rest > 0 && groups >= leastGroups) {
        double entropy = Entropy.of(shares);
        double mutual = Math.max(0, entropy - (all - weighted[i]) / rest);
        values[some.size()] = index.of(mutual, entropy);
        some.add(keys.get(i));
      }
    }
    return UnitValues.of(some, Arrays.copyOf(values, some.size()));
  }

  @Override
  public Parts decompose(CrossTab sample, Partition partition) {
    CrossTab table = pair ? sample.pair() : sample;
    Map<String, Double> named = new LinkedHashMap<>();
    named.put(BETWEEN, formula(table.pool(partition)));
    named.put(WITHIN, within(table, partition) / scale);
    return new Parts(formula(table), named);
  }

  /** Returns the information within the parts, each weighted by its share of all members. */
  private static double within(CrossTab table, Partition partition) {
    double all = table.total();
    return ExactSum.of(
        table.eachPart(partition, part -> weighted(part, all)).stream()
            .mapToDouble(Double::doubleValue)
            .toArray());
  }

  private static double weighted(CrossTab part, double all) {
    return part.total() > 0 ? part.total() / all * Entropy.mutual(part) : 0;
  }

  /**
   * Returns the value, split between and within clusters of groups, such as languages of one
   * family: between is the information about the cluster, within the information about the group
   * when the cluster is known.
   *
   * @param clusters a partition of the groups in the order of the table
   */
  public Parts decomposeGroups(CrossTab table, Partition clusters) {
    Cells cells = cells(table);
    int[][] parts = clusters.units();
    double[][] pooled = new double[parts.length][cells.units()];
    ExactSum within = new ExactSum();
    for (int c = 0; c < parts.length; c++) {
      double[][] rows = new double[parts[c].length][];
      for (int k = 0; k < rows.length; k++) {
        rows[k] = cells.members(parts[c][k]);
      }
      Cells cluster = Cells.of(rows);
      pooled[c] = cluster.unitTotals();
      if (cluster.all() > 0) {
        within.add(cluster.all() / cells.all() * Entropy.mutual(cluster));
      }
    }
    Map<String, Double> named = new LinkedHashMap<>();
    named.put(BETWEEN, Entropy.mutual(Cells.of(pooled)) / scale);
    named.put(WITHIN, within.value() / scale);
    return new Parts(formula(table), named);
  }

  @Override
  public String toString() {
    return info.id();
  }
}
