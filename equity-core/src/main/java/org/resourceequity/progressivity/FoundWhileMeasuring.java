package org.resourceequity.progressivity;

import java.util.Optional;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;

/**
 * A requirement of an intermediate result, such as the height of a fitted line. Measuring finds out
 * whether it holds, so the sample alone meets it.
 *
 * @param name name of the requirement
 */
record FoundWhileMeasuring(String name) implements Requirement {

  /** What a ratio compares with is positive. */
  static final Requirement COMPARISON = new FoundWhileMeasuring("COMPARISON_EVENTS");

  /** What a share is taken of is positive. */
  static final Requirement TOTAL = new FoundWhileMeasuring("POSITIVE_TOTAL");

  /** What a variance is taken of differs between units. */
  static final Requirement VARIATION = new FoundWhileMeasuring("VARIATION");

  /** Each of the compared groups has members. */
  static final Requirement GROUPS = new FoundWhileMeasuring("EVERY_GROUP");

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    return Optional.empty();
  }
}
