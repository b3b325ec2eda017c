package org.resourceequity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The right sums come from BigDecimal, which adds doubles without rounding. */
class ExactSumTest {

  @Provide
  Arbitrary<List<Double>> terms() {
    Arbitrary<Double> anyBits =
        Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
    Arbitrary<Double> subnormal =
        Arbitraries.longs().between(0, (1L << 52) - 1).map(Double::longBitsToDouble);
    Arbitrary<Double> awkward =
        Arbitraries.of(
            0.0,
            -0.0,
            1.0,
            -1.0,
            0.1,
            1e16,
            -1e16,
            1e-16,
            1e300,
            -1e300,
            Double.MIN_VALUE,
            0x1p-1022);
    return Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.doubles().between(-1e6, 1e6)),
            Tuple.of(2, anyBits.map(x -> Math.scalb(x, -60))),
            Tuple.of(1, subnormal),
            Tuple.of(2, awkward))
        .list()
        .ofMaxSize(60);
  }

  private static BigDecimal exact(List<Double> terms) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double term : terms) {
      sum = sum.add(new BigDecimal(term));
    }
    return sum;
  }

  private static ExactSum sum(List<Double> terms) {
    ExactSum sum = new ExactSum();
    terms.forEach(sum::add);
    return sum;
  }

  @Property(tries = 1000)
  void theSumIsExactAndRoundedOnce(@ForAll("terms") List<Double> terms) {
    assertThat(sum(terms).exact()).isEqualByComparingTo(exact(terms));
    assertThat(sum(terms).value()).isEqualTo(exact(terms).doubleValue() + 0.0);
    assertThat(ExactSum.of(terms.stream().mapToDouble(x -> x).toArray()))
        .isEqualTo(exact(terms).doubleValue() + 0.0);
  }

  @Property(tries = 300)
  void orderAndSplitChangeNoBit(@ForAll("terms") List<Double> terms, @ForAll long seed) {
    List<Double> shuffled = new ArrayList<>(terms);
    Collections.shuffle(shuffled, new Random(seed));
    int half = shuffled.size() / 2;
    ExactSum merged = sum(shuffled.subList(half, shuffled.size()));
    merged.add(sum(shuffled.subList(0, half)));
    assertThat(merged).isEqualTo(sum(terms)).hasSameHashCodeAs(sum(terms));
    assertThat(merged.value()).isEqualTo(sum(terms).value());
  }

  @Property(tries = 300)
  void addingToACopyLeavesTheOriginal(@ForAll("terms") List<Double> terms) {
    ExactSum original = sum(terms);
    ExactSum copy = original.copy();
    copy.add(1);
    assertThat(original.exact()).isEqualByComparingTo(exact(terms));
    assertThat(copy.exact()).isEqualByComparingTo(exact(terms).add(BigDecimal.ONE));
  }

  @Property(tries = 300)
  void aClearedSumIsLikeANewOne(
      @ForAll("terms") List<Double> terms, @ForAll("terms") List<Double> others) {
    ExactSum sum = sum(others);
    assertThat(sum.exact()).isEqualByComparingTo(exact(others));
    sum.clear();
    terms.forEach(sum::add);
    assertThat(sum).isEqualTo(sum(terms));
    assertThat(sum.value()).isEqualTo(sum(terms).value());
  }

  @Property(tries = 500)
  void productsAreExactUnlessTheyUnderflow(
      @ForAll("factors") List<Double> a, @ForAll("factors") List<Double> b) {
    int n = Math.min(a.size(), b.size());
    double[] left = a.subList(0, n).stream().mapToDouble(x -> x).toArray();
    double[] right = b.subList(0, n).stream().mapToDouble(x -> x).toArray();
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < n; i++) {
      sum = sum.add(new BigDecimal(left[i]).multiply(new BigDecimal(right[i])));
    }
    assertThat(ExactSum.ofProducts(left, right)).isEqualTo(sum.doubleValue() + 0.0);
  }

  @Provide
  Arbitrary<List<Double>> factors() {
    return Arbitraries.doubles().between(-1e9, 1e9).ofScale(12).list().ofMinSize(1).ofMaxSize(30);
  }

  /** Terms of one size, as metrics sum them, of which few sums are close to a tie. */
  @Property(tries = 200)
  void aLongSumIsRoundedOnce(@ForAll long seed) {
    double[] terms = new Random(seed).doubles(2000, -1, 3).toArray();
    List<Double> all = Arrays.stream(terms).boxed().toList();
    assertThat(ExactSum.of(terms)).isEqualTo(exact(all).doubleValue());
  }

  @Example
  void cancellationLosesNothing() {
    // (1e16 + 1) - 1e16 is 1; a plain sum of doubles gives 0.
    assertThat(ExactSum.of(1e16, 1, -1e16)).isEqualTo(1);
    // Half of the last bit of 1 is a tie and goes to even; a hair more goes up (IEEE 754).
    assertThat(ExactSum.of(1, 0x1p-53)).isEqualTo(1);
    assertThat(ExactSum.of(1, 0x1p-53, Double.MIN_VALUE)).isEqualTo(Math.nextUp(1.0));
    assertThat(ExactSum.of(-1, -0x1p-53, -Double.MIN_VALUE)).isEqualTo(-Math.nextUp(1.0));
  }

  @Example
  void theLargestDoublesAddUpAndCancel() {
    double max = Double.MAX_VALUE;
    assertThat(ExactSum.of(max, max, max, -max, -max)).isEqualTo(max);
    assertThat(ExactSum.of(max, max)).isInfinite();
  }

  @Example
  void anythingNotFiniteIsRefused() {
    assertThatThrownBy(() -> ExactSum.of(1, Double.NaN))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> ExactSum.of(Double.NEGATIVE_INFINITY))
        .isInstanceOf(ArithmeticException.class);
  }

  /** By the definition of rounding to nearest, ties to even: 2^53 + 1 lies between two doubles. */
  @Example
  void tiesGoToEvenAndTheSmallestTermBreaksThem() {
    assertThat(ExactSum.of(0x1p53, 1)).isEqualTo(0x1p53);
    assertThat(ExactSum.of(0x1p53, 3)).isEqualTo(0x1p53 + 4);
    assertThat(ExactSum.of(0x1p53, 1, Double.MIN_VALUE)).isEqualTo(0x1p53 + 2);
    assertThat(ExactSum.of(0x1p53, 1, -Double.MIN_VALUE)).isEqualTo(0x1p53);
    assertThat(ExactSum.of(-0x1p53, -1, -0x1p-60)).isEqualTo(-0x1p53 - 2);
    assertThat(ExactSum.of(0x1p53 - 1, 0.5)).isEqualTo(0x1p53);
    for (int exponent = -900; exponent <= 900; exponent += 7) {
      double unit = Math.scalb(1.0, exponent);
      assertThat(ExactSum.of(0x1p53 * unit, unit)).isEqualTo(0x1p53 * unit);
      assertThat(ExactSum.of(0x1p53 * unit, unit, unit * 0x1p-50)).isEqualTo((0x1p53 + 2) * unit);
    }
  }
}
