package org.resourceequity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The right order comes from the stable sort of java.util. */
class SortingTest {

  @Provide
  Arbitrary<double[]> values() {
    return Arbitraries.oneOf(
            Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite),
            Arbitraries.of(-2.0, -1.0, -0.0, 0.0, 1.0, 1.5, Double.MIN_VALUE, Double.MAX_VALUE))
        .array(double[].class)
        .ofMaxSize(200);
  }

  @Property(tries = 500)
  void orderIsThatOfAStableSort(@ForAll("values") double[] values) {
    assertThat(Sorting.order(values)).isEqualTo(stable(values));
  }

  @Property(tries = 20)
  void orderOfManyIsThatOfAStableSort(@ForAll long seed) {
    Random random = new Random(seed);
    double[] any = new double[5000];
    double[] ties = new double[any.length];
    for (int i = 0; i < any.length; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      any[i] = Double.isFinite(value) ? value : -0.0;
      ties[i] = random.nextInt(7) - 3;
    }
    assertThat(Sorting.order(any)).isEqualTo(stable(any));
    assertThat(Sorting.order(ties)).isEqualTo(stable(ties));
  }

  private static int[] stable(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i] + 0.0))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Property(tries = 200)
  void equalValuesStandInTheOrderOfTheirNames(@ForAll("values") double[] values) {
    List<String> names =
        IntStream.range(0, values.length).mapToObj(i -> i * 7 % 31 + "-" + i).toList();
    int[] expected =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> values[i] + 0.0).thenComparing(names::get))
            .mapToInt(Integer::intValue)
            .toArray();
    assertThat(Sorting.order(values, names)).isEqualTo(expected);
  }

  @Property(tries = 200)
  void arrangedByItsOrderAnArrayIsSorted(@ForAll("values") double[] values) {
    double[] arranged = Sorting.arrange(values, Sorting.order(values));
    double[] expected = Arrays.stream(values).map(x -> x + 0.0).sorted().toArray();
    assertThat(Arrays.stream(arranged).map(x -> x + 0.0).toArray()).isEqualTo(expected);
  }

  @Example
  void nothingAndOneThingAreSorted() {
    assertThat(Sorting.order(new double[0])).isEmpty();
    assertThat(Sorting.order(new double[] {7})).containsExactly(0);
  }
}
