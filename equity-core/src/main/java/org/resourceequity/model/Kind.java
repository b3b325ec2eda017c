package org.resourceequity.model;

/** What may be done with the numbers of a variable. */
public enum Kind {
  /** A number of people or things: parts add up. */
  COUNT,
  /** An amount, such as dollars: parts add up. */
  AMOUNT,
  /** A rate or a mean: never added. */
  RATE;

  /** Returns whether parts add up to the whole. */
  public boolean adds() {
    return this != RATE;
  }
}
