package org.resourceequity.inequality;

import java.util.Map;
import java.util.TreeMap;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Partition;

/** The parts of a distribution by the key of a parent. */
final class Cells {

  private Cells() {}

  /** Returns the units of each parent at a level, in the order of the keys; empty ones are left. */
  static Map<String, Distribution> of(Distribution sample, String level) {
    Partition partition = sample.units().by(level);
    int[][] units = partition.units();
    Map<String, Distribution> cells = new TreeMap<>();
    for (int p = 0; p < units.length; p++) {
      Distribution cell = sample.select(units[p]);
      if (cell.totalWeight() > 0) {
        cells.put(partition.labels().get(p), cell);
      }
    }
    return cells;
  }
}
