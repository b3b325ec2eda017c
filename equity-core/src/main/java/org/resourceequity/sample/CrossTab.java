package org.resourceequity.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.ExactSum;

/**
 * How many members of each group attend each unit. Two groups are in focus; the others are kept,
 * since exposure counts everybody while dissimilarity compares two groups.
 *
 * <p>Counts may be fractional, as published enrolment sometimes is.
 */
public final class CrossTab extends Sample<CrossTab> {

  private static final long serialVersionUID = 1L;

  private static final String REST = "all others";

  private final GroupCounts counts;
  private final int focus;
  private final int comparison;

  private CrossTab(Units units, GroupCounts counts, int focus, int comparison) {
    super(units);
    this.counts = counts;
    this.focus = focus;
    this.comparison = comparison;
  }

  /**
   * Returns a table whose first group is compared with its second.
   *
   * @param units the units
   * @param groups names of at least two groups
   * @param counts members, {@code counts[group][unit]}, not negative
   */
  public static CrossTab of(Units units, List<String> groups, double[][] counts) {
    if (groups.size() < 2) {
      throw new IllegalArgumentException("groups are " + groups + ", expected at least two");
    }
    return new CrossTab(units, GroupCounts.of(groups, counts, units.size(), "counts"), 0, 1);
  }

  /** Returns the table of one group and everybody else. */
  public static CrossTab againstRest(Units units, String group, double[] members, double[] all) {
    double[] rest = new double[all.length];
    for (int i = 0; i < all.length; i++) {
      rest[i] = all[i] - members[i];
    }
    return of(units, List.of(group, REST), new double[][] {members, rest});
  }

  /** Returns the same table with another pair of groups in focus. */
  public CrossTab focusOn(String group, String comparedWith) {
    return new CrossTab(units(), counts, counts.index(group), counts.index(comparedWith));
  }

  /** Returns the table of the two groups in focus alone: nobody else counts. */
  public CrossTab pair() {
    return of(
        units(),
        List.of(groups().get(focus), groups().get(comparison)),
        new double[][] {counts.row(focus), counts.row(comparison)});
  }

  /** Returns the table of one group and all others together. */
  public CrossTab againstRest(String group) {
    int here = counts.index(group);
    double[] rest = new double[size()];
    ExactSum sum = new ExactSum();
    for (int i = 0; i < rest.length; i++) {
      sum.clear();
      for (int g = 0; g < groups().size(); g++) {
        if (g != here) {
          sum.add(count(g, i));
        }
      }
      rest[i] = sum.value();
    }
    return of(units(), List.of(group, REST), new double[][] {counts.row(here), rest});
  }

  /** Returns the names of the groups. */
  public List<String> groups() {
    return counts.groups();
  }

  /** Returns the position of the group in focus. */
  public int focus() {
    return focus;
  }

  /** Returns the position of the group it is compared with. */
  public int comparison() {
    return comparison;
  }

  /** Returns the members of a group in a unit. */
  public double count(int group, int unit) {
    return counts.count(group, unit);
  }

  /** Returns a copy of the members of a group in every unit. */
  public double[] members(int group) {
    return counts.row(group).clone();
  }

  /** Returns a copy of the members of every unit. */
  public double[] unitTotals() {
    return counts.unitTotals().clone();
  }

  /** Returns all members in a unit. */
  public double unitTotal(int unit) {
    return counts.unitTotal(unit);
  }

  /** Returns the members of a group in all units. */
  public double groupTotal(int group) {
    return counts.groupTotal(group);
  }

  /** Returns the members of all groups in all units. */
  public double total() {
    return counts.total();
  }

  /** Returns the table in which the units of each part are one unit, named by the part's label. */
  public CrossTab pool(Partition partition) {
    return new CrossTab(Units.of(partition.labels()), counts.pool(partition), focus, comparison);
  }

  /**
   * Returns the table with the counts of both: a unit in both gets the sum, a unit in one is kept.
   * For parts of one count, such as grades of the same school. Counts are rounded when they are
   * read, not when they are added, so parts may be added in any order.
   */
  public CrossTab add(CrossTab other) {
    Map<String, Integer> place = new HashMap<>();
    for (int i = 0; i < size(); i++) {
      place.put(units().key(i), i);
    }
    int[] to = new int[other.size()];
    List<Integer> fresh = new ArrayList<>();
    for (int i = 0; i < to.length; i++) {
      Integer here = place.get(other.units().key(i));
      if (here == null) {
        here = size() + fresh.size();
        fresh.add(i);
      }
      to[i] = here;
    }
    Units more = other.units().select(fresh.stream().mapToInt(Integer::intValue).toArray());
    Units all = fresh.isEmpty() ? units() : units().append(more);
    return new CrossTab(all, counts.add(other.counts, to, all.size()), focus, comparison);
  }

  /** Adds the counts of a unit to sums by group. */
  void addTo(CountSums row, int unit) {
    counts.addTo(row, unit);
  }

  @Override
  public CrossTab append(CrossTab other) {
    return new CrossTab(
        units().append(other.units()), counts.append(other.counts), focus, comparison);
  }

  @Override
  public CrossTab select(int... chosen) {
    return new CrossTab(units().select(chosen), counts.select(chosen), focus, comparison);
  }

  @Override
  public CrossTab withUnits(Units units) {
    return new CrossTab(checked(units, size()), counts, focus, comparison);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof CrossTab other
        && units().equals(other.units())
        && counts.equals(other.counts)
        && focus == other.focus
        && comparison == other.comparison;
  }

  @Override
  public int hashCode() {
    return units().hashCode() * 31 + counts.hashCode();
  }

  @Override
  public boolean counts(int unit) {
    return counts.unitTotal(unit) > 0;
  }

  @Override
  @Nullable String unmet(Condition condition) {
    return switch (condition) {
      case SOME_UNITS, POSITIVE_TOTAL -> total() > 0 ? null : "the table is empty";
      case TWO_UNITS -> counted() >= 2 ? null : "fewer than two units with members";
      case EVERY_GROUP -> emptyGroup();
      case VARIATION -> groupsWithMembers() >= 2 ? null : "all members are in one group";
      default -> null;
    };
  }

  private int groupsWithMembers() {
    int groups = 0;
    for (int g = 0; g < groups().size(); g++) {
      if (groupTotal(g) > 0) {
        groups++;
      }
    }
    return groups;
  }

  private @Nullable String emptyGroup() {
    for (int group : new int[] {focus, comparison}) {
      if (!(groupTotal(group) > 0)) {
        return "group \"" + groups().get(group) + "\" has no members";
      }
    }
    return null;
  }
}
