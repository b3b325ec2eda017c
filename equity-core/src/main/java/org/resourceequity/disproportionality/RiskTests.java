package org.resourceequity.disproportionality;

import static org.resourceequity.metric.Axiom.ANTISYMMETRY;
import static org.resourceequity.metric.Axiom.SIZE_INVARIANCE;
import static org.resourceequity.sample.Condition.EVERY_GROUP;
import static org.resourceequity.sample.Condition.SOME_UNITS;

import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.RiskCounts;

/**
 * Could the difference be chance? Tests of equal risks, over the two sides of the comparison or
 * over all groups with members. They suppose that the two sides share nobody, so they mean nothing
 * for a comparison with everybody.
 *
 * <ul>
 *   <li>{@link #Z}, {@link #CHI_SQUARED}, {@link #CHI_SQUARED_CORRECTED}: two sides, for large
 *       counts
 *   <li>{@link #FISHER_P}, {@link #MID_P}: two sides, exact for any counts
 *   <li>{@link #CHI_SQUARED_OF_GROUPS}, {@link #CRAMERS_V}: all groups
 * </ul>
 */
public final class RiskTests {

  private static final String AGRESTI =
      "Agresti, A. (2013), Categorical Data Analysis, 3rd edition";

  /** The difference of the two risks over its standard error if both were equal. */
  public static final Metric<RiskCounts> Z =
      Metric.of(
          MetricInfo.of("risk-z", "DP-Z", "Pooled two-proportion z", RiskCounts.class)
              .requires(
                  SOME_UNITS, EVERY_GROUP, Table.Needs.SEPARATE_SIDES, Table.Needs.PAIR_VARIATION)
              .claims(ANTISYMMETRY)
              .formula("z = \\frac{R_g-R_h}{\\sqrt{R(1-R)(1/n_g+1/n_h)}}")
              .reading("The difference is {value} standard errors large.")
              .reference(AGRESTI),
          RiskTests::z);

  /** Pearson's statistic of the two sides, without correction; the square of {@link #Z}. */
  public static final Metric<RiskCounts> CHI_SQUARED = chiSquared("chi-squared", 0);

  /** Pearson's statistic of the two sides with Yates's correction of one half. */
  public static final Metric<RiskCounts> CHI_SQUARED_CORRECTED =
      chiSquared("chi-squared:corrected", 0.5);

  /**
   * Two-sided p of Fisher's exact test: the probability of all tables with the same margins that
   * are no likelier than this one. O(root of the people).
   */
  public static final Metric<RiskCounts> FISHER_P =
      Metric.of(
          exact("fisher-exact-p", "Fisher exact p")
              .formula("p = \\sum_{k: P(k) \\le P(a_g)} P(k)")
              .reference(
                  "Fisher, R. A. (1935), The logic of inductive inference, doi:10.2307/2342435; "
                      + AGRESTI),
          c -> Math.min(1, Hypergeometric.of(Table.ofPair(c)).tail(1)));

  /** The same with half the probability of the tables that are as likely as this one. */
  public static final Metric<RiskCounts> MID_P =
      Metric.of(
          exact("fisher-mid-p", "Fisher mid-p")
              .formula("p = \\sum_{P(k) < P(a_g)} P(k) + \\tfrac12 \\sum_{P(k) = P(a_g)} P(k)")
              .reference(
                  "Lancaster, H. O. (1961), Significance tests in discrete distributions, Journal"
                      + " of the American Statistical Association 56; "
                      + AGRESTI),
          c -> Math.min(1, Hypergeometric.of(Table.ofPair(c)).tail(0.5)));

  /** Pearson's statistic of all groups with members. */
  public static final Metric<RiskCounts> CHI_SQUARED_OF_GROUPS =
      Metric.of(
          MetricInfo.of(
                  "chi-squared-of-groups", "DP-Z", "Chi-squared of all groups", RiskCounts.class)
              .range(0, Double.MAX_VALUE)
              .requires(SOME_UNITS, Table.Needs.GROUP_VARIATION)
              .formula("\\chi^2 = \\sum_g \\frac{(a_g-n_gR)^2}{n_gR(1-R)}")
              .reading("How far the groups' events are from equal risks.")
              .reference(AGRESTI),
          c -> Table.ofGroups(c).chiSquared(0));

  /** Strength of the association of group and event, from 0 to 1. */
  public static final Metric<RiskCounts> CRAMERS_V =
      Metric.of(
          MetricInfo.of("cramers-v", "DP-Z", "Cramer's V", RiskCounts.class)
              .range(0, 1)
              .requires(SOME_UNITS, Table.Needs.GROUP_VARIATION)
              .claims(SIZE_INVARIANCE)
              .formula("V = \\sqrt{\\chi^2 / n}")
              .reading("Group and event go together with strength {value}; 1 is completely.")
              .reference("Cramér, H. (1946), Mathematical Methods of Statistics; " + AGRESTI),
          RiskTests::cramersV);

  private RiskTests() {}

  private static MetricInfo.Builder exact(String id, String name) {
    return MetricInfo.of(id, "DP-Z", name, RiskCounts.class)
        .range(0, 1)
        .requires(SOME_UNITS, EVERY_GROUP, Table.Needs.SEPARATE_SIDES)
        .requires(Table.Needs.WHOLE_COUNTS, Table.Needs.PAIR_VARIATION)
        .reading("With equal risks, so large a difference has the probability {value}.");
  }

  private static Metric<RiskCounts> chiSquared(String id, double correction) {
    String off = correction > 0 ? "(|a_s-n_sR| - \\tfrac12)^2" : "(a_s-n_sR)^2";
    return Metric.of(
        MetricInfo.of(id, "DP-Z", "Chi-squared of two risks", RiskCounts.class)
            .range(0, Double.MAX_VALUE)
            .requires(
                SOME_UNITS, EVERY_GROUP, Table.Needs.SEPARATE_SIDES, Table.Needs.PAIR_VARIATION)
            .formula("\\chi^2 = \\sum_{s\\in\\{g,h\\}} " + off + " / (n_sR(1-R))")
            .reading("How far the two groups' events are from equal risks.")
            .reference(AGRESTI),
        c -> Table.ofPair(c).chiSquared(correction));
  }

  private static double z(RiskCounts sample) {
    Table table = Table.ofPair(sample);
    double rate = table.events() / table.people();
    double variance = rate * (1 - rate) * (1 / table.people(0) + 1 / table.people(1));
    return (sample.focus().value() - sample.compared().value()) / Math.sqrt(variance);
  }

  private static double cramersV(RiskCounts sample) {
    Table table = Table.ofGroups(sample);
    // The event has two outcomes, so the smaller side of the table less one is 1.
    return Math.min(1, Math.sqrt(table.chiSquared(0) / table.people()));
  }
}
