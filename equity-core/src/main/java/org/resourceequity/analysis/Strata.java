package org.resourceequity.analysis;

/** Units that are compared only among their like. */
public enum Strata {
  /** All units together. */
  ALL_TOGETHER,
  /** Elementary schools among elementary schools, and so on. */
  SCHOOL_LEVEL
}
