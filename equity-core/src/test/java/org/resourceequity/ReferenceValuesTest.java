package org.resourceequity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resourceequity.disproportionality.DisproportionalityMetrics;
import org.resourceequity.gaps.GapMetrics;
import org.resourceequity.gaps.StratifiedGaps;
import org.resourceequity.inequality.ClassSizes;
import org.resourceequity.inequality.InequalityMetrics;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.metric.Verdict.Relation;
import org.resourceequity.progressivity.ProgressivityMetrics;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.MinimumCounts;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.QuantileDefinition;
import org.resourceequity.sample.Quantiles;
import org.resourceequity.sample.RiskComparison;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Sample;
import org.resourceequity.sample.Units;
import org.resourceequity.segregation.SegregationMetrics;

/**
 * Numbers that were found elsewhere. "Golden" is section 10 of the project's domain guide, computed
 * from the definitions by a program independent of this library and printed with ten digits;
 * "specification" is the project's metric specification with the section.
 */
class ReferenceValuesTest {

  /** Half a unit of the tenth decimal, the last that is printed. */
  private static final Offset<Double> PRINTED = within(6e-11);

  /** Half a unit of the tenth significant digit of values near 1,000. */
  private static final Offset<Double> DOLLARS = within(6e-10);

  @Test
  void toyDistrictWeightedByPupils() {
    // Golden 10.2, "CV; Gini; Theil T; Theil L; Hoover; Atkinson 0.5; 1 (pupil-weighted)".
    Distribution d = EightSchools.distribution();
    assertThat(d.mean()).isEqualTo(12250);
    assertThat(InequalityMetrics.CV.measure(d).get()).isCloseTo(0.0914634461, PRINTED);
    assertThat(InequalityMetrics.GINI.measure(d).get()).isCloseTo(0.0501207830, PRINTED);
    assertThat(InequalityMetrics.THEIL_T.measure(d).get()).isCloseTo(0.0041176182, PRINTED);
    assertThat(InequalityMetrics.HOOVER.measure(d).get()).isCloseTo(0.0408163265, PRINTED);
    assertThat(InequalityMetrics.atkinson(0.5).measure(d).get()).isCloseTo(0.0020434537, PRINTED);
    assertThat(InequalityMetrics.atkinson(1).measure(d).get()).isCloseTo(0.0040546793, PRINTED);
    // Golden 10.2: default McLoone. With ties, by hand: D, E and H lie at or below 11,750; they
    // have (6.9 + 5.175 + 7.7) million dollars for 1,750 pupils, 11,300 each.
    assertThat(InequalityMetrics.MCLOONE.measure(d).get()).isCloseTo(0.9617021277, PRINTED);
    assertThat(InequalityMetrics.MCLOONE_INCLUDE_TIES.measure(d).get())
        .isCloseTo(11300.0 / 11750, within(1e-15));
  }

  @Test
  void toyDistrictBySchools() {
    // Golden 10.2, "Same, schools unweighted: CV (n), CV (n - 1), Gini, T, L".
    Distribution d = Distribution.of(EightSchools.perPupil());
    assertThat(InequalityMetrics.CV.measure(d).get()).isCloseTo(0.0942651509, PRINTED);
    assertThat(InequalityMetrics.GINI.measure(d).get()).isCloseTo(0.0528606965, PRINTED);
    assertThat(InequalityMetrics.THEIL_T.measure(d).get()).isCloseTo(0.0044116842, PRINTED);
    // Golden 10.2, McLoone "unweighted, median 12500".
    assertThat(InequalityMetrics.MCLOONE.measure(d).get()).isCloseTo(0.92, within(1e-15));
  }

  @Test
  void toyDistrictPercentiles() {
    // Golden 10.2, "Pupil percentiles 5, 25, 50, 75, 95 (inverse CDF); averaged median".
    Distribution pupils = EightSchools.distribution().sorted();
    assertThat(percentiles(pupils, QuantileDefinition.TYPE1, 0.05, 0.25, 0.5, 0.75, 0.95))
        .containsExactly(11000, 11500, 11500, 13000, 14500);
    assertThat(Quantiles.median(pupils)).isEqualTo(11750);
    // The same, "unweighted type 7 (5, 50, 95)".
    Distribution schools = Distribution.of(EightSchools.perPupil()).sorted();
    assertThat(percentiles(schools, QuantileDefinition.TYPE7, 0.05, 0.5, 0.95))
        .containsExactly(new double[] {11175, 12500, 14325}, within(1e-9));
  }

