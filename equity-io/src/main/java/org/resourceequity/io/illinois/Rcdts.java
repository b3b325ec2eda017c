package org.resourceequity.io.illinois;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Notices;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** What the digits of an RCDTS code mean. */
final class Rcdts {

  static final String SCHEME = "RCDTS";
  static final int LENGTH = 15;

  private Rcdts() {}

  /**
   * Returns the latest id of units whose region digits changed between years. Two codes that stand
   * in the same year and differ only in the region are two units.
   */
  static Map<UnitId, UnitId> latest(EquityData data, Notices notices) {
    Map<UnitId, UnitId> latest = latest(data);
    latest.forEach(
        (old, now) ->
            notices.add(
                new Notice(
                    Notice.Severity.INFO,
                    "changed-region",
                    "the region digits of the code changed between years, the latest code is used",
                    file(data),
                    null,
                    0,
                    "RCDTS",
                    old.code(),
                    now.code())));
    return latest;
  }

  private static String file(EquityData data) {
    return data.columns().values().stream()
        .flatMap(column -> column.sources().stream())
        .map(source -> source.file())
        .findFirst()
        .orElse("RCDTS");
  }

  private static Map<UnitId, UnitId> latest(EquityData data) {
    Map<UnitId, Set<SchoolYear>> years = years(data);
    Map<String, TreeMap<String, UnitId>> byRest = new HashMap<>();
    years
        .keySet()
        .forEach(
            id ->
                byRest
                    .computeIfAbsent(id.level() + id.code().substring(2), r -> new TreeMap<>())
                    .put(id.code(), id));
    Map<UnitId, UnitId> latest = new HashMap<>();
    for (TreeMap<String, UnitId> same : byRest.values()) {
      Set<SchoolYear> all = new HashSet<>();
      boolean apart =
          same.values().stream()
              .allMatch(id -> years.getOrDefault(id, Set.of()).stream().allMatch(all::add));
      if (same.size() > 1 && apart) {
        UnitId now = same.firstEntry().getValue();
        for (UnitId id : same.values()) {
          now = last(years, id).compareTo(last(years, now)) > 0 ? id : now;
        }
        for (UnitId id : same.values()) {
          if (!id.equals(now)) {
            latest.put(id, now);
          }
        }
      }
    }
    return latest;
  }

  private static SchoolYear last(Map<UnitId, Set<SchoolYear>> years, UnitId id) {
    return new TreeSet<>(years.getOrDefault(id, Set.of())).last();
  }

  /** Returns for each school and district the years of which anything is known. */
  private static Map<UnitId, Set<SchoolYear>> years(EquityData data) {
    Map<UnitId, Set<SchoolYear>> years = new HashMap<>();
    for (Level level : new Level[] {Level.DISTRICT, Level.SCHOOL}) {
      for (UnitId id : data.units(level)) {
        Set<SchoolYear> of = new HashSet<>();
        if (id instanceof SchoolId school) {
          of.addAll(data.facts(school).keySet());
        } else if (id instanceof DistrictId district) {
          of.addAll(data.facts(district).keySet());
        }
        if (!of.isEmpty() && id.code().length() == LENGTH) {
          years.put(id, of);
        }
      }
    }
    return years;
  }
}
