package org.resourceequity.inequality;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.COUNTS_UNITS;
import static org.resourceequity.metric.Axiom.SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.metric.Direction.LESS_EQUAL;
import static org.resourceequity.metric.Direction.MORE_EQUAL;
import static org.resourceequity.sample.Condition.NO_NEGATIVES;
import static org.resourceequity.sample.Condition.POSITIVE_TOTAL;
import static org.resourceequity.sample.Condition.SOME_UNITS;
import static org.resourceequity.sample.Condition.TWO_UNITS;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Distribution;

/**
 * In how few hands is a resource?
 *
 * <p>The amount of a unit is its value times its weight, its share is that of all amounts. The
 * number of units matters by design: a resource that ten share alike is less concentrated than one
 * that two share alike. O(n); {@link #ROSENBLUTH} O(n log n).
 *
 * <ul>
 *   <li>{@link #HERFINDAHL}, {@link #HERFINDAHL_NORMALISED}: sum of the squared shares
 *   <li>{@link #ROSENBLUTH}: shares weighted by rank
 *   <li>{@link #hannahKay}: the number of equal units that would be as concentrated
 * </ul>
 */
public final class ConcentrationMetrics {

  private static final String HIRSCHMAN =
      "Hirschman, A. O. (1945), National Power and the Structure of Foreign Trade";

  /** Herfindahl-Hirschman index, from 1/n to 1. */
  public static final Metric<Distribution> HERFINDAHL =
      Metric.of(
          info("herfindahl", "Herfindahl index")
              .formula("\\sum_i s_i^2, \\quad s_i = X_i / \\sum X")
              .reading("Two dollars picked at random are in the same unit with chance {value}.")
              .reference(HIRSCHMAN),
          d -> sumOfPowers(d, 2));

  /** Herfindahl-Hirschman index, rescaled to be 0 where all units have the same amount. */
  public static final Metric<Distribution> HERFINDAHL_NORMALISED =
      Metric.of(
          info("herfindahl:normalised", "Normalised Herfindahl index")
              .requires(TWO_UNITS)
              .formula("(\\sum_i s_i^2 - 1/n) / (1 - 1/n)")
              .reading("Concentration is {value}, where 0 is alike and 1 is all in one unit.")
              .reference(HIRSCHMAN),
          d -> {
            double even = 1.0 / units(d);
            return Math.max(0, (sumOfPowers(d, 2) - even) / (1 - even));
          });

  /** Rosenbluth index, \(1/(n(1-G))\) with the Gini coefficient of the amounts. */
  public static final Metric<Distribution> ROSENBLUTH =
      Metric.of(
          info("rosenbluth", "Rosenbluth index")
              .formula("1 / (n(1-G))")
              .reading("Concentration by rank is {value}, where 1 is all in one unit.")
              .reference(
                  "Rosenbluth, G. (1955), Measures of concentration, in Business Concentration and"
                      + " Price Policy, Princeton University Press"),
          d -> Math.min(1, 1 / (units(d) * (1 - InequalityMetrics.GINI.formula(amounts(d))))));

  private ConcentrationMetrics() {}

  /**
   * Returns the Hannah-Kay index, a number of units. For an exponent of 1 it is the limit, e to the
   * entropy of the shares.
   *
   * @param exponent weight of the large shares, positive
   */
  public static Metric<Distribution> hannahKay(double exponent) {
    if (!(exponent > 0 && exponent <= 100)) {
      throw new IllegalArgumentException(
          "exponent is " + exponent + ", expected a positive number up to 100");
    }
    return Metric.of(
        info("hannah-kay:" + MetricId.write(exponent), "Hannah-Kay index")
            .range(1, Double.MAX_VALUE)
            .direction(MORE_EQUAL)
            .unit("units")
            .formula("\\bigl(\\sum_i s_i^a\\bigr)^{1/(1-a)}")
            .reading("The resource is as concentrated as if {value} units shared it alike.")
            .reference("Hannah, L. and Kay, J. A. (1977), Concentration in Modern Industry"),
        d ->
            exponent == 1
                ? Math.exp(entropy(d))
                : Math.pow(sumOfPowers(d, exponent), 1 / (1 - exponent)));
  }

  private static MetricInfo.Builder info(String id, String name) {
    return MetricInfo.of(id, "IN-HHI", name, Distribution.class)
        .range(0, 1)
        .direction(LESS_EQUAL)
        .requires(SOME_UNITS, NO_NEGATIVES, POSITIVE_TOTAL)
        .claims(ANONYMITY, SCALE_INVARIANCE, WEIGHT_SCALE_INVARIANCE, COUNTS_UNITS);
  }

  private static int units(Distribution d) {
    return d.moments().units();
  }

  private static double sumOfPowers(Distribution d, double exponent) {
    double total = d.moments().total();
    ExactSum sum = new ExactSum();
    for (int i = 0; i < d.size(); i++) {
      double share = d.weight(i) * d.value(i) / total;
      if (share > 0) {
        sum.add(exponent == 2 ? share * share : Math.pow(share, exponent));
      }
    }
    return sum.value();
  }

  private static double entropy(Distribution d) {
    double total = d.moments().total();
    ExactSum sum = new ExactSum();
    for (int i = 0; i < d.size(); i++) {
      double share = d.weight(i) * d.value(i) / total;
      if (share > 0) {
        sum.add(-share * Math.log(share));
      }
    }
    return sum.value();
  }

  /** The amounts of the units, each counted once. */
  private static Distribution amounts(Distribution d) {
    double[] amounts = new double[d.size()];
    double[] counted = new double[d.size()];
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] = d.weight(i) * d.value(i);
      counted[i] = d.counts(i) ? 1 : 0;
    }
    return Distribution.of(d.units(), amounts, counted);
  }
}
