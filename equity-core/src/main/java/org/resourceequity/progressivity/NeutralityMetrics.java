package org.resourceequity.progressivity;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.REPLICATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.TRANSLATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.sample.Condition.ENOUGH_UNITS;
import static org.resourceequity.sample.Condition.INDEPENDENT_COLUMNS;
import static org.resourceequity.sample.Condition.POSITIVE_TOTAL;
import static org.resourceequity.sample.Condition.SOME_UNITS;
import static org.resourceequity.sample.Condition.TWO_UNITS;
import static org.resourceequity.sample.Condition.VARIATION;
import static org.resourceequity.sample.NeedCondition.VALUES_VARY;

import java.util.Arrays;
import org.resourceequity.internal.Checks;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.PositiveCovariate;

/**
 * Does the resource follow wealth? The first covariate is wealth per student, such as property
 * value or income. Gaps at borders between neighbours are in {@link NeighbourGaps}.
 *
 * <ul>
 *   <li>{@link #WEALTH_SLOPE}, {@link #WEALTH_ELASTICITY}, {@link #WEALTH_ELASTICITY_OF_LOGS}: how
 *       much more richer places have
 *   <li>{@link #WEALTH_CORRELATION}, {@link #WEALTH_SPEARMAN}, {@link #WEALTH_KENDALL}, {@link
 *       #rSquared}, {@link #adjustedRSquared}: how closely
 *   <li>{@link #WEALTH_CONCENTRATION}: whether the resource is concentrated on rich places
 *   <li>{@link #YIELD_VARIATION}, {@link #YIELD_CORRELATION}: does equal tax effort bring equal
 *       money?
 * </ul>
 */
public final class NeutralityMetrics {

  private static final String FELDSTEIN =
      "Feldstein, M. (1975), Wealth neutrality and local choice in public education, American"
          + " Economic Review 65";
  private static final String COONS =
      "Coons, J., Clune, W. and Sugarman, S. (1970), Private Wealth and Public Education";

  private static final String READING = "Wealth explains a share of {value} of the differences.";
  private static final String BERNE =
      "Berne, R. and Stiefel, L. (1984), The Measurement of Equity in School Finance";

  /** Name of the covariate that holds the tax rate. */
  public static final String TAX_RATE = "tax-rate";

  /** Weighted least-squares slope of the resource on wealth: dollars per dollar. */
  public static final Influential<PairedSample> WEALTH_SLOPE =
      ProgressivityMetrics.slope(
          "wealth-slope",
          "FN-SLOPE",
          "Wealth slope",
          "For each dollar of wealth, a unit has {value} dollars more.",
          FELDSTEIN);

  /** Elasticity of the resource by wealth at the means. */
  public static final Influential<PairedSample> WEALTH_ELASTICITY =
      ProgressivityMetrics.elasticity(
          "wealth-elasticity:at-means",
          "FN-ELAS",
          "Wealth elasticity at means",
          "wealth",
          FELDSTEIN);

  /** Elasticity of the resource by wealth as the slope of logarithms. */
  public static final Influential<PairedSample> WEALTH_ELASTICITY_OF_LOGS =
      ProgressivityMetrics.elasticityOfLogs(
          "wealth-elasticity:log-log", "FN-ELAS", "Wealth elasticity", "wealth", FELDSTEIN);

  /** Weighted correlation of the resource with wealth. */
  public static final Influential<PairedSample> WEALTH_CORRELATION =
      ProgressivityMetrics.correlation(
          "wealth-correlation", "FN-CORR", "Wealth correlation", "wealth");

  /** Weighted correlation of the mid-ranks of the resource with those of wealth. */
  public static final Metric<PairedSample> WEALTH_SPEARMAN =
      ProgressivityMetrics.spearman(
          "wealth-correlation:spearman", "FN-RANK", "Rank correlation with wealth", "wealth");

  /** Kendall's tau-b of the resource and wealth, weighted. */
  public static final Metric<PairedSample> WEALTH_KENDALL =
      ProgressivityMetrics.kendall(
          "wealth-correlation:kendall", "FN-RANK", "Kendall's tau-b with wealth", "wealth");

  /** Concentration index of the resource in the order of wealth. */
  public static final Concentration WEALTH_CONCENTRATION =
      ConcentrationMetrics.relative(
          "wealth-concentration", "FN-CONC", "Concentration of the resource by wealth");

