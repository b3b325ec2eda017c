package org.resourceequity.inequality;

import java.util.Arrays;
import java.util.Optional;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.QuantileDefinition;
import org.resourceequity.sample.Quantiles;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;

/** The half of the students below or above the median, by a rule. */
record Half(boolean lower, HalfRule rule, QuantileDefinition medianBy) {

  /** Returns the mean of the half relative to the median. */
  double relativeMean(Distribution sample) {
    Distribution sorted = sorted(sample);
    double median = Quantiles.quantile(sorted, 0.5, medianBy);
    return switch (rule) {
      case SPLIT -> {
        double below = Quantiles.heldBelow(sorted, 0.5);
        double held = lower ? below : sorted.moments().total() - below;
        yield held / (sorted.totalWeight() / 2 * median);
      }
      case INCLUDE_TIES, EXCLUDE_TIES -> {
        ExactSum held = new ExactSum();
        ExactSum weight = new ExactSum();
        for (int i = 0; i < sorted.size(); i++) {
          if (isIn(sorted.value(i), median)) {
            held.addProduct(sorted.weight(i), sorted.value(i));
            weight.add(sorted.weight(i));
          }
        }
        yield held.value() / (median * weight.value());
      }
      case POSITIONAL -> {
        int half = sorted.size() / 2;
        ExactSum held = new ExactSum();
        for (int i = 0; i < half; i++) {
          held.add(sorted.value(lower ? i : sorted.size() - 1 - i));
        }
        yield held.value() / (half * median);
      }
    };
  }

  /** Returns {@link #relativeMean} in LaTeX. */
  String formula() {
    String mean =
        switch (rule) {
          case SPLIT ->
              (lower ? "A(\\tfrac12)" : "(\\mu - A(\\tfrac12))")
                  + " / (\\tfrac12 m),\\quad A(p)=\\int_0^p Q(s)\\,ds";
          case INCLUDE_TIES -> meanOver(lower ? "x_i \\le m" : "x_i \\ge m");
          case EXCLUDE_TIES -> meanOver(lower ? "x_i < m" : "x_i > m");
          case POSITIONAL ->
              "\\sum_{"
                  + (lower ? "i \\le h" : "i > U-h")
                  + "} x_{(i)} / (h\\,m),\\quad h = \\lfloor U/2 \\rfloor";
        };
    return mean + (medianBy == QuantileDefinition.TYPE1 ? ",\\quad m = Q(\\tfrac12)" : "");
  }

  private static String meanOver(String units) {
    return "\\sum_{" + units + "} w_i x_i / (m \\sum_{" + units + "} w_i)";
  }

  private boolean isIn(double value, double median) {
    boolean beyond = lower ? value < median : value > median;
    return beyond || (rule == HalfRule.INCLUDE_TIES && value == median);
  }

  private double median(Distribution sample) {
    return Quantiles.quantile(sorted(sample), 0.5, medianBy);
  }

  private Distribution sorted(Distribution sample) {
    Distribution sorted = sample.sorted();
    if (rule != HalfRule.POSITIONAL) {
      return sorted;
    }
    double[] ones = new double[sorted.size()];
    Arrays.fill(ones, 1);
    return Distribution.of(sorted.values(), ones);
  }

  /** Returns the requirement that the median, by the rule and the definition, is positive. */
  Requirement positiveMedian() {
    return rule != HalfRule.POSITIONAL && medianBy == QuantileDefinition.TYPE2
        ? Condition.POSITIVE_MEDIAN
        : new PositiveMedian(this);
  }

  /** The requirement of {@link #positiveMedian()}. */
  private record PositiveMedian(Half half) implements Requirement {
    @Override
    public String name() {
      return "POSITIVE_MEDIAN";
    }

    @Override
    public Optional<String> unmet(Sample<?> sample) {
      if (!(sample instanceof Distribution distribution)) {
        return Optional.empty();
      }
      double median = half.median(distribution);
      return median > 0 ? Optional.empty() : Optional.of("the median is " + median);
    }
  }

  /** Returns the requirement that there are values beyond the median. */
  Requirement someBeyond() {
    return new ValuesBeyondMedian(this);
  }

  /** The requirement that a unit lies strictly below, or above, the median. */
  private record ValuesBeyondMedian(Half half) implements Requirement {
    @Override
    public String name() {
      return half.lower ? "VALUES_BELOW_MEDIAN" : "VALUES_ABOVE_MEDIAN";
    }

    @Override
    public Optional<String> unmet(Sample<?> sample) {
      if (!(sample instanceof Distribution distribution)) {
        return Optional.empty();
      }
      double median = half.median(distribution);
      for (int i = 0; i < distribution.size(); i++) {
        if (distribution.counts(i) && half.isIn(distribution.value(i), median)) {
          return Optional.empty();
        }
      }
      return Optional.of("no value beyond the median " + median);
    }
  }
}
