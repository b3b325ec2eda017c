package org.resourceequity.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resourceequity.inequality.JointShortfall.Standard;
import org.resourceequity.metric.Parts;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Units;

/**
 * The worked example of Alkire and Foster (2011): four persons, here units, in four dimensions.
 * Numbers that the paper does not print are from Python 3.11, fractions and mpmath 1.3.
 */
class JointShortfallTest {

  private static final Offset<Double> DIGITS = within(1e-14);
  private static final Units UNITS =
      Units.of(List.of("1", "2", "3", "4")).within("district", List.of("p", "p", "q", "q"));
  private static final double[][] HELD = {
    {13.1, 15.2, 12.5, 20}, {14, 7, 10, 11}, {4, 5, 1, 3}, {1, 0, 0, 1}
  };
  private static final double[] TARGETS = {13, 12, 3, 1};
  private static final double[] ONES = {1, 1, 1, 1};

  private static JointShortfall example(double[] weights, double... importance) {
    Standard[] standards = new Standard[HELD.length];
    for (int j = 0; j < standards.length; j++) {
      standards[j] =
          new Standard(
              "resource " + j, Distribution.of(UNITS, HELD[j], weights), TARGETS[j], importance[j]);
    }
    return JointShortfall.of(standards);
  }

  private static JointShortfall example() {
    return example(ONES, ONES);
  }

  private static JointShortfall two(double[] one, double[] other, double... weights) {
    return JointShortfall.of(
        Standard.of("one", Distribution.of(one, weights), 10),
        Standard.of("other", Distribution.of(other, weights), 10));
  }

  /** Half of the four are short of two of the four or more; they lack 2 and 4, that is 3/4. */
  @Test
  void countsOfTheExample() {
    assertThat(example().headcount(0.5).get()).isCloseTo(0.5, DIGITS);
    assertThat(example().intensity(0.5).get()).isCloseTo(0.75, DIGITS);
    Parts parts = example().adjusted(0, 0.5).get();
    assertThat(parts.total()).isCloseTo(3 / 8.0, DIGITS);
    assertThat(parts.parts().values()).containsExactly(0.0625, 0.125, 0.0625, 0.125);
  }

  /** By exact fractions: 171/832 and 21475/129792. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.20552884615384615, 0.002403846153846154, 0.036458333333333336, 0.041666666666666664",
    "2, 0.16545703895463512, 9.245562130177515e-05, 0.012586805555555556, 0.027777777777777776"
  })
  void gapsOfTheExample(double alpha, double total, double first, double second, double third) {
    Parts parts = example().adjusted(alpha, 0.5).get();
    assertThat(parts.total()).isCloseTo(total, DIGITS);
    assertThat(parts.part("resource 0")).isCloseTo(first, DIGITS);
    assertThat(parts.part("resource 1")).isCloseTo(second, DIGITS);
    assertThat(parts.part("resource 2")).isCloseTo(third, DIGITS);
    assertThat(parts.part("resource 3")).isCloseTo(1 / 8.0, DIGITS);
  }

  /** Of 5 in all, the second lacks 1 + 1, less than half; the third lacks 2 + 1 + 1 + 1. */
  @Test
  void importanceDecidesWhoIsShortOfEnough() {
    Parts parts = example(ONES, 2, 1, 1, 1).adjusted(0, 0.5).get();
    assertThat(parts.total()).isCloseTo(0.25, DIGITS);
    assertThat(parts.part("resource 0")).isCloseTo(0.1, DIGITS);
    assertThat(parts.part("resource 3")).isCloseTo(0.05, DIGITS);
  }

  /** The second unit, 2/4 / 4, is in p, the third, 4/4 / 4, in q. */
  @Test
  void partsOfTheUnitsAddUp() {
    Parts parts = example().adjusted(UNITS.by("district"), 0, 0.5).get();
    assertThat(parts.part("p")).isCloseTo(1 / 8.0, DIGITS);
    assertThat(parts.part("q")).isCloseTo(1 / 4.0, DIGITS);
    assertThat(parts.total()).isCloseTo(3 / 8.0, DIGITS);
  }

  @Test
  void scoresAreOfUnits() {
    Distribution scores = example().scores(0, 0.5);
    assertThat(scores.values()).containsExactly(new double[] {0, 0.5, 1, 0}, DIGITS);
    assertThat(scores.parts().get("resource 1"))
        .containsExactly(new double[] {0, 0.25, 0.25, 0}, DIGITS);
    assertThat(scores.units()).isEqualTo(UNITS);
  }

  /** mpmath: equal units and importance, and both 1 to 4. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 0.21073717948717949, 0.29448717948717949",
    "2, 1, 0.2975784687662284, 0.36703143652358388",
    "3, 2, 0.22286564800217333, 0.29854353205973903",
    "100, 0.5, 0.56821652516486419, 0.61225908577465369"
  })
  void combinedGaps(double theta, double alpha, double equal, double rising) {
    double[] four = {1, 2, 3, 4};
    assertThat(example().bourguignonChakravarty(theta, alpha).get()).isCloseTo(equal, DIGITS);
    assertThat(example(four, four).bourguignonChakravarty(theta, alpha).get())
        .isCloseTo(rising, DIGITS);
  }

  /** With theta and alpha 1 everybody counts who lacks anything, by the mean of the gaps. */
  @Test
  void combinedGapsAreTheUnionOfAllWhoLack() {
    assertThat(example().bourguignonChakravarty(1, 1).get())
        .isCloseTo(example().adjusted(1, 1e-9).get().total(), DIGITS);
  }

