package org.resourceequity.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.ExactSum;

/**
 * A column while rows are added. Adding is commutative and associative, so that rows may come in
 * any order and builders may be merged in any order, with the same bits.
 *
 * <ul>
 *   <li>Counts and amounts of the same unit add up. The sum is exact: whole numbers stay in the
 *       array, anything else moves to an {@link ExactSum}.
 *   <li>A missing part makes the whole missing; a part with bounds shifts the bounds.
 *   <li>Rates never add. The same rate twice is one; two different rates contradict each other, and
 *       the cell becomes FLAGGED_INVALID.
 * </ul>
 */
final class ColumnBuilder implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final double LARGEST_EXACT = 0x1p53;

  // Made once: an enum makes its values anew each time it is asked for them.
  private static final Quality[] QUALITIES = Quality.values();
  private static final Reason[] REASONS = Reason.values();

  private static final int[] NONE = {};
  private static final byte REPORTED = (byte) (Column.KNOWN + Quality.REPORTED.ordinal());

  private final ColumnKey key;
  private final boolean adds;
  private final TreeMap<String, Source> sources = new TreeMap<>();
  private final Values values = new Values();
  private byte[] status = new byte[16];
  private final HashMap<Integer, ExactSum> exact = new HashMap<>();

  /** The numbers themselves while all of them are whole and add up; else empty. */
  private int[] quick = NONE;

  private final HashMap<Integer, Range> bounds = new HashMap<>();

  /** Bounds of a hidden number; exact, since known parts may be added to them in any order. */
  private record Range(ExactSum low, ExactSum high) implements Serializable {
    static Range of(double low, double high) {
      return new Range(startingAt(low), startingAt(high));
    }

    double[] values() {
      return new double[] {low.value(), high.value()};
    }

    Range copy() {
      return new Range(low.copy(), high.copy());
    }

    void add(ExactSum part) {
      low.add(part.copy());
      high.add(part.copy());
    }

    void add(Range part) {
      low.add(part.low.copy());
      high.add(part.high.copy());
    }
  }

  ColumnBuilder(ColumnKey key) {
    this.key = key;
    this.adds = key.what().kind().adds();
  }

  void source(Source source) {
    sources.put(source.toString(), source);
  }

  void sourceIfNone(Source source) {
    if (sources.isEmpty()) {
      source(source);
    }
  }

  void add(int unit, Cell cell) {
    room(unit);
    if (cell instanceof Cell.Known known) {
      addKnown(unit, known.value(), known.quality());
    } else if (cell instanceof Cell.Bounded bounded) {
      addBounded(unit, Range.of(bounded.low(), bounded.high()), bounded.reason());
    } else if (cell instanceof Cell.Absent absent) {
      addAbsent(unit, absent.reason());
    }
    quick = adds && exact.isEmpty() ? values.whole() : NONE;
  }

  /**
   * Adds a reported number if that takes no more than adding whole numbers, as for most rows of a
   * large file; returns whether it did.
   */
  boolean addsQuickly(int unit, double value) {
    int[] numbers = quick;
    if (unit >= numbers.length || status[unit] != REPORTED) {
      return false;
    }
    int small = (int) value;
    int before = numbers[unit];
    int sum = before + small;
    // The sign of a sum that does not fit differs from the signs of both its terms.
    if (value != (double) small || ((before ^ sum) & (small ^ sum)) < 0) {
      return false;
    }
    numbers[unit] = sum;
    return true;
  }

  private void room(int unit) {
    if (unit >= status.length) {
      int size = Math.max(unit + 1, status.length + (status.length >> 1));
      values.room(size);
      status = Arrays.copyOf(status, size);
    }
  }

  private boolean isKnown(int unit) {
    return status[unit] >= Column.KNOWN && status[unit] < Column.ABSENT;
  }

  private boolean isInvalid(int unit) {
    return status[unit] == Column.ABSENT + Reason.FLAGGED_INVALID.ordinal();
  }

  private void addKnown(int unit, double value, Quality quality) {
    byte state = status[unit];
    if (state == Column.GAP) {
      values.set(unit, value);
      status[unit] = (byte) (Column.KNOWN + quality.ordinal());
    } else if (isKnown(unit)) {
      status[unit] = (byte) Math.max(state, Column.KNOWN + quality.ordinal());
      if (adds) {
        addExactly(unit, value);
      } else if (value != values.get(unit)) {
        invalidate(unit);
      }
    } else if (state >= Column.BOUNDED) {
      double[] range = boundsOf(unit).values();
      if (adds) {
        boundsOf(unit).add(startingAt(value));
      } else if (value >= range[0] && value <= range[1]) {
        bounds.remove(unit);
        values.set(unit, value);
        status[unit] = (byte) (Column.KNOWN + quality.ordinal());
      } else {
        invalidate(unit);
      }
    } else if (!adds && !isInvalid(unit)) {
      values.set(unit, value);
      status[unit] = (byte) (Column.KNOWN + quality.ordinal());
    }
  }

  private void addExactly(int unit, double value) {
    ExactSum sum = exact.isEmpty() ? null : exact.get(unit);
    if (sum == null) {
      double plain = values.get(unit) + value;
      if (isWhole(values.get(unit)) && isWhole(value) && Math.abs(plain) < LARGEST_EXACT) {
        values.set(unit, plain);
        return;
      }
      sum = new ExactSum();
      sum.add(values.get(unit));
      exact.put(unit, sum);
    }
    sum.add(value);
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT;
  }

  private void addBounded(int unit, Range part, Reason reason) {
    byte state = status[unit];
    byte bounded = (byte) (Column.BOUNDED + reason.ordinal());
    if (state == Column.GAP) {
      status[unit] = bounded;
      bounds.put(unit, part.copy());
    } else if (adds && isKnown(unit)) {
      Range shifted = part.copy();
      shifted.add(sumOf(unit));
      exact.remove(unit);
      status[unit] = bounded;
      bounds.put(unit, shifted);
    } else if (adds && state >= Column.BOUNDED) {
      status[unit] = (byte) Math.min(state, bounded);
      boundsOf(unit).add(part);
    } else if (!adds && !isInvalid(unit)) {
      narrow(unit, part, bounded);
    }
  }

  /** A rate has all the bounds that are said of it at once. */
  private void narrow(int unit, Range part, byte bounded) {
    byte state = status[unit];
    double[] range = part.values();
    if (isKnown(unit)) {
      if (values.get(unit) < range[0] || values.get(unit) > range[1]) {
        invalidate(unit);
      }
    } else if (state >= Column.BOUNDED) {
      double[] before = boundsOf(unit).values();
      double low = Math.max(before[0], range[0]);
      double high = Math.min(before[1], range[1]);
      if (low > high) {
        invalidate(unit);
      } else {
        status[unit] = (byte) Math.min(state, bounded);
        bounds.put(unit, Range.of(low, high));
      }
    } else {
      status[unit] = bounded;
      bounds.put(unit, part.copy());
    }
  }

  private void addAbsent(int unit, Reason reason) {
    byte state = status[unit];
    byte absent = (byte) (Column.ABSENT + reason.ordinal());
    if (reason == Reason.FLAGGED_INVALID) {
      invalidate(unit);
    } else if (state == Column.GAP) {
      status[unit] = absent;
    } else if (isInvalid(unit)) {
      return;
    } else if (state >= Column.ABSENT && state < Column.BOUNDED) {
      status[unit] = (byte) Math.min(state, absent);
    } else if (adds) {
      exact.remove(unit);
      bounds.remove(unit);
      status[unit] = absent;
    }
  }

  private void invalidate(int unit) {
    exact.remove(unit);
    bounds.remove(unit);
    status[unit] = (byte) (Column.ABSENT + Reason.FLAGGED_INVALID.ordinal());
  }

  private double valueOf(int unit) {
    ExactSum sum = exact.isEmpty() ? null : exact.get(unit);
    return sum == null ? values.get(unit) : sum.value();
  }

  private ExactSum sumOf(int unit) {
    ExactSum sum = exact.get(unit);
    return sum == null ? startingAt(values.get(unit)) : sum;
  }

  private Range boundsOf(int unit) {
    return bounds.computeIfAbsent(unit, u -> Range.of(0, 0));
  }

  /** Adds the cells of another column; {@code place[i]} is where the other's unit i stands here. */
  void merge(ColumnBuilder other, int[] place) {
    sources.putAll(other.sources);
    for (int i = 0; i < place.length && i < other.status.length; i++) {
      byte state = other.status[i];
      if (state == Column.GAP) {
        continue;
      }
      int unit = place[i];
      room(unit);
      ExactSum sum = other.exact.isEmpty() ? null : other.exact.get(i);
      if (sum != null && isKnown(unit) && adds) {
        exact.computeIfAbsent(unit, u -> startingAt(values.get(u))).add(sum.copy());
        status[unit] = (byte) Math.max(status[unit], state);
      } else if (sum != null && status[unit] >= Column.BOUNDED) {
        boundsOf(unit).add(sum);
      } else if (sum != null && status[unit] == Column.GAP) {
        exact.put(unit, sum.copy());
        status[unit] = state;
      } else if (other.isKnown(i)) {
        addKnown(unit, other.valueOf(i), QUALITIES[state - Column.KNOWN]);
      } else if (state >= Column.BOUNDED) {
        addBounded(unit, other.boundsOf(i), REASONS[state - Column.BOUNDED]);
      } else {
        addAbsent(unit, REASONS[state - Column.ABSENT]);
      }
    }
    quick = NONE;
  }

  private static ExactSum startingAt(double value) {
    ExactSum sum = new ExactSum();
    sum.add(value);
    return sum;
  }

  /** Returns the finished column; unit i of it is unit {@code order[i]} of this builder. */
  Column build(int[] order) {
    double[] ordered = new double[order.length];
    byte[] orderedStatus = new byte[order.length];
    Map<Integer, double[]> orderedBounds = new HashMap<>();
    for (int i = 0; i < order.length; i++) {
      int unit = order[i];
      if (unit >= status.length) {
        continue;
      }
      orderedStatus[i] = status[unit];
      if (isKnown(unit)) {
        ordered[i] = valueOf(unit);
      }
      @Nullable Range range = bounds.isEmpty() ? null : bounds.get(unit);
      if (range != null) {
        orderedBounds.put(i, range.values());
      }
    }
    return new Column(
        key, ordered, orderedStatus, orderedBounds, new ArrayList<>(sources.values()));
  }
}
