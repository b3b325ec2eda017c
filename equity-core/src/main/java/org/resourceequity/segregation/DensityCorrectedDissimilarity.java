package org.resourceequity.segregation;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;

/**
 * Dissimilarity from the unit differences that are most likely in view of their sampling error. A
 * difference smaller than its error counts for nothing.
 */
final class DensityCorrectedDissimilarity implements Metric<CrossTab> {

  private static final MetricInfo INFO =
      MetricInfo.of(
              "density-corrected-dissimilarity",
              "S2-DDC",
              "Density-corrected dissimilarity",
              CrossTab.class)
          .range(0, 1)
          .direction(Direction.LESS_EQUAL)
          .requires(Condition.SOME_UNITS, Condition.EVERY_GROUP)
          .formula(
              "\\tfrac12\\sum_i \\sigma_i\\delta_i,\\quad"
                  + " \\delta_i = \\arg\\max_\\delta \\phi(z_i-\\delta) + \\phi(z_i+\\delta),\\quad"
                  + " z_i = |a_i/A - b_i/B|/\\sigma_i")
          .reading("Without what sampling error adds, D is {value}.")
          .reference(
              "Allen, R., Burgess, S., Davidson, R. and Windmeijer, F. (2015), More reliable"
                  + " inference for the dissimilarity index of segregation,"
                  + " doi:10.1111/ectj.12039");

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public double formula(CrossTab sample) {
    Pair pair = Pair.of(sample);
    ExactSum sum = new ExactSum();
    for (int i = 0; i < pair.units(); i++) {
      double x = pair.a[i] / pair.sumA;
      double y = pair.b[i] / pair.sumB;
      double gap = Math.abs(x - y);
      double error = Math.sqrt(x * (1 - x) / pair.sumA + y * (1 - y) / pair.sumB);
      sum.add(error > 0 ? Math.min(gap, error * mostLikely(gap / error)) : gap);
    }
    return Math.min(1, sum.value() / 2);
  }

  /**
   * Returns the δ that maximises φ(z-δ) + φ(z+δ). Setting the derivative to 0 gives δ = z tanh(zδ),
   * which has a positive solution where z is larger than 1; Newton's steps come down to it from z.
   */
  private static double mostLikely(double z) {
    if (z <= 1) {
      return 0;
    }
    double delta = z;
    for (int step = 0; step < 100; step++) {
      double tanh = Math.tanh(z * delta);
      double slope = 1 - z * z * (1 - tanh * tanh);
      double next = delta - (delta - z * tanh) / slope;
      if (!(next < delta)) {
        break;
      }
      delta = next;
    }
    return delta;
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
