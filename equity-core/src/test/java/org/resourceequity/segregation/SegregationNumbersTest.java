package org.resourceequity.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.Split;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Units;

/**
 * Every index against its definition, computed with 40 digits by Python 3.11 and mpmath 1.3: double
 * sums over pairs of units, sums over all counts that chance can give, and golden section for the
 * likeliest differences. Empty units and cells are in the table.
 */
class SegregationNumbersTest {

  private static final MetricCatalog CATALOG = MetricCatalog.of(List.of(new SegregationProvider()));

  /** Seven units, of which one is empty and one has the third group alone. */
  static final CrossTab TABLE =
      CrossTab.of(
          Units.of(List.of("a", "b", "c", "d", "e", "f", "g")),
          List.of("amber", "blue", "cyan"),
          new double[][] {
            {12, 3, 1, 7, 0, 0, 2},
            {4, 9, 5, 7, 0, 0, 10},
            {2, 0, 6, 1, 0, 4, 3}
          });

  @SuppressWarnings("unchecked") // All ids here are of metrics of a table.
  private static double measured(String id, CrossTab table) {
    return ((Metric<CrossTab>) CATALOG.get(id)).measure(table).get();
  }

  static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static void holds(String id, double expected) {
    assertThat(measured(id, TABLE)).isCloseTo(expected, within(1e-12 * Math.max(1, expected)));
  }

