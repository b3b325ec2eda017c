package org.resourceequity.segregation;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.sample.CrossTab;

/**
 * Counts by group and unit, and their sums: those of a table, which are not copied, or arrays made
 * on the way. Groups and units may be empty; the formulas pass over them.
 */
abstract class Cells {

  private Cells() {}

  static Cells of(CrossTab table) {
    return new OfTable(table);
  }

  /** Returns cells with these counts by group and unit, which are not copied. */
  static Cells of(double[][] count) {
    return new OfArrays(count);
  }

  abstract int groups();

  abstract int units();

  /** Returns the members of a group in a unit. */
  abstract double count(int group, int unit);

  /** Returns the members of a group in all units, not to be changed. */
  abstract double[] members(int group);

  /** Returns the members of a unit. */
  abstract double unit(int unit);

  /** Returns the members of a group. */
  abstract double group(int group);

  /** Returns all members. */
  abstract double all();

  /** Returns the number of groups that have members. */
  int groupsWithMembers() {
    int groups = 0;
    for (int g = 0; g < groups(); g++) {
      groups += group(g) > 0 ? 1 : 0;
    }
    return groups;
  }

  /** Returns the number of units that have members. */
  int unitsWithMembers() {
    int units = 0;
    for (int i = 0; i < units(); i++) {
      units += unit(i) > 0 ? 1 : 0;
    }
    return units;
  }

  /** Returns each group's share of all members. */
  double[] shares() {
    double all = all();
    double[] shares = new double[groups()];
    for (int g = 0; g < shares.length; g++) {
      shares[g] = group(g) / all;
    }
    return shares;
  }

  /** Returns each unit's share of all members. */
  double[] unitShares() {
    double all = all();
    double[] shares = unitTotals();
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= all;
    }
    return shares;
  }

  /** Returns each group's share of the members of a unit that has some. */
  double[] sharesIn(int unit) {
    double[] shares = new double[groups()];
    for (int g = 0; g < shares.length; g++) {
      shares[g] = count(g, unit) / unit(unit);
    }
    return shares;
  }

  /** Returns the members of every unit. */
  double[] unitTotals() {
    double[] totals = new double[units()];
    for (int i = 0; i < totals.length; i++) {
      totals[i] = unit(i);
    }
    return totals;
  }

  /** Returns the members of every group in every unit, rows not to be changed. */
  double[][] counts() {
    double[][] counts = new double[groups()][];
    for (int g = 0; g < counts.length; g++) {
      counts[g] = members(g);
    }
    return counts;
  }

  private static final class OfTable extends Cells {
    private final CrossTab table;

    OfTable(CrossTab table) {
      this.table = table;
    }

    @Override
    int groups() {
      return table.groups().size();
    }

    @Override
    int units() {
      return table.size();
    }

    @Override
    double count(int group, int unit) {
      return table.count(group, unit);
    }

    @Override
    double[] members(int group) {
      return table.members(group);
    }

    @Override
    double unit(int unit) {
      return table.unitTotal(unit);
    }

    @Override
    double group(int group) {
      return table.groupTotal(group);
    }

    @Override
    double all() {
      return table.total();
    }
  }

  private static final class OfArrays extends Cells {
    private final double[][] count;
    private final double[] unit;
    private final double[] group;
    private final double all;

    OfArrays(double[][] count) {
      this.count = count;
      this.unit = new double[count[0].length];
      this.group = new double[count.length];
      ExactSum sum = new ExactSum();
      for (int g = 0; g < count.length; g++) {
        ExactSum members = new ExactSum();
        for (int i = 0; i < unit.length; i++) {
          unit[i] += count[g][i];
          members.add(count[g][i]);
        }
        group[g] = members.value();
        sum.add(members);
      }
      this.all = sum.value();
    }

    @Override
    int groups() {
      return group.length;
    }

    @Override
    int units() {
      return unit.length;
    }

    @Override
    double count(int group, int unit) {
      return count[group][unit];
    }

    @Override
    double[] members(int group) {
      return count[group];
    }

    @Override
    double unit(int unit) {
      return this.unit[unit];
    }

    @Override
    double group(int group) {
      return this.group[group];
    }

    @Override
    double all() {
      return all;
    }
  }
}
