package org.resourceequity.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.resourceequity.chart.Chart;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Units;

/** What the pictures of separation show, by hand. */
class SegregationChartsTest {

  private static final CrossTab TABLE =
      CrossTab.of(
          Units.of(List.of("mixed", "rich", "empty", "poor")),
          List.of("a", "b"),
          new double[][] {{10, 0, 0, 10}, {20, 20, 0, 0}});

  private static CrossTab large(int units) {
    Random random = new Random(3);
    double[][] counts = new double[7][units];
    for (double[] group : counts) {
      for (int i = 0; i < units; i++) {
        group[i] = random.nextInt(200);
      }
    }
    return CrossTab.of(Units.numbered(units), List.of("a", "b", "c", "d", "e", "f", "g"), counts);
  }

  /** Half of b is where none of a are; the other half where half of a are; half of a is alone. */
  @Test
  void theCurveStandsBesideTheDiagonal() {
    Chart.Lines chart = (Chart.Lines) SegregationCharts.curve(TABLE).get();
    assertThat(chart.header().title()).isEqualTo("Where half of b attend, 0% of a do");
    List<Chart.Point> curve = chart.lines().get(0).points();
    assertThat(curve.stream().map(Chart.Point::x)).containsExactly(0.0, 0.5, 1.0, 1.0);
    assertThat(curve.stream().map(Chart.Point::y)).containsExactly(0.0, 0.0, 0.5, 1.0);
    assertThat(chart.lines().get(1).points().stream().map(Chart.Point::y))
        .containsExactly(0.0, 1.0);
    assertThat(SegregationCharts.curve(TABLE.select(1, 2)).toString()).contains("EVERY_GROUP");
  }

  /**
   * The whole is 1/3 a, as is the mixed unit; ln(3/2) of the rich is less than ln 3 of the poor.
   */
  @Test
  void unitsStandFromTheMixOfAllToTheOther() {
    Chart.Mosaic chart = (Chart.Mosaic) SegregationCharts.composition(TABLE).get();
    assertThat(chart.columns().stream().map(Chart.Column::name))
        .containsExactly("mixed", "rich", "poor");
    assertThat(chart.columns().stream().map(Chart.Column::size)).containsExactly(30.0, 20.0, 10.0);
    assertThat(chart.columns().get(1).shares()).containsExactly(0.0, 1.0);
    assertThat(chart.whole().shares().get(0)).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(SegregationCharts.composition(TABLE.select(2)).toString()).contains("SOME_UNITS");
  }

  /**
   * M is (20 ln(3/2) + 10 ln 3) / 60; merging mixed and rich, 10 of 50 together, loses less than
   * mixed and poor. Of two units merged into one nothing is left.
   */
  @Test
  void mergesGoFromAllUnitsToOne() {
    Chart.Lines chart =
        (Chart.Lines) SegregationCharts.merges(Compression.of(TABLE.select(0, 1, 3), 0), 50).get();
    List<Chart.Point> kept = chart.lines().get(0).points();
    assertThat(kept.stream().map(Chart.Point::x)).containsExactly(1.0, 2.0, 3.0);
    double all = 20 * Math.log(1.5) + 10 * Math.log(3);
    double lost = 10 * Math.log(5 / 3.0) + 20 * Math.log(5 / 6.0) + 20 * Math.log(1.25);
    assertThat(kept.get(0).y()).isCloseTo(0, within(1e-12));
    assertThat(kept.get(1).y()).isCloseTo(1 - lost / all, within(1e-12));
    assertThat(kept.get(2).y()).isEqualTo(1);
    assertThat(chart.header().title()).isEqualTo("3 of 3 units keep 90% of the separation");
    Chart.Lines last =
        (Chart.Lines) SegregationCharts.merges(Compression.of(TABLE.select(0, 1, 3), 0), 2).get();
    assertThat(last.lines().get(0).points()).isEqualTo(kept.subList(0, 2));
    assertThat(SegregationCharts.merges(Compression.of(TABLE.select(1, 3), 1), 2).toString())
        .contains("ENOUGH_UNITS");
  }

  /**
   * Python, by the entropy of each mix: M is ln 2 - H(0.2) / 2; with the first two merged 0.9155 of
   * it is left, with both pairs merged 0.8309.
   */
  @Test
  void theTitleCountsUnitsThatAreNotShown() {
    CrossTab table =
        CrossTab.of(
            Units.numbered(4), List.of("a", "b"), new double[][] {{10, 8, 2, 0}, {0, 2, 8, 10}});
    Compression whole = Compression.of(table, 0);
    assertThat(whole.merges().get(0).kept()).isCloseTo(0.9154730295584745, within(1e-12));
    assertThat(whole.merges().get(1).kept()).isCloseTo(0.8309460591169492, within(1e-12));
    assertThat(SegregationCharts.merges(whole, 2).get().header().title())
        .isEqualTo("3 of 4 units keep 90% of the separation");
  }

  @Test
  void aNationTakesNoMoreRoomThanADistrict() {
    CrossTab nation = large(20_000);
    assertThat(SegregationCharts.curve(nation).get().svg().length()).isLessThan(20_000);
    assertThat(SegregationCharts.composition(nation).get().svg().length()).isLessThan(90_000);
    CrossTab state = large(2_000);
    assertThat(SegregationCharts.merges(Compression.of(state, 0), 2_000).get().svg().length())
        .isLessThan(20_000);
  }
}
