package org.resourceequity.sample;

import java.io.Serializable;

/** With whom a group's risk is compared. It is part of every result. */
public sealed interface RiskComparison extends Serializable {

  /** Everybody who is not in the group. */
  record AllOthers() implements RiskComparison {}

  /** Everybody, the group included. */
  record Total() implements RiskComparison {}

  /**
   * Another group.
   *
   * @param group its name
   */
  record Reference(String group) implements RiskComparison {}

  /**
   * Everybody who is not in the group in another table, such as the State's.
   *
   * @param table the other table
   */
  record AllOthersIn(RiskCounts table) implements RiskComparison {}

  /** Returns the comparison in words. */
  default String words() {
    if (this instanceof Reference reference) {
      return reference.group();
    }
    if (this instanceof Total) {
      return "everybody";
    }
    return this instanceof AllOthers ? "all others" : "all others elsewhere";
  }
}
