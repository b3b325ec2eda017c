package org.resourceequity.segregation;

import java.util.Arrays;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Curve;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Points;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;

/**
 * Segregation curve of the two groups in focus, units in ascending order of the group's share;
 * units with equal shares make one segment. The area between curve and diagonal is half the
 * segregation Gini. O(n log n).
 */
final class SegregationCurve implements Curve<CrossTab> {

  private static final MetricInfo INFO =
      MetricInfo.of("segregation-curve", "SM-SEGCURVE", "Segregation curve", CrossTab.class)
          .range(0, 1)
          .requires(Condition.SOME_UNITS, Condition.EVERY_GROUP)
          .claims(
              Axiom.ORGANISATIONAL_EQUIVALENCE, Axiom.SIZE_INVARIANCE, Axiom.COMPOSITION_INVARIANCE)
          .formula(
              "\\Bigl(\\sum_{p_j\\le p_i} b_j/B,\\ \\sum_{p_j\\le p_i} a_j/A\\Bigr),"
                  + "\\quad p_i = a_i/(a_i+b_i)")
          .reading("The share of one group in the schools that hold a share of the other.")
          .reference(
              "Duncan, O. D. and Duncan, B. (1955), A methodological analysis of segregation"
                  + " indexes, doi:10.2307/2088328");

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public Points formula(CrossTab sample) {
    Pair pair = Pair.of(sample);
    int[] order = pair.order();
    double[] x = new double[order.length + 1];
    double[] y = new double[order.length + 1];
    ExactSum b = new ExactSum();
    ExactSum a = new ExactSum();
    int points = 1;
    for (int k = 0; k < order.length; k++) {
      b.add(pair.b[order[k]]);
      a.add(pair.a[order[k]]);
      if (k + 1 == order.length || pair.compare(order[k], order[k + 1]) != 0) {
        x[points] = Math.min(1, b.value() / pair.sumB);
        y[points] = Math.min(1, a.value() / pair.sumA);
        points++;
      }
    }
    return Points.of(Arrays.copyOf(x, points), Arrays.copyOf(y, points));
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
