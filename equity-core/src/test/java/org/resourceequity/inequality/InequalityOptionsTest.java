package org.resourceequity.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.resourceequity.sample.QuantileDefinition.TYPE1;
import static org.resourceequity.sample.QuantileDefinition.TYPE2;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Units;

/** Numbers of the specification and by hand for what no other program has. */
class InequalityOptionsTest {

  private static final Distribution FIVE = Distribution.of(1, 5, 5, 5, 9);

  private static void holds(Metric<Distribution> metric, Distribution sample, double expected) {
    assertThat(metric.measure(sample).get())
        .as("%s", metric)
        .isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
  }

  private static String reason(Metric<Distribution> metric, Distribution sample) {
    return ((Outcome.Undefined<Double>) metric.measure(sample)).requirement().name();
  }

  @Test
  void halvesByRule() {
    // Specification A.1, HD-MCLOONE: .68 half-mass, .60 positional, .80 with ties included.
    holds(MedianMetrics.mcloone(HalfRule.SPLIT, TYPE2), FIVE, 0.68);
    holds(MedianMetrics.mcloone(HalfRule.POSITIONAL, TYPE2), FIVE, 0.6);
    holds(MedianMetrics.mcloone(HalfRule.INCLUDE_TIES, TYPE2), FIVE, 0.8);
    // By hand: 1 alone lies below 5, 9 alone above; the lower median of (2, 4) is 2.
    holds(MedianMetrics.mcloone(HalfRule.EXCLUDE_TIES, TYPE2), FIVE, 0.2);
    holds(MedianMetrics.verstegen(HalfRule.EXCLUDE_TIES, TYPE2), FIVE, 1.8);
    holds(MedianMetrics.verstegen(HalfRule.POSITIONAL, TYPE2), FIVE, 1.4);
    holds(MedianMetrics.mcloone(HalfRule.SPLIT, TYPE1), Distribution.of(2, 4), 1);
    holds(MedianMetrics.verstegen(HalfRule.SPLIT, TYPE1), Distribution.of(2, 4), 2);
    // By hand: only the 1 lies below 5, by 4.
    holds(MedianMetrics.medianGap(TYPE2), FIVE, 4);
    assertThat(
            reason(MedianMetrics.mcloone(HalfRule.EXCLUDE_TIES, TYPE2), Distribution.of(5, 5, 9)))
        .isEqualTo("VALUES_BELOW_MEDIAN");
  }

  @Test
  void areasByRank() {
    // By hand for (0, 1): L is 0 up to 1/2, then 2p - 1. Bonferroni: 1/2 + integral of (1-p)/p from
    // 1/2 = ln 2. Mehran: 6 times the integral of (1-p)p to 1/2 and (1-p)^2 from there = 1/2 + 1/4.
    // Piesch: 3 times the integral of p^2 and p(1-p) = 1/8 + 1/4. Zenga: integrand 1, then 1/(2p).
    Distribution two = Distribution.of(0, 1);
    holds(RankMetrics.BONFERRONI, two, Math.log(2));
    holds(RankMetrics.MEHRAN, two, 0.75);
    holds(RankMetrics.PIESCH, two, 0.375);
    holds(RankMetrics.ZENGA, two, 0.5 + Math.log(2) / 2);
    // Mean of 1 - 0 and 1 - 1.
    holds(RankMetrics.BONFERRONI_DISCRETE, two, 0.5);
    // Mean of (1-p)^3 weights: 1 - 2 (1/2)^3.
    holds(RankMetrics.sGini(3), two, 0.75);
  }

  @Test
  void dollarsThatEqualityCouldSave() {
    // By hand: kappa 1, values 0 and 2 ln 2: mean ln 2, mean of exp(-x) is (1 + 1/4) / 2 = 5/8.
    Distribution two = Distribution.of(0, 2 * Math.log(2));
    holds(KolmMetrics.kolmPollak(1, false), two, -Math.log(0.625));
    holds(KolmMetrics.kolm(1), two, Math.log(2) + Math.log(0.625));
    // Mean of exp(x) is (1 + 4) / 2.
    holds(KolmMetrics.kolmPollak(1, true), two, Math.log(2.5));
    holds(InequalityMetrics.atkinsonEquivalent(1), Distribution.of(1, 4), 2);
  }

