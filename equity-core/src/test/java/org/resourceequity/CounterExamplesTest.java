package org.resourceequity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Units;

/**
 * Metrics that break a law by their definition, each on a stored example: what a metric does not
 * claim, it does not keep.
 */
class CounterExamplesTest {

  /** Keys of the specification whose metrics a transfer to a poorer unit can raise. */
  private static final Set<String> RAISED_BY_A_TRANSFER =
      Set.of("HD-RR", "HD-FRR", "HD-RRR", "HD-PR", "HD-IQR", "HD-SDLOG", "HD-LMR");

  /** Twenty units from 1 to 20, and two far away from eight others. */
  private static final List<double[]> STORED =
      List.of(
          IntStream.rangeClosed(1, 20).mapToDouble(x -> x).toArray(),
          new double[] {1, 1, 1, 1, 1, 1, 1, 1, 50, 100});

  private static final double[][] GROUPS = {{10, 20, 5, 40}, {0, 30, 60, 10}, {25, 0, 15, 5}};

  static Stream<Measure<?, ?>> raisedByATransfer() {
    return MetricCatalog.load().all().stream()
        .filter(measure -> RAISED_BY_A_TRANSFER.contains(measure.info().key()))
        .filter(measure -> measure instanceof Metric)
        .filter(measure -> measure.info().sample().equals(Distribution.class));
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("raisedByATransfer")
  void aTransferToAPoorerUnitRaises(Metric<Distribution> metric) {
    assertThat(metric.info().axioms()).doesNotContain(Axiom.PIGOU_DALTON, Axiom.WEAK_PIGOU_DALTON);
    int sign = metric.info().direction() == Direction.MORE_EQUAL ? -1 : 1;
    boolean raised = false;
    for (double[] values : STORED) {
      double before = metric.measure(Distribution.of(values)).get();
      for (int poorer = 0; poorer + 1 < values.length; poorer++) {
        double[] after = values.clone();
        double amount = 0.4 * (after[poorer + 1] - after[poorer]);
        after[poorer + 1] -= amount;
        after[poorer] += amount;
        Outcome<Double> outcome = metric.measure(Distribution.of(after));
        raised |= outcome.isKnown() && sign * (outcome.get() - before) > 1e-9;
      }
    }
    assertThat(raised).isTrue();
  }

  /** Keys of the specification whose metrics see how large a group is. */
  private static final Set<String> SEES_COMPOSITION =
      Set.of(
          "SM-M", "SM-H", "SM-D", "SM-G", "SM-C", "SM-R", "SM-P", "S2-M", "S2-H", "S2-KM", "S2-GOR",
          "EX-ISO", "EX-XPY", "EX-ETA2");

  static Stream<Measure<?, ?>> seesComposition() {
    return MetricCatalog.load().all().stream()
        .filter(measure -> SEES_COMPOSITION.contains(measure.info().key()))
        .filter(measure -> measure instanceof Metric)
        .filter(measure -> measure.info().sample().equals(CrossTab.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("seesComposition")
  void aLargerGroupChanges(Metric<CrossTab> metric) {
    assertThat(metric.info().axioms()).doesNotContain(Axiom.COMPOSITION_INVARIANCE);
    double before = metric.measure(table(1)).get();
    double after = metric.measure(table(3)).get();
    assertThat(Math.abs(after - before)).as("%s", metric).isGreaterThan(1e-3);
  }

  /** The second group, as many times as large. */
  private static CrossTab table(double factor) {
    double[] second = GROUPS[1].clone();
    for (int i = 0; i < second.length; i++) {
      second[i] *= factor;
    }
    return CrossTab.of(
        Units.of(List.of("A", "B", "C", "D"))
            .within("district", List.of("one", "one", "two", "two"))
            .within("state", List.of("all", "all", "all", "all")),
        List.of("first", "second", "third"),
        new double[][] {GROUPS[0], second, GROUPS[2]});
  }
}
