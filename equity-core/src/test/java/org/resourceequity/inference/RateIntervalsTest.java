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
}
