package org.resourceequity.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Distribution;

/** Staff, rooms and convergence against hand calculations. */
class SchoolResourcesTest {

  private static final Offset<Double> DIGITS = within(1e-12);

  /** 500 students with 2 counselors, 300 with none, 200 with 1: 3 for 1,000. */
  private static final Distribution COUNSELORS =
      Distribution.of(new double[] {2 / 500.0, 0, 1 / 200.0}, new double[] {500, 300, 200});

  @Test
  void staff() {
    assertThat(StaffingMetrics.STUDENTS_PER_STAFF.measure(COUNSELORS).get())
        .isCloseTo(1000 / 3.0, within(1e-9));
    assertThat(StaffingMetrics.STAFF_PER_100.measure(COUNSELORS).get()).isCloseTo(0.3, DIGITS);
    assertThat(StaffingMetrics.WITHOUT_STAFF.measure(COUNSELORS).get()).isCloseTo(0.3, DIGITS);
    assertThat(StaffingMetrics.within(250).measure(COUNSELORS).get()).isCloseTo(0.7, DIGITS);
    assertThat(StaffingMetrics.within(249).measure(COUNSELORS).get()).isCloseTo(0.2, DIGITS);
    assertThat(StaffingMetrics.STUDENTS_PER_STAFF.measure(Distribution.of(0, 0)).isKnown())
        .isFalse();
    assertThatThrownBy(() -> StaffingMetrics.within(0)).hasMessageContaining("students is 0.0");
  }

  /** 600 students in a school at 1.2 of its capacity, 300 at .9, 100 just at it. */
  @Test
  void overcrowding() {
    Distribution schools =
        Distribution.of(new double[] {1.2, 0.9, 1}, new double[] {600, 300, 100});
    assertThat(StaffingMetrics.overcrowding(0).measure(schools).get()).isCloseTo(0.6, DIGITS);
    assertThat(StaffingMetrics.overcrowding(1).measure(schools).get()).isCloseTo(0.12, DIGITS);
    assertThat(StaffingMetrics.overcrowding(2).measure(schools).get()).isCloseTo(0.024, DIGITS);
  }

  /**
   * Logarithms 0 and 2 have the deviation 1, 0 and 1 have .5; 1 and 3 have the CV .5, 2 and 2 0.
   */
  @Test
  void sigmaConvergence() {
    assertThat(
            DispersionMetrics.SIGMA_CONVERGENCE
                .measure(
                    new Change<>(Distribution.of(1, Math.exp(2)), Distribution.of(1, Math.exp(1))))
                .get())
        .isCloseTo(-0.5, DIGITS);
    assertThat(
            DispersionMetrics.SIGMA_CONVERGENCE_OF_CV
                .measure(new Change<>(Distribution.of(1, 3), Distribution.of(2, 2)))
                .get())
        .isCloseTo(-0.5, DIGITS);
  }
}