  /** The third group is met too, so it counts in isolation and interaction alone. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dissimilarity                   | 0.44571428571428571
          segregation-gini                | 0.53028571428571429
          theil-h:pair                    | 0.17648510330445291
          mutual-information:pair         | 0.11986749371220318
          atkinson-segregation:0.5        | 0.2373472745857684
          atkinson-segregation:0.25       | 0.12404078387928
          atkinson-segregation:0.8        | 0.35311849283538338
          hutchens                        | 0.12670009423209509
          expected-dissimilarity          | 0.20636714818971633
          expected-dissimilarity:binomial | 0.23108685160587578
          systematic-dissimilarity        | 0.30158421111048568
          density-corrected-dissimilarity | 0.40063987973030701
          gorard                          | 0.26
          we-index                        | 0.52
          karmel-maclachlan               | 0.21666666666666667
          min-max                         | 0.61660079051383399
          concentration-profile           | 0.4
          isolation                       | 0.49466666666666667
          interaction                     | 0.39733333333333333
          isolation:exclude-self          | 0.4581207028265852
          normalised-exposure             | 0.1372190476190476
          isolation-expected              | 0.3736842105263158
          interaction-expected            | 0.4298245614035088
          correlation-ratio-expected      | 0.06666666666666667
          intense-segregation:0.25        | 0.88
          intense-segregation:0.3         | 0.76
          intense-segregation:0.6         | 0.48
          intense-exposure:0.25           | 0.52
          intense-exposure:0.5            | 0.2
          """)
  void twoGroups(String id, double expected) {
    holds(id, expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mutual-information             | 0.27011788879532297
          mutual-information:2           | 0.38969773862040894
          theil-h                        | 0.25704499779695675
          mutual-information-bias        | 0.046052631578947368
          mutual-information-expected    | 0.073646206822602647
          theil-h-expected               | 0.070081952568547891
          multigroup-dissimilarity       | 0.44386920980926431
          multigroup-gini                | 0.57547683923705722
          multigroup-squared-cv          | 0.2746547619047619
          relative-diversity             | 0.25265516197396306
          multigroup-normalised-exposure | 0.24284765396673575
          multigroup-atkinson            | 0.36683144998574573
          ordinal-information-theory     | 0.27020268750075623
          ordinal-variance-ratio         | 0.29459607258264976
          ordinal-square-root            | 0.23559554215637053
          ordinal-absolute-difference    | 0.24390243902439024
          """)
  void manyGroups(String id, double expected) {
    holds(id, expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          entropy                                 | 1.050858375422239
          entropy:2                               | 1.5160681668982968
          entropy:normalised                      | 0.95653251493867358
          conditional-entropy                     | 0.78074048662691604
          entropy-of-units                        | 1.719534199304899
          simpson-interaction                     | 0.63538781163434903
          simpson-interaction:without-replacement | 0.64385964912280702
          simpson-concentration                   | 0.36461218836565097
          hill:0                                  | 3
          hill:1                                  | 2.8601051086201566
          hill:2                                  | 2.7426400759734093
          hill:3.5                                | 2.6087173123563661
          renyi:0                                 | 1.0986122886681097
          renyi:1                                 | 1.050858375422239
          renyi:0.5                               | 1.0741462819716827
          renyi:2                                 | 1.0089209878787413
          effective-groups                        | 2.8601051086201566
          effective-communities                   | 1.310118889967409
          """)
  void diversity(String id, double expected) {
    holds(id, expected);
  }

  /** Of the units with members, in their order; of groups for the scores of groups. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unit-entropy               | 0.8486855577264171 0.5623351446188084 0.9184277849930976 0.891867395317251 0 0.8608513906312316
          unit-entropy:normalised    | 0.7725068857142601 0.5118595071429148 0.8359889967247165 0.8118126881672664 0 0.7835807040488098
          unit-simpson-interaction   | 0.49382716049382713 0.375 0.5694444444444444 0.56 0 0.49777777777777776
          unit-simpson-concentration | 0.5061728395061729 0.625 0.4305555555555556 0.44 1 0.5022222222222222
          unit-hill:0                | 3 2 3 3 1 3
          unit-hill:2                | 1.975609756097561 1.6 2.3225806451612905 2.272727272727273 1 1.991150442477876
          unit-renyi:0.5             | 0.9663757120355057 0.6238107163648714 0.9909518026565792 0.970349664543976 0 0.9757589845388359
          location-quotients         | 2.026666666666667 0.76 0.25333333333333335 1.4186666666666667 0 0.4053333333333333
          local-scores               | 0.2379878054012681 0.29716819333341227 0.27637651648040373 0.09272221651954128 1.55814461804655 0.11594872089844065
          local-scores:h             | 0.22646991351774082 0.282786149193519 0.26300072678143194 0.08823474093955347 1.4827351187266136 0.11033715257001402
          group-scores               | 0.2768912179837923 0.1361731824726161 0.5525386070192609
          group-scores:h             | 0.2634905182846702 0.12958281121174028 0.5257974051900655
          """)
  @SuppressWarnings("unchecked") // All ids here are of profiles of a table.
  void profiles(String id, String expected) {
    UnitValues found = ((Profile<CrossTab>) CATALOG.get(id)).measure(TABLE).get();
    assertThat(found.keys())
        .isEqualTo(
            id.startsWith("group")
                ? List.of("amber", "blue", "cyan")
                : List.of("a", "b", "c", "d", "f", "g"));
    assertThat(found.values()).containsExactly(numbers(expected), within(1e-12));
  }

  /** Of whom the average student of a group meets, row by row. */
  @Test
  void exposureOfEachGroupToEach() {
    UnitValues found = ExposureMetrics.EXPOSURE_MATRIX.measure(TABLE).get();
    assertThat(found.keys().subList(0, 4))
        .containsExactly("amber to amber", "amber to blue", "amber to cyan", "blue to amber");
    assertThat(found.values())
        .containsExactly(
            new double[] {
              0.49466666666666664, 0.3973333333333333, 0.108,
              0.2838095238095238, 0.5615873015873016, 0.1546031746031746,
              0.16875, 0.3381944444444444, 0.4930555555555556
            },
            within(1e-12));
    CrossTab withNone =
        CrossTab.of(Units.of(List.of("a")), List.of("amber", "none"), new double[][] {{3}, {0}});
    assertThat(ExposureMetrics.EXPOSURE_MATRIX.measure(withNone).get().keys())
        .containsExactly("amber to amber", "amber to none");
  }

  /** Five categories in order, of which the second is empty: three cuts. */
  private static final CrossTab ORDERED =
      CrossTab.of(
          Units.of(List.of("a", "b", "c", "d", "e", "f")),
          List.of("lowest", "none", "low", "high", "highest"),
          new double[][] {
            {12, 3, 1, 7, 0, 4},
            {0, 0, 0, 0, 0, 0},
            {4, 9, 5, 7, 2, 0},
            {2, 0, 6, 1, 9, 3},
            {1, 2, 8, 0, 3, 11}
          });

