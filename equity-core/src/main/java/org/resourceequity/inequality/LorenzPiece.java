package org.resourceequity.inequality;

import org.resourceequity.internal.RunningSum;
import org.resourceequity.sample.Distribution;

/**
 * One straight piece of the Lorenz curve: that of one unit. Gaps are distances of the curve from
 * the diagonal, p - L(p); they are summed as deviations, so nearly equal values keep their digits.
 *
 * @param before share of the weight before the unit
 * @param after share of the weight up to and with the unit
 * @param slope value of the unit relative to the mean
 * @param gapBefore gap at {@code before}
 * @param gapAfter gap at {@code after}
 */
record LorenzPiece(double before, double after, double slope, double gapBefore, double gapAfter) {

  /** A function of one piece. */
  interface OfPiece {
    double of(LorenzPiece piece);
  }

  /** Returns the sum over the pieces, from the lowest value up; never below 0. */
  static double sum(Distribution sample, OfPiece of) {
    Distribution sorted = sample.sorted();
    double all = sorted.totalWeight();
    double mean = sorted.mean();
    RunningSum weight = new RunningSum();
    RunningSum gap = new RunningSum();
    RunningSum sum = new RunningSum();
    double before = 0;
    double gapBefore = 0;
    for (int i = 0; i < sorted.size(); i++) {
      weight.add(sorted.weight(i));
      gap.addProduct(sorted.weight(i) / all, (mean - sorted.value(i)) / mean);
      boolean last = i + 1 == sorted.size();
      double after = last ? 1 : weight.value() / all;
      double gapAfter = last ? 0 : gap.value();
      sum.add(of.of(new LorenzPiece(before, after, sorted.value(i) / mean, gapBefore, gapAfter)));
      before = after;
      gapBefore = gapAfter;
    }
    return Math.max(0, sum.value());
  }

  double width() {
    return after - before;
  }

  /** Returns the integral of the gap. */
  double area() {
    return width() * (gapBefore + gapAfter) / 2;
  }

  /** Returns the integral of p times the gap, by Simpson's rule, which is exact for it. */
  double moment() {
    double middle = (before + after) * (gapBefore + gapAfter);
    return width() / 6 * (before * gapBefore + middle + after * gapAfter);
  }

  /** Returns the integral of the gap over p; the gap is linear in p. */
  double bonferroni() {
    double fall = 1 - slope;
    return fall * width() + (gapBefore - fall * before) * logOfGrowth();
  }

  /**
   * Returns the integral of \((p-L)/(p(1-L))\). With L = u + vp it is \(-u/(1-u)\cdot 1/p\) plus a
   * constant times \(1/(1-u-vp)\); in the last piece 1 - u = v, which leaves the first alone.
   */
  double zenga() {
    if (after == 1) {
      return (slope - 1) / slope * logOfGrowth();
    }
    double u = (1 - slope) * before - gapBefore;
    double above = 1 - before + gapBefore;
    double held = Math.min(slope * width() / above, 1 - 0x1p-53);
    double integral = slope == 0 ? width() / above : -Math.log1p(-held) / slope;
    return -u / (1 - u) * logOfGrowth() + (1 - slope - u * slope / (1 - u)) * integral;
  }

  /** Returns ln(after / before); in the first piece, where its factor is 0, 0. */
  private double logOfGrowth() {
    return before == 0 ? 0 : Math.log1p(width() / before);
  }
}
