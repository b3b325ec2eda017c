package org.resourceequity.segregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Explained;
import org.resourceequity.metric.InfluentialByCell;
import org.resourceequity.metric.LeaveOneOut;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.FocusHasMembers;

/**
 * Variance ratio V of the group in focus against everybody else: isolation beyond what even spread
 * gives.
 */
public final class CorrelationRatio
    implements Explained<CrossTab>, InfluentialByCell, LeaveOneOut<CrossTab> {

  private static final MetricInfo INFO =
      MetricInfo.of("correlation-ratio", "EX-ETA2", "Correlation ratio", CrossTab.class)
          .range(0, 1)
          .direction(Direction.LESS_EQUAL)
          .requires(Condition.SOME_UNITS, new FocusHasMembers(), Condition.VARIATION)
          .claims(
              Axiom.ORGANISATIONAL_EQUIVALENCE,
              Axiom.SCHOOL_DIVISION,
              Axiom.SIZE_INVARIANCE,
              Axiom.SEGREGATION_EXTREMES)
          .formula("V = \\frac{{}_xP^*_x - P}{1 - P} = \\frac{\\sum_i t_i(p_i-P)^2}{TP(1-P)}")
          .reading("{value} of the differences in who is in the group lie between schools.")
          .reference(
              "Bell, W. (1954), A probability model for the measurement of ecological segregation,"
                  + " doi:10.2307/2574118; Coleman, J. S., Kelly, S. D. and Moore, J. A. (1975),"
                  + " Trends in School Segregation, 1968-73, Urban Institute");

  CorrelationRatio() {}

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public double formula(CrossTab table) {
    return Math.min(1, ExactSum.of(terms(table)));
  }

  /** Returns the share of everybody else; counted, since 1 - P has no digits where P is near 1. */
  private static double others(CrossTab table) {
    ExactSum sum = new ExactSum();
    for (int g = 0; g < table.groups().size(); g++) {
      if (g != table.focus()) {
        sum.add(table.groupTotal(g));
      }
    }
    return sum.value() / table.total();
  }

  private static double[] terms(CrossTab table) {
    double all = table.total();
    double share = table.groupTotal(table.focus()) / all;
    double variance = share * others(table);
    double[] terms = new double[table.size()];
    for (int i = 0; i < terms.length; i++) {
      double members = table.unitTotal(i);
      if (members > 0) {
        double gap = table.count(table.focus(), i) / members - share;
        terms[i] = members / all * gap * gap / variance;
      }
    }
    return terms;
  }

  @Override
  public UnitValues contributions(CrossTab sample) {
    return UnitValues.of(sample.units().keys(), terms(sample));
  }

  /** From the influences on isolation and on the group's share. */
  @Override
  public double[][] influenceByCell(CrossTab table) {
    double value = formula(table);
    double share = table.groupTotal(table.focus()) / table.total();
    double rest = others(table);
    double[][] influence = new Exposure(true).influenceByCell(table);
    for (int g = 0; g < influence.length; g++) {
      double onShare = (g == table.focus() ? 1 : 0) - share;
      for (int i = 0; i < table.size(); i++) {
        if (table.count(g, i) > 0) {
          influence[g][i] = (influence[g][i] - (1 - value) * onShare) / rest;
        }
      }
    }
    return influence;
  }

  @Override
  public UnitValues leaveOneOut(CrossTab sample) {
    int focus = sample.focus();
    double[] meetings = new double[sample.size()];
    for (int i = 0; i < meetings.length; i++) {
      double members = sample.count(focus, i);
      meetings[i] = members > 0 ? members * (members / sample.unitTotal(i)) : 0;
    }
    double sum = ExactSum.of(meetings);
    List<String> keys = new ArrayList<>();
    double[] values = new double[meetings.length];
    for (int i = 0; i < meetings.length; i++) {
      double members = sample.groupTotal(focus) - sample.count(focus, i);
      double all = sample.total() - sample.unitTotal(i);
      if (members > 0 && members < all) {
        double share = members / all;
        double isolation = (sum - meetings[i]) / members;
        values[keys.size()] = Math.min(1, Math.max(0, (isolation - share) / (1 - share)));
        keys.add(sample.units().key(i));
      }
    }
    return UnitValues.of(keys, Arrays.copyOf(values, keys.size()));
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
