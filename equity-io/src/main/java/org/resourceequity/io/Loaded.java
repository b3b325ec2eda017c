package org.resourceequity.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Join;
import org.resourceequity.model.JoinReport;
import org.resourceequity.model.Level;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/**
 * What was in the files: stores, notices, and what became of each table.
 *
 * @param stores one store per file and id scheme, in the order of the files
 * @param notices what was wrong or worth knowing
 * @param tables what became of each table
 * @param joins the joins that led to these stores, none after reading
 */
public record Loaded(
    List<EquityData> stores, Notices notices, List<LoadedTable> tables, List<StoreJoin> joins) {

  /**
   * A join of two stores.
   *
   * @param first the scheme and files of the store that was joined to
   * @param second the scheme and files of the other
   * @param report what matched
   */
  public record StoreJoin(String first, String second, JoinReport report) {

    /** Returns the join in one line. */
    @Override
    public String toString() {
      return first + " + " + second + ": " + report;
    }
  }

  /** Copies the lists. */
  public Loaded {
    stores = List.copyOf(stores);
    tables = List.copyOf(tables);
    joins = List.copyOf(joins);
  }

  /**
   * Returns the only store.
   *
   * @throws IllegalArgumentException if there is none or more than one; the message says what to do
   */
  public EquityData data() {
    if (stores.size() == 1) {
      return stores.get(0);
    }
    if (stores.isEmpty()) {
      throw new IllegalArgumentException("no data was read; the notices say why: " + notices);
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < stores.size(); i++) {
      names.add(name(i));
    }
    throw new IllegalArgumentException(
        "there are "
            + stores.size()
            + " stores: "
            + String.join(", ", names)
            + "; join them with joined(), or take one of stores()");
  }

  /**
   * Joins all stores into one by their ids and the codes that one scheme knows of another. Stores
   * of the same scheme are joined first. The first scheme whose schools have values is the main
   * one; units that have no id in it are left out and named in the report. A directory without
   * values gives facts only to units that have none, or completes those that they have of the same
   * year. Within a scheme an id that lost its leading zeros in one of the stores is repaired, and
   * numbers of one unit that two sources give for neighbouring years are compared: a sudden jump is
   * a notice.
   */
  public Loaded joined() {
    if (stores.size() < 2) {
      return this;
    }
    List<StoreJoin> done = new ArrayList<>(joins);
    Notices all = new Notices();
    all.addAll(notices);
    Map<String, Named> byScheme = new LinkedHashMap<>();
    for (int i : mainFirst()) {
      Named other = new Named(stores.get(i), name(i));
      Named first = byScheme.get(other.data().scheme());
      byScheme.put(other.data().scheme(), first == null ? other : join(first, other, done, all));
    }
    Named one = null;
    for (Named next : byScheme.values()) {
      one = one == null ? next : join(one, next, done, all);
    }
    return one == null ? this : new Loaded(List.of(one.data()), all, tables, done);
  }

  private record Named(EquityData data, String name) {}

  private static Named join(Named first, Named second, List<StoreJoin> done, Notices notices) {
    EquityData other = second.data();
    if (other.columns().isEmpty() && other.scheme().equals(first.data().scheme())) {
      other = withoutFactsOf(first.data(), other);
    }
    // Codes of two schemes may look alike and mean different units, so only one scheme is repaired.
    Join join =
        other.scheme().equals(first.data().scheme())
            ? Join.of(first.data(), other, Join.lostZeros(first.data()))
            : Join.of(first.data(), other);
    done.add(new StoreJoin(first.name(), second.name(), join.report()));
    if (join.report().matched().isEmpty()) {
      notices.add(
          new Notice(
              Notice.Severity.WARNING,
              "nothing-matched",
              "no school or district of "
                  + second.name()
                  + " is in "
                  + first.name()
                  + "; a directory that has the ids of both schemes is missing",
              second.name(),
              null,
              0,
              null,
              null,
              null));
    }
    String name = first.name() + " + " + second.name();
    StoreChecks.checkYears(join.data(), new FileReading(notices, name));
    return new Named(join.data(), name);
  }

  /** Returns the positions of the stores: those with values for schools first. */
  private List<Integer> mainFirst() {
    List<Integer> order = new ArrayList<>();
    for (boolean wanted : new boolean[] {true, false}) {
      for (int i = 0; i < stores.size(); i++) {
        if (hasSchoolValues(stores.get(i)) == wanted) {
          order.add(i);
        }
      }
    }
    return order;
  }

  private static boolean hasSchoolValues(EquityData data) {
    return data.columns().entrySet().stream()
        .anyMatch(entry -> entry.getKey().level() == Level.SCHOOL && entry.getValue().known() > 0);
  }

  /** Returns the directory without facts of years about which {@code data} says nothing. */
  private static EquityData withoutFactsOf(EquityData data, EquityData directory) {
    EquityData.Builder builder = EquityData.builder(directory.scheme());
    for (Level level : Level.values()) {
      directory.units(level).forEach(id -> builder.unit(id, directory.parent(id).orElse(null)));
    }
    for (String scheme : directory.aliasSchemes()) {
      directory.aliases(scheme).forEach((id, code) -> builder.alias(id, scheme, code));
    }
    directory.units(Level.SCHOOL).stream()
        .map(SchoolId.class::cast)
        .forEach(
            id ->
                wanted(data.facts(id).keySet(), directory.facts(id))
                    .forEach(facts -> builder.facts(id, facts)));
    directory.units(Level.DISTRICT).stream()
        .map(DistrictId.class::cast)
        .forEach(
            id ->
                wanted(data.facts(id).keySet(), directory.facts(id))
                    .forEach(facts -> builder.facts(id, facts)));
    return builder.build();
  }

  /** Returns all facts about a unit without facts, else those of its years, which complete them. */
  private static <F> List<F> wanted(Set<SchoolYear> known, Map<SchoolYear, F> facts) {
    return facts.entrySet().stream()
        .filter(entry -> known.isEmpty() || known.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private String name(int store) {
    List<String> files =
        tables.stream().filter(t -> t.store() == store).map(LoadedTable::file).distinct().toList();
    return stores.get(store).scheme()
        + (files.isEmpty() ? "" : " (" + String.join(", ", files) + ")");
  }
}
