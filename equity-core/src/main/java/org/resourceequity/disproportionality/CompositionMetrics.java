package org.resourceequity.disproportionality;

import static org.resourceequity.metric.Axiom.SIZE_INVARIANCE;
import static org.resourceequity.sample.Condition.POSITIVE_TOTAL;
import static org.resourceequity.sample.Condition.SOME_UNITS;

import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.FocusHasMembers;
import org.resourceequity.sample.RiskCounts;

/**
 * A group's share of the events beside its share of the people. All compare with everybody, the
 * group included.
 *
 * <ul>
 *   <li>{@link #EVENT_SHARE}, {@link #POPULATION_SHARE}: the two shares
 *   <li>{@link #DIFFERENCE}, {@link #RELATIVE_DIFFERENCE}: their difference
 *   <li>{@link #LOOSEMORE_HANBY}, {@link #GALLAGHER}: one number over all groups
 * </ul>
 */
public final class CompositionMetrics {

  static final String IDC =
      "IDEA Data Center (2014), Methods for Assessing Racial/Ethnic Disproportionality in Special"
          + " Education";

  /** Share of the events that fall on the group in focus. */
  public static final Metric<RiskCounts> EVENT_SHARE =
      Metric.of(
          MetricInfo.of("event-share", "DP-COMP", "Share of the events", RiskCounts.class)
              .range(0, 1)
              .requires(SOME_UNITS, POSITIVE_TOTAL)
              .claims(SIZE_INVARIANCE)
              .formula("a_g / a")
              .reading("The group has {value} of all events.")
              .reference(IDC),
          CompositionMetrics::eventShare);

  /** Share of the people who belong to the group in focus. */
  public static final Metric<RiskCounts> POPULATION_SHARE =
      Metric.of(
          MetricInfo.of("population-share", "DP-COMP", "Share of the people", RiskCounts.class)
              .range(0, 1)
              .requires(SOME_UNITS)
              .claims(SIZE_INVARIANCE)
              .formula("n_g / n")
              .reading("The group is {value} of all people.")
              .reference(IDC),
          CompositionMetrics::populationShare);

  /** Share of the events minus share of the people. */
  public static final Metric<RiskCounts> DIFFERENCE =
      Metric.of(
          MetricInfo.of(
                  "composition-difference",
                  "DP-COMPD",
                  "Difference in composition",
                  RiskCounts.class)
              .range(-1, 1)
              .requires(SOME_UNITS, POSITIVE_TOTAL)
              .claims(SIZE_INVARIANCE)
              .formula("a_g/a - n_g/n")
              .reading("The group's share of the events is {value} above its share of the people.")
              .reference(IDC),
          c -> eventShare(c) - populationShare(c));

  /** The difference as a share of the group's share of the people: the composition index less 1. */
  public static final Metric<RiskCounts> RELATIVE_DIFFERENCE =
      Metric.of(
          MetricInfo.of(
                  "relative-composition-difference",
                  "DP-RDC",
                  "Relative difference in composition",
                  RiskCounts.class)
              .range(-1, Double.MAX_VALUE)
              .requires(SOME_UNITS, new FocusHasMembers(), POSITIVE_TOTAL)
              .claims(SIZE_INVARIANCE)
              .formula("(a_g/a - n_g/n) / (n_g/n)")
              .reading("The group has its proportion of the events and {value} times that on top.")
              .reference(IDC),
          c -> (eventShare(c) - populationShare(c)) / populationShare(c));

  /** Half the sum of the absolute differences of both shares over all groups. */
  public static final Metric<RiskCounts> LOOSEMORE_HANBY =
      Metric.of(
          MetricInfo.of("loosemore-hanby", "DP-LH", "Loosemore-Hanby index", RiskCounts.class)
              .range(0, 1)
              .requires(SOME_UNITS, POSITIVE_TOTAL)
              .claims(SIZE_INVARIANCE)
              .formula("\\tfrac12 \\sum_g |a_g/a - n_g/n|")
              .reading("{value} of the events would have to change group to be in proportion.")
              .reference(
                  "Loosemore, J. and Hanby, V. (1971), The theoretical limits of maximum"
                      + " distortion, doi:10.1017/S000712340000925X"),
          c -> distance(c, false) / 2);

  /** Root of half the sum of the squared differences of both shares over all groups. */
  public static final Metric<RiskCounts> GALLAGHER =
      Metric.of(
          MetricInfo.of("gallagher", "DP-GAL", "Gallagher least squares index", RiskCounts.class)
              .range(0, 1)
              .requires(SOME_UNITS, POSITIVE_TOTAL)
              .claims(SIZE_INVARIANCE)
              .formula("\\sqrt{\\tfrac12 \\sum_g (a_g/a - n_g/n)^2}")
              .reading(
                  "How far the groups are from their proportion; large differences weigh more.")
              .reference(
                  "Gallagher, M. (1991), Proportionality, disproportionality and electoral systems,"
                      + " doi:10.1016/0261-3794(91)90004-C"),
          c -> Math.sqrt(distance(c, true) / 2));

  private CompositionMetrics() {}

  private static double eventShare(RiskCounts sample) {
    return sample.focus().events() / sample.total().events();
  }

  private static double populationShare(RiskCounts sample) {
    return sample.focus().population() / sample.total().population();
  }

  private static double distance(RiskCounts sample, boolean squared) {
    RiskCounts.Risk total = sample.total();
    double sum = 0;
    for (int g = 0; g < sample.groups().size(); g++) {
      RiskCounts.Risk risk = sample.risk(g);
      double off = risk.events() / total.events() - risk.population() / total.population();
      sum += squared ? off * off : Math.abs(off);
    }
    // Rounding can leave the largest possible distance, 2.
    return Math.min(2, sum);
  }
}
