package org.resourceequity.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.resourceequity.internal.Sent;

/** What follows from a sample is worked out once and kept with it, unseen. */
class DerivedTest {

  private final AtomicInteger worked = new AtomicInteger();
  private final Derived<CrossTab, Double> total =
      Derived.of(
          table -> {
            worked.incrementAndGet();
            return table.total();
          });
  private final Derived<CrossTab, Integer> units = Derived.of(CrossTab::size);

  private static CrossTab table() {
    return CrossTab.of(
        Units.of(List.of("x", "y")), List.of("a", "b"), new double[][] {{1, 2}, {3, 4}});
  }

  @Test
  void itIsWorkedOutOnce() {
    CrossTab table = table();
    assertThat(total.from(table)).isEqualTo(10);
    assertThat(units.from(table)).isEqualTo(2);
    assertThat(total.from(table)).isEqualTo(10);
    assertThat(worked).hasValue(1);
  }

  @Test
  void samplesMadeFromASampleHaveTheirOwn() {
    CrossTab table = table();
    assertThat(total.from(table)).isEqualTo(10);
    assertThat(total.from(table.select(1))).isEqualTo(6);
    assertThat(total.from(table.withUnits(Units.of(List.of("u", "v"))))).isEqualTo(10);
    assertThat(worked).hasValue(3);
  }

  @Test
  void itIsNoPartOfTheValue() throws IOException, ClassNotFoundException {
    CrossTab table = table();
    CrossTab other = table();
    assertThat(total.from(table)).isEqualTo(10);
    assertThat(table).isEqualTo(other).hasSameHashCodeAs(other);
    CrossTab received = Sent.received(table);
    assertThat(received).isEqualTo(table);
    assertThat(total.from(received)).isEqualTo(10);
    assertThat(worked).hasValue(2);
  }

  @Test
  void threadsThatAskAtTheSameTimeGetTheSame() {
    ForkJoinPool four = new ForkJoinPool(4);
    try {
      for (int round = 0; round < 200; round++) {
        CrossTab table = table();
        Set<Double> totals = ConcurrentHashMap.newKeySet();
        Set<Integer> sizes = ConcurrentHashMap.newKeySet();
        four.submit(
                () ->
                    IntStream.range(0, 64)
                        .parallel()
                        .forEach(
                            i -> {
                              totals.add(total.from(table));
                              sizes.add(units.from(table));
                            }))
            .join();
        assertThat(totals).containsExactly(10.0);
        assertThat(sizes).containsExactly(2);
      }
    } finally {
      four.shutdown();
    }
  }
}
