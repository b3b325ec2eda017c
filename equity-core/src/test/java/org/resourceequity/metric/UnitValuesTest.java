package org.resourceequity.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnitValuesTest {

  private static final List<String> KEYS = List.of("d", "c", "b", "a");

  @Test
  void theFewestUnitsThatMakeAShareComeLargestFirstAndTiesByKey() {
    UnitValues values = UnitValues.of(KEYS, new double[] {3, 3, 1, 3});
    // The sum is 10: 6 of it need two of the three equal ones, those with the smaller keys.
    assertThat(values.making(0.6)).containsExactly(3, 1);
    assertThat(values.making(1)).containsExactly(3, 1, 0, 2);
    assertThat(values.making(0)).isEmpty();
  }

  @Test
  void ofANegativeSumTheMostNegativeMakeMost() {
    UnitValues values = UnitValues.of(KEYS, new double[] {-8, 2, -1, 1});
    // The sum is -6; -8 alone is more than all of it.
    assertThat(values.making(1)).containsExactly(0);
    assertThat(UnitValues.of(KEYS, new double[] {1, -1, 0, 0}).making(0.5)).isEmpty();
  }
}
