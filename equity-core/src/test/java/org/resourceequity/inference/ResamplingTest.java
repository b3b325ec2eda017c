package org.resourceequity.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.resourceequity.disproportionality.DisproportionalityMetrics;
import org.resourceequity.gaps.GapMetrics;
import org.resourceequity.inequality.InequalityMetrics;
import org.resourceequity.internal.CounterRandom;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.progressivity.ProgressivityMetrics;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Units;
import org.resourceequity.segregation.SegregationMetrics;

class ResamplingTest {

  private static final Mean MEAN = new Mean();
  private static final Distribution FOUR = Distribution.of(1, 2, 4, 7);

  /** Sampling four of 1, 2, 4, 7 with replacement: the mean has the variance 21/4 / 4. */
  @Test
  void theBootstrapOfAMeanHasItsError() {
    Resampled found = Bootstrap.byUnits(20_000, 1).run(MEAN, FOUR).get();
    double error = Math.sqrt(21.0 / 16);
    assertThat(found.standardError()).isCloseTo(error, within(0.03));
    assertThat(found.bias()).isCloseTo(0, within(5 * error / Math.sqrt(20_000)));
    assertThat(found.debiased()).isEqualTo(found.value() - found.bias(), within(1e-12));
    assertThat(found.percentiles(0.95).contains(3.5)).isTrue();
    assertThat(found.percentiles(0.95).method()).contains("20000 bootstrap samples of units");
    Interval basic = found.basic(0.9);
    Interval percentiles = found.percentiles(0.9);
    assertThat(basic.low()).isCloseTo(7 - percentiles.high(), within(1e-12));
    assertThat(found.debiasedPercentiles(0.9).low())
        .isCloseTo(percentiles.low() - 2 * found.bias(), within(1e-12));
  }

  @Test
  void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads() throws Exception {
    Bootstrap bootstrap = Bootstrap.byStudents(64, 5);
    CrossTab table = table();
    double[] many = bootstrap.run(SegregationMetrics.MUTUAL_INFORMATION, table).get().replicates();
    ForkJoinPool one = new ForkJoinPool(1);
    try {
      double[] single =
          one.submit(
                  () ->
                      bootstrap
                          .run(SegregationMetrics.MUTUAL_INFORMATION, table)
                          .get()
                          .replicates())
              .get();
      assertThat(single).isEqualTo(many);
    } finally {
      one.shutdown();
    }
    assertThat(
            Bootstrap.byStudents(64, 6)
                .run(SegregationMetrics.MUTUAL_INFORMATION, table)
                .get()
                .replicates())
        .isNotEqualTo(many);
  }

  private static CrossTab table() {
    return CrossTab.of(
        Units.of(List.of("a", "b", "c", "d"))
            .within("district", List.of("x", "x", "y", "z"))
            .within("state", List.of("s", "s", "s", "t")),
        List.of("g", "h"),
        new double[][] {{40, 20, 5, 1}, {20, 40, 60, 80}});
  }

  /** A cluster that is drawn twice is two clusters: the number of districts stays three. */
  @Test
  void clustersAreDrawnWhole() {
    CrossTab drawn = table().drawClusters("district", 0, 0, 2);
    assertThat(drawn.size()).isEqualTo(5);
    assertThat(drawn.units().by("district").parts()).isEqualTo(3);
    assertThat(drawn.units().by("state").parts()).isEqualTo(2);
    assertThat(drawn.count(0, 2)).isEqualTo(40);
    assertThat(drawn.count(0, 4)).isEqualTo(1);
    assertThat(
            Bootstrap.byClusters("district", 200, 1)
                .run(SegregationMetrics.MUTUAL_INFORMATION, table())
                .get()
                .standardError())
        .isPositive();
  }

