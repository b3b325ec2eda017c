package org.resourceequity.model;

/** Where money comes from. */
public enum Fund {
  /** All sources together; also used where there is no money. */
  ALL("all sources"),
  /** Federal. */
  FEDERAL("federal"),
  /** State and local together. */
  STATE_LOCAL("state and local"),
  /** State. */
  STATE("state"),
  /** Local. */
  LOCAL("local"),
  /** Title I, Part A. */
  TITLE_I("Title I");

  private final String words;

  Fund(String words) {
    this.words = words;
  }

  /** Returns the source in words. */
  public String words() {
    return words;
  }
}
