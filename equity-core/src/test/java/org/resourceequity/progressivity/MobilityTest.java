package org.resourceequity.progressivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.progressivity.NeighbourGaps.Border;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Units;

/** Places over time and salaries against hand calculations. */
class MobilityTest {

  private static final Offset<Double> DIGITS = within(1e-12);

  private static PairedSample later(double... values) {
    return PairedSample.of(values, new double[] {1, 1, 1, 1}, new double[] {1, 2, 3, 4});
  }

  /** Two of four change places: 1 - 6 x 2 / (4 x 15); none leaves its half, two leave a quarter. */
  @Test
  void places() {
    PairedSample swapped = later(2, 1, 3, 4);
    assertThat(MobilityMetrics.RANK_SLOPE.measure(swapped).get()).isCloseTo(0.8, DIGITS);
    assertThat(MobilityMetrics.shorrocks(2).measure(swapped).get()).isCloseTo(0, DIGITS);
    assertThat(MobilityMetrics.shorrocks(4).measure(swapped).get()).isCloseTo(2 / 3.0, DIGITS);
    assertThat(MobilityMetrics.shorrocks(2).measure(later(4, 3, 2, 1)).get()).isCloseTo(2, DIGITS);
  }

  /**
   * Three share the lower places later, of which two thirds lie in the lower half: 2/3 of the first
   * two, 1/3 of the third and all of the last stay.
   */
  @Test
  void equalValuesShareTheirPlaces() {
    assertThat(MobilityMetrics.RANK_SLOPE.measure(later(7, 7, 7, 7)).get()).isCloseTo(0, DIGITS);
    double trace = (2 / 3.0 + 2 / 3.0) / 2 + (1 / 3.0 + 1) / 2;
    assertThat(MobilityMetrics.shorrocks(2).measure(later(7, 7, 7, 8)).get())
        .isCloseTo(2 - trace, DIGITS);
  }

  /**
   * Three equal units in two halves: the second lies half in each, (1 + 1/2 x 1/2 + 1/2 x 1/2 + 1)
   * / 3 = 5/6 stay.
   */
  @Test
  void unitsAreSplitAtTheBoundary() {
    PairedSample same =
        PairedSample.of(new double[] {1, 2, 3}, new double[] {1, 1, 1}, new double[] {1, 2, 3});
    assertThat(MobilityMetrics.shorrocks(2).measure(same).get()).isCloseTo(1 / 3.0, DIGITS);
    assertThatThrownBy(() -> MobilityMetrics.shorrocks(1)).hasMessageContaining("classes is 1");
  }

  /** 10 teachers at 60,000 and 30 at 80,000: 75,000; 10 x -15,000 / 200 and 30 x 5,000 / 500. */
  @Test
  void salaries() {
    PairedSample schools =
        PairedSample.of(
            Units.of(List.of("1", "2", "3")).within("district", List.of("d", "d", "e")),
            new double[] {60_000, 80_000, 50_000},
            new double[] {10, 30, 5},
            Map.of("students", new double[] {200, 500, 100}));
    UnitValues gaps = new SalaryGap("district").measure(schools).get();
    assertThat(gaps.keys()).containsExactly("1", "2", "3");
    assertThat(gaps.values()).containsExactly(new double[] {-750, 300, 0}, within(1e-9));
  }

  /**
   * 10,000, 12,000 and 11,000 in a row: the gaps are 20% and 1/11; 3 of 6 thousand students are at
   * the wide one.
   */
  @Test
  void neighbours() {
    Distribution districts =
        Distribution.of(
            Units.of(List.of("a", "b", "c")),
            new double[] {10_000, 12_000, 11_000},
            new double[] {1000, 2000, 3000});
    List<Border> borders = List.of(new Border("a", "b"), new Border("c", "b"));
    assertThat(NeighbourMetrics.widest(borders).measure(districts).get()).isEqualTo(2000);
    assertThat(NeighbourMetrics.borders(borders, 0.1).measure(districts).get()).isEqualTo(0.5);
    assertThat(NeighbourMetrics.students(borders, 0.1).measure(districts).get())
        .isCloseTo(0.5, DIGITS);
    assertThat(NeighbourMetrics.widest(List.of()).measure(districts).toString())
        .contains("APPLICABLE");
  }
}
