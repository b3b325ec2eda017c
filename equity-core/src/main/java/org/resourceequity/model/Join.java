package org.resourceequity.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/**
 * Brings what another store knows into this one, and reports what found its place and what did not.
 * Stores are never joined silently.
 *
 * <p>Units match by their ids if both stores have the same scheme, else by the codes that one store
 * knows in the other's scheme. With the same scheme units that only the other store has are kept;
 * with another scheme they have no id here, so they are left out and named in the report. A place
 * is given once: a second unit that claims it is named as without a partner, not added up. Where
 * both stores have the same cell, this store's value stays, and a difference is counted.
 *
 * @param data the joined store
 * @param report what matched
 */
public record Join(EquityData data, JoinReport report) {

  /** Joins {@code other} to {@code data} by ids as they are. */
  public static Join of(EquityData data, EquityData other) {
    return of(data, other, id -> Optional.empty());
  }

  /**
   * Joins {@code other} to {@code data}; a unit of {@code other} that does not match as it is gets
   * a second try with the id that {@code repair} gives.
   *
   * @param repair for a unit of {@code other} the id it may have lost, such as one without its
   *     leading zeros
   */
  public static Join of(
      EquityData data, EquityData other, Function<UnitId, Optional<UnitId>> repair) {
    boolean sameScheme = data.scheme().equals(other.scheme());
    Map<UnitId, UnitId> crosswalk = sameScheme ? Map.of() : crosswalk(data, other);
    EquityData.Builder builder = data.toBuilder();
    Map<UnitId, UnitId> place = new HashMap<>();
    Set<UnitId> placed = new HashSet<>();
    List<UnitId> matched = new ArrayList<>();
    List<UnitId> onlyOther = new ArrayList<>();
    List<UnitId> repaired = new ArrayList<>();
    Set<UnitId> taken = new HashSet<>();
    for (Level level : Level.values()) {
      for (UnitId id : other.units(level)) {
        @Nullable UnitId here = sameScheme ? id : crosswalk.get(id);
        if (here != null && data.has(here)) {
          taken.add(here);
        }
      }
    }
    for (Level level : Level.values()) {
      for (UnitId id : other.units(level)) {
        @Nullable UnitId here = sameScheme ? id : crosswalk.get(id);
        if (here == null || !data.has(here)) {
          Optional<UnitId> second =
              repair.apply(id).map(r -> sameScheme ? r : crosswalk.getOrDefault(r, r));
          // A place that another unit has already is no place: its numbers would be added up.
          if (second.isPresent() && data.has(second.get()) && taken.add(second.get())) {
            here = second.get();
            repaired.add(id);
          }
        }
        if (here != null && data.has(here) && placed.add(here)) {
          matched.add(id);
          place.put(id, here);
        } else {
          onlyOther.add(id);
          if (sameScheme && placed.add(id)) {
            place.put(id, id);
          }
        }
      }
    }
    List<UnitId> renamed =
        matched.stream()
            .filter(id -> isRenamed(other, id, data, place.getOrDefault(id, id)))
            .toList();
    int contradictions = copy(data, other, place, builder, sameScheme);
    List<UnitId> onlyHere = new ArrayList<>();
    Set<UnitId> found = new HashSet<>(place.values());
    for (Level level : Level.values()) {
      if (other.units(level).isEmpty()) {
        continue;
      }
      for (UnitId id : data.units(level)) {
        if (!found.contains(id)) {
          onlyHere.add(id);
        }
      }
    }
    return new Join(
        builder.build(),
        new JoinReport(matched, onlyHere, onlyOther, repaired, renamed, contradictions));
  }

  /**
   * Returns a repair of ids that lost their leading zeros in one of the stores: the only unit of
   * {@code data} with the same number.
   */
  public static Function<UnitId, Optional<UnitId>> lostZeros(EquityData data) {
    Map<UnitId, List<UnitId>> byNumber = new HashMap<>();
    for (Level level : Level.values()) {
      for (UnitId id : data.units(level)) {
        byNumber.computeIfAbsent(withoutZeros(id), number -> new ArrayList<>(1)).add(id);
      }
    }
    return id -> {
      List<UnitId> same = byNumber.getOrDefault(withoutZeros(id), List.of());
      return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    };
  }

