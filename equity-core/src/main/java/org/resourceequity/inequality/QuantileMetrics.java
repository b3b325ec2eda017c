package org.resourceequity.inequality;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.COUNTS_UNITS;
import static org.resourceequity.metric.Axiom.ONE_AT_EQUALITY;
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
import static org.resourceequity.sample.Condition.SOME_UNITS;
import static org.resourceequity.sample.QuantileDefinition.HARRELL_DAVIS;
import static org.resourceequity.sample.QuantileDefinition.TYPE1;
import static org.resourceequity.sample.QuantileDefinition.TYPE2;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.resourceequity.internal.Checks;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.QuantileDefinition;
import org.resourceequity.sample.Quantiles;
import org.resourceequity.sample.Requirement;

/**
 * How far apart are the low and the high values?
 *
 * <p>All are blind to what happens between their quantiles, and a transfer may raise them. They are
 * O(n log n). None has an influence function: that of a quantile needs the density there, which a
 * few large units do not have; resampling gives their errors.
 *
 * <ul>
 *   <li>{@link #percentile}, {@link #percentileRatio}: by any definition
 *   <li>{@link #restrictedRange}, {@link #federalRangeRatio}, {@link #restrictedRangeRatio}: 5% to
 *       95%
 *   <li>{@link #interquartileRange}, {@link #quartileDispersion}: 25% to 75%
 *   <li>{@link #RANGE} and {@link #EXTREMES}: the ends, and which units they are
 *   <li>{@link #MAD}, {@link #MEAN_DISTANCE_FROM_MEDIAN}, {@link #LOG_MAD}: distances from the
 *       median
 * </ul>
 */
public final class QuantileMetrics {

  /** Makes the median absolute deviation of normal data their standard deviation. */
  private static final double NORMAL = 1.4826;

  private static final String BERNE_STIEFEL =
      "Berne, R. and Stiefel, L. (1984), The Measurement of Equity in School Finance";
  private static final String HAMPEL =
      "Hampel, F. R. (1974), The influence curve and its role in robust estimation,"
          + " doi:10.1080/01621459.1974.10482962";
  private static final String FEDERAL = "34 CFR 222.162 and appendix to subpart K of part 222";

  /**
   * Definitions by which neither copies of the population nor the unit of the weights matter. For
   * interpolated ones that holds up to rounding, which a jump at a unit of little weight magnifies.
   */
  private static final Set<QuantileDefinition> REPLICABLE = EnumSet.of(TYPE1, TYPE2);

  /** Distance between the smallest and the largest value. */
  public static final Metric<Distribution> RANGE =
      Metric.of(
          absolute("range", "HD-RANGE", "Range", List.of(SOME_UNITS))
              .claims(REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE, TRANSLATION_INVARIANCE)
              .formula("\\max_i x_i - \\min_i x_i")
              .reading("The best- and the worst-resourced unit are {value} apart.")
              .reference(BERNE_STIEFEL),
          d -> d.moments().maximum() - d.moments().minimum());

  /** The unit with the smallest and the one with the largest value; of equal ones the first key. */
  public static final Profile<Distribution> EXTREMES = new Extremes();

  /** Median distance from the median. */
  public static final Metric<Distribution> MAD = mad("mad", 1);

  /** Median distance from the median times 1.4826, the standard deviation of normal data. */
  public static final Metric<Distribution> NORMAL_MAD = mad("mad:1.4826", NORMAL);

  /** Mean distance from the median. */
  public static final Metric<Distribution> MEAN_DISTANCE_FROM_MEDIAN =
      Metric.of(
          absolute(
                  "mean-distance-from-median",
                  "HD-MAD",
                  "Mean absolute deviation about the median",
                  List.of(SOME_UNITS))
              .claims(
                  REPLICATION_INVARIANCE,
                  WEIGHT_SCALE_INVARIANCE,
                  TRANSLATION_INVARIANCE,
                  WEAK_PIGOU_DALTON)
              .formula("\\sum_i w_i\\,|x_i - m|")
              .reading("The average student is {value} away from the middle.")
              .reference(
                  "Bonett, D. G. and Seier, E. (2003), Confidence intervals for mean absolute"
                      + " deviations, doi:10.1198/0003130032323"),
          d -> {
            double median = Quantiles.median(d.sorted());
            return Deviations.mean(d, x -> Math.abs(x - median));
          });

