package org.resourceequity.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Log probabilities from {@code loggamma} of mpmath 1.3 with 50 digits. */
class ChanceTest {

  private static void near(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-14 * Math.max(1, -expected)));
  }

  /** Both ends, either side of where factorials are summed, far from the mean, and a billion. */
  @ParameterizedTest
  @CsvSource({
    "0, 7, 0.3, -2.4967246075711265414",
    "7, 7, 0.3, -8.4278096302815522074",
    "3, 10, 0.3, -1.321151277766888636",
    "16, 32, 0.5, -1.9664705339645583304",
    "15, 33, 0.5, -2.1141065327706229391",
    "2, 400, 0.25, -105.98277477461069022",
    "390, 400, 0.25, -498.83478998728256658",
    "300000005, 1000000000, 0.3, -10.500247642144750473"
  })
  void successesInTrials(double x, double n, double p, double expected) {
    near(Chance.logBinomial(x, n, p), expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 10, 4, 5, -0.74193734472937731248",
    "0, 10, 4, 5, -3.7376696182833683059",
    "4, 10, 4, 5, -3.7376696182833683059",
    "1, 10, 6, 5, -3.7376696182833683059",
    "5, 10, 6, 5, -3.7376696182833683059",
    "3, 10, 3, 10, 0",
    "0, 10, 3, 0, 0",
    "16, 64, 32, 32, -1.6238020825037410368",
    "120, 5000, 400, 1500, -3.0934453086605610371",
    "1, 2, 1, 1, -0.69314718055994530942"
  })
  void markedAmongDrawn(double x, double all, double marked, double drawn, double expected) {
    near(Chance.logHypergeometric(x, all, marked, drawn), expected);
  }

  /** No more than there are, no fewer than must be. */
  @ParameterizedTest
  @CsvSource({"-1, 10, 4, 5", "5, 10, 4, 5", "0, 10, 6, 5", "6, 10, 6, 5"})
  void whatCannotBeHasNoProbability(double x, double all, double marked, double drawn) {
    assertThat(Chance.logHypergeometric(x, all, marked, drawn)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Chance.logBinomial(-1, 7, 0.3)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Chance.logBinomial(8, 7, 0.3)).isEqualTo(Double.NEGATIVE_INFINITY);
  }
}
