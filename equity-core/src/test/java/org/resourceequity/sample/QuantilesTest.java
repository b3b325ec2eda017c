package org.resourceequity.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.resourceequity.sample.QuantileDefinition.HARRELL_DAVIS;
import static org.resourceequity.sample.QuantileDefinition.I_OVER_N;
import static org.resourceequity.sample.QuantileDefinition.TYPE1;
import static org.resourceequity.sample.QuantileDefinition.TYPE2;
import static org.resourceequity.sample.QuantileDefinition.TYPE7;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuantilesTest {

  private static final double[] DOLLARS = {8200, 9100, 9800, 10400, 10900, 11500, 12300};
  private static final double[] STUDENTS = {2, 5, 1, 3, 6, 3, 1};

  private static double quantile(double p, QuantileDefinition definition, double... weights) {
    return Quantiles.quantile(Distribution.of(DOLLARS, weights).sorted(), p, definition);
  }

  // R 4.2: quantile(rep(x, w), c(.05, .1, .25, .5, .9), type = 1 to 9).
  // HARRELL_DAVIS by its definition with R's pbeta: F <- cumsum(w) / sum(w);
  // b <- pbeta(F, 22 * p, 22 * (1 - p)); sum(x * diff(c(0, b))).
  @ParameterizedTest
  @CsvSource({
    "TYPE1, 8200, 9100, 9100, 10400, 11500",
    "TYPE2, 8200, 9100, 9100, 10400, 11500",
    "TYPE3, 8200, 8200, 9100, 10400, 11500",
    "TYPE4, 8200, 8290, 9100, 10400, 11500",
    "TYPE5, 8200, 8740, 9100, 10400, 11500",
    "TYPE6, 8200, 8380, 9100, 10400, 11500",
    "TYPE7, 8200, 9100, 9100, 10400, 11500",
    "TYPE8, 8200, 8620, 9100, 10400, 11500",
    "TYPE9, 8200, 8650, 9100, 10400, 11500",
    "HARRELL_DAVIS, 8329.87642286253, 8610.78366128795, 9257.38273741689, 10488.8846407696,"
        + " 11614.4546101125"
  })
  void wholeWeightsAreRepetitions(
      QuantileDefinition definition, double a, double b, double c, double d, double e) {
    double[] expected = {a, b, c, d, e};
    double[] shares = {0.05, 0.1, 0.25, 0.5, 0.9};
    for (int i = 0; i < shares.length; i++) {
      assertThat(quantile(shares[i], definition, STUDENTS))
          .isCloseTo(expected[i], within(1e-10 * expected[i]));
    }
  }

  // By the same R snippet with w / 2 and (sum w)^2 / sum w^2 = 441 / 85 for the size.
  @ParameterizedTest
  @CsvSource({
    "0.05, 8376.25047669598",
    "0.1, 8593.7136048031",
    "0.25, 9291.10797183412",
    "0.5, 10337.5639971173",
    "0.9, 11742.7563796479"
  })
  void otherWeightsHaveAnEffectiveSize(double p, double expected) {
    double[] half = Arrays.stream(STUDENTS).map(w -> w / 2).toArray();
    assertThat(quantile(p, HARRELL_DAVIS, half)).isCloseTo(expected, within(1e-10 * expected));
  }

  // By hand: C = (2, 7, 8, 11, 17, 20, 21), 21 / 2 = 10.5 lies 2.5 of 3 from 9800 to 10400.
  @Test
  void interpolatesOverCumulativeWeights() {
    assertThat(quantile(0.5, I_OVER_N, STUDENTS)).isCloseTo(10300, within(1e-8));
  }

  @Test
  void averagesWhereAShareIsMetExactly() {
    // By hand: half of 4 is met by the first two.
    Distribution four = Distribution.of(1, 2, 4, 9);
    assertThat(Quantiles.quantile(four, 0.5, TYPE2)).isEqualTo(3);
    assertThat(Quantiles.quantile(four, 0.5, TYPE1)).isEqualTo(2);
    // 0.05 times 20 is met by the first of 20, though 0.05 is not a binary fraction.
    double[] values = new double[20];
    Arrays.setAll(values, i -> i);
    assertThat(Quantiles.quantile(Distribution.of(values), 0.05, TYPE1)).isEqualTo(0);
  }

  @ParameterizedTest
  @EnumSource
  void endsAreTheExtremes(QuantileDefinition definition) {
    assertThat(quantile(0, definition, STUDENTS)).isEqualTo(8200);
    assertThat(quantile(1, definition, STUDENTS)).isEqualTo(12300);
    assertThat(QuantileDefinition.of(definition.id())).isEqualTo(definition);
  }

  @Test
  void orderStatisticsRequireWholeWeights() {
    assertThat(TYPE7.requires().get(1).unmet(Distribution.of(DOLLARS, STUDENTS))).isEmpty();
    assertThat(
            TYPE7
                .requires()
                .get(1)
                .unmet(Distribution.of(new double[] {1, 2}, new double[] {1, 1.5})))
        .contains("unit 1 has the weight 1.5");
    assertThat(TYPE1.requires()).containsExactly(Condition.SOME_UNITS);
  }

  @Test
  void wrongCallsSayWhatWouldBeRight() {
    assertThatThrownBy(() -> quantile(1.5, TYPE1, STUDENTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("p is 1.5, expected a number from 0.0 to 1.0");
    assertThatThrownBy(() -> QuantileDefinition.of("type10"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("quantile definition is \"type10\", expected one of type1, type2");
  }
}
