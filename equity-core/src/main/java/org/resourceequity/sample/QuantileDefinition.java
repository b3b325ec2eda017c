package org.resourceequity.sample;

import java.util.List;
import java.util.Locale;

/**
 * The definitions of a quantile in use. They differ where few units hold much of the weight, so a
 * result names its definition.
 *
 * <p>Types are those of R. J. Hyndman and Y. Fan (1996), Sample quantiles in statistical packages,
 * doi:10.1080/00031305.1996.10473566, on the data in which each unit is repeated according to its
 * weight. Types 1 and 2 need no repetition and take any weights; the others count order statistics,
 * so they require {@link WholeWeights}.
 */
public enum QuantileDefinition {
  /** Smallest value up to which at least the share p of the weight lies: the inverse CDF. */
  TYPE1,
  /** As {@link #TYPE1}, averaged with the next value where the share p is met exactly. */
  TYPE2,
  /** The order statistic nearest to Np, the even one of two. */
  TYPE3,
  /** Order statistics interpolated at Np. */
  TYPE4(0, 1),
  /** Order statistics interpolated at Np + 1/2. */
  TYPE5(0.5, 0.5),
  /** Order statistics interpolated at (N+1)p. */
  TYPE6(0, 0),
  /** Order statistics interpolated at (N-1)p + 1: the default of R and NumPy. */
  TYPE7(1, 1),
  /** Order statistics interpolated at (N+1/3)p + 1/3: nearly unbiased for the median. */
  TYPE8(1 / 3.0, 1 / 3.0),
  /** Order statistics interpolated at (N+1/4)p + 3/8: nearly unbiased for normal data. */
  TYPE9(0.375, 0.375),
  /** The values, equal ones as one, interpolated over their cumulative weight C at C/N = p. */
  I_OVER_N(0, 1),
  /** As {@link #I_OVER_N}, at C/(N+1) = p. */
  I_OVER_N_PLUS_1(0, 0),
  /** As {@link #I_OVER_N}, at (C-1)/(N-1) = p. */
  I_MINUS_1_OVER_N_MINUS_1(1, 1),
  /**
   * The mean of the order statistics under a beta distribution: smooth where one unit decides the
   * others. N is the total weight if weights are whole numbers, else \((\sum w)^2/\sum w^2\). F. E.
   * Harrell and C. E. Davis (1982), A new distribution-free quantile estimator,
   * doi:10.1093/biomet/69.3.635.
   */
  HARRELL_DAVIS;

  private final double first;
  private final double last;

  QuantileDefinition() {
    this(0, 0);
  }

  /** Plotting positions (k - first) / (N + 1 - first - last). */
  QuantileDefinition(double first, double last) {
    this.first = first;
    this.last = last;
  }

  /** Returns the name as ids write it: "type7", "i-over-n". */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the definition with an id.
   *
   * @throws IllegalArgumentException if there is none; the message lists the known ids
   */
  public static QuantileDefinition of(String id) {
    for (QuantileDefinition definition : values()) {
      if (definition.id().equals(id)) {
        return definition;
      }
    }
    throw new IllegalArgumentException(
        "quantile definition is \""
            + id
            + "\", expected one of "
            + String.join(", ", List.of(values()).stream().map(QuantileDefinition::id).toList()));
  }

  /** Returns what a distribution must meet to have quantiles by this definition. */
  public List<Requirement> requires() {
    return switch (this) {
      case TYPE3, TYPE4, TYPE5, TYPE6, TYPE7, TYPE8, TYPE9 ->
          List.of(Condition.SOME_UNITS, new WholeWeights());
      default -> List.of(Condition.SOME_UNITS);
    };
  }

  /** Returns the place of the quantile p among the order statistics 1 to {@code all}. */
  double place(double p, double all) {
    return first + p * (all + 1 - first - last);
  }
}