  private static double[] percentiles(
      Distribution sorted, QuantileDefinition definition, double... shares) {
    return Arrays.stream(shares).map(p -> Quantiles.quantile(sorted, p, definition)).toArray();
  }

  @Test
  void toyDistrictTheilWithinAndBetweenNeedGroups() {
    // Golden 10.2, "Theil T between the four need groups; within".
    Partition groups = Partition.of(List.of("Q4", "Q4", "Q3", "Q3", "Q2", "Q2", "Q1", "Q1"));
    assertThat(InequalityMetrics.THEIL_T).isInstanceOf(Decomposable.class);
    @SuppressWarnings("unchecked") // Checked in the line before, up to the kind of sample.
    Parts parts =
        ((Decomposable<Distribution>) (Object) InequalityMetrics.THEIL_T)
            .decompose(EightSchools.distribution(), groups);
    assertThat(parts.part(Decomposable.BETWEEN)).isCloseTo(0.0016500704, PRINTED);
    assertThat(parts.part(Decomposable.WITHIN)).isCloseTo(0.0024675478, PRINTED);
  }

  @Test
  void toyDistrictExposure() {
    // Golden 10.2, "Mean PPE poor; non-poor; gap; ratio".
    GroupedValues dollars = EightSchools.groups(EightSchools.perPupil());
    UnitValues exposure = GapMetrics.EXPOSURE.measure(dollars).get();
    assertThat(exposure.keys()).containsExactly("poor", "other");
    assertThat(exposure.value(0)).isCloseTo(12752.525252525, DOLLARS);
    assertThat(exposure.value(1)).isCloseTo(11879.652605459, DOLLARS);
    assertThat(GapMetrics.EXPOSURE_GAP.measure(dollars).get()).isCloseTo(872.872647066, DOLLARS);
    assertThat(GapMetrics.EXPOSURE_RATIO.measure(dollars).get()).isCloseTo(1.0734762771, PRINTED);
    // Golden 10.2, "Novice exposure poor; non-poor; difference; ratio". The first is printed there
    // as 0.1727923924, which the difference contradicts; Python 3 fractions give the value here.
    GroupedValues novices = EightSchools.groups(EightSchools.noviceShare());
    UnitValues met = GapMetrics.EXPOSURE.measure(novices).get();
    assertThat(met.value(0)).isCloseTo(0.1727923927923928, within(1e-15));
    assertThat(met.value(1)).isCloseTo(0.0844855889, PRINTED);
    assertThat(GapMetrics.EXPOSURE_GAP.measure(novices).get()).isCloseTo(0.0883068039, PRINTED);
    assertThat(GapMetrics.EXPOSURE_RATIO.measure(novices).get()).isCloseTo(2.0452291940, PRINTED);
  }

  @Test
  void toyDistrictProgressivity() {
    // Golden 10.2, "WLS slope per unit" and "slope x V = gap"; the ratio is that of exposure.
    PairedSample s = EightSchools.paired();
    assertThat(ProgressivityMetrics.NEED_SLOPE.measure(s).get()).isCloseTo(2628.235767654, DOLLARS);
    assertThat(ProgressivityMetrics.PROGRESSIVITY_GAP.measure(s).get())
        .isCloseTo(872.872647066, DOLLARS);
    assertThat(ProgressivityMetrics.PROGRESSIVITY_RATIO.measure(s).get())
        .isCloseTo(1.0734762771, PRINTED);
    // V of golden 10.2: the slope of need on need within units, here var / (P (1 - P)).
    double p = s.meanNeed();
    assertThat(s.needVariance() / (p * (1 - p))).isCloseTo(0.3321135256619, within(6e-14));
  }

  @Test
  void concentrationIndexInTheOrderOfTheResourceIsTheGini() {
    // Specification, law L26: C(y; rank y) = G(y); the Gini is that of golden 10.2.
    PairedSample s =
        PairedSample.of(EightSchools.perPupil(), EightSchools.ENROLMENT, EightSchools.perPupil());
    assertThat(ProgressivityMetrics.CONCENTRATION_INDEX.measure(s).get())
        .isCloseTo(0.0501207830, PRINTED);
  }

