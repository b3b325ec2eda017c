package org.resourceequity.metric;

import java.util.List;
import java.util.Locale;

/**
 * Which of two samples is more equal, whatever the index.
 *
 * @param relation how the two curves lie
 * @param crossings where the curves cross, as shares of the weight
 * @param largestDistance largest distance between the curves
 * @param at where that is
 */
public record Verdict(
    Relation relation, List<Double> crossings, double largestDistance, double at) {

  /** How two curves lie. */
  public enum Relation {
    /** The first is nowhere below the second. */
    FIRST,
    /** The second is nowhere below the first. */
    SECOND,
    /** The curves are the same. */
    EQUAL,
    /** The curves cross: indices may disagree. */
    CROSSING
  }

  /** Copies the list. */
  public Verdict {
    crossings = List.copyOf(crossings);
  }

  /** Returns the verdict in words: "crossing at 0.31, 0.7". */
  @Override
  public String toString() {
    String words = relation.name().toLowerCase(Locale.ROOT);
    return crossings.isEmpty()
        ? words
        : words
            + " at "
            + String.join(
                ", ",
                crossings.stream().map(at -> String.format(Locale.ROOT, "%.4g", at)).toList());
  }
}
