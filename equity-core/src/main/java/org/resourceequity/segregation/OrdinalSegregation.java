package org.resourceequity.segregation;

import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;

/** Ordinal segregation: how much less the categories vary within units than among all. */
final class OrdinalSegregation implements Metric<CrossTab> {

  static final String PREFIX = "ordinal-";

  private final OrdinalForm form;
  private final MetricInfo info;

  OrdinalSegregation(OrdinalForm form) {
    this.form = form;
    this.info =
        MetricInfo.of(
                PREFIX + form.id(),
                "SM-ORD",
                "Ordinal segregation " + form.letter(),
                CrossTab.class)
            .range(0, 1)
            .direction(Direction.LESS_EQUAL)
            .requires(Condition.SOME_UNITS, Condition.VARIATION)
            .claims(
                Axiom.ORGANISATIONAL_EQUIVALENCE,
                Axiom.SCHOOL_DIVISION,
                Axiom.SIZE_INVARIANCE,
                Axiom.SEGREGATION_EXTREMES)
            .formula(
                "1 - \\sum_i \\frac{t_i v_i}{T v},\\ v = \\sum_{k<K} \\varphi(c_k),\\ \\varphi(c) ="
                    + " "
                    + form.latex())
            .reading("On a scale from 0, mixed, to 1, apart, schools stand at {value}.")
            .reference(
                "Reardon, S. F. (2009), Measures of ordinal segregation, Research on Economic"
                    + " Inequality 17");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public double formula(CrossTab sample) {
    Cells cells = Cells.of(sample);
    return form.index(cells, cuts(cells));
  }

  /**
   * Returns above which groups there is a cut: those with members, but the last. An empty group
   * adds no cut.
   */
  static boolean[] cuts(Cells cells) {
    boolean[] cuts = new boolean[cells.groups()];
    int left = cells.groupsWithMembers() - 1;
    for (int g = 0; g < cuts.length && left > 0; g++) {
      if (cells.group(g) > 0) {
        cuts[g] = true;
        left--;
      }
    }
    return cuts;
  }

  @Override
  public String toString() {
    return info.id();
  }
}
