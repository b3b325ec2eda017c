package org.resourceequity.metric;

/** What a higher value says. */
public enum Direction {
  /** Higher is less equal. */
  LESS_EQUAL,
  /** Higher is more equal. */
  MORE_EQUAL,
  /** Neither. */
  NEUTRAL
}
