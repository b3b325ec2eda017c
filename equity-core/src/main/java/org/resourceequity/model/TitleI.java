package org.resourceequity.model;

/** A school's part in Title I, Part A. */
public enum TitleI {
  /** Schoolwide programme. */
  SCHOOLWIDE("Title I schoolwide"),
  /** Targeted assistance programme. */
  TARGETED("Title I targeted assistance"),
  /** Eligible but without a programme. */
  ELIGIBLE("eligible for Title I, not a participant"),
  /** Not eligible. */
  NOT_ELIGIBLE("not eligible for Title I"),
  /** Not known; it does not mean "no". */
  UNKNOWN("Title I status unknown");

  private final String words;

  TitleI(String words) {
    this.words = words;
  }

  /** Returns the status in words. */
  public String words() {
    return words;
  }

  /** Returns whether the school has a programme, schoolwide or targeted. */
  public boolean participates() {
    return this == SCHOOLWIDE || this == TARGETED;
  }
}
