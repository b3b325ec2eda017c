package org.resourceequity.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.resourceequity.inequality.InequalityMetrics;
import org.resourceequity.metric.Attribution.Game;
import org.resourceequity.metric.Attribution.Sampling;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Units;

class AttributionTest {

  /** Two have a left glove, one has a right one; a pair is worth 1. */
  private static final Game GLOVES =
      joined -> Outcome.of(joined[2] && (joined[0] || joined[1]) ? 1.0 : 0.0);

  private static final List<String> OWNERS = List.of("left", "other left", "right");

  /**
   * The right glove adds 1 unless it comes first, in 4 of 6 orders; each left one adds 1 where it
   * comes second after the right one, in 1 of 6.
   */
  @Test
  void glovesAreSharedByScarcity() {
    Attribution shares = Attribution.shapley(OWNERS, GLOVES, Sampling.USUAL).get();
    assertThat(shares.shares().values())
        .containsExactly(new double[] {1 / 6.0, 1 / 6.0, 4 / 6.0}, within(1e-15));
    assertThat(shares.errors().values()).containsOnly(0);
    assertThat(shares.orders()).isZero();
  }

  /**
   * With the first left and the right glove in a group, the four orders are LRO, RLO, OLR, ORL: the
   * right one adds 1 in three of them, the left one in RLO, the other left one in none.
   */
  @Test
  void ownersOfAPairLeaveNothingToTheThird() {
    Partition groups = Partition.of(List.of("pair", "single", "pair"));
    Attribution shares = Attribution.owen(OWNERS, groups, GLOVES, Sampling.USUAL).get();
    assertThat(shares.shares().values())
        .containsExactly(new double[] {0.25, 0, 0.75}, within(1e-15));
  }

  /**
   * A runway as long as the largest of 20 planes needs, plane i needing i: each section is shared
   * by those that need it, so plane i pays the sum of 1/(21 - k) over k from 1 to i. Littlechild,
   * S. C. and Owen, G. (1973), A simple expression for the Shapley value in a special case.
   */
  @Test
  void drawnOrdersComeNearAndSayHowNear() {
    List<String> planes = IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList();
    Game runway =
        joined ->
            Outcome.of(
                (double) IntStream.range(0, 20).map(i -> joined[i] ? i + 1 : 0).max().orElse(0));
    Attribution shares = Attribution.shapley(planes, runway, Sampling.USUAL).get();
    double pays = 0;
    for (int i = 0; i < 20; i++) {
      pays += 1.0 / (20 - i);
      assertThat(shares.shares().value(i))
          .isCloseTo(pays, within(5 * shares.errors().value(i) + 1e-12));
    }
    assertThat(shares.shares().sum()).isCloseTo(20, within(1e-12));
    assertThat(shares.orders()).isEqualTo(1000);
    assertThat(Attribution.shapley(planes, runway, Sampling.USUAL).get()).isEqualTo(shares);
  }

  /**
   * Districts A (1, 3), B (2, 2): the Gini of A alone is 1/4, of B 0, of both 3/16: mean difference
   * 2(0 + 1 + 1 + 2 + 1 + 1)/16 = 3/4 over twice the mean 2. So A has (1/4 + 3/16)/2 = 7/32 and B
   * (0 - 1/16)/2 = -1/32.
   */
  @Test
  void districtsAreGivenWhatTheyAddToAMetric() {
    Units units =
        Units.of(List.of("a", "b", "c", "d")).within("district", List.of("A", "A", "B", "B"));
    Distribution d = Distribution.of(units, new double[] {1, 3, 2, 2}, new double[] {1, 1, 1, 1});
    Attribution shares =
        Attribution.toLevel(InequalityMetrics.GINI, d, "district", "district", Sampling.USUAL)
            .get();
    assertThat(shares.everybody()).isEqualTo(0.1875);
    assertThat(shares.shares().values())
        .containsExactly(new double[] {7 / 32.0, -1 / 32.0}, within(1e-15));
  }

  @Test
  void aCoalitionWithoutANumberIsTheReason() {
    Game game =
        joined ->
            joined[0]
                ? Outcome.of(1.0)
                : Outcome.undefined(Condition.POSITIVE_TOTAL, "nothing to share");
    assertThat(Attribution.shapley(OWNERS, game, Sampling.USUAL).toString())
        .isEqualTo("undefined: POSITIVE_TOTAL (nothing to share)");
  }
}
