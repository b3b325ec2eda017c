package org.resourceequity.progressivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.resourceequity.inequality.InequalityMetrics;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.metric.Verdict;
import org.resourceequity.progressivity.NeedGroups.Contrast;
import org.resourceequity.progressivity.NeighbourGaps.Border;
import org.resourceequity.progressivity.WeightSet.Combination;
import org.resourceequity.progressivity.WeightSet.Tier;
import org.resourceequity.progressivity.WeightSet.UnitWeight;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Units;

/** Small places whose numbers follow by hand, shown in the comments. */
class ProgressivityByHandTest {

  private static final WeightSet FORMULA =
      WeightSet.additive("formula", "a law", "2024", Map.of("poverty", 0.5, "english", 1.0));

  private static void near(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
  }

  private static Map<String, double[]> columns(String one, double[] a, String other, double[] b) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put(one, a);
    columns.put(other, b);
    return columns;
  }

  private static double weighted(WeightSet set) {
    return set.weightedStudents(
            new double[] {100},
            columns("poverty", new double[] {40}, "english", new double[] {10}))[0];
  }

  @Test
  void everyMeasureIsCalledByItsId() {
    for (Measure<?, ?> measure : new ProgressivityProvider().measures()) {
      assertThat(measure).hasToString(measure.info().id());
    }
  }

  /** Of 100 students 40 are poor and 10 learn English: they add 20 and 10. */
  @Test
  void studentsWithNeedsCountMore() {
    assertThat(weighted(FORMULA)).isEqualTo(130);
    double infinity = Double.POSITIVE_INFINITY;
    assertThat(weighted(FORMULA.combined(Combination.MAX_ONLY, infinity))).isEqualTo(120);
    // No more than a quarter of a student each.
    assertThat(weighted(FORMULA.combined(Combination.CAPPED, 0.25))).isEqualTo(125);
    assertThat(weighted(FORMULA.combined(Combination.CAPPED, 0.5))).isEqualTo(130);
    // The 15 poor students beyond a quarter of all add another half each.
    WeightSet tiers =
        new WeightSet(
            "tiers",
            "a law",
            "2024",
            Combination.TIERS,
            Map.of(
                "poverty", List.of(new Tier(0, 0.5), new Tier(0.25, 0.5)),
                "english", List.of(new Tier(0.2, 1))),
            infinity);
    assertThat(weighted(tiers)).isEqualTo(127.5);
  }

  /** 1,300,000 dollars for 130 weighted students; 450,000 for 50 without needs. */
  @Test
  void dollarsPerWeightedStudentLeaveOutEmptySchools() {
    Units schools = Units.of(List.of("a", "b", "closed"));
    double[] dollars = {1_300_000, 450_000, 7};
    double[] students = {100, 50, 0};
    Map<String, double[]> counts =
        columns("poverty", new double[] {40, 0, 0}, "english", new double[] {10, 0, 0});
    Distribution byStudents =
        FORMULA.perWeightedStudent(schools, dollars, students, counts, UnitWeight.STUDENTS).get();
    assertThat(byStudents.values()).containsExactly(10_000, 9_000);
    assertThat(byStudents.weights()).containsExactly(100, 50);
    assertThat(byStudents.units().keys()).containsExactly("a", "b");
    assertThat(
            FORMULA
                .perWeightedStudent(
                    schools, dollars, students, counts, UnitWeight.WEIGHTED_STUDENTS)
                .get()
                .weights())
        .containsExactly(130, 50);
    assertThat(
            FORMULA.perWeightedStudent(
                Units.of(List.of("closed")),
                new double[] {7},
                new double[] {0},
                columns("poverty", new double[] {0}, "english", new double[] {0}),
                UnitWeight.STUDENTS))
        .hasToString("undefined: SOME_UNITS (no unit has students)");
  }

  @Test
  void aFormulaThatContradictsItselfIsAWrongCall() {
    Map<String, double[]> poverty = Map.of("poverty", new double[] {40});
    assertThatThrownBy(() -> FORMULA.weightedStudents(new double[] {100}, poverty))
        .hasMessage("no counts of \"english\" among [poverty]");
    assertThatThrownBy(() -> FORMULA.weightedStudents(new double[] {30, 30}, both(40)))
        .hasMessageContaining("has 1 elements, expected 2");
    assertThatThrownBy(() -> FORMULA.weightedStudents(new double[] {30}, both(40)))
        .hasMessageContaining("[0] is 40.0, expected a number from 0.0 to 30.0");
    assertThatThrownBy(() -> FORMULA.weightedStudents(new double[] {-1}, both(0)))
        .hasMessageContaining("students[0] is -1.0");
    assertThatThrownBy(() -> FORMULA.combined(Combination.CAPPED, Double.POSITIVE_INFINITY))
        .hasMessage("cap is Infinity, expected a positive number for CAPPED, else infinity");
    assertThatThrownBy(() -> FORMULA.combined(Combination.ADDITIVE, 1))
        .hasMessageContaining("cap is 1.0");
    assertThatThrownBy(() -> FORMULA.combined(Combination.CAPPED, -1))
        .hasMessageContaining("cap is -1.0");
    assertThatThrownBy(
            () ->
                new WeightSet(
                    "id",
                    "law",
                    "2024",
                    Combination.ADDITIVE,
                    Map.of("poverty", List.of(new Tier(0.2, 1))),
                    Double.POSITIVE_INFINITY))
        .hasMessageContaining("expected one from 0 for ADDITIVE");
    assertThatThrownBy(() -> new Tier(2, 1)).hasMessageContaining("above is 2.0");
    assertThatThrownBy(() -> new Tier(0, -1)).hasMessageContaining("weight is -1.0");
    assertThatThrownBy(() -> WeightSet.additive(" ", "law", "2024", Map.of()))
        .hasMessageContaining("id is blank");
    assertThatThrownBy(() -> WeightSet.additive("id", " ", "2024", Map.of()))
        .hasMessageContaining("source is blank");
    assertThatThrownBy(() -> WeightSet.additive("id", "law", "", Map.of()))
        .hasMessageContaining("year is blank");
  }

  private static Map<String, double[]> both(double count) {
    return columns("poverty", new double[] {count}, "english", new double[] {count});
  }

  /** The mean index among 100 and 300 students is (80 + 360)/400 = 1.1. */
  @Test
  void dollarsOfEqualPurchasingPower() {
    PairedSample places =
        PairedSample.of(
            Units.of(List.of("cheap", "dear", "empty")),
            new double[] {10_000, 12_000, 5},
            new double[] {100, 300, 0},
            columns("need", new double[] {0.1, 0.2, 0.3}, "wages", new double[] {0.8, 1.2, -1}));
    double[] normalised = CostAdjustment.normalised(places, "wages").get().values();
    near(normalised[0], 13_750);
    near(normalised[1], 11_000);
    assertThat(normalised[2]).isEqualTo(5);
    double[] deflated = CostAdjustment.deflated(places, "wages").get().values();
    near(deflated[0], 12_500);
    near(deflated[1], 10_000);
    near(
        CostAdjustment.normalised(places.distribution(), new double[] {0.8, 1.2, 1}).get().value(0),
        13_750);
    assertThat(
            CostAdjustment.deflated(
                    places.withCovariate("wages", new double[] {0.8, 0, 1}), "wages")
                .toString())
        .contains("wages of unit dear is 0.0");
    assertThatThrownBy(() -> CostAdjustment.normalised(places.distribution(), new double[] {1, 1}))
        .hasMessageContaining("index has 2 elements, expected 3");
  }

  /**
   * Schools with 80 and 20 poor of 100: poor students meet (80 * 11000 + 20 * 10000)/100 = 10800,
   * others 10200. The slope is 1000/0.6; need has the variance 0.09 of at most 0.25: 0.36.
   */
  @Test
  void aDifferenceIsTheSlopeTimesTheSegregationOfNeed() {
    PairedSample two =
        PairedSample.of(
            new double[] {11_000, 10_000}, new double[] {100, 100}, new double[] {0.8, 0.2});
    Progressivity found = Progressivity.of(two).get();
    near(found.difference(), 600);
    near(found.ratio().get(), 10_800.0 / 10_200);
    near(found.slope(), 1000 / 0.6);
    near(found.segregation(), 0.36);
    near(found.difference(), found.slope() * found.segregation());
    PairedSample same = two.withCovariate("need", new double[] {0.5, 0.5});
    assertThat(Progressivity.of(same).isKnown()).isFalse();
    // The law wants 1.1; they have 108/102 of that.
    near(FundingMetrics.statutoryRatio(1.1).measure(two).get(), 108.0 / 102 / 1.1);
  }

  /** Dollars 10, 12, 5, 0 of districts with 1, 2, 3, 4 students. */
  @Test
  void gapsBetweenNeighboursWidestFirst() {
    Distribution districts =
        Distribution.of(
            Units.of(List.of("a", "b", "c", "d", "empty")),
            new double[] {10, 12, 5, 0, 99},
            new double[] {1, 2, 3, 4, 0});
    List<Border> borders =
        List.of(
            new Border("a", "b"),
            new Border("c", "d"),
            new Border("a", "empty"),
            new Border("b", "elsewhere"),
            new Border("b", "c"));
    NeighbourGaps gaps = NeighbourGaps.of(districts, borders, 0.2).get();
    assertThat(gaps.gaps())
        .extracting(NeighbourGaps.Gap::difference)
        .containsExactly(7.0, 5.0, -2.0);
    assertThat(gaps.widest().border()).isEqualTo(new Border("b", "c"));
    assertThat(gaps.widest().relative()).hasValue(7 / 5.0);
    // Nothing can be compared with nothing; a gap of just 20% is not beyond it.
    assertThat(gaps.gaps().get(1).relative()).isEmpty();
    assertThat(gaps.gaps().get(2).relative()).hasValue(-0.2);
    assertThat(gaps.shareOfBorders()).isEqualTo(2.0 / 3);
    assertThat(gaps.shareOfStudents()).isEqualTo(0.9);
    assertThat(NeighbourGaps.of(districts, borders, 0.19).get().shareOfStudents()).isEqualTo(1);
    assertThat(NeighbourGaps.of(districts, List.of(new Border("a", "x")), 0.2))
        .hasToString("undefined: APPLICABLE (no two units of the sample are neighbours)");
    assertThatThrownBy(() -> NeighbourGaps.of(districts, borders, -1))
        .hasMessageContaining("limit is -1.0");
    // Two districts with nothing have no gap; of equal gaps the first by name comes first.
    Distribution equal =
        Distribution.of(
            Units.of(List.of("p", "q", "r", "s")),
            new double[] {0, 0, 3, 0},
            new double[] {1, 1, 1, 1});
    NeighbourGaps ties =
        NeighbourGaps.of(
                equal,
                List.of(new Border("r", "s"), new Border("r", "q"), new Border("p", "q")),
                0.5)
            .get();
    assertThat(ties.gaps())
        .extracting(NeighbourGaps.Gap::border)
        .containsExactly(new Border("r", "q"), new Border("r", "s"), new Border("p", "q"));
    assertThat(ties.shareOfBorders()).isEqualTo(2.0 / 3);
  }

  private static PairedSample three(double... values) {
    return PairedSample.of(
        Units.of(List.of("1", "2", "3")),
        values,
        new double[] {1, 1, 1},
        columns("need", new double[] {1, 2, 3}, "size", new double[] {0, 0, 1}));
  }

  /**
   * Ranks 1/6, 1/2, 5/6. Of the values 2, 4, 6 (C = 2 * 4/9 / 4), the source 1, 1, 2 has twice the
   * covariance 1/9 over 4, 1, 2, 3 twice 2/9, and the rest 0, 1, 1 twice 1/9.
   */
  @Test
  void sourcesAddUpToTheConcentrationIndex() {
    PairedSample sample =
        three(2, 4, 6)
            .withCovariate("local", new double[] {1, 1, 2})
            .withCovariate("state", new double[] {1, 2, 3});
    Parts parts =
        ConcentrationDecomposition.bySource(List.of("local", "state")).measure(sample).get();
    near(parts.total(), 2.0 / 9);
    near(parts.part("local"), 1.0 / 18);
    near(parts.part("state"), 1.0 / 9);
    near(parts.part("other"), 1.0 / 18);
    assertThatThrownBy(() -> ConcentrationDecomposition.bySource(List.of()))
        .hasMessage("no covariate named, expected at least one");
  }

  /**
   * Values 2, 4, 9 rise by 3.5 with need, whose covariance with the ranks is 2/9: 2 * 3.5 * 2/9 / 5
   * is all of C = 2 * 7/9 / 5. By size alone, 6 more: 2 * 6/9 / 5, and 2/45 is left.
   */
  @Test
  void determinantsExplainTheConcentrationIndex() {
    PairedSample sample = three(2, 4, 9);
    Parts byNeed = ConcentrationDecomposition.byDeterminant(List.of("need")).measure(sample).get();
    near(byNeed.total(), 14.0 / 45);
    near(byNeed.part("need"), 14.0 / 45);
    near(byNeed.part("residual"), 0);
    Parts bySize = ConcentrationDecomposition.byDeterminant(List.of("size")).measure(sample).get();
    near(bySize.part("size"), 12.0 / 45);
    near(bySize.part("residual"), 2.0 / 45);
  }

  /**
   * Horizontal inequity is what the needs leave: 2/45 beside size, as above. With need held
   * constant, size adds 3 to 2, 4, 6, whose covariance with the ranks is 4/9: 8/45.
   */
  @Test
  void horizontalInequityIsWhatNeedsLeave() {
    near(HorizontalInequity.of(List.of("size"), List.of()).measure(three(2, 4, 9)).get(), 2.0 / 45);
    near(
        HorizontalInequity.of(List.of("size"), List.of("need")).measure(three(2, 4, 9)).get(),
        8.0 / 45);
  }

  private static PairedSample fourSchools() {
    return PairedSample.of(
        new double[] {1, 2, 3, 4},
        new double[] {10, 20, 30, 40},
        new double[] {0.1, 0.2, 0.3, 0.4});
  }

  private static Contrast contrast(String rule) {
    return NeedGroups.parse(rule).contrast(fourSchools()).get();
  }

  /** Schools with 10, 20, 30, 40 students, need 0.1 to 0.4 and values 1 to 4. */
  @Test
  void groupsByNeedUnderEachRule() {
    // Halves of 50 students split the third school 20 to 10.
    Contrast halves = contrast("equal-students=2");
    near(halves.lowMean(), (10 + 40 + 60) / 50.0);
    near(halves.highMean(), (30 + 160) / 50.0);
    near(halves.lowWeight(), 50);
    near(halves.highWeight(), 50);
    assertThat(halves.lowCut()).isEqualTo(0.3);
    assertThat(halves.highCut()).isEqualTo(0.3);
    // The middles of the schools are at 5, 20, 45 and 80 of 100 students.
    Contrast whole = contrast("whole-units=2");
    near(whole.lowMean(), (10 + 40 + 90) / 60.0);
    near(whole.highMean(), 4);
    assertThat(whole.highCut()).isEqualTo(0.4);
    // Half of the students have a need of 0.3 or less.
    near(contrast("student-quantiles=2").lowWeight(), 60);
    near(contrast("student-quantiles=2").highMean(), 4);
    // Two schools each.
    near(contrast("equal-units=2").lowMean(), 50 / 30.0);
    near(contrast("equal-units=2").highMean(), 250 / 70.0);
    near(contrast("fixed-cuts=0.15,0.3").lowMean(), 1);
    near(contrast("fixed-cuts=0.15,0.3").highMean(), 4);
    near(contrast("fixed-cuts=0.1,0.25").lowMean(), 1);
    near(contrast("fixed-cuts=0.1,0.25").highWeight(), 70);
    // 20 students at each end: 10 of the first and 10 of the second; half of the fourth.
    near(contrast("top-bottom-share=0.2").lowMean(), 1.5);
    near(contrast("top-bottom-share=0.2").highMean(), 4);
    near(contrast("top-bottom-share=0.2").highWeight(), 20);
    assertThat(contrast("top-bottom-share=0.2").lowCut()).isEqualTo(0.2);
  }

  /** The upper quartile of need is 0.4, and nobody is above it. */
  @Test
  void aGroupWithoutStudentsHasNoMean() {
    Outcome<Contrast> none = NeedGroups.parse("student-quantiles=4").contrast(fourSchools());
    assertThat(none.toString()).startsWith("undefined: EVERY_GROUP");
    assertThat(NeedGroups.parse("fixed-cuts=0.05,0.3").contrast(fourSchools()).isKnown()).isFalse();
    assertThatThrownBy(() -> NeedGroups.parse("equal-students=1"))
        .hasMessage("groups is 1, expected at least 2");
    assertThatThrownBy(() -> NeedGroups.parse("whole-units=1")).hasMessageContaining("at least 2");
    assertThatThrownBy(() -> NeedGroups.parse("student-quantiles=1"))
        .hasMessageContaining("at least 2");
    assertThatThrownBy(() -> NeedGroups.parse("equal-units=1")).hasMessageContaining("at least 2");
    assertThatThrownBy(() -> NeedGroups.parse("fixed-cuts=0.3,0.1"))
        .hasMessageContaining("high cut is 0.1");
    assertThatThrownBy(() -> NeedGroups.parse("top-bottom-share=0.6"))
        .hasMessageContaining("share is 0.6");
  }

  /** Half poor at 150 and half at 100 dollars bring 125; a school with 250 has twice that. */
  @Test
  void theWeightedStudentIndexComparesWithWhatStudentsBringElsewhere() {
    PairedSample schools =
        PairedSample.of(
            Units.of(List.of("a", "b")),
            new double[] {250, 50},
            new double[] {10, 10},
            columns("poor", new double[] {0.5, 0}, "rest", new double[] {0.5, 1}));
    UnitValues index =
        AdequacyMetrics.weightedStudentIndex(Map.of("poor", 150.0, "rest", 100.0))
            .measure(schools)
            .get();
    assertThat(index.values()).containsExactly(2, 0.5);
    assertThat(index.keys()).containsExactly("a", "b");
    assertThatThrownBy(() -> AdequacyMetrics.weightedStudentIndex(Map.of("poor", -1.0)))
        .hasMessageContaining("poor is -1.0");
  }

  /** Revenue (100 + 600)/4 over income (1000 + 9000)/4 per student. */
  @Test
  void effortIsRevenueOverCapacity() {
    PairedSample places =
        PairedSample.of(
            Units.of(List.of("a", "b")),
            new double[] {100, 200},
            new double[] {1, 3},
            Map.of("income", new double[] {1000, 3000}));
    near(AdequacyMetrics.effort("income").measure(places).get(), 0.07);
  }

  /**
   * Two schools of each need: 1 and 3, 2 and 2. Theil's T of the first two is (0.5 ln 0.5 + 1.5 ln
   * 1.5)/2, and they have half of the resource. In one stratum all of the inequality is within.
   */
  @Test
  void inequalityAmongSchoolsOfEqualNeed() {
    PairedSample four =
        PairedSample.of(
            new double[] {1, 3, 2, 2},
            new double[] {1, 1, 1, 1},
            new double[] {0.1, 0.1, 0.2, 0.2});
    double firstTwo = (0.5 * Math.log(0.5) + 1.5 * Math.log(1.5)) / 2;
    near(
        FundingMetrics.inequalityAtEqualNeed(InequalityMetrics.THEIL_T, 2).measure(four).get(),
        firstTwo / 2);
    near(
        FundingMetrics.inequalityAtEqualNeed(InequalityMetrics.THEIL_T, 1).measure(four).get(),
        firstTwo / 2);
    assertThatThrownBy(() -> FundingMetrics.inequalityAtEqualNeed(InequalityMetrics.THEIL_T, 0))
        .hasMessage("strata is 0, expected at least 1");
  }

  /**
   * From 1 and 4 to 2 and 4 in two years: the gap in logarithms halves, so β = (1/2 - 1)/2, the
   * speed is ln 2 / 2 and the half-life two years.
   */
  @Test
  void aGapThatHalvesInTwoYears() {
    PairedSample sample =
        PairedSample.of(new double[] {2, 4}, new double[] {1, 1}, new double[] {1, 4});
    near(ConvergenceMetrics.beta(2).measure(sample).get(), -0.25);
    near(ConvergenceMetrics.speed(2).measure(sample).get(), Math.log(2) / 2);
    near(ConvergenceMetrics.halfLife(2).measure(sample).get(), 2);
    PairedSample growing =
        PairedSample.of(new double[] {1, 16}, new double[] {1, 1}, new double[] {1, 4});
    near(ConvergenceMetrics.speed(2).measure(growing).get(), -Math.log(2) / 2);
    assertThat(ConvergenceMetrics.halfLife(2).measure(growing).toString())
        .contains("the speed is -0.34657");
    PairedSample turned =
        PairedSample.of(new double[] {4, 1}, new double[] {1, 1}, new double[] {1, 4});
    assertThat(ConvergenceMetrics.speed(2).measure(turned).isKnown()).isFalse();
    assertThatThrownBy(() -> ConvergenceMetrics.beta(0)).hasMessageContaining("years is 0.0");
  }

  @Test
  void theCurveLiesAboveWhereThoseLowInTheOrderHaveMore() {
    double[] same = {1, 1};
    double[] order = {1, 2};
    PairedSample progressive = PairedSample.of(new double[] {3, 1}, same, order);
    PairedSample regressive = PairedSample.of(new double[] {1, 3}, same, order);
    PairedSample equal = PairedSample.of(new double[] {2, 2}, same, order);
    assertThat(ConcentrationDominance.againstDiagonal(progressive).get().relation())
        .isEqualTo(Verdict.Relation.FIRST);
    assertThat(ConcentrationDominance.againstDiagonal(regressive).get().relation())
        .isEqualTo(Verdict.Relation.SECOND);
    assertThat(ConcentrationDominance.againstDiagonal(equal).get().relation())
        .isEqualTo(Verdict.Relation.EQUAL);
    assertThat(ConcentrationDominance.againstLorenz(progressive).get().relation())
        .isEqualTo(Verdict.Relation.FIRST);
    assertThat(ConcentrationDominance.againstLorenz(regressive).get().relation())
        .isEqualTo(Verdict.Relation.EQUAL);
  }
}
