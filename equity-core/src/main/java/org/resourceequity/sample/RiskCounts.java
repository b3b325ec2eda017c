package org.resourceequity.sample;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;

/**
 * Events among groups: of how many people in each unit and group, how many had the event, such as a
 * suspension or a seat in an advanced course. A unit may not offer the event at all.
 */
public final class RiskCounts extends Sample<RiskCounts> {

  private static final long serialVersionUID = 1L;

  private final GroupCounts events;
  private final GroupCounts population;
  private final boolean[] offered;
  private final int focus;
  private final RiskComparison comparison;

  /**
   * Events and people of one side of a comparison.
   *
   * @param events people with the event
   * @param population all people
   */
  public record Risk(double events, double population) {
    /** Returns the risk, {@code events / population}; there must be people. */
    public double value() {
      return events / population;
    }
  }

  private RiskCounts(
      Units units,
      GroupCounts events,
      GroupCounts population,
      boolean[] offered,
      int focus,
      RiskComparison comparison) {
    super(units);
    Checks.sameLength(offered.length, units.size(), "offered");
    this.events = events;
    this.population = population;
    this.offered = offered;
    this.focus = focus;
    this.comparison = comparison;
  }

  /**
   * Returns a sample whose first group is compared with all others.
   *
   * @param units the units
   * @param groups names of the groups
   * @param events {@code events[group][unit]}
   * @param population {@code population[group][unit]}, at least the events
   */
  public static RiskCounts of(
      Units units, List<String> groups, double[][] events, double[][] population) {
    GroupCounts a = GroupCounts.of(groups, events, units.size(), "events");
    GroupCounts n = GroupCounts.of(groups, population, units.size(), "population");
    for (int g = 0; g < groups.size(); g++) {
      for (int i = 0; i < units.size(); i++) {
        if (a.count(g, i) > n.count(g, i)) {
          throw new IllegalArgumentException(
              "group \""
                  + groups.get(g)
                  + "\" in unit "
                  + units.key(i)
                  + " has "
                  + a.count(g, i)
                  + " events among "
                  + n.count(g, i)
                  + " people, expected no more events than people");
        }
      }
    }
    boolean[] offered = new boolean[units.size()];
    Arrays.fill(offered, true);
    return new RiskCounts(units, a, n, offered, 0, new RiskComparison.AllOthers());
  }

  /** Returns the same sample with another group in focus. */
  public RiskCounts focusOn(String group) {
    return new RiskCounts(units(), events, population, offered, events.index(group), comparison);
  }

  /** Returns the same sample with another comparison. */
  public RiskCounts comparedWith(RiskComparison comparison) {
    if (comparison instanceof RiskComparison.Reference reference) {
      events.index(reference.group());
    } else if (comparison instanceof RiskComparison.AllOthersIn elsewhere) {
      // A group that the other table spells differently would be counted among its own others.
      elsewhere.table().events.index(focusGroup());
    }
    return new RiskCounts(units(), events, population, offered, focus, comparison);
  }

  /** Returns the same sample with a flag per unit: does it offer the event? */
  public RiskCounts offered(boolean... flags) {
    return new RiskCounts(units(), events, population, flags.clone(), focus, comparison);
  }

  /** Returns the names of the groups. */
  public List<String> groups() {
    return events.groups();
  }

  /** Returns the name of the group in focus. */
  public String focusGroup() {
    return groups().get(focus);
  }

  /** Returns with whom it is compared. */
  public RiskComparison comparison() {
    return comparison;
  }

  /** Returns whether a unit offers the event. */
  public boolean isOffered(int unit) {
    return offered[unit];
  }

  /** Returns the events of a group in a unit. */
  public double events(int group, int unit) {
    return events.count(group, unit);
  }

  /** Returns the people of a group in a unit. */
  public double population(int group, int unit) {
    return population.count(group, unit);
  }

  /** Returns events and people of a group in all units. */
  public Risk risk(int group) {
    return new Risk(events.groupTotal(group), population.groupTotal(group));
  }

