package org.resourceequity.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.resourceequity.sample.QuantileDefinition.TYPE1;
import static org.resourceequity.sample.QuantileDefinition.TYPE7;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resourceequity.inequality.AtkinsonDecomposition.Order;
import org.resourceequity.inequality.FactorShapley.Removal;
import org.resourceequity.metric.Attribution.Sampling;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.LeaveOneOut;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Points;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Units;

/** Zeros, ties, one unit that rules all, nearly equal values, and the bounds of parameters. */
class InequalityEdgesTest {

  private static final Offset<Double> DIGITS = within(1e-12);

  private static MetricInfo info(String id) {
    return new InequalityProvider().parse(id).orElseThrow().info();
  }

  private static Distribution districts(double... values) {
    double[] ones = {1, 1, 1, 1};
    return Distribution.of(
        Units.of(List.of("a", "b", "c", "d")).within("district", List.of("p", "p", "q", "q")),
        values,
        ones);
  }

  // Nearly equal values.

  /**
   * To second order in h every index of 1 - h and 1 + h is h^2/2; no power of 2, which is exact.
   */
  @ParameterizedTest
  @ValueSource(doubles = {3e-10, 7e-10, 1.1e-9, 1.7e-9})
  void nearlyEqualValuesKeepTheirDigits(double about) {
    double h = (1 + about) - 1;
    Distribution near = Distribution.of(1 - h, 1 + h);
    for (Metric<Distribution> metric :
        List.<Metric<Distribution>>of(
            InequalityMetrics.generalisedEntropy(-1),
            InequalityMetrics.generalisedEntropy(0),
            InequalityMetrics.generalisedEntropy(1),
            InequalityMetrics.generalisedEntropy(3.5),
            InequalityMetrics.atkinson(1),
            KolmMetrics.kolm(1))) {
      assertThat(metric.formula(near) / (h * h / 2)).as("%s", metric).isCloseTo(1, within(1e-8));
    }
    assertThat(DispersionMetrics.SD_OF_LOGS.formula(near) / h).isCloseTo(1, within(1e-8));
    assertThat(InequalityMetrics.generalisedEntropy(-100).formula(near) / (h * h / 2))
        .isCloseTo(1, within(1e-8));
  }

  /** Near its limits the parameter takes no digits: the index moves by less than the step. */
  @ParameterizedTest
  @ValueSource(doubles = {-1e-12, 1e-12})
  void parametersNearTheirLimits(double step) {
    Distribution d = Distribution.of(1, 2, 6);
    assertThat(InequalityMetrics.generalisedEntropy(step).formula(d))
        .isCloseTo(InequalityMetrics.THEIL_L.formula(d), within(1e-11));
    assertThat(InequalityMetrics.generalisedEntropy(1 + step).formula(d))
        .isCloseTo(InequalityMetrics.THEIL_T.formula(d), within(1e-11));
  }

  /** A small aversion: the equivalent is the mean 1.5 less kappa times half the variance 1/4. */
  @Test
  void littleAversionLeavesTheMean() {
    Distribution d = Distribution.of(1, 2);
    assertThat(KolmMetrics.kolmPollak(1e-12, false).formula(d)).isCloseTo(1.5, within(1e-11));
    assertThat(KolmMetrics.kolmPollak(1e-12, true).formula(d)).isCloseTo(1.5, within(1e-11));
    assertThat(KolmMetrics.kolm(1e-6).formula(d) / 1e-6).isCloseTo(0.125, within(1e-6));
  }

