package org.resourceequity.inference;

import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;

/** What a bootstrap found: a number and how it varies over the replicates. */
public final class Resampled {

  private final double value;
  private final double[] replicates;
  private final int undefined;
  private final Draws draws;
  private final long seed;
  private final double mean;

  Resampled(double value, double[] sorted, int undefined, Draws draws, long seed) {
    this.value = value;
    this.replicates = sorted;
    this.undefined = undefined;
    this.draws = draws;
    this.seed = seed;
    this.mean = ExactSum.of(sorted) / sorted.length;
  }

  /** Returns the number of the sample itself. */
  public double value() {
    return value;
  }

  /** Returns a copy of the numbers of the replicates, in ascending order. */
  public double[] replicates() {
    return replicates.clone();
  }

  /** Returns in how many replicates the metric had no value; they count in nothing else. */
  public int undefined() {
    return undefined;
  }

  /** Returns what was drawn. */
  public Draws draws() {
    return draws;
  }

  /** Returns the seed. */
  public long seed() {
    return seed;
  }

  /** Returns the mean of the replicates less the number of the sample. */
  public double bias() {
    return mean - value;
  }

  /** Returns the number of the sample less the bias. */
  public double debiased() {
    return 2 * value - mean;
  }

  /** Returns the standard deviation of the replicates, with n - 1. */
  public double standardError() {
    ExactSum squares = new ExactSum();
    for (double replicate : replicates) {
      squares.add((replicate - mean) * (replicate - mean));
    }
    return Math.sqrt(squares.value() / (replicates.length - 1));
  }

  /**
   * Returns the percentile interval: the quantiles of the replicates, interpolated (Hyndman and Fan
   * type 7). Efron, B. (1981), doi:10.2307/3314608.
   *
   * @param level confidence level, such as 0.95
   */
  public Interval percentiles(double level) {
    return between(level, 0, "percentiles");
  }

  /**
   * Returns the percentile interval moved by twice the bias, so that it lies around {@link
   * #debiased()}. For indices that chance alone lifts, such as those of segregation.
   */
  public Interval debiasedPercentiles(double level) {
    return between(level, 2 * bias(), "debiased percentiles");
  }

  /**
   * Returns the basic interval, the percentile interval mirrored at the value. Davison, A. C. and
   * Hinkley, D. V. (1997), Bootstrap Methods and their Application.
   */
  public Interval basic(double level) {
    Interval percentiles = percentiles(level);
    return new Interval(
        2 * value - percentiles.high(), 2 * value - percentiles.low(), level, method("basic"));
  }

  private Interval between(double level, double less, String name) {
    Checks.within(level, 0, 1, "level");
    return new Interval(
        quantile((1 - level) / 2) - less, quantile((1 + level) / 2) - less, level, method(name));
  }

  private String method(String name) {
    return name + " of " + replicates.length + " bootstrap samples of " + draws.words();
  }

  private double quantile(double p) {
    double place = p * (replicates.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, replicates.length - 1);
    return replicates[below] + (place - below) * (replicates[above] - replicates[below]);
  }

  @Override
  public String toString() {
    return value
        + " (standard error "
        + standardError()
        + ", bias "
        + bias()
        + "; "
        + replicates.length
        + " bootstrap samples of "
        + draws.words()
        + ", seed "
        + seed
        + ")";
  }
}
