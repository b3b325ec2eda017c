package org.resourceequity.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.resourceequity.model.DistrictFacts;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/**
 * How units changed over the years: which opened or closed, were renumbered, merged or split. Units
 * that are linked by such events are one family.
 */
public final class Lineage {

  private final List<Event> events = new ArrayList<>();

  /** Kind of an event. */
  public enum Kind {
    /** A unit that did not exist before. */
    OPENED,
    /** A unit that does not exist any more. */
    CLOSED,
    /** One unit under a new id. */
    RENUMBERED,
    /** One unit under a new name, with the id it had. */
    RENAMED,
    /** Several units became one. */
    MERGED,
    /** One unit became several. */
    SPLIT
  }

  /**
   * Something that happened to units.
   *
   * @param kind what happened
   * @param before keys before, empty for OPENED
   * @param after keys after, empty for CLOSED
   */
  public record Event(Kind kind, List<String> before, List<String> after) {
    /** Checks that the keys fit the kind. */
    public Event {
      before = List.copyOf(before);
      after = List.copyOf(after);
      boolean fits =
          switch (kind) {
            case OPENED -> before.isEmpty() && after.size() == 1;
            case CLOSED -> before.size() == 1 && after.isEmpty();
            case RENUMBERED -> before.size() == 1 && after.size() == 1;
            case RENAMED -> before.size() == 1 && after.equals(before);
            case MERGED -> before.size() > 1 && after.size() == 1;
            case SPLIT -> before.size() == 1 && after.size() > 1;
          };
      if (!fits) {
        throw new IllegalArgumentException(
            kind + " from " + before + " to " + after + " does not fit its kind");
      }
    }
  }

  private Lineage(List<Event> events) {
    this.events.addAll(events);
  }

  /** Returns the lineage of the given events. */
  public static Lineage of(Event... events) {
    return new Lineage(List.of(events));
  }

  /**
   * A unit before and what it became, as lists of changed ids have it.
   *
   * @param before the key before
   * @param after the key after
   */
  public record Link(String before, String after) {}

  /**
   * Returns the lineage of a list of changed ids: a unit that came from several was merged, one
   * that became several was split, any other was renumbered.
   */
  public static Lineage of(Collection<Link> links) {
    TreeMap<String, TreeSet<String>> after = new TreeMap<>();
    TreeMap<String, TreeSet<String>> before = new TreeMap<>();
    for (Link link : links) {
      after.computeIfAbsent(link.before(), key -> new TreeSet<>()).add(link.after());
      before.computeIfAbsent(link.after(), key -> new TreeSet<>()).add(link.before());
    }
    List<Event> events = new ArrayList<>();
    before.forEach(
        (to, from) -> {
          if (from.size() > 1) {
            events.add(new Event(Kind.MERGED, List.copyOf(from), List.of(to)));
          }
        });
    after.forEach(
        (from, to) -> {
          String only = to.first();
          if (to.size() > 1) {
            events.add(new Event(Kind.SPLIT, List.of(from), List.copyOf(to)));
          } else if (before.getOrDefault(only, to).size() == 1 && !only.equals(from)) {
            events.add(new Event(Kind.RENUMBERED, List.of(from), List.of(only)));
          }
        });
    return new Lineage(events);
  }

  /**
   * Returns what the directories of two years say: which schools or districts opened, closed or
   * have another name. A unit that is gone and one that is new, with the same name in the same
   * district (or state) and no other of that name, are one under a new id. Merged and split units
   * look like closed and new ones; only a list of them can tell, see {@link #of(Collection)}.
   *
   * @param level schools or districts
   */
  public static Lineage between(EquityData data, Level level, SchoolYear before, SchoolYear after) {
    Map<String, Listed> then = listed(data, level, before);
    Map<String, Listed> now = listed(data, level, after);
    Map<Listed, List<String>> gone = only(then, now);
    Map<Listed, List<String>> added = only(now, then);
    List<Event> events = new ArrayList<>();
    gone.forEach(
        (unit, from) -> {
          List<String> to = added.getOrDefault(unit, List.of());
          if (from.size() == 1 && to.size() == 1) {
            events.add(new Event(Kind.RENUMBERED, from, to));
            added.remove(unit);
          } else {
            from.forEach(key -> events.add(new Event(Kind.CLOSED, List.of(key), List.of())));
          }
        });
    added
        .values()
        .forEach(
            to -> to.forEach(key -> events.add(new Event(Kind.OPENED, List.of(), List.of(key)))));
    then.forEach(
        (key, unit) -> {
          Listed same = now.get(key);
          if (same != null && !same.name().equals(unit.name())) {
            events.add(new Event(Kind.RENAMED, List.of(key), List.of(key)));
          }
        });
    return new Lineage(events);
  }

  /**
   * A unit in a directory: its name as it can be compared, and the code of what it stands below.
   */
  private record Listed(String name, String below) {
    static Listed of(String name, String below) {
      String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
      return new Listed(letters, below);
    }
  }

  private static Map<String, Listed> listed(EquityData data, Level level, SchoolYear year) {
    Map<String, Listed> listed = new LinkedHashMap<>();
    for (UnitId id : data.units(level)) {
      if (id instanceof SchoolId school) {
        SchoolFacts facts = data.facts(school).get(year);
        if (facts != null) {
          listed.put(id.code(), Listed.of(facts.name(), facts.district().code()));
        }
      } else if (id instanceof DistrictId district) {
        DistrictFacts facts = data.facts(district).get(year);
        if (facts != null) {
          listed.put(id.code(), Listed.of(facts.name(), facts.state()));
        }
      }
    }
    return listed;
  }

  /** Returns the keys that are in the first directory only, by name and place. */
  private static Map<Listed, List<String>> only(
      Map<String, Listed> first, Map<String, Listed> second) {
    Map<Listed, List<String>> only = new LinkedHashMap<>();
    first.forEach(
        (key, unit) -> {
          if (!second.containsKey(key)) {
            only.computeIfAbsent(unit, name -> new ArrayList<>(1)).add(key);
          }
        });
    return only;
  }

  /** Returns this lineage with the events of another. */
  public Lineage and(Lineage more) {
    List<Event> all = new ArrayList<>(events);
    all.addAll(more.events);
    return new Lineage(all);
  }

  /** Returns the events. */
  public List<Event> events() {
    return List.copyOf(events);
  }

  /** Returns the family of each key that an event links to another: the smallest key of it. */
  public Map<String, String> families() {
    Map<String, String> leader = new HashMap<>();
    for (Event event : events) {
      Set<String> linked = new TreeSet<>(event.before());
      linked.addAll(event.after());
      Set<String> leaders = new TreeSet<>();
      linked.forEach(key -> leaders.add(find(leader, key)));
      String first = leaders.iterator().next();
      leaders.forEach(other -> leader.put(other, first));
    }
    Map<String, String> families = new HashMap<>();
    for (String key : leader.keySet()) {
      families.put(key, find(leader, key));
    }
    return families;
  }

  private static String find(Map<String, String> leader, String key) {
    String at = key;
    String above = leader.getOrDefault(at, at);
    while (!above.equals(at)) {
      at = above;
      above = leader.getOrDefault(at, at);
    }
    leader.putIfAbsent(key, at);
    return at;
  }
}
