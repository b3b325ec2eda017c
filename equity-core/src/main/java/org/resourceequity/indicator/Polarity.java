package org.resourceequity.indicator;

/** Whether more of it is better for students. */
public enum Polarity {
  /** More is better. */
  HIGHER_IS_BETTER,
  /** Less is better. */
  LOWER_IS_BETTER,
  /** Neither. */
  NEUTRAL
}
