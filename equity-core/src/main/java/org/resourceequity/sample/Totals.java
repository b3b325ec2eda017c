package org.resourceequity.sample;

import org.resourceequity.internal.ExactSum;

/** The sums of a table of counts by unit, by group and of all, each rounded once. */
final class Totals {

  /** Up to here whole numbers add up without rounding. */
  private static final double LARGEST_WHOLE = 0x1p53;

  final double[] units;
  final double[] groups;
  final double all;

  /** Whether all counts are whole and so few that sums of them need no rounding. */
  final boolean whole;

  private Totals(double[] units, double[] groups, double all, boolean whole) {
    this.units = units;
    this.groups = groups;
    this.all = all;
    this.whole = whole;
  }

  /** Returns the sums of {@code counts[group][unit]}, none of them negative. */
  static Totals of(double[][] counts) {
    double[] units = new double[counts[0].length];
    double[] groups = new double[counts.length];
    double all = 0;
    boolean whole = true;
    for (int g = 0; g < groups.length; g++) {
      double[] row = counts[g];
      double sum = 0;
      for (int i = 0; i < units.length; i++) {
        double count = row[i];
        whole &= count == Math.rint(count);
        units[i] += count;
        sum += count;
      }
      groups[g] = sum;
      all += sum;
    }
    return whole && all <= LARGEST_WHOLE ? new Totals(units, groups, all, true) : exact(counts);
  }

  private static Totals exact(double[][] counts) {
    double[] units = new double[counts[0].length];
    double[] column = new double[counts.length];
    for (int i = 0; i < units.length; i++) {
      for (int g = 0; g < column.length; g++) {
        column[g] = counts[g][i];
      }
      units[i] = ExactSum.of(column);
    }
    double[] groups = new double[counts.length];
    ExactSum all = new ExactSum();
    for (int g = 0; g < groups.length; g++) {
      ExactSum sum = new ExactSum();
      for (double count : counts[g]) {
        sum.add(count);
      }
      groups[g] = sum.value();
      all.add(sum);
    }
    return new Totals(units, groups, all.value(), false);
  }
}
