package org.resourceequity.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Units;

class CounterfactualTest {

  private static CrossTab table(double[] group, double[] others) {
    return CrossTab.of(
        Units.numbered(group.length), List.of("g", "h"), new double[][] {group, others});
  }

  private static final Change<CrossTab> PLACES =
      new Change<>(
          table(new double[] {40, 20, 5, 1}, new double[] {20, 40, 60, 80}),
          table(new double[] {30, 30, 10}, new double[] {10, 30, 90}));

  private static void holds(
      Counterfactual counterfactual, Change<CrossTab> places, double mix, double units) {
    holds(counterfactual, SegregationMetrics.DISSIMILARITY, places, mix, units);
  }

  private static void holds(
      Counterfactual counterfactual,
      Metric<CrossTab> index,
      Change<CrossTab> places,
      double mix,
      double units) {
    Parts parts = SegregationChanges.counterfactual(counterfactual, index).measure(places).get();
    assertThat(parts.total()).isCloseTo(mix + units, within(1e-14));
    assertThat(parts.part(CounterfactualChange.MIX)).isCloseTo(mix, within(1e-14));
    assertThat(parts.part(CounterfactualChange.UNITS)).isCloseTo(units, within(1e-14));
  }

  @Test
  void mixAndUnitsOfTwoPlaces() {
    // Python 3 with NumPy: mean ranks over n, and numpy.quantile of the other place at them.
    // D is 0.6090909090909091 and 0.5494505494505495, which is mix and units together.
    holds(Counterfactual.COMPOSITION, PLACES, -0.12783076851859546, 0.06819040887823583);
    holds(Counterfactual.SHARE, PLACES, -0.06585359085359085, 0.006213231213231224);
    holds(Counterfactual.DUAL_COMPOSITION, PLACES, -0.08964982769107485, 0.03000946805071522);
  }

  /** The same program, which leaves out units where nobody is; some have one group alone. */
  @Test
  void unitsWhereNobodyIsHaveNoRank() {
    Change<CrossTab> places =
        new Change<>(
            table(new double[] {40, 0, 20, 5, 0, 6}, new double[] {20, 0, 40, 60, 80, 3}),
            table(new double[] {30, 10, 30, 0, 4}, new double[] {0, 90, 10, 0, 2}));
    holds(Counterfactual.COMPOSITION, places, -0.08822649415326303, 0.216211662992073);
    holds(Counterfactual.SHARE, places, 0.19563108048535788, -0.06764591164654793);
    holds(Counterfactual.DUAL_COMPOSITION, places, -0.05425572248332727, 0.18224089132213722);
    // Gorard's index depends on the sizes of the groups too.
    Metric<CrossTab> gorard = TwoGroupMetrics.GORARD;
    holds(Counterfactual.COMPOSITION, gorard, places, -0.1764896259219625, 0.1507617638879424);
    holds(Counterfactual.SHARE, gorard, places, 0.12056556738847982, -0.14629342942249987);
    holds(
        Counterfactual.DUAL_COMPOSITION, gorard, places, -0.14485641554574924, 0.11912855351172916);
  }

  @Test
  void anIndexWithAParameterIsRead() {
    assertThat(
            MetricCatalog.load().get("counterfactual-share:atkinson-segregation,0.5").info().id())
        .isEqualTo("counterfactual-share:atkinson-segregation,0.5");
    assertThat(new SegregationProvider().parse("counterfactual-share:gorard"))
        .hasValueSatisfying(
            measure -> assertThat(measure.info().id()).isEqualTo("counterfactual-share:gorard"));
    // There is no such index, and scores of units are none.
    assertThat(new SegregationProvider().parse("counterfactual-share:none")).isEmpty();
    assertThat(new SegregationProvider().parse("counterfactual-share:local-scores")).isEmpty();
  }

  @Test
  void aGroupThatIsNowhereInACounterfactualIsAReason() {
    // By hand: all units of the first rank 7/12, where five of six others have no share.
    Change<CrossTab> change =
        new Change<>(
            table(new double[] {5, 5, 5, 5, 5, 5}, new double[] {5, 5, 5, 5, 5, 5}),
            table(new double[] {0, 0, 0, 0, 0, 9}, new double[] {9, 9, 9, 9, 9, 0}));
    for (Counterfactual counterfactual :
        List.of(Counterfactual.COMPOSITION, Counterfactual.SHARE)) {
      assertThat(
              SegregationChanges.counterfactual(counterfactual, SegregationMetrics.DISSIMILARITY)
                  .measure(change))
          .isInstanceOfSatisfying(
              Outcome.Undefined.class,
              undefined -> assertThat(undefined.requirement().name()).isEqualTo("EVERY_GROUP"));
    }
  }
}
