package org.resourceequity.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.resourceequity.inference.Interval;
import org.resourceequity.inference.MeanIntervals;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.Units;

/** Gaps against numbers of R and against hand calculations. */
class GapNumbersTest {

  private static final Offset<Double> DIGITS = within(1e-12);

  /** In R: a <- c(rep(10,3), rep(14,2), rep(9,5)); b <- c(rep(8,4), 12, rep(7,3), rep(11,2)). */
  private static final GroupedValues TEN_AND_TEN =
      GroupedValues.of(
          Units.numbered(7),
          new double[] {10, 14, 9, 8, 12, 7, 11},
          List.of("a", "b"),
          new double[][] {{3, 2, 5, 0, 0, 0, 0}, {0, 0, 0, 4, 1, 3, 2}});

  /**
   * Group a has the mean 180/10 = 18, group b 260/10 = 26. In X they have 100/8 = 12.5 and 60/4 =
   * 15, in Y 80/2 = 40 and 200/6.
   */
  private static final GroupedValues TWO_STRATA =
      GroupedValues.of(
          Units.of(List.of("1", "2", "3", "4")).within("district", List.of("X", "X", "Y", "Y")),
          new double[] {10, 20, 30, 50},
          List.of("a", "b"),
          new double[][] {{6, 2, 1, 1}, {2, 2, 5, 1}});

  private static void gives(Metric<GroupedValues> metric, double expected) {
    assertThat(metric.measure(TEN_AND_TEN).get()).isCloseTo(expected, DIGITS);
  }

  /** Base R 4: t.test(a, b). */
  @Test
  void welch() {
    gives(MeanTests.T, 1.83801499456196);
    gives(MeanTests.DEGREES, 17.9382932953951);
    gives(MeanTests.P, 0.0826800547867944);
    gives(MeanTests.STANDARD_ERROR, 0.870504323813373);
  }

  /** Base R 4: t.test(a, b, conf.level = .95 and .9)$conf.int. */
  @Test
  void intervalsOfTheDifference() {
    ends(MeanIntervals.welch(TEN_AND_TEN, 0.95), -0.229312772900852, 3.429312772900855);
    ends(MeanIntervals.welch(TEN_AND_TEN, 0.9), 0.0902087703030708, 3.109791229696932);
  }

  /**
   * Base R 4: exp(log(mean(a)/mean(b)) + c(-1,1) * qnorm(.975) * sqrt(va/mean(a)^2 + vb/mean(b)^2))
   * with va = var(a)/10, and the two roots of (mean(a) - r mean(b))^2 = qnorm(.975)^2 (va + r^2
   * vb).
   */
  @Test
  void intervalsOfTheRatio() {
    gives(GapMetrics.EXPOSURE_RATIO, 1.18390804597701);
    gives(GapMetrics.LOG_RATIO, 0.168820869575052);
    ends(MeanIntervals.delta(TEN_AND_TEN, 0.95), 0.988264306334583, 1.418282793727221);
    ends(MeanIntervals.fieller(TEN_AND_TEN, 0.95), 0.988826339077232, 1.422641504440548);
  }

  private static void ends(Outcome<Interval> interval, double low, double high) {
    assertThat(interval.get().low()).isCloseTo(low, within(1e-9));
    assertThat(interval.get().high()).isCloseTo(high, within(1e-9));
  }

  /** Fieller's set has no end where the second mean, here 0.1/3, is not clear of 0. */
  @Test
  void anUncertainMeanHasNoInterval() {
    GroupedValues sample =
        GroupedValues.of(
            Units.numbered(3),
            new double[] {-5, 0.1, 5},
            List.of("a", "b"),
            new double[][] {{1, 2, 1}, {1, 1, 1}});
    assertThat(MeanIntervals.fieller(sample, 0.95))
        .isInstanceOfSatisfying(
            Outcome.Undefined.class,
            undefined -> assertThat(undefined.requirement()).isEqualTo(Condition.REPRESENTABLE));
    assertThatThrownBy(() -> MeanIntervals.welch(sample, 1)).hasMessageContaining("level is 1.0");
  }

