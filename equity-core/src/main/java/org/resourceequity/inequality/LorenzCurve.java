package org.resourceequity.inequality;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Curve;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Points;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;

/** Lorenz curve; units with equal values make one segment. */
final class LorenzCurve implements Curve<Distribution> {

  private static final MetricInfo INFO =
      MetricInfo.of("lorenz-curve", "IN-LORENZ", "Lorenz curve", Distribution.class)
          .range(0, 1)
          .requires(Condition.SOME_UNITS, Condition.NO_NEGATIVES, Condition.POSITIVE_TOTAL)
          .claims(
              Axiom.ANONYMITY,
              Axiom.SCALE_INVARIANCE,
              Axiom.REPLICATION_INVARIANCE,
              Axiom.WEIGHT_SCALE_INVARIANCE)
          .formula("L(p) = \\frac{1}{\\mu}\\int_0^p Q(s)\\,ds")
          .reading("The share of the resource that the least-resourced share of students has.")
          .reference("Lorenz, M. O. (1905), Methods of measuring the concentration of wealth");

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public Points formula(Distribution sample) {
    Distribution sorted = sample.sorted();
    double all = sorted.totalWeight();
    double total = sorted.moments().total();
    double[] x = new double[sorted.size() + 1];
    double[] y = new double[sorted.size() + 1];
    ExactSum weight = new ExactSum();
    ExactSum held = new ExactSum();
    int points = 1;
    for (int i = 0; i < sorted.size(); i++) {
      weight.add(sorted.weight(i));
      held.addProduct(sorted.weight(i), sorted.value(i));
      boolean lastOfValue = i + 1 == sorted.size() || sorted.value(i + 1) != sorted.value(i);
      if (lastOfValue) {
        x[points] = Math.min(1, weight.value() / all);
        y[points] = Math.min(1, held.value() / total);
        points++;
      }
    }
    return Points.of(java.util.Arrays.copyOf(x, points), java.util.Arrays.copyOf(y, points));
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
