package org.resourceequity.testkit;

import org.resourceequity.sample.Sample;
import org.resourceequity.testkit.Rows.Row;

/**
 * The same units in a later period: about a fifth are gone, a few are new, and what is in the
 * others has drifted. It follows from the keys alone, so the order of the rows does not matter.
 */
final class Later {

  private Later() {}

  /** Returns the later sample. */
  static Sample<?> of(Sample<?> sample) {
    return Edits.edited(sample, Later::drift);
  }

  private static void drift(Rows rows) {
    Rows before = Rows.of(rows.build());
    for (Row row : before.rows) {
      int chance = Math.floorMod(row.key.hashCode() * 0x9E3779B9, 100);
      Row same = rows.find(row.key);
      if (same == null) {
        continue;
      }
      if (chance < 20 && before.rows.size() > 2) {
        rows.rows.remove(same);
      } else if (chance > 90) {
        rows.rows.add(row.copy(row.key + ", opened later"));
      }
      same.value *= 0.6 + 0.004 * chance;
      same.weight *= 0.5 + 0.005 * (99 - chance);
      for (int g = 0; g < same.counts.length; g++) {
        same.counts[g] *= 0.2 + 0.2 * Math.floorMod(chance + 3 * g, 5);
      }
      for (int g = 0; g < same.events.length; g++) {
        same.events[g] = Math.min(same.counts[g], same.events[g]);
      }
    }
    if (rows.rows.isEmpty()) {
      rows.rows.add(before.rows.get(0));
    }
  }
}
