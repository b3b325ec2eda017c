package org.resourceequity.sample;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;

/**
 * What each group meets: a value per unit, such as dollars per student or the share of novice
 * teachers, and how many members of each group are in the unit. Two groups are in focus: the first
 * and the one it is compared with.
 */
public final class GroupedValues extends Sample<GroupedValues> {

  private static final long serialVersionUID = 1L;

  private final double[] values;
  private final GroupCounts counts;
  private final int focus;
  private final int comparison;

  private GroupedValues(
      Units units, double[] values, GroupCounts counts, int focus, int comparison) {
    super(checked(units, values.length));
    this.values = values;
    this.counts = counts;
    this.focus = focus;
    this.comparison = comparison;
  }

  /**
   * Returns a sample whose first group is compared with its second.
   *
   * @param units the units
   * @param values one value per unit
   * @param groups names of at least two groups
   * @param counts members, {@code counts[group][unit]}, not negative
   */
  public static GroupedValues of(
      Units units, double[] values, List<String> groups, double[][] counts) {
    if (groups.size() < 2) {
      throw new IllegalArgumentException("groups are " + groups + ", expected at least two");
    }
    return new GroupedValues(
        units,
        Checks.allFinite(values, "values"),
        GroupCounts.of(groups, counts, values.length, "counts"),
        0,
        1);
  }

  /** Returns the same sample with another pair of groups in focus. */
  public GroupedValues focusOn(String group, String comparedWith) {
    return new GroupedValues(
        units(), values, counts, counts.index(group), counts.index(comparedWith));
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

  /** Returns the value of a unit. */
  public double value(int unit) {
    return values[unit];
  }

  /** Returns the members of a group in a unit. */
  public double count(int group, int unit) {
    return counts.count(group, unit);
  }

  /** Returns the members of a group in all units. */
  public double groupTotal(int group) {
    return counts.groupTotal(group);
  }

  /**
   * Returns the value that the average member of a group meets, \(\sum_i n_{ig}x_i / n_g\); the
   * group must have members.
   */
  public double exposure(int group) {
    return ExactSum.ofProducts(counts.row(group), values) / counts.groupTotal(group);
  }

  /** Returns the values that the members of a group meet, each unit weighted by its members. */
  public Distribution members(int group) {
    return Distribution.of(units(), values, counts.row(group));
  }

  /** Returns the same sample with other values in the same units. */
  public GroupedValues withValues(double[] other) {
    Checks.sameLength(other.length, size(), "values");
    return new GroupedValues(units(), Checks.allFinite(other, "values"), counts, focus, comparison);
  }

  @Override
  public GroupedValues append(GroupedValues other) {
    return new GroupedValues(
        units().append(other.units()),
        concat(values, other.values),
        counts.append(other.counts),
        focus,
        comparison);
  }

  @Override
  public GroupedValues select(int... chosen) {
    return new GroupedValues(
        units().select(chosen), pick(values, chosen), counts.select(chosen), focus, comparison);
  }

  @Override
  public GroupedValues withUnits(Units units) {
    return new GroupedValues(units, values, counts, focus, comparison);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof GroupedValues other
        && units().equals(other.units())
        && Arrays.equals(values, other.values)
        && counts.equals(other.counts)
        && focus == other.focus
        && comparison == other.comparison;
  }

  @Override
  public int hashCode() {
    return units().hashCode() * 31 + Arrays.hashCode(values);
  }

  @Override
  public boolean counts(int unit) {
    return counts.unitTotal(unit) > 0;
  }

  @Override
  @Nullable String unmet(Condition condition) {
    return switch (condition) {
      case SOME_UNITS -> counts.total() > 0 ? null : "no unit has members of a group";
      case TWO_UNITS -> counted() >= 2 ? null : "fewer than two units with members";
      case EVERY_GROUP -> emptyGroup();
      case COMPARISON_EVENTS ->
          counts.groupTotal(comparison) > 0 && exposure(comparison) == 0
              ? "the average of group \"" + groups().get(comparison) + "\" is 0"
              : null;
      case NO_NEGATIVES -> firstNegative();
      default -> null;
    };
  }

  private @Nullable String emptyGroup() {
    for (int group : new int[] {focus, comparison}) {
      if (!(counts.groupTotal(group) > 0)) {
        return "group \"" + groups().get(group) + "\" has no members";
      }
    }
    return null;
  }

  private @Nullable String firstNegative() {
    for (int i = 0; i < size(); i++) {
      if (values[i] < 0 && counts.unitTotal(i) > 0) {
        return "unit " + units().key(i) + " has the value " + values[i];
      }
    }
    return null;
  }
}
