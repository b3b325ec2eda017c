package org.resourceequity.inequality;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.ONE_AT_EQUALITY;
import static org.resourceequity.metric.Axiom.REPLICATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEAK_PIGOU_DALTON;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.metric.Direction.LESS_EQUAL;
import static org.resourceequity.metric.Direction.MORE_EQUAL;
import static org.resourceequity.sample.Condition.NO_NEGATIVES;
import static org.resourceequity.sample.Condition.POSITIVE_TOTAL;
import static org.resourceequity.sample.Condition.SOME_UNITS;

import java.util.Optional;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.QuantileDefinition;
import org.resourceequity.sample.Quantiles;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;

/**
 * What share of the resource do the best- and the worst-resourced students have?
 *
 * <p>The unit at a boundary is split by mass, so all are points of the Lorenz curve. At equality a
 * ratio of shares is that of the students at the top and at the bottom, and it is never less. O(n
 * log n).
 *
 * <ul>
 *   <li>{@link #bottomShare}, {@link #topShare}: of any share of the students
 *   <li>{@link #shareRatio}: of two shares, among them {@link #PALMA} and {@link #S80_S20}
 *   <li>{@link #topToRest}: top share relative to all else
 *   <li>{@link #S80_S20_EUROSTAT}: the quintile share ratio over whole units
 * </ul>
 */
public final class ShareMetrics {

  private static final String ATKINSON_PIKETTY =
      "Atkinson, A. B. and Piketty, T. (2007), Top Incomes over the Twentieth Century";

  /** Palma ratio: share of the top 10% over that of the bottom 40%. Equality gives 0.25. */
  public static final Influential<Distribution> PALMA =
      ratio(
          MetricInfo.of("palma", "IN-PALMA", "Palma ratio", Distribution.class)
              .reading("The top tenth has {value} times what the bottom four tenths have."),
          0.1,
          0.4,
          "Cobham, A. and Sumner, A. (2013), Putting the Gini back in the bottle? The Palma as a"
              + " policy-relevant measure of inequality, King's College London");

  /** Quintile share ratio: share of the top 20% over that of the bottom 20%. */
  public static final Influential<Distribution> S80_S20 =
      ratio(
          MetricInfo.of("s80-s20", "IN-S80S20", "Quintile share ratio", Distribution.class)
              .claims(ONE_AT_EQUALITY)
              .reading("The top fifth has {value} times what the bottom fifth has."),
          0.2,
          0.2,
          "Eurostat, Income quintile share ratio S80/S20");

  /**
   * Quintile share ratio over whole units: those above the averaged quantile at 80% over those up
   * to the one at 20%. Units at a quantile all lie below it, so the top may be smaller than a fifth
   * and the ratio below 1; it is 0 where no unit lies above.
   */
  public static final Metric<Distribution> S80_S20_EUROSTAT =
      Metric.of(
          MetricInfo.of("s80-s20:eurostat", "IN-S80S20", "Quintile share ratio", Distribution.class)
              .range(0, Double.MAX_VALUE)
              .direction(LESS_EQUAL)
              .requires(SOME_UNITS, NO_NEGATIVES, POSITIVE_TOTAL, new PositiveBottom(0.2))
              .claims(ANONYMITY, SCALE_INVARIANCE, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE)
              .formula("\\sum_{x_i > Q(.8)} w_i x_i / \\sum_{x_i \\le Q(.2)} w_i x_i")
              .reading("The top fifth has {value} times what the bottom fifth has.")
              .reference("Eurostat, Income quintile share ratio S80/S20"),
          ShareMetrics::ofWholeUnits);

  private ShareMetrics() {}

  /**
   * Returns the share of the resource that the lowest share {@code p} of the students has: the
   * Lorenz curve at p.
   *
   * @param p from 0 to 1
   */
  public static Influential<Distribution> bottomShare(double p) {
    Checks.within(p, 0, 1, "p");
    return Influential.of(
        share("bottom-share", p)
            .direction(MORE_EQUAL)
            .formula("L(p) = A(p) / \\mu")
            .reading("The lowest " + p + " of the students have a share of {value}.")
            .reference(ATKINSON_PIKETTY),
        d -> shareBelow(d.sorted(), p),
        d -> influenceOfShare(d, p));
  }

  /**
   * Returns the share of the resource that the highest share {@code p} of the students has.
   *
   * @param p from 0 to 1
   */
  public static Influential<Distribution> topShare(double p) {
    Checks.within(p, 0, 1, "p");
    return Influential.of(
        share("top-share", p)
            .direction(LESS_EQUAL)
            .formula("1 - L(1-p)")
            .reading("The highest " + p + " of the students have a share of {value}.")
            .reference(ATKINSON_PIKETTY),
        d -> 1 - shareBelow(d.sorted(), 1 - p),
        d -> negated(influenceOfShare(d, 1 - p)));
  }

  /**
   * Returns the share of the top over that of the bottom: with 0.1 and 0.4 it is S90/S40.
   *
   * @param top share of the students at the top, above 0
   * @param bottom share of the students at the bottom, above 0
   */
  public static Influential<Distribution> shareRatio(double top, double bottom) {
    MetricInfo.Builder info =
        MetricInfo.of(
            "share-ratio:" + MetricId.write(top) + "," + MetricId.write(bottom),
            "IN-SHARE",
            "Share ratio",
            Distribution.class);
    return ratio(
        info.reading("The top " + top + " have {value} times what the bottom " + bottom + " have."),
        positive(top, "top"),
        positive(bottom, "bottom"),
        ATKINSON_PIKETTY);
  }

