package org.resourceequity.inequality;

import java.util.Arrays;
import org.resourceequity.internal.RunningSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Curve;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Points;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;

/**
 * Lorenz curve, relative to the total or generalised: in the unit of the values. Units with equal
 * values make one segment. Negative values take it below 0 before it rises.
 */
final class LorenzCurve implements Curve<Distribution> {

  private final boolean generalised;
  private final MetricInfo info;

  LorenzCurve(boolean generalised) {
    this.generalised = generalised;
    MetricInfo.Builder builder =
        generalised
            ? MetricInfo.of(
                    "generalised-lorenz-curve",
                    "IN-LORENZ",
                    "Generalised Lorenz curve",
                    Distribution.class)
                .unit("unit of the value")
                .requires(Condition.SOME_UNITS)
                .claims(Axiom.SCALE_EQUIVARIANCE)
            : MetricInfo.of("lorenz-curve", "IN-LORENZ", "Lorenz curve", Distribution.class)
                .range(-Double.MAX_VALUE, 1)
                .requires(Condition.SOME_UNITS, Condition.POSITIVE_TOTAL)
                .claims(Axiom.SCALE_INVARIANCE);
    info =
        builder
            .claims(Axiom.ANONYMITY, Axiom.REPLICATION_INVARIANCE, Axiom.WEIGHT_SCALE_INVARIANCE)
            .formula(
                generalised
                    ? "A(p) = \\int_0^p Q(s)\\,ds"
                    : "L(p) = \\frac{1}{\\mu}\\int_0^p Q(s)\\,ds")
            .reading(
                generalised
                    ? "What the least-resourced share of students has, spread over all students."
                    : "The share of the resource that the least-resourced share of students has.")
            .reference(
                generalised
                    ? "Shorrocks, A. F. (1983), Ranking income distributions, doi:10.2307/2554117"
                    : "Lorenz, M. O. (1905), Methods of measuring the concentration of wealth,"
                        + " doi:10.2307/2276207");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public Points formula(Distribution sample) {
    Distribution sorted = sample.sorted();
    double all = sorted.totalWeight();
    double whole = generalised ? all : sorted.moments().total();
    double[] x = new double[sorted.size() + 1];
    double[] y = new double[sorted.size() + 1];
    RunningSum weight = new RunningSum();
    RunningSum held = new RunningSum();
    int points = 1;
    for (int i = 0; i < sorted.size(); i++) {
      weight.add(sorted.weight(i));
      held.addProduct(sorted.weight(i), sorted.value(i));
      boolean lastOfValue = i + 1 == sorted.size() || sorted.value(i + 1) != sorted.value(i);
      if (lastOfValue) {
        x[points] = Math.min(1, weight.value() / all);
        y[points] = held.value() / whole;
        points++;
      }
    }
    if (!generalised) {
      y[points - 1] = 1;
    }
    return Points.of(Arrays.copyOf(x, points), Arrays.copyOf(y, points));
  }

  @Override
  public String toString() {
    return info.id();
  }
}
