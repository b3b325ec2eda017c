package org.resourceequity.sample;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.resourceequity.internal.Checks;

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
  private final TreeMap<String, CountSums> rows = new TreeMap<>();

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
    for (Map.Entry<String, CountSums> theirs : other.rows.entrySet()) {
      CountSums row = row(theirs.getKey());
      for (int g = 0; g < groups.size(); g++) {
        row.add(g, theirs.getValue(), g);
      }
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
      CountSums row = row(table.units().key(i));
      table.addTo(row, i);
    }
    return this;
  }

  private void sameGroups(List<String> others) {
    if (!groups.equals(others)) {
      throw new IllegalArgumentException("groups are " + others + ", expected " + groups);
    }
  }

  private CountSums row(String unit) {
    return rows.computeIfAbsent(unit, key -> CountSums.zeros(groups.size()));
  }

  /** Returns the table of all counts so far, units in the order of their keys. */
  public CrossTab build() {
    double[][] counts = new double[groups.size()][rows.size()];
    int unit = 0;
    for (CountSums row : rows.values()) {
      for (int g = 0; g < counts.length; g++) {
        counts[g][unit] = row.value(g);
      }
      unit++;
    }
    return CrossTab.of(Units.of(List.copyOf(rows.keySet())), groups, counts);
  }
}
