package org.resourceequity.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.resourceequity.sample.QuantileDefinition.TYPE1;
import static org.resourceequity.sample.QuantileDefinition.TYPE2;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Points;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.QuantileDefinition;
import org.resourceequity.sample.Quantiles;
import org.resourceequity.testkit.Samples;

/** Relations between the metrics of this family, by the number of the law in the specification. */
class InequalityRelationLaws {

  private static final double TIGHT = 1e-12;

  /** Distributions without negative values. */
  @Provide
  Arbitrary<Distribution> resources() {
    return Samples.distributions()
        .filter(d -> Arrays.stream(d.values()).allMatch(x -> x >= 0) && d.totalWeight() > 0);
  }

  /** Measures, and leaves the sample aside where there is no value. */
  private static double value(Metric<Distribution> metric, Distribution sample) {
    var outcome = metric.measure(sample);
    Assume.that(outcome.isKnown());
    return outcome.get();
  }

  private static void same(double a, double b, double tolerance) {
    assertThat(a).isCloseTo(b, within(tolerance * Math.max(1, Math.abs(b))));
  }

  /** L19, for all values that are not negative. */
  @Property(tries = 200)
  void identitiesOfTheFamily(@ForAll("resources") Distribution d) {
    double gini = value(InequalityMetrics.GINI, d);
    same(value(RankMetrics.sGini(2), d), gini, TIGHT);
    same(value(RankMetrics.MEHRAN, d) / 3 + value(RankMetrics.PIESCH, d) * 2 / 3, gini, TIGHT);
    same(
        value(DispersionMetrics.RELATIVE_MEAN_DEVIATION, d),
        2 * value(InequalityMetrics.HOOVER, d),
        TIGHT);
    double cv = value(InequalityMetrics.CV, d);
    same(value(InequalityMetrics.generalisedEntropy(2), d), cv * cv / 2, TIGHT);
    double entropy = value(InequalityMetrics.generalisedEntropy(0.5), d);
    same(1 - entropy / 4, Math.sqrt(1 - value(InequalityMetrics.atkinson(0.5), d)), TIGHT);
    same(
        value(InequalityMetrics.generalisedEntropy(1), d),
        value(InequalityMetrics.THEIL_T, d),
        TIGHT);
  }

  /** L19, for positive values. */
  @Property(tries = 200)
  void identitiesOfLogarithms(@ForAll("resources") Distribution d) {
    double theil = value(InequalityMetrics.THEIL_L, d);
    same(value(InequalityMetrics.generalisedEntropy(0), d), theil, TIGHT);
    same(value(InequalityMetrics.atkinson(1), d), -Math.expm1(-theil), TIGHT);
    same(
        value(InequalityMetrics.J_DIVERGENCE, d),
        theil + value(InequalityMetrics.THEIL_T, d),
        TIGHT);
    double entropy = value(InequalityMetrics.generalisedEntropy(-1), d);
    same(1 / (1 + 2 * entropy), 1 - value(InequalityMetrics.atkinson(2), d), TIGHT);
  }

  /** L19: the range ratios differ by 1, the halves have the mean as their mean. */
  @Property(tries = 200)
  void identitiesOfQuantiles(@ForAll("resources") Distribution d) {
    double halves = value(InequalityMetrics.MCLOONE, d);
    halves += value(MedianMetrics.verstegen(HalfRule.SPLIT, TYPE2), d);
    same(halves / 2, d.mean() / Quantiles.median(d.sorted()), TIGHT);
    same(
        value(QuantileMetrics.federalRangeRatio(TYPE1), d) + 1,
        value(QuantileMetrics.restrictedRangeRatio(TYPE1), d),
        TIGHT);
  }