  /** All short of everything; little short; and far below, where powers leave a double. */
  @Test
  void shortfallAtItsEnds() {
    Metric<Distribution> half = AdequacyMetrics.clarkHemmingUlph(0.5, 4);
    assertThat(half.formula(Distribution.of(0, 0))).isEqualTo(1);
    assertThat(AdequacyMetrics.clarkHemmingUlph(0.5, 4).influence(Distribution.of(0, 0)))
        .containsExactly(0, 0);
    assertThat(half.formula(Distribution.of(4, 9))).isZero();
    // To first order one student in two lacks 1e-12 of 4.
    assertThat(half.formula(Distribution.of(4 - 4e-12, 4)) / 0.5e-12).isCloseTo(1, within(1e-3));
    // By hand: the term of 1e-6 rules, so the equivalent is 1e-6 times 2^(1/100).
    assertThat(1 - AdequacyMetrics.clarkHemmingUlph(-100, 1).formula(Distribution.of(1e-6, 1)))
        .isCloseTo(1e-6 * Math.pow(2, 0.01), within(1e-15));
  }

  /** A large aversion leaves the worst: the mean of exp(-1000 x) is half that of the worst. */
  @Test
  void muchAversionLeavesTheWorst() {
    Distribution d = Distribution.of(1, 3);
    double half = Math.log(2) / 1000;
    assertThat(KolmMetrics.kolmPollak(1000, false).formula(d)).isCloseTo(1 + half, DIGITS);
    assertThat(KolmMetrics.kolmPollak(1000, true).formula(d)).isCloseTo(3 - half, DIGITS);
    assertThat(KolmMetrics.kolm(1000).formula(d)).isCloseTo(1 - half, DIGITS);
  }

  // Zeros.

  /** By hand for (0, 2), r = 0 and 2: half the mean of r^2 less 1, and with 1/2 (1/sqrt 2 - 1). */
  @Test
  void entropyWithAZero() {
    Distribution d = Distribution.of(0, 2);
    assertThat(InequalityMetrics.generalisedEntropy(2).formula(d)).isCloseTo(0.5, DIGITS);
    assertThat(InequalityMetrics.generalisedEntropy(0.5).formula(d))
        .isCloseTo(-4 * (Math.sqrt(0.5) - 1), DIGITS);
    // Slopes w/(mu (alpha-1)) (r^(alpha-1) - mean of r^alpha): 1/2 (0 - 2) and 1/2 (2 - 2).
    assertThat(InequalityMetrics.generalisedEntropy(2).gradient(d).values())
        .containsExactly(new double[] {-1, 0}, DIGITS);
    // A zero has no slope up to alpha 1: 1/2 (ln 2 - ln 2) for the other.
    assertThat(InequalityMetrics.generalisedEntropy(1).gradient(d).values())
        .containsExactly(new double[] {0, 0}, DIGITS);
    assertThat(InequalityMetrics.THEIL_T.gradient(d).values())
        .containsExactly(new double[] {0, 0}, DIGITS);
  }

  /** With a zero the index is 1 whatever else there is; only without the last zero it is not. */
  @Test
  void atkinsonAtItsLimit() {
    Atkinson limit = InequalityMetrics.atkinsonWithLimit(1);
    Distribution d = Distribution.of(0, 1, 1);
    assertThat(limit.formula(d)).isEqualTo(1);
    assertThat(limit.influence(d)).containsExactly(0, 0, 0);
    assertThat(limit.gradient(d).values()).containsExactly(0, 0, 0);
    assertThat(limit.leaveOneOut(d).values()).containsExactly(0, 1, 1);
    assertThat(limit.leaveOneOut(Distribution.of(0, 0, 1)).values()).containsExactly(1, 1);
    assertThat(limit.info().claims(Axiom.PIGOU_DALTON)).isFalse();
    assertThat(InequalityMetrics.atkinsonWithLimit(2).formula(d)).isEqualTo(1);
    // Below 1 a zero is no limit: 1 - (mean of sqrt r)^2 with r = 3/2 twice and 0.
    assertThat(InequalityMetrics.atkinsonWithLimit(0.5).formula(d)).isCloseTo(1 / 3.0, DIGITS);
  }

