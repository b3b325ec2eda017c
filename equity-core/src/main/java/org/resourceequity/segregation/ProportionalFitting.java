package org.resourceequity.segregation;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;

/**
 * Iterative proportional fitting: the table with given sums of groups and of units that keeps the
 * cross-product ratios of a seed, \(X_{ug} = r_u n_{ug} c_g\).
 *
 * <p>Units and groups are scaled by turns, units first, until every sum is met to a relative
 * residual of 1e-12. Where that is slow, Newton's steps for the factors of the groups take over:
 * they are the minimum of a convex function with one variable for each group. Cells that are 0 in
 * the seed stay 0; so targets may be out of reach, and then there is no value.
 *
 * <p>O(iterations times cells); a table of 2,000 schools and 5 groups takes about 40 iterations.
 * Units are visited in the order of the table.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177731829">Deming, W. E. and Stephan, F. F. (1940),
 *     On a least squares adjustment of a sampled frequency table</a>
 */
public final class ProportionalFitting {

  /** Largest relative residual of a fitted table. */
  public static final double RESIDUAL = 1e-12;

  private static final int ITERATIONS = 1000;

  /** Relative difference up to which targets have the same total. */
  private static final double SAME_TOTAL = 1e-9;

  /** Scaling by turns is slow if it leaves more than this part of the residual. */
  private static final double SLOW = 0.9;

  /** The residual where somebody should be in an empty row or column. */
  private static final double OUT_OF_REACH = Double.MAX_VALUE;

  private static final ProportionalFitting DEFAULTS = new ProportionalFitting(0, false);

  private final double fill;
  private final boolean rescale;

  private ProportionalFitting(double fill, boolean rescale) {
    this.fill = fill;
    this.rescale = rescale;
  }

  /** Returns fitting that keeps zeros and refuses targets with different totals. */
  public static ProportionalFitting withDefaults() {
    return DEFAULTS;
  }

  /**
   * Returns fitting that takes zeros of the seed for gaps in what was counted and fills them.
   *
   * @param share what a zero cell becomes, as a share of all members; positive, such as 1e-10
   */
  public ProportionalFitting withFill(double share) {
    return new ProportionalFitting(checkedFill(share), rescale);
  }

