package org.resourceequity.metric;

/**
 * A property that a metric may claim. The test kit checks every claim; the codes are those of the
 * literature on inequality and segregation.
 */
public enum Axiom {
  /** Only pairs of value and weight matter, not names or order. */
  ANONYMITY,
  /** Multiplying all values by a positive number changes nothing. */
  SCALE_INVARIANCE,
  /** Adding a number to all values changes nothing. */
  TRANSLATION_INVARIANCE,
  /** Several copies of the population have the value of one. */
  REPLICATION_INVARIANCE,
  /** Multiplying all weights by a positive number changes nothing. */
  WEIGHT_SCALE_INVARIANCE,
  /** A rank-preserving transfer from a richer to a poorer unit lowers the value. */
  PIGOU_DALTON,
  /** Such a transfer never raises the value. */
  WEAK_PIGOU_DALTON,
  /** The number of units matters: a unit of weight two is not two units. */
  COUNTS_UNITS,
  /** Equal values give 0. */
  ZERO_AT_EQUALITY,
  /** Equal values give 1. */
  ONE_AT_EQUALITY,
  /** Splitting a unit into proportional parts, or merging equal units, changes nothing. */
  ORGANISATIONAL_EQUIVALENCE,
  /** Splitting a unit in two never lowers the value. */
  SCHOOL_DIVISION,
  /** Multiplying all counts by a number changes nothing. */
  SIZE_INVARIANCE,
  /** Multiplying one group everywhere by a number changes nothing. */
  COMPOSITION_INVARIANCE,
  /** Exchanging the names of the groups changes nothing. */
  GROUP_SYMMETRY,
  /** Moving a member of a group to a unit where the group is less represented never raises. */
  SEGREGATION_TRANSFERS,
  /** Complete separation gives 1, proportional units give 0. */
  SEGREGATION_EXTREMES,
  /** Exchanging the two groups, or the two periods of a change, changes the sign. */
  ANTISYMMETRY,
  /** Exchanging the two groups gives the reciprocal. */
  RECIPROCITY,
  /** Multiplying all values multiplies the metric. */
  SCALE_EQUIVARIANCE,
  /** The ranking variable matters only through its order. */
  RANK_ONLY,
  /** Reversing the order of the ranking variable changes the sign. */
  RANK_REVERSAL,
  /** Of two equal transfers over equal distance, the one lower down counts more. */
  TRANSFER_SENSITIVITY,
  /** If the index of a part rises, its size and mean unchanged, the whole rises. */
  SUBGROUP_CONSISTENCY,
  /** Values above the target do not matter. */
  FOCUS,
  /** Raising a value that lies below the target lowers the value. */
  MONOTONICITY,
  /** Moving a member of a group to a unit where the group is less represented lowers the value. */
  STRICT_SEGREGATION_TRANSFERS,
  /** Exchanging members of two groups between units, each to where it is rarer, never raises. */
  WEAK_EXCHANGES,
  /** Such an exchange lowers the value. */
  EXCHANGES
}
