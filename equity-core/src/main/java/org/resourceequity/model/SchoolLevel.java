package org.resourceequity.model;

/** The kind of school by the grades it serves. */
public enum SchoolLevel {
  /** Pre-kindergarten only. */
  PRESCHOOL("preschools"),
  /** Elementary. */
  ELEMENTARY("elementary schools"),
  /** Middle. */
  MIDDLE("middle schools"),
  /** High. */
  HIGH("high schools"),
  /** Grades of several levels. */
  COMBINED("combined schools"),
  /** Not known. */
  UNKNOWN("schools of unknown level");

  private final String words;

  SchoolLevel(String words) {
    this.words = words;
  }

  /** Returns the plural: "elementary schools". */
  public String words() {
    return words;
  }

  /**
   * Returns the level of a school from its grades, by the rule used for every source that gives
   * grades: only pre-kindergarten is PRESCHOOL; lowest grade at most 3 and highest at most 8 is
   * ELEMENTARY; lowest from 4 to 7 and highest at most 9 is MIDDLE; lowest at least 7 and highest
   * from 10 to 12 is HIGH; the rest, such as K-12 and 6-12, is COMBINED. It follows the published
   * rule of the Common Core of Data up to 2016-17.
   */
  public static SchoolLevel of(GradeSpan span) {
    if (span.highest() < 0) {
      return PRESCHOOL;
    }
    if (span.lowest() <= 3 && span.highest() <= 8) {
      return ELEMENTARY;
    }
    if (span.lowest() >= 4 && span.lowest() <= 7 && span.highest() <= 9) {
      return MIDDLE;
    }
    return span.lowest() >= 7 && span.highest() >= 10 ? HIGH : COMBINED;
  }
}