  static double checkedFill(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "fill is " + share + ", expected a small positive share such as 1e-10");
    }
    return share;
  }

  /** Returns fitting that scales the sums of units to the total of the sums of groups. */
  public ProportionalFitting withRescaledUnits() {
    return new ProportionalFitting(fill, true);
  }

  /**
   * How well a table was fitted.
   *
   * @param iterations how often units and groups were scaled
   * @param residual largest difference between a sum and its target, relative to the target
   */
  public record Certificate(int iterations, double residual) implements Serializable {}

  /**
   * A fitted table.
   *
   * @param table the table
   * @param certificate how well it fits
   */
  public record Fitted(CrossTab table, Certificate certificate) {}

  /**
   * Fits a table to the sums of another with the same groups and units in the same order.
   *
   * @throws IllegalArgumentException if units or groups differ
   */
  public Outcome<Fitted> fit(CrossTab seed, CrossTab target) {
    if (!seed.groups().equals(target.groups())
        || !seed.units().keys().equals(target.units().keys())) {
      throw new IllegalArgumentException(
          "the target has the groups "
              + target.groups()
              + " and "
              + target.units()
              + ", expected those of the seed, "
              + seed.groups()
              + " and "
              + seed.units());
    }
    double[] groups = new double[target.groups().size()];
    Arrays.setAll(groups, target::groupTotal);
    return fit(seed, groups, target.unitTotals());
  }

  /**
   * Fits a table to sums of groups and of units.
   *
   * @param seed the table whose cross-product ratios are kept
   * @param groups target of each group, not negative
   * @param units target of each unit, not negative, with the same total; a relative difference of
   *     up to 1e-9 is taken for rounding, and units are scaled to the total of groups
   * @return the fitted table; undefined if the zeros of the seed do not allow the sums
   * @throws IllegalArgumentException if the totals differ, unless {@link #withRescaledUnits}
   */
  public Outcome<Fitted> fit(CrossTab seed, double[] groups, double[] units) {
    double[] groupTargets = Checks.notNegative(groups, "groups");
    double[] unitTargets = Checks.notNegative(units, "units");
    if (groups.length != seed.groups().size()) {
      throw new IllegalArgumentException(
          "groups has " + groups.length + " elements, expected " + seed.groups().size());
    }
    Checks.sameLength(units.length, seed.size(), "units");
    double all = ExactSum.of(groupTargets);
    double ofUnits = ExactSum.of(unitTargets);
    boolean same = Math.abs(all - ofUnits) <= SAME_TOTAL * Math.max(all, ofUnits);
    if (!same && !(rescale && ofUnits > 0)) {
      throw new IllegalArgumentException(
          "the targets of units add up to " + ofUnits + ", expected those of groups, " + all);
    }
    if (ofUnits != all) {
      // Also where they differ by rounding alone: no table has sums of two totals.
      Arrays.setAll(unitTargets, i -> unitTargets[i] / ofUnits * all);
    }
    Cells cells = Cells.of(seed);
    Fit fit = fit(filled(cells.counts(), cells.all(), fill), groupTargets, unitTargets);
    return fit.converged()
        ? Outcome.of(
            new Fitted(CrossTab.of(seed.units(), seed.groups(), fit.count), fit.certificate))
        : fit.undefined(seed.units().key(fit.worstUnit));
  }

  /** Returns a copy of the counts, with zeros filled by a share of all members if it is not 0. */
  static double[][] filled(double[][] count, double all, double fill) {
    double[][] filled = new double[count.length][];
    for (int g = 0; g < count.length; g++) {
      filled[g] = count[g].clone();
      for (int i = 0; i < filled[g].length && fill > 0; i++) {
        if (filled[g][i] == 0) {
          filled[g][i] = fill * all;
        }
      }
    }
    return filled;
  }

  /** What came out for arrays by group and unit. */
  static final class Fit {
    final double[][] count;
    final Certificate certificate;

    /** The unit whose sum is farthest from its target. */
    final int worstUnit;

    private Fit(double[][] count, Certificate certificate, int worstUnit) {
      this.count = count;
      this.certificate = certificate;
      this.worstUnit = worstUnit;
    }

    boolean converged() {
      return certificate.residual <= RESIDUAL;
    }

    <R> Outcome<R> undefined(String unit) {
      return Outcome.undefined(
          Condition.CONVERGENCE,
          "the zeros of the table do not allow the sums, unit \""
              + unit
              + "\" least; residual "
              + certificate.residual
              + " after "
              + certificate.iterations
              + " iterations");
    }
  }

  /** Fits counts by group and unit to targets with the same total. */
  static Fit fit(double[][] seed, double[] groups, double[] units) {
    Scaling best = new Scaling(seed, groups, units);
    double[] factors = new double[groups.length];
    Arrays.setAll(factors, g -> groups[g] > 0 ? 1 : 0);
    best.scale(factors);
    int iterations = 1;
    double before = Double.POSITIVE_INFINITY;
    Scaling trial = new Scaling(seed, groups, units);
    while (best.residual > RESIDUAL && best.residual < OUT_OF_REACH && iterations < ITERATIONS) {
      boolean slow = best.residual > SLOW * before;
      before = best.residual;
      iterations++;
      if (slow) {
        trial.scale(best.newton());
      }
      if (slow && trial.residual < SLOW * best.residual) {
        Scaling swap = best;
        best = trial;
        trial = swap;
      } else {
        best.scale(best.byTurns());
      }
    }
    return best.fitted(iterations);
  }

  /** Factors of the groups, and the factors of the units by which the units' sums are met. */
  private static final class Scaling {
    private final double[][] seed;
    private final double[] groups;
    private final double[] units;
    private final double[] ofUnits;
    private final double[] sums;
    private double[] ofGroups = {};
    private double residual = Double.POSITIVE_INFINITY;

    Scaling(double[][] seed, double[] groups, double[] units) {
      this.seed = seed;
      this.groups = groups;
      this.units = units;
      this.ofUnits = new double[units.length];
      this.sums = new double[groups.length];
    }

    /** Takes these factors of groups. */
    void scale(double[] factors) {
      ofGroups = factors;
      Arrays.fill(ofUnits, 0);
      for (int g = 0; g < seed.length; g++) {
        for (int i = 0; i < ofUnits.length; i++) {
          ofUnits[i] += seed[g][i] * factors[g];
        }
      }
      boolean empty = false;
      for (int i = 0; i < ofUnits.length; i++) {
        empty |= units[i] > 0 && !(ofUnits[i] > 0);
        ofUnits[i] = units[i] > 0 && ofUnits[i] > 0 ? units[i] / ofUnits[i] : 0;
      }
      residual = 0;
      for (int g = 0; g < seed.length; g++) {
        double sum = 0;
        for (int i = 0; i < ofUnits.length; i++) {
          sum += seed[g][i] * ofUnits[i];
        }
        sums[g] = sum * factors[g];
        empty |= groups[g] > 0 && !(sums[g] > 0);
        if (groups[g] > 0) {
          residual = Math.max(residual, Math.abs(sums[g] - groups[g]) / groups[g]);
        }
      }
      residual = empty ? OUT_OF_REACH : residual;
    }

    /** Returns the factors by which the groups' sums would be met if units did not move. */
    double[] byTurns() {
      double[] next = ofGroups.clone();
      for (int g = 0; g < next.length; g++) {
        if (sums[g] > 0) {
          next[g] *= groups[g] / sums[g];
        }
      }
      return next;
    }

    /**
     * Returns the factors after a step of Newton's method for their logarithms. The sums of the
     * groups move by \(\partial S_g/\partial\ln c_h = [g = h]S_g - \sum_u R_u w_{ug}w_{uh}\), with
     * R for the targets and w for the shares in the units. All factors may be multiplied alike, so
     * the last one stays.
     */
    double[] newton() {
      int[] free = freeGroups();
      double[][] slope = new double[free.length][free.length];
      double[] gap = new double[free.length];
      for (int a = 0; a < free.length; a++) {
        gap[a] = groups[free[a]] - sums[free[a]];
        for (int b = 0; b <= a; b++) {
          double product = 0;
          for (int i = 0; i < units.length; i++) {
            if (units[i] > 0) {
              product += seed[free[a]][i] * ofUnits[i] * (seed[free[b]][i] * ofUnits[i] / units[i]);
            }
          }
          product *= ofGroups[free[a]] * ofGroups[free[b]];
          slope[a][b] = (a == b ? sums[free[a]] : 0) - product;
          slope[b][a] = slope[a][b];
        }
      }
      double[] next = ofGroups.clone();
      try {
        double[] step =
            new LUDecomposition(new Array2DRowRealMatrix(slope, false))
                .getSolver()
                .solve(new ArrayRealVector(gap, false))
                .toArray();
        for (int a = 0; a < free.length; a++) {
          next[free[a]] *= Math.exp(step[a]);
        }
      } catch (SingularMatrixException e) {
        // Groups that share no unit with the others: scaling by turns goes on.
        return byTurns();
      }
      return next;
    }

    private int[] freeGroups() {
      int[] free = new int[groups.length];
      int n = 0;
      for (int g = 0; g < groups.length; g++) {
        if (groups[g] > 0) {
          free[n++] = g;
        }
      }
      return Arrays.copyOf(free, Math.max(0, n - 1));
    }

    Fit fitted(int iterations) {
      double[] last = residual > RESIDUAL ? byTurns() : ofGroups;
      double[][] count = new double[seed.length][units.length];
      double[] sum = new double[units.length];
      for (int g = 0; g < seed.length; g++) {
        for (int i = 0; i < units.length; i++) {
          count[g][i] = seed[g][i] * ofUnits[i] * last[g];
          sum[i] += count[g][i];
        }
      }
      int worst = 0;
      double most = -1;
      for (int i = 0; i < units.length; i++) {
        double off = units[i] > 0 ? Math.abs(sum[i] - units[i]) / units[i] : 0;
        if (off > most) {
          most = off;
          worst = i;
        }
      }
      return new Fit(count, new Certificate(iterations, residual), worst);
    }
  }
}
