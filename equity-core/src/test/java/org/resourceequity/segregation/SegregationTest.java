package org.resourceequity.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resourceequity.internal.CounterRandom;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.LeaveOneOut;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Units;

/** Single values and cases of the measures of segregation. */
class SegregationTest {

  /** What is printed with four or more digits. */
  private static final double PRINTED = 5e-5;

  /** The table that the specification uses: units of 60, 60, 65 and 81 members. */
  private static final CrossTab EXAMPLE =
      table(new double[] {40, 20, 5, 1}, new double[] {20, 40, 60, 80});

  private static CrossTab table(double[]... counts) {
    List<String> names = new ArrayList<>();
    for (int g = 0; g < counts.length; g++) {
      names.add("g" + (g + 1));
    }
    return CrossTab.of(Units.numbered(counts[0].length), names, counts);
  }

  @Test
  void hIsNotSymmetricInGroupsAndUnits() {
    // metrics.md SM-H: .333 against .135 on this table.
    CrossTab exchanged =
        table(
            new double[] {40, 20},
            new double[] {20, 40},
            new double[] {5, 60},
            new double[] {1, 80});
    assertThat(SegregationMetrics.THEIL_H.measure(EXAMPLE).get()).isCloseTo(0.333, within(5e-4));
    assertThat(SegregationMetrics.THEIL_H.measure(exchanged).get()).isCloseTo(0.135, within(5e-4));
  }

  @Test
  void standardErrorsOfTheExample() {
    // metrics.md B.3: with students as draws M .03139, H .05135, D .04798.
    assertThat(error(SegregationMetrics.MUTUAL_INFORMATION.influenceByCell(EXAMPLE)))
        .isCloseTo(0.03139, within(5e-6));
    assertThat(error(SegregationMetrics.THEIL_H.influenceByCell(EXAMPLE)))
        .isCloseTo(0.05135, within(5e-6));
    assertThat(error(new Dissimilarity().influenceByCell(EXAMPLE)))
        .isCloseTo(0.04798, within(5e-6));
  }

  /** The root of the mean squared influence over the number of students. */
  private static double error(double[][] influence) {
    double sum = 0;
    for (int g = 0; g < influence.length; g++) {
      for (int i = 0; i < influence[g].length; i++) {
        sum += EXAMPLE.count(g, i) * influence[g][i] * influence[g][i];
      }
    }
    return Math.sqrt(sum) / EXAMPLE.total();
  }

  @Test
  void dissimilarityByChance() {
    // metrics.md S2-DEXP: .1129 against .0977 with fixed margins; S2-DMOD: .5668.
    assertThat(TwoGroupMetrics.EXPECTED_DISSIMILARITY_BINOMIAL.measure(EXAMPLE).get())
        .isCloseTo(0.1129, within(PRINTED));
    assertThat(TwoGroupMetrics.EXPECTED_DISSIMILARITY.measure(EXAMPLE).get())
        .isCloseTo(0.0977, within(PRINTED));
    assertThat(TwoGroupMetrics.SYSTEMATIC_DISSIMILARITY.measure(EXAMPLE).get())
        .isCloseTo(0.5668, within(PRINTED));
  }

  @Test
  void theGiniThatChanceGivesIsDrawn() {
    // numpy 2.4.6, 200,000 tables with a ~ binomial(t, 66/266) of the units' 60, 60, 65, 81: mean
    // Gini .12050; G of the example .7257575757575758 (peer-values.json ps-run-td-G).
    double byChance = 0.12050;
    assertThat(TwoGroupMetrics.systematicGini(20_000, 1).measure(EXAMPLE).get())
        .isCloseTo((0.7257575757575758 - byChance) / (1 - byChance), within(1e-3));
  }

