package org.resourceequity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work on places, in one piece or in many. */
class ParallelTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 10000000", "7, 10000000", "1000, 1", "1000, 32768", "99999, 10000000"})
  void eachPlaceHasItsTurnOnce(int places, long steps) {
    AtomicIntegerArray turns = new AtomicIntegerArray(places + 1);
    Parallel.each(places, steps, turns::incrementAndGet);
    for (int i = 0; i < places; i++) {
      assertThat(turns.get(i)).isOne();
    }
    assertThat(turns.get(places)).isZero();
  }

  @Test
  void littleWorkStaysInOnePiece() {
    Queue<Integer> sizes = new ConcurrentLinkedQueue<>();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    Parallel.ranges(
        1000,
        32_767,
        (from, end) -> {
          sizes.add(end - from);
          threads.add(Thread.currentThread());
        });
    assertThat(sizes).containsExactly(1000);
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void muchWorkIsCutIntoPiecesWorthAThread() {
    Queue<Integer> sizes = new ConcurrentLinkedQueue<>();
    // 100 steps a place: 327 places are worth a thread.
    Parallel.ranges(10_000, 1_000_000, (from, end) -> sizes.add(end - from));
    assertThat(sizes).hasSizeBetween(10_000 / 327, 64).allMatch(size -> size <= 327);
    assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(10_000);
  }

  @Test
  void whatGoesWrongIsThrownWithItsMessageWhateverTheThread() {
    for (int round = 0; round < 50; round++) {
      assertThatThrownBy(
              () ->
                  Parallel.each(
                      1000,
                      1_000_000,
                      i -> {
                        if (i == 999) {
                          throw new ArithmeticException("too large");
                        }
                      }))
          .isInstanceOf(ArithmeticException.class)
          .hasMessage("too large");
    }
  }
}
