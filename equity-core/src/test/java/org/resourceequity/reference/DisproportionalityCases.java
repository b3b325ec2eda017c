package org.resourceequity.reference;

import static org.resourceequity.disproportionality.CompositionMetrics.EVENT_SHARE;
import static org.resourceequity.disproportionality.CompositionMetrics.POPULATION_SHARE;
import static org.resourceequity.disproportionality.CompositionMetrics.RELATIVE_DIFFERENCE;
import static org.resourceequity.disproportionality.DisproportionalityMetrics.COMPOSITION_INDEX;
import static org.resourceequity.disproportionality.DisproportionalityMetrics.RISK_DIFFERENCE;
import static org.resourceequity.disproportionality.DisproportionalityMetrics.RISK_RATIO;
import static org.resourceequity.disproportionality.DisproportionalityMetrics.WEIGHTED_RISK_RATIO_ZERO_RISK;
import static org.resourceequity.disproportionality.RatioMetrics.ATTRIBUTABLE_FRACTION;
import static org.resourceequity.disproportionality.RatioMetrics.ATTRIBUTABLE_RISK;
import static org.resourceequity.disproportionality.RatioMetrics.E_FORMULA;
import static org.resourceequity.disproportionality.RatioMetrics.ODDS_RATIO;
import static org.resourceequity.disproportionality.RatioMetrics.RISK_RATIO_SMALL_SAMPLE;
import static org.resourceequity.disproportionality.RiskTests.CHI_SQUARED;
import static org.resourceequity.disproportionality.RiskTests.CHI_SQUARED_OF_GROUPS;
import static org.resourceequity.disproportionality.RiskTests.CRAMERS_V;
import static org.resourceequity.disproportionality.RiskTests.FISHER_P;

import java.util.ArrayList;
import java.util.List;
import org.resourceequity.inference.Interval;
import org.resourceequity.inference.RateIntervals;
import org.resourceequity.metric.Metric;
import org.resourceequity.sample.RiskComparison;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Units;

/** The cases of the family "disproportionality". */
final class DisproportionalityCases extends CaseTable {

  DisproportionalityCases() {
    super("disproportionality");
    add("risk", c -> c.risks().focus().value());
    add("risk_ratio", c -> RISK_RATIO.measure(pair(c)));
    add("risk_ratio_small_sample", c -> RISK_RATIO_SMALL_SAMPLE.measure(pair(c)));
    add("risk_difference", c -> RISK_DIFFERENCE.measure(pair(c)));
    add("alternate_risk_ratio", c -> RISK_RATIO.measure(toState(c)));
    add("weighted_risk_ratio", c -> WEIGHTED_RISK_RATIO_ZERO_RISK.measure(toState(c)));
    add("odds_ratio", c -> ODDS_RATIO.measure(pair(c)));
    add("composition_index", c -> COMPOSITION_INDEX.measure(c.risks()));
    add("relative_difference_in_composition", c -> RELATIVE_DIFFERENCE.measure(c.risks()));
    add("equity_formula_threshold", c -> E_FORMULA.measure(c.risks()));
    add("fisher_exact_p", c -> FISHER_P.measure(pair(c)));
    add(
        "chi_squared",
        c -> (c.has("group") ? CHI_SQUARED : CHI_SQUARED_OF_GROUPS).measure(pair(c)));
    add("cramers_v", c -> CRAMERS_V.measure(c.risks()));
    add("risk_ratio_confidence_interval", c -> interval(c, Kind.KATZ));
    add("odds_ratio_confidence_interval", c -> interval(c, Kind.WOOLF));
    add("DP-RISK", c -> inline(c).focus().value());
    add("DP-RR", c -> RISK_RATIO.measure(inline(c)));
    add("DP-ARR", DisproportionalityCases::alternate);
    add(
        "DP-COMP",
        c -> List.of(EVENT_SHARE.measure(inline(c)), POPULATION_SHARE.measure(inline(c))));
    add("DP-PAF: population attributable risk", c -> inPercent(ATTRIBUTABLE_RISK, c));
    // The most advantaged group of this case is the one with the highest rate.
    add("DP-PAF: PAR ordered", c -> inPercent(ATTRIBUTABLE_RISK, c));
    add(
        "DP-PAF: population attributable fraction (%)",
        c -> ATTRIBUTABLE_FRACTION.measure(ofRates(c)));
  }

  private enum Kind {
    KATZ,
    WOOLF
  }

  private static RiskCounts pair(Case reference) {
    String other = reference.text("comparison", "all other groups");
    if (reference.has("outcome")) {
      return ofMembers(reference);
    }
    RiskCounts risks = reference.risks();
    return other.equals("all other groups")
        ? risks
        : risks.comparedWith(new RiskComparison.Reference(other));
  }

  /** One row per student, with the fifth of the family's status; the lowest is the event. */
  private static RiskCounts ofMembers(Case reference) {
    Data rows = reference.data();
    String[] group = rows.texts("ethnic_group");
    double[] fifth = rows.numbers("ses_quintile");
    double[] in = new double[2];
    double[] out = new double[2];
    for (int i = 0; i < group.length; i++) {
      double[] side = group[i].equals(reference.text("group")) ? in : out;
      side[0] += fifth[i] == 1 ? 1 : 0;
      side[1]++;
    }
    return two(in, out);
  }

  private static RiskCounts toState(Case reference) {
    return reference.risks().comparedWith(new RiskComparison.AllOthersIn(reference.stateRisks()));
  }

  private static List<Double> interval(Case reference, Kind kind) {
    RiskCounts.Risk group = pair(reference).focus();
    RiskCounts.Risk other = pair(reference).compared();
    Interval interval =
        (kind == Kind.KATZ
                ? RateIntervals.katz(
                    group.events(), group.population(), other.events(), other.population())
                : RateIntervals.woolf(
                    group.events(), group.population(), other.events(), other.population()))
            .orElseThrow();
    return List.of(interval.low(), interval.high());
  }

  /** Events and people, {@code [events, people]}, of the group and of those who stand by it. */
  private static RiskCounts inline(Case reference) {
    double[] group = reference.numbers("group");
    double[] others = reference.has("others") ? reference.numbers("others") : new double[] {0, 1};
    return two(group, others);
  }

  private static RiskCounts two(double[] group, double[] others) {
    return RiskCounts.of(
        Units.numbered(1),
        List.of("group", "others"),
        new double[][] {{group[0]}, {others[0]}},
        new double[][] {{group[1]}, {others[1]}});
  }

  private static Object alternate(Case reference) {
    double[] group = reference.numbers("group");
    RiskCounts state = two(group, reference.numbers("stateOthers"));
    return RISK_RATIO.measure(
        two(group, new double[] {0, 1}).comparedWith(new RiskComparison.AllOthersIn(state)));
  }

  private static double inPercent(Metric<RiskCounts> metric, Case reference) {
    return metric.measure(ofRates(reference)).find().orElseThrow() * 100;
  }

  /** Groups of given size with rates in percent. */
  private static RiskCounts ofRates(Case reference) {
    double[] rates = reference.numbers("est");
    double[] people = reference.numbers("pop");
    double[][] events = new double[rates.length][1];
    double[][] population = new double[rates.length][1];
    List<String> names = new ArrayList<>();
    for (int g = 0; g < rates.length; g++) {
      names.add("g" + g);
      events[g][0] = rates[g] / 100 * people[g];
      population[g][0] = people[g];
    }
    return RiskCounts.of(Units.numbered(1), names, events, population);
  }
}
