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
 * @param exclusions what was left out, one entry per reason
 */
public record Coverage(
    int unitsInScope,
    int unitsUsed,
    double studentsInScope,
    double studentsCovered,
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

  /** Returns the share of students covered, from 0 to 1; 0 where no student is known. */
  public double share() {
    return studentsInScope > 0 ? Math.min(1, studentsCovered / studentsInScope) : 0;
  }

  /** Returns the number of units left out. */
  public int unitsExcluded() {
    return exclusions.stream().mapToInt(e -> e.units().size()).sum();
  }
}
