package org.resourceequity.progressivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.progressivity.OaxacaBlinder.Reference;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.testkit.Samples;

/** Relations between the metrics of this family, by the number of the law in the specification. */
class ProgressivityRelationLaws {

  private static final double TIGHT = 1e-12;

  /** Values, weights and need, with ties. */
  @Provide
  Arbitrary<PairedSample> samples() {
    return Samples.pairedSamples()
        .filter(s -> s.totalWeight() > 0 && Arrays.stream(s.values()).allMatch(x -> x >= 0));
  }

  private static double value(Metric<PairedSample> metric, PairedSample sample) {
    Outcome<Double> outcome = metric.measure(sample);
    Assume.that(outcome.isKnown());
    return outcome.get();
  }

  private static void same(double a, double b, double scale) {
    assertThat(a).isCloseTo(b, within(TIGHT * Math.max(1, scale)));
  }

  /** The values moved into the bounds 0 and 1. */
  private static PairedSample bounded(PairedSample sample) {
    double largest = Arrays.stream(sample.values()).max().orElse(0);
    Assume.that(largest > 0);
    return sample.withValues(
        Arrays.stream(sample.values()).map(x -> 0.05 + 0.9 * x / largest).toArray());
  }

  /** L27: seen from the other bound, a bounded index changes its sign. */
  @Property(tries = 200)
  void boundedIndicesMirror(@ForAll("samples") PairedSample sample) {
    PairedSample y = bounded(sample);
    PairedSample mirror = y.withValues(Arrays.stream(y.values()).map(x -> 1 - x).toArray());
    Metric<PairedSample> erreygers = ConcentrationMetrics.erreygers(0, 1);
    Metric<PairedSample> wagstaff = ConcentrationMetrics.wagstaff(0, 1);
    same(value(erreygers, mirror), -value(erreygers, y), 1);
    same(value(wagstaff, mirror), -value(wagstaff, y), 1);
  }

  /** L27: Erreygers' index does not depend on the unit of the values and their bounds. */
  @Property(tries = 200)
  void erreygersIsTheSameInAnyUnit(
      @ForAll("samples") PairedSample sample,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double unit,
      @ForAll @DoubleRange(min = -5, max = 5) double zero) {
    PairedSample y = bounded(sample);
    PairedSample other =
        y.withValues(Arrays.stream(y.values()).map(x -> zero + unit * x).toArray());
    double index = value(ConcentrationMetrics.erreygers(zero, zero + unit), other);
    assertThat(index)
        .isCloseTo(
            value(ConcentrationMetrics.erreygers(0, 1), y),
            within(1e-10 + 1e-14 * Math.abs(zero) / unit));
  }

  /** With the parameter 2 the extended and the symmetric index are the concentration index. */
  @Property(tries = 200)
  void parametersOfTwoGiveTheConcentrationIndex(@ForAll("samples") PairedSample sample) {
    double index = value(ConcentrationMetrics.CONCENTRATION_INDEX, sample);
    same(value(ConcentrationMetrics.extended(2), sample), index, 1);
    same(value(ConcentrationMetrics.symmetric(2), sample), index, 1);
  }

  /** The slope index is the absolute index over twice the variance of the ranks. */
  @Property(tries = 200)
  void slopeIndexFollowsFromTheAbsoluteIndex(@ForAll("samples") PairedSample sample) {
    double slope = value(ConcentrationMetrics.SLOPE_INDEX, sample);
    double[] ranks = sample.ranks();
    double variance = sample.covariance(ranks, ranks);
    double scale = Arrays.stream(sample.values()).max().orElse(1) / variance;
    same(slope, value(ConcentrationMetrics.ABSOLUTE, sample) / (2 * variance), scale);
  }

  /** The share of the variance explained by a line is the squared correlation. */
  @Property(tries = 200)
  void explainedShareIsTheSquaredCorrelation(@ForAll("samples") PairedSample sample) {
    double share = value(NeutralityMetrics.rSquared(1), sample);
    double correlation = value(NeutralityMetrics.WEALTH_CORRELATION, sample);
    assertThat(share).isCloseTo(correlation * correlation, within(1e-7));
  }

  private static PairedSample withTarget(PairedSample sample, double[] targets) {
    Map<String, double[]> covariates = new LinkedHashMap<>();
    covariates.put("need", sample.needs());
    covariates.put(AdequacyMetrics.TARGET, targets);
    return PairedSample.of(sample.units(), sample.values(), sample.weights(), covariates);
  }

  /** L50, with a target for each unit. */
  @Property(tries = 200)
  void shortfallFallsInItsParameterAndCompletesAdequacy(
      @ForAll("samples") PairedSample sample, @ForAll Random random) {
    double middle = sample.meanValue();
    Assume.that(middle > 0);
    PairedSample s =
        withTarget(sample, random.doubles(sample.size()).map(d -> middle * (0.5 + d)).toArray());
    double headcount = value(AdequacyMetrics.shortfall(0), s);
    double gap = value(AdequacyMetrics.shortfall(1), s);
    double severity = value(AdequacyMetrics.shortfall(2), s);
    assertThat(headcount).isBetween(0.0, 1 + TIGHT);
    assertThat(gap).isLessThanOrEqualTo(headcount + TIGHT);
    assertThat(severity).isLessThanOrEqualTo(gap + TIGHT);
    same(value(AdequacyMetrics.ADEQUACY, s), 1 - gap, 1);
    same(value(AdequacyMetrics.SHARE, s), 1 - headcount, 1);
    PairedSample richer =
        s.withValues(Arrays.stream(s.values()).map(x -> x + 0.1 * middle).toArray());
    assertThat(value(AdequacyMetrics.shortfall(1), richer)).isLessThanOrEqualTo(gap + TIGHT);
  }

  /** L49: the parts of every reference add up, and to the same gap. */
  @Property(tries = 100)
  void partsOfTheGapAddUp(
      @ForAll("samples") PairedSample first, @ForAll("samples") PairedSample second) {
    Change<PairedSample> groups = new Change<>(first, second);
    double scale =
        Math.max(
            Arrays.stream(first.values()).max().orElse(1),
            Arrays.stream(second.values()).max().orElse(1));
    for (Reference reference : Reference.values()) {
      Outcome<Parts> outcome = OaxacaBlinder.of(reference, Controls.of("need")).measure(groups);
      if (!outcome.isKnown()) {
        continue;
      }
      Parts parts = outcome.get();
      assertThat(parts.parts().values().stream().mapToDouble(d -> d).sum())
          .as("%s", reference)
          .isCloseTo(parts.total(), within(1e-9 * Math.max(1, scale)));
      assertThat(parts.total())
          .isCloseTo(first.meanValue() - second.meanValue(), within(1e-9 * Math.max(1, scale)));
    }
  }
}