  /** One member has no variance, and equal members have none. */
  @Test
  void testsNeedTwoMembersAndAVariance() {
    GroupedValues one =
        GroupedValues.of(
            Units.numbered(2),
            new double[] {1, 2},
            List.of("a", "b"),
            new double[][] {{1, 0}, {0, 5}});
    assertThat(MeanTests.T.measure(one).toString()).contains("more than 1.0 are needed");
    GroupedValues equal =
        GroupedValues.of(
            Units.numbered(2),
            new double[] {1, 2},
            List.of("a", "b"),
            new double[][] {{3, 0}, {0, 5}});
    assertThat(MeanTests.P.measure(equal).toString()).contains("VARIATION");
  }

  /** A mean of 0 or below has no logarithm. */
  @Test
  void aLogRatioNeedsPositiveMeans() {
    GroupedValues zero =
        GroupedValues.of(
            Units.numbered(2),
            new double[] {0, 2},
            List.of("a", "b"),
            new double[][] {{3, 0}, {0, 5}});
    assertThat(GapMetrics.LOG_RATIO.measure(zero).toString())
        .contains("POSITIVE_TOTAL", "the average of group \"a\" is 0.0");
    assertThat(GapMetrics.LOG_RATIO.measure(zero.focusOn("b", "a")).toString())
        .contains("the average of group \"a\" is 0.0");
  }

  /**
   * Base R 4: (mean(a)-mean(b)) over the pooled sd; J by gamma(); over sd(b); mean(outer(a,b,">"))
   * + mean(outer(a,b,"=="))/2; sqrt(2) qnorm of it; ks.test(a,b); mean(abs(sort(a)-sort(b)));
   * quantile(type = 1).
   */
  @Test
  void effectSizes() {
    gives(EffectSizes.COHEN, 0.821985294300891);
    gives(EffectSizes.HEDGES, 0.787171280153287);
    gives(EffectSizes.HEDGES_APPROXIMATE, 0.787253521302262);
    gives(EffectSizes.GLASS, 0.84720541154185);
    gives(EffectSizes.COMMON_LANGUAGE, 0.76);
    gives(EffectSizes.V_GAP, 0.998862663507327);
    gives(EffectSizes.KOLMOGOROV_SMIRNOV, 0.7);
    gives(EffectSizes.WASSERSTEIN, 1.8);
    gives(EffectSizes.quantileGap(0.5), 1);
    gives(EffectSizes.quantileGap(0.9), 3);
    // The medians above are 9 and 8, the smallest values 9 and 7.
    gives(EffectSizes.quantileRatio(0.5), 9 / 8.0);
    gives(EffectSizes.quantileRatio(0), 9 / 7.0);
  }

  /** Where all of b have more, the V-gap has no value; where most have, it is negative. */
  @Test
  void theVGapTurnsRound() {
    assertThat(EffectSizes.V_GAP.measure(TEN_AND_TEN.focusOn("b", "a")).get())
        .isCloseTo(-0.998862663507327, DIGITS);
    GroupedValues apart =
        GroupedValues.of(
            Units.numbered(2),
            new double[] {1, 2},
            List.of("a", "b"),
            new double[][] {{3, 0}, {0, 5}});
    assertThat(EffectSizes.V_GAP.measure(apart).isKnown()).isFalse();
    assertThat(EffectSizes.COMMON_LANGUAGE.measure(apart).get()).isZero();
    assertThat(EffectSizes.KOLMOGOROV_SMIRNOV.measure(apart).get()).isEqualTo(1);
    assertThatThrownBy(() -> EffectSizes.quantileGap(1.1)).hasMessageContaining("share is 1.1");
    assertThatThrownBy(() -> EffectSizes.quantileGap(-0.1)).hasMessageContaining("share is -0.1");
    assertThat(EffectSizes.quantileGap(0).measure(apart).get()).isEqualTo(-1);
    assertThat(EffectSizes.quantileGap(1).measure(apart).get()).isEqualTo(-1);
  }

