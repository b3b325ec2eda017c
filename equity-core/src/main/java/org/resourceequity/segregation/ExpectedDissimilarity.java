package org.resourceequity.segregation;

import java.util.Arrays;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;

/**
 * The dissimilarity that random assignment of the two groups in focus would give, in closed form.
 * Fractional counts are rounded to whole people first. Units of one size share their computation;
 * O(n log n).
 */
final class ExpectedDissimilarity implements Metric<CrossTab> {

  private final boolean binomial;
  private final MetricInfo info;

  /**
   * Makes the metric.
   *
   * @param binomial whether each person draws a group, so that group sizes vary, and the value may
   *     be above 1 as it is relative to the sizes expected; else both margins stay as they are
   */
  ExpectedDissimilarity(boolean binomial) {
    this.binomial = binomial;
    this.info =
        MetricInfo.of(
                "expected-dissimilarity" + (binomial ? ":binomial" : ""),
                "S2-DEXP",
                "Dissimilarity expected by chance",
                CrossTab.class)
            .range(0, binomial ? 2 : 1)
            .requires(Condition.SOME_UNITS, Condition.EVERY_GROUP, Condition.REPRESENTABLE)
            .formula(
                "D^* = \\frac{\\sum_i E|X_i - t_iP|}{2TP(1-P)},\\ X_i \\sim "
                    + (binomial ? "\\mathrm{Bin}(t_i, P)" : "\\mathrm{Hyp}(T, A, t_i)"))
            .reading("If students went to schools at random, D would still be {value}.")
            .reference(
                "Winship, C. (1977), A revaluation of indexes of residential segregation,"
                    + " doi:10.2307/2577572; Diaconis, P. and Zabell, S. (1991), Closed form"
                    + " summation for classical distributions, Statistical Science 6");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public double formula(CrossTab sample) {
    Pair pair = Pair.of(sample);
    double[] sizes = new double[pair.units()];
    double marked = 0;
    double all = 0;
    for (int i = 0; i < sizes.length; i++) {
      double a = Math.rint(pair.a[i]);
      sizes[i] = a + Math.rint(pair.b[i]);
      marked += a;
      all += sizes[i];
    }
    if (all > Chance.MOST) {
      return Double.NaN;
    }
    if (marked == 0 || marked == all) {
      return 0;
    }
    Arrays.sort(sizes);
    double p = marked / all;
    ExactSum sum = new ExactSum();
    for (int start = 0, end; start < sizes.length; start = end) {
      end = start;
      while (end < sizes.length && sizes[end] == sizes[start]) {
        end++;
      }
      double size = sizes[start];
      double deviation =
          binomial ? binomialDeviation(size, p) : fixedMarginDeviation(all, marked, size);
      sum.add((end - start) * deviation);
    }
    return sum.value() / (2 * all * p * (1 - p));
  }

  /** Returns the mean of |X - np|. */
  private static double binomialDeviation(double n, double p) {
    double next = Math.floor(n * p) + 1;
    return 2 * next * (1 - p) * Math.exp(Chance.logBinomial(next, n, p));
  }

  private static double fixedMarginDeviation(double all, double marked, double drawn) {
    double next = Math.floor(marked * drawn / all) + 1;
    return 2
        * next
        * (all - marked - drawn + next)
        / all
        * Math.exp(Chance.logHypergeometric(next, all, marked, drawn));
  }

  @Override
  public String toString() {
    return info.id();
  }
}