  @Test
  void theSameSeedGivesTheSameBiasCorrection() {
    double once = TwoGroupMetrics.biasCorrectedDissimilarity(50, 7).measure(EXAMPLE).get();
    CrossTab turned = EXAMPLE.select(3, 1, 0, 2);
    assertThat(TwoGroupMetrics.biasCorrectedDissimilarity(50, 7).measure(turned).get())
        .isEqualTo(once);
    assertThat(TwoGroupMetrics.biasCorrectedDissimilarity(50, 8).measure(EXAMPLE).get())
        .isNotEqualTo(once);
  }

  @Test
  void isolationWithoutTheMemberItself() {
    // By hand: (3*(2/3) + 1*0) / 4 over units of 4 and 2; the unit of one is passed over.
    CrossTab table = table(new double[] {3, 1, 1}, new double[] {1, 1, 0});
    assertThat(ExposureMetrics.ISOLATION_EXCLUDE_SELF.measure(table).get())
        .isCloseTo(0.5, within(1e-15));
    CrossTab alone = table(new double[] {1, 0}, new double[] {0, 5});
    assertThat(ExposureMetrics.ISOLATION_EXCLUDE_SELF.measure(alone).toString())
        .contains("MINIMUM_COUNTS")
        .contains("no member of the group meets anybody");
    // Half a member is nobody; one member with one other meets nobody of the group.
    CrossTab half = table(new double[] {0.5}, new double[] {3});
    assertThat(ExposureMetrics.ISOLATION_EXCLUDE_SELF.measure(half).isKnown()).isFalse();
    CrossTab two = table(new double[] {1}, new double[] {1});
    assertThat(ExposureMetrics.ISOLATION_EXCLUDE_SELF.measure(two).get()).isZero();
  }

  @Test
  void simpsonWithoutReplacement() {
    // By hand: 2 of one group and 2 of another, of 6 pairs 4 are mixed.
    CrossTab table = table(new double[] {2}, new double[] {2});
    assertThat(DiversityMetrics.SIMPSON_INTERACTION_WITHOUT_REPLACEMENT.measure(table).get())
        .isCloseTo(4.0 / 6, within(1e-15));
    CrossTab one = table(new double[] {1}, new double[] {0});
    assertThat(DiversityMetrics.SIMPSON_INTERACTION_WITHOUT_REPLACEMENT.measure(one).toString())
        .contains("MINIMUM_COUNTS")
        .contains("the table has 1.0 members");
  }

  @Test
  void anEmptyCategoryAddsNoCut() {
    double[] low = {30, 20, 10};
    double[] none = {0, 0, 0};
    double[] high = {2, 5, 20};
    for (OrdinalForm form : OrdinalForm.values()) {
      assertThat(MultigroupMetrics.ordinal(form).measure(table(low, none, high)).get())
          .isEqualTo(MultigroupMetrics.ordinal(form).measure(table(low, high)).get());
    }
  }

  @Test
  void rankOrderWeightsAreMeansOfPowers() {
    // By numeric integration of phi(p) p^m over phi(p), midpoints of 200,000 steps.
    for (OrdinalForm form :
        List.of(
            OrdinalForm.INFORMATION_THEORY, OrdinalForm.VARIANCE_RATIO, OrdinalForm.SQUARE_ROOT)) {
      for (int m = 0; m <= 6; m++) {
        double power = 0;
        double all = 0;
        for (int k = 0; k < 200_000; k++) {
          double p = (k + 0.5) / 200_000;
          power += form.variation(p, 1 - p) * Math.pow(p, m);
          all += form.variation(p, 1 - p);
        }
        assertThat(form.weight(m)).as("%s %s", form, m).isCloseTo(power / all, within(1e-7));
      }
    }
  }

  @Test
  void rankOrderNeedsOneCutMoreThanItsOrder() {
    Outcome<Double> outcome =
        MultigroupMetrics.rankOrder(OrdinalForm.VARIANCE_RATIO, 1).measure(EXAMPLE);
    assertThat(outcome.toString()).contains("ENOUGH_UNITS").contains("1 cuts");
  }

