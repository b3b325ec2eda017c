package org.resourceequity.analysis;

/** How values of units become the value of a group of units. It is part of every result. */
public enum Aggregation {
  /** Plain mean of the units' values. */
  MEAN_OF_UNITS("mean-of-units", "the average of the units, each counted once"),
  /** Sum of the numerators over sum of the denominators: what a dollar or a teacher sees. */
  POOLED("pooled", "all units of the group added together"),
  /** Mean over students of what their unit has: what a student sees. */
  STUDENT_EXPOSURE("student-exposure", "what the average student's unit has");

  private final String id;
  private final String words;

  Aggregation(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** Returns the stable id. */
  public String id() {
    return id;
  }

  /** Returns the rule in words. */
  public String words() {
    return words;
  }
}
