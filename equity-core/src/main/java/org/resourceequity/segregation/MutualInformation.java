package org.resourceequity.segregation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Explained;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Partition;

/** Mutual information index M, in nats; one pass over the cells. */
public final class MutualInformation
    implements Explained<CrossTab>, Influential<CrossTab>, Decomposable<CrossTab> {

  private static final MetricInfo INFO =
      MetricInfo.of("mutual-information", "SM-M", "Mutual information index M", CrossTab.class)
          .range(0, Double.MAX_VALUE)
          .unit("nats")
          .direction(Direction.LESS_EQUAL)
          .requires(Condition.SOME_UNITS)
          .claims(
              Axiom.ORGANISATIONAL_EQUIVALENCE,
              Axiom.SCHOOL_DIVISION,
              Axiom.SIZE_INVARIANCE,
              Axiom.GROUP_SYMMETRY,
              Axiom.SEGREGATION_TRANSFERS)
          .formula("M = \\sum_u\\sum_g p_{ug}\\ln\\frac{p_{ug}}{p_u p_g}")
          .reading("A school's name tells {value} nats about a student's group; 0 is mixed.")
          .reference(
              "Mora, R. and Ruiz-Castillo, J. (2011), Entropy-based segregation indices,"
                  + " doi:10.1111/j.1467-9531.2011.01237.x");

  MutualInformation() {}

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public double formula(CrossTab table) {
    return of(table);
  }

  static double of(CrossTab table) {
    return Math.max(0, ExactSum.of(scores(table)));
  }

  /** Returns each unit's share of all members times its local score. */
  static double[] scores(CrossTab table) {
    double all = table.total();
    int groups = table.groups().size();
    double[] shares = new double[groups];
    for (int g = 0; g < groups; g++) {
      shares[g] = table.groupTotal(g) / all;
    }
    double[] scores = new double[table.size()];
    for (int i = 0; i < scores.length; i++) {
      double members = table.unitTotal(i);
      if (members == 0) {
        continue;
      }
      ExactSum local = new ExactSum();
      for (int g = 0; g < groups; g++) {
        double count = table.count(g, i);
        if (count > 0) {
          double share = count / members;
          // b(r) = r ln r - r + 1 summed with weights P is the same, and never negative.
          local.add(shares[g] * excess(share / shares[g]));
        } else if (shares[g] > 0) {
          local.add(shares[g]);
        }
      }
      scores[i] = members / all * Math.max(0, local.value());
    }
    return scores;
  }

  /**
   * Returns r ln r - r + 1, which is 0 at 1 and positive elsewhere, without cancellation near 1.
   */
  private static double excess(double r) {
    double d = r - 1;
    if (Math.abs(d) < 1e-4) {
      return d * d / 2 - d * d * d / 6 + d * d * d * d / 12;
    }
    return r * Math.log(r) - d;
  }

  /** Returns the entropy of the groups. */
  static double entropy(CrossTab table) {
    double all = table.total();
    ExactSum sum = new ExactSum();
    for (int g = 0; g < table.groups().size(); g++) {
      double share = table.groupTotal(g) / all;
      if (share > 0) {
        sum.add(-share * Math.log(share));
      }
    }
    return sum.value();
  }

  @Override
  public UnitValues contributions(CrossTab sample) {
    return UnitValues.of(sample.units().keys(), scores(sample));
  }

  @Override
  public double[] influence(CrossTab sample) {
    double[] influence = scores(sample);
    double value = ExactSum.of(influence);
    double all = sample.total();
    for (int i = 0; i < influence.length; i++) {
      influence[i] -= sample.unitTotal(i) / all * value;
    }
    return influence;
  }

  @Override
  public Parts decompose(CrossTab sample, Partition partition) {
    int[][] parts = partition.units();
    double all = sample.total();
    ExactSum within = new ExactSum();
    for (int[] units : parts) {
      CrossTab part = sample.select(units);
      double members = part.total();
      if (members > 0) {
        within.add(members / all * of(part));
      }
    }
    Map<String, Double> named = new LinkedHashMap<>();
    named.put(BETWEEN, of(sample.pool(partition)));
    named.put(WITHIN, within.value());
    return new Parts(of(sample), named);
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
