package org.resourceequity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.resourceequity.sample.QuantileDefinition.TYPE1;
import static org.resourceequity.sample.QuantileDefinition.TYPE2;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.resourceequity.disproportionality.AccessMetrics;
import org.resourceequity.disproportionality.CompositionMetrics;
import org.resourceequity.disproportionality.DisproportionalityMetrics;
import org.resourceequity.disproportionality.RatioMetrics;
import org.resourceequity.gaps.GapMetrics;
import org.resourceequity.inequality.AdequacyMetrics;
import org.resourceequity.inequality.InequalityMetrics;
import org.resourceequity.inequality.MedianMetrics;
import org.resourceequity.inequality.PolarisationMetrics;
import org.resourceequity.inequality.RelativeMetrics;
import org.resourceequity.inequality.ShareMetrics;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Points;
import org.resourceequity.metric.Verdict;
import org.resourceequity.progressivity.MobilityMetrics;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Sample;
import org.resourceequity.sample.Units;
import org.resourceequity.segregation.ExposureMetrics;
import org.resourceequity.segregation.MultigroupMetrics;
import org.resourceequity.segregation.SegregationMetrics;

/** Where a number ends to exist, and how far it can go: by hand, from the definitions. */
class UndefinedCasesTest {

  private static final Offset<Double> DIGITS = within(1e-12);

  private static <S extends Sample<S>> void gives(Metric<S> metric, S sample, double expected) {
    assertThat(metric.measure(sample).get()).as("%s", metric).isCloseTo(expected, DIGITS);
  }

  private static <S extends Sample<S>> void lacks(Measure<S, ?> measure, S sample, String name) {
    assertThat(measure.measure(sample))
        .as("%s", measure)
        .asString()
        .startsWith("undefined: " + name);
  }

  private static RiskCounts risks(double a, double n, double b, double m) {
    return RiskCounts.of(
        Units.of(List.of("school")),
        List.of("a", "b"),
        new double[][] {{a}, {b}},
        new double[][] {{n}, {m}});
  }

  private static GroupedValues values(double[] values, double[] a, double[] b) {
    return GroupedValues.of(
        Units.of(List.of("1", "2")), values, List.of("a", "b"), new double[][] {a, b});
  }

  private static CrossTab table(double[] a, double[] b) {
    return CrossTab.of(Units.of(List.of("1", "2")), List.of("a", "b"), new double[][] {a, b});
  }

  /** Like the McLoone index, of which it is the companion. */
  @Test
  void theMedianGapNeedsAPositiveMedian() {
    for (Distribution d : List.of(Distribution.of(-3, -1, 4), Distribution.of(0, 0, 9))) {
      lacks(MedianMetrics.medianGap(TYPE2), d, "POSITIVE_MEDIAN");
      lacks(MedianMetrics.medianGap(TYPE1), d, "POSITIVE_MEDIAN");
    }
    // The median of (0, 4) is 2 by its average, 0 by its lower value.
    gives(MedianMetrics.medianGap(TYPE2), Distribution.of(0, 4), 2);
    lacks(MedianMetrics.medianGap(TYPE1), Distribution.of(0, 4), "POSITIVE_MEDIAN");
  }

  /** Twice the mean distance from the median less half that of two students, over the median. */
  @Test
  void polarisationIsNotBoundedByOne() {
    // 2 (1 - 1/2) / 1
    gives(PolarisationMetrics.WOLFSON, Distribution.of(0, 0, 2, 2), 1);
    // 2 (33 - 22) / 1
    gives(PolarisationMetrics.WOLFSON, Distribution.of(1, 1, 100), 22);
    // Distances 3, 0, 3 from 2; of two students 24/9: 2 (2 - 4/3) / 2.
    gives(PolarisationMetrics.WOLFSON, Distribution.of(-1, 2, 5), 2 / 3.0);
  }

  @Test
  void ratiosOfSharesAreLeastAtEquality() {
    assertThat(ShareMetrics.PALMA.info().low()).isEqualTo(0.25);
    assertThat(ShareMetrics.S80_S20.info().low()).isEqualTo(1);
    assertThat(ShareMetrics.topToRest(0.25).info().low()).isCloseTo(1 / 3.0, DIGITS);
    for (double value : new double[] {0.1, 0.7, 1.1e-9, 12345.678}) {
      Distribution equal =
          Distribution.of(new double[] {value, value, value}, new double[] {3, 7, 11.3});
      for (Metric<Distribution> ratio :
          List.of(ShareMetrics.PALMA, ShareMetrics.S80_S20, ShareMetrics.topToRest(0.3))) {
        assertThat(ratio.measure(equal).get()).isGreaterThanOrEqualTo(ratio.info().low());
      }
    }
  }

  /** Nine tenths lie at both quantiles: the tenth above has 2 of their 9. */
  @Test
  void wholeUnitsCanGiveAQuintileRatioBelowOne() {
    Distribution d = Distribution.of(new double[] {1, 2}, new double[] {9, 1});
    gives(ShareMetrics.S80_S20_EUROSTAT, d, 2 / 9.0);
    gives(ShareMetrics.S80_S20_EUROSTAT, Distribution.of(3, 3), 0);
  }

