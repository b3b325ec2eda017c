package org.resourceequity.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateIntervalsTest {

  /** Expected values: domain guide, section 10.3, risk of 24 of 200 against 30 of 800. */
  @Test
  void intervalsOfRates() {
    assertThat(RateIntervals.wilson(24, 200).low()).isCloseTo(0.081980, within(1e-6));
    assertThat(RateIntervals.wilson(24, 200).high()).isCloseTo(0.172343, within(1e-6));
    assertThat(RateIntervals.newcombe(24, 200, 30, 800).low()).isCloseTo(0.041431, within(1e-6));
    assertThat(RateIntervals.newcombe(24, 200, 30, 800).high()).isCloseTo(0.136008, within(1e-6));
    Interval katz = RateIntervals.katz(24, 200, 30, 800).orElseThrow();
    assertThat(katz.low()).isCloseTo(1.914093, within(1e-6));
    assertThat(katz.high()).isCloseTo(5.349792, within(1e-6));
  }

  @Test
  void aRatioWithoutEventsHasNoInterval() {
    assertThat(RateIntervals.katz(0, 200, 30, 800)).isEmpty();
    assertThatThrownBy(() -> RateIntervals.katz(300, 200, 30, 800))
        .hasMessageContaining("events is 300.0");
  }

  /** Wilson's is the score test turned round: R 4.3, prop.test(3, 10, correct = FALSE). */
  @Test
  void wilsonsIntervalStaysWithinZeroAndOne() {
    assertThat(RateIntervals.wilson(3, 10).low()).isCloseTo(0.10779126740630104, within(1e-12));
    assertThat(RateIntervals.wilson(3, 10).high()).isCloseTo(0.6032218525388545, within(1e-12));
    assertThat(RateIntervals.wilson(0, 10).low()).isZero();
    assertThat(RateIntervals.wilson(0, 10).high()).isCloseTo(0.27753279986288915, within(1e-12));
    assertThat(RateIntervals.wilson(10, 10).low()).isCloseTo(0.7224672001371109, within(1e-12));
    assertThat(RateIntervals.wilson(10, 10).high()).isCloseTo(1, within(1e-15));
  }

  /** R 4.3: exp(log((24/176)/(30/770)) + c(-1, 1) 1.959964 sqrt(1/24 + 1/176 + 1/30 + 1/770)). */
  @Test
  void woolfsIntervalOfAnOddsRatio() {
    Interval woolf = RateIntervals.woolf(24, 200, 30, 800).orElseThrow();
    assertThat(woolf.low()).isCloseTo(1.99687082368151, within(1e-12));
    assertThat(woolf.high()).isCloseTo(6.134598119579621, within(1e-12));
  }

  @Test
  void anOddsRatioWithAnEmptyCellHasNoInterval() {
    assertThat(RateIntervals.woolf(0, 200, 30, 800)).isEmpty();
    assertThat(RateIntervals.woolf(200, 200, 30, 800)).isEmpty();
    assertThat(RateIntervals.woolf(24, 200, 0, 800)).isEmpty();
    assertThat(RateIntervals.woolf(24, 200, 800, 800)).isEmpty();
    assertThat(RateIntervals.katz(24, 200, 0, 800)).isEmpty();
  }

  /** R 4.3: binom.test(24, 200), binom.test(0, 10), binom.test(10, 10). */
  @Test
  void exactIntervalsAlsoWhereNobodyOrEverybodyHasTheEvent() {
    assertThat(RateIntervals.clopperPearson(24, 200).low())
        .isCloseTo(0.07842024799636271, within(1e-9));
    assertThat(RateIntervals.clopperPearson(24, 200).high())
        .isCloseTo(0.17327235116412232, within(1e-9));
    assertThat(RateIntervals.clopperPearson(0, 10).low()).isZero();
    assertThat(RateIntervals.clopperPearson(0, 10).high())
        .isCloseTo(0.30849710781876083, within(1e-9));
    assertThat(RateIntervals.clopperPearson(10, 10).low())
        .isCloseTo(0.6915028921812392, within(1e-9));
    assertThat(RateIntervals.clopperPearson(10, 10).high()).isEqualTo(1);
  }

  /** R 4.3: qbeta(c(.025, .975), 24.5, 176.5), qbeta(.975, .5, 10.5), qbeta(.025, 10.5, .5). */
  @Test
  void jeffreysIntervalIsThatOfTheBetaDistribution() {
    assertThat(RateIntervals.jeffreys(24, 200).low()).isCloseTo(0.08048322696795322, within(1e-9));
    assertThat(RateIntervals.jeffreys(24, 200).high())
        .isCloseTo(0.17041272780625982, within(1e-9));
    assertThat(RateIntervals.jeffreys(0, 10).low()).isZero();
    assertThat(RateIntervals.jeffreys(0, 10).high()).isCloseTo(0.2171962675092105, within(1e-9));
    assertThat(RateIntervals.jeffreys(10, 10).low()).isCloseTo(0.7828037324907894, within(1e-9));
    assertThat(RateIntervals.jeffreys(10, 10).high()).isEqualTo(1);
  }

  @Test
  void moreEventsThanPeopleAndNobodyAreWrongCalls() {
    assertThatThrownBy(() -> RateIntervals.wilson(0, 0)).hasMessageContaining("people is 0.0");
    assertThatThrownBy(() -> RateIntervals.clopperPearson(3, 2))
        .hasMessage("events is 3.0, expected a number from 0.0 to 2.0");
    assertThatThrownBy(() -> RateIntervals.jeffreys(-1, 2)).hasMessageContaining("events is -1.0");
    assertThatThrownBy(() -> RateIntervals.woolf(3, 2, 1, 2)).hasMessageContaining("events is 3.0");
    assertThatThrownBy(() -> RateIntervals.woolf(1, 2, 3, 2))
        .hasMessageContaining("other events is 3.0");
    assertThatThrownBy(() -> RateIntervals.katz(1, 2, 3, 2))
        .hasMessageContaining("other events is 3.0");
  }

  @Test
  void theEndsBelongToAnInterval() {
    Interval interval = new Interval(1, 2, 0.9, "by hand");
    assertThat(interval.contains(1)).isTrue();
    assertThat(interval.contains(2)).isTrue();
    assertThat(interval.contains(Math.nextDown(1.0))).isFalse();
    assertThat(interval.contains(Math.nextUp(2.0))).isFalse();
    assertThatThrownBy(() -> new Interval(2, 1, 0.9, "by hand"))
        .hasMessageContaining("high is 1.0, expected a number from 2.0");
    assertThatThrownBy(() -> new Interval(1, 2, 95, "by hand"))
        .hasMessageContaining("level is 95.0");
    assertThatThrownBy(() -> new Interval(Double.NaN, 2, 0.9, "by hand"))
        .hasMessageContaining("low is NaN");
  }
}