  /** Returns events and people of everybody. */
  public Risk total() {
    return new Risk(events.total(), population.total());
  }

  /** Returns events and people of the group in focus. */
  public Risk focus() {
    return risk(focus);
  }

  /** Returns events and people of the side that the group is compared with. */
  public Risk compared() {
    if (comparison instanceof RiskComparison.Reference reference) {
      return risk(events.index(reference.group()));
    }
    if (comparison instanceof RiskComparison.Total) {
      return total();
    }
    RiskCounts table =
        comparison instanceof RiskComparison.AllOthersIn elsewhere ? elsewhere.table() : this;
    return table.othersThan(focusGroup());
  }

  private Risk othersThan(String group) {
    ExactSum a = new ExactSum();
    ExactSum n = new ExactSum();
    for (int g = 0; g < groups().size(); g++) {
      if (!groups().get(g).equals(group)) {
        a.add(events.groupTotal(g));
        n.add(population.groupTotal(g));
      }
    }
    return new Risk(a.value(), n.value());
  }

  /** Returns the sample with the counts of both: a unit in both gets the sum. */
  public RiskCounts add(RiskCounts other) {
    Map<String, Integer> place = new HashMap<>();
    for (int i = 0; i < size(); i++) {
      place.put(units().key(i), i);
    }
    int[] fresh =
        IntStream.range(0, other.size())
            .filter(i -> !place.containsKey(other.units().key(i)))
            .toArray();
    int[] to = new int[other.size()];
    int next = size();
    for (int i = 0; i < to.length; i++) {
      Integer here = place.get(other.units().key(i));
      to[i] = here == null ? next++ : here;
    }
    Units all = fresh.length == 0 ? units() : units().append(other.units().select(fresh));
    boolean[] both = Arrays.copyOf(offered, all.size());
    for (int i = 0; i < to.length; i++) {
      both[to[i]] |= other.offered[i];
    }
    return new RiskCounts(
        all,
        events.add(other.events, to, all.size()),
        population.add(other.population, to, all.size()),
        both,
        focus,
        comparison);
  }

  @Override
  public RiskCounts append(RiskCounts other) {
    boolean[] both = Arrays.copyOf(offered, size() + other.size());
    System.arraycopy(other.offered, 0, both, size(), other.size());
    return new RiskCounts(
        units().append(other.units()),
        events.append(other.events),
        population.append(other.population),
        both,
        focus,
        comparison);
  }

  @Override
  public RiskCounts select(int... chosen) {
    boolean[] some = new boolean[chosen.length];
    for (int i = 0; i < some.length; i++) {
      some[i] = offered[chosen[i]];
    }
    return new RiskCounts(
        units().select(chosen),
        events.select(chosen),
        population.select(chosen),
        some,
        focus,
        comparison);
  }

  @Override
  public RiskCounts withUnits(Units units) {
    return new RiskCounts(checked(units, size()), events, population, offered, focus, comparison);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof RiskCounts other
        && units().equals(other.units())
        && events.equals(other.events)
        && population.equals(other.population)
        && Arrays.equals(offered, other.offered)
        && focus == other.focus
        && comparison.equals(other.comparison);
  }

  @Override
  public int hashCode() {
    return units().hashCode() * 31 + events.hashCode();
  }

  @Override
  public boolean counts(int unit) {
    return population.unitTotal(unit) > 0;
  }

  @Override
  @Nullable String unmet(Condition condition) {
    return switch (condition) {
      case SOME_UNITS -> population.total() > 0 ? null : "there are no people";
      case POSITIVE_TOTAL -> events.total() > 0 ? null : "there are no events";
      case EVERY_GROUP ->
          !(focus().population() > 0)
              ? "group \"" + focusGroup() + "\" has no members"
              : compared().population() > 0
                  ? null
                  : "nobody to compare with: " + comparison.words();
      case COMPARISON_EVENTS ->
          compared().events() > 0 ? null : "no events among " + comparison.words();
      default -> null;
    };
  }
}
