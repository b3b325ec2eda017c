package org.resourceequity.model;

/** How a known value came about, from the best to the least direct. */
public enum Quality {
  /** As published. */
  REPORTED,
  /** Changed by the publisher. */
  EDITED,
  /** Filled in by the publisher. */
  IMPUTED,
  /** Computed by a reader from other published values. */
  DERIVED
}
