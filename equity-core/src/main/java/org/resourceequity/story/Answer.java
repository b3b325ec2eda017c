package org.resourceequity.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.resourceequity.analysis.Coverage;
import org.resourceequity.chart.Chart;

/**
 * The answer to a finding's question for one computed choice.
 *
 * @param choice label of the choice, such as "Elementary schools" or "2020-21"; unique in a finding
 * @param status gap, no clear difference, not enough data, or context
 * @param judgement ADVERSE or FAVOURABLE to the higher-need group, NOT_DIFFERENTIATED, or
 *     NOT_JUDGED
 * @param fragile whether leaving out one unit would turn the direction round
 * @param sentences the finding in plain words, at most three sentences
 * @param chart the chart that shows it; absent where there is nothing to draw
 * @param compared who is compared and how many
 * @param check what was tried and what would change the answer
 * @param method years, units, grouping with cut points, aggregation, exclusions, sources
 * @param grouping id of the grouping rule, such as "equal-units:4"
 * @param aggregation how unit values became a group value: "pooled", "mean-of-units",
 *     "student-exposure"
 * @param groups value and size of each group
 * @param figures the named numbers the sentences use: high, low, difference, ratio, ...
 * @param coverage what was used and what was left out
 */
public record Answer(
    String choice,
    Status status,
    Judgement judgement,
    boolean fragile,
    List<String> sentences,
    @Nullable Chart chart,
    String compared,
    String check,
    String method,
    String grouping,
    String aggregation,
    List<GroupFigure> groups,
    Map<String, Double> figures,
    Coverage coverage) {

  /** Whether a difference is good or bad for the students with the higher need. */
  public enum Judgement {
    /** The higher-need group gets the worse of it. */
    ADVERSE,
    /** The higher-need group gets the better of it. */
    FAVOURABLE,
    /** Equal where higher need should get more. */
    NOT_DIFFERENTIATED,
    /** Nothing to judge. */
    NOT_JUDGED
  }

  /**
   * One group of a comparison.
   *
   * @param label "highest subsidised meals"
   * @param units number of schools or districts
   * @param students students in them
   * @param low smallest value of the grouping measure; null where the groups are not made by one
   * @param high largest value of the grouping measure
   * @param value the group's value; null where it cannot be given, then {@code note} says why
   * @param note why there is no value; empty otherwise
   */
  public record GroupFigure(
      String label,
      int units,
      double students,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double value,
      String note) {}

  /** Copies the lists. */
  public Answer {
    sentences = List.copyOf(sentences);
    groups = List.copyOf(groups);
    figures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }
}
