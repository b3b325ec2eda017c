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

  private static final byte REPORTED = (byte) (Column.KNOWN + Quality.REPORTED.ordinal());
  private static final byte INVALID = (byte) (Column.ABSENT + Reason.FLAGGED_INVALID.ordinal());

  private final ColumnKey key;
  private final boolean adds;
  private final TreeMap<String, Source> sources = new TreeMap<>();
  private final Values values;

  /** What is said of units beside their numbers; a number of which nothing is said is reported. */
  private byte[] status = {};

  private final HashMap<Integer, ExactSum> exact = new HashMap<>();

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
    this.values = new Values(adds);
  }

  void source(Source source) {
    sources.put(source.toString(), source);
  }

  void sourceIfNone(Source source) {
    if (sources.isEmpty()) {
      source(source);
    }
  }

  /** Makes room for the units below a number. */
  void room(int units) {
    values.room(units);
  }

  void add(int unit, Cell cell) {
    values.room(unit + 1);
    if (cell instanceof Cell.Known known) {
      addKnown(unit, known.value(), known.quality());
    } else if (cell instanceof Cell.Bounded bounded) {
      addBounded(unit, Range.of(bounded.low(), bounded.high()), bounded.reason());
    } else if (cell instanceof Cell.Absent absent) {
      addAbsent(unit, absent.reason());
    }
  }

  /** Returns the numbers, to which reported ones may be added as long as that is all it takes. */
  Values values() {
    return values;
  }

  private boolean saysMore(int unit) {
    return unit < status.length && status[unit] != Column.GAP;
  }

  private byte state(int unit) {
    if (saysMore(unit)) {
      return status[unit];
    }
    return unit < values.size() && values.has(unit) ? REPORTED : Column.GAP;
  }

  private void say(int unit, int state) {
    if (unit >= status.length) {
      status = Arrays.copyOf(status, values.size());
    }
    status[unit] = (byte) state;
  }

  private void setKnown(int unit, double value, int state) {
    values.set(unit, value);
    if (state != REPORTED || unit < status.length) {
      say(unit, state);
    }
  }

  /** Says of a unit why it has no number, or that its sum stands elsewhere. */
  private void setOther(int unit, int state) {
    values.close(unit);
    say(unit, state);
  }

  private static boolean isKnown(byte state) {
    return state >= Column.KNOWN && state < Column.ABSENT;
  }

  private void addKnown(int unit, double value, Quality quality) {
    byte state = state(unit);
    int known = Column.KNOWN + quality.ordinal();
    if (state == Column.GAP) {
      setKnown(unit, value, known);
    } else if (isKnown(state)) {
      if (adds) {
        addExactly(unit, value, Math.max(state, known));
      } else if (value == values.get(unit)) {
        setKnown(unit, value, Math.max(state, known));
      } else {
        invalidate(unit);
      }
    } else if (state >= Column.BOUNDED) {
      double[] range = boundsOf(unit).values();
      if (adds) {
        boundsOf(unit).add(startingAt(value));
      } else if (value >= range[0] && value <= range[1]) {
        bounds.remove(unit);
        setKnown(unit, value, known);
      } else {
        invalidate(unit);
      }
    } else if (!adds && state != INVALID) {
      setKnown(unit, value, known);
    }
  }

  private void addExactly(int unit, double value, int state) {
    ExactSum sum = exact.isEmpty() ? null : exact.get(unit);
    if (sum == null) {
      double before = values.get(unit);
      double plain = before + value;
      if (isWhole(before) && isWhole(value) && Math.abs(plain) < LARGEST_EXACT) {
        setKnown(unit, plain, state);
        return;
      }
      sum = startingAt(before);
      exact.put(unit, sum);
    }
    sum.add(value);
    setOther(unit, state);
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT;
  }

  private void addBounded(int unit, Range part, Reason reason) {
    byte state = state(unit);
    int bounded = Column.BOUNDED + reason.ordinal();
    if (state == Column.GAP) {
      setBounded(unit, part.copy(), bounded);
    } else if (adds && isKnown(state)) {
      Range shifted = part.copy();
      shifted.add(sumOf(unit));
      exact.remove(unit);
      setBounded(unit, shifted, bounded);
    } else if (adds && state >= Column.BOUNDED) {
      boundsOf(unit).add(part);
      setOther(unit, Math.min(state, bounded));
    } else if (!adds && state != INVALID) {
      narrow(unit, part, bounded);
    }
  }

  private void setBounded(int unit, Range range, int state) {
    bounds.put(unit, range);
    setOther(unit, state);
  }

  /** A rate has all the bounds that are said of it at once. */
  private void narrow(int unit, Range part, int bounded) {
    byte state = state(unit);
    double[] range = part.values();
    if (isKnown(state)) {
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
        setBounded(unit, Range.of(low, high), Math.min(state, bounded));
      }
    } else {
      setBounded(unit, part.copy(), bounded);
    }
  }

  private void addAbsent(int unit, Reason reason) {
    byte state = state(unit);
    int absent = Column.ABSENT + reason.ordinal();
    if (reason == Reason.FLAGGED_INVALID) {
      invalidate(unit);
    } else if (state == Column.GAP) {
      setOther(unit, absent);
    } else if (state == INVALID) {
      return;
    } else if (state >= Column.ABSENT && state < Column.BOUNDED) {
      setOther(unit, Math.min(state, absent));
    } else if (adds) {
      exact.remove(unit);
      bounds.remove(unit);
      setOther(unit, absent);
    }
  }

  private void invalidate(int unit) {
    exact.remove(unit);
    bounds.remove(unit);
    setOther(unit, INVALID);
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
    for (int i = 0; i < place.length; i++) {
      if (!other.saysMore(i) && values.add(place[i], other.values, i)) {
        continue;
      }
      byte state = other.state(i);
      if (state != Column.GAP) {
        values.room(place[i] + 1);
        merge(place[i], other, i, state);
      }
    }
  }

  private void merge(int unit, ColumnBuilder other, int i, byte state) {
    ExactSum sum = other.exact.isEmpty() ? null : other.exact.get(i);
    byte before = state(unit);
    if (sum != null && isKnown(before)) {
      exact.computeIfAbsent(unit, u -> startingAt(values.get(u))).add(sum.copy());
      setOther(unit, Math.max(before, state));
    } else if (sum != null && before >= Column.BOUNDED) {
      boundsOf(unit).add(sum);
    } else if (sum != null && before == Column.GAP) {
      exact.put(unit, sum.copy());
      setOther(unit, state);
    } else if (isKnown(state)) {
      addKnown(unit, other.valueOf(i), QUALITIES[state - Column.KNOWN]);
    } else if (state >= Column.BOUNDED) {
      addBounded(unit, other.boundsOf(i), REASONS[state - Column.BOUNDED]);
    } else {
      addAbsent(unit, REASONS[state - Column.ABSENT]);
    }
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
      byte state = state(unit);
      orderedStatus[i] = state;
      if (isKnown(state)) {
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
