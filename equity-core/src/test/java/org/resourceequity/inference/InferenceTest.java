package org.resourceequity.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.resourceequity.inequality.InequalityMetrics;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Units;
import org.resourceequity.segregation.SegregationMetrics;

class InferenceTest {

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

  @Test
  void weightlessUnitsAreNoDraws() {
    Distribution two = Distribution.of(new double[] {1, 3}, new double[] {1, 1});
    Distribution withNobody = Distribution.of(new double[] {1, 3, 9}, new double[] {1, 1, 0});
    double error = StandardErrors.byUnits(InequalityMetrics.CV, two).get();
    assertThat(StandardErrors.byUnits(InequalityMetrics.CV, withNobody).get())
        .isCloseTo(error, within(1e-15));
  }

  @Test
  void oneClusterPerUnitIsTheErrorByUnits() {
    Distribution sample = Distribution.of(new double[] {1, 2, 4, 7}, new double[] {1, 2, 1, 3});
    double byUnits = StandardErrors.byUnits(InequalityMetrics.GINI, sample).get();
    double byClusters =
        StandardErrors.byClusters(
                InequalityMetrics.GINI, sample, Partition.of(List.of("a", "b", "c", "d")))
            .get();
    assertThat(byClusters).isCloseTo(byUnits, within(1e-15));
  }

  @Test
  void oneDrawHasNoError() {
    CrossTab table =
        CrossTab.of(Units.of(List.of("a")), List.of("g", "h"), new double[][] {{10}, {20}});
    assertThat(StandardErrors.byUnits(SegregationMetrics.MUTUAL_INFORMATION, table).isKnown())
        .isFalse();
  }
}
