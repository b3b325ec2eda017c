package org.resourceequity.disproportionality;

import static org.resourceequity.metric.Axiom.RECIPROCITY;
import static org.resourceequity.metric.Axiom.SIZE_INVARIANCE;
import static org.resourceequity.sample.Condition.COMPARISON_EVENTS;
import static org.resourceequity.sample.Condition.EVERY_GROUP;
import static org.resourceequity.sample.Condition.POSITIVE_TOTAL;
import static org.resourceequity.sample.Condition.SOME_UNITS;

import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.FocusHasMembers;
import org.resourceequity.sample.RiskCounts;

/**
 * Other ways to set one risk against another, and what unequal risks amount to.
 *
 * <ul>
 *   <li>{@link #RISK_RATIO_SMALL_SAMPLE}: less biased in small groups
 *   <li>{@link #ODDS_RATIO}, {@link #ODDS_RATIO_HALDANE}: odds instead of risks
 *   <li>{@link #IMPACT_RATIO}, {@link #IMPACT_RATIO_TO_BEST}, {@link #ADVERSE_IMPACT_RATIO}: the
 *       four-fifths rule
 *   <li>{@link #ADJUSTED_PARITY}: the parity index, symmetric around 1
 *   <li>{@link #EXCESS}: events more than at parity
 *   <li>{@link #ATTRIBUTABLE_RISK}, {@link #ATTRIBUTABLE_FRACTION}: what all would gain at the best
 *       group's risk
 *   <li>{@link #E_FORMULA}: the share of the events that chance explains
 * </ul>
 */
public final class RatioMetrics {

  private static final String FOUR_FIFTHS = "29 CFR 1607.4(D)";
  private static final String HEAT =
      "World Health Organization (2016), Health Equity Assessment Toolkit, technical notes";

  /**
   * The risk ratio with one event and one person added to the side compared with: less biased in
   * small groups, and with a value where that side has no events.
   */
  public static final Metric<RiskCounts> RISK_RATIO_SMALL_SAMPLE =
      Metric.of(
          MetricInfo.of(
                  "risk-ratio:small-sample", "DP-RR", "Risk ratio, small sample", RiskCounts.class)
              .range(0, Double.MAX_VALUE)
              .requires(SOME_UNITS, EVERY_GROUP)
              .formula("\\frac{a_g/n_g}{(a_h+1)/(n_h+1)}")
              .reading("About {value} times as likely as the comparison group.")
              .reference("Jewell, N. P. (2004), Statistics for Epidemiology"),
          c -> c.focus().value() / ((c.compared().events() + 1) / (c.compared().population() + 1)));

  /** Odds of the group in focus over the odds of the side it is compared with. */
  public static final Metric<RiskCounts> ODDS_RATIO =
      Metric.of(
          MetricInfo.of("odds-ratio", "DP-OR", "Odds ratio", RiskCounts.class)
              .range(0, Double.MAX_VALUE)
              .requires(SOME_UNITS, EVERY_GROUP, Table.Needs.NO_EMPTY_CELL)
              .claims(SIZE_INVARIANCE, RECIPROCITY)
              .formula("OR = \\frac{a_g/(n_g-a_g)}{a_h/(n_h-a_h)}")
              .reading("The odds of the event are {value} times the comparison group's.")
              .reference(
                  "Cornfield, J. (1951), A method of estimating comparative rates from clinical"
                      + " data, Journal of the National Cancer Institute 11; Agresti, A. (2013),"
                      + " Categorical Data Analysis, 3rd edition"),
          c -> oddsRatio(c, 0));

  /** The odds ratio with one half added to each cell, which exists with empty cells too. */
  public static final Metric<RiskCounts> ODDS_RATIO_HALDANE =
      Metric.of(
          MetricInfo.of(
                  "odds-ratio:haldane", "DP-OR", "Odds ratio, one half added", RiskCounts.class)
              .range(0, Double.MAX_VALUE)
              .requires(SOME_UNITS, EVERY_GROUP)
              .claims(RECIPROCITY)
              .formula(
                  "\\frac{(a_g+\\frac12)/(n_g-a_g+\\frac12)}{(a_h+\\frac12)/(n_h-a_h+\\frac12)}")
              .reading("The odds of the event are about {value} times the comparison group's.")
              .reference(
                  "Haldane, J. B. S. (1956), The estimation and significance of the logarithm of a"
                      + " ratio of frequencies, doi:10.1111/j.1469-1809.1955.tb01285.x"),
          c -> oddsRatio(c, 0.5));

