package org.resourceequity.progressivity;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.COUNTS_UNITS;
import static org.resourceequity.metric.Axiom.RANK_ONLY;
import static org.resourceequity.metric.Axiom.RANK_REVERSAL;
import static org.resourceequity.metric.Axiom.REPLICATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_EQUIVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.TRANSLATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.ZERO_AT_EQUALITY;
import static org.resourceequity.sample.Condition.CONVERGENCE;
import static org.resourceequity.sample.Condition.NO_NEGATIVES;
import static org.resourceequity.sample.Condition.POSITIVE_TOTAL;
import static org.resourceequity.sample.Condition.SOME_UNITS;
import static org.resourceequity.sample.Condition.TWO_UNITS;
import static org.resourceequity.sample.Condition.VARIATION;

import java.util.function.DoubleUnaryOperator;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Curve;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Verdict;
import org.resourceequity.sample.KnownBounds;
import org.resourceequity.sample.PairedSample;

/**
 * Concentration curves and indices: is the resource, or the outcome, concentrated on units with
 * much or with little of the first covariate? Units with equal covariates share a mid-rank.
 *
 * <ul>
 *   <li>{@link #CONCENTRATION_CURVE}, {@link #CONCENTRATION_DOMINANCE} and {@link
 *       ConcentrationDominance}: what all indices agree on
 *   <li>{@link #CONCENTRATION_INDEX}, {@link #extended}, {@link #symmetric}: relative
 *   <li>{@link #GENERALISED}, {@link #ABSOLUTE}: in the unit of the value
 *   <li>{@link #erreygers}, {@link #wagstaff}: for values with known bounds
 *   <li>{@link #SLOPE_INDEX}, {@link #RELATIVE_INDEX}, and their logistic forms {@link #slopeIndex}
 *       and {@link #relativeIndex}: the fitted ends of the ranks compared
 *   <li>{@link ConcentrationDecomposition} and {@link HorizontalInequity}: where the index comes
 *       from
 * </ul>
 */
public final class ConcentrationMetrics {

  private static final String KAKWANI =
      "Kakwani, N., Wagstaff, A. and van Doorslaer, E. (1997), Socioeconomic inequalities in"
          + " health: measurement, computation, and statistical inference,"
          + " doi:10.1016/S0304-4076(96)01807-6";
  private static final String MACKENBACH =
      "Mackenbach, J. and Kunst, A. (1997), Measuring the magnitude of socio-economic inequalities"
          + " in health, doi:10.1016/S0277-9536(96)00073-1";

  /** Concentration curve. */
  public static final Curve<PairedSample> CONCENTRATION_CURVE = new ConcentrationCurve();

  /** Concentration index of the value in the order of the first covariate. */
  public static final Concentration CONCENTRATION_INDEX =
      relative("concentration-index", "CC-C", "Concentration index");

  /** Generalised concentration index: the mean times the concentration index. */
  public static final Concentration GENERALISED =
      generalised("generalised-concentration-index", "CC-GC", "Generalised concentration index");

  /** The name of the generalised index where units are groups. */
  public static final Concentration ABSOLUTE =
      generalised("absolute-concentration-index", "CC-ACI", "Absolute concentration index");

  /** Slope index of inequality by a line through the ranks. */
  public static final Metric<PairedSample> SLOPE_INDEX =
      new FittedMetric(
          MetricInfo.of("sii:linear", "CC-SII", "Slope index of inequality", PairedSample.class)
              .requires(TWO_UNITS, VARIATION)
              .claims(
                  ANONYMITY,
                  TRANSLATION_INVARIANCE,
                  SCALE_EQUIVARIANCE,
                  REPLICATION_INVARIANCE,
                  WEIGHT_SCALE_INVARIANCE,
                  RANK_ONLY,
                  RANK_REVERSAL,
                  ZERO_AT_EQUALITY)
              .formula("\\mathrm{cov}_w(y,R) / \\mathrm{var}_w R")
              .reading("From those with the least need to those with the most, {value} more.")
              .reference(MACKENBACH),
          s -> RankSlope.linear(s).map(line -> line.top() - line.bottom()));

