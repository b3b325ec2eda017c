package org.resourceequity.inequality;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Points;
import org.resourceequity.metric.Verdict;
import org.resourceequity.metric.Verdict.Relation;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;

/**
 * Lorenz dominance, decided at the union of the break points of both curves, never on a grid. FIRST
 * means that the first distribution is more equal. O(n log n).
 */
final class LorenzDominance implements Comparison<Distribution, Verdict> {

  private static final double SLACK = 1e-12;

  private static final MetricInfo INFO =
      MetricInfo.of("lorenz-dominance", "HD-DOM", "Lorenz dominance", Distribution.class)
          .requires(Condition.SOME_UNITS, Condition.NO_NEGATIVES, Condition.POSITIVE_TOTAL)
          .claims(Axiom.ANONYMITY, Axiom.SCALE_INVARIANCE, Axiom.REPLICATION_INVARIANCE)
          .formula("L_A(p) \\ge L_B(p) \\text{ for all } p")
          .reading("Whether every reasonable index of inequality gives the same order.")
          .reference(
              "Atkinson, A. B. (1970), On the measurement of inequality,"
                  + " doi:10.1016/0022-0531(70)90039-6");

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public Verdict formula(Change<Distribution> change) {
    Points first = InequalityMetrics.LORENZ_CURVE.formula(change.before());
    Points second = InequalityMetrics.LORENZ_CURVE.formula(change.after());
    TreeSet<Double> breaks = new TreeSet<>();
    for (Points curve : List.of(first, second)) {
      for (int i = 0; i < curve.size(); i++) {
        breaks.add(curve.x(i));
      }
    }
    boolean above = false;
    boolean below = false;
    double largest = 0;
    double where = 0;
    List<Double> crossings = new ArrayList<>();
    double lastX = 0;
    double lastDistance = 0;
    for (double x : breaks) {
      double distance = first.at(x) - second.at(x);
      above |= distance > SLACK;
      below |= distance < -SLACK;
      if (Math.abs(distance) > Math.abs(largest)) {
        largest = distance;
        where = x;
      }
      if (Math.abs(distance) > SLACK) {
        if (lastDistance * distance < 0) {
          crossings.add(lastX + (x - lastX) * lastDistance / (lastDistance - distance));
        }
        lastX = x;
        lastDistance = distance;
      }
    }
    Relation relation =
        above && below
            ? Relation.CROSSING
            : above ? Relation.FIRST : below ? Relation.SECOND : Relation.EQUAL;
    return new Verdict(relation, crossings, Math.abs(largest), where);
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
