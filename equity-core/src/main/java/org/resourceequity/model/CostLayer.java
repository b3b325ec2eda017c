package org.resourceequity.model;

/** At which level money is booked. */
public enum CostLayer {
  /** Site and central together; also used where there is no money. */
  ALL("site and central"),
  /** Spent at the school. */
  SITE("at the school"),
  /** Spent by the district on the school's behalf. */
  CENTRAL("by the district office");

  private final String words;

  CostLayer(String words) {
    this.words = words;
  }

  /** Returns the layer in words. */
  public String words() {
    return words;
  }
}
