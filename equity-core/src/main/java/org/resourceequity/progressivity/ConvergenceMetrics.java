package org.resourceequity.progressivity;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.REPLICATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.sample.Condition.NO_NEGATIVES;
import static org.resourceequity.sample.Condition.NO_ZEROS;
import static org.resourceequity.sample.Condition.TWO_UNITS;
import static org.resourceequity.sample.Condition.VARIATION;
import static org.resourceequity.sample.NeedCondition.POSITIVE_NEED;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.resourceequity.internal.Checks;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Requirement;

/**
 * Do those behind catch up? The value is what a unit has in the later year, the first covariate
 * what it had in the earlier one; {@link #paired} makes such a sample of two years. Errors of
 * measurement look like convergence, since what was measured too low rises by itself.
 *
 * <ul>
 *   <li>{@link #beta}: growth per year by the logarithm of the start
 *   <li>{@link #speed} and {@link #halfLife}: the same as a rate, and as the years to halve a gap
 * </ul>
 */
public final class ConvergenceMetrics {

  private static final String BARRO =
      "Barro, R. and Sala-i-Martin, X. (1992), Convergence, doi:10.1086/261816";
  private static final Requirement CATCHING_UP = new FoundWhileMeasuring("POSITIVE_TOTAL");

  private ConvergenceMetrics() {}

  /**
   * Returns the units of both years with their later value and, as covariate "start", their earlier
   * one. Units that are in one year only are left out.
   *
   * @param byEarlier whether a unit weighs what it did in the earlier year, else 1
   */
  public static PairedSample paired(Change<Distribution> change, boolean byEarlier) {
    Distribution before = change.before();
    Distribution after = change.after();
    Map<String, Integer> place = new HashMap<>();
    for (int i = 0; i < after.size(); i++) {
      place.put(after.units().key(i), i);
    }
    int[] earlier =
        IntStream.range(0, before.size())
            .filter(i -> place.containsKey(before.units().key(i)))
            .toArray();
    int[] later =
        Arrays.stream(earlier).map(i -> place.getOrDefault(before.units().key(i), 0)).toArray();
    Distribution start = before.select(earlier);
    double[] weights = start.weights();
    if (!byEarlier) {
      Arrays.fill(weights, 1);
    }
    return PairedSample.of(
        start.units(), after.select(later).values(), weights, Map.of("start", start.values()));
  }

  private static MetricInfo.Builder info(String id, double years, String name) {
    Checks.within(years, Double.MIN_VALUE, Double.MAX_VALUE, "years");
    return MetricInfo.of(id + ":" + MetricId.write(years), "CH-BETA", name, PairedSample.class)
        .requires(TWO_UNITS, VARIATION, NO_NEGATIVES, NO_ZEROS, POSITIVE_NEED)
        .claims(ANONYMITY, SCALE_INVARIANCE, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE);
  }

  /**
   * Returns the slope of the yearly growth of logarithms on the logarithm of the start: negative if
   * those behind catch up.
   *
   * @param years years between both values
   */
  public static Metric<PairedSample> beta(double years) {
    return Metric.of(
        info("beta-convergence", years, "Beta convergence")
            .formula("\\beta:\\ \\ln(x_2/x_1)/T = a + \\beta \\ln x_1 + e")
            .reading(
                "One per cent more at the start goes with {value} per cent more growth a year.")
            .reference(BARRO),
        s -> betaOf(s, years));
  }

  /** The slope of ln x2 − ln x1 on ln x1 is that of ln x2 minus 1. */
  private static double betaOf(PairedSample sample, double years) {
    return (ProgressivityMetrics.NEED_ELASTICITY_OF_LOGS.formula(sample) - 1) / years;
  }

  /**
   * Returns the speed of convergence per year. Undefined (POSITIVE_TOTAL) if positions turn over,
   * so that no speed leads there.
   *
   * @param years years between both values
   */
  public static Metric<PairedSample> speed(double years) {
    return new FittedMetric(
        info("convergence-speed", years, "Speed of convergence")
            .requires(CATCHING_UP)
            .formula("-\\ln(1 + \\beta T) / T")
            .reading("Each year, a share of {value} of a gap closes.")
            .reference(BARRO),
        s -> speedOf(s, years));
  }

  private static Outcome<Double> speedOf(PairedSample sample, double years) {
    double left = 1 + betaOf(sample, years) * years;
    return left > 0
        ? Outcome.of(-Math.log(left) / years)
        : Outcome.undefined(CATCHING_UP, "of a gap, " + left + " is left");
  }

  /**
   * Returns the years until half of a gap is closed. Undefined (POSITIVE_TOTAL) if gaps grow, or as
   * {@link #speed}.
   *
   * @param years years between both values
   */
  public static Metric<PairedSample> halfLife(double years) {
    return new FittedMetric(
        info("convergence-half-life", years, "Half-life of a gap")
            .range(0, Double.MAX_VALUE)
            .requires(CATCHING_UP)
            .formula("\\ln 2 / \\lambda,\\quad \\lambda = -\\ln(1 + \\beta T) / T")
            .reading("After {value} years, half of a gap is closed.")
            .reference(BARRO),
        s ->
            speedOf(s, years)
                .flatMap(
                    speed ->
                        speed > 0
                            ? Outcome.of(Math.log(2) / speed)
                            : Outcome.undefined(CATCHING_UP, "the speed is " + speed)));
  }
}
