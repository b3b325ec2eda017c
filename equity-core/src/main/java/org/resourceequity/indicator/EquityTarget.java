package org.resourceequity.indicator;

/** What would be fair. */
public enum EquityTarget {
  /** Every group the same. */
  PARITY,
  /** More where need is higher. */
  PROGRESSIVE,
  /** Shown, not judged. */
  CONTEXT
}