  /** One resource: a Foster-Greer-Thorbecke index, which is tested by itself. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 2})
  void oneResourceIsOneIndex(double alpha) {
    Distribution d = Distribution.of(new double[] {3, 9, 10, 12}, new double[] {1, 2, 3, 0});
    JointShortfall one = JointShortfall.of(Standard.of("one", d, 10));
    double expected = AdequacyMetrics.fgt(alpha, 10).formula(d);
    assertThat(one.adjusted(alpha, 1).get().total()).isCloseTo(expected, DIGITS);
    if (alpha > 0) {
      assertThat(one.bourguignonChakravarty(5, alpha).get()).isCloseTo(expected, DIGITS);
    }
  }

  /** A third and a third are two thirds, whatever the rounding. */
  @Test
  void sharesReachACutoffWithinRounding() {
    double[] none = {0};
    JointShortfall three =
        JointShortfall.of(
            Standard.of("a", Distribution.of(none), 1),
            Standard.of("b", Distribution.of(none), 1),
            Standard.of("c", Distribution.of(1), 1));
    assertThat(three.headcount(2 / 3.0).get()).isEqualTo(1);
    assertThat(three.headcount(0.1 + 0.2 + 11 / 30.0).get()).isEqualTo(1);
    assertThat(three.headcount(0.67).get()).isZero();
  }

  @Test
  void whatHasNoValueSaysWhy() {
    double[] zeros = {0, 0};
    JointShortfall nobody = two(new double[] {1, 2}, new double[] {3, 4}, zeros);
    List<Supplier<Object>> all =
        List.of(
            () -> nobody.headcount(1),
            () -> nobody.intensity(1),
            () -> nobody.adjusted(1, 1),
            () -> nobody.bourguignonChakravarty(1, 1));
    assertThat(all).allSatisfy(each -> assertThat(each.get().toString()).contains("SOME_UNITS"));

    JointShortfall debt = two(new double[] {1, 20}, new double[] {-3, 20}, 1, 1);
    assertThat(debt.headcount(1).get()).isEqualTo(0.5);
    assertThat(debt.adjusted(0, 1).get().total()).isEqualTo(0.5);
    assertThat(debt.adjusted(1, 1).toString()).contains("NO_NEGATIVES", "other: ");
    assertThat(debt.bourguignonChakravarty(1, 1).toString()).contains("NO_NEGATIVES");

    JointShortfall plenty = two(new double[] {10, 11}, new double[] {12, 13}, 1, 1);
    assertThat(plenty.headcount(0.5).get()).isZero();
    assertThat(plenty.bourguignonChakravarty(2, 1).get()).isZero();
    assertThat(plenty.intensity(0.5).toString()).contains("COMPARISON_EVENTS");
  }

  /** (10 + 1e10) / 10 to the power of 100 is no number; who owes lacks all of the target. */
  @Test
  void aHugeDebtHasNoValueAndThrowsNothing() {
    JointShortfall debt = two(new double[] {-1e10, 20}, new double[] {20, 20}, 1, 1);
    assertThat(debt.adjusted(100, 0.5).toString()).contains("NO_NEGATIVES");
    assertThat(debt.bourguignonChakravarty(1, 100).toString()).contains("NO_NEGATIVES");
    assertThat(debt.scores(100, 0.5).values()).containsExactly(0.5, 0);
    assertThat(debt.combinedGaps(1, 1).values()).containsExactly(0.5, 0);
  }

  @Test
  void wrongCallsSayWhatWouldBeRight() {
    Distribution d = Distribution.of(1, 2);
    assertThatThrownBy(JointShortfall::of).hasMessageContaining("there are no standards");
    assertThatThrownBy(() -> JointShortfall.of(Standard.of("a", d, 1), Standard.of("a", d, 2)))
        .hasMessageContaining("\"a\" has two standards");
    assertThatThrownBy(
            () ->
                JointShortfall.of(
                    Standard.of("a", d, 1), Standard.of("b", Distribution.of(1, 2, 3), 1)))
        .hasMessageContaining("b has other units or weights than a");
    assertThatThrownBy(() -> Standard.of("a", d, 0)).hasMessageContaining("target is 0.0");
    assertThatThrownBy(() -> new Standard("a", d, 1, -1))
        .hasMessageContaining("importance of a is -1.0");
    assertThatThrownBy(() -> new Standard("a", Distribution.of(1), 1, 1e308))
        .hasMessageContaining("expected a positive number up to 1.0E100");
    assertThatThrownBy(() -> example().headcount(0)).hasMessageContaining("cutoff is 0.0");
    assertThatThrownBy(() -> example().adjusted(-1, 1)).hasMessageContaining("alpha is -1.0");
    assertThatThrownBy(() -> example().bourguignonChakravarty(0.5, 1))
        .hasMessageContaining("theta is 0.5");
    assertThatThrownBy(() -> example().bourguignonChakravarty(2, 0))
        .hasMessageContaining("alpha is 0.0");
  }
}