  /** Lowest risk of any group over the highest. */
  public static final Metric<RiskCounts> IMPACT_RATIO =
      Metric.of(
          MetricInfo.of("impact-ratio", "DP-45", "Impact ratio", RiskCounts.class)
              .range(0, 1)
              .requires(SOME_UNITS, POSITIVE_TOTAL)
              .claims(SIZE_INVARIANCE)
              .formula("\\min_g R_g / \\max_g R_g")
              .reading("The group with the lowest rate has {value} of the highest rate.")
              .reference(FOUR_FIFTHS),
          c -> lowest(c) / highest(c));

  /** Risk of the group over the highest of any group; for events that are good to have. */
  public static final Metric<RiskCounts> IMPACT_RATIO_TO_BEST =
      Metric.of(
          MetricInfo.of(
                  "impact-ratio:group", "DP-45", "Impact ratio of the group", RiskCounts.class)
              .range(0, 1)
              .requires(SOME_UNITS, new FocusHasMembers(), POSITIVE_TOTAL)
              .claims(SIZE_INVARIANCE)
              .formula("R_g / \\max_h R_h")
              .reading("The group has {value} of the highest rate.")
              .reference(FOUR_FIFTHS),
          c -> c.focus().value() / highest(c));

  /** Lowest risk of any group over the risk of the group; for events that are bad to have. */
  public static final Metric<RiskCounts> ADVERSE_IMPACT_RATIO =
      Metric.of(
          MetricInfo.of(
                  "impact-ratio:group,adverse",
                  "DP-45",
                  "Impact ratio of the group, adverse event",
                  RiskCounts.class)
              .range(0, 1)
              .requires(SOME_UNITS, new FocusHasMembers(), Table.Needs.FOCUS_EVENTS)
              .claims(SIZE_INVARIANCE)
              .formula("\\min_h R_h / R_g")
              .reading("The lowest rate is {value} of the group's.")
              .reference(FOUR_FIFTHS),
          c -> lowest(c) / c.focus().value());

  /** The risk ratio, or 2 less its reciprocal where it is above 1: from 0 to 2, parity at 1. */
  public static final Metric<RiskCounts> ADJUSTED_PARITY =
      Metric.of(
          MetricInfo.of(
                  "adjusted-parity-index", "AC-GPI", "Adjusted parity index", RiskCounts.class)
              .range(0, 2)
              .requires(SOME_UNITS, EVERY_GROUP, COMPARISON_EVENTS)
              .claims(SIZE_INVARIANCE)
              .formula("\\min(q, 2 - 1/q),\\quad q = R_g/R_h")
              .reading("{value}, where 1 is parity.")
              .reference("UNESCO Institute for Statistics, adjusted gender parity index"),
          c -> {
            double ratio = c.focus().value() / c.compared().value();
            return ratio > 1 ? 2 - 1 / ratio : ratio;
          });

  /** Events of the group more than it would have at the risk of the comparison. */
  public static final Metric<RiskCounts> EXCESS =
      Metric.of(
          MetricInfo.of("excess-events", "DP-EXCESS", "Excess events", RiskCounts.class)
              .unit("people")
              .requires(SOME_UNITS, EVERY_GROUP)
              .formula("a_g - n_g R_h")
              .reading("{value} more members of the group have the event than at parity.")
              .reference("After the seat counts of EdTrust"),
          c -> c.focus().events() - c.focus().population() * c.compared().value());

  /** Rise of the overall risk if every group had the highest; for events that are good to have. */
  public static final Metric<RiskCounts> ATTRIBUTABLE_RISK = attributableRisk(false);

  /** Fall of the overall risk if every group had the lowest; for events that are bad to have. */
  public static final Metric<RiskCounts> ATTRIBUTABLE_RISK_ADVERSE = attributableRisk(true);

  /** {@link #ATTRIBUTABLE_RISK} as a share of the overall risk. */
  public static final Metric<RiskCounts> ATTRIBUTABLE_FRACTION = attributableFraction(false);

  /** {@link #ATTRIBUTABLE_RISK_ADVERSE} as a share of the overall risk. */
  public static final Metric<RiskCounts> ATTRIBUTABLE_FRACTION_ADVERSE = attributableFraction(true);

