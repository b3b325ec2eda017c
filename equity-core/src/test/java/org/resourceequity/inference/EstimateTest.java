package org.resourceequity.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.resourceequity.inequality.InequalityMetrics;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Units;
import org.resourceequity.segregation.SegregationMetrics;

/** Expected values are textbook formulas, written out in the tests. */
class EstimateTest {

  private static final Mean MEAN = new Mean();
  private static final Units SCHOOLS = Units.of(List.of("a", "b", "c", "d"));

  private static Distribution of(Units units, double... values) {
    double[] weights = new double[values.length];
    Arrays.fill(weights, 1);
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
    assertThatThrownBy(() -> byDistrict.covariance(mean(SCHOOLS, 1, 2, 4, 7)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static CrossTab fourSchools() {
    return CrossTab.of(
        SCHOOLS, List.of("g", "h"), new double[][] {{40, 20, 5, 1}, {20, 40, 60, 80}});
  }

  /** Errors of M, H and D of this table by students: metric specification, B.3. */
  @Test
  void studentsAsDrawsGiveTheErrorsOfSegregation() {
    CrossTab table = fourSchools();
    assertThat(
            Estimate.byStudents(SegregationMetrics.MUTUAL_INFORMATION, table).get().standardError())
        .isCloseTo(0.03139, within(5e-6));
    assertThat(Estimate.byStudents(SegregationMetrics.THEIL_H, table).get().standardError())
        .isCloseTo(0.05135, within(5e-6));
    assertThat(Estimate.byStudents(SegregationMetrics.DISSIMILARITY, table).get().standardError())
        .isCloseTo(0.04798, within(5e-6));
  }

  @Test
  void studentsOfAnUndefinedIndexHaveItsReason() {
    CrossTab alone =
        CrossTab.of(Units.of(List.of("a")), List.of("g", "h"), new double[][] {{0}, {3}});
    assertThat(Estimate.byStudents(SegregationMetrics.DISSIMILARITY, alone).toString())
        .startsWith("undefined: EVERY_GROUP");
  }

  /**
   * The same counts in two years are draws of their own: the change has √2 times the error of each.
   * The relative change B/A - 1 has the error of the ratio B/A, which is √2 times that of one year
   * over A since B = A: the students of A are in it twice, and are the same.
   */
  @Test
  void yearsOfStudentsAreIndependentButAYearIsItself() {
    Estimate before = Estimate.byStudents(SegregationMetrics.THEIL_H, fourSchools()).get();
    CrossTab next = fourSchools().withUnits(Units.of(List.of("a", "b", "c", "e")));
    Estimate after = Estimate.byStudents(SegregationMetrics.THEIL_H, next).get();
    double error = before.standardError();
    assertThat(before.covariance(after)).isZero();
    assertThat(after.minus(before).standardError()).isCloseTo(Math.sqrt(2) * error, within(1e-14));
    double relative = Math.sqrt(2) * error / before.value();
    assertThat(after.over(before).standardError()).isCloseTo(relative, within(1e-14));
    assertThat(after.minus(before).over(before).standardError()).isCloseTo(relative, within(1e-14));
    assertThat(after.minus(before).covariance(before)).isCloseTo(-error * error, within(1e-16));
    assertThat(after.minus(before).plus(before).standardError()).isCloseTo(error, within(1e-14));
  }

  /** H = M/E: two indices of one table share its students, so M/H has the error of E alone. */
  @Test
  void twoIndicesOfOneTableShareTheirDraws() {
    CrossTab table = fourSchools();
    Estimate m = Estimate.byStudents(SegregationMetrics.MUTUAL_INFORMATION, table).get();
    Estimate h = Estimate.byStudents(SegregationMetrics.THEIL_H, table).get();
    // E of the shares p = 66/266 and q has the influence -ln p_g - E; its variance over N is
    // (p ln^2 p + q ln^2 q - E^2)/N.
    double p = 66.0 / 266;
    double q = 200.0 / 266;
    double e = -p * Math.log(p) - q * Math.log(q);
    double square = p * Math.log(p) * Math.log(p) + q * Math.log(q) * Math.log(q);
    assertThat(m.over(h).value()).isCloseTo(e, within(1e-14));
    assertThat(m.over(h).standardError())
        .isCloseTo(Math.sqrt((square - e * e) / 266), within(1e-14));
  }

  /** Schools a, b in the first year, b, c in the second: only b is in both. */
  @Test
  void schoolsThatOpenAndCloseAreDrawsOfOneYear() {
    Estimate first = mean(Units.of(List.of("a", "b")), 1, 3);
    Estimate second = mean(Units.of(List.of("b", "c")), 8, 5);
    // Influences on the means 2 and 6.5: a -1/2, b 1/2 and b 3/4, c -3/4; of three draws.
    assertThat(first.covariance(second)).isCloseTo(1.5 * 0.375, within(1e-15));
    // The sum: a -1/2, b 5/4, c -3/4.
    Estimate sum = first.plus(second);
    assertThat(sum.value()).isEqualTo(8.5);
    assertThat(sum.standardError())
        .isCloseTo(Math.sqrt(1.5 * (0.25 + 25.0 / 16 + 9.0 / 16)), within(1e-14));
  }

  @Test
  void numbersThatHaveNoRatioOrLogarithmAreWrongCalls() {
    Estimate zero = mean(SCHOOLS, -1, 1, -2, 2);
    Estimate one = mean(SCHOOLS, 0, 1, 1, 2);
    assertThatThrownBy(() -> one.over(zero)).hasMessage("cannot divide by an estimate of 0");
    assertThatThrownBy(zero::log).hasMessage("no logarithm of an estimate of 0.0");
    assertThat(one.log().value()).isZero();
    assertThat(mean(SCHOOLS, 1, 2, 4, 7).times(-2).value()).isEqualTo(-7);
    assertThatThrownBy(() -> one.interval(95)).hasMessageContaining("level is 95.0");
  }

  /** 1.644853627 standard errors of √(7/4) on each side of 3.5: R 4.3, qnorm(0.95). */
  @Test
  void anIntervalSaysWhatIsDrawn() {
    Estimate mean = mean(SCHOOLS, 1, 2, 4, 7);
    Interval interval = mean.interval(0.9);
    assertThat(interval.high()).isCloseTo(3.5 + 1.644853627 * Math.sqrt(1.75), within(1e-8));
    assertThat(interval.low()).isCloseTo(3.5 - 1.644853627 * Math.sqrt(1.75), within(1e-8));
    assertThat(interval.level()).isEqualTo(0.9);
    assertThat(mean)
        .hasToString("3.5 ± " + mean.standardError() + " (standard error, units as draws)");
  }
}
