package org.resourceequity.inequality;

import static org.resourceequity.inequality.Denominator.POPULATION;
import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.COUNTS_UNITS;
import static org.resourceequity.metric.Axiom.REPLICATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_EQUIVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.TRANSLATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEAK_PIGOU_DALTON;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.ZERO_AT_EQUALITY;
import static org.resourceequity.metric.Direction.LESS_EQUAL;
import static org.resourceequity.sample.Condition.NO_NEGATIVES;
import static org.resourceequity.sample.Condition.NO_ZEROS;
import static org.resourceequity.sample.Condition.POSITIVE_TOTAL;
import static org.resourceequity.sample.Condition.SOME_UNITS;

import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Requirement;

/**
 * How far are students from the mean?
 *
 * <p>With a {@link Denominator} other than the population's, for comparison with programs that
 * divide by n - 1. O(n); the Gini coefficient O(n log n).
 *
 * <ul>
 *   <li>{@link #variance}, {@link #standardDeviation}, {@link #coefficientOfVariation}
 *   <li>{@link #gini}: the Gini coefficient with a correction for few units
 *   <li>{@link #RELATIVE_MEAN_DEVIATION}: twice the Hoover index
 *   <li>{@link #SD_OF_LOGS}: standard deviation of the logarithms
 * </ul>
 */
public final class DispersionMetrics {

  private static final String BERNE_STIEFEL =
      "Berne, R. and Stiefel, L. (1984), The Measurement of Equity in School Finance";

  /** Mean distance from the mean, relative to it: twice the Hoover index. */
  public static final Influential<Distribution> RELATIVE_MEAN_DEVIATION =
      Influential.of(
          MetricInfo.of(
                  "relative-mean-deviation",
                  "HD-RMD",
                  "Relative mean deviation",
                  Distribution.class)
              .range(0, Double.MAX_VALUE)
              .direction(LESS_EQUAL)
              .requires(SOME_UNITS, POSITIVE_TOTAL)
              .claims(
                  ANONYMITY,
                  SCALE_INVARIANCE,
                  REPLICATION_INVARIANCE,
                  WEIGHT_SCALE_INVARIANCE,
                  WEAK_PIGOU_DALTON,
                  ZERO_AT_EQUALITY)
              .formula("\\sum_i w_i\\,|x_i-\\mu| / \\mu")
              .reading("The average student is {value} times the average away from the average.")
              .reference(BERNE_STIEFEL),
          d -> 2 * InequalityMetrics.HOOVER.formula(d),
          d -> doubled(InequalityMetrics.HOOVER.influence(d)));

  /**
   * Standard deviation of the logarithms. Beyond e times the geometric mean a transfer to a poorer
   * student may raise it: see J. E. Foster and E. A. Ok (1999), Lorenz dominance and the variance
   * of logarithms, Econometrica 67.
   */
  public static final Influential<Distribution> SD_OF_LOGS =
      Influential.of(
          MetricInfo.of(
                  "sd-of-logs", "HD-SDLOG", "Standard deviation of logarithms", Distribution.class)
              .range(0, Double.MAX_VALUE)
              .direction(LESS_EQUAL)
              .requires(SOME_UNITS, NO_NEGATIVES, NO_ZEROS)
              .claims(
                  ANONYMITY,
                  SCALE_INVARIANCE,
                  REPLICATION_INVARIANCE,
                  WEIGHT_SCALE_INVARIANCE,
                  ZERO_AT_EQUALITY)
              .formula("\\sqrt{\\sum_i w_i (\\ln x_i - \\overline{\\ln x})^2}")
              .reading("Students typically differ from the middle by a factor of e to {value}.")
              .reference(BERNE_STIEFEL),
          d -> Math.sqrt(logVariance(d)),
          DispersionMetrics::influenceOfLogs);

  /** Change of the standard deviation of logarithms between two periods. */
  public static final Comparison<Distribution, Double> SIGMA_CONVERGENCE = SigmaConvergence.OF_LOGS;

  /** Change of the coefficient of variation between two periods. */
  public static final Comparison<Distribution, Double> SIGMA_CONVERGENCE_OF_CV =
      SigmaConvergence.OF_CV;

  private DispersionMetrics() {}

