package org.resourceequity.analysis;

import java.io.Serializable;
import org.resourceequity.internal.Checks;

/**
 * The rules by which units enter an answer.
 *
 * @param weighting how much a unit counts
 * @param minimumCoverage smallest share of students that must be covered; below it there is no
 *     value
 */
public record Conventions(Weighting weighting, double minimumCoverage) implements Serializable {

  /** Students as weights, and at least 80% of students covered. */
  public static final Conventions DEFAULT = new Conventions(Weighting.STUDENTS, 0.8);

  /** Checks the share. */
  public Conventions {
    Checks.within(minimumCoverage, 0, 1, "minimum coverage");
  }

  /** Returns the same conventions with another weighting. */
  public Conventions with(Weighting weighting) {
    return new Conventions(weighting, minimumCoverage);
  }

  /** Returns the same conventions with another minimum coverage. */
  public Conventions withMinimumCoverage(double share) {
    return new Conventions(weighting, share);
  }
}
