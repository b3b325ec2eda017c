package org.resourceequity.disproportionality;

import static org.resourceequity.metric.Axiom.ANTISYMMETRY;
import static org.resourceequity.metric.Axiom.RECIPROCITY;
import static org.resourceequity.metric.Axiom.SIZE_INVARIANCE;
import static org.resourceequity.sample.Condition.COMPARISON_EVENTS;
import static org.resourceequity.sample.Condition.EVERY_GROUP;
import static org.resourceequity.sample.Condition.POSITIVE_TOTAL;
import static org.resourceequity.sample.Condition.SOME_UNITS;

import org.resourceequity.internal.Checks;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Profile;
import org.resourceequity.sample.FocusHasMembers;
import org.resourceequity.sample.MinimumCounts;
import org.resourceequity.sample.RiskCounts;

/**
 * Is a group likelier to have the event?
 *
 * <ul>
 *   <li>{@link #RISK_RATIO}: times as likely as the comparison group; {@link #riskRatio} with
 *       minimum sizes
 *   <li>{@link #RISK_DIFFERENCE}: the same as a difference
 *   <li>{@link #COMPOSITION_INDEX}: share of the events over share of the people
 *   <li>{@link #RISKS}: the risk of each group
 *   <li>{@link #WEIGHTED_RISK_RATIO}: the risk ratio with the State's mix of groups
 *   <li>{@link RatioMetrics}: odds, four-fifths rule, excess, attributable risk
 *   <li>{@link CompositionMetrics}: shares of events beside shares of people
 *   <li>{@link RiskTests}: could it be chance
 *   <li>{@link EmpiricalBayes}: risk ratios of many small districts
 *   <li>{@link AccessMetrics}: offer, uptake and seats
 *   <li>{@link ParityMetrics}: staff beside students
 *   <li>{@link SmallNumbers}: groups too small to compare
 * </ul>
 *
 * <p>With whom a group is compared is part of the sample: {@link
 * org.resourceequity.sample.RiskComparison}. The risk ratio to all others in the State's table is
 * the alternate risk ratio, the one to a reference group the relative rate index.
 */
public final class DisproportionalityMetrics {

  /** Risk of the group in focus over the risk of the group compared with. */
  public static final Metric<RiskCounts> RISK_RATIO =
      Metric.of(
          riskRatio("risk-ratio")
              .also("AC-GPI", "parity index: compared with a reference group")
              .also("AC-CONFL", "events are unmet requests among requests, or students in conflict")
              .claims(SIZE_INVARIANCE, RECIPROCITY)
              .formula("RR = R_g / R_{\\neg g},\\quad R_g = a_g / n_g")
              .reading("{value} times as likely as the comparison group.")
              .reference("34 CFR 300.647(a)(6); " + WeightedRiskRatio.BOLLMER),
          c -> c.focus().value() / c.compared().value());

  /** Risk of the group in focus minus the risk of the group compared with. */
  public static final Metric<RiskCounts> RISK_DIFFERENCE =
      Metric.of(
          MetricInfo.of("risk-difference", "DP-RD", "Risk difference", RiskCounts.class)
              .range(-1, 1)
              .requires(SOME_UNITS, EVERY_GROUP)
              .claims(SIZE_INVARIANCE, ANTISYMMETRY)
              .formula("RD = R_g - R_{\\neg g}")
              .reading("{value} more than in the comparison group, as a share.")
              .reference(CompositionMetrics.IDC),
          c -> c.focus().value() - c.compared().value());

  /** Share of the events over share of the people; compares with everybody, the group included. */
  public static final Metric<RiskCounts> COMPOSITION_INDEX =
      Metric.of(
          MetricInfo.of("composition-index", "DP-CI", "Composition index", RiskCounts.class)
              .range(0, Double.MAX_VALUE)
              .requires(SOME_UNITS, new FocusHasMembers(), POSITIVE_TOTAL)
              .claims(SIZE_INVARIANCE)
              .formula("CI = (a_g/a) / (n_g/n)")
              .reading("The group has {value} times its share; 1 is in proportion.")
              .reference(CompositionMetrics.IDC),
          c -> c.focus().value() / c.total().value());

  /** Risk of each group. */
  public static final Profile<RiskCounts> RISKS = new Risks();

  /**
   * The risk ratio with the mix of groups of the table compared with; no value if one of its groups
   * has no members here.
   */
  public static final Metric<RiskCounts> WEIGHTED_RISK_RATIO = new WeightedRiskRatio(false);

  /** The same with the risk 0 for a group without members. */
  public static final Metric<RiskCounts> WEIGHTED_RISK_RATIO_ZERO_RISK =
      new WeightedRiskRatio(true);

  private DisproportionalityMetrics() {}

  /**
   * Returns the risk ratio with minimum sizes: undefined (MINIMUM_COUNTS) if one of the two sides
   * has fewer events or fewer people.
   *
   * @param events minimum cell size, such as 10
   * @param people minimum group size, such as 30
   */
  public static Metric<RiskCounts> riskRatio(double events, double people) {
    Checks.within(events, 0, Double.MAX_VALUE, "events");
    Checks.within(people, 0, Double.MAX_VALUE, "people");
    return Metric.of(
        riskRatio("risk-ratio:" + MetricId.write(events) + "," + MetricId.write(people))
            .requires(new MinimumCounts(events, people))
            .formula("RR = R_g / R_h,\\quad a_g, a_h \\ge c,\\ n_g, n_h \\ge k")
            .reading("{value} times as likely as the comparison group.")
            .reference("34 CFR 300.647(a)(6), (b)(1)(iv)"),
        RISK_RATIO::formula);
  }

  private static MetricInfo.Builder riskRatio(String id) {
    return MetricInfo.of(id, "DP-RR", "Risk ratio", RiskCounts.class)
        .range(0, Double.MAX_VALUE)
        .also("DP-ARR", "alternate risk ratio: compared with all others in the State's table")
        .also("DP-REF", "relative rate index: compared with a reference group")
        .requires(SOME_UNITS, EVERY_GROUP, COMPARISON_EVENTS);
  }
}