  /**
   * Coefficient of variation of the yield of a unit of tax rate, the value over the covariate
   * {@value #TAX_RATE}; 0 under full power equalising.
   */
  public static final Metric<PairedSample> YIELD_VARIATION =
      Metric.of(
          MetricInfo.of("tax-yield-variation", "FN-TAX", "Variation of yield", PairedSample.class)
              .range(0, Double.MAX_VALUE)
              .requires(SOME_UNITS, new PositiveCovariate(TAX_RATE), POSITIVE_TOTAL)
              .claims(ANONYMITY, SCALE_INVARIANCE, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE)
              .formula("\\mathrm{sd}_w(y) / \\bar y,\\quad y_i = x_i / \\tau_i")
              .reading("For the same tax rate, units have amounts that differ by {value}.")
              .reference(COONS),
          s -> variation(yields(s)));

  /** Correlation with wealth of the yield of a unit of tax rate. */
  public static final Metric<PairedSample> YIELD_CORRELATION =
      new FittedMetric(
          MetricInfo.of(
                  "tax-yield-correlation", "FN-TAX", "Correlation of yield", PairedSample.class)
              .range(-1, 1)
              .requires(
                  TWO_UNITS,
                  VARIATION,
                  new PositiveCovariate(TAX_RATE),
                  FoundWhileMeasuring.VARIATION)
              .claims(ANONYMITY, SCALE_INVARIANCE, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE)
              .formula("\\mathrm{corr}_w(x/\\tau, W)")
              .reading("From -1 to 1, what a tax rate brings goes along with wealth by {value}.")
              .reference(COONS),
          s ->
              VALUES_VARY.unmet(yields(s)).isPresent()
                  ? Outcome.undefined(FoundWhileMeasuring.VARIATION, "all yields are equal")
                  : WEALTH_CORRELATION.measure(yields(s)));

  private NeutralityMetrics() {}

  private static PairedSample yields(PairedSample sample) {
    double[] yields = sample.values();
    double[] rates = sample.covariate(TAX_RATE);
    for (int i = 0; i < yields.length; i++) {
      yields[i] = sample.counts(i) ? yields[i] / rates[i] : 0;
    }
    return sample.withValues(Finite.all(yields));
  }

  private static double variation(PairedSample yields) {
    return Math.sqrt(yields.distribution().moments().variance()) / yields.meanValue();
  }

  /**
   * Returns the share of the variance of the resource that a polynomial of wealth explains.
   *
   * @param degree degree of the polynomial, 1 for a line
   */
  public static Metric<PairedSample> rSquared(int degree) {
    return new FittedMetric(
        rSquared(degree, "")
            .range(0, 1)
            .claims(REPLICATION_INVARIANCE)
            .reading(READING)
            .reference(BERNE),
        s -> polynomial(s, degree).flatMap(Regression::rSquared));
  }

  /**
   * Returns the same share, adjusted for the number of terms.
   *
   * @param degree degree of the polynomial, 1 for a line
   */
  public static Metric<PairedSample> adjustedRSquared(int degree) {
    return new FittedMetric(
        rSquared(degree, ",adjusted").reading(READING).reference(BERNE),
        s -> polynomial(s, degree).flatMap(Regression::adjustedRSquared));
  }

  private static MetricInfo.Builder rSquared(int degree, String option) {
    Checks.atLeast(degree, 1, "degree");
    return MetricInfo.of(
            "wealth-r-squared:" + degree + option,
            "FN-R2",
            "Variance explained by wealth",
            PairedSample.class)
        .requires(TWO_UNITS, VARIATION, VALUES_VARY, ENOUGH_UNITS, INDEPENDENT_COLUMNS)
        .claims(ANONYMITY, TRANSLATION_INVARIANCE, SCALE_INVARIANCE, WEIGHT_SCALE_INVARIANCE)
        .formula("R^2 = 1 - \\sum_i w_i e_i^2 / \\sum_i w_i (x_i-\\mu)^2");
  }

  /** Wealth is standardised before it is raised to powers, which would be nearly collinear. */
  private static Outcome<Regression> polynomial(PairedSample sample, int degree) {
    double[] wealth = sample.needs();
    double mean = sample.meanNeed();
    double spread = Math.sqrt(sample.needVariance());
    Design design = Design.of(sample);
    double[] power = new double[wealth.length];
    Arrays.fill(power, 1);
    for (int d = 1; d <= degree; d++) {
      for (int i = 0; i < power.length; i++) {
        power[i] *= (wealth[i] - mean) / spread;
      }
      design = design.with("wealth^" + d, Finite.all(power));
    }
    return design.fit();
  }
}