  /** Total students are kept; in the mean, so is each cell. */
  @Test
  void studentsOfEverySampleKindCanBeDrawn() {
    Units units = Units.of(List.of("a", "b", "c"));
    double[][] counts = {{30, 10, 0}, {5, 20, 60}};
    GroupedValues values =
        GroupedValues.of(units, new double[] {9, 10, 14}, List.of("g", "h"), counts);
    RiskCounts risks =
        RiskCounts.of(units, List.of("g", "h"), new double[][] {{6, 2, 0}, {1, 2, 6}}, counts);
    PairedSample paired =
        PairedSample.of(
            new double[] {9, 10, 14}, new double[] {35, 30, 60}, new double[] {0.8, 0.3, 0});
    // Standard error of a difference of two rates, 8/40 and 9/85, by the textbook.
    double error = Math.sqrt(0.2 * 0.8 / 40 + 9.0 / 85 * (76.0 / 85) / 85);
    assertThat(
            Bootstrap.byStudents(4_000, 3)
                .run(DisproportionalityMetrics.RISK_DIFFERENCE, risks)
                .get()
                .standardError())
        .isCloseTo(error, within(0.1 * error));
    // The mean of the students of g is 370/40, of h 1085/85; variances by hand 0.1875, 3.2152.
    double gap =
        Math.sqrt(
            0.1875 / 40 + (5 * 81 + 20 * 100 + 60 * 196 - 85 * Math.pow(1085.0 / 85, 2)) / 85 / 85);
    assertThat(
            Bootstrap.byStudents(4_000, 3)
                .run(GapMetrics.EXPOSURE_GAP, values)
                .get()
                .standardError())
        .isCloseTo(gap, within(0.1 * gap));
    assertThat(Bootstrap.byStudents(100, 3).run(ProgressivityMetrics.NEED_SLOPE, paired).isKnown())
        .isTrue();
    assertThat(
            Bootstrap.byStudents(100, 3)
                .run(MEAN, Distribution.of(new double[] {1, 2}, new double[] {30, 50}))
                .isKnown())
        .isTrue();
  }

  @Test
  void replicatesWithoutValueAreCountedAndTooManyAreARefusal() {
    // One of the two students with the need is missing in many draws of three students.
    CrossTab few =
        CrossTab.of(
            Units.of(List.of("a", "b")), List.of("g", "h"), new double[][] {{1, 0}, {1, 1}});
    Outcome<Resampled> refused =
        Bootstrap.byStudents(200, 1).run(SegregationMetrics.DISSIMILARITY, few);
    assertThat(refused.toString()).contains("no value in").contains("of 200 replicates");
    assertThatThrownBy(() -> Bootstrap.byUnits(1, 1)).hasMessageContaining("replicates");
  }

  /** Leaving out units gives s / sqrt(n) for a mean, and no bias: Efron, B. (1982), section 3. */
  @Test
  void theJackknifeOfAMeanIsTheTextbooks() {
    Jackknife found = Jackknife.byUnits(MEAN, FOUR).get();
    assertThat(found.standardError()).isCloseTo(Math.sqrt(7.0 / 4), within(1e-14));
    assertThat(found.bias()).isCloseTo(0, within(1e-14));
    assertThat(
            Jackknife.byUnits(
                    MEAN,
                    Distribution.of(new double[] {1, 2, 4, 7, 9}, new double[] {1, 1, 1, 1, 0}))
                .get()
                .standardError())
        .isCloseTo(Math.sqrt(7.0 / 4), within(1e-14));
    assertThat(Jackknife.byUnits(MEAN, Distribution.of(3.0)).isKnown()).isFalse();
  }

  /** Two clusters: without x the mean is 5.5, without y 1.5; sqrt(1/2 (4 + 4)) = 2. */
  @Test
  void theJackknifeLeavesOutClusters() {
    Units units =
        Units.of(List.of("a", "b", "c", "d")).within("district", List.of("x", "x", "y", "y"));
    Distribution sample =
        Distribution.of(units, new double[] {1, 2, 4, 7}, new double[] {1, 1, 1, 1});
    Jackknife found = Jackknife.byClusters(MEAN, sample, "district").get();
    assertThat(found.standardError()).isCloseTo(2, within(1e-14));
    assertThat(found.draws()).isEqualTo(Draws.CLUSTERS);
  }

