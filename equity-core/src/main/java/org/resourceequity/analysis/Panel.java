package org.resourceequity.analysis;

/** Which units a trend follows. It is part of every trend. */
public enum Panel {
  /** All units of each year. */
  ALL_UNITS,
  /** Only units that are there in every year under the same key. */
  SAME_UNITS,
  /** Units whose family is there in every year: renumbered, merged and split units are followed. */
  FOLLOW
}
