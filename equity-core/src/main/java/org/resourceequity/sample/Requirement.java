package org.resourceequity.sample;

import java.util.Optional;

/**
 * What has to hold for a number to exist. A requirement that is not met <em>is</em> the reason why
 * there is no number.
 */
public interface Requirement {

  /** Returns the requirement's stable name, such as "POSITIVE_TOTAL". */
  String name();

  /** Returns what is wrong with a sample, in words; empty if the requirement is met. */
  Optional<String> unmet(Sample<?> sample);
}
