package org.resourceequity.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.resourceequity.internal.Sent;

/** Units and the levels above them. */
class UnitsTest {

  private static final Units UNITS =
      Units.of(List.of("a", "b", "c", "d"))
          .within("district", List.of("2", "1", "2", "3"))
          .within("state", List.of("y", "x", "y", "x"));

  @Test
  void unitsAreDividedByTheirParents() {
    assertThat(UNITS.levels()).containsExactly("district", "state");
    assertThat(UNITS.by("district")).isEqualTo(Partition.of(List.of("2", "1", "2", "3")));
    assertThat(UNITS.by("state").units()).isDeepEqualTo(new int[][] {{1, 3}, {0, 2}});
  }

  @Test
  void someUnitsHaveTheirOwnParentsOnly() {
    Units some = UNITS.select(new int[] {3, 0});
    assertThat(some.by("district")).isEqualTo(Partition.of(List.of("3", "2")));
    assertThat(some.select(new int[] {1}).by("state").labels()).containsExactly("y");
    assertThat(some.append(UNITS.select(new int[] {1})).by("district"))
        .isEqualTo(Partition.of(List.of("3", "2", "1")));
  }

  @Test
  void aLevelThatComesAgainTakesThePlaceOfTheFirst() {
    Units again = UNITS.within("state", List.of("q", "p", "q", "p"));
    assertThat(again.levels()).containsExactly("district", "state");
    assertThat(again.by("state").labels()).containsExactly("p", "q");
  }

  @Test
  void aParentStandsUnderOneParent() {
    assertThatThrownBy(() -> UNITS.within("nation", List.of("n", "n", "m", "n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("district \"2\" stands under two units of level nation");
  }

  @Test
  void aLevelThatIsNotThereIsNamedWithThoseThatAre() {
    assertThatThrownBy(() -> UNITS.by("county"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("county")
        .hasMessageContaining("[district, state]");
  }

  @Test
  void whatIsSentArrivesWithItsLevels() throws IOException, ClassNotFoundException {
    Units some = UNITS.select(new int[] {0, 2, 3});
    Units received = Sent.received(some);
    assertThat(received).isEqualTo(some).hasSameHashCodeAs(some);
    assertThat(received.by("district")).isEqualTo(some.by("district"));
    assertThat(Sent.received(UNITS).by("state")).isEqualTo(UNITS.by("state"));
  }

  @Test
  void keysAndParentsMakeUnitsDiffer() {
    Units flat = Units.of(List.of("a", "b"));
    Units one = flat.within("district", List.of("1", "1"));
    assertThat(one).isNotEqualTo(flat);
    assertThat(one).isNotEqualTo(flat.within("county", List.of("1", "1")));
    assertThat(one).isNotEqualTo(flat.within("district", List.of("1", "2")));
    assertThat(one).isEqualTo(flat.within("district", List.of("1", "1")));
  }
}
