package org.resourceequity.segregation;

import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Dominance;
import org.resourceequity.metric.MetricInfo;
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
    return Dominance.compare(
        TwoGroupMetrics.SEGREGATION_CURVE.formula(change.before()),
        TwoGroupMetrics.SEGREGATION_CURVE.formula(change.after()),
        SLACK);
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
