package org.resourceequity.io.illinois;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Notices;
import org.resourceequity.model.Column;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.DistrictFacts;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** What the digits of an RCDTS code mean. */
final class Rcdts {

  static final String SCHEME = "RCDTS";
  static final int LENGTH = 15;

  private Rcdts() {}

  static boolean isDistrict(String code) {
    return code.endsWith("0000");
  }

  /** Returns the district of a school. */
  static DistrictId district(String school) {
    return new DistrictId(school.substring(0, 11) + "0000");
  }

  /**
   * Gives units whose region digits changed between years their latest id. Two codes that stand in
   * the same year and differ only in the region are two units.
   */
  static EquityData oneIdPerUnit(EquityData data, Notices notices) {
    Map<UnitId, UnitId> latest = latest(data);
    if (latest.isEmpty()) {
      return data;
    }
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
    return renamed(data, latest);
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

  private static EquityData renamed(EquityData data, Map<UnitId, UnitId> names) {
    EquityData.Builder builder = EquityData.builder(data.scheme());
    for (Level level : Level.values()) {
      for (UnitId id : data.units(level)) {
        UnitId now = names.getOrDefault(id, id);
        UnitId parent = data.parent(id).map(p -> names.getOrDefault(p, p)).orElse(null);
        builder.unit(now, parent).line(now, data.line(id));
        if (id instanceof SchoolId school && now instanceof SchoolId to) {
          data.facts(school).values().forEach(f -> builder.facts(to, moved(f, names)));
        } else if (id instanceof DistrictId district && now instanceof DistrictId to) {
          for (DistrictFacts facts : data.facts(district).values()) {
            builder.facts(to, facts);
          }
        }
      }
    }
    for (String other : data.aliasSchemes()) {
      data.aliases(other)
          .forEach((id, code) -> builder.alias(names.getOrDefault(id, id), other, code));
    }
    for (Map.Entry<ColumnKey, Column> entry : data.columns().entrySet()) {
      ColumnKey key = entry.getKey();
      Column column = entry.getValue();
      for (int i = 0; i < column.size(); i++) {
        if (column.reason(i) != Reason.STRUCTURAL_GAP) {
          UnitId id = data.units(key.level()).get(i);
          builder.add(names.getOrDefault(id, id), key, column.cell(i));
        }
      }
      column.sources().forEach(source -> builder.source(key, source));
    }
    return builder.build();
  }

  private static SchoolFacts moved(SchoolFacts facts, Map<UnitId, UnitId> names) {
    UnitId district = names.getOrDefault(facts.district(), facts.district());
    return new SchoolFacts(
        facts.year(),
        facts.name(),
        (DistrictId) district,
        facts.level(),
        facts.span(),
        facts.titleI(),
        facts.charter(),
        facts.locale());
  }
}