  /** The lady tasting tea: 3 of 4 right or more by chance 17 times in 70. Fisher (1935). */
  @Test
  void eventsAreDealtWithinAUnit() {
    RiskCounts tea =
        RiskCounts.of(
            Units.of(List.of("table")),
            List.of("milk first", "tea first"),
            new double[][] {{3}, {1}},
            new double[][] {{4}, {4}});
    PermutationTest test =
        PermutationTest.run(DisproportionalityMetrics.RISK_DIFFERENCE, tea, 20_000, 1).get();
    assertThat(test.atLeast()).isCloseTo(17.0 / 70, within(0.016));
    assertThat(test.atMost()).isCloseTo(69.0 / 70, within(0.005));
    assertThat(test.twoSided()).isCloseTo(34.0 / 70, within(0.032));
    assertThat(test.chance()).contains("each unit");
  }

  /**
   * With margins fixed, the variance ratio of 265 students in four schools has the mean 3/264, and
   * so the chance level of the table is known: metric specification, B.4.
   */
  @Test
  void studentsAreDealtToUnitsWithTheMarginsKept() {
    CrossTab mixed = Redraw.mixed(table(), new CounterRandom(1, 2));
    assertThat(mixed.groupTotal(0)).isEqualTo(66);
    assertThat(IntStream.range(0, 4).mapToDouble(mixed::unitTotal))
        .containsExactly(60.0, 60.0, 65.0, 81.0);
    PermutationTest test =
        PermutationTest.run(SegregationMetrics.ISOLATION, table(), 20_000, 3).get();
    double share = 66.0 / 266;
    assertThat(test.expected())
        .isCloseTo(share + (1 - share) * 3 / 265, within(5 * test.standardDeviation() / 141));
    assertThat(test.atLeast()).isEqualTo(1.0 / 20_001);
  }

  @Test
  void needIsDealtToUnitsAndADistributionHasNothingToMix() {
    PairedSample paired =
        PairedSample.of(
            new double[] {1, 2, 3, 4, 5},
            new double[] {1, 1, 1, 1, 1},
            new double[] {1, 2, 3, 4, 5});
    PermutationTest test =
        PermutationTest.run(ProgressivityMetrics.NEED_SLOPE, paired, 20_000, 1).get();
    // Only one of the 120 orders gives the slope of 1 or more.
    assertThat(test.atLeast()).isCloseTo(1.0 / 120, within(0.0035));
    assertThat(test.expected()).isCloseTo(0, within(0.02));
    assertThat(PermutationTest.run(InequalityMetrics.GINI, FOUR, 99, 1).toString())
        .contains("APPLICABLE");
  }

  /** R 4.3: x = c(1, 2, 4, 7, 11); mean 5, sd, quantile(x, c(.05, .95)) of type 7. */
  @Test
  void replicatesAreSummedUpAsInR() {
    Resampled found = new Resampled(4.5, new double[] {1, 2, 4, 7, 11}, 1, Draws.CLUSTERS, 42);
    assertThat(found.standardError()).isCloseTo(4.06201920231798, within(1e-14));
    assertThat(found.bias()).isEqualTo(0.5);
    assertThat(found.debiased()).isEqualTo(4);
    Interval percentiles = found.percentiles(0.9);
    assertThat(percentiles.low()).isCloseTo(1.2, within(1e-14));
    assertThat(percentiles.high()).isCloseTo(10.2, within(1e-14));
    assertThat(found.percentiles(0.6).low()).isCloseTo(1.8, within(1e-14));
    assertThat(found.percentiles(0.6).high()).isCloseTo(7.8, within(1e-14));
    assertThat(found.percentiles(1).high()).isEqualTo(11);
    // Mirrored at 4.5: 9 - 10.2 and 9 - 1.2.
    assertThat(found.basic(0.9).low()).isCloseTo(-1.2, within(1e-14));
    assertThat(found.basic(0.9).high()).isCloseTo(7.8, within(1e-14));
    assertThat(found.debiasedPercentiles(0.9).high()).isCloseTo(9.2, within(1e-14));
    assertThat(found.undefined()).isEqualTo(1);
    assertThat(found.seed()).isEqualTo(42);
    assertThat(found.draws()).isEqualTo(Draws.CLUSTERS);
    assertThat(found.toString())
        .startsWith("4.5 (standard error 4.06")
        .endsWith("bias 0.5; 5 bootstrap samples of clusters, seed 42)");
  }