  /**
   * The group's share of the people and one standard error at the number of events; above 1 for a
   * large group and few events.
   */
  public static final Metric<RiskCounts> E_FORMULA = eFormula(1);

  /**
   * The same less one standard error; below it the group has too few of the events. It is negative
   * for a small group and few events.
   */
  public static final Metric<RiskCounts> E_FORMULA_LOWER = eFormula(-1);

  private RatioMetrics() {}

  private static double oddsRatio(RiskCounts sample, double added) {
    Table table = Table.ofPair(sample);
    return (table.events(0) + added)
        / (table.others(0) + added)
        / ((table.events(1) + added) / (table.others(1) + added));
  }

  private static double lowest(RiskCounts sample) {
    double lowest = 1;
    for (int g = 0; g < sample.groups().size(); g++) {
      RiskCounts.Risk risk = sample.risk(g);
      lowest = risk.population() > 0 ? Math.min(lowest, risk.value()) : lowest;
    }
    return lowest;
  }

  private static double highest(RiskCounts sample) {
    double highest = 0;
    for (int g = 0; g < sample.groups().size(); g++) {
      RiskCounts.Risk risk = sample.risk(g);
      highest = risk.population() > 0 ? Math.max(highest, risk.value()) : highest;
    }
    return highest;
  }

  private static Metric<RiskCounts> attributableRisk(boolean adverse) {
    return Metric.of(
        MetricInfo.of(
                "attributable-risk" + (adverse ? ":adverse" : ""),
                "DP-PAF",
                "Population attributable risk" + (adverse ? ", adverse event" : ""),
                RiskCounts.class)
            .range(0, 1)
            .requires(SOME_UNITS)
            .claims(SIZE_INVARIANCE)
            .formula(adverse ? "R - \\min_g R_g" : "\\max_g R_g - R")
            .reading(
                "The rate would "
                    + (adverse ? "fall" : "rise")
                    + " by {value} if every group had the best group's.")
            .reference(HEAT),
        c -> beyondBest(c, adverse));
  }

  private static Metric<RiskCounts> attributableFraction(boolean adverse) {
    return Metric.of(
        MetricInfo.of(
                "attributable-fraction" + (adverse ? ":adverse" : ""),
                "DP-PAF",
                "Population attributable fraction" + (adverse ? ", adverse event" : ""),
                RiskCounts.class)
            .range(0, adverse ? 1 : Double.MAX_VALUE)
            .requires(SOME_UNITS, POSITIVE_TOTAL)
            .claims(SIZE_INVARIANCE)
            .formula(adverse ? "(R - \\min_g R_g) / R" : "(\\max_g R_g - R) / R")
            .reading(
                "The rate would "
                    + (adverse ? "fall" : "rise")
                    + " by the share {value} if every group had the best's.")
            .reference(HEAT),
        c -> beyondBest(c, adverse) / c.total().value());
  }

  /** How far the overall risk is from the best; rounding may leave it a hair on the wrong side. */
  private static double beyondBest(RiskCounts sample, boolean adverse) {
    double overall = sample.total().value();
    return Math.max(0, adverse ? overall - lowest(sample) : highest(sample) - overall);
  }

  private static Metric<RiskCounts> eFormula(int sign) {
    boolean upper = sign > 0;
    return Metric.of(
        MetricInfo.of(
                "e-formula" + (upper ? "" : ":lower"),
                "DP-EFORM",
                upper ? "E-formula bound" : "E-formula lower bound",
                RiskCounts.class)
            .range(upper ? 0 : -Double.MAX_VALUE, upper ? Double.MAX_VALUE : 1)
            .requires(SOME_UNITS, POSITIVE_TOTAL)
            .formula("\\pi " + (upper ? "+" : "-") + " \\sqrt{\\pi(1-\\pi)/a},\\quad \\pi = n_g/n")
            .reading(
                "A share of the events " + (upper ? "above" : "below") + " {value} is flagged.")
            .reference(
                "California Department of Education, E-formula of disproportionality in special"
                    + " education; Chinn, P. C. and Hughes, S. (1987), Representation of minority"
                    + " students in special education classes, Remedial and Special Education 8"),
        c -> {
          RiskCounts.Risk total = c.total();
          double share = c.focus().population() / total.population();
          return share + sign * Math.sqrt(share * (1 - share) / total.events());
        });
  }
}