  /** Median distance of the logarithms from their median times 1.4826. */
  public static final Metric<Distribution> LOG_MAD =
      Metric.of(
          MetricInfo.of("log-mad", "HD-LMR", "Robust dispersion of logs", Distribution.class)
              .range(0, Double.MAX_VALUE)
              .direction(LESS_EQUAL)
              .requires(SOME_UNITS, NO_NEGATIVES, NO_ZEROS)
              .claims(
                  ANONYMITY,
                  SCALE_INVARIANCE,
                  REPLICATION_INVARIANCE,
                  WEIGHT_SCALE_INVARIANCE,
                  ZERO_AT_EQUALITY)
              .formula("1.4826\\,\\operatorname{med}_i |\\ln x_i - \\operatorname{med}\\ln x|")
              .reading("Resources typically differ from the middle by a factor of e to {value}.")
              .reference(HAMPEL),
          d -> {
            double median = Quantiles.median(d.sorted());
            double[] logs = d.values();
            for (int i = 0; i < logs.length; i++) {
              logs[i] = d.weight(i) > 0 ? Deviations.logRatio(logs[i], median) : 0;
            }
            return NORMAL * medianDistance(Distribution.of(logs, d.weights()));
          });

  private QuantileMetrics() {}

  /**
   * Returns the quantile at {@code p}: the value below which that share of the students lies.
   *
   * @param p from 0 to 1
   */
  public static Metric<Distribution> percentile(double p, QuantileDefinition definition) {
    Checks.within(p, 0, 1, "p");
    return Metric.of(
        claimed(
                MetricInfo.of(
                        id("percentile", definition, p),
                        "HD-PCTL",
                        "Percentile " + p + named(definition),
                        Distribution.class)
                    .unit("unit of the value")
                    .requires(array(definition.requires()))
                    .claims(SCALE_EQUIVARIANCE),
                definition)
            .formula(formula(definition))
            .reading("A share of " + p + " of the students has at most {value}.")
            .reference(
                "Hyndman, R. J. and Fan, Y. (1996), Sample quantiles in statistical packages,"
                    + " doi:10.1080/00031305.1996.10473566"),
        d -> Quantiles.quantile(d.sorted(), p, definition));
  }

  /**
   * Returns the ratio of two quantiles, such as P90/P10.
   *
   * @param high share of the quantile above the line, from 0 to 1
   * @param low share of the quantile below the line, from 0 to 1
   */
  public static Metric<Distribution> percentileRatio(
      double high, double low, QuantileDefinition definition) {
    Checks.within(high, 0, 1, "high");
    Checks.within(low, 0, 1, "low");
    return Metric.of(
        relative(id("percentile-ratio", definition, high, low), "HD-PR", low, definition)
            .range(high < low ? -Double.MAX_VALUE : 1, high < low ? 1 : Double.MAX_VALUE)
            .claims(ONE_AT_EQUALITY)
            .formula("Q(p_1) / Q(p_2)")
            .reading(
                "The student at "
                    + high
                    + " has {value} times as much as the student at "
                    + low
                    + ".")
            .reference("Cowell, F. A. (2011), Measuring Inequality, 3rd edition"),
        d -> {
          Distribution sorted = d.sorted();
          return Quantiles.quantile(sorted, high, definition)
              / Quantiles.quantile(sorted, low, definition);
        });
  }

  /** Returns the restricted range: the distance of the quantiles at 5% and 95%. */
  public static Metric<Distribution> restrictedRange(QuantileDefinition definition) {
    return Metric.of(
        claimed(
                absolute(
                        id("restricted-range", definition),
                        "HD-RR",
                        "Restricted range" + named(definition),
                        definition.requires())
                    .claims(TRANSLATION_INVARIANCE),
                definition)
            .formula("Q(.95) - Q(.05)")
            .reading("Leaving out the top and bottom 5%, students are {value} apart.")
            .reference(BERNE_STIEFEL),
        d -> distance(d.sorted(), 0.05, 0.95, definition));
  }

