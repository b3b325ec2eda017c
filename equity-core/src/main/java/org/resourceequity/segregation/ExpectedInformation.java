package org.resourceequity.segregation;

import java.util.Arrays;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;

/**
 * The M or H that random assignment would give: the mean over all tables with the same margins,
 * exact and without simulation. Each cell is then hypergeometric. Fractional counts are rounded to
 * whole students first.
 *
 * <p>Cost: units of the same size share their computation; O(sum over distinct sizes and groups of
 * the smaller of the two).
 */
final class ExpectedInformation implements Metric<CrossTab> {

  private final boolean normalised;
  private final MetricInfo info;

  ExpectedInformation(boolean normalised) {
    this.normalised = normalised;
    this.info =
        MetricInfo.of(
                normalised ? "theil-h-expected" : "mutual-information-expected",
                "SM-BIAS",
                (normalised ? "H" : "M") + " expected by chance",
                CrossTab.class)
            .range(0, normalised ? 1 : Double.MAX_VALUE)
            .unit(normalised ? "" : "nats")
            .requires(Condition.SOME_UNITS, Condition.VARIATION, Condition.REPRESENTABLE)
            .claims(Axiom.GROUP_SYMMETRY)
            .formula(
                "E[M] = \\tfrac1N\\bigl[\\sum_{ug}E f(X_{ug}) - \\sum_u f(n_u) - \\sum_g f(n_g) +"
                    + " f(N)\\bigr],\\ f(n)=n\\ln n"
                    + (normalised ? ",\\quad E[H] = E[M]/E" : ""))
            .reading("If students went to schools at random, the scale would still show {value}.")
            .reference(
                "Vinh, N. X., Epps, J. and Bailey, J. (2010), Information theoretic measures for"
                    + " clusterings comparison, Journal of Machine Learning Research 11");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public double formula(CrossTab table) {
    int groups = table.groups().size();
    double[] size = new double[table.size()];
    double[] members = new double[groups];
    double all = 0;
    for (int i = 0; i < size.length; i++) {
      for (int g = 0; g < groups; g++) {
        double count = Math.rint(table.count(g, i));
        size[i] += count;
        members[g] += count;
        all += count;
      }
    }
    if (all > Chance.MOST) {
      return Double.NaN;
    }
    Arrays.sort(size);
    ExactSum sum = new ExactSum();
    for (int start = 0, end; start < size.length; start = end) {
      end = start;
      while (end < size.length && size[end] == size[start]) {
        end++;
      }
      int units = end - start;
      sum.add(-units * f(size[start]));
      for (double group : members) {
        sum.add(units * expectedF(all, group, size[start]));
      }
    }
    ExactSum entropy = new ExactSum();
    for (double group : members) {
      sum.add(-f(group));
      entropy.add(-f(group));
    }
    sum.add(f(all));
    entropy.add(f(all));
    if (!(entropy.value() > 0)) {
      return 0;
    }
    double information = Math.max(0, sum.value());
    return normalised ? Math.min(1, information / entropy.value()) : information / all;
  }

  private static double f(double n) {
    return n > 0 ? n * Math.log(n) : 0;
  }

  /** Returns E f(X) for X hypergeometric: {@code drawn} of {@code all}, {@code group} marked. */
  private static double expectedF(double all, double group, double drawn) {
    double low = Math.max(0, drawn + group - all);
    double high = Math.min(drawn, group);
    // Outward from the mode by the ratio of neighbouring probabilities.
    double mode = Math.min(high, Math.max(low, Math.floor((drawn + 1) * (group + 1) / (all + 2))));
    double atMode = Math.exp(Chance.logHypergeometric(mode, all, group, drawn));
    double sum = atMode * f(mode);
    double p = atMode;
    for (double x = mode; x < high && p > 0; x++) {
      p *= (group - x) / (x + 1) * (drawn - x) / (all - group - drawn + x + 1);
      sum += p * f(x + 1);
    }
    p = atMode;
    for (double x = mode; x > low && p > 0; x--) {
      p *= x / (group - x + 1) * (all - group - drawn + x) / (drawn - x + 1);
      sum += p * f(x - 1);
    }
    return sum;
  }

  @Override
  public String toString() {
    return info.id();
  }
}
