package org.resourceequity.disproportionality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Split;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.MinimumCounts;
import org.resourceequity.sample.RiskComparison;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Units;

/** Risks, access and staff against numbers of R and against hand calculations. */
class DisproportionalityNumbersTest {

  private static final Offset<Double> DIGITS = within(1e-12);

  /** 24 of 200, 30 of 800, 9 of 40: 63 events among 1,040 people. */
  private static final RiskCounts THREE =
      counts(new double[] {24, 30, 9}, new double[] {200, 800, 40}, "a", "b", "c");

  /**
   * Two schools offer it, one does not, one has no people. Group g: 10 of 40, 2 of 50 (elsewhere),
   * 4 of 10; group h: 30 of 60, 0 of 30, 44 of 110.
   */
  private static final RiskCounts COURSE =
      RiskCounts.of(
              Units.of(List.of("1", "2", "3", "4")),
              List.of("g", "h"),
              new double[][] {{10, 2, 4, 0}, {30, 0, 44, 0}},
              new double[][] {{40, 50, 10, 0}, {60, 30, 110, 0}})
          .offered(true, false, true, true);

  private static RiskCounts counts(double[] events, double[] people, String... groups) {
    double[][] a = new double[events.length][];
    double[][] n = new double[events.length][];
    for (int g = 0; g < a.length; g++) {
      a[g] = new double[] {events[g]};
      n[g] = new double[] {people[g]};
    }
    return RiskCounts.of(Units.of(List.of("district")), List.of(groups), a, n);
  }

  private static RiskCounts two(double a, double n, double b, double m) {
    return counts(new double[] {a, b}, new double[] {n, m}, "a", "b");
  }

  private static void gives(Metric<RiskCounts> metric, RiskCounts sample, double expected) {
    assertThat(metric.measure(sample).get()).as("%s", metric).isCloseTo(expected, DIGITS);
  }

  /**
   * Base R 4: fisher.test, chisq.test with and without correction, dhyper for mid-p, and z by hand,
   * on rows (24, 176), (30, 770).
   */
  @Test
  void testsOfALargeDifference() {
    RiskCounts sample = two(24, 200, 30, 800);
    gives(RiskTests.FISHER_P, sample, 2.73916386529596e-05);
    gives(RiskTests.MID_P, sample, 1.88248586189321e-05);
    gives(RiskTests.CHI_SQUARED, sample, 21.3178294573643);
    gives(RiskTests.CHI_SQUARED_CORRECTED, sample, 19.7334292537781);
    gives(RiskTests.Z, sample, 4.61712350466872);
  }

  /** Base R 4, as above, on rows (3, 14), (40, 60) and (1, 11), (9, 3). */
  @Test
  void testsOfSmallGroups() {
    RiskCounts sample = two(3, 17, 40, 100);
    gives(RiskTests.FISHER_P, sample, 0.103662048965532);
    gives(RiskTests.MID_P, sample, 0.0801345288569775);
    gives(RiskTests.CHI_SQUARED, sample, 3.12322993307945);
    gives(RiskTests.CHI_SQUARED_CORRECTED, sample, 2.23562377528007);
    gives(RiskTests.Z, sample, -1.76726623152242);
    RiskCounts tiny = two(1, 12, 9, 12);
    gives(RiskTests.FISHER_P, tiny, 0.00275945618522009);
    gives(RiskTests.MID_P, tiny, 0.00141337999730785);
    gives(RiskTests.CHI_SQUARED, tiny, 10.9714285714286);
    gives(RiskTests.CHI_SQUARED_CORRECTED, tiny, 8.4);
    gives(RiskTests.Z, tiny, -3.3123146848433);
  }

  /**
   * Base R 4: fisher.test, and dhyper for mid-p, on rows (10400, 189600), (9600, 190400): whoever
   * starts from no events at all meets weights that are no doubles.
   */
  @Test
  void testsOfManyPeople() {
    RiskCounts sample = two(10_400, 200_000, 9_600, 200_000);
    assertThat(RiskTests.FISHER_P.measure(sample).get())
        .isCloseTo(6.74045930512245e-09, withinPercentage(1e-7));
    assertThat(RiskTests.MID_P.measure(sample).get())
        .isCloseTo(6.46080683714443e-09, withinPercentage(1e-7));
  }