  /** Relative index of inequality by a line through the ranks. */
  public static final Metric<PairedSample> RELATIVE_INDEX =
      new FittedMetric(
          MetricInfo.of("rii:linear", "CC-RII", "Relative index of inequality", PairedSample.class)
              .range(0, Double.MAX_VALUE)
              .requires(TWO_UNITS, VARIATION, FoundWhileMeasuring.COMPARISON)
              .claims(
                  ANONYMITY,
                  SCALE_INVARIANCE,
                  REPLICATION_INVARIANCE,
                  WEIGHT_SCALE_INVARIANCE,
                  RANK_ONLY)
              .formula("\\hat y(1) / \\hat y(0),\\quad \\hat y(R) = a + bR")
              .reading(
                  "Those with the most need have {value} times what those with the least have.")
              .reference(MACKENBACH),
          s -> RankSlope.linear(s).flatMap(ConcentrationMetrics::ratio));

  /** Which of two concentration curves lies above the other. */
  public static final Comparison<PairedSample, Verdict> CONCENTRATION_DOMINANCE =
      new ConcentrationDominance();

  private ConcentrationMetrics() {}

  static Concentration relative(String id, String key, String name) {
    return new Concentration(
        MetricInfo.of(id, key, name, PairedSample.class)
            .range(-1, 1)
            .requires(SOME_UNITS, NO_NEGATIVES, POSITIVE_TOTAL)
            .claims(
                ANONYMITY,
                SCALE_INVARIANCE,
                REPLICATION_INVARIANCE,
                WEIGHT_SCALE_INVARIANCE,
                RANK_ONLY,
                RANK_REVERSAL,
                ZERO_AT_EQUALITY)
            .formula("C = 2\\,\\mathrm{cov}_w(y, R) / \\mu")
            .reading("Above 0, units high in the order have more than their share: {value}.")
            .reference(KAKWANI),
        norm(mean -> 1 / mean, mean -> -1 / (mean * mean)));
  }

  private static Concentration generalised(String id, String key, String name) {
    return new Concentration(
        MetricInfo.of(id, key, name, PairedSample.class)
            .requires(TWO_UNITS)
            .claims(
                ANONYMITY,
                TRANSLATION_INVARIANCE,
                SCALE_EQUIVARIANCE,
                COUNTS_UNITS,
                WEIGHT_SCALE_INVARIANCE,
                RANK_ONLY,
                RANK_REVERSAL,
                ZERO_AT_EQUALITY)
            .formula("2\\,\\mathrm{cov}_w(y, R)")
            .reading("Above 0, units high in the order have more than the average: {value}.")
            .reference(
                "Wagstaff, A., Paci, P. and van Doorslaer, E. (1991), On the measurement of"
                    + " inequalities in health, doi:10.1016/0277-9536(91)90212-U"),
        norm(mean -> 1, mean -> 0));
  }

  private static Concentration.Norm norm(DoubleUnaryOperator of, DoubleUnaryOperator slope) {
    return new Concentration.Norm() {
      @Override
      public double of(double mean) {
        return of.applyAsDouble(mean);
      }

      @Override
      public double slope(double mean) {
        return slope.applyAsDouble(mean);
      }
    };
  }

  private static MetricInfo.Builder bounded(
      String index, String key, String name, double low, double high) {
    KnownBounds bounds = new KnownBounds(low, high);
    String id = index + ":" + MetricId.write(low) + "," + MetricId.write(high);
    return MetricInfo.of(id, key, name, PairedSample.class)
        .range(-1, 1)
        .requires(SOME_UNITS, bounds)
        .claims(
            ANONYMITY,
            REPLICATION_INVARIANCE,
            WEIGHT_SCALE_INVARIANCE,
            RANK_ONLY,
            RANK_REVERSAL,
            ZERO_AT_EQUALITY);
  }

