package org.resourceequity.model;

import java.util.List;

/**
 * What came of a join.
 *
 * @param matched units of the other store that found their place
 * @param onlyHere units of this store, at a level that the other store has, without a partner
 * @param onlyOther units of the other store without a partner
 * @param repaired units of the other store that matched after their id was repaired; they are among
 *     {@code matched}
 * @param renamed units of the other store that matched and have another name there; they are among
 *     {@code matched}
 * @param contradictions cells that both stores have with different contents; this store's were kept
 */
public record JoinReport(
    List<UnitId> matched,
    List<UnitId> onlyHere,
    List<UnitId> onlyOther,
    List<UnitId> repaired,
    List<UnitId> renamed,
    int contradictions) {

  /** Copies the lists. */
  public JoinReport {
    matched = List.copyOf(matched);
    onlyHere = List.copyOf(onlyHere);
    onlyOther = List.copyOf(onlyOther);
    repaired = List.copyOf(repaired);
    renamed = List.copyOf(renamed);
  }

  /** Returns the number of matched units of a level. */
  public long matched(Level level) {
    return matched.stream().filter(id -> id.level() == level).count();
  }

  /** Returns the report in one line. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Level level : List.of(Level.DISTRICT, Level.SCHOOL, Level.SECTION)) {
      long both = matched(level);
      long here = onlyHere.stream().filter(id -> id.level() == level).count();
      long there = onlyOther.stream().filter(id -> id.level() == level).count();
      if (both + here + there > 0) {
        text.append(text.length() == 0 ? "" : "; ")
            .append(both)
            .append(" ")
            .append(level.words((int) both))
            .append(" matched, ")
            .append(here)
            .append(" only in the first, ")
            .append(there)
            .append(" only in the second");
      }
    }
    return text.append("; ")
        .append(repaired.size())
        .append(" ids repaired, ")
        .append(renamed.isEmpty() ? "" : renamed.size() + " with another name, ")
        .append(contradictions)
        .append(" contradictory values")
        .toString();
  }
}