  /** Base R 4: chisq.test on the three rows; sqrt of the statistic over 1,040. */
  @Test
  void testsOfAllGroups() {
    gives(RiskTests.CHI_SQUARED_OF_GROUPS, THREE, 38.8992542769411);
    gives(RiskTests.CRAMERS_V, THREE, 0.193398886016552);
  }

  /** 5 of 10 against 4 of 8 and 1 of 2 against 1 of 2: no difference at all. */
  @Test
  void equalRisksAreNoSurprise() {
    gives(RiskTests.FISHER_P, two(5, 10, 4, 8), 1);
    gives(RiskTests.Z, two(5, 10, 4, 8), 0);
    gives(RiskTests.CHI_SQUARED_CORRECTED, two(5, 10, 4, 8), 0);
    // Of 2 events 1 on each side has the probability 2/3: half of it and 2 x 1/6.
    gives(RiskTests.MID_P, two(1, 2, 1, 2), 2 / 3.0);
  }

  @Test
  void testsSayWhatTheyLack() {
    assertThat(RiskTests.Z.measure(two(0, 10, 0, 20)).toString())
        .contains("PAIR_VARIATION", "nobody has the event");
    assertThat(RiskTests.Z.measure(two(10, 10, 20, 20)).toString())
        .contains("everybody has the event");
    assertThat(RiskTests.FISHER_P.measure(two(1.5, 10, 2, 20)).toString())
        .contains("WHOLE_COUNTS", "a count is 1.5");
    assertThat(RiskTests.FISHER_P.measure(two(1, 2e9, 2, 20)).toString())
        .contains("expected at most 1.0E9");
    assertThat(RiskTests.CRAMERS_V.measure(two(1, 2, 0, 0)).toString())
        .contains("fewer than two groups have members");
    assertThat(
            RiskTests.MID_P
                .measure(two(1, 2, 1, 2).comparedWith(new RiskComparison.Total()))
                .toString())
        .contains("SEPARATE_SIDES", "a is compared with everybody");
    assertThat(RatioMetrics.ODDS_RATIO.measure(two(0, 10, 3, 20)).toString())
        .contains("no events among a");
    assertThat(RatioMetrics.ODDS_RATIO.measure(two(10, 10, 3, 20)).toString())
        .contains("nobody without the event among a");
    assertThat(RatioMetrics.ODDS_RATIO.measure(two(1, 10, 0, 20)).toString())
        .contains("no events among all others");
    assertThat(RatioMetrics.ODDS_RATIO.measure(two(1, 10, 20, 20)).toString())
        .contains("nobody without the event among all others");
    assertThat(RatioMetrics.ADVERSE_IMPACT_RATIO.measure(two(0, 10, 3, 20)).toString())
        .contains("no events in a");
  }

  /** By hand from 24 of 200, 30 of 800, 9 of 40; all others have 39 of 840. */
  @Test
  void ratios() {
    double others = 39 / 840.0;
    gives(DisproportionalityMetrics.RISK_RATIO, THREE, 0.12 / others);
    gives(DisproportionalityMetrics.RISK_DIFFERENCE, THREE, 0.12 - others);
    gives(DisproportionalityMetrics.COMPOSITION_INDEX, THREE, 24 / 63.0 / (200 / 1040.0));
    gives(RatioMetrics.RISK_RATIO_SMALL_SAMPLE, THREE, 0.12 / (40 / 841.0));
    gives(RatioMetrics.ODDS_RATIO, THREE, 24.0 * 801 / (176 * 39));
    gives(RatioMetrics.ODDS_RATIO_HALDANE, THREE, 24.5 * 801.5 / (176.5 * 39.5));
    gives(RatioMetrics.IMPACT_RATIO, THREE, 0.0375 / 0.225);
    gives(RatioMetrics.IMPACT_RATIO_TO_BEST, THREE, 0.12 / 0.225);
    gives(RatioMetrics.ADVERSE_IMPACT_RATIO, THREE, 0.0375 / 0.12);
    gives(RatioMetrics.ADJUSTED_PARITY, THREE, 2 - others / 0.12);
    gives(RatioMetrics.ADJUSTED_PARITY, THREE.focusOn("b"), 0.0375 / (33 / 240.0));
    gives(RatioMetrics.EXCESS, THREE, 24 - 200 * others);
    gives(RatioMetrics.EXCESS, THREE.comparedWith(new RiskComparison.Reference("b")), 24 - 7.5);
    gives(RatioMetrics.ATTRIBUTABLE_RISK, THREE, 0.225 - 63 / 1040.0);
    gives(RatioMetrics.ATTRIBUTABLE_FRACTION, THREE, 0.225 * 1040 / 63 - 1);
    gives(RatioMetrics.ATTRIBUTABLE_RISK_ADVERSE, THREE, 63 / 1040.0 - 0.0375);
    gives(RatioMetrics.ATTRIBUTABLE_FRACTION_ADVERSE, THREE, 1 - 0.0375 * 1040 / 63);
    // 5/26 and the root of 5/26 x 21/26 / 63, which is 105/42588.
    gives(RatioMetrics.E_FORMULA, THREE, 5 / 26.0 + Math.sqrt(105 / 42588.0));
    gives(RatioMetrics.E_FORMULA_LOWER, THREE, 5 / 26.0 - Math.sqrt(105 / 42588.0));
  }