  /**
   * Returns the federal range ratio: how much more the student at 95% has than the one at 5%, as a
   * share of what the latter has. With {@link QuantileDefinition#TYPE1} and students as weights it
   * is the ratio of the federal disparity test.
   */
  public static Metric<Distribution> federalRangeRatio(QuantileDefinition definition) {
    return Metric.of(
        relative(id("federal-range-ratio", definition), "HD-FRR", 0.05, definition)
            .range(0, Double.MAX_VALUE)
            .claims(ZERO_AT_EQUALITY)
            .formula("(Q(.95) - Q(.05)) / Q(.05)")
            .reading("The student at 95% has {value} times what the one at 5% has on top of that.")
            .reference(FEDERAL),
        d -> {
          Distribution sorted = d.sorted();
          return distance(sorted, 0.05, 0.95, definition)
              / Quantiles.quantile(sorted, 0.05, definition);
        });
  }

  /** Returns the restricted range ratio P95/P5: the federal range ratio plus 1. */
  public static Metric<Distribution> restrictedRangeRatio(QuantileDefinition definition) {
    return Metric.of(
        relative(id("restricted-range-ratio", definition), "HD-RRR", 0.05, definition)
            .range(1, Double.MAX_VALUE)
            .claims(ONE_AT_EQUALITY)
            .formula("Q(.95) / Q(.05)")
            .reading("The student at 95% has {value} times what the student at 5% has.")
            .reference(FEDERAL),
        d -> {
          Distribution sorted = d.sorted();
          return Quantiles.quantile(sorted, 0.95, definition)
              / Quantiles.quantile(sorted, 0.05, definition);
        });
  }

  /** Returns the interquartile range. */
  public static Metric<Distribution> interquartileRange(QuantileDefinition definition) {
    return Metric.of(
        claimed(
                absolute(
                        id("interquartile-range", definition),
                        "HD-IQR",
                        "Interquartile range" + named(definition),
                        definition.requires())
                    .claims(TRANSLATION_INVARIANCE),
                definition)
            .formula("Q_3 - Q_1")
            .reading("The middle half of the students lies within {value}.")
            .reference(BERNE_STIEFEL),
        d -> distance(d.sorted(), 0.25, 0.75, definition));
  }

  /** Returns the quartile coefficient of dispersion. */
  public static Metric<Distribution> quartileDispersion(QuantileDefinition definition) {
    return Metric.of(
        claimed(
                MetricInfo.of(
                        id("quartile-dispersion", definition),
                        "HD-IQR",
                        "Quartile coefficient of dispersion" + named(definition),
                        Distribution.class)
                    .range(0, 1)
                    .direction(LESS_EQUAL)
                    .requires(array(definition.requires()))
                    .requires(NO_NEGATIVES, new PositiveQuantile(0.75, definition))
                    .claims(SCALE_INVARIANCE, ZERO_AT_EQUALITY),
                definition)
            .formula("(Q_3 - Q_1) / (Q_3 + Q_1)")
            .reading("Half the distance of the quartiles is {value} of their middle.")
            .reference(
                "Bonett, D. G. (2006), Confidence interval for a coefficient of quartile"
                    + " variation, doi:10.1016/j.csda.2005.05.007"),
        d -> {
          Distribution sorted = d.sorted();
          double low = Quantiles.quantile(sorted, 0.25, definition);
          double high = Quantiles.quantile(sorted, 0.75, definition);
          return (high - low) / (high + low);
        });
  }

  private static String formula(QuantileDefinition definition) {
    return switch (definition) {
      case TYPE1 -> "Q(p) = \\inf\\{x : F(x) \\ge p\\}";
      case TYPE2 ->
          "\\tfrac12\\bigl[\\inf\\{x : F(x) \\ge p\\}" + " + \\inf\\{x : F(x) > p\\}\\bigr]";
      default -> "Q(p)\\text{ by the definition " + definition.id() + "}";
    };
  }

  private static Metric<Distribution> mad(String id, double factor) {
    return Metric.of(
        absolute(id, "HD-MAD", "Median absolute deviation", List.of(SOME_UNITS))
            .claims(REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE, TRANSLATION_INVARIANCE)
            .formula(
                (factor == 1 ? "" : factor + "\\,")
                    + "\\operatorname{med}_i |x_i - \\operatorname{med} x|")
            .reading("Half of the students are within {value} of the middle.")
            .reference(HAMPEL),
        d -> factor * medianDistance(d));
  }

