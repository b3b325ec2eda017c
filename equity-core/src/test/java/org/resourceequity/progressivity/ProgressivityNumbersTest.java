package org.resourceequity.progressivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resourceequity.inequality.InequalityMetrics;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.progressivity.OaxacaBlinder.Reference;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Units;

/**
 * Every metric against its definition, computed with 40 digits by Python 3.11 and mpmath 1.3 over
 * the 24 students one by one: covariances, pairs of students, normal equations, and Newton's method
 * of {@code findroot} for logistic curves. A unit without students is in the sample, alone in its
 * region, and counts for nothing.
 */
class ProgressivityNumbersTest {

  private static final MetricCatalog CATALOG =
      MetricCatalog.of(List.of(new ProgressivityProvider()));

  /** Eight schools with 24 students, two pairs of them with equal need, and one that has none. */
  private static PairedSample schools() {
    Map<String, double[]> covariates = new LinkedHashMap<>();
    covariates.put("need", new double[] {0.2, 0.5, 0.2, 0.8, 0.1, 0.6, 0.8, 0.35, 0.95});
    covariates.put("size", new double[] {3, 1, 2, 5, 4, 2, 2, 3, 50});
    covariates.put("students", new double[] {3, 1, 2, 5, 4, 2, 2, 3, 50});
    covariates.put("target", new double[] {6, 4, 12, 4, 10, 8, 8, 5, 500});
    covariates.put("need-weight", new double[] {1.2, 1.5, 1.1, 1.8, 1, 1.6, 1.8, 1.3, 9});
    covariates.put("tax-rate", new double[] {1, 0.5, 2, 1, 3, 1.5, 1, 2, 0});
    covariates.put("local", new double[] {1, 1, 4, 0, 8, 2, 1, 3, 60});
    covariates.put("state", new double[] {3, 1, 2, 3, 2, 4, 3, 5, 40});
    return PairedSample.of(
        Units.of(List.of("a", "b", "c", "d", "e", "f", "g", "h", "none"))
            .within("region", List.of("n", "n", "s", "s", "n", "s", "w", "w", "x")),
        new double[] {6, 2, 9, 4, 12, 7, 5, 9, 100},
        new double[] {3, 1, 4, 2, 5, 2, 6, 1, 0},
        covariates);
  }

  /** Six other schools with 15 students in the same regions, and one that has none. */
  private static PairedSample others() {
    return PairedSample.of(
        Units.of(List.of("p", "q", "r", "s", "t", "u", "none"))
            .within("region", List.of("n", "n", "s", "s", "w", "w", "n")),
        new double[] {5, 7, 3, 8, 6, 10, 100},
        new double[] {2, 3, 1, 4, 2, 3, 0},
        Map.of("need", new double[] {0.6, 0.3, 0.9, 0.4, 0.5, 0.1, 0.95}));
  }

  private static void near(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
  }

