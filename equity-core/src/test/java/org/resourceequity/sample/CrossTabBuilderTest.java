package org.resourceequity.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Counts that are added anywhere in any order. */
class CrossTabBuilderTest {

  private static final List<String> GROUPS = List.of("a", "b");

  private record Count(String unit, String group, double number) {}

  /** L2: any split into builders, merged in any order, gives the same bits. */
  @Property(tries = 100)
  void orderAndSplitChangeNoBit(@ForAll long seed) {
    Random random = new Random(seed);
    List<Count> counts = new ArrayList<>();
    for (int k = 0; k < 200; k++) {
      double size = random.nextBoolean() ? random.nextInt(1000) : 1000 * random.nextDouble();
      counts.add(new Count("unit " + random.nextInt(5), GROUPS.get(random.nextInt(2)), size / 7));
    }
    CrossTab once = table(List.of(counts), random);
    Collections.shuffle(counts, random);
    List<List<Count>> parts = new ArrayList<>();
    for (int start = 0; start < counts.size(); start += 1 + random.nextInt(60)) {
      parts.add(new ArrayList<>());
    }
    for (Count count : counts) {
      parts.get(random.nextInt(parts.size())).add(count);
    }
    assertThat(table(parts, random)).isEqualTo(once);
  }

  private static CrossTab table(List<List<Count>> parts, Random random) {
    List<CrossTabBuilder> builders = new ArrayList<>();
    for (List<Count> part : parts) {
      CrossTabBuilder builder = new CrossTabBuilder(GROUPS);
      part.forEach(c -> builder.add(c.unit(), c.group(), c.number()));
      builders.add(builder);
    }
    Collections.shuffle(builders, random);
    CrossTabBuilder all = new CrossTabBuilder(GROUPS);
    builders.forEach(all::add);
    return all.build();
  }

  @Test
  void aTenthTenTimesIsOne() {
    CrossTabBuilder builder = new CrossTabBuilder(GROUPS);
    for (int k = 0; k < 10; k++) {
      builder.add("u", "a", 0.1);
    }
    // Ten times the double next to 0.1 is 1 + 5.6e-17, which rounds to 1; a loop gives 1 - 1.1e-16.
    assertThat(builder.build().count(0, 0)).isEqualTo(1);
  }

  @Test
  void tablesAreAddedByUnit() {
    CrossTab table =
        CrossTab.of(Units.of(List.of("v", "u")), GROUPS, new double[][] {{1, 2}, {3, 4}});
    CrossTab twice = new CrossTabBuilder(GROUPS).add(table).add(table).build();
    assertThat(twice.units().keys()).containsExactly("u", "v");
    assertThat(twice.members(0)).containsExactly(4, 2);
    assertThat(twice.members(1)).containsExactly(8, 6);
  }

  /** Ten tables of a tenth: see above; the sum is exact, also after units were chosen. */
  @Test
  void tablesAreRoundedWhenTheyAreRead() {
    CrossTab tenth = CrossTab.of(Units.of(List.of("u")), GROUPS, new double[][] {{0.1}, {3}});
    CrossTab other = CrossTab.of(Units.of(List.of("w")), GROUPS, new double[][] {{1}, {1}});
    CrossTab sum = tenth;
    for (int k = 1; k < 5; k++) {
      sum = sum.add(tenth);
    }
    CrossTab half = sum;
    sum = sum.append(other).select(0).add(half);
    assertThat(sum.count(0, 0)).isEqualTo(1);
    assertThat(sum.count(1, 0)).isEqualTo(30);
    assertThat(new CrossTabBuilder(GROUPS).add(half).add(half).build()).isEqualTo(sum);
  }

  @Test
  void aWrongCountOrGroupIsNamed() {
    CrossTabBuilder builder = new CrossTabBuilder(GROUPS);
    assertThatThrownBy(() -> builder.add("u", "a", -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("count of a in u is -1.0");
    assertThatThrownBy(() -> builder.add("u", "c", 1)).hasMessageContaining("no group \"c\"");
    assertThatThrownBy(() -> builder.add(new CrossTabBuilder(List.of("a", "c"))))
        .hasMessageContaining("[a, c], expected [a, b]");
  }
}
