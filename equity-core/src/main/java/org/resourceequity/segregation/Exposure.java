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
 * Whom the average member of the group in focus meets: the same group, or the one compared with.
 */
public final class Exposure
    implements Explained<CrossTab>, InfluentialByCell, LeaveOneOut<CrossTab> {

  private final boolean own;
  private final MetricInfo info;

  /** Makes the metric; {@code own} says whether members of the same group are met. */
  Exposure(boolean own) {
    this.own = own;
    MetricInfo.Builder builder =
        own
            ? MetricInfo.of("isolation", "EX-ISO", "Isolation index", CrossTab.class)
                .direction(Direction.LESS_EQUAL)
                .claims(Axiom.SCHOOL_DIVISION)
                .formula("{}_xP^*_x = \\sum_i \\frac{x_i}{X}\\frac{x_i}{t_i}")
                .reading("The average member attends a school where {value} are of the same group.")
            : MetricInfo.of("interaction", "EX-XPY", "Interaction index", CrossTab.class)
                .direction(Direction.MORE_EQUAL)
                .formula("{}_xP^*_y = \\sum_i \\frac{x_i}{X}\\frac{y_i}{t_i}")
                .reading(
                    "The average member attends a school where {value} are of the other group.");
    this.info =
        builder
            .range(0, 1)
            .requires(Condition.SOME_UNITS, new FocusHasMembers())
            .claims(Axiom.ORGANISATIONAL_EQUIVALENCE, Axiom.SIZE_INVARIANCE)
            .reference(
                "Bell, W. (1954), A probability model for the measurement of ecological"
                    + " segregation, doi:10.2307/2574118; Lieberson, S. (1981), An asymmetrical"
                    + " approach to segregation, in Peach, C., Robinson, V. and Smith, S., Ethnic"
                    + " Segregation in Cities");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public double formula(CrossTab table) {
    return Math.min(1, ExactSum.of(terms(table)));
  }

  private int met(CrossTab table) {
    return own ? table.focus() : table.comparison();
  }

  private double[] terms(CrossTab table) {
    return terms(table, table.focus(), met(table));
  }

  /** Everybody in the unit counts in the denominator, also members of neither group. */
  static double[] terms(CrossTab table, int group, int met) {
    double members = table.groupTotal(group);
    double[] terms = new double[table.size()];
    for (int i = 0; i < terms.length; i++) {
      double all = table.unitTotal(i);
      if (all > 0) {
        terms[i] = table.count(group, i) / members * (table.count(met, i) / all);
      }
    }
    return terms;
  }

  @Override
  public UnitValues contributions(CrossTab sample) {
    return UnitValues.of(sample.units().keys(), terms(sample));
  }

  @Override
  public double[][] influenceByCell(CrossTab table) {
    double value = formula(table);
    int focus = table.focus();
    int met = met(table);
    double scale = table.total() / table.groupTotal(focus);
    double[][] influence = new double[table.groups().size()][table.size()];
    for (int i = 0; i < table.size(); i++) {
      double x = table.count(focus, i) / table.unitTotal(i);
      double y = table.count(met, i) / table.unitTotal(i);
      for (int g = 0; g < influence.length; g++) {
        if (table.count(g, i) > 0) {
          influence[g][i] = scale * ((g == focus ? y - value : 0) + (g == met ? x : 0) - x * y);
        }
      }
    }
    return influence;
  }

  @Override
  public UnitValues leaveOneOut(CrossTab sample) {
    double[] terms = terms(sample);
    double sum = ExactSum.of(terms);
    double members = sample.groupTotal(sample.focus());
    List<String> keys = new ArrayList<>();
    double[] values = new double[terms.length];
    for (int i = 0; i < terms.length; i++) {
      double rest = members - sample.count(sample.focus(), i);
      if (rest > 0) {
        values[keys.size()] = Math.min(1, Math.max(0, (sum - terms[i]) * (members / rest)));
        keys.add(sample.units().key(i));
      }
    }
    return UnitValues.of(keys, Arrays.copyOf(values, keys.size()));
  }

  @Override
  public String toString() {
    return info.id();
  }
}
