package org.resourceequity.segregation;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Explained;
import org.resourceequity.metric.InfluentialByCell;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;

/**
 * Segregation Gini of the two groups in focus: a pair of members, one of each group, is counted by
 * which of them attends the unit with the larger share of the group of interest. O(n log n).
 */
public final class SegregationGini implements Explained<CrossTab>, InfluentialByCell {

  private static final MetricInfo INFO =
      MetricInfo.of("segregation-gini", "S2-G", "Segregation Gini", CrossTab.class)
          .range(0, 1)
          .direction(Direction.LESS_EQUAL)
          .requires(Condition.SOME_UNITS, Condition.EVERY_GROUP)
          .claims(
              Axiom.ORGANISATIONAL_EQUIVALENCE,
              Axiom.SCHOOL_DIVISION,
              Axiom.SIZE_INVARIANCE,
              Axiom.COMPOSITION_INVARIANCE,
              Axiom.SEGREGATION_TRANSFERS,
              Axiom.STRICT_SEGREGATION_TRANSFERS,
              Axiom.SEGREGATION_EXTREMES)
          .formula(
              "G = \\sum_i\\sum_j \\frac{a_i}{A}\\frac{b_j}{B}\\,\\mathrm{sgn}(p_i-p_j)"
                  + " = \\frac{\\sum_{ij} t_it_j|p_i-p_j|}{2T^2P(1-P)}")
          .reading("On a scale from 0, mixed, to 1, apart, the order of schools gives {value}.")
          .reference(
              "Duncan, O. D. and Duncan, B. (1955), A methodological analysis of segregation"
                  + " indexes, doi:10.2307/2088328; James, D. R. and Taeuber, K. E. (1985),"
                  + " Measures of segregation, doi:10.2307/270845");

  SegregationGini() {}

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public double formula(CrossTab sample) {
    return of(Pair.of(sample));
  }

  static double of(Pair pair) {
    double[] lead = lead(pair, pair.b, pair.sumB);
    ExactSum sum = new ExactSum();
    for (int i = 0; i < lead.length; i++) {
      sum.add(pair.a[i] / pair.sumA * lead[i]);
    }
    return Math.min(1, Math.max(0, sum.value()));
  }

  /**
   * Returns, for each unit, the share of {@code members} in units with a smaller share of the group
   * of interest, less the share in units with a larger one.
   */
  private static double[] lead(Pair pair, double[] members, double all) {
    int[] order = pair.order();
    double[] lead = new double[pair.units()];
    ExactSum below = new ExactSum();
    double before = 0;
    for (int start = 0, end; start < order.length; start = end) {
      end = start;
      while (end < order.length && pair.compare(order[start], order[end]) == 0) {
        below.add(members[order[end++]]);
      }
      double after = below.value();
      for (int k = start; k < end; k++) {
        lead[order[k]] = (before - (all - after)) / all;
      }
      before = after;
    }
    return lead;
  }

  @Override
  public UnitValues contributions(CrossTab sample) {
    Pair pair = Pair.of(sample);
    double[] terms = lead(pair, pair.b, pair.sumB);
    for (int i = 0; i < terms.length; i++) {
      terms[i] *= pair.a[i] / pair.sumA;
    }
    return UnitValues.of(sample.units().keys(), terms);
  }

  @Override
  public double[][] influenceByCell(CrossTab table) {
    Pair pair = Pair.of(table);
    double value = of(pair);
    double[] leadOverB = lead(pair, pair.b, pair.sumB);
    double[] leadOverA = lead(pair, pair.a, pair.sumA);
    return pair.influence(table, i -> leadOverB[i] - value, i -> -leadOverA[i] - value);
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
