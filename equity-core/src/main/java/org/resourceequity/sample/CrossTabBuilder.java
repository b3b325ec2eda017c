package org.resourceequity.sample;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;

/**
 * Counts by unit and group, added anywhere in any order: builders of parts, of threads or of
 * machines are added to each other, and the table has the same bits. Fractional counts too are
 * rounded once, when the table is built.
 *
 * <p>A cell takes as much memory as a number as long as its sums are exact in a double, as those of
 * whole counts are. A builder is for one thread.
 */
public final class CrossTabBuilder implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<String> groups;
  private final TreeMap<String, Row> rows = new TreeMap<>();

  /** Makes a builder of a table with at least two groups. */
  public CrossTabBuilder(List<String> groups) {
    this.groups = List.copyOf(groups);
  }

  /**
   * Adds members of a group in a unit.
   *
   * @param count not negative; it may be fractional
   * @return this builder
   */
  public CrossTabBuilder add(String unit, String group, double count) {
    Checks.within(count, 0, Double.MAX_VALUE, "count of " + group + " in " + unit);
    int place = groups.indexOf(group);
    if (place < 0) {
      throw new IllegalArgumentException("no group \"" + group + "\" among " + groups);
    }
    row(unit).add(place, count);
    return this;
  }

  /**
   * Adds all counts of another builder.
   *
   * @throws IllegalArgumentException if it has other groups
   */
  public CrossTabBuilder add(CrossTabBuilder other) {
    sameGroups(other.groups);
    for (Map.Entry<String, Row> theirs : other.rows.entrySet()) {
      row(theirs.getKey()).add(theirs.getValue());
    }
    return this;
  }

  /**
   * Adds all counts of a table.
   *
   * @throws IllegalArgumentException if it has other groups
   */
  public CrossTabBuilder add(CrossTab table) {
    sameGroups(table.groups());
    for (int i = 0; i < table.size(); i++) {
      Row row = row(table.units().key(i));
      for (int g = 0; g < groups.size(); g++) {
        row.add(g, table.count(g, i));
      }
    }
    return this;
  }

  private void sameGroups(List<String> others) {
    if (!groups.equals(others)) {
      throw new IllegalArgumentException("groups are " + others + ", expected " + groups);
    }
  }

  private Row row(String unit) {
    return rows.computeIfAbsent(unit, key -> new Row(groups.size()));
  }

  /** Returns the table of all counts so far, units in the order of their keys. */
  public CrossTab build() {
    double[][] counts = new double[groups.size()][rows.size()];
    int unit = 0;
    for (Row row : rows.values()) {
      for (int g = 0; g < counts.length; g++) {
        counts[g][unit] = row.value(g);
      }
      unit++;
    }
    return CrossTab.of(Units.of(List.copyOf(rows.keySet())), groups, counts);
  }

  /** The sums of one unit: plain numbers until one would have to be rounded. */
  private static final class Row implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] sums;
    private final @Nullable ExactSum[] exact;

    Row(int groups) {
      sums = new double[groups];
      exact = new @Nullable ExactSum[groups];
    }

    void add(int group, double count) {
      ExactSum known = exact[group];
      double sum = sums[group] + count;
      // What is lost by rounding the sum of two doubles is a double itself (Knuth).
      double part = sum - sums[group];
      double lost = (sums[group] - (sum - part)) + (count - part);
      if (known == null && lost == 0) {
        sums[group] = sum;
      } else {
        exactly(group).add(count);
      }
    }

    void add(Row other) {
      for (int g = 0; g < sums.length; g++) {
        ExactSum theirs = other.exact[g];
        if (theirs == null) {
          add(g, other.sums[g]);
        } else {
          exactly(g).add(theirs);
        }
      }
    }

    private ExactSum exactly(int group) {
      ExactSum sum = exact[group];
      if (sum == null) {
        sum = new ExactSum();
        sum.add(sums[group]);
        exact[group] = sum;
      }
      return sum;
    }

    double value(int group) {
      ExactSum sum = exact[group];
      return sum == null ? sums[group] : sum.value();
    }
  }
}
