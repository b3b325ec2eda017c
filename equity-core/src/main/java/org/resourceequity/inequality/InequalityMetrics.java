package org.resourceequity.inequality;

import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Curve;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Verdict;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.QuantileDefinition;
import org.resourceequity.sample.Requirement;

/**
 * How unequally is a resource spread?
 *
 * <ul>
 *   <li>{@link #GINI}: half the average difference between two students, relative to the mean
 *   <li>{@link #CV}: standard deviation relative to the mean
 *   <li>{@link #THEIL_T}, {@link #THEIL_L}, {@link #generalisedEntropy}: split exactly within and
 *       between districts; {@link #J_DIVERGENCE}: the sum of the first two
 *   <li>{@link #HOOVER}: share of all dollars to move for equality
 *   <li>{@link #MCLOONE}: how near the lower half is to the median
 *   <li>{@link #atkinson}, {@link #atkinsonEquivalent}: the share of the resource that equality
 *       could save, and what would be as good for all
 *   <li>{@link #LORENZ_CURVE}, {@link #GENERALISED_LORENZ_CURVE} and {@link #LORENZ_DOMINANCE}:
 *       what all these indices agree on
 * </ul>
 *
 * <p>By theme: {@link QuantileMetrics} (percentiles and their ranges), {@link DispersionMetrics}
 * (variance and its relatives), {@link MedianMetrics} (the halves), {@link ShareMetrics} (top and
 * bottom), {@link RankMetrics} (relatives of the Gini coefficient), {@link KolmMetrics} (in
 * dollars), {@link PolarisationMetrics}, {@link ConcentrationMetrics}, {@link GroupMetrics} (units
 * that are groups), {@link AdequacyMetrics} (shortfall from a target).
 */
public final class InequalityMetrics {

  /** Gini coefficient, in its population form. */
  public static final Gini GINI = new Gini();

  /** Coefficient of variation, in its population form. */
  public static final CoefficientOfVariation CV = new CoefficientOfVariation();

  /** Theil's T, the generalised entropy index with parameter 1. */
  public static final TheilT THEIL_T = new TheilT();

  /** Theil's L, the mean logarithmic deviation, the generalised entropy index with parameter 0. */
  public static final TheilL THEIL_L = new TheilL();

  /** J-divergence: Theil's T and Theil's L together. */
  public static final Influential<Distribution> J_DIVERGENCE = new JDivergence();

  /** Hoover index, also known as Robin Hood index. */
  public static final Hoover HOOVER = new Hoover();

  /** McLoone index; the unit at the median is split by mass. */
  public static final Metric<Distribution> MCLOONE =
      MedianMetrics.mcloone(HalfRule.SPLIT, QuantileDefinition.TYPE2);

  /** McLoone index over all units at or below the median. */
  public static final Metric<Distribution> MCLOONE_INCLUDE_TIES =
      MedianMetrics.mcloone(HalfRule.INCLUDE_TIES, QuantileDefinition.TYPE2);

  /** Lorenz curve: the share of the resource held by the lowest share of students. */
  public static final Curve<Distribution> LORENZ_CURVE = new LorenzCurve(false);

  /** Generalised Lorenz curve: the amount per student of all, held by the lowest share of them. */
  public static final Curve<Distribution> GENERALISED_LORENZ_CURVE = new LorenzCurve(true);

  /**
   * Lorenz dominance: which of two distributions is more equal by every Lorenz-consistent index.
   */
  public static final Comparison<Distribution, Verdict> LORENZ_DOMINANCE = CurveDominance.LORENZ;

  /** Pen's parade: what each student has, in ascending order. */
  public static final Curve<Distribution> PEN_PARADE = new PenParade(false);

  /** Pen's parade relative to the mean. */
  public static final Curve<Distribution> PEN_PARADE_RELATIVE = new PenParade(true);

  /** Amato index: the length of the Lorenz curve. */
  public static final Influential<Distribution> AMATO = amato(false);

  /** Amato index on a scale from 0, equal, to 1. */
  public static final Influential<Distribution> AMATO_STANDARDISED = amato(true);

  private InequalityMetrics() {}

  /**
   * Returns the generalised entropy index. With parameters 0 and 1 it gives the values of {@link
   * #THEIL_L} and {@link #THEIL_T}.
   *
   * @param alpha from -100 to 100; below 2 the low values count more
   */
  public static GeneralisedEntropy generalisedEntropy(double alpha) {
    return new GeneralisedEntropy(alpha);
  }

