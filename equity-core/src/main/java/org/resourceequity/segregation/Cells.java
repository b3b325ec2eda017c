package org.resourceequity.segregation;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.sample.CrossTab;

/** A table as arrays, with its sums. Groups and units may be empty; the formulas pass over them. */
final class Cells {

  /** Members by group and unit. */
  final double[][] count;

  /** Members of each unit. */
  final double[] unit;

  /** Members of each group. */
  final double[] group;

  /** All members. */
  final double all;

  private Cells(double[][] count, double[] unit, double[] group, double all) {
    this.count = count;
    this.unit = unit;
    this.group = group;
    this.all = all;
  }

  static Cells of(CrossTab table) {
    int groups = table.groups().size();
    double[][] count = new double[groups][];
    double[] group = new double[groups];
    for (int g = 0; g < groups; g++) {
      count[g] = table.members(g);
      group[g] = table.groupTotal(g);
    }
    return new Cells(count, table.unitTotals(), group, table.total());
  }

  /** Returns the table with these counts by group and unit. */
  static Cells of(double[][] count) {
    double[] unit = new double[count[0].length];
    double[] group = new double[count.length];
    ExactSum all = new ExactSum();
    for (int g = 0; g < count.length; g++) {
      ExactSum members = new ExactSum();
      for (int i = 0; i < unit.length; i++) {
        unit[i] += count[g][i];
        members.add(count[g][i]);
      }
      group[g] = members.value();
      all.add(members);
    }
    return new Cells(count, unit, group, all.value());
  }

  int groups() {
    return group.length;
  }

  int units() {
    return unit.length;
  }

  /** Returns the number of groups that have members. */
  int groupsWithMembers() {
    return positive(group);
  }

  /** Returns the number of units that have members. */
  int unitsWithMembers() {
    return positive(unit);
  }

  /** Returns each group's share of all members. */
  double[] shares() {
    double[] shares = new double[group.length];
    for (int g = 0; g < shares.length; g++) {
      shares[g] = group[g] / all;
    }
    return shares;
  }

  /** Returns each unit's share of all members. */
  double[] unitShares() {
    double[] shares = new double[unit.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = unit[i] / all;
    }
    return shares;
  }

  /** Returns each group's share of the members of a unit that has some. */
  double[] sharesIn(int i) {
    double[] shares = new double[group.length];
    for (int g = 0; g < shares.length; g++) {
      shares[g] = count[g][i] / unit[i];
    }
    return shares;
  }

  private static int positive(double[] numbers) {
    int positive = 0;
    for (double number : numbers) {
      if (number > 0) {
        positive++;
      }
    }
    return positive;
  }
}