  @Test
  void aPairLeavesTheOthersOut() {
    CrossTab three =
        table(
            new double[] {40, 20, 5, 1}, new double[] {20, 40, 60, 80}, new double[] {9, 0, 3, 7});
    assertThat(TwoGroupMetrics.THEIL_H.measure(three))
        .isEqualTo(SegregationMetrics.THEIL_H.measure(EXAMPLE));
    CrossTab rest = three.againstRest("g2");
    assertThat(rest.groups()).containsExactly("g2", "all others");
    assertThat(rest.members(1)).containsExactly(49, 20, 8, 8);
  }

  @Test
  void emptyUnitsHaveNoLocalScore() {
    CrossTab table = table(new double[] {4, 0, 1}, new double[] {1, 0, 4});
    assertThat(SegregationMetrics.LOCAL_SCORES.measure(table).get().keys())
        .containsExactly("0", "2");
  }

  @Test
  void fittingNamesTheUnitThatZerosKeepFromItsSum() {
    // The second group attends unit 0 alone: it is to have 20 members there, the unit 10 in all.
    CrossTab seed = table(new double[] {5, 5}, new double[] {5, 0});
    Outcome<ProportionalFitting.Fitted> outcome =
        ProportionalFitting.withDefaults().fit(seed, new double[] {10, 20}, new double[] {10, 20});
    assertThat(outcome.toString()).contains("CONVERGENCE").contains("unit \"0\"");
    assertThat(
            ProportionalFitting.withDefaults()
                .withFill(1e-10)
                .fit(seed, new double[] {10, 20}, new double[] {10, 20})
                .isKnown())
        .isTrue();
  }

  @Test
  void fittingAtTheEdgeOfWhatZerosAllowIsSlowByTurnsAndQuickByNewton() {
    // Only with no member of the first group in the first unit are the sums met.
    CrossTab seed = table(new double[] {5, 5}, new double[] {5, 0});
    ProportionalFitting.Fitted fitted =
        ProportionalFitting.withDefaults()
            .fit(seed, new double[] {10, 10}, new double[] {10, 10})
            .get();
    assertThat(fitted.certificate().iterations()).isLessThan(100);
    assertThat(fitted.table().count(0, 0)).isCloseTo(0, within(1e-9));
  }

