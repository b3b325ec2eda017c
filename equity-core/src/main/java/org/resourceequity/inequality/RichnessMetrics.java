package org.resourceequity.inequality;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.REPLICATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEAK_PIGOU_DALTON;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.ZERO_AT_EQUALITY;
import static org.resourceequity.sample.Condition.REPRESENTABLE;
import static org.resourceequity.sample.Condition.SOME_UNITS;

import org.resourceequity.metric.Influential;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Distribution;

/**
 * How far are students above a line that marks plenty? The mirror image of the indices of
 * shortfall.
 *
 * <p>What is at or below the line does not matter. A transfer from a richer to a poorer student
 * above the line raises the concave forms and lowers the convex one; {@link Surplus} has them.
 *
 * <ul>
 *   <li>{@link #above}: the line is an amount
 *   <li>{@link #aboveRelative}: the line is a multiple of a quantile, such as twice the median
 * </ul>
 */
public final class RichnessMetrics {

  private static final String REFERENCE =
      "Peichl, A., Schaefer, T. and Scheicher, C. (2010), Measuring richness and poverty: a micro"
          + " data application to Europe and Germany, Review of Income and Wealth 56";

  private RichnessMetrics() {}

  /**
   * Returns the index of a line that is the same for all distributions. O(n).
   *
   * @param parameter positive for {@link Surplus#CHAKRAVARTY}, 0 to 1 for {@link Surplus#CONCAVE},
   *     1 or more for {@link Surplus#CONVEX}; at most 100
   * @param line positive
   */
  public static Influential<Distribution> above(Surplus form, double parameter, double line) {
    double z = AdequacyMetrics.positive(line);
    MetricInfo.Builder info =
        info("richness:" + id(form, parameter) + "," + MetricId.write(z), form)
            .requires(SOME_UNITS, REPRESENTABLE);
    if (form == Surplus.CONVEX) {
      info.claims(WEAK_PIGOU_DALTON);
    }
    return AdequacyMetrics.meanOf(
        info.reading("The surplus of the students above the line is {value}, where 0 is none.")
            .reference(REFERENCE),
        x -> x > z ? form.of(x, z, parameter) : 0);
  }

  /**
   * Returns the index of a line that is a multiple of a quantile of type 2. O(n log n).
   *
   * @param parameter as of {@link #above}
   * @param multiple positive, at most 1000; 2 or 3 with the median is usual
   * @param quantile from 0 to 1
   */
  public static Metric<Distribution> aboveRelative(
      Surplus form, double parameter, double multiple, double quantile) {
    RelativeTarget line = new RelativeTarget(multiple, quantile);
    MetricInfo.Builder info =
        info("relative-richness:" + id(form, parameter) + "," + line.id(), form)
            .requires(SOME_UNITS, line.isPositive(), REPRESENTABLE)
            .claims(SCALE_INVARIANCE);
    if (multiple >= 1) {
      info.claims(ZERO_AT_EQUALITY);
    }
    return Metric.of(
        info.reading("The surplus above " + line.words() + " is {value}, where 0 is none.")
            .reference(REFERENCE),
        d -> {
          double z = line.of(d.sorted());
          return Deviations.mean(d, x -> line.isAbove(x, z) ? form.of(x, z, parameter) : 0);
        });
  }

  private static String id(Surplus form, double parameter) {
    return form.id() + "," + MetricId.write(form.checked(parameter));
  }

  private static MetricInfo.Builder info(String id, Surplus form) {
    return MetricInfo.of(id, "NA-FGT", "Richness index, " + form.id(), Distribution.class)
        .range(0, form == Surplus.CONVEX ? Double.MAX_VALUE : 1)
        .claims(ANONYMITY, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE)
        .formula(
            switch (form) {
              case CHAKRAVARTY -> "\\sum_{x_i>z} w_i\\,(1-(z/x_i)^\\beta)";
              case CONCAVE -> "\\sum_{x_i>z} w_i\\,((x_i-z)/x_i)^\\alpha,\\ \\alpha \\le 1";
              case CONVEX -> "\\sum_{x_i>z} w_i\\,((x_i-z)/z)^\\alpha,\\ \\alpha \\ge 1";
            });
  }
}
