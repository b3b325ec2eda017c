package org.resourceequity.gaps;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Gamma;
import org.resourceequity.internal.Checks;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.QuantileDefinition;
import org.resourceequity.sample.Quantiles;

/**
 * How far apart are what the members of two groups meet, beside the difference of means, which is
 * {@link GapMetrics#EXPOSURE_GAP}? Members are counted one by one: a unit with three members of a
 * group is three equal values.
 *
 * <ul>
 *   <li>{@link #COHEN}, {@link #HEDGES}, {@link #GLASS}: in standard deviations
 *   <li>{@link #COMMON_LANGUAGE}, {@link #V_GAP}: by who has more, whatever the scale
 *   <li>{@link #KOLMOGOROV_SMIRNOV}, {@link #WASSERSTEIN}: distances of the two distributions
 *   <li>{@link #quantileGap}: at one place of the distributions
 * </ul>
 */
public final class EffectSizes {

  /** Cohen's d: the gap over the pooled standard deviation, with n - 1. */
  public static final Metric<GroupedValues> COHEN =
      Metric.of(
          standardised("cohens-d", "Cohen's d", true)
              .formula(
                  "d = (\\mu_A-\\mu_B)/s_p,\\quad s_p^2 ="
                      + " \\frac{(n_A-1)s_A^2+(n_B-1)s_B^2}{n_A+n_B-2}")
              .reading("The groups are {value} standard deviations apart.")
              .reference(
                  "Cohen, J. (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd"
                      + " edition"),
          EffectSizes::cohen);

  /** Hedges' g: Cohen's d without its small-sample bias, by the exact factor. */
  public static final Metric<GroupedValues> HEDGES =
      Metric.of(
          hedges("hedges-g", "J = \\Gamma(\\nu/2)/(\\sqrt{\\nu/2}\\,\\Gamma((\\nu-1)/2))"),
          g -> {
            double half = degrees(g) / 2;
            double factor =
                Math.exp(Gamma.logGamma(half) - Gamma.logGamma(half - 0.5)) / Math.sqrt(half);
            return factor * cohen(g);
          });

  /** Hedges' g by the usual approximation of the factor. */
  public static final Metric<GroupedValues> HEDGES_APPROXIMATE =
      Metric.of(
          hedges("hedges-g:approximate", "J \\approx 1-3/(4\\nu-1)"),
          g -> (1 - 3 / (4 * degrees(g) - 1)) * cohen(g));

  /** Glass's delta: the gap over the standard deviation of the comparison group. */
  public static final Metric<GroupedValues> GLASS =
      Metric.of(
          standardised("glass-delta", "Glass's delta", false)
              .formula("\\Delta = (\\mu_A-\\mu_B)/s_B")
              .reading("The groups are {value} standard deviations of the second apart.")
              .reference(
                  "Glass, G. V. (1976), Primary, secondary, and meta-analysis of research,"
                      + " doi:10.3102/0013189X005010003"),
          g -> gap(g) / Math.sqrt(Members.sampleVariance(Members.comparison(g))));

  /**
   * The common-language effect: the probability that a member of the first group meets more than
   * one of the second, ties by half. Also the area under the ROC curve. O(n log n).
   */
  public static final Metric<GroupedValues> COMMON_LANGUAGE =
      Metric.of(
          info("common-language-effect", "GP-CL", "Common-language effect")
              .range(0, 1)
              .claims(Axiom.SCALE_INVARIANCE)
              .formula("P(A>B)+\\tfrac12 P(A=B)")
              .reading("With a chance of {value} a student of the first group has more.")
              .reference(
                  "McGraw, K. O. and Wong, S. P. (1992), A common language effect size statistic,"
                      + " doi:10.1037/0033-2909.111.2.361"),
          g -> TwoSamples.of(g).exceedance());

  /**
   * The V-gap: the distance of two normal distributions of equal variance with the same
   * common-language effect. Undefined (REPRESENTABLE) where one group has more throughout.
   */
  public static final Metric<GroupedValues> V_GAP =
      Metric.of(
          info("v-gap", "GP-V", "V-gap")
              .requires(Condition.REPRESENTABLE)
              .claims(Axiom.SCALE_INVARIANCE, Axiom.ANTISYMMETRY)
              .formula("\\sqrt2\\,\\Phi^{-1}(P(A>B)+\\tfrac12 P(A=B))")
              .reading("By who has more, the groups are {value} standard deviations apart.")
              .reference(
                  "Ho, A. D. and Reardon, S. F. (2012), Estimating achievement gaps from test"
                      + " scores reported in ordinal proficiency categories,"
                      + " doi:10.3102/1076998611411918"),
          g -> {
            TwoSamples both = TwoSamples.of(g);
            // The smaller of both sides keeps its digits.
            double more = both.exceedance();
            double less = both.turned().exceedance();
            return more <= less ? Math.sqrt(2) * probit(more) : -Math.sqrt(2) * probit(less);
          });