  @Test
  void fittingRefusesSumsOfDifferentTotals() {
    assertThatThrownBy(
            () ->
                ProportionalFitting.withDefaults()
                    .fit(EXAMPLE, new double[] {1, 2}, new double[] {1, 1, 1, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("add up to 4.0")
        .hasMessageContaining("3.0");
    assertThat(
            ProportionalFitting.withDefaults()
                .withRescaledUnits()
                .fit(EXAMPLE, new double[] {1, 2}, new double[] {1, 1, 1, 1})
                .get()
                .table()
                .unitTotal(0))
        .isCloseTo(0.75, within(1e-12));
  }

  @Test
  void aChangeWithoutCommonUnitsIsUndefined() {
    CrossTab before = EXAMPLE.select(0, 1);
    CrossTab after = EXAMPLE.select(2, 3);
    Outcome<StructuralChange> outcome =
        SegregationChanges.MUTUAL_INFORMATION.measure(new Change<>(before, after));
    assertThat(outcome.toString()).contains("EVERY_GROUP").contains("both periods");
  }

  @Test
  void noChangeIsDecomposedWithoutCommonUnits() {
    Change<CrossTab> change = new Change<>(EXAMPLE.select(0, 1), EXAMPLE.select(2, 3));
    assertThat(SegregationChanges.KARMEL_MACLACHLAN.measure(change).toString())
        .contains("EVERY_GROUP")
        .contains("both periods");
    assertThat(SegregationChanges.MORA_RUIZ_CASTILLO.measure(change).toString())
        .contains("EVERY_GROUP")
        .contains("both periods");
  }

  @Test
  void tablesOfOtherUnitsOrGroupsAreNotFitted() {
    ProportionalFitting fitting = ProportionalFitting.withDefaults();
    assertThatThrownBy(() -> fitting.fit(EXAMPLE, EXAMPLE.select(0, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected those of the seed");
    CrossTab otherGroups = table(new double[] {1, 1}, new double[] {1, 1}, new double[] {1, 1});
    CrossTab twoGroups = table(new double[] {1, 1}, new double[] {1, 1});
    assertThatThrownBy(() -> fitting.fit(twoGroups, otherGroups))
        .hasMessageContaining("expected those of the seed");
    assertThatThrownBy(() -> fitting.fit(twoGroups, new double[] {1}, new double[] {1, 1}))
        .hasMessage("groups has 1 elements, expected 2");
    assertThatThrownBy(() -> fitting.fit(twoGroups, new double[] {1, 1}, new double[] {2}))
        .hasMessageContaining("units has 1 elements, expected 2");
    assertThatThrownBy(() -> fitting.fit(twoGroups, new double[] {-1, 1}, new double[] {1, 1}))
        .hasMessageContaining("groups[0] is -1.0");
    // A table fits its own sums as it is.
    ProportionalFitting.Fitted same = fitting.fit(EXAMPLE, EXAMPLE).get();
    assertThat(same.table().count(0, 0)).isCloseTo(EXAMPLE.count(0, 0), within(1e-9));
    assertThat(same.certificate().residual()).isLessThanOrEqualTo(1e-12);
  }

  /** The message names the parameter and says what would be right. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          atkinson-segregation:0           | b is 0.0, expected a number between 0 and 1
          atkinson-segregation:1           | b is 1.0, expected a number between 0 and 1
          mutual-information:1             | base is 1.0, expected a number above 1
          mutual-information-nested:a,a    | expected at least one and none twice
          hill:-1                          | q is -1.0, expected 0 or a positive number
          renyi:-1                         | q is -1.0, expected 0 or a positive number
          unit-hill:-1                     | q is -1.0, expected 0 or a positive number
          unit-renyi:-1                    | q is -1.0, expected 0 or a positive number
          theil-h-change:fill=0            | fill is 0.0, expected a small positive share
          theil-h-change:fill=1            | fill is 1.0, expected a small positive share
          theil-h-change:fill=x            | the parameter "x", expected a number such as 0.5
          rank-order-square-root:11        | order is 11.0, expected a number from 0.0 to 10.0
          rank-order-absolute-difference:2 | expected one that has a rank-order index
          bias-corrected-dissimilarity:20  | has 1 parameters, expected 2
          bias-corrected-dissimilarity:0,1 | expected
          """)
  void wrongParametersAreWrongCalls(String id, String message) {
    assertThatThrownBy(() -> new SegregationProvider().parse(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void basesAndOrdersAreFinite() {
    assertThatThrownBy(() -> SegregationMetrics.mutualInformation(Double.POSITIVE_INFINITY))
        .hasMessage("base is Infinity, expected a number above 1");
    assertThatThrownBy(() -> DiversityMetrics.hill(Double.POSITIVE_INFINITY))
        .hasMessage("q is Infinity, expected 0 or a positive number");
  }

  @Test
  void aUnitThatComesIsAnAddition() {
    CrossTab before = EXAMPLE.select(0, 1, 2);
    Parts parts =
        SegregationChanges.MUTUAL_INFORMATION.measure(new Change<>(before, EXAMPLE)).get().parts();
    assertThat(parts.part(StructuralChange.ADDITIONS)).isCloseTo(parts.total(), within(1e-12));
    assertThat(parts.part(StructuralChange.STRUCTURAL)).isZero();
  }

  @Test
  void exactSharesAreTies() {
    // 1/3 and 10/30 are one share; 3333333333333333/9999999999999998 is none of it.
    Pair pair =
        Pair.of(new double[] {1, 10, 3333333333333333.0}, new double[] {2, 20, 6666666666666665.0});
    assertThat(pair.compare(0, 1)).isZero();
    assertThat(pair.compare(0, 2)).isNegative();
    assertThat(pair.order()[2]).isEqualTo(2);
  }

  @Test
  void idsAreParsed() {
    for (String id :
        List.of(
            "atkinson-segregation:0.25",
            "mutual-information:10",
            "mutual-information-nested:school,district,state",
            "theil-h-within:state",
            "bias-corrected-dissimilarity:20,3",
            "systematic-gini:20,3",
            "intense-segregation:0.8",
            "intense-exposure:0.8",
            "entropy:2",
            "hill:0",
            "renyi:3",
            "unit-hill:1",
            "unit-renyi:0.5",
            "rank-order-square-root:3",
            "rank-order-square-root:3,ols",
            "mutual-information-change:shapley3",
            "theil-h-change:fill=1.0e-10")) {
      assertThat(new SegregationProvider().parse(id).orElseThrow().info().id()).isEqualTo(id);
    }
    for (Measure<?, ?> measure : new SegregationProvider().measures()) {
      assertThat(measure).hasToString(measure.info().id());
    }
    assertThat(new SegregationProvider().parse("gini:2")).isEmpty();
    assertThatThrownBy(() -> new SegregationProvider().parse("atkinson-segregation:1.5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("b is 1.5, expected a number between 0 and 1");
    assertThatThrownBy(() -> new SegregationProvider().parse("rank-order-square-root:2,wls"))
        .hasMessageContaining("expected \"ols\"");
    assertThatThrownBy(() -> new SegregationProvider().parse("theil-h-change:other"))
        .hasMessageContaining("\"other\"");
    assertThatThrownBy(() -> new SegregationProvider().parse("systematic-gini:2.5,3"))
        .hasMessage("\"systematic-gini:2.5,3\" has the parameter 2.5, expected a whole number");
    assertThatThrownBy(() -> new SegregationProvider().parse("theil-h-within:state,district"))
        .hasMessage("\"theil-h-within:state,district\" has 2 parameters, expected at most 1");
    assertThatThrownBy(() -> new SegregationProvider().parse("hill:two"))
        .hasMessageContaining("the parameter \"two\", expected a number such as 0.5");
  }

  /** No measure is quadratic in the units: together they take seconds. */
  @Test
  @Tag("national")
  @Timeout(60)
  @SuppressWarnings({"unchecked", "rawtypes"}) // All measures of this family are of tables.
  void everyMeasureWorksAtNationalSize() {
    CrossTab before = large(1);
    CrossTab after = large(2);
    for (Measure measure : new SegregationProvider().measures()) {
      Outcome<?> outcome =
          measure instanceof Comparison comparison
              ? comparison.measure(new Change(before, after))
              : (Outcome<?>) measure.measure(before);
      assertThat(outcome.isKnown()).as("%s is %s", measure, outcome).isTrue();
      if (measure instanceof LeaveOneOut metric) {
        assertThat(metric.leaveOneOut(before))
            .extracting(UnitValues.class::cast)
            .extracting(UnitValues::size)
            .isEqualTo(before.size());
      }
    }
  }

  private static CrossTab large(long seed) {
    int units = 20_000;
    CounterRandom random = new CounterRandom(seed, 0);
    List<String> keys = new ArrayList<>();
    List<String> districts = new ArrayList<>();
    List<String> states = new ArrayList<>();
    double[][] counts = new double[7][units];
    for (int i = 0; i < units; i++) {
      keys.add("unit " + i);
      districts.add("district " + i / 8);
      states.add("state " + i / 2000);
      for (double[] group : counts) {
        group[i] = Math.floor(600 * Math.pow(random.nextDouble(), 3));
      }
    }
    return CrossTab.of(
        Units.of(keys).within("district", districts).within("state", states),
        Arrays.asList("a", "b", "c", "d", "e", "f", "g"),
        counts);
  }
}
