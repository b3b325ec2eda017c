package org.resourceequity.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Units;

/** Units are merged as by trying all pairs, and M says what is kept. */
class CompressionTest {

  CompressionTest() {}

  private static CrossTab table(List<double[]> units) {
    int groups = units.get(0).length;
    double[][] counts = new double[groups][units.size()];
    for (int u = 0; u < units.size(); u++) {
      for (int g = 0; g < groups; g++) {
        counts[g][u] = units.get(u)[g];
      }
    }
    return CrossTab.of(
        Units.of(IntStream.range(0, units.size()).mapToObj("u%03d"::formatted).toList()),
        IntStream.range(0, groups).mapToObj("g%d"::formatted).toList(),
        counts);
  }

  /** M times the total, by its definition. */
  private static double information(List<double[]> units) {
    int groups = units.get(0).length;
    double[] all = new double[groups];
    double total = 0;
    for (double[] unit : units) {
      for (int g = 0; g < groups; g++) {
        all[g] += unit[g];
        total += unit[g];
      }
    }
    double sum = 0;
    for (double[] unit : units) {
      double t = java.util.Arrays.stream(unit).sum();
      for (int g = 0; g < groups; g++) {
        sum += unit[g] > 0 ? unit[g] * Math.log(unit[g] * total / (t * all[g])) : 0;
      }
    }
    return sum;
  }

  /** Tries all pairs and merges the one that costs the least, until so many units are left. */
  private static double keptByTryingAll(List<double[]> units, int left) {
    List<double[]> now = new ArrayList<>(units);
    while (now.size() > left) {
      double best = -1;
      List<double[]> chosen = now;
      for (int a = 0; a < now.size(); a++) {
        for (int b = a + 1; b < now.size(); b++) {
          List<double[]> merged = new ArrayList<>(now);
          double[] second = merged.remove(b);
          double[] both = merged.get(a).clone();
          for (int g = 0; g < both.length; g++) {
            both[g] += second[g];
          }
          merged.set(a, both);
          double kept = information(merged);
          if (kept > best) {
            best = kept;
            chosen = merged;
          }
        }
      }
      now = chosen;
    }
    return information(now) / information(units);
  }

  private static List<double[]> drawn(long seed, int units, int groups) {
    Random random = new Random(seed);
    List<double[]> all = new ArrayList<>();
    for (int u = 0; u < units; u++) {
      all.add(random.ints(groups, 0, 60).asDoubleStream().toArray());
    }
    return all;
  }

  @Test
  void unitsOfOneMixMergeAtNoCost() {
    CrossTab table =
        table(
            List.of(
                new double[] {1, 3},
                new double[] {5, 0},
                new double[] {2, 6},
                new double[] {7, 0},
                new double[] {0, 0}));
    Compression compression = Compression.of(table, 1);
    assertThat(compression.kept()).isCloseTo(1, within(1e-12));
    assertThat(compression.merges()).hasSize(3);
    assertThat(compression.table().unitTotals()).containsExactlyInAnyOrder(12, 12);
    assertThat(compression.partition().part(0)).isEqualTo(compression.partition().part(2));
    assertThat(compression.partition().part(1)).isEqualTo(compression.partition().part(3));
  }

  @Test
  void eachStepIsTheCheapestOfAll() {
    for (int groups = 2; groups <= 4; groups++) {
      List<double[]> units = drawn(groups, 14, groups);
      Compression one = Compression.of(table(units), 0);
      assertThat(one.table().units().size()).isEqualTo(1);
      for (int step = 0; step < one.merges().size(); step++) {
        assertThat(one.merges().get(step).kept())
            .as("%d groups, step %d", groups, step)
            .isCloseTo(keptByTryingAll(units, 13 - step), within(1e-10));
      }
    }
  }

  /** More units than a unit is compared with, so that candidates are neighbours by local score. */
  @Test
  void ofTwoGroupsNeighboursAreEnough() {
    List<double[]> units = drawn(11, 50, 2);
    List<Compression.Merge> merges = Compression.of(table(units), 0).merges();
    for (int step = 20; step < merges.size(); step += 4) {
      assertThat(merges.get(step).kept())
          .as("step %d", step)
          .isCloseTo(keptByTryingAll(units, 49 - step), within(1e-10));
    }
  }

  @Test
  void whatIsKeptIsMOfTheClusters() {
    List<double[]> units = drawn(9, 500, 5);
    CrossTab table = table(units);
    double all = SegregationMetrics.MUTUAL_INFORMATION.measure(table).get();
    for (double kept : new double[] {0.5, 0.9, 0.99}) {
      Compression compression = Compression.of(table, kept);
      double left = SegregationMetrics.MUTUAL_INFORMATION.measure(compression.table()).get();
      assertThat(compression.kept())
          .isGreaterThanOrEqualTo(kept)
          .isCloseTo(left / all, within(1e-9));
      assertThat(compression.table().units().size())
          .isEqualTo(500 - compression.merges().size())
          .isLessThan(400);
    }
  }

  @Test
  void theOrderOfUnitsDoesNotMatter() {
    List<double[]> units = drawn(3, 60, 3);
    CrossTab table = table(units);
    int[] turned = IntStream.range(0, 60).map(i -> 59 - i).toArray();
    assertThat(Compression.of(table.select(turned), 0.8).merges())
        .isEqualTo(Compression.of(table, 0.8).merges());
  }

  @Test
  void withoutSegregationOneUnitIsLeft() {
    Compression compression =
        Compression.of(table(List.of(new double[] {1, 2}, new double[] {2, 4})), 0.9);
    assertThat(compression.kept()).isEqualTo(1);
    assertThat(compression.table().units().size()).isEqualTo(1);
    assertThat(Compression.of(table(List.of(new double[] {3, 1})), 0.5).merges()).isEmpty();
  }

  @Test
  void aShareIsFrom0To1() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Compression.of(table(drawn(1, 3, 2)), 1.5))
        .withMessageContaining("1.5")
        .withMessageContaining("0 to 1");
  }
}