  @Test
  void toyDistrictSegregation() {
    // Golden 10.2, "Dissimilarity; isolation ..." and "Entropy E; M; H".
    CrossTab t = EightSchools.table();
    assertThat(SegregationMetrics.DISSIMILARITY.measure(t).get()).isCloseTo(0.5039643749, PRINTED);
    assertThat(SegregationMetrics.ISOLATION.measure(t).get()).isCloseTo(0.6154882155, PRINTED);
    assertThat(SegregationMetrics.INTERACTION.measure(t).get()).isCloseTo(0.3845117845, PRINTED);
    assertThat(SegregationMetrics.INTERACTION.measure(t.focusOn("all others", "poor")).get())
        .isCloseTo(0.2833746898, PRINTED);
    assertThat(SegregationMetrics.MUTUAL_INFORMATION.measure(t).get())
        .isCloseTo(0.1821877685, PRINTED);
    assertThat(SegregationMetrics.THEIL_H.measure(t).get()).isCloseTo(0.2672794975, PRINTED);
  }

  @Test
  void sectionsWithinSchools() {
    // Golden 10.3, "Nested H (S12)": sections (poor, non) of S1 and S2.
    CrossTab t =
        CrossTab.of(
            Units.of(List.of("S1/1", "S1/2", "S2/1", "S2/2"))
                .within("school", List.of("S1", "S1", "S2", "S2")),
            List.of("poor", "other"),
            new double[][] {{18, 12, 6, 4}, {2, 8, 14, 16}});
    assertThat(SegregationMetrics.nestedM("school").measure(t).get().total())
        .isCloseTo(0.1658068391, PRINTED);
    Parts h = SegregationMetrics.nestedH("school").measure(t).get();
    assertThat(h.total()).isCloseTo(0.2392087045, PRINTED);
    assertThat(h.part("between")).isCloseTo(0.1887218755, PRINTED);
    assertThat(h.part("within")).isCloseTo(0.0504868289, PRINTED);
  }

  @Test
  void mclooneOfTheSpecification() {
    // Specification A.1, HD-MCLOONE: (1,5,5,5,9) gives .68 by half-mass and .80 with ties.
    Distribution five = Distribution.of(1, 5, 5, 5, 9);
    assertThat(InequalityMetrics.MCLOONE.measure(five).get()).isCloseTo(0.68, within(1e-15));
    assertThat(InequalityMetrics.MCLOONE_INCLUDE_TIES.measure(five).get())
        .isCloseTo(0.80, within(1e-15));
    // The same: pupils (2,4,6,6,8,12) at (1000,200,100,60,45,24) give 603 / (45 * 19).
    Distribution six =
        Distribution.of(
            new double[] {1000, 200, 100, 60, 45, 24}, new double[] {2, 4, 6, 6, 8, 12});
    assertThat(InequalityMetrics.MCLOONE.measure(six).get())
        .isCloseTo(603.0 / (45 * 19), within(1e-15));
  }