  /** The Kolmogorov-Smirnov distance: the largest difference of the two distribution functions. */
  public static final Metric<GroupedValues> KOLMOGOROV_SMIRNOV =
      Metric.of(
          info("kolmogorov-smirnov", "GP-KS", "Kolmogorov-Smirnov distance")
              .range(0, 1)
              .claims(Axiom.SCALE_INVARIANCE)
              .formula("\\max_x |F_A(x)-F_B(x)|")
              .reading("At one level, the shares of the groups below it differ by {value}.")
              .reference(
                  "Kolmogorov, A. (1933), Sulla determinazione empirica di una legge di"
                      + " distribuzione, Giornale dell'Istituto Italiano degli Attuari 4"),
          g -> TwoSamples.of(g).largestDistance());

  /**
   * The Wasserstein distance: what has to move, per member, to make both distributions the same.
   */
  public static final Metric<GroupedValues> WASSERSTEIN =
      Metric.of(
          info("wasserstein-1", "GP-W1", "Wasserstein distance")
              .range(0, Double.MAX_VALUE)
              .unit("unit of the value")
              .claims(Axiom.SCALE_EQUIVARIANCE)
              .formula("\\int |F_A(x)-F_B(x)|\\,dx")
              .reading("On average {value} would have to move for each student.")
              .reference(
                  "Vallender, S. S. (1974), Calculation of the Wasserstein distance between"
                      + " probability distributions on the line, doi:10.1137/1118101"),
          g -> TwoSamples.of(g).area());

  private EffectSizes() {}

  /**
   * Returns the difference of a quantile of both groups (inverse of the distribution function).
   *
   * @param share from 0 to 1, such as 0.5 for the median
   */
  public static Metric<GroupedValues> quantileGap(double share) {
    Checks.within(share, 0, 1, "share");
    return Metric.of(
        info("quantile-gap:" + MetricId.write(share), "GP-Q", "Gap at the quantile " + share)
            .unit("unit of the value")
            .claims(Axiom.SCALE_EQUIVARIANCE, Axiom.ANTISYMMETRY)
            .formula("Q_A(p)-Q_B(p)")
            .reading("At this place of both groups, the first has {value} more.")
            .reference(
                "Doksum, K. (1974), Empirical probability plots and statistical inference for"
                    + " nonlinear models in the two-sample case, doi:10.1214/aos/1176342662"),
        g -> quantile(Members.focus(g), share) - quantile(Members.comparison(g), share));
  }

  /**
   * Returns the ratio of a quantile of both groups; with 0.5 the relative median ratio.
   *
   * @param share from 0 to 1, such as 0.5 for the median
   */
  public static Metric<GroupedValues> quantileRatio(double share) {
    Checks.within(share, 0, 1, "share");
    return Metric.of(
        info("quantile-ratio:" + MetricId.write(share), "GP-Q", "Ratio at the quantile " + share)
            .range(0, Double.MAX_VALUE)
            .requires(new PositiveQuantiles(share), Condition.REPRESENTABLE)
            .claims(Axiom.SCALE_INVARIANCE, Axiom.RECIPROCITY)
            .formula("Q_A(p)/Q_B(p)")
            .reading("At this place of both groups, the first has {value} times as much.")
            .reference("Eurostat, Relative median income ratio"),
        g -> quantile(Members.focus(g), share) / quantile(Members.comparison(g), share));
  }

  static double quantile(Distribution members, double share) {
    return Quantiles.quantile(members.sorted(), share, QuantileDefinition.TYPE1);
  }

  private static MetricInfo.Builder info(String id, String key, String name) {
    return MetricInfo.of(id, key, name, GroupedValues.class)
        .requires(Condition.SOME_UNITS, Condition.EVERY_GROUP)
        .claims(Axiom.SIZE_INVARIANCE, Axiom.ORGANISATIONAL_EQUIVALENCE);
  }

  private static MetricInfo.Builder standardised(String id, String name, boolean both) {
    return MetricInfo.of(id, "GP-D", name, GroupedValues.class)
        .requires(
            Condition.SOME_UNITS,
            Condition.EVERY_GROUP,
            new EnoughMembers(1),
            new SpreadOfMembers(both),
            Condition.REPRESENTABLE)
        .claims(Axiom.SCALE_INVARIANCE, Axiom.ORGANISATIONAL_EQUIVALENCE);
  }

  private static MetricInfo hedges(String id, String factor) {
    return standardised(id, "Hedges' g", true)
        .formula("g = J d,\\quad " + factor + ",\\quad \\nu = n_A+n_B-2")
        .reading("The groups are {value} standard deviations apart.")
        .reference(
            "Hedges, L. V. (1981), Distribution theory for Glass's estimator of effect size,"
                + " doi:10.3102/10769986006002107");
  }

  private static double gap(GroupedValues sample) {
    return GapMetrics.EXPOSURE_GAP.formula(Members.fromSmallest(sample));
  }

  private static double degrees(GroupedValues sample) {
    return sample.groupTotal(sample.focus()) + sample.groupTotal(sample.comparison()) - 2;
  }

  private static double cohen(GroupedValues sample) {
    Distribution first = Members.focus(sample);
    Distribution second = Members.comparison(sample);
    double squares =
        first.moments().variance() * first.totalWeight()
            + second.moments().variance() * second.totalWeight();
    return gap(sample) / Math.sqrt(squares / degrees(sample));
  }

  private static double probit(double probability) {
    return probability > 0
        ? new NormalDistribution(null, 0, 1).inverseCumulativeProbability(probability)
        : Double.NEGATIVE_INFINITY;
  }
}