  /**
   * By hand: shares .8 and .2 against .4 and .6. Composition .4 (12.5+15)/2 - .4 (40+200/6)/2 =
   * -55/6, rates .6 (12.5-15) + .4 (40-200/6) = 7/6.
   */
  @Test
  void kitagawa() {
    Parts parts = StratifiedGaps.kitagawa("district").measure(TWO_STRATA).get();
    assertThat(parts.total()).isCloseTo(-8, DIGITS);
    assertThat(parts.part(StratifiedGaps.COMPOSITION)).isCloseTo(-55 / 6.0, DIGITS);
    assertThat(parts.part(StratifiedGaps.RATES)).isCloseTo(7 / 6.0, DIGITS);
    assertThat(StratifiedGaps.standardised("district").measure(TWO_STRATA).get())
        .isCloseTo(7 / 6.0, DIGITS);
    Parts change =
        StratifiedGaps.kitagawaOverTime("district")
            .measure(new Change<>(TWO_STRATA.focusOn("b", "a"), TWO_STRATA))
            .get();
    assertThat(change.total()).isCloseTo(-8, DIGITS);
    assertThat(change.part(StratifiedGaps.COMPOSITION)).isCloseTo(-55 / 6.0, DIGITS);
    assertThat(change.part(StratifiedGaps.RATES)).isCloseTo(7 / 6.0, DIGITS);
  }

  /** A stratum without one of the groups takes the mean of the other. */
  @Test
  void aStratumOfOneGroupAddsNoDifferenceOfRates() {
    GroupedValues sample =
        GroupedValues.of(
            Units.of(List.of("1", "2", "3")).within("district", List.of("X", "Y", "Z")),
            new double[] {10, 40, 70},
            List.of("a", "b"),
            new double[][] {{3, 1, 0}, {4, 0, 0}});
    Parts parts = StratifiedGaps.kitagawa("district").measure(sample).get();
    // a: 70/4 = 17.5, b: 10; within X both meet 10, Y has only a.
    assertThat(parts.total()).isCloseTo(7.5, DIGITS);
    assertThat(parts.part(StratifiedGaps.RATES)).isCloseTo(0, DIGITS);
    assertThat(parts.part(StratifiedGaps.COMPOSITION)).isCloseTo(7.5, DIGITS);
    UnitValues gaps = StratifiedGaps.byStratum("district").measure(sample).get();
    assertThat(gaps.keys()).containsExactly("X");
    assertThat(gaps.value(0)).isZero();
    assertThat(StratifiedGaps.reversal("district").measure(sample).get()).isZero();
  }

  /** The gap is -8; in X it is -2.5, in Y 40 - 200/6 > 0, where the mean of both shares is .4. */
  @Test
  void simpson() {
    UnitValues gaps = StratifiedGaps.byStratum("district").measure(TWO_STRATA).get();
    assertThat(gaps.keys()).containsExactly("X", "Y");
    assertThat(gaps.value(0)).isCloseTo(-2.5, DIGITS);
    assertThat(gaps.value(1)).isCloseTo(20 / 3.0, DIGITS);
    assertThat(StratifiedGaps.reversal("district").measure(TWO_STRATA).get())
        .isCloseTo(0.4, DIGITS);
  }