  /** L20: a step of 1e-7 in the parameter moves the index by less than 1e-5. */
  @Property(tries = 200)
  void parametersAreContinuous(@ForAll("resources") Distribution d) {
    for (double step : new double[] {-1e-7, 1e-7}) {
      same(
          value(InequalityMetrics.generalisedEntropy(1 + step), d),
          value(InequalityMetrics.THEIL_T, d),
          1e-5);
      same(value(RankMetrics.sGini(2 + step), d), value(InequalityMetrics.GINI, d), 1e-5);
      same(
          value(InequalityMetrics.generalisedEntropy(step), d),
          value(InequalityMetrics.THEIL_L, d),
          1e-5);
      same(
          value(InequalityMetrics.atkinson(1 + step), d),
          value(InequalityMetrics.atkinson(1), d),
          1e-5);
    }
  }

  /** L21: the Gini is 1 minus twice the area, Hoover the largest distance from the diagonal. */
  @Property(tries = 200)
  void lorenzGeometry(@ForAll("resources") Distribution d) {
    double gini = value(InequalityMetrics.GINI, d);
    Points curve = InequalityMetrics.LORENZ_CURVE.measure(d).get();
    Points generalised = InequalityMetrics.GENERALISED_LORENZ_CURVE.measure(d).get();
    double area = 0;
    double distance = 0;
    double slope = 0;
    for (int i = 1; i < curve.size(); i++) {
      double width = curve.x(i) - curve.x(i - 1);
      area += width * (curve.y(i) + curve.y(i - 1)) / 2;
      distance = Math.max(distance, curve.x(i) - curve.y(i));
      assertThat(curve.y(i)).isLessThanOrEqualTo(curve.x(i) + TIGHT);
      // Convex: the height is at least where the piece before leads.
      assertThat(curve.y(i)).isGreaterThanOrEqualTo(curve.y(i - 1) + slope * width - 1e-9);
      slope = (curve.y(i) - curve.y(i - 1)) / Math.max(width, 1e-300);
      same(generalised.y(i) / d.mean(), curve.y(i), TIGHT);
    }
    assertThat(curve.y(curve.size() - 1)).isEqualTo(1);
    assertThat(gini).isCloseTo(1 - 2 * area, within(TIGHT));
    assertThat(value(InequalityMetrics.HOOVER, d)).isCloseTo(distance, within(TIGHT));
  }

  /** L22. */
  @Property(tries = 200)
  void hooverGiniChain(@ForAll("resources") Distribution d) {
    double hoover = value(InequalityMetrics.HOOVER, d);
    double gini = value(InequalityMetrics.GINI, d);
    assertThat(gini).isBetween(hoover - TIGHT, 2 * hoover - hoover * hoover + TIGHT);
  }

  /** L23: quantiles ascend and lie between the extremes, by every definition. */
  @Property(tries = 100)
  void quantilesAscend(
      @ForAll("resources") Distribution d,
      @ForAll @DoubleRange(min = 0, max = 1) double p,
      @ForAll @DoubleRange(min = 0, max = 1) double q) {
    double[] whole = Arrays.stream(d.weights()).map(Math::ceil).toArray();
    Distribution sorted = Distribution.of(d.values(), whole).sorted();
    double least = sorted.value(0);
    double most = sorted.value(sorted.size() - 1);
    for (QuantileDefinition definition : QuantileDefinition.values()) {
      double low = Quantiles.quantile(sorted, Math.min(p, q), definition);
      double high = Quantiles.quantile(sorted, Math.max(p, q), definition);
      assertThat(low).as("%s", definition).isBetween(least, most);
      assertThat(high).as("%s", definition).isBetween(low - TIGHT * most, most);
    }
  }

