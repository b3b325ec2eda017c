package org.resourceequity.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resourceequity.internal.CounterRandom;

/** The cells of a multinomial draw are binomial, and negatively correlated. */
class MultinomialTest {

  private static final int DRAWS = 40_000;

  /** Chi squared of a cell against the binomial, by its recurrence from the most likely number. */
  @ParameterizedTest
  @CsvSource({
    // count of the cell, of all others together (in three cells)
    "3, 17",
    "1, 1",
    "127, 873",
    "128, 300",
    "130, 870",
    "2000, 500",
    "20000, 70000",
    "0.5, 3.5",
    "2.25, 37.75",
    "300.4, 99.6"
  })
  void aCellIsBinomial(double count, double others) {
    Multinomial cells =
        new Multinomial(new double[] {others / 2, count}, new double[] {others / 4, others / 4});
    int students = (int) Math.round(count + others);
    double[] expected = binomial(students, count / (count + others));
    int[] observed = new int[students + 1];
    for (int b = 0; b < DRAWS; b++) {
      double[][] drawn = cells.draw(new CounterRandom(11, b));
      observed[(int) drawn[0][1]]++;
      assertThat(Arrays.stream(drawn).flatMapToDouble(Arrays::stream).sum()).isEqualTo(students);
    }
    double chiSquared = 0;
    int bins = 0;
    double expectedInBin = 0;
    double observedInBin = 0;
    double left = 1;
    for (int k = 0; k <= students; k++) {
      expectedInBin += DRAWS * expected[k];
      observedInBin += observed[k];
      left -= expected[k];
      if ((expectedInBin >= 20 && left * DRAWS >= 20) || k == students) {
        chiSquared += Math.pow(observedInBin - expectedInBin, 2) / expectedInBin;
        bins++;
        expectedInBin = 0;
        observedInBin = 0;
      }
    }
    // Mean and five standard deviations of chi squared.
    int freedom = bins - 1;
    assertThat(chiSquared).isLessThan(freedom + 5 * Math.sqrt(2.0 * freedom));
  }

  private static double[] binomial(int n, double p) {
    double[] likely = new double[n + 1];
    int mode = (int) ((n + 1) * p);
    likely[mode] = 1;
    double odds = p / (1 - p);
    for (int k = mode + 1; k <= n; k++) {
      likely[k] = likely[k - 1] * odds * (n - k + 1) / k;
    }
    for (int k = mode; k > 0; k--) {
      likely[k - 1] = likely[k] * k / (odds * (n - k + 1));
    }
    double sum = Arrays.stream(likely).sum();
    return Arrays.stream(likely).map(weight -> weight / sum).toArray();
  }

  /** Variance n p (1 - p) and covariance -n p q, within five errors. */
  @Test
  void whatOneCellGetsAnotherMisses() {
    double[] counts = {150.5, 30, 60, 9.5};
    Multinomial cells = new Multinomial(counts);
    double variance = 0;
    double covariance = 0;
    for (int b = 0; b < DRAWS; b++) {
      double[] drawn = cells.draw(new CounterRandom(12, b))[0];
      variance += Math.pow(drawn[0] - counts[0], 2) / DRAWS;
      covariance += (drawn[0] - counts[0]) * (drawn[2] - counts[2]) / DRAWS;
    }
    double p = 150.5 / 250;
    double q = 60.0 / 250;
    assertThat(variance).isCloseTo(250 * p * (1 - p), within(5 * 60 * Math.sqrt(2.0 / DRAWS)));
    // The error of a product of two normal numbers is at most √2 times their deviations'.
    assertThat(covariance).isCloseTo(-250 * p * q, within(5 * 52 * Math.sqrt(2.0 / DRAWS)));
  }

  @Test
  void emptyCellsStayEmptyAndNobodyIsDrawnFromNobody() {
    Multinomial cells = new Multinomial(new double[] {0, 5, 0}, new double[] {0, 0, 0});
    assertThat(cells.draw(new CounterRandom(1, 1)))
        .isDeepEqualTo(new double[][] {{0, 5, 0}, {0, 0, 0}});
    assertThat(new Multinomial(new double[3]).draw(new CounterRandom(1, 1))[0])
        .containsExactly(0, 0, 0);
    // A third of a student rounds to nobody.
    assertThat(new Multinomial(new double[] {0.1, 0.2}).draw(new CounterRandom(1, 1))[0])
        .containsExactly(0, 0);
  }

  /** So many that a draw is cell by cell; within six standard deviations of the mean. */
  @Test
  void moreStudentsThanAnyNationHasAreDrawnToo() {
    double[] counts = {1e12, 3e12, 5};
    double[] drawn = new Multinomial(counts).draw(new CounterRandom(1, 1))[0];
    assertThat(Arrays.stream(drawn).sum()).isEqualTo(4e12 + 5);
    assertThat(drawn[0]).isCloseTo(1e12, within(6 * Math.sqrt(4e12 * 0.25 * 0.75)));
    assertThatThrownBy(() -> new Multinomial(new double[] {1e300}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
