package org.resourceequity.story;

/** What a comparison came to. */
public enum Status {
  /** A difference large enough to matter. */
  GAP("a difference"),
  /** The numbers are there and differ by less than what matters. */
  NO_CLEAR_DIFFERENCE("no clear difference"),
  /** The data cannot answer; the text names what is missing. */
  NOT_ENOUGH_DATA("not enough data"),
  /** Shown as context, not judged. */
  SHOWN("for context");

  private final String words;

  Status(String words) {
    this.words = words;
  }

  /** Returns the status in a person's words. */
  public String words() {
    return words;
  }
}
