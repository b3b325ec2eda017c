package org.resourceequity.inequality;

import java.util.Optional;
import org.resourceequity.internal.Checks;
import org.resourceequity.metric.MetricId;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.QuantileDefinition;
import org.resourceequity.sample.Quantiles;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;

/** A target that is a multiple of a quantile of the distribution itself, such as 60% of it. */
record RelativeTarget(double multiple, double quantile) {

  /** A value within rounding of the target has reached it. */
  private static final double SLACK = 1e-12;

  RelativeTarget {
    Checks.within(quantile, 0, 1, "quantile");
    if (!(multiple > 0 && multiple <= 1000)) {
      throw new IllegalArgumentException(
          "multiple is " + multiple + ", expected a positive number of at most 1000");
    }
  }

  /** Returns the target of a sorted distribution. */
  double of(Distribution sorted) {
    return multiple * Quantiles.quantile(sorted, quantile, QuantileDefinition.TYPE2);
  }

  boolean isBelow(double value, double target) {
    return value < target - SLACK * target;
  }

  boolean isAbove(double value, double target) {
    return value > target + SLACK * target;
  }

  /** Returns the median of the values below the target of a sorted distribution that has some. */
  double medianBelow(Distribution sorted) {
    double target = of(sorted);
    int below = 0;
    while (below < sorted.size() && isBelow(sorted.value(below), target)) {
      below++;
    }
    int[] first = new int[below];
    for (int i = 0; i < below; i++) {
      first[i] = i;
    }
    return Quantiles.median(sorted.select(first));
  }

  /** Returns the requirement that the target is positive. */
  Requirement isPositive() {
    return new PositiveQuantile(quantile, QuantileDefinition.TYPE2);
  }

  /** Returns how ids write it: "0.6,0.5". */
  String id() {
    return MetricId.write(multiple) + "," + MetricId.write(quantile);
  }

  /** Returns how names write it: "0.6 times the median". */
  String words() {
    String of = quantile == 0.5 ? "the median" : "the quantile at " + MetricId.write(quantile);
    return MetricId.write(multiple) + " times " + of;
  }

  /** The requirement that a student is below the target. */
  record SomeBelow(RelativeTarget target) implements Requirement {
    @Override
    public String name() {
      return "VALUES_BELOW_TARGET";
    }

    @Override
    public Optional<String> unmet(Sample<?> sample) {
      if (!(sample instanceof Distribution distribution)) {
        return Optional.empty();
      }
      Distribution sorted = distribution.sorted();
      return sorted.size() > 0 && target.isBelow(sorted.value(0), target.of(sorted))
          ? Optional.empty()
          : Optional.of("no value is below " + target.words());
    }
  }
}