  /**
   * Returns the Atkinson index with aversion {@code epsilon}.
   *
   * @param epsilon aversion to inequality, positive
   */
  public static Atkinson atkinson(double epsilon) {
    return new Atkinson(epsilon, false);
  }

  /**
   * Returns the Atkinson index that is 1, its limit, where there are zeros and the aversion is at
   * least 1.
   *
   * @param epsilon aversion to inequality, positive
   */
  public static Atkinson atkinsonWithLimit(double epsilon) {
    return new Atkinson(epsilon, true);
  }

  /**
   * Returns the equally distributed equivalent of Atkinson: the amount that, given to all, would be
   * as good as what there is.
   *
   * @param epsilon aversion to inequality, positive
   */
  public static Metric<Distribution> atkinsonEquivalent(double epsilon) {
    Atkinson atkinson = new Atkinson(epsilon, false);
    return Metric.of(
        MetricInfo.of(
                "atkinson-equivalent:" + MetricId.write(epsilon),
                "IN-ATK",
                "Equally distributed equivalent, aversion " + MetricId.write(epsilon),
                Distribution.class)
            .range(0, Double.MAX_VALUE)
            .unit("unit of the value")
            .direction(Direction.MORE_EQUAL)
            .requires(atkinson.info().requires().toArray(new Requirement[0]))
            .claims(
                Axiom.ANONYMITY,
                Axiom.SCALE_EQUIVARIANCE,
                Axiom.REPLICATION_INVARIANCE,
                Axiom.WEIGHT_SCALE_INVARIANCE,
                Axiom.WEAK_PIGOU_DALTON)
            .formula("\\mu\\,(1 - A_\\varepsilon)")
            .reading("Spread equally, {value} for each would be as good as what there is.")
            .reference(atkinson.info().reference()),
        d -> d.mean() * (1 - atkinson.formula(d)));
  }

  private static Influential<Distribution> amato(boolean standardised) {
    double most = 2 - Math.sqrt(2);
    double least = standardised ? 0 : Math.sqrt(2);
    double scale = standardised ? 1 / most : 1;
    MetricInfo.Builder info =
        MetricInfo.of(
                standardised ? "amato:standardised" : "amato",
                "IN-LORENZ",
                "Amato index" + (standardised ? ", standardised" : ""),
                Distribution.class)
            .range(least, standardised ? 1 : 2)
            .direction(Direction.LESS_EQUAL)
            .requires(Condition.SOME_UNITS, Condition.NO_NEGATIVES, Condition.POSITIVE_TOTAL)
            .claims(
                Axiom.ANONYMITY,
                Axiom.SCALE_INVARIANCE,
                Axiom.REPLICATION_INVARIANCE,
                Axiom.WEIGHT_SCALE_INVARIANCE);
    if (standardised) {
      info.claims(Axiom.PIGOU_DALTON, Axiom.ZERO_AT_EQUALITY);
    } else {
      // Next to the root of 2 a small transfer is lost in rounding.
      info.claims(Axiom.WEAK_PIGOU_DALTON);
    }
    return Influential.of(
        info.formula(
                standardised
                    ? "\\bigl(\\sum_i w_i\\sqrt{1+r_i^2}-\\sqrt2\\bigr)/(2-\\sqrt2)"
                    : "\\sum_i w_i\\sqrt{1+r_i^2}")
            .reading(
                standardised
                    ? "The Lorenz curve is bent by {value}, where 0 is equal and 1 all in one hand."
                    : "The Lorenz curve has the length {value}; if all are equal it is 1.414.")
            .reference(
                "Arnold, B. C. (2012), On the Amato inequality index,"
                    + " doi:10.1016/j.spl.2012.04.020"),
        d -> {
          double mean = d.mean();
          double excess = Deviations.mean(d, x -> excessLength(x / mean));
          return least + scale * Math.min(most, Math.max(0, excess));
        },
        d -> {
          double mean = d.mean();
          double excess = Deviations.mean(d, x -> excessLength(x / mean));
          double slope = Deviations.mean(d, x -> x / mean * (x / Math.hypot(mean, x)));
          return Deviations.influence(
              d, x -> scale * (excessLength(x / mean) - excess - slope * ((x - mean) / mean)));
        });
  }

  /** Returns \(\sqrt{1+r^2}-\sqrt2\); next to 1 no digits are lost. */
  private static double excessLength(double r) {
    return (r - 1) * (r + 1) / (Math.hypot(1, r) + Math.sqrt(2));
  }
}