  /** A district without anything is equal inside; T between 0 and 4 is ln 2, A(1/2) is 1/2. */
  @Test
  void aDistrictWithoutAnythingIsEqualInside() {
    Distribution d = districts(0, 0, 4, 4);
    Parts theil = InequalityMetrics.THEIL_T.decompose(d, d.units().by("district"));
    assertThat(theil.part(Decomposable.WITHIN)).isZero();
    assertThat(theil.part(Decomposable.BETWEEN)).isCloseTo(Math.log(2), DIGITS);
    assertThat(DecompositionMetrics.entropyWithin(1, "district").measure(d).get().values())
        .containsExactly(0, 0);
    for (Order order : Order.values()) {
      Parts atkinson = DecompositionMetrics.atkinsonDecomposition(0.5, order).measure(d).get();
      assertThat(atkinson.part(Decomposable.BETWEEN)).isCloseTo(0.5, DIGITS);
      assertThat(atkinson.part(Decomposable.WITHIN)).isCloseTo(0, DIGITS);
    }
  }

  /** Such a district has no part in T; the other's index falls from that of (1, 3) to 0. */
  @Test
  void changeBesideADistrictWithoutAnything() {
    double before = (Math.log(0.5) + 3 * Math.log(1.5)) / 4;
    Change<Distribution> change = new Change<>(districts(0, 0, 1, 3), districts(0, 0, 2, 2));
    Parts theil = DecompositionMetrics.theilTChange("district").measure(change).get();
    assertThat(theil.part("within")).isCloseTo(-before, DIGITS);
    assertThat(theil.total()).isCloseTo(-before, DIGITS);
    Comparison<Distribution, Parts> shapley =
        DecompositionMetrics.change(InequalityMetrics.THEIL_T, "district");
    assertThat(shapley.measure(change).get().part("within")).isCloseTo(-before, DIGITS);
    assertThat(shapley.formula(change)).isEqualTo(shapley.measure(change).get());
  }

  // Ties and kinks.

  /** One of (1, 2, 3) is at the mean, a kink: the mean of the slopes on both sides, by Python 3. */
  @Test
  void hooverAtTheMean() {
    Distribution d = Distribution.of(1, 2, 3);
    assertThat(InequalityMetrics.HOOVER.influence(d))
        .containsExactly(new double[] {1 / 18.0, -1 / 18.0, 0}, DIGITS);
    assertThat(InequalityMetrics.HOOVER.gradient(d).values())
        .containsExactly(new double[] {-4 / 36.0, -1 / 36.0, 2 / 36.0}, DIGITS);
  }

  /**
   * By hand: parts (1, 5) and (2, 6) of 14: 5 lies 3 above 2 in one of four pairs, so 2/3.5 x 3/16.
   */
  @Test
  void twoPartsOverlap() {
    Parts parts =
        DecompositionMetrics.giniDecomposition(GiniDecomposition.Method.PYATT)
            .decompose(Distribution.of(1, 5, 2, 6), Partition.of(List.of("p", "p", "q", "q")));
    assertThat(parts.part(GiniDecomposition.OVERLAP)).isCloseTo(6 / 56.0, DIGITS);
    // The same with the parts in the other order.
    parts =
        DecompositionMetrics.giniDecomposition(GiniDecomposition.Method.PYATT)
            .decompose(Distribution.of(1, 5, 2, 6), Partition.of(List.of("z", "z", "q", "q")));
    assertThat(parts.part(GiniDecomposition.OVERLAP)).isCloseTo(6 / 56.0, DIGITS);
  }

  /** At the target nobody is short of it; of (1, 2, 4, 8) half lie below 4. */
  @Test
  void atTheTargetNothingIsMissing() {
    Distribution d = Distribution.of(1, 2, 4, 8);
    assertThat(AdequacyMetrics.fgt(0, 4).formula(d)).isEqualTo(0.5);
    assertThat(AdequacyMetrics.sen(4).formula(Distribution.of(4, 8))).isZero();
    assertThat(AdequacyMetrics.senShorrocksThon(4).formula(Distribution.of(4, 8))).isZero();
    // Nobody below has anything: all of H, and no inequality among them.
    assertThat(AdequacyMetrics.sen(4).formula(Distribution.of(0, 8))).isEqualTo(0.5);
  }