  /** Around a mean of 10^15 the deviations -4.5, -1.5, 1.5, 4.5 stay exact: √(45/3). */
  @Test
  void anErrorFarFromZeroKeepsItsDigits() {
    double[] far = {1e15, 1e15 + 3, 1e15 + 6, 1e15 + 9};
    assertThat(new Resampled(far[1], far, 0, Draws.UNITS, 1).standardError())
        .isCloseTo(Math.sqrt(15), within(1e-13));
    // Leaving out one of them leaves 10^15 + 6, 5, 4, 3; √(3/4 (2.25 + 0.25 + 0.25 + 2.25)).
    assertThat(Jackknife.byUnits(MEAN, Distribution.of(far)).get().standardError())
        .isCloseTo(Math.sqrt(3.75), within(1e-13));
  }

  /**
   * The bootstrap of three students of one school can only give them again; so each replicate is
   * the sample.
   */
  @Test
  void aMetricThatCannotVaryHasNoError() {
    Resampled found =
        Bootstrap.byStudents(10, 1)
            .run(MEAN, Distribution.of(new double[] {7}, new double[] {3}))
            .get();
    assertThat(found.standardError()).isZero();
    assertThat(found.replicates()).hasSize(10).containsOnly(7);
    assertThat(found.undefined()).isZero();
  }

  @Test
  void whatHasNoNumberOrOneUnitHasNoBootstrap() {
    assertThat(Bootstrap.byUnits(10, 1).run(InequalityMetrics.GINI, Distribution.of(0, 0)))
        .hasToString(InequalityMetrics.GINI.measure(Distribution.of(0, 0)).toString());
    assertThat(Bootstrap.byUnits(10, 1).run(MEAN, Distribution.of(7)))
        .hasToString("undefined: TWO_UNITS (1 units to draw from, two are needed)");
    Distribution oneDistrict =
        Distribution.of(
            Units.of(List.of("a", "b")).within("district", List.of("x", "x")),
            new double[] {1, 2},
            new double[] {1, 1});
    assertThat(Bootstrap.byClusters("district", 10, 1).run(MEAN, oneDistrict))
        .hasToString("undefined: TWO_UNITS (1 clusters to draw from, two are needed)");
    assertThat(Bootstrap.byUnits(10, 1).run(MEAN, oneDistrict).isKnown()).isTrue();
    assertThat(Bootstrap.byUnits(2, 1).run(MEAN, oneDistrict).isKnown()).isTrue();
  }

  /**
   * GE(2), half the variance over the squared mean, is 21/98 for 1, 2, 4, 7; without 1, 2, 4 and 7
   * it is 38/338, 18/96, 62/200 and 14/98: sum of squared deviations times 3, over twice the
   * squared total.
   */
  @Test
  void theJackknifeOfAnInequalityIsThatByHand() {
    double[] without = {38 / 338.0, 18 / 96.0, 62 / 200.0, 14 / 98.0};
    double mean = (without[0] + without[1] + without[2] + without[3]) / 4;
    double squares = 0;
    for (double one : without) {
      squares += (one - mean) * (one - mean);
    }
    Metric<Distribution> halfSquaredCv = InequalityMetrics.generalisedEntropy(2);
    Jackknife found = Jackknife.byUnits(halfSquaredCv, FOUR).get();
    assertThat(found.bias()).isCloseTo(3 * (mean - 21 / 98.0), within(1e-14));
    assertThat(found.standardError()).isCloseTo(Math.sqrt(squares * 3 / 4), within(1e-14));
    assertThat(found.value()).isCloseTo(21 / 98.0, within(1e-15));
    assertThat(found.draws()).isEqualTo(Draws.UNITS);
    // A school without students is no draw, wherever it stands.
    Distribution withEmpty =
        Distribution.of(new double[] {9, 1, 2, 8, 4, 7}, new double[] {0, 1, 1, 0, 1, 1});
    assertThat(Jackknife.byUnits(halfSquaredCv, withEmpty).get().standardError())
        .isCloseTo(found.standardError(), within(1e-14));
    // The same where the metric is measured once per unit.
    Metric<Distribution> slow = Metric.of(halfSquaredCv.info(), halfSquaredCv::formula);
    assertThat(Jackknife.byUnits(slow, withEmpty).get().standardError())
        .isCloseTo(found.standardError(), within(1e-14));
  }