  /** L23: the inverse CDF commutes with increasing maps, the amount below is continuous. */
  @Property(tries = 200)
  void quantilesAndIncreasingMaps(
      @ForAll("resources") Distribution d, @ForAll @DoubleRange(min = 0, max = 0.99) double p) {
    Distribution roots =
        Distribution.of(Arrays.stream(d.values()).map(Math::sqrt).toArray(), d.weights());
    assertThat(Quantiles.quantile(roots.sorted(), p, TYPE1))
        .isEqualTo(Math.sqrt(Quantiles.quantile(d.sorted(), p, TYPE1)));
    double step = 1e-6;
    double below = Quantiles.heldBelow(d.sorted(), p);
    double more = Quantiles.heldBelow(d.sorted(), p + step);
    double most = d.moments().maximum() * d.totalWeight();
    assertThat(more - below).isBetween(-TIGHT * most, step * most + TIGHT * most);
  }

  /** L24. */
  @Property(tries = 200)
  void theMedianSplitsLowFromHigh(@ForAll("resources") Distribution d) {
    double mcloone = value(InequalityMetrics.MCLOONE, d);
    assertThat(mcloone).isLessThanOrEqualTo(1 + TIGHT);
    assertThat(value(InequalityMetrics.MCLOONE_INCLUDE_TIES, d)).isLessThanOrEqualTo(1 + TIGHT);
    assertThat(value(MedianMetrics.verstegen(HalfRule.SPLIT, TYPE2), d))
        .isGreaterThanOrEqualTo(1 - TIGHT);
    double median = Quantiles.median(d.sorted());
    double scale = median * d.totalWeight();
    assertThat(value(MedianMetrics.medianGap(TYPE2), d))
        .isCloseTo((1 - mcloone) * scale / 2, within(TIGHT * Math.max(1, scale)));
    double[] higher = Arrays.stream(d.values()).map(x -> x > median ? 2 * x : x).toArray();
    if (Arrays.stream(d.values()).anyMatch(x -> x == median)) {
      assertThat(value(InequalityMetrics.MCLOONE, Distribution.of(higher, d.weights())))
          .isEqualTo(mcloone);
    }
  }

  /** L50. */
  @Property(tries = 200)
  void shortfallFromATarget(
      @ForAll("resources") Distribution d, @ForAll @DoubleRange(min = 0.1, max = 3) double times) {
    Assume.that(d.mean() > 0);
    double z = times * d.mean();
    double before = 1;
    for (double alpha : new double[] {0, 0.5, 1, 2, 3}) {
      double shortfall = value(AdequacyMetrics.fgt(alpha, z), d);
      assertThat(shortfall).isBetween(0.0, before + TIGHT);
      before = shortfall;
    }
    double gap = value(AdequacyMetrics.fgt(1, z), d);
    same(value(AdequacyMetrics.oddenPicus(z), d), 1 - gap, TIGHT);
    same(value(AdequacyMetrics.dollarsToAdequacy(z), d), z * d.totalWeight() * gap, TIGHT);
    same(value(AdequacyMetrics.dollarsToAdequacyPerStudent(z), d), z * gap, TIGHT);
    same(
        value(AdequacyMetrics.shareAtTarget(z), d), 1 - value(AdequacyMetrics.fgt(0, z), d), TIGHT);
    assertThat(value(AdequacyMetrics.senShorrocksThon(z), d)).isBetween(gap - TIGHT, 1 + TIGHT);

    double[] above = Arrays.stream(d.values()).map(x -> x >= z ? 5 * x : x).toArray();
    double[] raised = d.values();
    raised[new Random((long) z).nextInt(raised.length)] += z / 3;
    for (Metric<Distribution> metric :
        List.of(
            AdequacyMetrics.fgt(0, z),
            AdequacyMetrics.fgt(1, z),
            AdequacyMetrics.fgt(2, z),
            AdequacyMetrics.sen(z),
            AdequacyMetrics.senShorrocksThon(z))) {
      double now = value(metric, d);
      same(value(metric, Distribution.of(above, d.weights())), now, TIGHT);
      assertThat(value(metric, Distribution.of(raised, d.weights())))
          .as("%s", metric)
          .isLessThanOrEqualTo(now + TIGHT);
    }
  }
}
