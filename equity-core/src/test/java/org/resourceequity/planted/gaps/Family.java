package org.resourceequity.planted.gaps;

/** Stands above the floor of metrics. */
public enum Family {
  /** The only one. */
  ONE
}
