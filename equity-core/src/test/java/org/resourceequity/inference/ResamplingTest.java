package org.resourceequity.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.resourceequity.disproportionality.DisproportionalityMetrics;
import org.resourceequity.gaps.GapMetrics;
import org.resourceequity.inequality.InequalityMetrics;
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
    CrossTab mixed =
        Redraw.mixed(table(), new org.resourceequity.internal.CounterRandom(1, 2)).orElseThrow();
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
}