  @Test
  void nearlyEqualValuesKeepTheirDigits() {
    // By hand to first order in h: at 1 - h and 1 + h all of them are h^2/2 times a factor.
    double h = 0x1p-30;
    Distribution near = Distribution.of(1 - h, 1 + h);
    for (Metric<Distribution> metric :
        List.of(
            InequalityMetrics.THEIL_T,
            InequalityMetrics.THEIL_L,
            InequalityMetrics.generalisedEntropy(-1),
            InequalityMetrics.generalisedEntropy(2),
            InequalityMetrics.generalisedEntropy(3.5),
            InequalityMetrics.atkinson(1),
            KolmMetrics.kolm(1))) {
      assertThat(metric.measure(near).get() / (h * h / 2))
          .as("%s", metric)
          .isCloseTo(1, within(1e-9));
    }
    assertThat(DispersionMetrics.SD_OF_LOGS.measure(near).get() / h).isCloseTo(1, within(1e-9));
  }

  @Test
  void variationWithoutEachUnit() {
    // By hand: (4, 6) has mean 5 and deviation 1, (2, 6) 4 and 2, (2, 4) 3 and 1.
    assertThat(InequalityMetrics.CV.leaveOneOut(Distribution.of(2, 4, 6)).values())
        .usingComparatorWithPrecision(1e-15)
        .containsExactly(0.2, 0.5, 1.0 / 3);
    // By hand: (1, 10) has mean 5.5 and deviation 4.5; the other two are equal.
    assertThat(InequalityMetrics.CV.leaveOneOut(Distribution.of(1, 1, 10)).values())
        .usingComparatorWithPrecision(1e-15)
        .containsExactly(9.0 / 11, 9.0 / 11, 0);
  }

  @Test
  void zerosAndLargeAversion() {
    Distribution zero = Distribution.of(0, 10);
    assertThat(reason(InequalityMetrics.atkinson(1), zero)).isEqualTo("NO_ZEROS");
    holds(InequalityMetrics.atkinsonWithLimit(1), zero, 1);
    // By hand: the term of 1e-6 rules, so the equivalent is 1e-6 times 2^(1/99), the mean about
    // 1/2.
    holds(
        InequalityMetrics.atkinson(100),
        Distribution.of(1e-6, 1),
        1 - 2e-6 * Math.pow(2, 1.0 / 99) / (1 + 1e-6));
  }

  @Test
  void concentrationOfAmounts() {
    // By hand: amounts 1, 1, 2, shares 1/4, 1/4, 1/2; Gini 1/6.
    Distribution d = Distribution.of(1, 1, 2);
    holds(ConcentrationMetrics.HERFINDAHL, d, 0.375);
    holds(ConcentrationMetrics.HERFINDAHL_NORMALISED, d, (0.375 - 1.0 / 3) / (2.0 / 3));
    holds(ConcentrationMetrics.ROSENBLUTH, d, 1 / (3 * (1 - 1.0 / 6)));
    holds(ConcentrationMetrics.hannahKay(2), d, 1 / 0.375);
    // Entropy 1/4 ln 4 twice and 1/2 ln 2 is 1.5 ln 2.
    holds(ConcentrationMetrics.hannahKay(1), d, Math.pow(2, 1.5));
  }

