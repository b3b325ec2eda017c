package org.resourceequity.io.persons;

import java.util.Arrays;

/**
 * Pairs of numbers, such as class and student, in any order and perhaps repeated. Eight bytes a
 * pair, since a state has tens of millions.
 */
final class Pairs {

  /** Takes a pair. */
  interface Visitor {
    void pair(int first, int second);
  }

  private long[] pairs = new long[256];
  private int size;

  void add(int first, int second) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, size * 2);
    }
    pairs[size] = (long) first << 32 | second;
    size++;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Visits each pair once, sorted. */
  void forEach(Visitor visitor) {
    Arrays.sort(pairs, 0, size);
    for (int i = 0; i < size; i++) {
      if (i == 0 || pairs[i] != pairs[i - 1]) {
        visitor.pair((int) (pairs[i] >>> 32), (int) pairs[i]);
      }
    }
  }
}