  /**
   * Returns the share of the top relative to that of all others.
   *
   * @param top share of the students at the top, above 0 and below 1
   */
  public static Influential<Distribution> topToRest(double top) {
    if (!(top > 0 && top < 1)) {
      throw new IllegalArgumentException("top is " + top + ", expected a number between 0 and 1");
    }
    MetricInfo.Builder info =
        MetricInfo.of(
            "top-to-rest:" + MetricId.write(top), "IN-SHARE", "Top to rest", Distribution.class);
    return ratio(
        info.reading("The top " + top + " have {value} times what all others have."),
        top,
        1 - top,
        ATKINSON_PIKETTY);
  }

  private static double positive(double share, String name) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          name + " is " + share + ", expected a share above 0 and up to 1");
    }
    return share;
  }

  private static MetricInfo.Builder share(String name, double p) {
    return MetricInfo.of(
            name + ":" + MetricId.write(p), "IN-SHARE", "Resource share", Distribution.class)
        .range(0, 1)
        .requires(SOME_UNITS, NO_NEGATIVES, POSITIVE_TOTAL)
        .claims(
            ANONYMITY,
            SCALE_INVARIANCE,
            REPLICATION_INVARIANCE,
            WEIGHT_SCALE_INVARIANCE,
            WEAK_PIGOU_DALTON);
  }

  private static Influential<Distribution> ratio(
      MetricInfo.Builder info, double top, double bottom, String reference) {
    return Influential.of(
        info.range(top / bottom, Double.MAX_VALUE)
            .direction(LESS_EQUAL)
            .requires(SOME_UNITS, NO_NEGATIVES, POSITIVE_TOTAL, new PositiveBottom(bottom))
            .claims(
                ANONYMITY,
                SCALE_INVARIANCE,
                REPLICATION_INVARIANCE,
                WEIGHT_SCALE_INVARIANCE,
                WEAK_PIGOU_DALTON)
            .formula("(1 - L(1-p)) / L(q), \\quad p = " + top + ",\\ q = " + bottom)
            .reference(reference),
        d -> {
          Distribution sorted = d.sorted();
          double ratio = (1 - shareBelow(sorted, 1 - top)) / shareBelow(sorted, bottom);
          // Rounding may leave it a hair below the ratio at equality.
          return Math.max(top / bottom, ratio);
        },
        d -> influenceOfRatio(d, top, bottom));
  }

  private static double shareBelow(Distribution sorted, double p) {
    double below = Quantiles.heldBelow(sorted, p);
    return Math.min(1, below / ExactSum.ofProducts(sorted.values(), sorted.weights()));
  }

  /** The quotient rule on the two shares. */
  private static double[] influenceOfRatio(Distribution d, double top, double bottom) {
    Distribution sorted = d.sorted();
    double low = shareBelow(sorted, bottom);
    double ratio = (1 - shareBelow(sorted, 1 - top)) / low;
    double[] ofTop = influenceOfShare(d, 1 - top);
    double[] ofLow = influenceOfShare(d, bottom);
    for (int i = 0; i < ofLow.length; i++) {
      ofLow[i] = (-ofTop[i] - ratio * ofLow[i]) / low;
    }
    return ofLow;
  }

  /**
   * A(p) has the influence function pQ(p) - A(p) - (Q(p) - x)+, which needs no density. Where p
   * falls between two units the averaged quantile gives the mean of the slopes on both sides.
   */
  private static double[] influenceOfShare(Distribution d, double p) {
    Distribution sorted = d.sorted();
    double mean = d.mean();
    double quantile = Quantiles.quantile(sorted, p, QuantileDefinition.TYPE2);
    double held = Quantiles.heldBelow(sorted, p) / d.totalWeight();
    return Deviations.influence(
        d,
        x ->
            (p * quantile - held - Math.max(0, quantile - x)) / mean
                - held / mean * (x - mean) / mean);
  }

  private static double[] negated(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = -values[i];
    }
    return values;
  }

  private static double ofWholeUnits(Distribution d) {
    Distribution sorted = d.sorted();
    double low = Quantiles.quantile(sorted, 0.2, QuantileDefinition.TYPE2);
    double high = Quantiles.quantile(sorted, 0.8, QuantileDefinition.TYPE2);
    ExactSum bottom = new ExactSum();
    ExactSum top = new ExactSum();
    for (int i = 0; i < sorted.size(); i++) {
      if (sorted.value(i) <= low) {
        bottom.addProduct(sorted.weight(i), sorted.value(i));
      } else if (sorted.value(i) > high) {
        top.addProduct(sorted.weight(i), sorted.value(i));
      }
    }
    return top.value() / bottom.value();
  }

  /** The requirement that the bottom share of the students has something. */
  private record PositiveBottom(double share) implements Requirement {
    @Override
    public String name() {
      return "POSITIVE_BOTTOM";
    }

    @Override
    public Optional<String> unmet(Sample<?> sample) {
      return !(sample instanceof Distribution d) || Quantiles.heldBelow(d.sorted(), share) > 0
          ? Optional.empty()
          : Optional.of("the lowest share of " + share + " has nothing");
    }
  }
}