  @Test
  void groups() {
    Distribution groups =
        Distribution.of(
            Units.of(List.of("Black", "White", "Two or more")),
            new double[] {10, 20, 40},
            new double[] {50, 25, 25});
    // By hand: mean 20; distances 10, 0, 20.
    holds(GroupMetrics.meanDifferenceFromMean(true), groups, 10);
    holds(GroupMetrics.meanDifferenceFromMean(false), groups, 10);
    holds(GroupMetrics.meanDifferenceFromBest(true, true), groups, 20);
    holds(GroupMetrics.meanDifferenceFromBest(false, false), groups, 40.0 / 3);
    holds(GroupMetrics.meanDifferenceFromReference("two or more", true), groups, 20);
    holds(GroupMetrics.BETWEEN_GROUP_VARIANCE, groups, 150);
    holds(GroupMetrics.MAX_MIN_RATIO, groups, 4);
    // By hand: sum pi^2 times mean distance: 1/4 (2.5 + 7.5), 1/16 (5 + 5), 1/16 (15 + 5).
    holds(PolarisationMetrics.estebanRay(1, false), groups, 2.5 + 0.625 + 1.25);
    assertThat(reason(GroupMetrics.meanDifferenceFromReference("Asian", true), groups))
        .isEqualTo("EVERY_GROUP");
    assertThat(QuantileMetrics.EXTREMES.measure(groups).get().keys())
        .containsExactly("Black", "Two or more");
  }

  @Test
  void shortfall() {
    // By hand, target 4: gaps 3/4, 1/2, 0, 0; P1 = 5/16. Gini of the gaps: sum of (2i - n - 1) x =
    // 0.5 + 3 * 0.75 = 2.75, over n^2 mean = 5: .55. Below: mean 1.5, Gini 1/6, H 1/2, I 5/8.
    Distribution d = Distribution.of(1, 2, 4, 8);
    holds(AdequacyMetrics.senShorrocksThon(4), d, 5.0 / 16 * 1.55);
    holds(AdequacyMetrics.sen(4), d, 0.5 * (0.625 + 0.375 / 6));
    holds(AdequacyMetrics.watts(4), d, 3 * Math.log(2) / 4);
    holds(AdequacyMetrics.shareAtTarget(4), d, 0.5);
    holds(AdequacyMetrics.adequacyRatio(4), d, 15.0 / 16);
    holds(AdequacyMetrics.dollarsToAdequacy(4), d, 5);
    holds(AdequacyMetrics.sen(0.5), d, 0);
  }

  @Test
  void idsNameTheirMetric() {
    MetricCatalog catalog = MetricCatalog.of(List.of(new InequalityProvider()));
    for (Measure<?, ?> measure : catalog.all()) {
      assertThat(catalog.get(measure.info().id())).isSameAs(measure);
      assertThat(measure).hasToString(measure.info().id());
      new InequalityProvider()
          .parse(measure.info().id())
          .ifPresent(parsed -> assertThat(parsed.info()).isEqualTo(measure.info()));
    }
    assertThat(catalog.get("mcloone:exclude-ties,lower-median").info().requires()).hasSize(3);
    assertThat(catalog.get("percentile-ratio:0.9,0.1,type7").toString())
        .isEqualTo("percentile-ratio:0.9,0.1,type7");
  }