  /** Returns the variance. */
  public static Metric<Distribution> variance(Denominator denominator) {
    return Metric.of(
        info("variance", "HD-VAR", "Variance", denominator)
            .unit("square of the unit of the value")
            .claims(WEAK_PIGOU_DALTON)
            .formula(denominator.latex() + "\\sum_i w_i (x_i-\\mu)^2")
            .reading("Students differ with a variance of {value}.")
            .reference(BERNE_STIEFEL),
        d -> d.moments().variance() * denominator.factor(d));
  }

  /** Returns the standard deviation. */
  public static Metric<Distribution> standardDeviation(Denominator denominator) {
    return Metric.of(
        info("standard-deviation", "HD-VAR", "Standard deviation", denominator)
            .unit("unit of the value")
            .claims(SCALE_EQUIVARIANCE, TRANSLATION_INVARIANCE, WEAK_PIGOU_DALTON)
            .formula("\\sqrt{" + denominator.latex() + "\\sum_i w_i (x_i-\\mu)^2}")
            .reading("A typical student is {value} away from the average.")
            .reference(BERNE_STIEFEL),
        d -> Math.sqrt(d.moments().variance() * denominator.factor(d)));
  }

  /** Returns the coefficient of variation: {@link InequalityMetrics#CV} for the population. */
  public static Metric<Distribution> coefficientOfVariation(Denominator denominator) {
    return denominator == POPULATION
        ? InequalityMetrics.CV
        : Metric.of(
            info("cv", "HD-CV", "Coefficient of variation", denominator)
                .requires(POSITIVE_TOTAL)
                .claims(SCALE_INVARIANCE, WEAK_PIGOU_DALTON)
                .formula("\\sqrt{" + denominator.latex() + "\\sum_i w_i (x_i-\\mu)^2} / \\mu")
                .reading("The typical student is {value} times the average away from the average.")
                .reference(BERNE_STIEFEL),
            d -> InequalityMetrics.CV.formula(d) * Math.sqrt(denominator.factor(d)));
  }

  /** Returns the Gini coefficient: {@link InequalityMetrics#GINI} for the population. */
  public static Metric<Distribution> gini(Denominator denominator) {
    return denominator == POPULATION
        ? InequalityMetrics.GINI
        : Metric.of(
            info("gini", "HD-GINI", "Gini coefficient", denominator)
                .requires(POSITIVE_TOTAL)
                .claims(SCALE_INVARIANCE, WEAK_PIGOU_DALTON)
                .formula(denominator.latex() + "\\sum_i\\sum_j w_i w_j\\,|x_i-x_j| / (2\\mu)")
                .reading(
                    "Two different students picked at random differ by {value} times twice the"
                        + " average.")
                .reference(
                    "Gini, C. (1914), Sulla misura della concentrazione e della variabilità dei"
                        + " caratteri; Berne, R. and Stiefel, L. (1984), The Measurement of Equity"
                        + " in School Finance"),
            d -> InequalityMetrics.GINI.formula(d) * denominator.factor(d));
  }

  private static MetricInfo.Builder info(
      String name, String key, String title, Denominator denominator) {
    MetricInfo.Builder info =
        MetricInfo.of(denominator.id(name), key, title, Distribution.class)
            .range(0, Double.MAX_VALUE)
            .direction(LESS_EQUAL)
            .requires(denominator.requires().toArray(new Requirement[0]))
            .claims(ANONYMITY, ZERO_AT_EQUALITY);
    return switch (denominator) {
      case POPULATION -> info.claims(REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE);
      case N_MINUS_1 -> info;
      case RELIABILITY -> info.claims(COUNTS_UNITS, WEIGHT_SCALE_INVARIANCE);
    };
  }

  /** Logarithms are taken relative to the mean, so that nearly equal values keep their digits. */
  private static double logVariance(Distribution d) {
    double mean = d.mean();
    double centre = Deviations.mean(d, x -> Deviations.logRatio(x, mean));
    return Deviations.mean(
        d,
        x -> {
          double off = Deviations.logRatio(x, mean) - centre;
          return off * off;
        });
  }

  private static double[] influenceOfLogs(Distribution d) {
    double mean = d.mean();
    double centre = Deviations.mean(d, x -> Deviations.logRatio(x, mean));
    double variance = logVariance(d);
    return Deviations.influence(
        d,
        x -> {
          double off = Deviations.logRatio(x, mean) - centre;
          return variance == 0 ? 0 : (off * off - variance) / (2 * Math.sqrt(variance));
        });
  }

  private static double[] doubled(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= 2;
    }
    return values;
  }
}
