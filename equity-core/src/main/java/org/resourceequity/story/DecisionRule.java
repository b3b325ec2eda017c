package org.resourceequity.story;

import org.resourceequity.chart.NumberStyle;
import org.resourceequity.indicator.EquityTarget;
import org.resourceequity.indicator.Indicator;
import org.resourceequity.indicator.Polarity;
import org.resourceequity.story.Answer.Judgement;

/**
 * When a difference is worth a sentence. The thresholds are this project's defaults; every story
 * prints those that were applied.
 *
 * @param minimumUnits smallest number of schools in a group
 * @param minimumStudents smallest number of students in a group
 * @param minimumDenominator smallest number of people that a rate is given of
 * @param minimumForQuartiles smallest number of schools for groups at all
 * @param dollars smallest difference in dollars per student that matters
 * @param dollarShare the same as a share of the average
 * @param share smallest difference of two shares that matters
 * @param shareRatio smallest ratio of two shares that matters, less one
 * @param staffShare smallest relative difference in staffing that matters
 * @param classSize smallest difference in class size that matters
 * @param segregation smallest distance of a segregation index from chance that matters
 */
public record DecisionRule(
    int minimumUnits,
    double minimumStudents,
    double minimumDenominator,
    int minimumForQuartiles,
    double dollars,
    double dollarShare,
    double share,
    double shareRatio,
    double staffShare,
    double classSize,
    double segregation) {

  /** The project's defaults. */
  public static final DecisionRule DEFAULT =
      new DecisionRule(2, 100, 30, 8, 200, 0.02, 0.02, 0.1, 0.05, 1.0, 0.05);

  /** Returns whether a difference of two values is large enough to matter. */
  boolean matters(NumberStyle style, double high, double low, double overall) {
    double gap = Math.abs(high - low);
    return switch (style) {
      case DOLLARS, SALARY -> gap >= Math.max(dollars, dollarShare * Math.abs(overall));
      case SHARE -> gap >= share && ratioMatters(high, low);
      case STUDENTS_PER, PER_HUNDRED ->
          gap > 0 && gap >= staffShare * Math.min(Math.abs(high), Math.abs(low));
      case CLASS_SIZE -> gap >= classSize;
      default -> gap > 0;
    };
  }

  private boolean ratioMatters(double high, double low) {
    return low == 0 || high / low > 1 + shareRatio || high / low < 1 - shareRatio;
  }

  /** Returns the threshold for a kind of value in words. */
  String words(NumberStyle style) {
    return switch (style) {
      case DOLLARS, SALARY ->
          "Differences below "
              + NumberStyle.DOLLARS.prose(dollars)
              + " or "
              + NumberStyle.SHARE.prose(dollarShare)
              + " of the average are called no clear difference.";
      case SHARE ->
          "Differences below "
              + NumberStyle.SHARE.difference(share)
              + " or a ratio between "
              + NumberStyle.TIMES.prose(1 - shareRatio)
              + " and "
              + NumberStyle.TIMES.prose(1 + shareRatio)
              + " are called no clear difference.";
      case STUDENTS_PER, PER_HUNDRED ->
          "Differences below "
              + NumberStyle.SHARE.prose(staffShare)
              + " are called no clear difference.";
      case CLASS_SIZE ->
          "Differences below " + classSize + " student are called no clear difference.";
      default -> "";
    };
  }

  /**
   * Returns whether a gap is good or bad for the group with the higher need.
   *
   * @param indicator the indicator
   * @param matters whether the difference matters
   * @param higher whether the higher-need group has the higher value
   */
  static Judgement judge(Indicator indicator, boolean matters, boolean higher) {
    if (indicator.target() == EquityTarget.CONTEXT || indicator.polarity() == Polarity.NEUTRAL) {
      return Judgement.NOT_JUDGED;
    }
    if (!matters) {
      return indicator.target() == EquityTarget.PROGRESSIVE
          ? Judgement.NOT_DIFFERENTIATED
          : Judgement.NOT_JUDGED;
    }
    boolean better = higher == (indicator.polarity() == Polarity.HIGHER_IS_BETTER);
    return better ? Judgement.FAVOURABLE : Judgement.ADVERSE;
  }
}