  /** The message names the id, or the parameter, and says what would be right. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          atkinson:-1              | epsilon is -1.0, expected a positive number up to 100
          atkinson:101             | epsilon is 101.0, expected a positive number up to 100
          atkinson:0.5,limits      | "atkinson:0.5,limits" has an unknown option, expected limit
          atkinson:0.5,limit,x     | "atkinson:0.5,limit,x" has 3 parameters, expected at most 2
          generalised-entropy:nan  | the parameter "nan", expected a number such as 0.5
          generalised-entropy:101  | alpha is 101.0, expected a number from -100 to 100
          generalised-entropy      | needs one number after the colon, such as generalised-entropy:0.5
          percentile:2             | is 2.0, expected
          percentile:0.5,type10    | quantile definition is "type10", expected one of type1, type2
          percentile:0.5,type7,x   | has 3 parameters, expected at most 2
          percentile-ratio:0.9     | "percentile-ratio:0.9" has 1 parameters, expected 2
          restricted-range:x       | quantile definition is "x", expected one of type1, type2
          mcloone:ties             | expected include-ties, exclude-ties, positional or lower-median
          mcloone:positional,x     | expected include-ties, exclude-ties, positional or lower-median
          s-gini:1                 | is 1.0, expected
          kolm:0                   | is 0.0, expected
          kolm-pollak:1,gain       | "kolm-pollak:1,gain" has an unknown option, expected burden
          esteban-ray:2            | is 2.0, expected
          esteban-ray:1,absolute   | has an unknown option, expected relative
          fgt:2,-5                 | is -5.0, expected
          fgt:2,10,per-student     | has 3 parameters, expected at most 2
          gini:n                   | denominator is "n", expected n-1 or reliability
          gini:n-1,reliability     | has 2 parameters, expected at most 1
          share-ratio:0,0.4        | is 0.0, expected
          mean-difference-from-best:middle  | has an unknown option, expected highest or lowest
          index-of-disparity:equal | has an unknown option, expected unweighted
          dollars-to-adequacy:5,x  | has an unknown option, expected per-student
          """)
  void wrongParametersAreWrongCalls(String id, String message) {
    assertThatThrownBy(() -> new InequalityProvider().parse(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          atkinson-decomposition:0.5,up  | has the order "up", expected one of
          change-gini                    | "change-gini" has 0 parameters, expected 1
          theil-l-change:district,x      | has 2 parameters, expected at most 1
          theil-t-change                 | has 0 parameters, expected 1
          nested-product-atkinson:a      | has the parameter "a", expected a number such as 0.5
          nested-atkinson:-1             | epsilon is -1.0, expected a positive number up to 100
          """)
  void wrongDecompositionsAreWrongCalls(String id, String message) {
    assertThatThrownBy(() -> new DecompositionProvider().parse(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void decompositionsAreReadFromTheirIds() {
    for (Measure<?, ?> measure : new DecompositionProvider().measures()) {
      assertThat(measure).hasToString(measure.info().id());
      new DecompositionProvider()
          .parse(measure.info().id())
          .ifPresent(parsed -> assertThat(parsed.info()).isEqualTo(measure.info()));
    }
    for (String id :
        List.of(
            "nested-atkinson:2",
            "nested-product-atkinson:2",
            "atkinson-decomposition:2,ede-first",
            "theil-l-change:state",
            "theil-l-change-approximate:state",
            "theil-t-change:state",
            "change-atkinson:1,state",
            "change-gini:state")) {
      assertThat(new DecompositionProvider().parse(id).orElseThrow()).hasToString(id);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gini:n-1",
        "variance:reliability",
        "standard-deviation:n-1",
        "cv:n-1",
        "atkinson:3",
        "atkinson:2,limit",
        "atkinson-equivalent:2",
        "percentile:0.25",
        "restricted-range:type7",
        "federal-range-ratio:type2",
        "restricted-range-ratio:type7",
        "interquartile-range:type7",
        "quartile-dispersion:type7",
        "mcloone:lower-median",
        "mcloone:positional",
        "verstegen:include-ties",
        "median-gap:lower-median",
        "bottom-share:0.2",
        "top-share:0.2",
        "share-ratio:0.2,0.2",
        "top-to-rest:0.2",
        "s-gini:2.5",
        "kolm:0.5",
        "kolm-pollak:0.5",
        "kolm-pollak:0.5,burden",
        "esteban-ray:1",
        "esteban-ray:1,relative",
        "hannah-kay:2",
        "mean-difference-from-mean:unweighted",
        "mean-difference-from-best:lowest,unweighted",
        "mean-difference-from-best:highest",
        "mean-difference-from-reference:hispanic",
        "mean-difference-from-reference:hispanic,unweighted",
        "index-of-disparity:unweighted",
        "fgt:0,5",
        "watts:5",
        "chakravarty:0.25,5",
        "clark-hemming-ulph:-2,5",
        "sen:5",
        "sen-shorrocks-thon:5",
        "odden-picus:5",
        "adequacy-ratio:5",
        "share-at-target:5",
        "dollars-to-adequacy:5",
        "dollars-to-adequacy:5,per-student"
      })
  void anIdWithParametersIsReadAsWritten(String id) {
    Measure<?, ?> measure = new InequalityProvider().parse(id).orElseThrow();
    assertThat(measure.info().id()).isEqualTo(id);
    assertThat(measure).hasToString(id);
  }

  @Test
  void otherIdsAreNotOfThisFamily() {
    assertThat(new InequalityProvider().parse("dissimilarity")).isEmpty();
    assertThat(new DecompositionProvider().parse("nested-dissimilarity")).isEmpty();
  }
}