  /** Without its only school that spends, a State has no mean to compare with. */
  @Test
  void aJackknifeNeedsANumberWithoutEachUnit() {
    assertThat(Jackknife.byUnits(InequalityMetrics.GINI, Distribution.of(0, 5, 0)))
        .hasToString("undefined: TWO_UNITS (the metric has a value without 2 of 3 units)");
    assertThat(Jackknife.byUnits(InequalityMetrics.GINI, Distribution.of(0, 0)))
        .hasToString(InequalityMetrics.GINI.measure(Distribution.of(0, 0)).toString());
  }

  /**
   * Districts x (1, 2), y (4), z (7), w without students: without x, y, z the mean is 5.5, 10/3,
   * 7/3, their mean 67/18 and deviations 32/18, -7/18, -25/18: √(2/3 * 1698/324). Bias 2(67/18 -
   * 7/2) = 4/9.
   */
  @Test
  void eachOfThreeDistrictsIsLeftOutOnce() {
    Units units =
        Units.of(List.of("a", "b", "c", "d", "e"))
            .within("district", List.of("x", "x", "y", "z", "w"));
    Distribution sample =
        Distribution.of(units, new double[] {1, 2, 4, 7, 100}, new double[] {1, 1, 1, 1, 0});
    Jackknife found = Jackknife.byClusters(MEAN, sample, "district").get();
    assertThat(found.standardError()).isCloseTo(Math.sqrt(2.0 / 3 * 1698 / 324), within(1e-14));
    assertThat(found.bias()).isCloseTo(4.0 / 9, within(1e-14));
  }

  private static PairedSample twoSchools(double scale) {
    return PairedSample.of(
        new double[] {scale, 2 * scale}, new double[] {1, 1}, new double[] {0, 1});
  }

  /** Two schools: dealing need gives the slope 1 or -1. One of each has the error √2. */
  @Test
  void twoDealsThatDifferHaveTheirErrorByHand() {
    PermutationTest differing =
        LongStream.range(0, 100)
            .mapToObj(
                seed ->
                    PermutationTest.run(ProgressivityMetrics.NEED_SLOPE, twoSchools(1), 2, seed)
                        .get())
            .filter(test -> Math.abs(test.expected()) < 0.5)
            .findFirst()
            .orElseThrow();
    assertThat(differing.standardDeviation()).isCloseTo(Math.sqrt(2), within(1e-14));
    // With the sample itself, two of three are at least 1, and all are at most 1.
    assertThat(differing.atLeast()).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(differing.atMost()).isEqualTo(1);
    assertThat(differing.twoSided()).isEqualTo(1);
    assertThat(differing.replicates()).isEqualTo(2);
    assertThat(differing.undefined()).isZero();
    assertThat(differing.chance()).isEqualTo("need is dealt to the units at random");
  }

  /** Dollars in billionths are the same dollars. */
  @Test
  void theUnitOfMeasurementDoesNotChangeHowLikelyChanceIs() {
    PermutationTest dollars =
        PermutationTest.run(ProgressivityMetrics.NEED_SLOPE, twoSchools(1), 99, 1).get();
    PermutationTest tiny =
        PermutationTest.run(ProgressivityMetrics.NEED_SLOPE, twoSchools(1e-15), 99, 1).get();
    assertThat(tiny.atLeast()).isEqualTo(dollars.atLeast()).isLessThan(0.7);
    assertThat(tiny.atMost()).isEqualTo(dollars.atMost());
  }

