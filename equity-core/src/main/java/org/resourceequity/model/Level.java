package org.resourceequity.model;

/** The levels of the tree of units, from the whole to the part. */
public enum Level {
  /** A state. */
  STATE,
  /** A school district or another local education agency. */
  DISTRICT,
  /** A school. */
  SCHOOL,
  /** A class: one course section of a school. */
  SECTION;

  /** Returns the level's name in a sentence: "school" or "schools". */
  public String words(int count) {
    String one = name().toLowerCase(java.util.Locale.ROOT);
    return count == 1 ? one : one + "s";
  }
}
