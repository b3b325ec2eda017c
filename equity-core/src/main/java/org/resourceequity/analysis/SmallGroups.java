package org.resourceequity.analysis;

import java.util.Optional;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Sample;

/**
 * The rule that protects persons until output suppression exists: no result from which a count of
 * one to nine students of a group follows.
 */
final class SmallGroups {

  private static final int SMALLEST = 10;

  private SmallGroups() {}

  /** Returns which compared group is too small to show, in words; empty if none is. */
  static Optional<String> found(Sample<?> sample) {
    if (sample instanceof CrossTab table) {
      return few(
          table.groups().get(table.focus()),
          table.groupTotal(table.focus()),
          table.groups().get(table.comparison()),
          table.groupTotal(table.comparison()));
    }
    if (sample instanceof GroupedValues values) {
      return few(
          values.groups().get(values.focus()),
          values.groupTotal(values.focus()),
          values.groups().get(values.comparison()),
          values.groupTotal(values.comparison()));
    }
    if (sample instanceof RiskCounts counts) {
      return few(
          counts.focusGroup() + " with the event",
          counts.focus().events(),
          counts.comparison().words() + " with the event",
          counts.compared().events());
    }
    return Optional.empty();
  }

  private static Optional<String> few(
      String group, double members, String other, double otherMembers) {
    if (isFew(members)) {
      return Optional.of("fewer than " + SMALLEST + " " + group);
    }
    return isFew(otherMembers)
        ? Optional.of("fewer than " + SMALLEST + " " + other)
        : Optional.empty();
  }

  private static boolean isFew(double count) {
    return Math.rint(count) > 0 && Math.rint(count) < SMALLEST;
  }
}