  @Test
  void numbersThatOthersGetWrong() {
    // Specification D.2, column "correct".
    double[] nine = {8, 5, 1, 3, 5, 6, 7, 6, 3};
    double[] tenths = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
    assertThat(
            InequalityMetrics.HOOVER.measure(Distribution.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)).get())
        .isCloseTo(5.0 / 18, within(1e-15));
    assertThat(InequalityMetrics.GINI.measure(Distribution.of(nine, tenths)).get())
        .isCloseTo(0.2065, within(5e-5));
    assertThat(InequalityMetrics.THEIL_T.measure(Distribution.of(0, 10)).get())
        .isCloseTo(Math.log(2), within(1e-15));
    assertThat(InequalityMetrics.GINI.measure(Distribution.of(0, 1)).get()).isEqualTo(0.5);
    // Lorenz curve of the same: (0, .0138, .0688, .1927, ...).
    var curve = InequalityMetrics.LORENZ_CURVE.measure(Distribution.of(nine, tenths)).get();
    assertThat(curve.y(0)).isEqualTo(0);
    assertThat(curve.at(0.3 / 4.5)).isCloseTo(0.0138, within(5e-5));
    // Three with weights .4 and .9 are tied: one segment, whose middle point the curve passes.
    assertThat(curve.at(0.7 / 4.5)).isCloseTo(0.0688, within(5e-5));
    assertThat(curve.at(1.6 / 4.5)).isCloseTo(0.1927, within(5e-5));
  }

  @Test
  void lorenzDominanceSeesTheOrderAndTheCrossing() {
    // By hand: (4,6) lies above (2,8) everywhere. (1,1,8) has L = .1, .2; (0,4,6) has 0, .4.
    var dominance = InequalityMetrics.LORENZ_DOMINANCE;
    Distribution equal = Distribution.of(4, 6);
    Distribution unequal = Distribution.of(2, 8);
    assertThat(dominance.measure(new Change<>(equal, unequal)).get().relation())
        .isEqualTo(Relation.FIRST);
    assertThat(dominance.measure(new Change<>(unequal, equal)).get().relation())
        .isEqualTo(Relation.SECOND);
    assertThat(dominance.measure(new Change<>(equal, equal)).get().relation())
        .isEqualTo(Relation.EQUAL);
    var crossing =
        dominance.measure(new Change<>(Distribution.of(1, 1, 8), Distribution.of(0, 4, 6))).get();
    assertThat(crossing.relation()).isEqualTo(Relation.CROSSING);
    // Distances .1 at 1/3 and -.2 at 2/3: the lines meet a third of the way.
    assertThat(crossing.crossings().get(0)).isCloseTo(1.0 / 3 + 1.0 / 9, within(1e-15));
    assertThat(crossing.largestDistance()).isCloseTo(0.2, within(1e-15));
  }

  private static RiskCounts risks(double a, double n, double b, double m) {
    return RiskCounts.of(
        Units.of(List.of("district")),
        List.of("group", "others"),
        new double[][] {{a}, {b}},
        new double[][] {{n}, {m}});
  }

  @Test
  void risksOfTheSmallExamples() {
    // Golden 10.3, "Risk (S9)": 24/200 v 30/800.
    RiskCounts r = risks(24, 200, 30, 800);
    assertThat(DisproportionalityMetrics.RISK_RATIO.measure(r).get()).isCloseTo(3.2, within(1e-15));
    assertThat(DisproportionalityMetrics.RISK_DIFFERENCE.measure(r).get())
        .isCloseTo(0.0825, within(1e-15));
    assertThat(DisproportionalityMetrics.COMPOSITION_INDEX.measure(r).get())
        .isCloseTo(2.2222222, within(5e-8));
    assertThat(
            DisproportionalityMetrics.RISK_RATIO
                .measure(r.comparedWith(new RiskComparison.Total()))
                .get())
        .isCloseTo(2.2222222, within(5e-8));
    // The same, ARR with a State risk of .025: 25/1,000 of the others there.
    RiskCounts state = risks(0, 100, 25, 1000);
    assertThat(
            DisproportionalityMetrics.RISK_RATIO
                .measure(r.comparedWith(new RiskComparison.AllOthersIn(state)))
                .get())
        .isCloseTo(4.8, within(1e-14));
    // Golden 10.3, "No clear difference": 3/25 v 10/100.
    assertThat(DisproportionalityMetrics.RISK_RATIO.measure(risks(3, 25, 10, 100)).get())
        .isCloseTo(1.2, within(1e-15));
  }

  @Test
  void aComparisonWithoutEventsHasNoRatio() {
    // Specification A.0.3, ZERO_COMPARISON.
    Outcome<Double> outcome = DisproportionalityMetrics.RISK_RATIO.measure(risks(3, 25, 0, 100));
    assertThat(outcome).isInstanceOf(Outcome.Undefined.class);
    assertThat(((Outcome.Undefined<Double>) outcome).requirement())
        .isEqualTo(Condition.COMPARISON_EVENTS);
  }

  @Test
  void minimumCountsAreARequirement() {
    // Golden 10.3: 3/25 v 10/100 is "also below the minimum n"; 34 CFR 300.647 allows 10 and 30.
    assertThat(new MinimumCounts(10, 30).unmet(risks(3, 25, 10, 100)))
        .hasValueSatisfying(why -> assertThat(why).contains("25.0 members"));
    assertThat(new MinimumCounts(10, 30).unmet(risks(24, 200, 30, 800))).isEmpty();
  }

  @Test
  void hExpectedByChanceIsTheMeanOverAllTables() {
    // Brute force by hand: units of 2 and 2, groups of 2 and 2. Of the 6 ways to place the group,
    // 2 are apart (M = ln 2) and 4 are mixed (M = 0): E[M] = ln 2 / 3, E = ln 2, H = 1/3.
    CrossTab t =
        CrossTab.of(
            Units.of(List.of("one", "two")), List.of("a", "b"), new double[][] {{1, 1}, {1, 1}});
    assertThat(SegregationMetrics.EXPECTED_THEIL_H.measure(t).get())
        .isCloseTo(1.0 / 3, within(1e-14));
    // Brute force with Python 3 over all 126 = C(9,4) placements of a group of 4 in units of 2, 3
    // and 4: the mean of M by its definition, over E.
    CrossTab u =
        CrossTab.of(
            Units.of(List.of("one", "two", "three")),
            List.of("a", "b"),
            new double[][] {{2, 1, 1}, {0, 2, 3}});
    assertThat(SegregationMetrics.EXPECTED_THEIL_H.measure(u).get())
        .isCloseTo(0.23126157242272058, within(1e-13));
  }

  /** The worked district by the ids of the catalog; the unit is the last digit that is printed. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // Golden 10.2, "Theil L" of the pupil-weighted line, and the two lines after the percentiles.
    "theil-l, 0.0040629218, 1e-10",
    "federal-range-ratio, 0.3181818182, 1e-10",
    "restricted-range, 3500, 1e-9",
    // "McLoone; Verstegen, default (median 11750, half-mass)".
    "mcloone, 0.9617021277, 1e-10",
    "verstegen, 1.1234042553, 1e-10",
    // "LOWER_MEDIAN 11500: half-mass".
    "mcloone:lower-median, 0.9826086957, 1e-10",
    "verstegen:lower-median, 1.1478260870, 1e-10"
  })
  void toyDistrictById(String id, double expected, double unit) {
    assertThat(value(id, EightSchools.distribution())).isCloseTo(expected, within(0.6 * unit));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // Golden 10.2, "Same, schools unweighted: CV (n - 1) ... L", and McLoone, Verstegen unweighted.
    "cv:n-1, 0.1007736851, 1e-10",
    "theil-l, 0.0043910999, 1e-10",
    "mcloone, 0.92, 1e-10",
    "verstegen, 1.09, 1e-10"
  })
  void toySchoolsById(String id, double expected, double unit) {
    Distribution schools = Distribution.of(EightSchools.perPupil());
    assertThat(value(id, schools)).isCloseTo(expected, within(0.6 * unit));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // Golden 10.2, "Entropy E; M; H; eta squared".
    "entropy, 0.6816376498, 1e-10",
    "correlation-ratio, 0.3321135257, 1e-10"
  })
  void toyTableById(String id, double expected, double unit) {
    assertThat(value(id, EightSchools.table())).isCloseTo(expected, within(0.6 * unit));
  }

  @SuppressWarnings("unchecked") // The catalog knows ids; the sample is what the test says.
  private static <S extends Sample<S>> double value(String id, S sample) {
    return ((Metric<S>) MetricCatalog.load().get(id)).measure(sample).get();
  }

  @Test
  void theCatalogFindsParametersAndNamesTheUnknown() {
    assertThat(MetricCatalog.load().get("atkinson:0.75").info().id()).isEqualTo("atkinson:0.75");
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> MetricCatalog.load().get("gni"))
        .hasMessageContaining("gini");
  }

  private static CrossTab schools00() throws IOException {
    String shared = System.getProperty("equity.shared", "");
    Path file = Path.of(shared, "data", "reference", "schools00.csv");
    assumeTrue(
        !shared.isEmpty() && Files.exists(file),
        "schools00.csv is not in " + file + ": its figures are not checked");
    Map<String, Integer> place = new TreeMap<>();
    Map<String, Integer> race = new TreeMap<>();
    List<String> district = new ArrayList<>();
    List<String> state = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    List<double[]> cells = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        String school = row.getField("school");
        if (!place.containsKey(school)) {
          place.put(school, keys.size());
          keys.add(school);
          district.add(row.getField("district"));
          state.add(row.getField("state"));
        }
        race.putIfAbsent(row.getField("race"), race.size());
        cells.add(
            new double[] {
              race.getOrDefault(row.getField("race"), 0),
              place.getOrDefault(school, 0),
              Double.parseDouble(row.getField("n"))
            });
      }
    }
    double[][] counts = new double[race.size()][keys.size()];
    cells.forEach(cell -> counts[(int) cell[0]][(int) cell[1]] += cell[2]);
    List<String> names = new ArrayList<>(java.util.Collections.nCopies(race.size(), ""));
    race.forEach((name, at) -> names.set(at, name));
    return CrossTab.of(
        Units.of(keys).within("district", district).within("state", state), names, counts);
  }

  @Test
  void schoolsOfThreeStates() throws IOException {
    // Golden 10.1: R package segregation, data set schools00.
    CrossTab t = schools00();
    assertThat(t.total()).isEqualTo(877_739);
    assertThat(t.size()).isEqualTo(2045);
    assertThat(SegregationMetrics.MUTUAL_INFORMATION.measure(t).get())
        .isCloseTo(0.4255389759, PRINTED);
    assertThat(SegregationMetrics.THEIL_H.measure(t).get()).isCloseTo(0.4188083146, PRINTED);
    Parts byState = SegregationMetrics.nestedM("state").measure(t).get();
    assertThat(byState.part("between")).isCloseTo(0.0992437013, PRINTED);
    assertThat(SegregationMetrics.nestedH("state").measure(t).get().part("between"))
        .isCloseTo(0.0976739844, PRINTED);
    Parts byDistrict = SegregationMetrics.nestedM("district").measure(t).get();
    // "districts within states .2387087955; schools within districts .0875864791".
    assertThat(byDistrict.part("between") - byState.part("between"))
        .isCloseTo(0.2387087955, within(1.2e-10));
    assertThat(byDistrict.part("within")).isCloseTo(0.0875864791, PRINTED);
  }

  @Test
  void chanceLevelOfTheSchoolsOfThreeStates() throws IOException {
    // Specification A.6, SM-BIAS: mean under independence .0048 for M; M = H E, E = M / H.
    CrossTab t = schools00();
    double entropy = 0.4255389759 / 0.4188083146;
    assertThat(SegregationMetrics.EXPECTED_THEIL_H.measure(t).get() * entropy)
        .isCloseTo(0.0048, within(5e-5));
  }

  @Test
  void localScoresOfTheSchoolsOfThreeStatesAddUpToM() throws IOException {
    // Golden 10.1: "local scores x shares sum to M".
    CrossTab t = schools00();
    UnitValues scores = SegregationMetrics.LOCAL_SCORES.measure(t).get();
    double sum = 0;
    for (int i = 0; i < t.size(); i++) {
      sum += t.unitTotal(i) / t.total() * scores.value(i);
    }
    assertThat(sum).isCloseTo(0.4255389759, PRINTED);
  }

  @Test
  void classSizesInTwoViews() {
    // Specification AC-CLASS-P: "sections of 10 and 30: 20 and 25".
    Distribution sections = Distribution.of(10, 30);
    assertThat(ClassSizes.OF_SECTIONS.measure(sections).get()).isEqualTo(20);
    assertThat(ClassSizes.MET_BY_STUDENTS.measure(sections).get()).isEqualTo(25);
  }

  @Test
  void kitagawaOverTimeSeparatesWhereFromWhat() {
    // By hand: strata shares 1/2, 1/2 then 3/4, 1/4; values 10, 20 then 12, 20. From 15 to 14:
    // (1/4)(11) - (1/4)(20) = -2.25 by composition, (5/8)(2) = 1.25 by what they meet.
    Units units = Units.of(List.of("a", "b")).within("district", List.of("x", "y"));
    GroupedValues before =
        GroupedValues.of(
            units, new double[] {10, 20}, List.of("g", "h"), new double[][] {{2, 2}, {1, 1}});
    GroupedValues after =
        GroupedValues.of(
            units, new double[] {12, 20}, List.of("g", "h"), new double[][] {{3, 1}, {1, 1}});
    Parts parts =
        StratifiedGaps.kitagawaOverTime("district").measure(new Change<>(before, after)).get();
    assertThat(parts.total()).isEqualTo(-1);
    assertThat(parts.part(StratifiedGaps.COMPOSITION)).isEqualTo(-2.25);
    assertThat(parts.part(StratifiedGaps.RATES)).isEqualTo(1.25);
  }
}