  /** By hand: event shares 24, 30 and 9 of 63, people 200, 800 and 40 of 1,040. */
  @Test
  void compositions() {
    double a = 24 / 63.0 - 200 / 1040.0;
    double b = 30 / 63.0 - 800 / 1040.0;
    double c = 9 / 63.0 - 40 / 1040.0;
    gives(CompositionMetrics.EVENT_SHARE, THREE, 24 / 63.0);
    gives(CompositionMetrics.POPULATION_SHARE, THREE, 200 / 1040.0);
    gives(CompositionMetrics.DIFFERENCE, THREE, a);
    gives(CompositionMetrics.RELATIVE_DIFFERENCE, THREE, a / (200 / 1040.0));
    gives(CompositionMetrics.LOOSEMORE_HANBY, THREE, -b);
    gives(CompositionMetrics.GALLAGHER, THREE, Math.sqrt((a * a + b * b + c * c) / 2));
  }

  /** A group without members is no lowest and no highest, and has no risk. */
  @Test
  void emptyGroupsCountNowhere() {
    RiskCounts sample =
        counts(new double[] {24, 30, 0}, new double[] {200, 800, 0}, "a", "b", "none");
    gives(RatioMetrics.IMPACT_RATIO, sample, 0.0375 / 0.12);
    UnitValues risks = DisproportionalityMetrics.RISKS.measure(sample).get();
    assertThat(risks.keys()).containsExactly("a", "b");
    assertThat(risks.values()).containsExactly(new double[] {0.12, 0.0375}, DIGITS);
    gives(RiskTests.CHI_SQUARED_OF_GROUPS, sample, 21.3178294573643);
  }

  /**
   * By hand, with a State of 100 of 1,000 in a, 50 of 2,000 in b, 30 of 500 in c: (2500 x .12) /
   * (2000 x .0375 + 500 x .225).
   */
  @Test
  void theWeightedRiskRatio() {
    RiskCounts state =
        counts(new double[] {100, 50, 30}, new double[] {1000, 2000, 500}, "a", "b", "c");
    RiskCounts sample = THREE.comparedWith(new RiskComparison.AllOthersIn(state));
    gives(DisproportionalityMetrics.WEIGHTED_RISK_RATIO, sample, 300 / (75 + 112.5));
    gives(DisproportionalityMetrics.RISK_RATIO, sample, 0.12 / (80 / 2500.0));
    RiskCounts without =
        counts(new double[] {24, 30, 0}, new double[] {200, 800, 0}, "a", "b", "c")
            .comparedWith(new RiskComparison.AllOthersIn(state));
    assertThat(DisproportionalityMetrics.WEIGHTED_RISK_RATIO.measure(without).toString())
        .contains("group \"c\" has no members");
    gives(DisproportionalityMetrics.WEIGHTED_RISK_RATIO_ZERO_RISK, without, 300 / 75.0);
    // A group that only the State names is the same as one without members.
    RiskCounts unnamed =
        counts(new double[] {24, 30}, new double[] {200, 800}, "a", "b")
            .comparedWith(new RiskComparison.AllOthersIn(state));
    assertThat(DisproportionalityMetrics.WEIGHTED_RISK_RATIO.measure(unnamed).toString())
        .contains("group \"c\" has no members");
    gives(DisproportionalityMetrics.WEIGHTED_RISK_RATIO_ZERO_RISK, unnamed, 300 / 75.0);
    RiskCounts none =
        counts(new double[] {24, 0, 0}, new double[] {200, 800, 40}, "a", "b", "c")
            .comparedWith(new RiskComparison.AllOthersIn(state));
    assertThat(DisproportionalityMetrics.WEIGHTED_RISK_RATIO.measure(none).toString())
        .contains("no events in the other groups");
  }