  // One unit that rules all.

  /** What is left when the largest goes keeps its digits: it is that of (1, 2, 3). */
  @ParameterizedTest
  @CsvSource({"1e14, 1", "10, 1e14"})
  void withoutTheLargest(double value, double weight) {
    Distribution d = Distribution.of(new double[] {1, 2, 3, value}, new double[] {1, 1, 1, weight});
    Distribution rest = Distribution.of(1, 2, 3);
    for (LeaveOneOut<Distribution> metric :
        List.<LeaveOneOut<Distribution>>of(
            InequalityMetrics.GINI,
            InequalityMetrics.HOOVER,
            InequalityMetrics.THEIL_T,
            InequalityMetrics.THEIL_L,
            InequalityMetrics.generalisedEntropy(-1),
            InequalityMetrics.atkinson(2),
            InequalityMetrics.atkinson(30))) {
      assertThat(metric.leaveOneOut(d).value(3))
          .as("%s", metric)
          .isCloseTo(metric.formula(rest), DIGITS);
    }
    // By hand: half the mean difference of (1, 2, 3) is 4/9, the mean 2.
    assertThat(InequalityMetrics.GINI.leaveOneOut(d).value(3)).isCloseTo(2 / 9.0, DIGITS);
  }

  /** Nearly all students have nothing; the weight of the others keeps its digits. */
  @Test
  void withoutTheHeaviest() {
    Distribution d = Distribution.of(new double[] {1, 2, 3, 0}, new double[] {1, 1, 1, 1e17});
    // By hand for (1, 2, 3): half the mean difference 4/9 and half the mean distance 1/3, over 2.
    assertThat(InequalityMetrics.GINI.leaveOneOut(d).value(3)).isCloseTo(2 / 9.0, DIGITS);
    assertThat(InequalityMetrics.HOOVER.leaveOneOut(d).value(3)).isCloseTo(1 / 6.0, DIGITS);
  }

  /** The lowest makes nearly all of an index of the low values, the others hardly any. */
  @Test
  void withoutTheLowest() {
    Distribution d = Distribution.of(1e-9, 1, 2, 3);
    Distribution rest = Distribution.of(1, 2, 3);
    for (LeaveOneOut<Distribution> metric :
        List.<LeaveOneOut<Distribution>>of(
            InequalityMetrics.generalisedEntropy(-1),
            InequalityMetrics.generalisedEntropy(-2),
            InequalityMetrics.atkinson(3))) {
      assertThat(metric.leaveOneOut(d).value(0))
          .as("%s", metric)
          .isCloseTo(metric.formula(rest), DIGITS);
    }
  }

  /** Without the only one that has something there is no Gini; without another it is 1/2. */
  @Test
  void withoutTheOnlyOneThatHasSomething() {
    UnitValues without = InequalityMetrics.GINI.leaveOneOut(Distribution.of(0, 0, 5));
    assertThat(without.keys()).hasSize(2);
    assertThat(without.values()).containsExactly(new double[] {0.5, 0.5}, DIGITS);
  }

  // Curves and groups.

  /** By hand: the lower of 1 and 3 holds 1/2 per student of all, both hold 2. */
  @Test
  void generalisedCurve() {
    Points curve = InequalityMetrics.GENERALISED_LORENZ_CURVE.formula(Distribution.of(1, 3));
    assertThat(List.of(curve.x(0), curve.x(1), curve.x(2))).containsExactly(0.0, 0.5, 1.0);
    assertThat(List.of(curve.y(0), curve.y(1), curve.y(2))).containsExactly(0.0, 0.5, 2.0);
    MetricInfo generalised = InequalityMetrics.GENERALISED_LORENZ_CURVE.info();
    assertThat(generalised.requires()).containsExactly(Condition.SOME_UNITS);
    assertThat(generalised.formula()).startsWith("A(p)");
    assertThat(generalised.reference()).startsWith("Shorrocks");
    MetricInfo relative = InequalityMetrics.LORENZ_CURVE.info();
    assertThat(relative.claims(Axiom.SCALE_INVARIANCE)).isTrue();
    assertThat(relative.formula()).startsWith("L(p)");
    assertThat(relative.reference()).startsWith("Lorenz");
  }

