package org.resourceequity.segregation;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.internal.Parallel;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Derived;

/** Entropy of groups and the information that units give about them, in nats. */
final class Entropy {

  private static final Derived<CrossTab, Double> MUTUAL =
      Derived.of(table -> mutual(Cells.of(table)));

  private Entropy() {}

  /** Returns \(-\sum p\ln p\) of shares; 0 ln 0 is 0. */
  static double of(double[] shares) {
    double sum = 0;
    for (double share : shares) {
      if (share > 0) {
        sum -= share * Math.log(share);
      }
    }
    return Math.max(0, sum);
  }

  /** Returns the entropy of the groups. */
  static double ofGroups(Cells table) {
    return of(table.shares());
  }

  /** Returns the entropy of the groups in each unit; 0 where nobody is. */
  static double[] ofUnits(Cells table) {
    double[] entropy = new double[table.units()];
    for (int i = 0; i < entropy.length; i++) {
      if (table.unit(i) > 0) {
        entropy[i] = of(table.sharesIn(i));
      }
    }
    return entropy;
  }

  /** Returns \(\sum_u p_u E_u\), the entropy that is left when the unit is known. */
  static double conditional(Cells table) {
    double[] terms = ofUnits(table);
    for (int i = 0; i < terms.length; i++) {
      terms[i] *= table.unit(i) / table.all();
    }
    return ExactSum.of(terms);
  }

  /** Returns the mutual information of group and unit, worked out once for each table. */
  static double mutual(CrossTab table) {
    return MUTUAL.from(table);
  }

  /** Returns the mutual information of group and unit. */
  static double mutual(Cells table) {
    double[] terms = local(table);
    for (int i = 0; i < terms.length; i++) {
      terms[i] *= table.unit(i) / table.all();
    }
    return ExactSum.of(terms);
  }

  /**
   * Returns the local score of each unit, \(\sum_g p_{g|u}\ln(p_{g|u}/P_g)\); 0 where nobody is.
   *
   * <p>With r for the ratio of the shares it is summed as \(\sum_g P_g(r\ln r-r+1)\), whose terms
   * are never negative, so that nothing cancels where a unit is nearly as mixed as the whole.
   */
  static double[] local(Cells table) {
    double[] shares = table.shares();
    double[] local = new double[table.units()];
    Parallel.ranges(
        local.length,
        (long) local.length * shares.length,
        (from, end) -> {
          double[] ratios = new double[shares.length];
          for (int i = from; i < end; i++) {
            local[i] = table.unit(i) > 0 ? score(table, i, shares, ratios) : 0;
          }
        });
    return local;
  }

  /** All divisions come before all logarithms: so a processor does several of each at once. */
  private static double score(Cells table, int unit, double[] shares, double[] ratios) {
    double members = table.unit(unit);
    for (int g = 0; g < ratios.length; g++) {
      ratios[g] = table.count(g, unit) / members / shares[g];
    }
    double score = 0;
    for (int g = 0; g < ratios.length; g++) {
      if (shares[g] > 0) {
        score += shares[g] * excess(ratios[g]);
      }
    }
    return score;
  }

  /** Returns \(r\ln r-r+1\), which is 0 at 1, 1 at 0 and positive elsewhere. */
  static double excess(double r) {
    if (r > 0) {
      double excess = r * Math.log(r) - (r - 1);
      return excess < 0 ? 0 : excess;
    }
    return 1;
  }
}
