package org.resourceequity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Keys have the numbers in whose order they came. */
class NumberingTest {

  NumberingTest() {}

  /** A key of which many have the same hash. */
  private record Alike(int key) {
    @Override
    public int hashCode() {
      return key % 7;
    }
  }

  @Property
  void itNumbersAsAMapAndAListWould(
      @ForAll @Size(max = 300) List<@IntRange(max = 400) Integer> drawn) {
    Numbering<Alike> numbering = new Numbering<>();
    Map<Alike, Integer> map = new HashMap<>();
    for (int each : drawn) {
      Alike key = new Alike(each);
      assertThat(numbering.find(key)).isEqualTo(map.getOrDefault(key, -1));
      map.putIfAbsent(key, map.size());
      assertThat(numbering.add(key)).isEqualTo(map.get(key));
    }
    assertThat(numbering.size()).isEqualTo(map.size());
    map.forEach((key, number) -> assertThat(numbering.keys().get(number)).isEqualTo(key));
    assertThat(numbering.find("another kind of key")).isEqualTo(-1);
  }

  @Property
  void theSameKeysInTheirOwnOrder(
      @ForAll @Size(max = 100) List<@IntRange(max = 60) Integer> drawn) {
    Numbering<Integer> numbering = new Numbering<>();
    drawn.forEach(numbering::add);
    Numbering<Integer> sorted = numbering.sorted(Comparator.naturalOrder());
    assertThat(sorted.keys()).isEqualTo(List.copyOf(new TreeSet<>(drawn)));
    int[] places = numbering.places(sorted);
    for (int i = 0; i < places.length; i++) {
      assertThat(numbering.keys().get(places[i])).isEqualTo(sorted.keys().get(i));
    }
  }

  /** A key whose hash depends on the machine, as that of an enum does. */
  private record Elsewhere(String key) implements Serializable {
    private static final AtomicInteger MACHINE = new AtomicInteger();

    @Override
    public int hashCode() {
      return key.hashCode() + MACHINE.get();
    }
  }

  @Test
  void keysAreFoundOnAnotherMachine() throws IOException, ClassNotFoundException {
    Numbering<Elsewhere> numbering = new Numbering<>();
    for (int i = 0; i < 40; i++) {
      numbering.add(new Elsewhere("key " + i));
    }
    byte[] sent = Sent.written(numbering);
    Elsewhere.MACHINE.set(7);
    Numbering<?> read = (Numbering<?>) Sent.read(sent);
    for (int i = 0; i < 40; i++) {
      assertThat(read.find(new Elsewhere("key " + i))).isEqualTo(i);
    }
  }

  @Property
  void aCopyGoesItsOwnWay(
      @ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> before,
      @ForAll @Size(max = 60) List<@IntRange(max = 80) Integer> after) {
    Numbering<Alike> first = new Numbering<>();
    before.forEach(key -> first.add(new Alike(key)));
    List<Alike> keys = List.copyOf(first.keys());
    Numbering<Alike> second = new Numbering<>(first);
    after.forEach(key -> second.add(new Alike(key)));
    assertThat(first.keys()).isEqualTo(keys);
    after.forEach(
        key -> assertThat(first.find(new Alike(key))).isEqualTo(keys.indexOf(new Alike(key))));
    assertThat(second.keys().subList(0, keys.size())).isEqualTo(keys);
    after.forEach(
        key -> assertThat(second.keys().get(second.find(new Alike(key))).key()).isEqualTo(key));
  }

  @Property
  void allKeysOfAnotherJoin(
      @ForAll @Size(max = 60) List<@IntRange(max = 60) Integer> here,
      @ForAll @Size(max = 60) List<@IntRange(max = 60) Integer> there) {
    Numbering<Alike> numbering = new Numbering<>();
    Numbering<Alike> expected = new Numbering<>();
    here.forEach(key -> numbering.add(new Alike(key)));
    here.forEach(key -> expected.add(new Alike(key)));
    Numbering<Alike> other = new Numbering<>();
    there.forEach(key -> other.add(new Alike(key)));
    int[] places = numbering.addAll(other);
    assertThat(places).isEqualTo(other.keys().stream().mapToInt(expected::add).toArray());
    assertThat(numbering.keys()).isEqualTo(expected.keys());
  }

  @Test
  void aNationOfCodesThatCountUp() throws IOException, ClassNotFoundException {
    Numbering<String> numbering = new Numbering<>();
    for (int i = 0; i < 200_000; i++) {
      assertThat(numbering.add(String.format("%012d", 10_000_500_000L + i))).isEqualTo(i);
    }
    Numbering<?> read = (Numbering<?>) Sent.read(Sent.written(numbering));
    assertThat(read.find("010000567890")).isEqualTo(67_890);
    assertThat(read.find("010000700000")).isEqualTo(-1);
  }
}
