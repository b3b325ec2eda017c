package org.resourceequity.analysis;

/** How much a unit counts. It is part of every result. */
public enum Weighting {
  /** Each unit counts by its students, or by what the ratio is divided by. */
  STUDENTS("each unit counts by its students"),
  /** Each unit counts once. */
  UNITS("each unit counts once");

  private final String words;

  Weighting(String words) {
    this.words = words;
  }

  /** Returns the weighting in words. */
  public String words() {
    return words;
  }
}
