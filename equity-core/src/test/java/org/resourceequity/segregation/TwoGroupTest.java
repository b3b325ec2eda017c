package org.resourceequity.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.resourceequity.segregation.SegregationNumbersTest.TABLE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.metric.Points;
import org.resourceequity.metric.Verdict;
import org.resourceequity.metric.Verdict.Relation;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Units;

/** Two groups: the order of units, the curve, and what chance gives at its limits. */
class TwoGroupTest {

  private static CrossTab table(double[] group, double[] others) {
    return CrossTab.of(
        Units.numbered(group.length), List.of("group", "others"), new double[][] {group, others});
  }

  /**
   * Neighbours of Fibonacci's numbers: all three quotients are one double, but 75th to 76th is more
   * than 77th to 78th, and that more than 76th to 77th, as fractions of whole numbers in Python.
   * The empty unit has no place.
   */
  @Test
  void unitsAreOrderedByExactShares() {
    Pair pair =
        Pair.of(
            new double[] {7, 2111485077978050.0, 0, 0, 5527939700884757.0, 3416454622906707.0, 1},
            new double[] {0, 3416454622906707.0, 0, 5, 8944394323791464.0, 5527939700884757.0, 9});
    assertThat(pair.a[1] / pair.b[1]).isEqualTo(pair.a[5] / pair.b[5]);
    assertThat(pair.order()).containsExactly(3, 6, 5, 4, 1, 0);
    assertThat(pair.compare(5, 4)).isNegative();
    assertThat(pair.compare(1, 4)).isPositive();
    assertThat(pair.compare(4, 4)).isZero();
  }

  /** The products of such counts are no doubles: what cannot be compared is a tie. */
  @Test
  void sharesOfCountsWithoutProductsAreTies() {
    Pair pair = Pair.of(new double[] {1e200, 2e200}, new double[] {1e200, 1e200});
    assertThat(pair.compare(0, 1)).isZero();
  }

  /**
   * In c and g one sixth of the two groups is amber, in b a quarter, in d a half, in a three
   * quarters; of blue they have 15, 9, 7 and 4 of 35, of amber 3, 3, 7 and 12 of 25.
   */
  @Test
  void unitsOfOneShareAreOneSegmentOfTheCurve() {
    Points curve = new SegregationCurve().measure(TABLE).get();
    assertThat(curve)
        .isEqualTo(
            Points.of(
                new double[] {0, 15 / 35.0, 24 / 35.0, 31 / 35.0, 1},
                new double[] {0, 3 / 25.0, 6 / 25.0, 13 / 25.0, 1}));
  }

  private static Verdict compared(CrossTab first, CrossTab second) {
    return new SegregationDominance().measure(new Change<>(first, second)).get();
  }

  @Test
  void theCurveNearerToTheDiagonalIsLessSegregated() {
    // By hand: the curves bend at (3/5, 2/5) and at (4/5, 1/5).
    CrossTab mixed = table(new double[] {3, 2}, new double[] {2, 3});
    CrossTab apart = table(new double[] {4, 1}, new double[] {1, 4});
    assertThat(compared(mixed, apart).relation()).isEqualTo(Relation.FIRST);
    assertThat(compared(apart, mixed).relation()).isEqualTo(Relation.SECOND);
    assertThat(compared(mixed, mixed).relation()).isEqualTo(Relation.EQUAL);
    // The distance is largest at x = 4/5: 7/10 of the way from (3/5, 2/5) to (1, 1) against 1/5.
    assertThat(compared(mixed, apart).at()).isCloseTo(0.8, within(1e-15));
    assertThat(compared(mixed, apart).largestDistance()).isCloseTo(0.7 - 0.2, within(1e-15));
  }

  /** Half of the group is alone: at the right end the curve is at one half, and rises there. */
  @Test
  void aGroupThatIsAloneIsComparedLeftOfTheRise() {
    CrossTab alone = table(new double[] {4, 4}, new double[] {8, 0});
    CrossTab even = table(new double[] {1, 1}, new double[] {1, 1});
    Verdict verdict = compared(alone, even);
    assertThat(verdict.relation()).isEqualTo(Relation.SECOND);
    assertThat(verdict.at()).isEqualTo(1);
    assertThat(verdict.largestDistance()).isEqualTo(0.5);
    // Below at 1/2, where (1/2, 1/8) is; above at 1, where the other has 3/4.
    assertThat(
            compared(
                    table(new double[] {1, 7}, new double[] {4, 4}),
                    table(new double[] {6, 2}, new double[] {8, 0}))
                .relation())
        .isEqualTo(Relation.CROSSING);
  }