  /**
   * One of two schools gets 10¹⁵ + 7, the other 10¹⁵, by chance: where the draws differ, the
   * deviations are 3.5 on both sides and the error is √24.5.
   */
  @Test
  void anErrorOfChanceFarFromZeroKeepsItsDigits() {
    PairedSample sample =
        PairedSample.of(new double[] {1, 2}, new double[] {1, 1}, new double[] {0, 7});
    Metric<PairedSample> far =
        Metric.of(ProgressivityMetrics.NEED_SLOPE.info(), s -> 1e15 + s.need(0));
    double error =
        LongStream.range(0, 100)
            .mapToDouble(
                seed -> PermutationTest.run(far, sample, 2, seed).get().standardDeviation())
            .filter(sd -> sd > 0)
            .findFirst()
            .orElseThrow();
    assertThat(error).isCloseTo(Math.sqrt(24.5), within(1e-13));
  }

  /** In one school students cannot be mixed: chance always gives what is there. */
  @Test
  void whereChanceCannotActEveryDealIsTheSample() {
    CrossTab one =
        CrossTab.of(Units.of(List.of("a")), List.of("g", "h"), new double[][] {{3}, {5}});
    PermutationTest test = PermutationTest.run(SegregationMetrics.ISOLATION, one, 9, 1).get();
    assertThat(test.expected()).isEqualTo(0.375);
    assertThat(test.standardDeviation()).isZero();
    assertThat(test.atLeast()).isEqualTo(1);
    assertThat(test.atMost()).isEqualTo(1);
    assertThat(test.chance())
        .isEqualTo("students are dealt to the units at random, sizes of units and groups kept");
    assertThat(
            PermutationTest.run(
                    SegregationMetrics.DISSIMILARITY,
                    CrossTab.of(
                        Units.of(List.of("a")), List.of("g", "h"), new double[][] {{0}, {5}}),
                    9,
                    1)
                .toString())
        .startsWith("undefined: EVERY_GROUP");
  }

  /**
   * A metric that only the sample itself has. Of 10! orders of need one is the sample's: no
   * replicate can tell what chance would give.
   */
  @Test
  void replicatesWithoutNumbersTellNothing() {
    double[] ascending = IntStream.range(0, 10).asDoubleStream().toArray();
    PairedSample sample =
        PairedSample.of(ascending, DoubleStream.generate(() -> 1).limit(10).toArray(), ascending);
    Metric<PairedSample> onlyHere =
        new Metric<>() {
          @Override
          public MetricInfo info() {
            return ProgressivityMetrics.NEED_SLOPE.info();
          }

          @Override
          public double formula(PairedSample other) {
            return other.equals(sample) ? 1 : Double.NaN;
          }
        };
    assertThat(PermutationTest.run(onlyHere, sample, 5, 1))
        .hasToString("undefined: REPRESENTABLE (the metric has a value in 0 of 5 replicates)");
    assertThatThrownBy(() -> PermutationTest.run(onlyHere, sample, 1, 1))
        .hasMessageContaining("replicates is 1.0");
  }

  /** Students with and without the event are drawn: their total is kept, and what is offered. */
  @Test
  void drawnStudentsAreAsManyAndSchoolsOfferTheSame() {
    RiskCounts risks =
        RiskCounts.of(
                Units.of(List.of("a", "b")),
                List.of("g", "h"),
                new double[][] {{6, 0}, {1, 0}},
                new double[][] {{30, 10}, {5, 20}})
            .offered(true, false);
    for (long stream = 0; stream < 20; stream++) {
      RiskCounts drawn = Redraw.students(risks).apply(new CounterRandom(1, stream));
      assertThat(drawn.total().population()).isEqualTo(65);
      assertThat(drawn.isOffered(0)).isTrue();
      assertThat(drawn.isOffered(1)).isFalse();
    }
  }

  /** Enrolment can be an average over days: 2.6 students are dealt as 3. */
  @Test
  void fractionsOfStudentsAreDealtAsWholeOnes() {
    RiskCounts risks =
        RiskCounts.of(
            Units.of(List.of("a")),
            List.of("g", "h"),
            new double[][] {{2.6}, {0.6}},
            new double[][] {{2.6}, {2.6}});
    for (long stream = 0; stream < 20; stream++) {
      RiskCounts dealt = Redraw.mixed(risks, new CounterRandom(1, stream));
      assertThat(dealt.total().events()).isEqualTo(4);
      assertThat(dealt.total().population()).isEqualTo(6);
    }
  }
}
