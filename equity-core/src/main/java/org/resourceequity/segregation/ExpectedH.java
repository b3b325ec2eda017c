package org.resourceequity.segregation;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.special.Gamma;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;

/**
 * The H that random assignment would give: the mean over all tables with the same margins, exact
 * and without simulation. Each cell is then hypergeometric. Fractional counts are rounded to whole
 * students first.
 *
 * <p>Cost: units of the same size share their computation; O(sum over distinct sizes and groups of
 * the smaller of the two).
 */
final class ExpectedH implements Metric<CrossTab> {

  /** Beyond this many people the loops over cells take too long, and in the end do not move. */
  private static final double MOST = 1e12;

  private static final MetricInfo INFO =
      MetricInfo.of("theil-h-expected", "SM-BIAS", "H expected by chance", CrossTab.class)
          .range(0, 1)
          .requires(Condition.SOME_UNITS, Condition.VARIATION, Condition.REPRESENTABLE)
          .claims(Axiom.GROUP_SYMMETRY)
          .formula(
              "E[M] = \\tfrac1N\\bigl[\\sum_{ug}E f(X_{ug}) - \\sum_u f(n_u) - \\sum_g f(n_g) +"
                  + " f(N)\\bigr],\\ f(n)=n\\ln n")
          .reading("If students went to schools at random, the scale would still show {value}.")
          .reference("Vinh, N. X., Epps, J. and Bailey, J. (2010), JMLR 11, 2837-2854");

  @Override
  public MetricInfo info() {
    return INFO;
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
    if (all > MOST) {
      return Double.NaN;
    }
    Map<Double, Integer> units = new HashMap<>();
    for (double n : size) {
      units.merge(n, 1, Integer::sum);
    }
    ExactSum sum = new ExactSum();
    ExactSum entropy = new ExactSum();
    for (Map.Entry<Double, Integer> same : units.entrySet()) {
      sum.add(-same.getValue() * f(same.getKey()));
      for (double group : members) {
        sum.add(same.getValue() * expectedF(all, group, same.getKey()));
      }
    }
    for (double group : members) {
      sum.add(-f(group));
      entropy.add(-f(group));
    }
    sum.add(f(all));
    entropy.add(f(all));
    if (!(entropy.value() > 0)) {
      return 0;
    }
    return Math.min(1, Math.max(0, sum.value() / entropy.value()));
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
    double atMode =
        Math.exp(
            logChoose(group, mode) + logChoose(all - group, drawn - mode) - logChoose(all, drawn));
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

  private static double logChoose(double n, double k) {
    return Gamma.logGamma(n + 1) - Gamma.logGamma(k + 1) - Gamma.logGamma(n - k + 1);
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
