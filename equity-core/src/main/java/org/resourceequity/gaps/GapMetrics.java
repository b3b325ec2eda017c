package org.resourceequity.gaps;

import static org.resourceequity.metric.Axiom.ANTISYMMETRY;
import static org.resourceequity.metric.Axiom.ORGANISATIONAL_EQUIVALENCE;
import static org.resourceequity.metric.Axiom.RECIPROCITY;
import static org.resourceequity.metric.Axiom.SCALE_EQUIVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.SIZE_INVARIANCE;
import static org.resourceequity.metric.Axiom.TRANSLATION_INVARIANCE;
import static org.resourceequity.sample.Condition.COMPARISON_EVENTS;
import static org.resourceequity.sample.Condition.EVERY_GROUP;
import static org.resourceequity.sample.Condition.SOME_UNITS;

import java.util.List;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.Split;
import org.resourceequity.sample.GroupedValues;

/**
 * Do groups get different amounts?
 *
 * <ul>
 *   <li>{@link #EXPOSURE_GAP}: what the average member of one group meets, minus what the other's
 *       meets
 *   <li>{@link #EXPOSURE_RATIO}: the same as a ratio
 *   <li>{@link #LOG_RATIO}: its logarithm
 *   <li>{@link #MAX_MIN_GAP}: the largest difference between any two groups
 *   <li>{@link #EXPOSURE}: what the average member of each group meets
 *   <li>{@link #shareAbove}: share of each group where the value is above a limit
 *   <li>{@link #nestedGap}: the gap by levels to any depth
 *   <li>{@link EffectSizes}: in standard deviations, by who has more, as distances
 *   <li>{@link MeanTests}: could it be chance
 *   <li>{@link StratifiedGaps}: within strata, and whether it turns round there
 * </ul>
 */
public final class GapMetrics {

  /** Difference of what the average members of two groups meet. */
  public static final ExposureGap EXPOSURE_GAP = new ExposureGap();

  /** Ratio of what the average members of two groups meet; they must not differ in sign. */
  public static final Metric<GroupedValues> EXPOSURE_RATIO =
      Metric.of(
          MetricInfo.of("exposure-ratio", "EX-RES", "Exposure ratio", GroupedValues.class)
              .range(0, Double.MAX_VALUE)
              .also("GP-RATIO", "ratio of the means of two groups")
              .requires(SOME_UNITS, EVERY_GROUP, new OneSign(), COMPARISON_EVENTS)
              .claims(SCALE_INVARIANCE, SIZE_INVARIANCE, ORGANISATIONAL_EQUIVALENCE, RECIPROCITY)
              .formula("\\bar x_g / \\bar x_h,\\quad \\bar x_g = \\sum_i n_{ig}x_i / n_g")
              .reading("The first group's average student meets {value} times the other's.")
              .reference(
                  "Chingos, M. and Blagg, K. (2017), Do Poor Kids Get Their Fair Share of School"
                      + " Funding?, Urban Institute"),
          g -> g.exposure(g.focus()) / g.exposure(g.comparison()));

  /** Logarithm of the ratio of what the average members of two groups meet. */
  public static final Metric<GroupedValues> LOG_RATIO =
      Metric.of(
          MetricInfo.of("exposure-log-ratio", "GP-LOGR", "Log exposure ratio", GroupedValues.class)
              .requires(SOME_UNITS, EVERY_GROUP, new PositiveMeans())
              .claims(SCALE_INVARIANCE, SIZE_INVARIANCE, ORGANISATIONAL_EQUIVALENCE, ANTISYMMETRY)
              .formula("\\ln(\\bar x_g / \\bar x_h)")
              .reading("The first group's average is e to {value} times the other's.")
              .reference(
                  "Hedges, L. V., Gurevitch, J. and Curtis, P. S. (1999), The meta-analysis of"
                      + " response ratios in experimental ecology,"
                      + " doi:10.1890/0012-9658(1999)080[1150:TMAORR]2.0.CO;2"),
          g -> Math.log(g.exposure(g.focus()) / g.exposure(g.comparison())));

  /** Largest difference between any two groups with members. */
  public static final Metric<GroupedValues> MAX_MIN_GAP =
      Metric.of(
          MetricInfo.of("max-min-gap", "HD-MAXMIN", "Largest gap", GroupedValues.class)
              .range(0, Double.MAX_VALUE)
              .direction(Direction.LESS_EQUAL)
              .requires(SOME_UNITS, EVERY_GROUP)
              .claims(
                  TRANSLATION_INVARIANCE,
                  SCALE_EQUIVARIANCE,
                  SIZE_INVARIANCE,
                  ORGANISATIONAL_EQUIVALENCE)
              .formula("\\max_g \\bar x_g - \\min_g \\bar x_g")
              .reading("The best- and the worst-served group are {value} apart.")
              .reference(
                  "World Health Organization (2016), Health Equity Assessment Toolkit, technical"
                      + " notes"),
          GapMetrics::largestGap);

  /** What the average member of each group meets. */
  public static final Profile<GroupedValues> EXPOSURE = new Exposure();

  private GapMetrics() {}

  /**
   * Returns the share of each group in units with a value above a limit; groups without members are
   * left out.
   */
  public static Profile<GroupedValues> shareAbove(double limit) {
    return new ShareAbove(limit);
  }

  /**
   * Returns the exposure gap, split into a part between the units of the highest level, one for
   * each further level, and a part within the lowest. Means are those of the members of all groups.
   *
   * @param levels names of levels, such as "district"
   */
  public static Split<GroupedValues> nestedGap(String... levels) {
    return new NestedGap(List.of(levels), false);
  }

  /** Returns {@link #nestedGap} with means over the members of the two groups alone. */
  public static Split<GroupedValues> nestedGapOfTwo(String... levels) {
    return new NestedGap(List.of(levels), true);
  }

  private static double largestGap(GroupedValues sample) {
    double lowest = Double.MAX_VALUE;
    double highest = -Double.MAX_VALUE;
    for (int g = 0; g < sample.groups().size(); g++) {
      if (sample.groupTotal(g) > 0) {
        lowest = Math.min(lowest, sample.exposure(g));
        highest = Math.max(highest, sample.exposure(g));
      }
    }
    return highest - lowest;
  }
}