  @SuppressWarnings("unchecked") // All ids here are of metrics of pairs.
  private static void holds(String id, double expected) {
    near(((Metric<PairedSample>) CATALOG.get(id)).measure(schools()).get(), expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          need-slope                | -7.9753494664061326
          progressivity-gap         | -2.8167967298402081
          progressivity-ratio       | 0.67207441055591607
          statutory-ratio:1.25      | 0.53765952844473286
          need-correlation          | -0.79049660523099827
          need-correlation:spearman | -0.87715560662012568
          need-correlation:kendall  | -0.77066630500646412
          need-elasticity:at-means  | -0.46635518066273148
          need-elasticity:log-log   | -0.42440113923659781
          kakwani                   | -0.56188760610278665
          kakwani:re-ranking        | -0.41525423728813559
          suits                     | -0.53920685608231666
          """)
  void resourceAndNeed(String id, double expected) {
    holds(id, expected);
  }

  /** The adjusted shares take eight units for their degrees of freedom. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          wealth-slope                | -7.9753494664061326
          wealth-elasticity:at-means  | -0.46635518066273148
          wealth-elasticity:log-log   | -0.42440113923659781
          wealth-correlation          | -0.79049660523099827
          wealth-correlation:spearman | -0.87715560662012568
          wealth-correlation:kendall  | -0.77066630500646412
          wealth-concentration        | -0.19091337099811676
          tax-yield-variation         | 0.13638602993832434
          tax-yield-correlation       | 0.12182004656958993
          wealth-r-squared:1          | 0.62488488288173271
          wealth-r-squared:1,adjusted | 0.56236569669535483
          wealth-r-squared:2          | 0.72214482489652438
          wealth-r-squared:2,adjusted | 0.61100275485513413
          wealth-r-squared:3          | 0.79094389107079293
          wealth-r-squared:3,adjusted | 0.63415180937388763
          """)
  void resourceAndWealth(String id, double expected) {
    holds(id, expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          predicted-ratio:0.3,0                      | 0.71944507610992122
          predicted-ratio:0.3,0.05                   | 0.76003111192189054
          predicted-ratio:0.3,0.05,size,level=region | 0.62498702740537936
          implied-need-weight:multiple,students      | 0.26252293322955468
          implied-need-weight:extra,students         | -0.73747706677044532
          implied-need-weight:multiple,totals        | 0.27265365965847021
          implied-need-weight:extra,totals           | -0.72734634034152979
          residual-variation                         | 0.24660286810035663
          residual-variation:size,level=region       | 0.1905128810578955
          """)
  void whatFundingImplies(String id, double expected) {
    holds(id, expected);
  }

  /** Which students are in a group is read off the list of all 24 in ascending need. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          need-group-difference:equal-students=4       | -6.5357142857142857
          need-group-ratio:equal-students=4            | 0.42088607594936709
          need-group-relative-gap:equal-students=4     | -0.57911392405063291
          need-group-difference:equal-students=3       | -5.6428571428571429
          need-group-ratio:equal-students=3            | 0.4570446735395189
          need-group-relative-gap:equal-students=3     | -0.5429553264604811
          need-group-difference:top-bottom-share=0.4   | -4.8214285714285714
          need-group-ratio:top-bottom-share=0.4        | 0.51526032315978456
          need-group-relative-gap:top-bottom-share=0.4 | -0.48473967684021544
          need-group-difference:whole-units=3          | -7.25
          need-group-ratio:whole-units=3               | 0.39583333333333333
          need-group-relative-gap:whole-units=3        | -0.60416666666666667
          need-group-difference:student-quantiles=3    | -4.75
          need-group-ratio:student-quantiles=3         | 0.5
          need-group-relative-gap:student-quantiles=3  | -0.5
          need-group-difference:fixed-cuts=0.2,0.5     | -4.3
          need-group-ratio:fixed-cuts=0.2,0.5          | 0.54736842105263158
          need-group-relative-gap:fixed-cuts=0.2,0.5   | -0.45263157894736842
          need-group-difference:equal-units=3          | -4.75
          need-group-ratio:equal-units=3               | 0.5
          need-group-relative-gap:equal-units=3        | -0.5
          """)
  void groupsByNeed(String id, double expected) {
    holds(id, expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          concentration-index                   | -0.19091337099811676
          generalised-concentration-index       | -1.4079861111111111
          absolute-concentration-index          | -1.4079861111111111
          erreygers:0,20                        | -0.28159722222222222
          wagstaff:0,20                         | -0.30243702336335328
          erreygers:1,13                        | -0.4693287037037037
          wagstaff:1,13                         | -0.47116920842411038
          extended-concentration:1.5            | -0.10853872881299524
          symmetric-concentration:1.5           | -0.17787131457400172
          extended-concentration:3              | -0.3069385593220339
          symmetric-concentration:3             | -0.20667078625235405
          sii:linear                            | -9.0995792426367461
          rii:linear                            | 0.23691909613490348
          sii:logit,0,20                        | -8.7778855470002354
          rii:logit,0,20                        | 0.27770110248834668
          sii:logit,1,13                        | -8.2516938714070801
          rii:logit,1,13                        | 0.27428527435764124
          horizontal-inequity:size              | -0.16246796949769998
          horizontal-inequity:need,control=size | -0.028282566186336906
          """)
  void concentration(String id, double expected) {
    holds(id, expected);
  }

  @Test
  void partsOfTheConcentrationIndex() {
    Parts byDeterminant =
        ConcentrationDecomposition.byDeterminant(List.of("need", "size")).measure(schools()).get();
    near(byDeterminant.total(), -0.19091337099811675);
    near(byDeterminant.part("need"), -0.16263080481177986);
    near(byDeterminant.part("size"), -0.014089764725946741);
    near(byDeterminant.part("residual"), -0.014192801460390165);
    Parts bySource =
        ConcentrationDecomposition.bySource(List.of("local", "state")).measure(schools()).get();
    near(bySource.part("local"), -0.18055555555555555);
    near(bySource.part("state"), 0.03083804143126177);
    near(bySource.part("other"), -0.041195856873822975);
  }

  /** Transition matrices by exact fractions, tied students spread over the places they share. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rank-rank-slope      | -0.89340813464235624
          shorrocks-mobility:2 | 1.5
          shorrocks-mobility:3 | 1.1857142857142857
          shorrocks-mobility:5 | 1.1558928571428571
          """)
  void mobility(String id, double expected) {
    holds(id, expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          target-shortfall:0     | 0.54166666666666667
          target-shortfall:0.5   | 0.29535200735616092
          target-shortfall:1     | 0.16666666666666667
          target-shortfall:2     | 0.057291666666666667
          target-watts           | 0.20545666796210532
          target-adequacy        | 0.83333333333333333
          target-share           | 0.45833333333333333
          target-gap             | 34
          target-gap-per-student | 1.4166666666666667
          target-ratio           | 0.89847715736040609
          near-fair-share:0.1    | 0.125
          near-fair-share:0.5    | 0.5
          fiscal-effort:size     | 2.6417910447761194
          """)
  void adequacy(String id, double expected) {
    holds(id, expected);
  }

  private static void units(UnitValues found, double... expected) {
    assertThat(found.keys()).containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
    assertThat(found.values()).containsExactly(expected, within(1e-12));
  }

  @Test
  void whatEachUnitHas() {
    units(AdequacyMetrics.RATIOS.measure(schools()).get(), 1, 0.5, 0.75, 1, 1.2, 0.875, 0.625, 1.8);
    units(
        AdequacyMetrics.FAIR_SHARE.measure(schools()).get(),
        0.943502824858757,
        0.25160075329566856,
        1.5439137134052388,
        0.41933458882611424,
        2.2644067796610168,
        0.8255649717514124,
        0.5241682360326428,
        1.3063885267275097);
    units(
        AdequacyMetrics.NEED_INDEX.measure(schools()).get(),
        0.8622754491017964,
        1.0778443113772456,
        0.7904191616766467,
        1.2934131736526946,
        0.718562874251497,
        1.1497005988023952,
        1.2934131736526946,
        0.9341317365269461);
    // Students with the need bring 20 elsewhere, others 5.
    PairedSample types =
        schools()
            .withCovariate("rest", new double[] {0.8, 0.5, 0.8, 0.2, 0.9, 0.4, 0.2, 0.65, 0.05});
    units(
        AdequacyMetrics.weightedStudentIndex(Map.of("need", 20.0, "rest", 5.0))
            .measure(types)
            .get(),
        0.75,
        0.16,
        1.125,
        0.23529411764705882,
        1.8461538461538463,
        0.5,
        0.29411764705882354,
        0.8780487804878049);
  }

  @Test
  void salariesAboveTheMeanOfTheRegion() {
    UnitValues gaps = new SalaryGap("region").measure(schools()).get();
    assertThat(gaps.keys()).containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f", "g", "h");
    List<String> units = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    double[] expected = {
      -2.888888888888889,
      -6.888888888888889,
      3.5,
      -1.3,
      3.888888888888889,
      -0.25,
      -1.7142857142857142,
      1.1428571428571428
    };
    for (int i = 0; i < expected.length; i++) {
      near(gaps.value(gaps.keys().indexOf(units.get(i))), expected[i]);
    }
  }

  @Test
  void inequalityWithinThreeStrataOfNeed() {
    near(
        FundingMetrics.inequalityAtEqualNeed(InequalityMetrics.THEIL_T, 3).measure(schools()).get(),
        0.02354325342666077);
  }

  private static Parts gap(OaxacaBlinder measure) {
    return measure.measure(new Change<>(schools(), others())).get();
  }

  /** Effects of regions are taken from their plain mean over the three regions. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "A, -0.52915147833130822, 0.70415147833130822",
    "B, -0.38166666666666667, 0.55666666666666667",
    "POOLED, -0.40444552782181618, 0.57944552782181618",
    "NEUMARK, -0.39711379360457572, 0.57211379360457572",
    "COTTON, -0.47242655076798455, 0.64742655076798455",
    "REIMERS, -0.45540907249898744, 0.63040907249898744"
  })
  void gapBetweenTwoPlaces(Reference reference, double explained, double unexplained) {
    Parts parts = gap(OaxacaBlinder.of(reference, Controls.of("need").withLevel("region")));
    near(parts.total(), 0.175);
    near(parts.part("explained"), explained);
    near(parts.part("unexplained"), unexplained);
  }

  @Test
  void gapInThreeParts() {
    Parts parts =
        gap(OaxacaBlinder.of(Reference.THREE_FOLD, Controls.of("need").withLevel("region")));
    near(parts.part("endowments"), -0.38166666666666665);
    near(parts.part("coefficients"), 0.7041514783313082);
    near(parts.part("interaction"), -0.14748481166464156);
  }

  @Test
  void gapByTerm() {
    Parts parts =
        gap(OaxacaBlinder.of(Reference.POOLED, Controls.of("need").withLevel("region")).detailed());
    near(parts.part("explained: intercept"), 0);
    near(parts.part("explained: need"), -0.34771821040396494);
    near(parts.part("explained: region=n"), -0.03447383724482141);
    near(parts.part("explained: region=s"), 0);
    near(parts.part("explained: region=w"), -0.022253480173029822);
    near(parts.part("unexplained: intercept"), 1.3457961927906035);
    near(parts.part("unexplained: need"), -0.7076466336624587);
    near(parts.part("unexplained: region=n"), -0.2274019491734316);
    near(parts.part("unexplained: region=s"), -0.2752370460375321);
    near(parts.part("unexplained: region=w"), 0.44393496390463505);
  }
}
