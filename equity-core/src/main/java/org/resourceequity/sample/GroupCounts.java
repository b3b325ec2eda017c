package org.resourceequity.sample;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.Parallel;

/** Counts of people per group and unit: the table that three of the sample kinds share. */
final class GroupCounts implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<String> groups;
  private final double[][] counts;

  /** The sums of which the counts are the rounded values; null if rounding lost nothing. */
  private final CountSums @Nullable [] sums;

  /** Computed at the first use. */
  private transient volatile @Nullable Totals totals;

  private GroupCounts(List<String> groups, double[][] counts) {
    this(groups, counts, null);
  }

  private GroupCounts(List<String> groups, double[][] counts, CountSums @Nullable [] sums) {
    this.groups = groups;
    this.counts = counts;
    this.sums = sums;
  }

  /** Returns the counts that these sums have when they are read. */
  private static GroupCounts of(List<String> groups, CountSums[] sums) {
    double[][] counts = new double[sums.length][];
    boolean rounded = false;
    for (int g = 0; g < sums.length; g++) {
      counts[g] = sums[g].values();
      rounded |= !sums[g].areNumbers();
    }
    return new GroupCounts(groups, counts, rounded ? sums : null);
  }

  /** Returns the sums of a group, not to be changed. */
  private CountSums sums(int group) {
    return sums == null ? CountSums.of(counts[group]) : sums[group];
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
    return totals().units[unit];
  }

  /** Returns the shared array of the members of each unit; not to be changed. */
  double[] unitTotals() {
    return totals().units;
  }

  double groupTotal(int group) {
    return totals().groups[group];
  }

  double total() {
    return totals().all;
  }

  private Totals totals() {
    Totals known = totals;
    if (known == null) {
      known = Totals.of(counts);
      totals = known;
    }
    return known;
  }

  GroupCounts select(int[] chosen) {
    if (sums != null) {
      CountSums[] some = new CountSums[counts.length];
      Arrays.setAll(some, g -> sums(g).pick(chosen));
      return of(groups, some);
    }
    double[][] some = new double[counts.length][];
    for (int g = 0; g < some.length; g++) {
      some[g] = Sample.pick(counts[g], chosen);
    }
    return new GroupCounts(groups, some);
  }

  /** Returns the counts of each part, rounded once. */
  GroupCounts pool(Partition partition) {
    double[][] pooled = new double[counts.length][];
    boolean whole = totals().whole;
    Parallel.each(
        pooled.length,
        (long) pooled.length * partition.size(),
        g -> pooled[g] = whole ? wholeSums(g, partition) : sums(g, partition));
    return new GroupCounts(groups, pooled);
  }

  private double[] wholeSums(int group, Partition partition) {
    double[] row = counts[group];
    double[] sums = new double[partition.parts()];
    for (int i = 0; i < row.length; i++) {
      sums[partition.part(i)] += row[i];
    }
    return sums;
  }

  private double[] sums(int group, Partition partition) {
    CountSums sums = CountSums.zeros(partition.parts());
    for (int i = 0; i < partition.size(); i++) {
      sums.add(partition.part(i), counts[group][i]);
    }
    return sums.values();
  }

  GroupCounts append(GroupCounts other) {
    sameGroups(other);
    if (sums != null || other.sums != null) {
      int units = counts[0].length;
      int[] place = new int[other.counts[0].length];
      Arrays.setAll(place, i -> units + i);
      return add(other, place, units + place.length);
    }
    double[][] both = new double[counts.length][];
    for (int g = 0; g < both.length; g++) {
      both[g] = Sample.concat(counts[g], other.counts[g]);
    }
    return new GroupCounts(groups, both);
  }

  /**
   * Returns the counts of both tables added unit by unit; {@code place} maps the other's units.
   * They are rounded when they are read, so tables may be added in any order.
   */
  GroupCounts add(GroupCounts other, int[] place, int units) {
    sameGroups(other);
    CountSums[] both = new CountSums[counts.length];
    for (int g = 0; g < both.length; g++) {
      CountSums ours = sums(g);
      CountSums theirs = other.sums(g);
      both[g] = CountSums.zeros(units);
      for (int i = 0; i < ours.size(); i++) {
        both[g].add(i, ours, i);
      }
      for (int i = 0; i < place.length; i++) {
        both[g].add(place[i], theirs, i);
      }
    }
    return of(groups, both);
  }

  /** Adds the counts of a unit to sums by group. */
  void addTo(CountSums row, int unit) {
    for (int g = 0; g < counts.length; g++) {
      if (sums == null) {
        row.add(g, counts[g][unit]);
      } else {
        row.add(g, sums[g], unit);
      }
    }
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