  /** Normal equations, and the weights of powers by quadrature. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rank-order-information-theory:0     | 0.2891782494140695
          rank-order-information-theory:0,ols | 0.2807350102053704
          rank-order-information-theory:1     | 0.2889247686961232
          rank-order-information-theory:1,ols | 0.2806536238948616
          rank-order-information-theory:2     | 0.2520799126567747
          rank-order-information-theory:2,ols | 0.2520799126567747
          rank-order-variance-ratio:0         | 0.3336766396649322
          rank-order-variance-ratio:0,ols     | 0.3123994533278394
          rank-order-variance-ratio:1         | 0.3331415617672729
          rank-order-variance-ratio:1,ols     | 0.3123152505063038
          rank-order-variance-ratio:2         | 0.2777874543409683
          rank-order-square-root:0            | 0.2387687335230134
          rank-order-square-root:1            | 0.2387076486505171
          rank-order-square-root:1,ols        | 0.2371204487615485
          rank-order-square-root:2            | 0.2257051539207483
          """)
  void rankOrder(String id, double expected) {
    assertThat(measured(id, ORDERED)).isCloseTo(expected, within(1e-11));
  }

  /** By hand from the definitions; a half has the most variation, and there it is 1. */
  @ParameterizedTest
  @CsvSource({
    "INFORMATION_THEORY, 0.8112781244591328", // -(1/4) log2 (1/4) - (3/4) log2 (3/4)
    "VARIANCE_RATIO, 0.75", // 4 x 3/16
    "SQUARE_ROOT, 0.8660254037844386", // 2 sqrt(3/16)
    "ABSOLUTE_DIFFERENCE, 0.5"
  })
  void variationAtACut(OrdinalForm form, double atAQuarter) {
    assertThat(form.variation(0.25, 0.75)).isCloseTo(atAQuarter, within(1e-15));
    assertThat(form.variation(0.75, 0.25)).isCloseTo(atAQuarter, within(1e-15));
    assertThat(form.variation(0.5, 0.5)).isCloseTo(1, within(1e-15));
    assertThat(form.variation(0, 1)).isZero();
  }

  /** Four coefficients need four cuts. */
  @Test
  void rankOrderCountsCutsBetweenCategoriesWithMembers() {
    assertThat(MultigroupMetrics.rankOrder(OrdinalForm.SQUARE_ROOT, 3).measure(ORDERED).toString())
        .contains("3 cuts between groups, fewer than 4 coefficients");
  }

