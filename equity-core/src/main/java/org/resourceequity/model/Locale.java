package org.resourceequity.model;

/** Where a school lies, in the four classes of the National Center for Education Statistics. */
public enum Locale {
  /** City. */
  CITY,
  /** Suburb. */
  SUBURB,
  /** Town. */
  TOWN,
  /** Rural. */
  RURAL,
  /** Not known. */
  UNKNOWN
}
