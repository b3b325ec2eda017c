package org.resourceequity.analysis;

import java.io.Serializable;
import java.util.List;
import org.resourceequity.internal.Checks;

/**
 * What an answer covers: the units in scope, those that were used, and every unit left out with its
 * reason.
 *
 * @param unitsInScope number of units the question is about
 * @param unitsUsed number of units whose numbers entered the answer
 * @param studentsInScope students of the units in scope, as far as their number is known
 * @param studentsCovered students of the units used
 * @param unitsWithoutStudents units in scope whose number of students is not known
 * @param exclusions what was left out, one entry per reason
 */
public record Coverage(
    int unitsInScope,
    int unitsUsed,
    double studentsInScope,
    double studentsCovered,
    int unitsWithoutStudents,
    List<Exclusion> exclusions)
    implements Serializable {

  /**
   * Units left out for one reason.
   *
   * @param reason why, in words: "without enrolment"
   * @param units their names, in key order
   */
  public record Exclusion(String reason, List<String> units) implements Serializable {
    /** Checks and copies. */
    public Exclusion {
      Checks.notBlank(reason, "reason");
      units = List.copyOf(units);
    }
  }

  /** Checks and copies. */
  public Coverage {
    exclusions = List.copyOf(exclusions);
  }

  /** Returns the coverage of nothing. */
  public static Coverage none() {
    return new Coverage(0, 0, 0, 0, 0, List.of());
  }

  /**
   * Returns the share of students covered, from 0 to 1. Where the number of students of some units
   * is not known, it is not larger than the share of units covered.
   */
  public double share() {
    double ofUnits = unitsInScope > 0 ? (double) unitsUsed / unitsInScope : 0;
    double ofStudents =
        studentsInScope > 0 ? Math.min(1, studentsCovered / studentsInScope) : ofUnits;
    return unitsWithoutStudents > 0 ? Math.min(ofUnits, ofStudents) : ofStudents;
  }

  /** Returns the number of units left out. */
  public int unitsExcluded() {
    return exclusions.stream().mapToInt(e -> e.units().size()).sum();
  }
}