  /** Districts x, y and z; states p and q. */
  private static final CrossTab NESTED =
      TABLE.withUnits(
          TABLE
              .units()
              .within("district", List.of("x", "x", "y", "y", "z", "z", "y"))
              .within("state", List.of("p", "p", "q", "q", "q", "q", "q")));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mutual-information-nested:district       | 0.1349107364834331 0.1352071523118899
          mutual-information-nested:district,state | 0.06629983403706814 0.06861090244636497 0.1352071523118899
          theil-h-nested:district                  | 0.1283814638002247 0.1286635339967321
          theil-h-nested:state,district            | 0.0630911220652627 0.06529034173496199 0.1286635339967321
          """)
  @SuppressWarnings("unchecked") // All ids here split an index of a table.
  void levelsFromTheTop(String id, String expected) {
    Parts parts =
        ((Split<CrossTab>) new SegregationProvider().parse(id).orElseThrow()).measure(NESTED).get();
    double[] numbers = numbers(expected);
    assertThat(parts.parts().keySet())
        .containsExactlyElementsOf(
            numbers.length == 2
                ? List.of("between", "within")
                : List.of("between", "district", "within"));
    assertThat(parts.parts().values().stream().mapToDouble(Double::doubleValue).toArray())
        .containsExactly(numbers, within(1e-12));
    assertThat(parts.total())
        .isCloseTo(
            measured(id.startsWith("theil") ? "theil-h" : "mutual-information", TABLE),
            within(1e-12));
  }

  /** All members of z are in the third group, so that there M is 0 and H has no value. */
  @Test
  void eachDistrictByItself() {
    UnitValues m = new WithinParents("district", false).measure(NESTED).get();
    assertThat(m.keys()).containsExactly("x", "y", "z");
    assertThat(m.values())
        .containsExactly(new double[] {0.1553390216903478, 0.1337041172617427, 0}, within(1e-12));
    UnitValues h = new WithinParents("district", true).measure(NESTED).get();
    assertThat(h.keys()).containsExactly("x", "y");
    assertThat(h.values())
        .containsExactly(new double[] {0.1746393969529512, 0.1308153159916076}, within(1e-12));
    CrossTab emptyDistrict = NESTED.select(0, 1, 4);
    assertThat(new WithinParents("district", false).measure(emptyDistrict).get().keys())
        .containsExactly("x");
  }

  /** A group without members has no score, and does not count among the groups. */
  @Test
  void anEmptyGroupHasNoScore() {
    CrossTab table =
        CrossTab.of(
            Units.of(List.of("a", "b")),
            List.of("amber", "none", "blue"),
            new double[][] {{3, 1}, {0, 0}, {1, 3}});
    assertThat(SegregationMetrics.GROUP_SCORES.measure(table).get().keys())
        .containsExactly("amber", "blue");
    // Both groups have half of all, and each unit three quarters of one.
    double unit = -0.75 * Math.log(0.75) / Math.log(2) + 0.25 * 2;
    assertThat(DiversityMetrics.NORMALISED_UNIT_ENTROPY.measure(table).get().values())
        .containsExactly(new double[] {unit, unit}, within(1e-15));
    assertThat(measured("theil-h", table)).isCloseTo(1 - unit, within(1e-15));
    assertThat(TwoGroupMetrics.THEIL_H.measure(table).toString()).contains("EVERY_GROUP");
  }

  /** Thousands of students, so that probabilities of most counts are no numbers of a double. */
  @Test
  void chanceInLargeUnits() {
    CrossTab large =
        CrossTab.of(
            Units.of(List.of("a", "b", "c")),
            List.of("amber", "blue"),
            new double[][] {{4000, 1000, 300}, {6000, 2000, 5700}});
    assertThat(measured("mutual-information-expected", large))
        .isCloseTo(5.264111917299139e-5, within(1e-12));
    assertThat(measured("expected-dissimilarity", large))
        .isCloseTo(0.008575638377194885, within(1e-14));
  }

  /** Counts may be estimates: 2.4 students are two, and 2.6 are three. */
  @Test
  void chanceIsOfWholeStudents() {
    CrossTab whole =
        CrossTab.of(
            Units.of(List.of("a", "b")), List.of("amber", "blue"), new double[][] {{2, 3}, {4, 1}});
    CrossTab parts =
        CrossTab.of(
            Units.of(List.of("a", "b")),
            List.of("amber", "blue"),
            new double[][] {{2.4, 2.6}, {3.7, 1.3}});
    for (String id :
        List.of(
            "mutual-information-expected",
            "theil-h-expected",
            "expected-dissimilarity",
            "expected-dissimilarity:binomial")) {
      assertThat(measured(id, parts)).as(id).isEqualTo(measured(id, whole));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mutual-information, nats",
    "mutual-information:2, bits",
    "mutual-information:pair, nats",
    "mutual-information-expected, nats",
    "theil-h, ''",
    "theil-h-expected, ''",
    "local-scores, nats",
    "local-scores:h, ''",
    "group-scores, nats",
    "group-scores:h, ''",
    "entropy, nats",
    "entropy:2, bits",
    "mutual-information-change, nats",
    "theil-h-change, ''"
  })
  void informationHasAUnitAndRatiosHaveNone(String id, String unit) {
    Measure<?, ?> measure = CATALOG.get(id);
    assertThat(measure.info().unit()).isEqualTo(unit);
  }

  /** Where all are alike there is no segregation, and nothing that it could be relative to. */
  @ParameterizedTest
  @CsvSource({
    "local-scores, true",
    "local-scores:h, false",
    "group-scores, true",
    "group-scores:h, false"
  })
  @SuppressWarnings("unchecked") // All ids here are of profiles of a table.
  void oneGroupHasNoEntropyToCompareWith(String id, boolean known) {
    CrossTab alike =
        CrossTab.of(
            Units.of(List.of("a", "b")), List.of("amber", "none"), new double[][] {{3, 5}, {0, 0}});
    assertThat(((Profile<CrossTab>) CATALOG.get(id)).measure(alike).isKnown()).isEqualTo(known);
  }
}