  /**
   * Returns the Erreygers index of a value with known bounds. Undefined (KNOWN_BOUNDS) if a value
   * lies outside of them.
   *
   * @param low the smallest possible value, not the smallest observed
   * @param high the largest possible value
   */
  public static Concentration erreygers(double low, double high) {
    double factor = 4 / (high - low);
    return new Concentration(
        bounded("erreygers", "CC-ERR", "Erreygers index", low, high)
            .formula("8\\,\\mathrm{cov}_w(y, R) / (\\beta-\\alpha)")
            .reading("Of the largest possible concentration, a share of {value} is there.")
            .reference(
                "Erreygers, G. (2009), Correcting the concentration index,"
                    + " doi:10.1016/j.jhealeco.2008.02.003"),
        norm(mean -> factor, mean -> 0));
  }

  /**
   * Returns Wagstaff's index of a value with known bounds. Undefined (KNOWN_BOUNDS) if a value lies
   * outside of them, and (VARIATION) if the mean is one of them.
   *
   * @param low the smallest possible value, not the smallest observed
   * @param high the largest possible value
   */
  public static Concentration wagstaff(double low, double high) {
    return new Concentration(
        bounded("wagstaff", "CC-WAG", "Wagstaff index", low, high)
            .requires(new MeanInside(low, high))
            .formula("2\\,\\mathrm{cov}_w(y, R)(\\beta-\\alpha) / ((\\beta-\\mu)(\\mu-\\alpha))")
            .reading("Of the concentration possible at this average, a share of {value} is there.")
            .reference(
                "Wagstaff, A. (2005), The bounds of the concentration index when the variable of"
                    + " interest is binary, doi:10.1002/hec.953"),
        norm(
            mean -> (high - low) / ((high - mean) * (mean - low)),
            mean -> {
              double product = (high - mean) * (mean - low);
              return -(high - low) * (high + low - 2 * mean) / (product * product);
            }));
  }

  /**
   * Returns the extended concentration index.
   *
   * @param nu aversion to inequality, above 1; 2 gives the concentration index, more weighs those
   *     low in the order more
   */
  public static Metric<PairedSample> extended(double nu) {
    Checks.within(nu, Math.nextUp(1.0), 1000, "nu");
    return Metric.of(
        relativeInfo("extended-concentration:", nu, "CC-CNU", "Extended concentration index")
            .range(1 - nu, 1)
            .claims(ZERO_AT_EQUALITY)
            .formula("1 - \\frac1\\mu\\sum_i y_i[(1-c_{i-1})^\\nu - (1-c_i)^\\nu]")
            .reading("Above 0, units high in the order have more than their share: {value}.")
            .reference(
                "Wagstaff, A. (2002), Inequality aversion, health inequalities and health"
                    + " achievement, Journal of Health Economics 21"),
        s -> extended(s, nu));
  }

  private static MetricInfo.Builder relativeInfo(
      String prefix, double parameter, String key, String name) {
    return MetricInfo.of(prefix + MetricId.write(parameter), key, name, PairedSample.class)
        .requires(SOME_UNITS, NO_NEGATIVES, POSITIVE_TOTAL)
        .claims(
            ANONYMITY,
            SCALE_INVARIANCE,
            REPLICATION_INVARIANCE,
            WEIGHT_SCALE_INVARIANCE,
            RANK_ONLY);
  }

  private static double extended(PairedSample sample, double nu) {
    RankedBlocks blocks = RankedBlocks.byNeed(sample);
    double all = blocks.totalWeight();
    ExactSum sum = new ExactSum();
    for (int block = 0; block < blocks.size(); block++) {
      double before = 1 - blocks.weightThrough(block - 1) / all;
      double after = 1 - blocks.weightThrough(block) / all;
      double weight = blocks.weightThrough(block) - blocks.weightThrough(block - 1);
      double held = blocks.heldThrough(block) - blocks.heldThrough(block - 1);
      if (weight > 0) {
        sum.add(held / weight * (Math.pow(before, nu) - Math.pow(after, nu)));
      }
    }
    return 1 - sum.value() / (blocks.totalHeld() / all);
  }

