package org.resourceequity.model;

import java.util.Locale;

/** Why a value is not there. Missing, suppressed and zero are three different things. */
public enum Reason {
  /** The publisher has no number for this unit. */
  NOT_REPORTED,
  /** The question does not apply to this unit. */
  NOT_APPLICABLE,
  /** Hidden to protect persons; bounds may be known. */
  SUPPRESSED_PRIVACY,
  /** Withheld because the quality was too low. */
  SUPPRESSED_QUALITY,
  /** Not published yet. */
  NOT_YET_PUBLISHED,
  /** Not collected in this year. */
  NOT_COLLECTED,
  /** Impossible or contradictory, so not used. */
  FLAGGED_INVALID,
  /** The row of this unit is absent. */
  STRUCTURAL_GAP,
  /** A code that the format does not know. */
  UNKNOWN_CODE;

  /** Returns the reason in words: "not reported". */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
