package org.resourceequity.sample;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;

/** Counts of people per group and unit: the table that three of the sample kinds share. */
final class GroupCounts implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<String> groups;
  private final double[][] counts;

  /** Computed at the first use. */
  private transient volatile double @Nullable [] unitTotals;

  private transient volatile double @Nullable [] groupTotals;

  private GroupCounts(List<String> groups, double[][] counts) {
    this.groups = groups;
    this.counts = counts;
  }

  static GroupCounts of(List<String> groups, double[][] counts, int units, String name) {
    Set<String> seen = new HashSet<>(groups);
    if (groups.isEmpty() || seen.size() != groups.size()) {
      throw new IllegalArgumentException(
          "groups are " + groups + ", expected at least one and no name twice");
    }
    if (counts.length != groups.size()) {
      throw new IllegalArgumentException(
          name + " has " + counts.length + " rows, expected one per group " + groups);
    }
    double[][] copy = new double[counts.length][];
    for (int g = 0; g < copy.length; g++) {
      Checks.sameLength(counts[g].length, units, name + " of group " + groups.get(g));
      copy[g] = Checks.notNegative(counts[g], name + " of group " + groups.get(g));
    }
    return new GroupCounts(List.copyOf(groups), copy);
  }

  List<String> groups() {
    return groups;
  }

  int index(String group) {
    int at = groups.indexOf(group);
    if (at < 0) {
      throw new IllegalArgumentException("no group \"" + group + "\" among " + groups);
    }
    return at;
  }

  double count(int group, int unit) {
    return counts[group][unit];
  }

  double[] row(int group) {
    return counts[group];
  }

  double unitTotal(int unit) {
    return unitTotals()[unit];
  }

  /** Returns the shared array of the members of each unit; not to be changed. */
  double[] unitTotals() {
    double[] totals = unitTotals;
    if (totals == null) {
      totals = new double[counts[0].length];
      for (int i = 0; i < totals.length; i++) {
        ExactSum sum = new ExactSum();
        for (double[] row : counts) {
          sum.add(row[i]);
        }
        totals[i] = sum.value();
      }
      unitTotals = totals;
    }
    return totals;
  }

  double groupTotal(int group) {
    return groupTotals()[group];
  }

  double total() {
    return groupTotals()[counts.length];
  }

  /** The members of each group, then those of all groups. */
  private double[] groupTotals() {
    double[] totals = groupTotals;
    if (totals == null) {
      totals = new double[counts.length + 1];
      ExactSum all = new ExactSum();
      for (int g = 0; g < counts.length; g++) {
        ExactSum sum = new ExactSum();
        for (double count : counts[g]) {
          sum.add(count);
        }
        totals[g] = sum.value();
        all.add(sum);
      }
      totals[counts.length] = all.value();
      groupTotals = totals;
    }
    return totals;
  }

  GroupCounts select(int[] chosen) {
    double[][] some = new double[counts.length][];
    for (int g = 0; g < some.length; g++) {
      some[g] = Sample.pick(counts[g], chosen);
    }
    return new GroupCounts(groups, some);
  }

  GroupCounts append(GroupCounts other) {
    sameGroups(other);
    double[][] both = new double[counts.length][];
    for (int g = 0; g < both.length; g++) {
      both[g] = Sample.concat(counts[g], other.counts[g]);
    }
    return new GroupCounts(groups, both);
  }

  /**
   * Returns the counts of both tables added unit by unit; {@code place} maps the other's units.
   * Whole counts add exactly in any order; fractional ones are rounded at each addition, so parts
   * of those are better added in a store's builder.
   */
  GroupCounts add(GroupCounts other, int[] place, int units) {
    sameGroups(other);
    double[][] sum = new double[counts.length][];
    for (int g = 0; g < sum.length; g++) {
      sum[g] = Arrays.copyOf(counts[g], units);
      for (int i = 0; i < place.length; i++) {
        sum[g][place[i]] += other.counts[g][i];
      }
    }
    return new GroupCounts(groups, sum);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof GroupCounts other
        && groups.equals(other.groups)
        && Arrays.deepEquals(counts, other.counts);
  }

  @Override
  public int hashCode() {
    return groups.hashCode() * 31 + Arrays.deepHashCode(counts);
  }

  private void sameGroups(GroupCounts other) {
    if (!groups.equals(other.groups)) {
      throw new IllegalArgumentException(
          "cannot put together groups " + groups + " and " + other.groups);
    }
  }
}
