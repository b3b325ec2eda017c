package org.resourceequity.inference;

/**
 * What is thought of as drawn by chance when a number is given an interval. A census of one year
 * has no sampling error; the interval tells what would vary if history drew again.
 */
public enum Draws {
  /** Each student is a draw: who attends and who is counted could have been others. */
  STUDENTS("students"),
  /** Each unit is a draw: these schools stand for all schools that could be. */
  UNITS("units"),
  /** Whole clusters are draws, such as districts whose schools share a policy. */
  CLUSTERS("clusters");

  private final String words;

  Draws(String words) {
    this.words = words;
  }

  /** Returns the name in words. */
  public String words() {
    return words;
  }
}
