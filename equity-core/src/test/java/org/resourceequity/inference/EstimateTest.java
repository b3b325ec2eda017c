package org.resourceequity.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.resourceequity.inequality.InequalityMetrics;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Units;

/** Expected values are textbook formulas, written out in the tests. */
class EstimateTest {

  private static final Mean MEAN = new Mean();
  private static final Units SCHOOLS = Units.of(List.of("a", "b", "c", "d"));

  private static Distribution of(Units units, double... values) {
    double[] weights = new double[values.length];
    java.util.Arrays.fill(weights, 1);
    return Distribution.of(units, values, weights);
  }

  private static Estimate mean(Units units, double... values) {
    return Estimate.byUnits(MEAN, of(units, values)).get();
  }

  /** The values 1, 2, 4, 7 have the mean 3.5 and the variance 21/3 = 7 with n - 1. */
  @Test
  void theErrorOfAMeanIsThatOfTheTextbook() {
    Estimate mean = mean(SCHOOLS, 1, 2, 4, 7);
    assertThat(mean.value()).isEqualTo(3.5);
    assertThat(mean.standardError()).isCloseTo(Math.sqrt(7.0 / 4), within(1e-14));
    // 1.959963985 standard errors on each side.
    Interval interval = mean.interval(0.95);
    assertThat(interval.low())
        .isCloseTo(3.5 - 1.959963984540054 * Math.sqrt(7.0 / 4), within(1e-9));
    assertThat(interval.method()).contains("units as draws");
  }

  /** The same schools in two years: differences 1, 0, 2, 5 with mean 2, variance 14/3. */
  @Test
  void aChangeOfTheSameUnitsIsPaired() {
    Estimate change = mean(SCHOOLS, 2, 2, 6, 12).minus(mean(SCHOOLS, 1, 2, 4, 7));
    assertThat(change.value()).isEqualTo(2);
    assertThat(change.standardError()).isCloseTo(Math.sqrt(14.0 / 3 / 4), within(1e-14));
  }

  /** The order of the rows does not matter: units are matched by their keys. */
  @Test
  void unitsAreMatchedByKey() {
    Units turned = Units.of(List.of("d", "c", "b", "a"));
    Estimate change = mean(turned, 12, 6, 2, 2).minus(mean(SCHOOLS, 1, 2, 4, 7));
    assertThat(change.standardError()).isCloseTo(Math.sqrt(14.0 / 3 / 4), within(1e-14));
  }

  /** Two states: variances 7 and 2/3 of n - 1 over 4; by n they are 21/16 and 2/16, times 8/7. */
  @Test
  void otherUnitsAreIndependent() {
    Estimate gap =
        mean(SCHOOLS, 1, 2, 4, 7).minus(mean(Units.of(List.of("p", "q", "r", "s")), 1, 1, 2, 2));
    assertThat(gap.standardError())
        .isCloseTo(Math.sqrt(8.0 / 7 * (21.0 / 16 + 1.0 / 16)), within(1e-14));
    assertThat(mean(SCHOOLS, 1, 2, 4, 7).covariance(mean(Units.of(List.of("p", "q")), 1, 2)))
        .isZero();
  }

  /** R = A/B has the influence (z_A - R z_B) / B: Cochran, W. G. (1977), section 2.11. */
  @Test
  void ratiosFollowFromTheirParts() {
    double[] a = {2, 2, 6, 12};
    double[] b = {1, 2, 4, 7};
    Estimate ratio = mean(SCHOOLS, a).over(mean(SCHOOLS, b));
    double r = 22.0 / 14;
    double squares = 0;
    for (int i = 0; i < 4; i++) {
      squares += (a[i] - r * b[i]) * (a[i] - r * b[i]);
    }
    double error = Math.sqrt(squares / 3 / 4) / 3.5;
    assertThat(ratio.value()).isEqualTo(r);
    assertThat(ratio.standardError()).isCloseTo(error, within(1e-14));
    assertThat(ratio.log().standardError()).isCloseTo(error / r, within(1e-14));
    assertThat(ratio.times(3).standardError()).isCloseTo(3 * error, within(1e-14));
    assertThat(ratio.plus(ratio).standardError()).isCloseTo(2 * error, within(1e-14));
  }

  /** Clusters {a, b} and {c, d}: sums of (x - 3.5)/4 are -1 and 1; sqrt(2/1 (1 + 1)) = 2. */
  @Test
  void clustersAreSummed() {
    Units inDistricts = SCHOOLS.within("district", List.of("x", "x", "y", "y"));
    Estimate mean = Estimate.byClusters(MEAN, of(inDistricts, 1, 2, 4, 7), "district").get();
    assertThat(mean.standardError()).isCloseTo(2, within(1e-14));
    assertThat(mean.draws()).isEqualTo(Draws.CLUSTERS);
  }

  @Test
  void weightlessUnitsAreNoDraws() {
    Distribution two = Distribution.of(new double[] {1, 3}, new double[] {1, 1});
    Distribution withNobody = Distribution.of(new double[] {1, 3, 9}, new double[] {1, 1, 0});
    double error = Estimate.byUnits(InequalityMetrics.CV, two).get().standardError();
    assertThat(Estimate.byUnits(InequalityMetrics.CV, withNobody).get().standardError())
        .isCloseTo(error, within(1e-15));
  }

  @Test
  void oneDrawHasNoErrorAndAnUndefinedMetricNone() {
    assertThat(Estimate.byUnits(MEAN, Distribution.of(7)))
        .hasToString("undefined: TWO_UNITS (1 units drawn, two are needed)");
    assertThat(Estimate.byUnits(InequalityMetrics.GINI, Distribution.of(0, 0)))
        .matches(outcome -> outcome.toString().contains(Condition.POSITIVE_TOTAL.name()));
  }

  @Test
  void estimatesOfOtherDrawsAreNotMixed() {
    Units inDistricts = SCHOOLS.within("district", List.of("x", "x", "y", "y"));
    Estimate byDistrict = Estimate.byClusters(MEAN, of(inDistricts, 1, 2, 4, 7), "district").get();
    assertThatThrownBy(() -> byDistrict.minus(mean(SCHOOLS, 1, 2, 4, 7)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clusters")
        .hasMessageContaining("units");
  }
}
