package org.resourceequity.segregation;

import static org.resourceequity.sample.Condition.SOME_UNITS;

import java.util.List;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.Split;
import org.resourceequity.sample.CrossTab;

/**
 * How separately do groups attend? The usual measures are here; more are in {@link
 * TwoGroupMetrics}, {@link MultigroupMetrics}, {@link ExposureMetrics} and {@link
 * DiversityMetrics}.
 *
 * <ul>
 *   <li>{@link #DISSIMILARITY}: share of a group that would have to change schools
 *   <li>{@link #THEIL_H}: how much a school's name tells about a student's group, from 0 to 1
 *   <li>{@link #MUTUAL_INFORMATION}: the same without normalisation; splits exactly over levels;
 *       {@link #mutualInformation} to another base
 *   <li>{@link #ISOLATION} and {@link #INTERACTION}: who the average member meets
 *   <li>{@link #EXPECTED_THEIL_H} and {@link #EXPECTED_MUTUAL_INFORMATION}: what chance alone would
 *       give; {@link #MUTUAL_INFORMATION_BIAS}: what small numbers add
 *   <li>{@link #LOCAL_SCORES} and {@link #GROUP_SCORES}: which schools and groups differ most from
 *       the whole; {@link #LOCAL_SCORES_OF_H} and {@link #GROUP_SCORES_OF_H} relative to entropy
 *   <li>{@link #nestedH} and {@link #nestedM}: within and between districts, to any depth; {@link
 *       #hWithin} and {@link #mWithin} for each district
 * </ul>
 */
public final class SegregationMetrics {

  /** Dissimilarity index of the two groups in focus. */
  public static final Dissimilarity DISSIMILARITY = new Dissimilarity();

  /** Theil's information theory index. */
  public static final TheilH THEIL_H = new TheilH(false);

  /** Mutual information of group and school, in nats. */
  public static final MutualInformation MUTUAL_INFORMATION =
      new MutualInformation(false, MutualInformation.NATS);

  /** Isolation: the share of the group in the school of its average member. */
  public static final Exposure ISOLATION = new Exposure(true);

  /** Interaction: the share of the other group in the school of the average member. */
  public static final Exposure INTERACTION = new Exposure(false);

  /** Expected H if students were assigned to schools at random, margins as they are. */
  public static final Metric<CrossTab> EXPECTED_THEIL_H = new ExpectedInformation(true);

  /** Expected M if students were assigned to schools at random, margins as they are. */
  public static final Metric<CrossTab> EXPECTED_MUTUAL_INFORMATION = new ExpectedInformation(false);

  /**
   * First-order bias of M at the observed table, if students are draws: what M is too high by on
   * average. Another question than what chance gives where there is no segregation.
   */
  public static final Metric<CrossTab> MUTUAL_INFORMATION_BIAS =
      Metric.of(
          MetricInfo.of(
                  "mutual-information-bias", "SM-BIAS", "Miller-Madow bias of M", CrossTab.class)
              .unit("nats")
              .requires(SOME_UNITS)
              .formula(
                  "\\frac{C - U - K + 1}{2N},\\ C, U, K \\text{ cells, units and groups with"
                      + " members}")
              .reading("Small schools raise M by {value} nats on average.")
              .reference(
                  "Miller, G. A. (1955), Note on the bias of information estimates, in Quastler,"
                      + " H., Information Theory in Psychology"),
          t -> bias(Cells.of(t)));

  /** Local scores: how much each school's mix differs from the whole. */
  public static final Profile<CrossTab> LOCAL_SCORES = new LocalScores(false, false);

  /** Local scores relative to the entropy of the groups; their mean is H. */
  public static final Profile<CrossTab> LOCAL_SCORES_OF_H = new LocalScores(false, true);

  /** How much the schools of each group differ from those of all. */
  public static final Profile<CrossTab> GROUP_SCORES = new LocalScores(true, false);

  /** The scores of groups relative to the entropy of the groups; their mean is H. */
  public static final Profile<CrossTab> GROUP_SCORES_OF_H = new LocalScores(true, true);

  private SegregationMetrics() {}

  /**
   * Returns mutual information to a base.
   *
   * @param base above 1; 2 gives bits
   */
  public static MutualInformation mutualInformation(double base) {
    return new MutualInformation(false, MutualInformation.checkedBase(base));
  }

  /**
   * Returns mutual information split by levels above the units.
   *
   * @param levels names of levels, such as "state" and "district"; the order does not matter
   */
  public static Split<CrossTab> nestedM(String... levels) {
    return new NestedInformation(List.of(levels), false);
  }

  /**
   * Returns the information theory index split by levels above the units; all parts are relative to
   * the entropy of all students.
   *
   * @param levels names of levels, such as "state" and "district"; the order does not matter
   */
  public static Split<CrossTab> nestedH(String... levels) {
    return new NestedInformation(List.of(levels), true);
  }

  /**
   * Returns mutual information within each unit of a level above.
   *
   * @param level name of the level, such as "district"
   */
  public static Profile<CrossTab> mWithin(String level) {
    return new WithinParents(level, false);
  }

  /**
   * Returns the information theory index within each unit of a level above, relative to that unit's
   * own entropy.
   *
   * @param level name of the level, such as "district"
   */
  public static Profile<CrossTab> hWithin(String level) {
    return new WithinParents(level, true);
  }

  private static double bias(Cells cells) {
    double occupied = 0;
    for (double[] group : cells.counts()) {
      for (double count : group) {
        occupied += count > 0 ? 1 : 0;
      }
    }
    return (occupied - cells.unitsWithMembers() - cells.groupsWithMembers() + 1)
        / (2 * cells.all());
  }
}
