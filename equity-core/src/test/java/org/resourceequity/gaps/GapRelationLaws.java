package org.resourceequity.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.resourceequity.inference.Interval;
import org.resourceequity.inference.MeanIntervals;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.testkit.Samples;

/** Relations between the metrics of this family, by the number of the law in the specification. */
class GapRelationLaws {

  private static final double TIGHT = 1e-12;
  private static final double STANDARD = 1e-9;

  @Provide
  Arbitrary<GroupedValues> samples() {
    return Samples.groupedValues();
  }

  private static double value(Metric<GroupedValues> metric, GroupedValues sample) {
    Outcome<Double> outcome = metric.measure(sample);
    Assume.that(outcome.isKnown());
    return outcome.get();
  }

  private static GroupedValues turned(GroupedValues sample) {
    return sample.focusOn(
        sample.groups().get(sample.comparison()), sample.groups().get(sample.focus()));
  }

  private static double largest(GroupedValues sample) {
    double largest = 1;
    for (int i = 0; i < sample.size(); i++) {
      largest = Math.max(largest, Math.abs(sample.value(i)));
    }
    return largest;
  }

  /** L49: exchanging the groups changes the sign, or gives the reciprocal. */
  @Property(tries = 200)
  void exchangingTheGroups(@ForAll("samples") GroupedValues sample) {
    double gap = value(GapMetrics.EXPOSURE_GAP, sample);
    assertThat(value(GapMetrics.EXPOSURE_GAP, turned(sample))).isEqualTo(0 - gap);
    double ratio = value(GapMetrics.EXPOSURE_RATIO, sample);
    assertThat(ratio * value(GapMetrics.EXPOSURE_RATIO, turned(sample)))
        .isCloseTo(1, within(TIGHT));
    double log = value(GapMetrics.LOG_RATIO, sample);
    assertThat(log).isCloseTo(Math.log(ratio), within(TIGHT));
    assertThat(value(GapMetrics.LOG_RATIO, turned(sample))).isCloseTo(-log, within(TIGHT));
  }

  /** L49: one of both has more, or both have the same. */
  @Property(tries = 200)
  void commonLanguageEffectsAddUpToOne(@ForAll("samples") GroupedValues sample) {
    double effect = value(EffectSizes.COMMON_LANGUAGE, sample);
    assertThat(effect + value(EffectSizes.COMMON_LANGUAGE, turned(sample)))
        .isCloseTo(1, within(TIGHT));
    double gap = value(EffectSizes.V_GAP, sample);
    assertThat(Math.signum(gap)).isEqualTo(Math.signum(effect - 0.5));
  }

  /** L49: distances are metrics: 0 to oneself, the same both ways, and no shorter by a third. */
  @Property(tries = 200)
  void distancesAreMetrics(@ForAll("samples") GroupedValues sample) {
    Assume.that(sample.groups().size() >= 3);
    List<String> names = sample.groups();
    for (Metric<GroupedValues> distance :
        List.of(EffectSizes.KOLMOGOROV_SMIRNOV, EffectSizes.WASSERSTEIN)) {
      double slack = STANDARD * largest(sample);
      double direct = value(distance, sample.focusOn(names.get(0), names.get(1)));
      double first = value(distance, sample.focusOn(names.get(0), names.get(2)));
      double second = value(distance, sample.focusOn(names.get(2), names.get(1)));
      assertThat(value(distance, sample.focusOn(names.get(1), names.get(0)))).isEqualTo(direct);
      assertThat(value(distance, sample.focusOn(names.get(0), names.get(0)))).isZero();
      assertThat(direct).isLessThanOrEqualTo(first + second + slack);
    }
  }

  /** L49: what has to move is at least the difference of the means. */
  @Property(tries = 200)
  void wassersteinIsAtLeastTheGap(@ForAll("samples") GroupedValues sample) {
    double gap = value(GapMetrics.EXPOSURE_GAP, sample);
    assertThat(value(EffectSizes.WASSERSTEIN, sample))
        .isGreaterThanOrEqualTo(Math.abs(gap) - STANDARD * largest(sample));
  }

  /** L49: Kitagawa's parts add up, and the standardised gap is one of them. */
  @Property(tries = 200)
  void partsOfTheGapAddUp(@ForAll("samples") GroupedValues sample) {
    Outcome<Parts> parts = StratifiedGaps.kitagawa("district").measure(sample);
    Assume.that(parts.isKnown());
    double slack = STANDARD * largest(sample);
    double composition = parts.get().part(StratifiedGaps.COMPOSITION);
    double rates = parts.get().part(StratifiedGaps.RATES);
    assertThat(composition + rates)
        .isCloseTo(value(GapMetrics.EXPOSURE_GAP, sample), within(slack));
    assertThat(value(StratifiedGaps.standardised("district"), sample))
        .isCloseTo(rates, within(slack));
    UnitValues nested =
        UnitValues.of(
            List.of("between", "within"),
            GapMetrics.nestedGapOfTwo("district").measure(sample).get().parts().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    assertThat(nested.sum()).isCloseTo(composition + rates, within(slack));
  }

  /** L46: leaving out one unit is measuring the rest. */
  @Property(tries = 200)
  void leavingOutIsMeasuringTheRest(@ForAll("samples") GroupedValues sample) {
    value(GapMetrics.EXPOSURE_GAP, sample);
    UnitValues without = GapMetrics.EXPOSURE_GAP.leaveOneOut(sample);
    int found = 0;
    for (int i = 0; i < sample.size(); i++) {
      Outcome<Double> rest = GapMetrics.EXPOSURE_GAP.measure(sample.without(i));
      int place = without.keys().indexOf(sample.units().key(i));
      assertThat(place >= 0).isEqualTo(rest.isKnown());
      if (rest.isKnown()) {
        found++;
        assertThat(without.value(place)).isEqualTo(rest.get());
      }
    }
    assertThat(without.size()).isEqualTo(found);
  }

  /**
   * An interval holds the value, holds 0 where the test says so, and is wider at a higher level.
   */
  @Property(tries = 200)
  void intervalsAgreeWithTheTest(@ForAll("samples") GroupedValues sample) {
    double p = value(MeanTests.P, sample);
    Interval narrow = MeanIntervals.welch(sample, 0.8).get();
    Interval wide = MeanIntervals.welch(sample, 0.95).get();
    assertThat(wide.high() - wide.low()).isGreaterThanOrEqualTo(narrow.high() - narrow.low());
    assertThat(narrow.contains(value(GapMetrics.EXPOSURE_GAP, sample))).isTrue();
    Assume.that(Math.abs(p - 0.05) > 1e-3);
    assertThat(wide.contains(0)).isEqualTo(p > 0.05);
    Outcome<Interval> fieller = MeanIntervals.fieller(sample, 0.95);
    if (fieller.isKnown()) {
      assertThat(
              fieller
                  .get()
                  .contains(sample.exposure(sample.focus()) / sample.exposure(sample.comparison())))
          .isTrue();
    }
  }
}
