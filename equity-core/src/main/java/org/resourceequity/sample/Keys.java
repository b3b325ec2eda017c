package org.resourceequity.sample;

import java.io.Serial;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Lists of keys that are not made before somebody asks: most metrics ask for none, but a sample is
 * sorted or cut into parts many times.
 */
final class Keys {

  private Keys() {}

  /** Returns the keys at these places, which must not change any more. */
  static List<String> chosen(List<String> keys, int[] places) {
    if (!(keys instanceof Chosen before)) {
      return new Chosen(keys, places);
    }
    int[] there = new int[places.length];
    for (int i = 0; i < there.length; i++) {
      there[i] = before.places[places[i]];
    }
    return new Chosen(before.keys, there);
  }

  /** The numbers from 0 on. */
  static final class Numbers extends AbstractList<String> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;
    private final int size;

    Numbers(int size) {
      this.size = size;
    }

    @Override
    public String get(int at) {
      return Integer.toString(Objects.checkIndex(at, size));
    }

    @Override
    public int size() {
      return size;
    }
  }

  private static final class Chosen extends AbstractList<String>
      implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;
    private final transient List<String> keys;
    private final transient int[] places;

    private Chosen(List<String> keys, int[] places) {
      this.keys = keys;
      this.places = places;
    }

    @Override
    public String get(int at) {
      return keys.get(places[at]);
    }

    @Override
    public int size() {
      return places.length;
    }

    /** A few keys do not take all others along. */
    @Serial
    private Object writeReplace() {
      return List.copyOf(this);
    }
  }
}