  /** Who is below is told of negative values too; how far is relative to the target. */
  @Test
  void theShareBelowATargetTakesNegatives() {
    gives(AdequacyMetrics.fgt(0, 1), Distribution.of(-5, 2), 0.5);
    lacks(AdequacyMetrics.fgt(1, 1), Distribution.of(-5, 2), "NO_NEGATIVES");
    Distribution d = Distribution.of(-5, 10, 10);
    gives(RelativeMetrics.fgt(0, 0.6, 0.5), d, 1 / 3.0);
    lacks(RelativeMetrics.fgt(1, 0.6, 0.5), d, "NO_NEGATIVES");
  }

  /** The total is 6: the lowest third has -1, two thirds have 0. */
  @Test
  void negativesTakeTheLorenzCurveBelowZero() {
    Distribution d = Distribution.of(-1, 1, 6);
    Points curve = InequalityMetrics.LORENZ_CURVE.measure(d).get();
    assertThat(List.of(curve.y(0), curve.y(1), curve.y(2), curve.y(3)))
        .containsExactly(0.0, -1 / 6.0, 0.0, 1.0);
    assertThat(
            InequalityMetrics.LORENZ_DOMINANCE
                .measure(new Change<>(d, Distribution.of(1, 2, 3)))
                .get()
                .relation())
        .isEqualTo(Verdict.Relation.SECOND);
    lacks(InequalityMetrics.LORENZ_CURVE, Distribution.of(-1, 1), "POSITIVE_TOTAL");
  }

  /** Who is compared with everybody needs no others: 3 of 10 are all events among all people. */
  @Test
  void theOnlyGroupHasItsShare() {
    RiskCounts alone = risks(3, 10, 0, 0);
    gives(DisproportionalityMetrics.COMPOSITION_INDEX, alone, 1);
    gives(CompositionMetrics.RELATIVE_DIFFERENCE, alone, 0);
    gives(RatioMetrics.IMPACT_RATIO_TO_BEST, alone, 1);
    gives(RatioMetrics.ADVERSE_IMPACT_RATIO, alone, 1);
    gives(AccessMetrics.ACCESS, alone, 1);
    gives(AccessMetrics.UPTAKE, alone, 0.3);
    gives(AccessMetrics.PARTICIPATION, alone, 0.3);
  }

  @Test
  void aGroupWithoutMembersMissesNoSeats() {
    lacks(AccessMetrics.MISSING_SEATS, risks(0, 0, 3, 10), "EVERY_GROUP");
    assertThat(AccessMetrics.MISSING_SEATS.measure(risks(3, 10, 0, 0)).get().total()).isZero();
    lacks(AccessMetrics.ACCESS, risks(0, 0, 3, 10), "EVERY_GROUP");
    lacks(DisproportionalityMetrics.COMPOSITION_INDEX, risks(0, 0, 3, 10), "EVERY_GROUP");
  }

  /** Where all are equal nobody has a place to keep. */
  @Test
  void mobilityNeedsPlaces() {
    Metric<PairedSample> mobility = MobilityMetrics.shorrocks(2);
    double[] ones = {1, 1};
    double[] places = {1, 2};
    lacks(mobility, PairedSample.of(places, ones, ones), "VARIATION");
    lacks(mobility, PairedSample.of(ones, ones, places), "VALUES_VARY");
    gives(mobility, PairedSample.of(places, ones, places), 0);
  }

  /** Nobody of a group without members is met; who is not there meets nobody. */
  @Test
  void exposureNeedsSomebodyWhoMeets() {
    CrossTab none = table(new double[] {2, 3}, new double[] {0, 0});
    gives(SegregationMetrics.INTERACTION, none, 0);
    gives(ExposureMetrics.EXPECTED_INTERACTION, none, 0);
    gives(ExposureMetrics.intenseExposure(0.75), none, 0);
    lacks(ExposureMetrics.NORMALISED_EXPOSURE, none, "EVERY_GROUP");
    lacks(SegregationMetrics.INTERACTION, none.focusOn("b", "a"), "EVERY_GROUP");
  }

  /**
   * A single group is nowhere apart: 1 - (2/5 + 3/5). What is relative to diversity has no value.
   */
  @Test
  void oneGroupIsNotApart() {
    CrossTab one = table(new double[] {2, 3}, new double[] {0, 0});
    gives(MultigroupMetrics.ATKINSON, one, 0);
    lacks(MultigroupMetrics.DISSIMILARITY, one, "VARIATION");
  }

  /** Averages: (-1 + 15) / 4 over (-2 + 10) / 4; then (-12 + 2) / 4 and (-4 + 6) / 4. */
  @Test
  void aRatioOfMeansNeedsOneSign() {
    double[] a = {1, 3};
    gives(GapMetrics.EXPOSURE_RATIO, values(new double[] {-1, 5}, a, new double[] {2, 2}), 1.75);
    lacks(
        GapMetrics.EXPOSURE_RATIO,
        values(new double[] {-4, 2}, new double[] {3, 1}, a),
        "NO_NEGATIVES");
  }
}
