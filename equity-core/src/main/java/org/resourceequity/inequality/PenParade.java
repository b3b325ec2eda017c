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
 * Pen's parade: what each student has, from the one with the least to the one with the most, as a
 * step for each value; in the unit of the values or relative to the mean. Where a step is depends
 * on the rounding of the weights before it. O(n log n).
 */
final class PenParade implements Curve<Distribution> {

  private final boolean relative;
  private final MetricInfo info;

  PenParade(boolean relative) {
    this.relative = relative;
    MetricInfo.Builder builder =
        relative
            ? MetricInfo.of(
                    "pen-parade:relative",
                    "IN-LORENZ",
                    "Pen's parade relative to the mean",
                    Distribution.class)
                .requires(Condition.SOME_UNITS, Condition.POSITIVE_TOTAL)
                .claims(Axiom.SCALE_INVARIANCE)
            : MetricInfo.of("pen-parade", "IN-LORENZ", "Pen's parade", Distribution.class)
                .unit("unit of the value")
                .requires(Condition.SOME_UNITS)
                .claims(Axiom.SCALE_EQUIVARIANCE);
    info =
        builder
            .claims(Axiom.ANONYMITY)
            .formula(relative ? "Q(p) / \\mu" : "Q(p) = \\inf\\{x : F(x) \\ge p\\}")
            .reading("What students have when they pass by in the order of what they have.")
            .reference("Pen, J. (1971), Income Distribution: Facts, Theories, Policies");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public Points formula(Distribution sample) {
    Distribution sorted = sample.sorted();
    double all = sorted.totalWeight();
    double unit = relative ? sorted.mean() : 1;
    double[] x = new double[2 * sorted.size()];
    double[] y = new double[2 * sorted.size()];
    RunningSum weight = new RunningSum();
    int points = 0;
    double before = 0;
    for (int i = 0; i < sorted.size(); i++) {
      weight.add(sorted.weight(i));
      boolean lastOfValue = i + 1 == sorted.size() || sorted.value(i + 1) != sorted.value(i);
      if (lastOfValue) {
        double through = i + 1 == sorted.size() ? 1 : Math.min(1, weight.value() / all);
        x[points] = before;
        x[points + 1] = through;
        y[points] = sorted.value(i) / unit;
        y[points + 1] = y[points];
        points += 2;
        before = through;
      }
    }
    return Points.of(Arrays.copyOf(x, points), Arrays.copyOf(y, points));
  }

  @Override
  public String toString() {
    return info.id();
  }
}