  // NumPy 2.4: s = [.5, .3, .2]; y = [10, 20, 40]; e = [1, 2, 3]; M = diag(s) - outer(s, s);
  // S = diag(e**2); sqrt(4 * sum(s**2 * (y - s @ y)**2 * e**2) + 2 * trace(M @ S @ M @ S)).
  @Test
  void errorOfTheVarianceBetweenGroups() {
    Distribution groups = Distribution.of(new double[] {10, 20, 40}, new double[] {50, 30, 20});
    assertThat(GroupMetrics.betweenGroupVarianceError(groups, 1, 2, 3))
        .isCloseTo(26.91471344822382, DIGITS);
    assertThat(GroupMetrics.betweenGroupVarianceError(groups, 0, 0, 0)).isZero();
    assertThatThrownBy(() -> GroupMetrics.betweenGroupVarianceError(groups, 1, -2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("standardErrors[1] is -2.0");
    assertThatThrownBy(() -> GroupMetrics.betweenGroupVarianceError(groups, 1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("standardErrors");
  }

  /** The lowest is 1 and the highest 5, each twice: the first key of both. */
  @Test
  void extremesAreTheFirstOfEqualUnits() {
    Distribution d =
        Distribution.of(
            Units.of(List.of("b", "d", "a", "c")),
            new double[] {1, 5, 1, 5},
            new double[] {1, 1, 2, 2});
    assertThat(QuantileMetrics.EXTREMES.measure(d).get().keys()).containsExactly("a", "c");
    assertThat(QuantileMetrics.EXTREMES.measure(d).get().values()).containsExactly(1, 5);
  }

  /** Specification A.1, HD-MAXMIN: a lowest group of 0 has no ratio. */
  @Test
  void aLowestGroupWithoutAnythingHasNoRatio() {
    assertThat(GroupMetrics.MAX_MIN_RATIO.measure(Distribution.of(0, 5)).toString())
        .contains("COMPARISON_EVENTS");
    assertThat(GroupMetrics.MAX_MIN_DIFFERENCE.formula(Distribution.of(0, 5))).isEqualTo(5);
  }

  /** By hand: L of (1, 1) is 0, of (2, 4) ln 3 - ln 8 / 2, each for half; of the means (1, 3). */
  @Test
  void theilWithinAndBetween() {
    Distribution d = districts(1, 1, 2, 4);
    Parts parts = InequalityMetrics.THEIL_L.decompose(d, d.units().by("district"));
    assertThat(parts.part(Decomposable.WITHIN))
        .isCloseTo((Math.log(3) - Math.log(8) / 2) / 2, DIGITS);
    assertThat(parts.part(Decomposable.BETWEEN)).isCloseTo(Math.log(2) - Math.log(3) / 2, DIGITS);
  }

  /** By Python 3 over all orders that keep State and federal revenue together. */
  @Test
  void sourcesInGroups() {
    Distribution d =
        Distribution.of(
                new double[] {6, 2, 9, 4, 12, 7, 5, 9}, new double[] {3, 1, 4, 2, 5, 2, 6, 1})
            .withParts(
                Map.of(
                    "federal", new double[] {0, 0.5, 1, 1, 1, 0, 1, 0},
                    "local", new double[] {4, 1, 5, 1, 9, 2, 3, 6},
                    "state", new double[] {2, 0.5, 3, 2, 2, 5, 1, 3}));
    FactorShapley shapley = DecompositionMetrics.shapley(InequalityMetrics.GINI, Removal.EQUALISE);
    UnitValues shares =
        shapley
            .attribution(d, Map.of("state", "aid", "federal", "aid"), Sampling.USUAL)
            .get()
            .shares();
    assertThat(shares.value(shares.keys().indexOf("local"))).isCloseTo(0.173258003766478, DIGITS);
    assertThat(shares.value(shares.keys().indexOf("state"))).isCloseTo(0.0439030131826742, DIGITS);
    assertThat(shares.value(shares.keys().indexOf("federal")))
        .isCloseTo(0.00717984934086629, DIGITS);
    assertThat(shapley.formula(d)).isEqualTo(shapley.measure(d).get());
  }

  // Parameters.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "atkinson:100",
        "generalised-entropy:100",
        "generalised-entropy:-100",
        "fgt:0,5",
        "fgt:100,5",
        "hannah-kay:100",
        "s-gini:1000",
        "share-ratio:1,1",
        "esteban-ray:1.6",
        "percentile:0",
        "percentile:1",
        "bottom-share:0",
        "top-share:1"
      })
  void boundsOfParametersAreAllowed(String id) {
    assertThat(new InequalityProvider().parse(id).orElseThrow()).hasToString(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "atkinson:0",
        "atkinson:100.5",
        "generalised-entropy:100.5",
        "fgt:-0.5,5",
        "fgt:100.5,5",
        "fgt:1,0",
        "watts:0",
        "chakravarty:1.5,1",
        "clark-hemming-ulph:1.5,1",
        "hannah-kay:0",
        "hannah-kay:101",
        "s-gini:1001",
        "share-ratio:1.5,1",
        "share-ratio:1,0",
        "esteban-ray:0",
        "esteban-ray:1.7",
        "top-to-rest:0",
        "top-to-rest:1",
        "kolm-pollak:0"
      })
  void beyondThemAreWrongCalls(String id) {
    assertThatThrownBy(() -> new InequalityProvider().parse(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected");
  }

  /** Parameters change what is claimed and required: specification A.1, A.2 and A.10. */
  @Test
  void whatAParameterChanges() {
    assertThat(info("fgt:1,5").claims(Axiom.MONOTONICITY)).isTrue();
    assertThat(info("fgt:0.5,5").claims(Axiom.MONOTONICITY)).isFalse();
    assertThat(info("generalised-entropy:2").key()).isEqualTo("IN-GE2");
    assertThat(info("generalised-entropy:3").key()).isEqualTo("IN-GE");
    assertThat(info("generalised-entropy:0").requires()).contains(Condition.NO_ZEROS);
    assertThat(info("generalised-entropy:0.5").requires()).doesNotContain(Condition.NO_ZEROS);
    assertThat(info("generalised-entropy:1.9").claims(Axiom.TRANSFER_SENSITIVITY)).isTrue();
    assertThat(info("generalised-entropy:2").claims(Axiom.TRANSFER_SENSITIVITY)).isFalse();
    assertThat(info("atkinson:1").requires()).contains(Condition.NO_ZEROS);
    assertThat(info("atkinson:0.9").requires()).doesNotContain(Condition.NO_ZEROS);
    assertThat(info("kolm-pollak:1").direction()).isEqualTo(Direction.MORE_EQUAL);
    assertThat(info("kolm-pollak:1,burden").direction()).isEqualTo(Direction.LESS_EQUAL);
    assertThat(info("kolm-pollak:1").formula()).startsWith("-");
    assertThat(info("kolm-pollak:1,burden").formula()).doesNotStartWith("-");
    assertThat(info("mean-difference-from-mean").claims(Axiom.WEAK_PIGOU_DALTON)).isTrue();
    assertThat(info("mean-difference-from-mean:unweighted").claims(Axiom.WEAK_PIGOU_DALTON))
        .isFalse();
    assertThat(info("index-of-disparity").claims(Axiom.WEAK_PIGOU_DALTON)).isTrue();
    assertThat(info("index-of-disparity:unweighted").claims(Axiom.COUNTS_UNITS)).isTrue();
    assertThat(info("esteban-ray:1").requires()).doesNotContain(Condition.POSITIVE_TOTAL);
    assertThat(info("esteban-ray:1,relative").requires()).contains(Condition.POSITIVE_TOTAL);
    assertThat(info("variance").requires()).containsExactly(Condition.SOME_UNITS);
    assertThat(info("variance:reliability").requires())
        .containsExactly(Condition.SOME_UNITS, Condition.TWO_UNITS);
    assertThat(info("variance:n-1").requires()).hasSize(2);
    assertThat(info("percentile-ratio:0.9,0.1").low()).isEqualTo(1);
    assertThat(info("percentile-ratio:0.1,0.9").high()).isEqualTo(1);
    assertThat(info("percentile-ratio:0.5,0.5").low()).isEqualTo(1);
  }

  /** A definition of quantiles is in the name, and decides what copies and units may change. */
  @Test
  void whatAQuantileDefinitionChanges() {
    assertThat(QuantileMetrics.restrictedRange(TYPE1).info().name()).isEqualTo("Restricted range");
    assertThat(QuantileMetrics.restrictedRange(TYPE7).info().name())
        .isEqualTo("Restricted range, type7");
    assertThat(QuantileMetrics.percentileRatio(0.9, 0.1, TYPE1).info().name())
        .isEqualTo("Percentile ratio");
    assertThat(QuantileMetrics.restrictedRangeRatio(TYPE1).info().name())
        .isEqualTo("Restricted range ratio");
    assertThat(info("percentile:0.9").claims(Axiom.REPLICATION_INVARIANCE)).isTrue();
    assertThat(info("percentile:0.9,type7").claims(Axiom.REPLICATION_INVARIANCE)).isFalse();
    assertThat(info("percentile:0.9,harrell-davis").claims(Axiom.COUNTS_UNITS)).isTrue();
    assertThat(info("percentile:0.9,type7").claims(Axiom.COUNTS_UNITS)).isFalse();
  }

  /** Theil's L needs values above 0, T does not; sources need a total only for the Gini. */
  @Test
  void whatDecompositionsRequire() {
    assertThat(DecompositionMetrics.theilLChange("state").info().requires())
        .contains((Requirement) Condition.NO_ZEROS);
    assertThat(DecompositionMetrics.theilTChange("state").info().requires())
        .doesNotContain(Condition.NO_ZEROS);
    assertThat(
            DecompositionMetrics.bySource(SourceDecomposition.Method.SHORROCKS).info().requires())
        .doesNotContain(Condition.POSITIVE_TOTAL);
    assertThat(
            DecompositionMetrics.bySource(SourceDecomposition.Method.ELASTICITY).info().requires())
        .contains(Condition.POSITIVE_TOTAL);
    assertThat(DecompositionMetrics.atkinsonDecomposition(1, Order.MEANS_FIRST).info().reference())
        .startsWith("Das");
    assertThat(DecompositionMetrics.atkinsonDecomposition(1, Order.EDE_FIRST).info().reference())
        .startsWith("Blackorby");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nested-gini",
        "nested-atkinson:2.5",
        "share-of-maximum-theil-l",
        "shapley-zero-theil-l",
        "shapley-equalise-atkinson:2.5",
        "change-theil-l:state"
      })
  void decompositionsOfAnyIndex(String id) {
    assertThat(new DecompositionProvider().parse(id).orElseThrow()).hasToString(id);
  }

  /** A curve has no index, and nothing is known of the others. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "nested-lorenz-curve",
        "nested-nothing",
        "share-of-maximum-extremes",
        "shapley-zero-nothing",
        "change-nothing:state"
      })
  void onlyIndicesAreDecomposed(String id) {
    assertThat(new DecompositionProvider().parse(id)).isEmpty();
  }

  @Test
  void decompositionsAreInTheCatalog() {
    assertThat(new DecompositionProvider().measures())
        .extracting(measure -> measure.info().id())
        .contains("nested-gini", "sources:shorrocks", "first-order-dominance");
  }
}