  /** 24 and 39 events, 200 and 840 people. */
  @Test
  void minimumSizes() {
    gives(DisproportionalityMetrics.riskRatio(24, 200), THREE, 0.12 / (39 / 840.0));
    assertThat(DisproportionalityMetrics.riskRatio(25, 200).measure(THREE).toString())
        .contains("MINIMUM_COUNTS", "24.0 events, fewer than 25.0");
    assertThat(DisproportionalityMetrics.riskRatio(24, 201).measure(THREE).toString())
        .contains("200.0 members, fewer than 201.0");
    assertThat(new MinimumCounts(40, 1).unmet(THREE.focusOn("b"))).isPresent();
    assertThat(SmallNumbers.cells(10).measure(THREE).get().values()).containsExactly(0, 0, 1);
    assertThat(SmallNumbers.cells(9).measure(THREE).get().values()).containsExactly(0, 0, 0);
    assertThat(SmallNumbers.groups(41).measure(THREE).get().values()).containsExactly(0, 0, 1);
    assertThat(SmallNumbers.groups(40).measure(THREE).get().values()).containsExactly(0, 0, 0);
    assertThatThrownBy(() -> SmallNumbers.cells(-1)).hasMessageContaining("least is -1.0");
    assertThatThrownBy(() -> DisproportionalityMetrics.riskRatio(-1, 0))
        .hasMessageContaining("events is -1.0");
    assertThatThrownBy(() -> DisproportionalityMetrics.riskRatio(1, -1))
        .hasMessageContaining("people is -1.0");
  }

  /** By hand: 2 of 3 schools; 50 of 100; 14 of 50. */
  @Test
  void access() {
    gives(AccessMetrics.AVAILABILITY, COURSE, 2 / 3.0);
    gives(AccessMetrics.ACCESS, COURSE, 0.5);
    gives(AccessMetrics.UPTAKE, COURSE, 0.28);
    gives(AccessMetrics.PARTICIPATION, COURSE, 0.14);
    gives(AccessMetrics.ACCESS, COURSE.focusOn("h"), 0.85);
    assertThat(AccessMetrics.UPTAKE.measure(COURSE.offered(false, false, false, true)).toString())
        .contains("EVERY_GROUP", "nobody of group \"g\" has access");
  }

  /**
   * By hand: access .5 and .85, uptake .28 and 74/170; elsewhere 2 of 100. Against everybody,
   * access 220/300 and uptake 88/220, elsewhere 2 of 300.
   */
  @Test
  void offerAndUptake() {
    double uptake = 74 / 170.0;
    parts(
        AccessMetrics.OFFER_AND_UPTAKE,
        COURSE,
        -0.21,
        "offer",
        -0.35 * (0.28 + uptake) / 2,
        "uptake",
        0.675 * (0.28 - uptake),
        "elsewhere",
        0.02);
    parts(
        AccessMetrics.OFFER_AND_UPTAKE,
        COURSE.comparedWith(new RiskComparison.Reference("h")),
        -0.21,
        "offer",
        -0.35 * (0.28 + uptake) / 2,
        "uptake",
        0.675 * (0.28 - uptake));
    parts(
        AccessMetrics.OFFER_AND_UPTAKE,
        COURSE.comparedWith(new RiskComparison.Total()),
        -0.14,
        "offer",
        (0.5 - 220 / 300.0) * 0.34,
        "uptake",
        (0.5 + 220 / 300.0) / 2 * -0.12,
        "elsewhere",
        0.02 - 2 / 300.0);
    parts(
        AccessMetrics.OFFER_AND_UPTAKE,
        COURSE.comparedWith(new RiskComparison.AllOthersIn(COURSE)),
        -0.21,
        "uptake",
        0.675 * (0.28 - uptake));
  }

