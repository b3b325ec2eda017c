package org.resourceequity.segregation;

import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Dominance;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Points;
import org.resourceequity.metric.Verdict;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;

/**
 * Dominance of segregation curves. FIRST means that the first table is less segregated by every
 * composition-invariant index that falls with transfers. O(n log n).
 */
final class SegregationDominance implements Comparison<CrossTab, Verdict> {

  private static final double SLACK = 1e-12;

  private static final MetricInfo INFO =
      MetricInfo.of("segregation-dominance", "SM-SEGCURVE", "Segregation dominance", CrossTab.class)
          .requires(Condition.SOME_UNITS, Condition.EVERY_GROUP)
          .claims(Axiom.SIZE_INVARIANCE, Axiom.COMPOSITION_INVARIANCE)
          .formula("S_A(p) \\ge S_B(p) \\text{ for all } p")
          .reading("Whether every reasonable index of segregation gives the same order.")
          .reference(
              "Hutchens, R. (1991), Segregation curves, Lorenz curves, and inequality in the"
                  + " distribution of people across occupations, Mathematical Social Sciences 21");

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public Verdict formula(Change<CrossTab> change) {
    return Dominance.compare(curve(change.before()), curve(change.after()), SLACK);
  }

  /**
   * Returns the curve without the rise at its end, where the group is alone: there the height is
   * the limit from the left.
   */
  private static Points curve(CrossTab table) {
    Points all = TwoGroupMetrics.SEGREGATION_CURVE.formula(table);
    int points = all.size();
    while (points > 1 && all.x(points - 2) == 1) {
      points--;
    }
    double[] x = new double[points];
    double[] y = new double[points];
    for (int i = 0; i < points; i++) {
      x[i] = all.x(i);
      y[i] = all.y(i);
    }
    return Points.of(x, y);
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
