package org.resourceequity.inference;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.resourceequity.gaps.GapMetrics;
import org.resourceequity.gaps.MeanTests;
import org.resourceequity.internal.Checks;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.GroupedValues;

/**
 * Intervals for the difference and the ratio of the means of two groups, in closed form. Members
 * are counted one by one, as by {@link MeanTests}; {@link Estimate} has units or districts as
 * draws.
 */
public final class MeanIntervals {

  private MeanIntervals() {}

  /**
   * Returns Welch's interval of the exposure gap. Undefined where {@link MeanTests#T} is. Welch, B.
   * L. (1947), doi:10.1093/biomet/34.1-2.28.
   *
   * @param level confidence level, such as 0.95
   */
  public static Outcome<Interval> welch(GroupedValues sample, double level) {
    checked(level);
    return MeanTests.DEGREES
        .measure(sample)
        .map(
            degrees -> {
              double gap = GapMetrics.EXPOSURE_GAP.formula(sample);
              double half =
                  new TDistribution(null, Math.min(1e12, degrees))
                          .inverseCumulativeProbability((1 + level) / 2)
                      * MeanTests.STANDARD_ERROR.formula(sample);
              return new Interval(gap - half, gap + half, level, "Welch");
            });
  }

  /**
   * Returns the interval of the exposure ratio by the delta method on its logarithm. Undefined
   * where {@link MeanTests#T} or {@link GapMetrics#LOG_RATIO} is. Hedges, L. V., Gurevitch, J. and
   * Curtis, P. S. (1999), doi:10.1890/0012-9658(1999)080[1150:TMAORR]2.0.CO;2.
   *
   * @param level confidence level, such as 0.95
   */
  public static Outcome<Interval> delta(GroupedValues sample, double level) {
    double z = normal(level);
    return MeanTests.STANDARD_ERROR
        .measure(sample)
        .flatMap(error -> GapMetrics.LOG_RATIO.measure(sample))
        .map(
            log -> {
              Mean first = Mean.of(sample, sample.focus());
              Mean second = Mean.of(sample, sample.comparison());
              double half = z * Math.hypot(first.relativeError(), second.relativeError());
              return new Interval(Math.exp(log - half), Math.exp(log + half), level, "delta");
            });
  }

  /**
   * Returns Fieller's interval of the exposure ratio: all ratios r at which the first mean less r
   * times the second is not significant. Undefined (REPRESENTABLE) where the second mean itself is
   * not, since the set then has no end, else as {@link MeanTests#T}. Fieller, E. C. (1954),
   * doi:10.1111/j.2517-6161.1954.tb00159.x.
   *
   * @param level confidence level, such as 0.95
   */
  public static Outcome<Interval> fieller(GroupedValues sample, double level) {
    double z = normal(level);
    return MeanTests.STANDARD_ERROR
        .measure(sample)
        .flatMap(
            error -> {
              Mean first = Mean.of(sample, sample.focus());
              Mean second = Mean.of(sample, sample.comparison());
              double g = z * second.error() / second.value();
              double left = 1 - g * g;
              if (!(left > 0)) {
                return Outcome.undefined(
                    Condition.REPRESENTABLE,
                    "the mean of the comparison group is not clear of 0, and the set has no end");
              }
              double ratio = first.value() / second.value();
              double half =
                  z
                      * Math.sqrt(
                          left * Math.pow(first.error() / second.value(), 2)
                              + Math.pow(ratio * second.error() / second.value(), 2));
              return Outcome.of(
                  new Interval((ratio - half) / left, (ratio + half) / left, level, "Fieller"));
            });
  }

  private static double checked(double level) {
    return Checks.within(level, Double.MIN_VALUE, Math.nextDown(1.0), "level");
  }

  private static double normal(double level) {
    return new NormalDistribution(null, 0, 1)
        .inverseCumulativeProbability((1 + checked(level)) / 2);
  }

  /** The mean of a group and its standard error. */
  private record Mean(double value, double error) {
    static Mean of(GroupedValues sample, int group) {
      Distribution members = sample.members(group);
      double squared = members.moments().variance() / (members.totalWeight() - 1);
      return new Mean(members.mean(), Math.sqrt(squared));
    }

    double relativeError() {
      return error / value;
    }
  }
}
