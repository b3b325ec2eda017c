package org.resourceequity.disproportionality;

import java.util.Optional;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.RiskComparison;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Sample;

/**
 * Risk of the group over the mean risk of the other groups, weighted by the groups' shares of the
 * people in the table that the sample is compared with: the State's for {@link
 * RiskComparison.AllOthersIn}, else its own, which makes it the risk ratio to all others.
 */
final class WeightedRiskRatio implements Metric<RiskCounts> {

  static final String BOLLMER =
      "Bollmer, J., Bethel, J., Garrison-Mogren, R. and Brauen, M. (2007), Using the risk ratio to"
          + " assess racial/ethnic disproportionality in special education at the school-district"
          + " level, doi:10.1177/00224669070410030401";

  private static final String ID = "weighted-risk-ratio";
  private static final String ZERO_RISK = ID + ":zero-risk";

  private final MetricInfo info;

  /**
   * @param zeroRisk whether a group without members has the risk 0; else it leaves no value
   */
  WeightedRiskRatio(boolean zeroRisk) {
    MetricInfo.Builder builder =
        MetricInfo.of(zeroRisk ? ZERO_RISK : ID, "DP-WRR", "Weighted risk ratio", RiskCounts.class)
            .range(0, Double.MAX_VALUE);
    builder =
        zeroRisk
            ? builder.requires(
                Condition.SOME_UNITS, Condition.EVERY_GROUP, Needs.WEIGHTED_COMPARISON_EVENTS)
            : builder.requires(
                Condition.SOME_UNITS,
                Condition.EVERY_GROUP,
                Needs.ALL_WEIGHTED_GROUPS,
                Needs.WEIGHTED_COMPARISON_EVENTS);
    this.info =
        builder
            .formula("\\frac{(1-s_g)R_g}{\\sum_{h\\ne g} s_hR_h}")
            .reading("{value} times as likely as others, with the State's mix of groups.")
            .reference(BOLLMER);
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public double formula(RiskCounts sample) {
    RiskCounts weights = weights(sample);
    double others = 0;
    for (int g = 0; g < weights.groups().size(); g++) {
      others += isOther(sample, weights, g) ? weights.risk(g).population() : 0;
    }
    return others * sample.focus().value() / expected(sample);
  }

  /** People in the other groups times their risk here. */
  private static double expected(RiskCounts sample) {
    RiskCounts weights = weights(sample);
    double expected = 0;
    for (int g = 0; g < weights.groups().size(); g++) {
      RiskCounts.Risk risk = riskHere(sample, weights, g);
      if (isOther(sample, weights, g) && risk.population() > 0) {
        expected += weights.risk(g).population() * risk.value();
      }
    }
    return expected;
  }

  /** The table whose groups and people are the weights. */
  private static RiskCounts weights(RiskCounts sample) {
    return sample.comparison() instanceof RiskComparison.AllOthersIn elsewhere
        ? elsewhere.table()
        : sample;
  }

  private static boolean isOther(RiskCounts sample, RiskCounts weights, int group) {
    return !weights.groups().get(group).equals(sample.focusGroup());
  }

  /** A group of the weights that is not named here has no members here. */
  private static RiskCounts.Risk riskHere(RiskCounts sample, RiskCounts weights, int group) {
    int here = sample.groups().indexOf(weights.groups().get(group));
    return here < 0 ? new RiskCounts.Risk(0, 0) : sample.risk(here);
  }

  @Override
  public String toString() {
    return info.id();
  }

  private enum Needs implements Requirement {
    /** Each other group that has a weight has members. */
    ALL_WEIGHTED_GROUPS {
      @Override
      Optional<String> lack(RiskCounts sample) {
        RiskCounts weights = weights(sample);
        for (int g = 0; g < weights.groups().size(); g++) {
          if (isOther(sample, weights, g)
              && weights.risk(g).population() > 0
              && !(riskHere(sample, weights, g).population() > 0)) {
            return Optional.of("group \"" + weights.groups().get(g) + "\" has no members");
          }
        }
        return Optional.empty();
      }
    },
    /** The weighted mean of the other groups' risks is not 0. */
    WEIGHTED_COMPARISON_EVENTS {
      @Override
      Optional<String> lack(RiskCounts sample) {
        return expected(sample) > 0
            ? Optional.empty()
            : Optional.of("no events in the other groups that have a weight");
      }
    };

    abstract Optional<String> lack(RiskCounts sample);

    @Override
    public Optional<String> unmet(Sample<?> sample) {
      return sample instanceof RiskCounts counts ? lack(counts) : Optional.empty();
    }
  }
}