  /**
   * Only school 1 offers it, and all of g are in school 2: uptake .5 is the other side's, so the
   * gap is offer alone, (0 - 60/90) x .5, but for the 2 of 50 elsewhere.
   */
  @Test
  void aSideWithoutAccessTakesTheUptakeOfTheOther() {
    RiskCounts sample =
        RiskCounts.of(
                Units.of(List.of("1", "2")),
                List.of("g", "h"),
                new double[][] {{0, 2}, {30, 0}},
                new double[][] {{0, 50}, {60, 30}})
            .offered(true, false);
    parts(
        AccessMetrics.OFFER_AND_UPTAKE,
        sample,
        0.04 - 1 / 3.0,
        "offer",
        -1 / 3.0,
        "uptake",
        0.0,
        "elsewhere",
        0.04);
    parts(
        AccessMetrics.OFFER_AND_UPTAKE,
        sample.offered(false, false),
        0.04 - 1 / 3.0,
        "offer",
        0.0,
        "uptake",
        0.0,
        "elsewhere",
        0.04 - 1 / 3.0);
  }

  /**
   * By hand: the rate is .3, that of the schools .4, .025 and .4; (.3-.4) 40 + (.3-.025) 50 +
   * (.3-.4) 10 = 8.75, and 16-10 + 1.25-2 + 4-4 = 5.25.
   */
  @Test
  void missingSeats() {
    parts(AccessMetrics.MISSING_SEATS, COURSE, 14, "access", 8.75, "assignment", 5.25);
    parts(
        AccessMetrics.MISSING_SEATS,
        COURSE.focusOn("h"),
        -14,
        "access",
        -8.75,
        "assignment",
        -5.25);
  }

  private static void parts(
      Split<RiskCounts> split, RiskCounts sample, double total, Object... expected) {
    Parts parts = split.measure(sample).get();
    assertThat(parts.total()).isCloseTo(total, DIGITS);
    for (int k = 0; k < expected.length; k += 2) {
      assertThat(parts.part((String) expected[k]))
          .as("%s", expected[k])
          .isCloseTo(((Number) expected[k + 1]).doubleValue(), DIGITS);
    }
  }

  /**
   * Students A 30, 20, 5, 10 and B 10, 40, 5, 0; staff in the first two schools A 4, 3 and B 0, 1,
   * none in the third, no row of the fourth, and 2 of B in a school without students. By hand: A
   * has 7 of 10 staff and 65 of 120 students; meets (30 x 1 + 20 x .75)/50; B (40 x .25)/50. 50 of
   * the 55 of A have staff of their group, 40 of the 55 of B.
   */
  @Test
  void staffBesideStudents() {
    CrossTab students =
        CrossTab.of(
            Units.of(List.of("1", "2", "3", "4")),
            List.of("A", "B", "C", "D"),
            new double[][] {{30, 20, 5, 10}, {10, 40, 5, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}});
    CrossTab staff =
        CrossTab.of(
            Units.of(List.of("9", "2", "1", "3")),
            List.of("B", "A", "D"),
            new double[][] {{2, 1, 0, 0}, {0, 3, 4, 0}, {0, 0, 0, 0}});
    Change<CrossTab> both = new Change<>(students, staff);
    UnitValues representation = ParityMetrics.REPRESENTATION.measure(both).get();
    assertThat(representation.keys()).containsExactly("A", "B");
    assertThat(representation.values())
        .containsExactly(new double[] {0.7 * 120 / 65, 0.3 * 120 / 55}, DIGITS);
    assertThat(ParityMetrics.SAME_GROUP_EXPOSURE.measure(both).get().values())
        .containsExactly(new double[] {0.9, 0.2}, DIGITS);
    assertThat(ParityMetrics.SAME_GROUP_PRESENCE.measure(both).get().values())
        .containsExactly(new double[] {50 / 55.0, 40 / 55.0}, DIGITS);
  }

