package org.resourceequity.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Units;
import org.resourceequity.segregation.ProportionalFitting.Fitted;

/** Tables of two by two, whose fit is the root of a quadratic equation. */
class ProportionalFittingTest {

  private static final Offset<Double> FITTED = within(1e-9);
  private static final ProportionalFitting FITTING = ProportionalFitting.withDefaults();

  private static final CrossTab SEED = table(new double[] {10, 20}, new double[] {30, 40});

  private static CrossTab table(double[]... counts) {
    return CrossTab.of(Units.of(List.of("a", "b")), List.of("amber", "blue"), counts);
  }

  /**
   * The odds ratio stays 10 x 40 / (20 x 30) = 2/3. With x in the first cell, 3 x (10 + x) = 2 (50
   * - x)(40 - x), so x² + 210 x = 4000.
   */
  @Test
  void theOddsRatioStays() {
    Fitted fitted = FITTING.fit(SEED, new double[] {50, 50}, new double[] {40, 60}).get();
    double x = (Math.sqrt(60_100) - 210) / 2;
    assertThat(fitted.table().count(0, 0)).isCloseTo(x, FITTED);
    assertThat(fitted.table().count(0, 1)).isCloseTo(50 - x, FITTED);
    assertThat(fitted.table().count(1, 0)).isCloseTo(40 - x, FITTED);
    assertThat(fitted.table().count(1, 1)).isCloseTo(10 + x, FITTED);
    assertThat(fitted.certificate().residual()).isBetween(0.0, ProportionalFitting.RESIDUAL);
    assertThat(fitted.certificate().iterations()).isBetween(2, 50);
  }

  /**
   * One hundredth of 15 students in the empty cell makes the odds ratio 5 x 0.15 / 25 = 0.03. Where
   * all sums are 10, x² / (10 - x)² is the same, so x = 10 r / (1 + r) with r² = 0.03.
   */
  @Test
  void aFilledCellIsAShareOfAllStudents() {
    CrossTab seed = table(new double[] {5, 5}, new double[] {5, 0});
    double[] tens = {10, 10};
    double root = Math.sqrt(0.03);
    assertThat(FITTING.withFill(0.01).fit(seed, tens, tens).get().table().count(0, 0))
        .isCloseTo(10 * root / (1 + root), FITTED);
  }

  @Test
  void totalsMayDifferByRounding() {
    double[] units = {400_000, 600_000};
    assertThat(FITTING.fit(SEED, new double[] {500_000, 500_000.0001}, units).isKnown()).isTrue();
    double[] more = {500_000, 500_000.01};
    assertThatThrownBy(() -> FITTING.fit(SEED, more, units))
        .hasMessageContaining("the targets of units add up to 1000000.0, expected those of groups");
    // Scaled to the total of the groups, or not at all if there is nothing to scale.
    assertThat(FITTING.withRescaledUnits().fit(SEED, more, units).get().table().total())
        .isCloseTo(1_000_000.01, within(1e-6));
    assertThatThrownBy(
            () -> FITTING.withRescaledUnits().fit(SEED, new double[] {1, 1}, new double[] {0, 0}))
        .hasMessageContaining("add up to 0.0");
  }

  @Test
  void anEmptyTargetEmptiesTheTable() {
    Fitted none = FITTING.fit(SEED, new double[] {0, 0}, new double[] {0, 0}).get();
    assertThat(none.table().total()).isZero();
    // Everybody is of the second group, in the second unit.
    Fitted one = FITTING.fit(SEED, new double[] {0, 7}, new double[] {0, 7}).get();
    assertThat(one.table().members(0)).containsExactly(0, 0);
    assertThat(one.table().members(1)).containsExactly(0, 7);
  }

  /** The second group attends unit b alone, where there is no room for it. */
  @Test
  void theUnitFarthestFromItsSumIsNamed() {
    CrossTab seed = table(new double[] {5, 5}, new double[] {0, 5});
    assertThat(FITTING.fit(seed, new double[] {10, 20}, new double[] {20, 10}).toString())
        .contains("CONVERGENCE")
        .contains("unit \"b\"");
    // Nobody is in unit a, so that no factor brings anybody there.
    CrossTab empty = table(new double[] {0, 5}, new double[] {0, 5});
    assertThat(FITTING.fit(empty, new double[] {5, 5}, new double[] {5, 5}).toString())
        .contains("CONVERGENCE")
        .contains("unit \"a\"");
  }

  /** Groups that share no unit: each meets its own sum, whatever the other does. */
  @Test
  void separateGroupsAreFittedOnTheirOwn() {
    CrossTab apart = table(new double[] {3, 0}, new double[] {0, 9});
    Fitted fitted = FITTING.fit(apart, new double[] {8, 2}, new double[] {8, 2}).get();
    assertThat(fitted.table().members(0)).containsExactly(8, 0);
    assertThat(fitted.table().members(1)).containsExactly(0, 2);
    assertThat(FITTING.fit(apart, new double[] {2, 8}, new double[] {8, 2}).isKnown()).isFalse();
  }
}