  /** Both groups in one unit: nothing is left to chance, and 10^12 people are the most. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "expected-dissimilarity",
        "expected-dissimilarity:binomial",
        "mutual-information-expected",
        "theil-h-expected",
        "systematic-gini:2,1"
      })
  void morePeopleThanDoublesCountHaveNoChance(String id) {
    @SuppressWarnings("unchecked") // All ids here are of metrics of a table.
    Metric<CrossTab> metric =
        (Metric<CrossTab>) MetricCatalog.of(List.of(new SegregationProvider())).get(id);
    assertThat(metric.measure(table(new double[] {5e11}, new double[] {5e11})).get())
        .isCloseTo(0, within(1e-5));
    assertThat(metric.measure(table(new double[] {5e11 + 1}, new double[] {5e11})).toString())
        .contains(Condition.REPRESENTABLE.name());
  }

  /** The most people of each group by itself. */
  @ParameterizedTest
  @CsvSource({
    "1e12, 5, true",
    "1000000000001, 5, false",
    "5, 1e12, true",
    "5, 1000000000001, false"
  })
  void morePeopleOfAGroupThanDoublesCountAreNotDrawn(double group, double others, boolean known) {
    CrossTab table = table(new double[] {group}, new double[] {others});
    assertThat(new BiasCorrectedDissimilarity(2, 1).measure(table).isKnown()).isEqualTo(known);
  }

  /** numpy 2.4.6, 400,000 draws: the mean of D is 0.61040, that of the table 0.609090909. */
  @Test
  void theBiasIsWhatDrawsAddOnAverage() {
    CrossTab example = table(new double[] {40, 20, 5, 1}, new double[] {20, 40, 60, 80});
    assertThat(new BiasCorrectedDissimilarity(20_000, 3).measure(example).get())
        .isCloseTo(2 * 0.609090909 - 0.61040, within(1.5e-3));
  }

  /** Whoever is drawn, the groups stay apart: each draw has D = G = 1. */
  @Test
  void noDrawOfSeparateGroupsHasABias() {
    CrossTab apart = table(new double[] {3, 2, 0, 0}, new double[] {0, 0, 4, 4});
    for (int draws = 1; draws < 4; draws++) {
      assertThat(new BiasCorrectedDissimilarity(draws, 5).measure(apart).get()).isEqualTo(1);
    }
    // Units of one person are apart by chance too.
    double[] group = new double[60];
    double[] others = new double[60];
    for (int i = 0; i < group.length; i++) {
      group[i] = i % 2;
      others[i] = 1 - i % 2;
    }
    for (int draws = 1; draws < 4; draws++) {
      assertThat(new SystematicGini(draws, 5).measure(table(group, others)).get()).isZero();
    }
    assertThat(new SystematicDissimilarity().measure(table(group, others)).toString())
        .contains("chance alone separates the groups completely");
  }

  /** One unit of two people: a draw of one group alone has no Gini, and counts as 0. */
  @Test
  void drawsOfOneGroupAreNotSegregated() {
    assertThat(new SystematicGini(40, 1).measure(table(new double[] {1}, new double[] {1})).get())
        .isZero();
  }

  /**
   * Below chance the scale is of its own. By hand: of two people drawn from three and three, the
   * mean of |X - 1| is 2/5, and D* = 3 x 2/5 / (2 x 6 x 1/4) = 2/5, so that 0 is -1. Units of 3, 4
   * and 5 people: D* = 0.340909..., the sum over all counts in Python, and D = 1/6.
   */
  @Test
  void moreEvenThanByChanceIsNegative() {
    CrossTab even = table(new double[] {1, 1, 1}, new double[] {1, 1, 1});
    assertThat(new SystematicDissimilarity().measure(even).get()).isCloseTo(-1, within(1e-14));
    assertThat(new SystematicGini(20, 1).measure(even).get()).isEqualTo(-1);
    CrossTab nearly = table(new double[] {1, 2, 3}, new double[] {2, 2, 2});
    assertThat(new ExpectedDissimilarity(false).measure(nearly).get())
        .isCloseTo(0.3409090909090909, within(1e-14));
    assertThat(new SystematicDissimilarity().measure(nearly).get())
        .isCloseTo(-0.5111111111111111, within(1e-14));
  }
}
