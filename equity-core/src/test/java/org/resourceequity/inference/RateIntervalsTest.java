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
    assertThat(RateIntervals.jeffreys(24, 200).high()).isCloseTo(0.17041272780625982, within(1e-9));
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

  /** By hand in R: p + c(-1, 1) * qnorm(.975) * sqrt(p * (1 - p) / n), cut at 0 and 1. */
  @Test
  void wald() {
    ends(RateIntervals.wald(24, 200), 0.0749634564234055, 0.1650365435765945);
    ends(RateIntervals.wald(1, 30), 0, 0.0975673689058452);
    ends(RateIntervals.wald(29, 30), 1 - 0.0975673689058452, 1);
  }

  /** Base R 4: binom.test(0, 30, alternative = "less"), and 1 - .05^(1/1000). */
  @Test
  void withoutEvents() {
    ends(RateIntervals.withoutEvents(30), 0, 0.0950338528553042);
    ends(RateIntervals.withoutEvents(1000), 0, 0.00299124954509533);
  }

  /**
   * By hand in R from prop.test's intervals; 56/70 - 48/80 is also in Newcombe (1998), table II:
   * 0.0524 to 0.3339.
   */
  @Test
  void newcombe() {
    ends(RateIntervals.newcombe(3, 17, 40, 100), -0.3742852780534066, 0.0272330030526185);
    ends(RateIntervals.newcombe(56, 70, 48, 80), 0.0524314724023649, 0.3338726540369059);
    ends(RateIntervals.newcombe(0, 10, 0, 20), -0.161125158052819, 0.277532799862889);
  }

  /** R 4: binom.test(3, 17), qbeta(c(.025, .975), 3.5, 14.5), prop.test, and Katz by hand. */
  @Test
  void intervalsOfFew() {
    ends(RateIntervals.clopperPearson(3, 17), 0.037985068070626, 0.434317872844284);
    ends(RateIntervals.jeffreys(3, 17), 0.0523476570506738, 0.400122662623314);
    ends(RateIntervals.wilson(3, 17), 0.06191126637621, 0.410294585688341);
    ends(RateIntervals.katz(3, 17, 40, 100).orElseThrow(), 0.153678763873793, 1.266516422272469);
    ends(RateIntervals.woolf(3, 17, 40, 100).orElseThrow(), 0.0867663891249467, 1.1907413408875762);
  }

  private static void ends(Interval interval, double low, double high) {
    assertThat(interval.low()).isCloseTo(low, within(1e-9));
    assertThat(interval.high()).isCloseTo(high, within(1e-9));
    assertThat(interval.level()).isEqualTo(0.95);
  }
}
