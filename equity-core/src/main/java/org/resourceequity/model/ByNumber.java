package org.resourceequity.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.function.BinaryOperator;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** What is known of the units of a level, by their numbers: a map that takes four bytes a unit. */
final class ByNumber<T extends Serializable> implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ArrayList<@Nullable T> values;

  ByNumber() {
    values = new ArrayList<>();
  }

  private ByNumber(int size) {
    values = new ArrayList<>(size);
  }

  /** Returns what is known of a unit; null if nothing is, or there is no such unit. */
  @Nullable T get(int number) {
    return number >= 0 && number < values.size() ? values.get(number) : null;
  }

  void put(int number, T value) {
    while (values.size() <= number) {
      values.add(null);
    }
    values.set(number, value);
  }

  /** Puts a value, or what {@code merger} makes of the one that is there and it. */
  void merge(int number, T value, BinaryOperator<T> merger) {
    T before = get(number);
    put(number, before == null ? value : merger.apply(before, value));
  }

  /** Merges all values of another; {@code place[i]} is the number here of its unit i. */
  void merge(ByNumber<T> other, int[] place, BinaryOperator<T> merger) {
    other.forEach((value, number) -> merge(place[number], value, merger));
  }

  /** Hands over the numbers of the units of which something is known, and what it is. */
  void forEach(ObjIntConsumer<T> consumer) {
    for (int i = 0; i < values.size(); i++) {
      T value = values.get(i);
      if (value != null) {
        consumer.accept(value, i);
      }
    }
  }

  /** Returns the values in another order: unit i of the result is unit {@code order[i]} of this. */
  ByNumber<T> inOrder(int[] order) {
    ByNumber<T> ordered = new ByNumber<>(order.length);
    for (int number : order) {
      ordered.values.add(get(number));
    }
    return ordered;
  }
}