  /**
   * Returns the symmetric concentration index, which weighs both ends of the order alike.
   *
   * @param beta above 1; 2 gives the concentration index, more weighs the ends more
   */
  public static Metric<PairedSample> symmetric(double beta) {
    Checks.within(beta, Math.nextUp(1.0), 1000, "beta");
    return Metric.of(
        relativeInfo("symmetric-concentration:", beta, "CC-SYM", "Symmetric concentration index")
            .claims(RANK_REVERSAL)
            .formula(
                "\\frac{\\beta 2^{\\beta-2}}{\\mu}\\sum_i w_i y_i"
                    + " |R_i-\\tfrac12|^{\\beta-2}(R_i-\\tfrac12)")
            .reading("Above 0, units high in the order have more than their share: {value}.")
            .reference(
                "Erreygers, G., Clarke, P. and Van Ourti, T. (2012), Mirror, mirror, on the wall,"
                    + " who in this land is fairest of all? Distributional sensitivity in the"
                    + " measurement of socioeconomic inequality of health, Journal of Health"
                    + " Economics 31"),
        s -> symmetric(s, beta));
  }

  /** The weights of the ranks add up to 0 within rounding, so deviations take the values' place. */
  private static double symmetric(PairedSample sample, double beta) {
    double[] ranks = sample.ranks();
    double mean = sample.meanValue();
    ExactSum sum = new ExactSum();
    ExactSum balance = new ExactSum();
    for (int i = 0; i < ranks.length; i++) {
      double r = ranks[i] - 0.5;
      double pull = sample.weight(i) * Math.signum(r) * Math.pow(Math.abs(r), beta - 1);
      sum.add(pull * (sample.value(i) - mean));
      balance.add(pull);
    }
    double all = sample.totalWeight();
    return beta * Math.pow(2, beta - 2) * (sum.value() / all / mean + balance.value() / all);
  }

  /**
   * Returns the slope index of inequality by a logistic curve through the ranks: for shares and
   * other values with bounds. Undefined (CONVERGENCE) if a rank separates low from high values.
   *
   * @param low the smallest possible value
   * @param high the largest possible value
   */
  public static Metric<PairedSample> slopeIndex(double low, double high) {
    return new FittedMetric(
        logistic("sii", "CC-SII", "Slope index of inequality", low, high)
            .range(low - high, high - low)
            .requires(CONVERGENCE)
            .claims(RANK_REVERSAL)
            .formula("\\hat y(1) - \\hat y(0),\\quad \\mathrm{logit}\\,\\hat y(R) = a + bR")
            .reading("From those with the least need to those with the most, {value} more.")
            .reference(MACKENBACH),
        s -> RankSlope.logit(s, low, high).map(curve -> curve.top() - curve.bottom()));
  }

  /**
   * Returns the relative index of inequality by a logistic curve through the ranks. Undefined as
   * {@link #slopeIndex}, and (COMPARISON_EVENTS) if what is fitted at an end is not positive.
   *
   * @param low the smallest possible value
   * @param high the largest possible value
   */
  public static Metric<PairedSample> relativeIndex(double low, double high) {
    return new FittedMetric(
        logistic("rii", "CC-RII", "Relative index of inequality", low, high)
            .range(0, Double.MAX_VALUE)
            .requires(CONVERGENCE, FoundWhileMeasuring.COMPARISON)
            .formula("\\hat y(1) / \\hat y(0),\\quad \\mathrm{logit}\\,\\hat y(R) = a + bR")
            .reading("Those with the most need have {value} times what those with the least have.")
            .reference(MACKENBACH),
        s -> RankSlope.logit(s, low, high).flatMap(ConcentrationMetrics::ratio));
  }

  private static MetricInfo.Builder logistic(
      String prefix, String key, String name, double low, double high) {
    String id = prefix + ":logit," + MetricId.write(low) + "," + MetricId.write(high);
    return MetricInfo.of(id, key, name, PairedSample.class)
        .requires(TWO_UNITS, VARIATION, new KnownBounds(low, high), new MeanInside(low, high))
        .claims(ANONYMITY, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE, RANK_ONLY);
  }

  private static Outcome<Double> ratio(RankSlope ends) {
    return ends.bottom() > 0 && ends.top() > 0
        ? Outcome.of(ends.top() / ends.bottom())
        : Outcome.undefined(
            FoundWhileMeasuring.COMPARISON,
            "the fit has " + ends.bottom() + " and " + ends.top() + " at its ends");
  }
}
