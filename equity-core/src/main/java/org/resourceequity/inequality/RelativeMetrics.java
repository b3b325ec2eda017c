package org.resourceequity.inequality;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.REPLICATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_EQUIVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.ZERO_AT_EQUALITY;
import static org.resourceequity.metric.Direction.LESS_EQUAL;
import static org.resourceequity.sample.Condition.NO_NEGATIVES;
import static org.resourceequity.sample.Condition.SOME_UNITS;

import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Distribution;

/**
 * How far do students fall short of a share of the median, or of another quantile?
 *
 * <p>The target moves with the distribution: a multiple of its quantile of type 2, which averages
 * two values where the share is met exactly. A value at the target has reached it. All are O(n log
 * n). None has an influence function, since that of a quantile needs the density there; resampling
 * gives their errors.
 *
 * <ul>
 *   <li>{@link #target}: the target itself
 *   <li>{@link #fgt}: share below the target, mean gap, mean squared gap
 *   <li>{@link #medianBelow}, {@link #medianGap}: the middle of those below it
 * </ul>
 */
public final class RelativeMetrics {

  private static final String EUROSTAT =
      "Atkinson, A. B., Cantillon, B., Marlier, E. and Nolan, B. (2002), Social Indicators: the EU"
          + " and Social Inclusion, Oxford University Press";

  private RelativeMetrics() {}

  /**
   * Returns the target: with 0.6 and 0.5 the at-risk-of-poverty threshold.
   *
   * @param multiple positive, at most 1000
   * @param quantile from 0 to 1
   */
  public static Metric<Distribution> target(double multiple, double quantile) {
    RelativeTarget target = new RelativeTarget(multiple, quantile);
    return Metric.of(
        info("relative-target:" + target.id(), "Target at " + target.words())
            .unit("unit of the value")
            .requires(SOME_UNITS)
            .claims(SCALE_EQUIVARIANCE)
            .formula("z = k\\,Q(p)")
            .reading("The target is {value}.")
            .reference(EUROSTAT),
        d -> target.of(d.sorted()));
  }

  /**
   * Returns the Foster-Greer-Thorbecke index of the target: with alpha 0 the share of students
   * below it (with 0.6 and 0.5 the at-risk-of-poverty rate), with 1 the mean gap relative to it,
   * with 2 its severity.
   *
   * @param alpha from 0 to 100
   * @param multiple positive, at most 1000
   * @param quantile from 0 to 1
   */
  public static Metric<Distribution> fgt(double alpha, double multiple, double quantile) {
    if (!(alpha >= 0 && alpha <= 100)) {
      throw new IllegalArgumentException("alpha is " + alpha + ", expected a number from 0 to 100");
    }
    RelativeTarget target = new RelativeTarget(multiple, quantile);
    MetricInfo.Builder info =
        info(
                "relative-fgt:" + MetricId.write(alpha) + "," + target.id(),
                (alpha == 0 ? "Share" : "Foster-Greer-Thorbecke index")
                    + " below "
                    + target.words())
            .range(0, 1)
            .direction(LESS_EQUAL)
            .requires(SOME_UNITS, target.isPositive())
            .claims(SCALE_INVARIANCE);
    if (alpha > 0) {
      info.requires(NO_NEGATIVES);
    }
    if (multiple <= 1) {
      info.claims(ZERO_AT_EQUALITY);
    }
    return Metric.of(
        info.formula("P_\\alpha = \\sum_{x_i<z} w_i\\,((z-x_i)/z)^\\alpha,\\quad z = k\\,Q(p)")
            .reading(
                alpha == 0
                    ? "A share of {value} of the students is below " + target.words() + "."
                    : "The shortfall from " + target.words() + " is {value}, where 0 is none.")
            .reference(alpha == 0 ? EUROSTAT : AdequacyMetrics.FGT),
        d -> {
          double z = target.of(d.sorted());
          return Deviations.mean(d, x -> target.isBelow(x, z) ? Math.pow((z - x) / z, alpha) : 0);
        });
  }

  /**
   * Returns the median of the values below the target.
   *
   * @param multiple positive, at most 1000
   * @param quantile from 0 to 1
   */
  public static Metric<Distribution> medianBelow(double multiple, double quantile) {
    RelativeTarget target = new RelativeTarget(multiple, quantile);
    return Metric.of(
        info("relative-median-below:" + target.id(), "Median below " + target.words())
            .unit("unit of the value")
            .requires(SOME_UNITS, target.isPositive(), new RelativeTarget.SomeBelow(target))
            .claims(SCALE_EQUIVARIANCE)
            .formula("\\operatorname{med}\\{x_i : x_i < z\\},\\quad z = k\\,Q(p)")
            .reading("The middle student of those below the target has {value}.")
            .reference(EUROSTAT),
        d -> target.medianBelow(d.sorted()));
  }

  /**
   * Returns the relative median gap: how much the middle student of those below the target lacks.
   *
   * @param multiple positive, at most 1000
   * @param quantile from 0 to 1
   */
  public static Metric<Distribution> medianGap(double multiple, double quantile) {
    RelativeTarget target = new RelativeTarget(multiple, quantile);
    return Metric.of(
        info("relative-median-gap:" + target.id(), "Median gap below " + target.words())
            .range(0, 1)
            .direction(LESS_EQUAL)
            .requires(
                SOME_UNITS, NO_NEGATIVES, target.isPositive(), new RelativeTarget.SomeBelow(target))
            .claims(SCALE_INVARIANCE)
            .formula("1 - \\operatorname{med}\\{x_i : x_i < z\\} / z,\\quad z = k\\,Q(p)")
            .reading("The middle student of those below the target lacks {value} of it.")
            .reference(EUROSTAT),
        d -> {
          Distribution sorted = d.sorted();
          double z = target.of(sorted);
          return (z - target.medianBelow(sorted)) / z;
        });
  }

  private static MetricInfo.Builder info(String id, String name) {
    return MetricInfo.of(id, "NA-FGT", name, Distribution.class)
        .claims(ANONYMITY, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE);
  }
}