  /**
   * Base R 4: the negative binomial likelihood of these events with these expectations is largest
   * at alpha 5.40017354907590 and beta 4.86392376253832 (nlm); (alpha + a)/(beta + E) and qgamma.
   */
  @Test
  void empiricalBayes() {
    RiskCounts sample = districts(12, 3, 0, 7, 25, 1, 4, 0, 9, 2);
    close(
        EmpiricalBayes.MEAN.measure(sample).get(),
        1.572694635513639,
        1.081949514961435,
        0.848560377304391,
        0.956513920955669,
        1.916308600830775,
        0.906036611411005,
        1.072598735883264,
        0.953433304451079,
        0.995592467541378,
        0.798816326511764);
    close(
        EmpiricalBayes.quantile(0.05).measure(sample).get(),
        1.008001967257629,
        0.549288845660065,
        0.349369449718416,
        0.557650835231628,
        1.382636701448591,
        0.407552968847452,
        0.568886537979519,
        0.392547752438594,
        0.606758887250642,
        0.384408220526123);
    close(
        EmpiricalBayes.quantile(0.95).measure(sample).get(),
        2.23982937539051,
        1.76007029481247,
        1.52448742794472,
        1.44268881268942,
        2.52152517007897,
        1.56403229660401,
        1.70527088490659,
        1.71289766160985,
        1.46273369823007,
        1.33501338737785);
  }

  private static void close(UnitValues found, double... expected) {
    // nlm finds the two parameters to some six digits.
    assertThat(found.values()).containsExactly(expected, within(2e-5));
  }

  /** Expectations are a tenth of the people: 6.2, 2.9, 1.5 ... */
  private static RiskCounts districts(double... events) {
    double[] people = {62, 29, 15, 81, 110, 22, 39, 8, 96, 44};
    double[] others = new double[10];
    double[] ofOthers = new double[10];
    others[0] = 1000;
    ofOthers[0] = 100;
    return RiskCounts.of(
        Units.numbered(10),
        List.of("g", "others"),
        new double[][] {events, ofOthers},
        new double[][] {people, others});
  }

  /** 6, 3, 1, 8, 11, 2, 4, 1, 10, 4 vary less than by chance: all have 50 of 50.6. */
  @Test
  void withoutMoreThanChanceAllHaveTheRatioOfAll() {
    UnitValues ratios =
        EmpiricalBayes.MEAN.measure(districts(6, 3, 1, 8, 11, 2, 4, 1, 10, 4)).get();
    for (int i = 0; i < ratios.size(); i++) {
      assertThat(ratios.value(i)).isCloseTo(50 / 50.6, DIGITS);
    }
    assertThat(EmpiricalBayes.MEAN.measure(districts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)).get().sum())
        .isZero();
    assertThat(EmpiricalBayes.MEAN.measure(districts(0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0)).toString())
        .contains("WHOLE_COUNTS", "has 0.5 events");
    assertThatThrownBy(() -> EmpiricalBayes.quantile(0)).hasMessageContaining("share is 0.0");
    assertThatThrownBy(() -> EmpiricalBayes.quantile(1)).hasMessageContaining("share is 1.0");
  }

  @Test
  void idsAreParsed() {
    DisproportionalityProvider provider = new DisproportionalityProvider();
    for (String id :
        List.of(
            "risk-ratio:5,15",
            "small-cell:5",
            "small-group:15",
            "empirical-bayes-risk-ratio:0.025")) {
      assertThat(provider.parse(id).orElseThrow().info().id()).isEqualTo(id);
      assertThat(provider.parse(id).orElseThrow()).hasToString(id);
    }
    assertThat(provider.parse("gini")).isEmpty();
  }

  @Test
  void measuresAreCalledByTheirIds() {
    new DisproportionalityProvider()
        .measures()
        .forEach(measure -> assertThat(measure).hasToString(measure.info().id()));
    Outcome<Parts> nobody = AccessMetrics.MISSING_SEATS.measure(two(0, 0, 0, 0));
    assertThat(nobody.isKnown()).isFalse();
  }
}