  /** By hand: the districts' means are 160/12 and 280/8; .4 x 160/12 - .4 x 35 = -26/3. */
  @Test
  void levels() {
    for (var nested :
        List.of(GapMetrics.nestedGap("district"), GapMetrics.nestedGapOfTwo("district"))) {
      Parts parts = nested.measure(TWO_STRATA).get();
      assertThat(parts.part("between")).isCloseTo(-26 / 3.0, DIGITS);
      assertThat(parts.part("within")).isCloseTo(2 / 3.0, DIGITS);
    }
    // A third group of 12 in unit 1: the mean of X falls to 280/24 for all, not for the two.
    GroupedValues three =
        GroupedValues.of(
            TWO_STRATA.units(),
            new double[] {10, 20, 30, 50},
            List.of("a", "b", "c"),
            new double[][] {{6, 2, 1, 1}, {2, 2, 5, 1}, {12, 0, 0, 0}});
    assertThat(GapMetrics.nestedGap("district").measure(three).get().part("between"))
        .isCloseTo(0.4 * 280 / 24 - 0.4 * 35, DIGITS);
    assertThat(GapMetrics.nestedGapOfTwo("district").measure(three).get().part("between"))
        .isCloseTo(-26 / 3.0, DIGITS);
    assertThatThrownBy(() -> GapMetrics.nestedGap()).hasMessageContaining("levels are []");
    assertThatThrownBy(() -> GapMetrics.nestedGap("a", "a")).hasMessageContaining("none twice");
  }

  /**
   * By hand, with the overall mean 440/20 = 22: (.6-.2)(10-22), 0, (.1-.5)(30-22), 0; influences .6
   * (10-18) - .2 (10-26) and so on; without unit 1 both have 30.
   */
  @Test
  void unitsOfTheGap() {
    assertThat(GapMetrics.EXPOSURE_GAP.contributions(TWO_STRATA).values())
        .containsExactly(new double[] {-4.8, 0, -3.2, 0}, DIGITS);
    assertThat(GapMetrics.EXPOSURE_GAP.influence(TWO_STRATA))
        .containsExactly(new double[] {-1.6, 1.6, -0.8, 0.8}, DIGITS);
    assertThat(GapMetrics.EXPOSURE_GAP.leaveOneOut(TWO_STRATA).values())
        .containsExactly(new double[] {0, -10, 150 / 9.0 - 22, 130 / 9.0 - 210 / 9.0}, DIGITS);
  }

  /** Above 15: 4 of 10 of a, 8 of 10 of b; a limit itself is not above. */
  @Test
  void sharesAboveALimit() {
    assertThat(GapMetrics.shareAbove(15).measure(TWO_STRATA).get().values())
        .containsExactly(new double[] {0.4, 0.8}, DIGITS);
    assertThat(GapMetrics.shareAbove(20).measure(TWO_STRATA).get().values())
        .containsExactly(new double[] {0.2, 0.6}, DIGITS);
  }

  /** Means 18, 26 and 10: the largest difference is 16. A group without members has no part. */
  @Test
  void theLargestGap() {
    GroupedValues four =
        GroupedValues.of(
            TWO_STRATA.units(),
            new double[] {10, 20, 30, 50},
            List.of("a", "b", "c", "none"),
            new double[][] {{6, 2, 1, 1}, {2, 2, 5, 1}, {12, 0, 0, 0}, {0, 0, 0, 0}});
    assertThat(GapMetrics.MAX_MIN_GAP.measure(four).get()).isCloseTo(16, DIGITS);
    UnitValues exposure = GapMetrics.EXPOSURE.measure(four).get();
    assertThat(exposure.keys()).containsExactly("a", "b", "c");
    assertThat(exposure.values()).containsExactly(new double[] {18, 26, 10}, DIGITS);
  }

  @Test
  void idsAreParsed() {
    GapProvider provider = new GapProvider();
    for (String id :
        List.of(
            "exposure-gap-nested:state,district",
            "exposure-gap-nested:district,two-groups",
            "share-above:0.25",
            "quantile-gap:0.25",
            "kitagawa:region",
            "kitagawa-over-time:region",
            "standardised-gap:region",
            "gap-by-stratum:region",
            "simpson-reversal:region")) {
      assertThat(provider.parse(id)).hasValueSatisfying(m -> assertThat(m).hasToString(id));
      assertThat(provider.parse(id).orElseThrow().info().id()).isEqualTo(id);
    }
    assertThat(provider.parse("gini")).isEmpty();
    assertThat(provider.parse("other:0.25")).isEmpty();
  }
}
