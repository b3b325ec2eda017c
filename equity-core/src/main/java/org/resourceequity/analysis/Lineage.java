package org.resourceequity.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
