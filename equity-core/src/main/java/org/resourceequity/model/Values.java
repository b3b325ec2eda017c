package org.resourceequity.model;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by place, in half the room as long as all of them are whole and fit into an {@code int}:
 * a nation's students by school, race and grade are a hundred columns of such numbers.
 */
final class Values implements Serializable {

  private static final long serialVersionUID = 1L;

  private int[] whole = new int[16];
  private double @Nullable [] any;

  double get(int place) {
    return any == null ? whole[place] : any[place];
  }

  /** Puts a number at a place, for which there must be room. */
  void set(int place, double value) {
    if (any == null) {
      int small = (int) value;
      // Compared by bits, since -0.0 is no int.
      if (Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits((double) small)) {
        whole[place] = small;
        return;
      }
      any = Arrays.stream(whole).asDoubleStream().toArray();
      whole = new int[0];
    }
    any[place] = value;
  }

  /** Returns the numbers themselves as long as all of them are whole, else none. */
  int[] whole() {
    return whole;
  }

  /** Makes room for places below {@code size}. */
  void room(int size) {
    if (any == null) {
      whole = Arrays.copyOf(whole, size);
    } else {
      any = Arrays.copyOf(any, size);
    }
  }
}