  private static double medianDistance(Distribution d) {
    double median = Quantiles.median(d.sorted());
    double[] distances = d.values();
    for (int i = 0; i < distances.length; i++) {
      distances[i] = Math.abs(distances[i] - median);
    }
    return Quantiles.median(Distribution.of(distances, d.weights()).sorted());
  }

  private static double distance(
      Distribution sorted, double low, double high, QuantileDefinition definition) {
    return Quantiles.quantile(sorted, high, definition)
        - Quantiles.quantile(sorted, low, definition);
  }

  private static MetricInfo.Builder absolute(
      String id, String key, String name, List<Requirement> requires) {
    return MetricInfo.of(id, key, name, Distribution.class)
        .range(0, Double.MAX_VALUE)
        .unit("unit of the value")
        .direction(LESS_EQUAL)
        .requires(array(requires))
        .claims(ANONYMITY, SCALE_EQUIVARIANCE, ZERO_AT_EQUALITY);
  }

  private static MetricInfo.Builder relative(
      String id, String key, double low, QuantileDefinition definition) {
    String name =
        switch (key) {
          case "HD-PR" -> "Percentile ratio";
          case "HD-FRR" -> "Federal range ratio";
          default -> "Restricted range ratio";
        };
    return claimed(
        MetricInfo.of(id, key, name + named(definition), Distribution.class)
            .direction(LESS_EQUAL)
            .requires(array(definition.requires()))
            .requires(new PositiveQuantile(low, definition))
            .claims(SCALE_INVARIANCE),
        definition);
  }

  private static MetricInfo.Builder claimed(
      MetricInfo.Builder info, QuantileDefinition definition) {
    info.claims(ANONYMITY);
    return REPLICABLE.contains(definition)
        ? info.claims(REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE)
        : definition == HARRELL_DAVIS ? info.claims(COUNTS_UNITS) : info;
  }

  private static Requirement[] array(List<Requirement> requires) {
    return requires.toArray(new Requirement[0]);
  }

  private static String named(QuantileDefinition definition) {
    return definition == TYPE1 ? "" : ", " + definition.id();
  }

  private static String id(String name, QuantileDefinition definition, double... parameters) {
    StringBuilder id = new StringBuilder(name);
    char before = ':';
    for (double parameter : parameters) {
      id.append(before).append(MetricId.write(parameter));
      before = ',';
    }
    return definition == TYPE1 ? id.toString() : id.append(before).append(definition.id()) + "";
  }

  /** The smallest and the largest unit. */
  private static final class Extremes implements Profile<Distribution> {
    private static final MetricInfo INFO =
        MetricInfo.of("extremes", "HD-RANGE", "Extreme units", Distribution.class)
            .unit("unit of the value")
            .requires(SOME_UNITS)
            .claims(SCALE_EQUIVARIANCE, COUNTS_UNITS)
            .formula("\\arg\\min_i x_i,\\ \\arg\\max_i x_i")
            .reading("The units with the least and with the most.")
            .reference(BERNE_STIEFEL);

    @Override
    public MetricInfo info() {
      return INFO;
    }

    @Override
    public UnitValues formula(Distribution sample) {
      int[] order = sample.ascending();
      int low = first(sample, order, order[0]);
      int high = first(sample, order, order[order.length - 1]);
      return low == high
          ? UnitValues.of(List.of(sample.units().key(low)), new double[] {sample.value(low)})
          : UnitValues.of(
              List.of(sample.units().key(low), sample.units().key(high)),
              new double[] {sample.value(low), sample.value(high)});
    }

    /** Of the units with the value of one, returns that with the first key. */
    private static int first(Distribution sample, int[] order, int one) {
      int first = one;
      for (int i : order) {
        if (sample.value(i) == sample.value(one)
            && sample.units().key(i).compareTo(sample.units().key(first)) < 0) {
          first = i;
        }
      }
      return first;
    }

    @Override
    public String toString() {
      return INFO.id();
    }
  }
}
