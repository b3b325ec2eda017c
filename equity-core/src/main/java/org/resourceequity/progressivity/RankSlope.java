package org.resourceequity.progressivity;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.PairedSample;

/**
 * The value fitted at both ends of the ranks, 0 and 1, by a line or by a logistic curve.
 *
 * @param bottom the fitted value of those with the least of the ranking variable
 * @param top of those with the most of it
 */
record RankSlope(double bottom, double top) {

  private static final int ITERATIONS = 50;

  /** Largest gradient, relative to the variance of a share, that counts as solved. */
  private static final double RESIDUAL = 1e-14;

  /** A step that moves nothing solves it too: Newton's steps shrink quadratically. */
  private static final double SMALLEST_STEP = 1e-13;

  /** A likelihood that falls by no more than this share of it has not fallen. */
  private static final double ROUNDING = 1e-14;

  /** Up to this gradient the solution is taken where rounding lets it come no nearer. */
  private static final double TOLERATED = 1e-12;

  /** The weighted mean of mid-ranks is one half, so the line runs through (1/2, mean). */
  static Outcome<RankSlope> linear(PairedSample sample) {
    double[] ranks = sample.ranks();
    double half = sample.covarianceWith(ranks) / sample.covariance(ranks, ranks) / 2;
    double mean = sample.meanValue();
    return Outcome.of(new RankSlope(mean - half, mean + half));
  }

  /**
   * Newton's method for the weighted logistic likelihood, each step halved until the likelihood
   * does not fall. Undefined if a rank separates low from high values, or the gradient stays large.
   */
  static Outcome<RankSlope> logit(PairedSample sample, double low, double high) {
    double[] ranks = sample.ranks();
    double[] share = sample.values();
    double[] weight = sample.weights();
    double all = sample.totalWeight();
    for (int i = 0; i < share.length; i++) {
      share[i] = (share[i] - low) / (high - low);
      weight[i] /= all;
    }
    if (separated(ranks, share, weight)) {
      return Outcome.undefined(Condition.CONVERGENCE, "a rank separates low from high values");
    }
    double mean = ExactSum.ofProducts(share, weight);
    double constant = Math.log(mean / (1 - mean));
    double slope = 0;
    double residual = Double.MAX_VALUE;
    double reached = likelihood(constant, slope, ranks, share, weight);
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      ExactSum g0 = new ExactSum();
      ExactSum g1 = new ExactSum();
      ExactSum h00 = new ExactSum();
      ExactSum h01 = new ExactSum();
      ExactSum h11 = new ExactSum();
      for (int i = 0; i < share.length; i++) {
        double r = ranks[i] - 0.5;
        double p = 1 / (1 + Math.exp(-constant - slope * r));
        double score = weight[i] * (share[i] - p);
        double curvature = weight[i] * p * (1 - p);
        g0.add(score);
        g1.add(score * r);
        h00.add(curvature);
        h01.add(curvature * r);
        h11.add(curvature * r * r);
      }
      residual = Math.max(Math.abs(g0.value()), Math.abs(g1.value())) / (mean * (1 - mean));
      double determinant = h00.value() * h11.value() - h01.value() * h01.value();
      if (residual <= RESIDUAL || !(determinant > 0)) {
        break;
      }
      double up = (h11.value() * g0.value() - h01.value() * g1.value()) / determinant;
      double tilt = (h00.value() * g1.value() - h01.value() * g0.value()) / determinant;
      double part = 1;
      double next = likelihood(constant + up, slope + tilt, ranks, share, weight);
      while (next < reached - ROUNDING * Math.abs(reached) && part > 1e-10) {
        part /= 2;
        next = likelihood(constant + part * up, slope + part * tilt, ranks, share, weight);
      }
      constant += part * up;
      slope += part * tilt;
      reached = next;
      if (Math.max(Math.abs(up), Math.abs(tilt)) <= SMALLEST_STEP) {
        residual = 0;
        break;
      }
    }
    if (!(residual <= TOLERATED)) {
      return Outcome.undefined(
          Condition.CONVERGENCE, "residual " + residual + " after " + ITERATIONS + " iterations");
    }
    return Outcome.of(
        new RankSlope(
            low + (high - low) / (1 + Math.exp(-constant + slope / 2)),
            low + (high - low) / (1 + Math.exp(-constant - slope / 2))));
  }

  /**
   * Returns whether all that is not at the low bound has ranks at or above those of all that is not
   * at the high bound, or at or below them: the steeper a curve, the likelier it is then. Albert,
   * A. and Anderson, J. A. (1984), On the existence of maximum likelihood estimates in logistic
   * regression models, Biometrika 71, 1-10.
   */
  private static boolean separated(double[] ranks, double[] share, double[] weight) {
    double lowestOfHigh = 1;
    double highestOfHigh = 0;
    double lowestOfLow = 1;
    double highestOfLow = 0;
    for (int i = 0; i < ranks.length; i++) {
      if (weight[i] > 0 && share[i] > 0) {
        lowestOfHigh = Math.min(lowestOfHigh, ranks[i]);
        highestOfHigh = Math.max(highestOfHigh, ranks[i]);
      }
      if (weight[i] > 0 && share[i] < 1) {
        lowestOfLow = Math.min(lowestOfLow, ranks[i]);
        highestOfLow = Math.max(highestOfLow, ranks[i]);
      }
    }
    return lowestOfHigh >= highestOfLow || highestOfHigh <= lowestOfLow;
  }

  private static double likelihood(
      double constant, double slope, double[] ranks, double[] share, double[] weight) {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < share.length; i++) {
      double t = constant + slope * (ranks[i] - 0.5);
      // y ln p + (1 - y) ln(1 - p) = y t - ln(1 + e^t), written so that nothing overflows.
      double log = Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t)));
      sum.add(weight[i] * (share[i] * t - log));
    }
    return sum.value();
  }
}
