package org.resourceequity.progressivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Outcome;
import org.resourceequity.progressivity.NeighbourGaps.Border;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Units;

/** Where measures end: at bounds, at ties, and where there is nothing to say. */
class ProgressivityLimitsTest {

  /** Units of one student each, with need 1, 2, 3 and so on. */
  private static PairedSample rising(double... values) {
    double[] need = new double[values.length];
    Arrays.setAll(need, i -> i + 1);
    return need(need, values);
  }

  private static PairedSample need(double[] need, double... values) {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    return PairedSample.of(values, ones, need);
  }

  private static String why(Metric<PairedSample> metric, PairedSample sample) {
    Outcome<Double> outcome = metric.measure(sample);
    assertThat(outcome.isKnown()).as("%s", outcome).isFalse();
    return outcome.toString();
  }

  /** A rank above which all have 1 and below which nobody does is a step, not a logistic curve. */
  @Test
  void noCurveSeparatesLowFromHigh() {
    Metric<PairedSample> slope = ConcentrationMetrics.slopeIndex(0, 1);
    String separated = "CONVERGENCE (a rank separates low from high values)";
    assertThat(why(slope, rising(0, 0, 1, 1))).contains(separated);
    assertThat(why(slope, rising(1, 1, 0, 0))).contains(separated);
    assertThat(why(ConcentrationMetrics.relativeIndex(0, 1), rising(1, 0))).contains(separated);
    // Also if some at the rank itself are low and some high.
    assertThat(why(slope, rising(0, 0.3, 1))).contains(separated);
    assertThat(why(slope, rising(1, 0.3, 0))).contains(separated);
    PairedSample aside =
        PairedSample.of(new double[] {0, 1, 0}, new double[] {1, 1, 0}, new double[] {1, 2, 3});
    assertThat(why(slope, aside)).contains(separated);
    // One unit on the other side is enough for a curve.
    assertThat(slope.measure(rising(0, 0, 1, 1, 0.5)).isKnown()).isTrue();
    assertThat(slope.measure(rising(0.5, 0, 0, 1, 1)).isKnown()).isTrue();
  }

  /**
   * A steep curve through shares 0.001, 0.5 and 0.999: the slope is ln 999 for a third of ranks.
   */
  @Test
  void aSteepCurveIsFound() {
    double end = 1 / (1 + Math.exp(-1.5 * Math.log(999)));
    assertThat(ConcentrationMetrics.slopeIndex(0, 1).measure(rising(0.001, 0.5, 0.999)).get())
        .isCloseTo(2 * end - 1, within(1e-12));
    assertThat(ConcentrationMetrics.slopeIndex(0, 1).measure(rising(0.999, 0.5, 0.001)).get())
        .isCloseTo(1 - 2 * end, within(1e-12));
    assertThat(ConcentrationMetrics.slopeIndex(0, 4).measure(rising(1, 1, 1)).get()).isZero();
  }

  /**
   * Where Newton's first step goes too far, it is halved: ends of the curve by mpmath with 40
   * digits and steps halved until the likelihood rises.
   */
  @Test
  void stepsThatGoTooFarAreHalved() {
    Metric<PairedSample> slope = ConcentrationMetrics.slopeIndex(0, 1);
    double[] order = {1, 2, 3};
    PairedSample middle = PairedSample.of(new double[] {0, 0.5, 0}, new double[] {6, 4, 73}, order);
    assertThat(slope.measure(middle).get()).isCloseTo(-0.275294111757581, within(1e-12));
    PairedSample most = PairedSample.of(new double[] {0.99, 0, 1}, new double[] {1, 1, 12}, order);
    assertThat(slope.measure(most).get()).isCloseTo(0.6312690524430016, within(1e-12));
  }

  /** Through 0 and 4 at the ranks 1/4 and 3/4 the line has -2 at the bottom and 6 at the top. */
  @Test
  void aLineThatFallsBelowNothingHasNoRatio() {
    assertThat(why(ConcentrationMetrics.RELATIVE_INDEX, rising(0, 4)))
        .contains("COMPARISON_EVENTS (the fit has -2.0 and 6.0 at its ends)");
    assertThat(why(ConcentrationMetrics.RELATIVE_INDEX, rising(4, 0)))
        .contains("COMPARISON_EVENTS (the fit has 6.0 and -2.0 at its ends)");
    // Through 1 and 3 it starts at 0.
    assertThat(why(ConcentrationMetrics.RELATIVE_INDEX, rising(1, 3))).contains("has 0.0 and 4.0");
    assertThat(why(ConcentrationMetrics.RELATIVE_INDEX, rising(3, 1))).contains("has 4.0 and 0.0");
    assertThat(ConcentrationMetrics.RELATIVE_INDEX.measure(rising(4, 5)).get())
        .isEqualTo(5.5 / 3.5);
  }

