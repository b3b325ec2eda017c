package org.resourceequity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CounterRandomTest {

  /** Known answers that the authors of Philox publish with their Random123 library. */
  @Test
  void philoxGivesItsKnownAnswers() {
    assertThat(words(0, 0, 0, 0, 0, 0))
        .containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
    assertThat(words(-1, -1, -1, -1, -1, -1))
        .containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    assertThat(words(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0))
        .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
  }

  private static int[] words(int c0, int c1, int c2, int c3, int k0, int k1) {
    int[] words = new int[4];
    CounterRandom.philox(c0, c1, c2, c3, k0, k1, words, 0);
    return words;
  }

  @Test
  void streamsRepeatAndDiffer() {
    CounterRandom first = new CounterRandom(1, 2);
    CounterRandom again = new CounterRandom(1, 2);
    CounterRandom other = new CounterRandom(1, 3);
    long number = first.nextLong();
    assertThat(again.nextLong()).isEqualTo(number);
    assertThat(other.nextLong()).isNotEqualTo(number);
  }

  /** Mean n p, variance n p (1 - p), and the probability of the mode; within five errors. */
  @ParameterizedTest
  @CsvSource({
    // n, p, probability at the mode by the definition of the binomial (computed in R: dbinom)
    "5, 0.3, 1, 0.36015",
    "40, 0.2, 8, 0.155981232161",
    "100, 0.5, 50, 0.0795892373872",
    "877739, 0.0001, 87, 0.0425862852072",
    "1000, 0.97, 970, 0.0737489978343"
  })
  void binomialHasItsMomentsAndItsShape(long n, double p, long mode, double atMode) {
    CounterRandom random = new CounterRandom(42, n);
    int draws = 200_000;
    double sum = 0;
    double squares = 0;
    int hits = 0;
    for (int i = 0; i < draws; i++) {
      long k = random.binomial(n, p);
      assertThat(k).isBetween(0L, n);
      double off = k - n * p;
      sum += off;
      squares += off * off;
      hits += k == mode ? 1 : 0;
    }
    double variance = n * p * (1 - p);
    assertThat(sum / draws).isCloseTo(0, within(5 * Math.sqrt(variance / draws)));
    assertThat(squares / draws).isCloseTo(variance, within(variance * 5 * Math.sqrt(3.0 / draws)));
    assertThat((double) hits / draws)
        .isCloseTo(atMode, within(1e-4 + 5 * Math.sqrt(atMode * (1 - atMode) / draws)));
  }

  @Test
  void ordersAreEquallyLikely() {
    CounterRandom random = new CounterRandom(7, 0);
    int[] first = new int[6];
    for (int i = 0; i < 60_000; i++) {
      int[] positions = IntStream.range(0, 6).toArray();
      random.shuffle(positions);
      first[positions[0]]++;
    }
    // 60,000 draws, 10,000 expected for each, standard deviation 91.
    assertThat(IntStream.of(first).boxed()).allMatch(count -> Math.abs(count - 10_000) < 5 * 91);
  }
}
