package org.resourceequity.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.InfluentialByCell;
import org.resourceequity.metric.LeaveOneOut;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.testkit.Samples;

/** Laws of capabilities and of movements between units, by number: L32, L45, L46. */
class SegregationCapabilityLaws {

  @Provide
  Arbitrary<CrossTab> tables() {
    return Samples.crossTabs();
  }

  private static <T> List<T> all(Class<T> capability) {
    return new SegregationProvider()
        .measures().stream().filter(capability::isInstance).map(capability::cast).toList();
  }

  /** L46: without each unit, as computed anew. */
  @Property(tries = 150)
  @SuppressWarnings("unchecked") // All measures of this family are of tables.
  void leavingOutIsComputingAnew(@ForAll("tables") CrossTab table) {
    for (LeaveOneOut<CrossTab> metric : all(LeaveOneOut.class)) {
      if (!metric.measure(table).isKnown()) {
        continue;
      }
      UnitValues without = metric.leaveOneOut(table);
      for (int i = 0; i < table.size(); i++) {
        Outcome<Double> anew = metric.measure(table.without(i));
        int place = without.keys().indexOf(table.units().key(i));
        assertThat(place >= 0).as("%s without %s", metric, i).isEqualTo(anew.isKnown());
        if (anew.isKnown()) {
          assertThat(without.value(place))
              .as("%s without %s", metric, i)
              .isCloseTo(anew.get(), within(1e-9));
        }
      }
    }
  }

  /** L45: influences of cells add up to 0, weighted, and are the derivative by a cell's count. */
  @Property(tries = 150)
  void influenceOfACellIsTheDerivative(@ForAll("tables") CrossTab table) {
    for (InfluentialByCell metric : all(InfluentialByCell.class)) {
      if (!metric.measure(table).isKnown() || metric.measure(table).get() < 1e-6) {
        continue;
      }
      double[][] influence = metric.influenceByCell(table);
      double sum = 0;
      for (int g = 0; g < influence.length; g++) {
        for (int i = 0; i < table.size(); i++) {
          sum += influence[g][i] * table.count(g, i) / table.total();
          if (table.count(g, i) > 0 && !hasKink(metric, table, i)) {
            double step = 1e-4 * table.count(g, i);
            double slope =
                (metric.formula(moved(table, g, i, step))
                        - metric.formula(moved(table, g, i, -step)))
                    / (2 * step)
                    * table.total();
            assertThat(influence[g][i])
                .as("%s at %s, %s", metric, g, i)
                .isCloseTo(
                    slope,
                    within(1e-5 * Math.max(1, Math.abs(slope)) + 1e-11 * table.total() / step));
          } else if (table.count(g, i) == 0) {
            assertThat(influence[g][i]).isZero();
          }
        }
      }
      assertThat(sum).as("sum of %s", metric).isCloseTo(0, within(1e-11));
    }
  }

  /**
   * Dissimilarity turns where a unit has the overall proportion, the Gini where units are alike.
   */
  private static boolean hasKink(Metric<CrossTab> metric, CrossTab table, int unit) {
    Pair pair = Pair.of(table);
    for (int i = 0; i < pair.units(); i++) {
      double gap = pair.a[i] / pair.sumA - pair.b[i] / pair.sumB;
      double scale = pair.a[i] / pair.sumA + pair.b[i] / pair.sumB;
      double cross = pair.a[i] * pair.b[unit] - pair.a[unit] * pair.b[i];
      double product = pair.a[i] * pair.b[unit] + pair.a[unit] * pair.b[i];
      if ((metric instanceof Dissimilarity && Math.abs(gap) < 1e-3 * scale)
          || (metric instanceof SegregationGini && i != unit && Math.abs(cross) < 1e-3 * product)) {
        return true;
      }
    }
    return false;
  }

  private static double[][] counts(CrossTab table) {
    double[][] counts = new double[table.groups().size()][];
    Arrays.setAll(counts, table::members);
    return counts;
  }