  @Test
  void aMeanAtABoundHasNoConcentrationToCompareWith() {
    Metric<PairedSample> wagstaff = ConcentrationMetrics.wagstaff(0, 4);
    assertThat(why(wagstaff, rising(0, 0)))
        .contains("VARIATION (the mean 0.0 is one of the bounds 0.0 and 4.0)");
    assertThat(why(wagstaff, rising(4, 4))).contains("the mean 4.0 is one of");
    assertThat(wagstaff.measure(rising(1, 1)).get()).isZero();
    assertThat(why(wagstaff, rising(1, 5))).contains("KNOWN_BOUNDS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "extended-concentration:1",
        "symmetric-concentration:1",
        "extended-concentration:1001",
        "symmetric-concentration:1001",
        "target-shortfall:-1",
        "near-fair-share:-0.1",
        "statutory-ratio:0",
        "wealth-r-squared:0",
        "shorrocks-mobility:1",
        "beta-convergence:0",
        "top-bottom-share=0"
      })
  void parametersOutsideOfTheirRangeAreWrongCalls(String id) {
    assertThatThrownBy(
            () -> {
              if (id.contains("=")) {
                NeedGroups.parse(id);
              }
              new ProgressivityProvider().parse(id);
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          equal-students=4     | 4
          whole-units=3        | 3
          student-quantiles=5  | 5
          equal-units=6        | 6
          fixed-cuts=0.25,0.75 | 2
          top-bottom-share=0.2 | 2
          """)
  void aRuleSaysHowManyNeedsItTakes(String rule, int needs) {
    NeedGroups groups = NeedGroups.parse(rule);
    assertThat(groups.id()).isEqualTo(rule);
    assertThat(groups.distinct()).isEqualTo(needs);
    double[] enough = new double[needs];
    Arrays.setAll(enough, i -> i / 10.0);
    // The last two are alike in need.
    double[] tooFew = enough.clone();
    tooFew[needs - 1] = tooFew[needs - 2];
    assertThat(why(FundingMetrics.groupDifference(groups), need(tooFew, new double[needs])))
        .contains(
            "ENOUGH_UNITS (" + (needs - 1) + " different needs, expected at least " + needs + ")");
    assertThat(FundingMetrics.groupDifference(groups).measure(need(enough, enough)).toString())
        .doesNotContain("ENOUGH_UNITS");
  }

  /** A cut at the end of a school belongs to it alone: halves of four are two and two. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "equal-students=2",
        "whole-units=2",
        "student-quantiles=2",
        "equal-units=2",
        "fixed-cuts=2,2",
        "top-bottom-share=0.5"
      })
  void aCutBetweenSchoolsSplitsNone(String rule) {
    NeedGroups.Contrast contrast = NeedGroups.parse(rule).contrast(rising(1, 3, 10, 30)).get();
    assertThat(contrast).isEqualTo(new NeedGroups.Contrast(2, 20, 2, 3, 2, 2));
  }

  /** In whole units of three groups the middles are at 1/6, 1/2 and 5/6. */
  @Test
  void theMiddleOfASchoolAtACutBelongsAbove() {
    // Of 1, 2 and 1 students the middles are at 1/8, 1/2 and 7/8; the cut of halves is at 1/2.
    PairedSample schools =
        PairedSample.of(new double[] {1, 2, 3}, new double[] {1, 2, 1}, new double[] {1, 2, 3});
    NeedGroups.Contrast contrast = new NeedGroups.WholeUnits(2).contrast(schools).get();
    assertThat(contrast.lowWeight()).isEqualTo(1);
    assertThat(contrast.highWeight()).isEqualTo(3);
  }

  @Test
  void whereNeedIsLowestNothingIsNoComparison() {
    Metric<PairedSample> ratio = FundingMetrics.groupRatio(new NeedGroups.EqualUnits(2));
    assertThat(why(ratio, rising(0, 4)))
        .contains("COMPARISON_EVENTS (the mean where need is lowest is 0)");
    assertThat(ratio.measure(rising(4, 0)).get()).isZero();
  }

  /** e to the power of 1000 x ln 10 is no number of a double. */
  @Test
  void aRatioTooLargeIsUndefined() {
    assertThat(why(FundingMetrics.predictedRatio(1000, 0, Controls.none()), rising(1, 10, 100)))
        .contains("REPRESENTABLE");
    assertThat(
            FundingMetrics.predictedRatio(2, 1, Controls.none()).measure(rising(1, 10, 100)).get())
        .isCloseTo(10, within(1e-12));
  }

  /** Dollars per student fall from 2 to 0 at full need: those without it bring 2, 100% less. */
  @Test
  void studentsWhoBringNothingAreNoBase() {
    Metric<PairedSample> weight =
        FundingMetrics.impliedWeight(FundingMetrics.Form.MULTIPLE, FundingMetrics.Counting.TOTALS);
    assertThat(weight.measure(need(new double[] {0, 1}, 2, 0)).get()).isCloseTo(0, within(1e-15));
    assertThat(why(weight, need(new double[] {0, 1}, 0, 2)))
        .contains("POSITIVE_TOTAL (a student without the need brings");
  }

  @Test
  void aUnitComparedWithNothingHasNoQuotient() {
    PairedSample schools =
        rising(1, 2)
            .withCovariate("poor", new double[] {0, 1})
            .withCovariate("rest", new double[2]);
    assertThat(
            AdequacyMetrics.weightedStudentIndex(Map.of("poor", 5.0, "rest", 1.0))
                .measure(schools)
                .toString())
        .contains("POSITIVE_TOTAL (unit 0 is compared with 0.0)");
  }

  /** A fair share that is just a tenth away is near; 1 and 1.2 of mean 1.1 are 1/11 away. */
  @Test
  void aShareAtTheEdgeIsNear() {
    PairedSample schools =
        rising(0.9, 1.1).withCovariate(AdequacyMetrics.NEED_WEIGHT, new double[] {1, 1});
    assertThat(AdequacyMetrics.nearFairShare(0.1).measure(schools).get()).isEqualTo(1);
    assertThat(AdequacyMetrics.nearFairShare(0.099).measure(schools).get()).isZero();
  }

  @Test
  void yieldsThatAreAlikeGoAlongWithNothing() {
    PairedSample equalised =
        rising(2, 4, 6).withCovariate(NeutralityMetrics.TAX_RATE, new double[] {1, 2, 3});
    assertThat(why(NeutralityMetrics.YIELD_CORRELATION, equalised))
        .contains("VARIATION (all yields are equal)");
    assertThat(NeutralityMetrics.YIELD_VARIATION.measure(equalised).get()).isZero();
  }

  /** The second and the fourth unit are in both years, in another order. */
  @Test
  void unitsOfBothYearsArePaired() {
    Distribution before =
        Distribution.of(
            Units.of(List.of("a", "b", "c", "d")),
            new double[] {1, 2, 3, 4},
            new double[] {5, 6, 7, 8});
    Distribution after =
        Distribution.of(
            Units.of(List.of("d", "e", "b")), new double[] {40, 50, 20}, new double[] {9, 9, 9});
    PairedSample weighted = ConvergenceMetrics.paired(new Change<>(before, after), true);
    assertThat(weighted.units().keys()).containsExactly("b", "d");
    assertThat(weighted.values()).containsExactly(20, 40);
    assertThat(weighted.covariate("start")).containsExactly(2, 4);
    assertThat(weighted.weights()).containsExactly(6, 8);
    assertThat(ConvergenceMetrics.paired(new Change<>(before, after), false).weights())
        .containsExactly(1, 1);
  }

  @Test
  void gapsAtBordersHaveNames() {
    List<Border> borders = List.of(new Border("a", "b"));
    assertThat(NeighbourMetrics.widest(borders)).hasToString("widest-neighbour-gap");
    assertThat(NeighbourMetrics.borders(borders, 0.1)).hasToString("neighbour-gaps:0.1");
    assertThat(NeighbourMetrics.students(borders, 0.1))
        .hasToString("students-at-neighbour-gaps:0.1");
    Distribution two =
        Distribution.of(Units.of(List.of("a", "b")), new double[] {3, 4}, new double[] {1, 1});
    assertThat(NeighbourMetrics.widest(borders).formula(two)).isEqualTo(1);
  }

  /** The plain mean of x and 2x is no mean of terms that one group lacks. */
  @Test
  void groupsWithOtherRegionsAreNotCompared() {
    PairedSample first = inRegions("n", "n", "s", "s");
    PairedSample second = inRegions("n", "n", "w", "w");
    assertThat(
            OaxacaBlinder.of(OaxacaBlinder.Reference.A, Controls.none().withLevel("region"))
                .measure(new Change<>(first, second))
                .toString())
        .contains("INDEPENDENT_COLUMNS")
        .contains("region=s")
        .contains("region=w");
  }

  private static PairedSample inRegions(String... regions) {
    return rising(1, 2, 3, 5).withUnits(Units.numbered(4).within("region", List.of(regions)));
  }
}
