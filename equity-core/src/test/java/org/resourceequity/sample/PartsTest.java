package org.resourceequity.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Outcome;
import org.resourceequity.segregation.MultigroupMetrics;
import org.resourceequity.segregation.SegregationMetrics;

/** Every district at once gives the bits of every district alone, in any order of the rows. */
class PartsTest {

  private static final int SCHOOLS = 20_000;
  private static final List<Metric<CrossTab>> METRICS =
      List.of(
          SegregationMetrics.MUTUAL_INFORMATION,
          SegregationMetrics.THEIL_H,
          SegregationMetrics.DISSIMILARITY,
          SegregationMetrics.INTERACTION,
          MultigroupMetrics.DISSIMILARITY);

  /** Schools with made-up counts, every second of them fractional, in districts and states. */
  private static CrossTab table() {
    Random random = new Random(5);
    List<String> keys = new ArrayList<>();
    List<String> districts = new ArrayList<>();
    List<String> states = new ArrayList<>();
    double[][] counts = new double[4][SCHOOLS];
    for (int i = 0; i < SCHOOLS; i++) {
      keys.add("s" + i);
      districts.add("d" + i / 5);
      states.add("t" + i / 1000);
      for (double[] row : counts) {
        row[i] = random.nextInt(80) / (i % 2 == 0 ? 1.0 : 7.0);
      }
    }
    Units units = Units.of(keys).within("district", districts).within("state", states);
    return CrossTab.of(units, List.of("a", "b", "c", "d"), counts);
  }

  private static List<List<Outcome<Double>>> measured(CrossTab table) {
    List<CrossTab> parts = table.parts(table.units().by("district"));
    return METRICS.stream().map(metric -> metric.measureEach(parts)).toList();
  }

  private static List<Outcome<Double>> whole(CrossTab table) {
    return METRICS.stream().map(metric -> metric.measure(table)).toList();
  }

  @Test
  void eachPartIsMeasuredAsIfAlone() {
    CrossTab table = table();
    Partition districts = table.units().by("district");
    List<List<Outcome<Double>>> all = measured(table);
    for (int p = 0; p < districts.parts(); p += 97) {
      CrossTab alone = table.select(districts.units()[p]);
      for (int m = 0; m < METRICS.size(); m++) {
        assertThat(all.get(m).get(p)).isEqualTo(METRICS.get(m).measure(alone));
      }
    }
  }

  @Test
  void aFunctionHasEveryPartInTheirOrder() {
    CrossTab table = table();
    Partition districts = table.units().by("district");
    List<CrossTab> parts = table.parts(districts);
    assertThat(table.eachPart(districts, part -> part.units().key(0)))
        .isEqualTo(parts.stream().map(part -> part.units().key(0)).toList());
    assertThat(table.eachPart(districts, SegregationMetrics.THEIL_H::measure))
        .isEqualTo(SegregationMetrics.THEIL_H.measureEach(parts));
    assertThat(parts).hasSize(districts.parts()).allMatch(part -> part.size() == 5);
  }

  @Test
  void theNumberOfThreadsChangesNoBit() {
    CrossTab table = table();
    ForkJoinPool one = new ForkJoinPool(1);
    ForkJoinPool four = new ForkJoinPool(4);
    try {
      assertThat(one.submit(() -> measured(table)).join())
          .isEqualTo(four.submit(() -> measured(table)).join());
      assertThat(one.submit(() -> whole(table)).join())
          .isEqualTo(four.submit(() -> whole(table)).join());
    } finally {
      one.shutdown();
      four.shutdown();
    }
  }

  @Test
  void theOrderOfRowsChangesNoBit() {
    CrossTab table = table();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < SCHOOLS; i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(11));
    CrossTab shuffled = table.select(order.stream().mapToInt(Integer::intValue).toArray());
    assertThat(measured(shuffled)).isEqualTo(measured(table));
    assertThat(whole(shuffled)).isEqualTo(whole(table));
    Partition states = table.units().by("state");
    assertThat(shuffled.pool(shuffled.units().by("state"))).isEqualTo(table.pool(states));
    assertThat(SegregationMetrics.nestedM("district", "state").measure(shuffled))
        .isEqualTo(SegregationMetrics.nestedM("district", "state").measure(table));
  }

  @Test
  void theSumsOfAPartAreRoundedOnce() {
    // 0.1 + 0.2 + 0.3 is 0.6 rounded once (0.6000000000000000055 exactly, by hand in binary), but
    // 0.6000000000000001 if each step is rounded.
    double[][] counts = {{0.1, 0.2, 0.3}, {1, 2, 3}};
    CrossTab table = CrossTab.of(Units.numbered(3), List.of("a", "b"), counts);
    CrossTab pooled = table.pool(Partition.of(List.of("x", "x", "x")));
    assertThat(pooled.count(0, 0)).isEqualTo(0.6);
    assertThat(table.groupTotal(0)).isEqualTo(0.6);
    assertThat(table.groupTotal(1)).isEqualTo(6);
    assertThat(table.total()).isEqualTo(6.6);
  }

  @Test
  void wholeCountsTooLargeForPlainSumsAreRoundedOnce() {
    // 2^53 + 1 is no double and rounds to 2^53, so plain sums stay there; 2^53 + 2 is one.
    double[][] counts = {{0x1p53, 1, 1}, {1, 2, 3}};
    CrossTab table = CrossTab.of(Units.numbered(3), List.of("a", "b"), counts);
    CrossTab pooled = table.pool(Partition.of(List.of("x", "x", "x")));
    assertThat(pooled.count(0, 0)).isEqualTo(9_007_199_254_740_994.0);
    assertThat(pooled.count(1, 0)).isEqualTo(6);
  }

  @Test
  void partsStandInTheOrderOfTheirLabels() {
    Partition partition = Partition.of(List.of("b", "a", "b", "c", "a"));
    assertThat(partition.labels()).containsExactly("a", "b", "c");
    assertThat(partition.units()).isDeepEqualTo(new int[][] {{1, 4}, {0, 2}, {3}});
  }

  @Test
  void aPartitionOfOtherUnitsIsRefused() {
    Partition two = Partition.of(List.of("x", "y"));
    CrossTab table = table();
    assertThatThrownBy(() -> table.parts(two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("partition has 2 elements, expected 20000");
  }
}
