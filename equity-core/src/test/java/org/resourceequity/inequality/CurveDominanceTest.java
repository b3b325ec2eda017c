package org.resourceequity.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Verdict;
import org.resourceequity.metric.Verdict.Relation;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Distribution;

/** Verdicts that follow by hand from the heights of the curves, shown in the comments. */
class CurveDominanceTest {

  private static final Comparison<Distribution, Verdict> GENERALISED =
      DecompositionMetrics.GENERALISED_LORENZ_DOMINANCE;
  private static final Comparison<Distribution, Verdict> ABSOLUTE =
      DecompositionMetrics.ABSOLUTE_LORENZ_DOMINANCE;
  private static final Comparison<Distribution, Verdict> FIRST_ORDER =
      DecompositionMetrics.FIRST_ORDER_DOMINANCE;

  private static Verdict verdict(
      Comparison<Distribution, Verdict> dominance, Distribution a, Distribution b) {
    return dominance.measure(new Change<>(a, b)).get();
  }

  private static Relation relation(
      Comparison<Distribution, Verdict> dominance, Distribution a, Distribution b) {
    return verdict(dominance, a, b).relation();
  }

  /** (2, 6) has the heights 1 and 4, (1, 9) 1/2 and 5, (1, 5) 1/2 and 3. */
  @Test
  void generalisedLorenz() {
    Distribution a = Distribution.of(2, 6);
    assertThat(relation(GENERALISED, a, Distribution.of(1, 5))).isEqualTo(Relation.FIRST);
    assertThat(relation(GENERALISED, Distribution.of(1, 5), a)).isEqualTo(Relation.SECOND);
    assertThat(relation(GENERALISED, a, a)).isEqualTo(Relation.EQUAL);
    Verdict crossing = verdict(GENERALISED, a, Distribution.of(1, 9));
    assertThat(crossing.relation()).isEqualTo(Relation.CROSSING);
    // Distances 1/2 at 1/2 and -1 at 1: a third of the way.
    assertThat(crossing.crossings()).hasSize(1);
    assertThat(crossing.crossings().get(0)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(crossing.largestDistance()).isEqualTo(1);
  }

  /**
   * Below the line of equality (2, 6) lies 1 at 1/2, (11, 13) 1/2, (1, 9) 2; relative to the mean
   * (101, 105) lies less below it than (2, 6), and as far in dollars.
   */
  @Test
  void absoluteLorenz() {
    Distribution a = Distribution.of(2, 6);
    Verdict less = verdict(ABSOLUTE, a, Distribution.of(11, 13));
    assertThat(less.relation()).isEqualTo(Relation.SECOND);
    assertThat(less.largestDistance()).isEqualTo(0.5);
    assertThat(relation(ABSOLUTE, a, Distribution.of(1, 9))).isEqualTo(Relation.FIRST);
    assertThat(relation(ABSOLUTE, a, Distribution.of(101, 105))).isEqualTo(Relation.EQUAL);
    assertThat(relation(InequalityMetrics.LORENZ_DOMINANCE, a, Distribution.of(101, 105)))
        .isEqualTo(Relation.SECOND);
  }

  /** Quantiles of (2, 6) are 2 up to 1/2, then 6. */
  @Test
  void firstOrder() {
    Distribution a = Distribution.of(2, 6);
    Verdict above = verdict(FIRST_ORDER, a, Distribution.of(1, 6));
    assertThat(above.relation()).isEqualTo(Relation.FIRST);
    assertThat(above.largestDistance()).isEqualTo(1);
    assertThat(relation(FIRST_ORDER, a, Distribution.of(2, 7))).isEqualTo(Relation.SECOND);
    assertThat(relation(FIRST_ORDER, a, Distribution.of(2, 2, 6, 6))).isEqualTo(Relation.EQUAL);
    // (3, 5) has more up to 1/2, less from there: a crossing at the step.
    Verdict crossing = verdict(FIRST_ORDER, a, Distribution.of(3, 5));
    assertThat(crossing.relation()).isEqualTo(Relation.CROSSING);
    assertThat(crossing.crossings()).containsExactly(0.5);
    // Weights 1 and 3: the step is at 1/4, so that from there to 1/2 the first has 6 instead of 2.
    Distribution early = Distribution.of(new double[] {2, 6}, new double[] {1, 3});
    Verdict earlier = verdict(FIRST_ORDER, early, a);
    assertThat(earlier.relation()).isEqualTo(Relation.FIRST);
    assertThat(earlier.largestDistance()).isEqualTo(4);
  }

  /** Differences by rounding of 1e15 do not count; of the value that counts, not of one without. */
  @Test
  void heightsThatDifferByRoundingAreTheSame() {
    Distribution large = Distribution.of(1e15, 3e15);
    Distribution rounded = Distribution.of(1e15 + 1, 3e15);
    for (Comparison<Distribution, Verdict> dominance :
        List.of(GENERALISED, ABSOLUTE, FIRST_ORDER)) {
      assertThat(relation(dominance, large, rounded)).as("%s", dominance).isEqualTo(Relation.EQUAL);
      assertThat(relation(dominance, negative(large), negative(rounded)))
          .as("%s", dominance)
          .isEqualTo(Relation.EQUAL);
    }
    double[] weights = {1, 1, 0};
    Distribution small = Distribution.of(new double[] {1, 3, 1e15}, weights);
    Distribution more = Distribution.of(new double[] {1.5, 3, 1e15}, weights);
    assertThat(relation(FIRST_ORDER, more, small)).isEqualTo(Relation.FIRST);
    assertThat(relation(GENERALISED, more, small)).isEqualTo(Relation.FIRST);
  }

  private static Distribution negative(Distribution d) {
    double[] values = d.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = -values[i];
    }
    return Distribution.of(values, d.weights());
  }
}