  private static CrossTab with(CrossTab table, double[][] counts) {
    return CrossTab.of(table.units(), table.groups(), counts);
  }

  private static CrossTab moved(CrossTab table, int group, int unit, double step) {
    double[][] counts = counts(table);
    counts[group][unit] += step;
    return with(table, counts);
  }

  /** L32: moving members of a group to where it is less represented lowers the value. */
  @Property(tries = 200)
  @SuppressWarnings("unchecked") // All measures of this family are of tables.
  void strictTransfersLower(@ForAll("tables") CrossTab table, @ForAll long seed) {
    double[][] counts = counts(table.pair());
    double total = table.pair().total();
    if (!move(counts, new Random(seed), total)) {
      return;
    }
    for (Metric<CrossTab> metric : all(Metric.class)) {
      if (metric.info().claims(Axiom.STRICT_SEGREGATION_TRANSFERS)) {
        lower(metric, table.pair(), with(table.pair(), counts), true);
      }
    }
  }

  private static boolean move(double[][] counts, Random random, double total) {
    int units = counts[0].length;
    for (int attempt = 0; attempt < 50; attempt++) {
      int from = random.nextInt(units);
      int to = random.nextInt(units);
      double moved = counts[0][from] * random.nextDouble();
      if (moved > 1e-3 * total && counts[0][to] + counts[1][to] > 0) {
        counts[0][from] -= moved;
        counts[0][to] += moved;
        if (share(counts, 0, from) > share(counts, 0, to) + 1e-2) {
          return true;
        }
        counts[0][from] += moved;
        counts[0][to] -= moved;
      }
    }
    return false;
  }

  private static double share(double[][] counts, int group, int unit) {
    double all = 0;
    for (double[] row : counts) {
      all += row[unit];
    }
    return all > 0 ? counts[group][unit] / all : 0;
  }

  /** L32: exchanging members of two groups, each to where it is rarer, lowers the value. */
  @Property(tries = 200)
  @SuppressWarnings("unchecked") // All measures of this family are of tables.
  void exchangesLower(@ForAll("tables") CrossTab table, @ForAll long seed) {
    Optional<CrossTab> exchanged = exchanged(table, new Random(seed));
    if (exchanged.isPresent()) {
      for (Metric<CrossTab> metric : all(Metric.class)) {
        boolean strict = metric.info().claims(Axiom.EXCHANGES);
        if (strict || metric.info().claims(Axiom.WEAK_EXCHANGES)) {
          lower(metric, table, exchanged.get(), strict);
        }
      }
    }
  }

  private static Optional<CrossTab> exchanged(CrossTab table, Random random) {
    double[][] counts = counts(table);
    for (int attempt = 0; attempt < 50; attempt++) {
      int i = random.nextInt(table.size());
      int j = random.nextInt(table.size());
      int g = random.nextInt(counts.length);
      int h = random.nextInt(counts.length);
      double moved = Math.min(counts[g][i], counts[h][j]) * random.nextDouble();
      if (i != j && g != h && moved > 1e-3 * table.total()) {
        exchange(counts, g, i, h, j, moved);
        if (share(counts, g, i) > share(counts, g, j) + 1e-2
            && share(counts, h, j) > share(counts, h, i) + 1e-2) {
          return Optional.of(with(table, counts));
        }
        exchange(counts, g, i, h, j, -moved);
      }
    }
    return Optional.empty();
  }

  private static void exchange(double[][] counts, int g, int i, int h, int j, double moved) {
    counts[g][i] -= moved;
    counts[g][j] += moved;
    counts[h][j] -= moved;
    counts[h][i] += moved;
  }

  private static void lower(
      Metric<CrossTab> metric, CrossTab before, CrossTab after, boolean strict) {
    Outcome<Double> first = metric.measure(before);
    Outcome<Double> second = metric.measure(after);
    if (first.isKnown() && second.isKnown()) {
      double most = first.get() + (strict ? -1e-12 : 1e-12);
      assertThat(second.get()).as("%s", metric).isLessThanOrEqualTo(most);
    }
  }
}
