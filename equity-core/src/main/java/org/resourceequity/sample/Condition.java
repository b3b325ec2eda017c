package org.resourceequity.sample;

import java.util.Optional;

/** The requirements without parameters. Each sample kind says what they mean for it. */
public enum Condition implements Requirement {
  /** At least one unit with a positive weight. */
  SOME_UNITS,
  /** At least two units with a positive weight. */
  TWO_UNITS,
  /** The total of the values, or of the counts, is positive. */
  POSITIVE_TOTAL,
  /** The weighted median is positive. */
  POSITIVE_MEDIAN,
  /** No value is negative. */
  NO_NEGATIVES,
  /** No value is zero. */
  NO_ZEROS,
  /** What is compared differs between units or groups: need, group composition. */
  VARIATION,
  /** Each group that is compared has members. */
  EVERY_GROUP,
  /** The group compared with has events, or a mean that is not zero: a ratio to it exists. */
  COMPARISON_EVENTS,
  /** No part of the sample is hidden. Checked where a sample is drawn. */
  NOTHING_SUPPRESSED,
  /** Enough students are covered. Checked where a sample is drawn. */
  COVERAGE,
  /** The question applies to the units. Checked where a sample is drawn. */
  APPLICABLE,
  /** There are enough units for what is estimated. Found while measuring. */
  ENOUGH_UNITS,
  /** No column of a regression follows from the others. Found while measuring. */
  INDEPENDENT_COLUMNS,
  /** An iteration reached its residual. Found while measuring. */
  CONVERGENCE,
  /** The value fits into a double. Found while measuring. */
  REPRESENTABLE;

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    return switch (this) {
      case NOTHING_SUPPRESSED,
          COVERAGE,
          APPLICABLE,
          ENOUGH_UNITS,
          INDEPENDENT_COLUMNS,
          CONVERGENCE,
          REPRESENTABLE ->
          Optional.empty();
      default -> Optional.ofNullable(sample.unmet(this));
    };
  }
}
