package org.resourceequity.model;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One cell for each unit of a level, in the order of {@link EquityData#units}. Values are kept in
 * primitive arrays; bounds, which are rare, apart from them.
 */
public final class Column implements Serializable {

  private static final long serialVersionUID = 1L;

  static final byte GAP = 0;
  static final byte KNOWN = 1;
  static final byte ABSENT = 16;
  static final byte BOUNDED = 32;

  // Made once: an enum makes its values anew each time it is asked for them.
  private static final Quality[] QUALITIES = Quality.values();
  private static final Reason[] REASONS = Reason.values();

  private final ColumnKey key;
  private final double[] values;
  private final byte[] status;
  private final Map<Integer, double[]> bounds;
  private final List<Source> sources;

  Column(
      ColumnKey key,
      double[] values,
      byte[] status,
      Map<Integer, double[]> bounds,
      List<Source> sources) {
    this.key = key;
    this.values = values;
    this.status = status;
    this.bounds = Map.copyOf(bounds);
    this.sources = List.copyOf(sources);
  }

  /** Returns the name of the column. */
  public ColumnKey key() {
    return key;
  }

  /** Returns the number of cells. */
  public int size() {
    return values.length;
  }

  /** Returns where the column came from. */
  public List<Source> sources() {
    return sources;
  }

  /** Returns whether the unit's value is known. */
  public boolean isKnown(int unit) {
    return status[unit] >= KNOWN && status[unit] < ABSENT;
  }

  /**
   * Returns the known value of a unit.
   *
   * @throws IllegalArgumentException if it is not known
   */
  public double value(int unit) {
    if (!isKnown(unit)) {
      throw new IllegalArgumentException("unit " + unit + " of " + key + " is " + cell(unit));
    }
    return values[unit];
  }

  /** Returns why the unit's value is not known; null if it is known. */
  public @Nullable Reason reason(int unit) {
    return isKnown(unit) ? null : reason(status[unit]);
  }

  /** Returns what is known about a unit. */
  public Cell cell(int unit) {
    byte state = status[unit];
    if (isKnown(unit)) {
      return new Cell.Known(values[unit], QUALITIES[state - KNOWN]);
    }
    double[] range = bounds.get(unit);
    return range == null
        ? new Cell.Absent(reason(state))
        : new Cell.Bounded(range[0], range[1], reason(state));
  }

  /** Returns the number of units with a known value. */
  public int known() {
    int known = 0;
    for (int i = 0; i < status.length; i++) {
      if (isKnown(i)) {
        known++;
      }
    }
    return known;
  }

  private static Reason reason(byte state) {
    if (state == GAP) {
      return Reason.STRUCTURAL_GAP;
    }
    return REASONS[state >= BOUNDED ? state - BOUNDED : state - ABSENT];
  }
}
