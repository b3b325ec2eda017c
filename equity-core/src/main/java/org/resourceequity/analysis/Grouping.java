package org.resourceequity.analysis;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.internal.Sorting;

/** How units are put into groups by a measure such as need. Group 0 has the least of it. */
public sealed interface Grouping extends Serializable {

  /**
   * Groups with equal numbers of units: in ascending order, ties by key, unit i of n goes to group
   * floor(k i / n).
   *
   * @param groups the number of groups
   */
  record EqualUnits(int groups) implements Grouping {
    /** Checks the number. */
    public EqualUnits {
      Checks.atLeast(groups, 2, "groups");
    }
  }

  /**
   * Groups with about equal numbers of students: a unit belongs to the group that holds the
   * midpoint of its students.
   *
   * @param groups the number of groups
   */
  record EqualStudents(int groups) implements Grouping {
    /** Checks the number. */
    public EqualStudents {
      Checks.atLeast(groups, 2, "groups");
    }
  }

  /**
   * Groups between fixed cuts; a cut belongs to the group below it.
   *
   * @param cuts ascending
   */
  record FixedCuts(List<Double> cuts) implements Grouping {
    /** Checks the order. */
    public FixedCuts {
      cuts = List.copyOf(cuts);
      Checks.atLeast(cuts.size(), 1, "number of cuts");
      for (int i = 1; i < cuts.size(); i++) {
        if (!(cuts.get(i) > cuts.get(i - 1))) {
          throw new IllegalArgumentException("cuts are " + cuts + ", expected ascending numbers");
        }
      }
    }

    @Override
    public int groups() {
      return cuts.size() + 1;
    }
  }

  /** Four groups with equal numbers of units. */
  static Grouping quartilesOfUnits() {
    return new EqualUnits(4);
  }

  /** Four groups with about equal numbers of students. */
  static Grouping quartilesOfStudents() {
    return new EqualStudents(4);
  }

  /** The school poverty bands of the National Center for Education Statistics. */
  static Grouping povertyBands() {
    return new FixedCuts(List.of(0.25, 0.5, 0.75));
  }

  /** Reads "equal-units:4", "equal-students:5" or "fixed-cuts:0.25,0.5,0.75". */
  static Grouping parse(String text) {
    String[] parts = text.split(":", 2);
    try {
      if (parts.length == 2 && parts[0].equals("equal-units")) {
        return new EqualUnits(Integer.parseInt(parts[1]));
      }
      if (parts.length == 2 && parts[0].equals("equal-students")) {
        return new EqualStudents(Integer.parseInt(parts[1]));
      }
      if (parts.length == 2 && parts[0].equals("fixed-cuts")) {
        return new FixedCuts(Arrays.stream(parts[1].split(",", -1)).map(Double::valueOf).toList());
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + text + "\" has a part that is not a number", e);
    }
    throw new IllegalArgumentException(
        "\""
            + text
            + "\" is not a grouping, expected equal-units:4, equal-students:4 or"
            + " fixed-cuts:0.25,0.5,0.75");
  }

  /** Returns the number of groups. */
  int groups();

  /** Returns the stable id, "equal-units:4". */
  default String id() {
    if (this instanceof EqualUnits units) {
      return "equal-units:" + units.groups();
    }
    if (this instanceof EqualStudents students) {
      return "equal-students:" + students.groups();
    }
    return "fixed-cuts:"
        + String.join(",", ((FixedCuts) this).cuts().stream().map(String::valueOf).toList());
  }

  /**
   * Returns the group of each unit.
   *
   * @param measure the measure per unit
   * @param students students per unit
   * @param keys keys of the units, which break ties
   */
  default int[] assign(double[] measure, double[] students, List<String> keys) {
    int[] group = new int[measure.length];
    if (this instanceof FixedCuts cuts) {
      for (int i = 0; i < group.length; i++) {
        int at = 0;
        while (at < cuts.cuts().size() && measure[i] > cuts.cuts().get(at)) {
          at++;
        }
        group[i] = at;
      }
      return group;
    }
    int[] order = Sorting.order(measure, keys);
    double all = ExactSum.of(students);
    ExactSum before = new ExactSum();
    for (int rank = 0; rank < group.length; rank++) {
      int unit = order[rank];
      if (this instanceof EqualUnits equal) {
        group[unit] = (int) ((long) equal.groups() * rank / group.length);
      } else {
        double middle = before.value() + students[unit] / 2;
        group[unit] = all > 0 ? Math.min(groups() - 1, (int) (groups() * middle / all)) : 0;
        before.add(students[unit]);
      }
    }
    return group;
  }
}
