package org.resourceequity.gaps;

import org.apache.commons.math3.distribution.TDistribution;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.GroupedValues;

/**
 * Could a difference of two means be chance? Members are counted one by one, as if each had been
 * drawn by itself; where whole schools are alike, an estimate with districts as draws is more
 * cautious. Welch, B. L. (1947), for groups of unequal spread.
 *
 * <ul>
 *   <li>{@link #STANDARD_ERROR} of the exposure gap, and its {@link #DEGREES} of freedom
 *   <li>{@link #T}: the gap over its standard error
 *   <li>{@link #P}: the chance of so large a gap between equal means
 * </ul>
 */
public final class MeanTests {

  private static final String WELCH =
      "Welch, B. L. (1947), The generalization of Student's problem when several different"
          + " population variances are involved, doi:10.1093/biomet/34.1-2.28";

  /** Standard error of the difference of the means. */
  public static final Metric<GroupedValues> STANDARD_ERROR =
      Metric.of(
          info("welch-standard-error", "Standard error of the gap")
              .range(0, Double.MAX_VALUE)
              .unit("unit of the value")
              .claims(Axiom.SCALE_EQUIVARIANCE)
              .formula("\\sqrt{s_A^2/n_A + s_B^2/n_B}")
              .reading("By chance alone, the gap would be off by about {value}.")
              .reference(WELCH),
          g ->
              Math.sqrt(
                  Members.errorSquared(g, g.focus()) + Members.errorSquared(g, g.comparison())));

  /** Degrees of freedom of Student's distribution that comes nearest to that of {@link #T}. */
  public static final Metric<GroupedValues> DEGREES =
      Metric.of(
          info("welch-degrees", "Degrees of freedom of the gap")
              .range(0, Double.MAX_VALUE)
              .formula(
                  "\\nu = \\frac{(s_A^2/n_A + s_B^2/n_B)^2}"
                      + "{(s_A^2/n_A)^2/(n_A-1) + (s_B^2/n_B)^2/(n_B-1)}")
              .reading("The gap rests on as much as {value} independent differences.")
              .reference(WELCH),
          MeanTests::degrees);

  /** The gap over its standard error. */
  public static final Metric<GroupedValues> T =
      Metric.of(
          info("welch-t", "Welch's t")
              .claims(Axiom.ANTISYMMETRY)
              .formula("t = (\\mu_A-\\mu_B) / \\sqrt{s_A^2/n_A + s_B^2/n_B}")
              .reading("The gap is {value} standard errors large.")
              .reference(WELCH),
          MeanTests::t);

  /** Two-sided p of {@link #T}. */
  public static final Metric<GroupedValues> P =
      Metric.of(
          info("welch-p", "Welch's p")
              .range(0, 1)
              .formula("p = P(|T_\\nu| \\ge |t|)")
              .reading("With equal means, so large a gap has the probability {value}.")
              .reference(WELCH),
          MeanTests::p);

  private MeanTests() {}

  private static MetricInfo.Builder info(String id, String name) {
    return MetricInfo.of(id, "GP-DIFF", name, GroupedValues.class)
        .requires(
            Condition.SOME_UNITS,
            Condition.EVERY_GROUP,
            new EnoughMembers(1),
            new SpreadOfMembers(true),
            Condition.REPRESENTABLE)
        .claims(Axiom.ORGANISATIONAL_EQUIVALENCE);
  }

  private static double t(GroupedValues sample) {
    return GapMetrics.EXPOSURE_GAP.formula(Members.fromSmallest(sample))
        / STANDARD_ERROR.formula(sample);
  }

  private static double p(GroupedValues sample) {
    // With so many degrees Student's distribution is the normal one in all digits.
    TDistribution student = new TDistribution(null, Math.min(1e12, degrees(sample)));
    return 2 * student.cumulativeProbability(-Math.abs(t(sample)));
  }

  private static double degrees(GroupedValues sample) {
    double first = Members.errorSquared(sample, sample.focus());
    double second = Members.errorSquared(sample, sample.comparison());
    // As shares of their sum, so that no square is too small or too large.
    double share = first / (first + second);
    return 1
        / (share * share / (sample.groupTotal(sample.focus()) - 1)
            + (1 - share) * (1 - share) / (sample.groupTotal(sample.comparison()) - 1));
  }
}
