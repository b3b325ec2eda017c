package org.resourceequity.analysis;

import java.io.Serializable;
import org.resourceequity.internal.Checks;

/**
 * The rules by which units enter an answer.
 *
 * @param weighting how much a unit counts
 * @param minimumCoverage smallest share of students that must be covered; below it there is no
 *     value
 * @param exclusions what is left out by choice
 */
public record Conventions(Weighting weighting, double minimumCoverage, Exclusions exclusions)
    implements Serializable {

  /** Students as weights, at least 80% of students covered, nothing left out by choice. */
  public static final Conventions DEFAULT =
      new Conventions(Weighting.STUDENTS, 0.8, Exclusions.NONE);

  /** Checks the share. */
  public Conventions {
    Checks.within(minimumCoverage, 0, 1, "minimum coverage");
  }

  /** Returns the same conventions with another weighting. */
  public Conventions with(Weighting weighting) {
    return new Conventions(weighting, minimumCoverage, exclusions);
  }

  /** Returns the same conventions with another minimum coverage. */
  public Conventions withMinimumCoverage(double share) {
    return new Conventions(weighting, share, exclusions);
  }

  /** Returns the same conventions with other units left out by choice. */
  public Conventions with(Exclusions exclusions) {
    return new Conventions(weighting, minimumCoverage, exclusions);
  }
}
