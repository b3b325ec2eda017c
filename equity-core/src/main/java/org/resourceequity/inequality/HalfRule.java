package org.resourceequity.inequality;

/**
 * Which part of the units the lower or the upper half is, for the McLoone and Verstegen indices.
 */
public enum HalfRule {
  /** Exactly half of the weight; the unit at the median is split. */
  SPLIT(""),
  /** All units on this side of the median and those at it, whole. */
  INCLUDE_TIES("include-ties"),
  /** All units on this side of the median, without those at it. */
  EXCLUDE_TIES("exclude-ties"),
  /**
   * Half of the units by their order, each counted once; of an odd number the middle is in none.
   */
  POSITIONAL("positional");

  private final String id;

  HalfRule(String id) {
    this.id = id;
  }

  /** Returns the name as ids write it, "" for the usual rule. */
  String id() {
    return id;
  }
}