  private static UnitId withoutZeros(UnitId id) {
    return id.code().matches("0+\\d+")
        ? UnitId.of(id.level(), id.code().replaceFirst("^0+(?=\\d)", ""))
        : id;
  }

  /** Names are compared without regard to case, punctuation and white space. */
  private static boolean isRenamed(EquityData other, UnitId there, EquityData data, UnitId here) {
    return !there.code().equals(other.name(there))
        && !here.code().equals(data.name(here))
        && !letters(other.name(there)).equals(letters(data.name(here)));
  }

  private static String letters(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static int copy(
      EquityData data,
      EquityData other,
      Map<UnitId, UnitId> place,
      EquityData.Builder builder,
      boolean sameScheme) {
    int contradictions = 0;
    for (Map.Entry<UnitId, UnitId> pair : place.entrySet()) {
      UnitId from = pair.getKey();
      UnitId to = pair.getValue();
      builder.unit(to, null);
      if (!sameScheme) {
        builder.alias(to, other.scheme(), from.code());
      }
      for (String scheme : other.aliasSchemes()) {
        if (!scheme.equals(data.scheme())) {
          other.alias(from, scheme).ifPresent(code -> builder.alias(to, scheme, code));
        }
      }
      Optional<UnitId> parent = other.parent(from).map(place::get);
      if (data.parent(to).isEmpty() && parent.isPresent()) {
        builder.unit(to, parent.get());
      }
      addFacts(data, other, from, to, place, builder);
    }
    for (Map.Entry<ColumnKey, Column> entry : other.columns().entrySet()) {
      ColumnKey key = entry.getKey();
      Optional<Column> mine = data.column(key);
      EquityData.Builder.Adder adder = builder.adder(key);
      List<UnitId> ids = other.units(key.level());
      for (int i = 0; i < ids.size(); i++) {
        UnitId to = place.get(ids.get(i));
        Cell cell = entry.getValue().cell(i);
        if (to == null || entry.getValue().reason(i) == Reason.STRUCTURAL_GAP) {
          continue;
        }
        boolean taken =
            mine.isPresent()
                && data.has(to)
                && mine.get().reason(data.index(to)) != Reason.STRUCTURAL_GAP;
        if (!taken) {
          adder.accept(to, cell);
        } else if (!data.cell(to, key).equals(cell)) {
          contradictions++;
        }
      }
      entry.getValue().sources().forEach(source -> builder.source(key, source));
    }
    return contradictions;
  }

  private static void addFacts(
      EquityData data,
      EquityData other,
      UnitId from,
      UnitId to,
      Map<UnitId, UnitId> place,
      EquityData.Builder builder) {
    if (from instanceof SchoolId school && to instanceof SchoolId here) {
      for (SchoolFacts facts : other.facts(school).values()) {
        SchoolFacts first = data.facts(here).get(facts.year());
        if (first != null) {
          builder.facts(here, Facts.completed(here, first, facts));
        } else if (place.get(facts.district()) instanceof DistrictId id) {
          builder.facts(
              here,
              new SchoolFacts(
                  facts.year(),
                  facts.name(),
                  id,
                  facts.level(),
                  facts.span(),
                  facts.titleI(),
                  facts.charter(),
                  facts.locale()));
        }
      }
    } else if (from instanceof DistrictId district && to instanceof DistrictId here) {
      for (DistrictFacts facts : other.facts(district).values()) {
        DistrictFacts first = data.facts(here).get(facts.year());
        builder.facts(here, first == null ? facts : Facts.completed(here, first, facts));
      }
    }
  }

  /** Returns for each unit of {@code other} the unit of {@code data} it is, by either's aliases. */
  private static Map<UnitId, UnitId> crosswalk(EquityData data, EquityData other) {
    Map<UnitId, UnitId> crosswalk = new HashMap<>();
    other
        .aliases(data.scheme())
        .forEach((id, code) -> crosswalk.put(id, UnitId.of(id.level(), code)));
    data.aliases(other.scheme())
        .forEach((id, code) -> crosswalk.putIfAbsent(UnitId.of(id.level(), code), id));
    return crosswalk;
  }
}
