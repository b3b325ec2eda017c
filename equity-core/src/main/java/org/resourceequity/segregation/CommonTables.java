package org.resourceequity.segregation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;

/**
 * Two periods restricted to the groups and units that have members in both, matched by name and
 * key; units in the order of their keys. What falls away are additions and removals.
 */
final class CommonTables {

  /** The requirement that a group and a unit have members in both periods. */
  record Common() implements Requirement {
    @Override
    public String name() {
      return "EVERY_GROUP";
    }

    /** A single sample cannot tell; found when both are measured. */
    @Override
    public Optional<String> unmet(Sample<?> sample) {
      return Optional.empty();
    }
  }

  final List<String> keys;
  final Cells before;
  final Cells after;

  private CommonTables(List<String> keys, Cells before, Cells after) {
    this.keys = keys;
    this.before = before;
    this.after = after;
  }

  static Optional<CommonTables> of(Change<CrossTab> change) {
    List<double[]> first = new ArrayList<>();
    List<double[]> second = new ArrayList<>();
    for (String group : change.before().groups()) {
      int there = change.after().groups().indexOf(group);
      if (there >= 0) {
        first.add(change.before().members(change.before().groups().indexOf(group)));
        second.add(change.after().members(there));
      }
    }
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < change.after().size(); i++) {
      places.put(change.after().units().key(i), i);
    }
    TreeMap<String, int[]> both = new TreeMap<>();
    for (int i = 0; i < change.before().size(); i++) {
      String key = change.before().units().key(i);
      Integer there = places.get(key);
      if (there != null) {
        both.put(key, new int[] {i, there});
      }
    }
    return first.isEmpty() || both.isEmpty()
        ? Optional.empty()
        : restricted(
            List.copyOf(both.keySet()), both.values().toArray(int[][]::new), first, second);
  }

  /** Leaves out groups and units without members in one period until none is left to leave out. */
  private static Optional<CommonTables> restricted(
      List<String> keys, int[][] places, List<double[]> first, List<double[]> second) {
    Cells before = Cells.of(rows(first, places, 0));
    Cells after = Cells.of(rows(second, places, 1));
    List<String> someKeys = new ArrayList<>();
    List<int[]> some = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      if (before.unit(i) > 0 && after.unit(i) > 0) {
        someKeys.add(keys.get(i));
        some.add(places[i]);
      }
    }
    List<double[]> someFirst = new ArrayList<>();
    List<double[]> someSecond = new ArrayList<>();
    for (int g = 0; g < before.groups(); g++) {
      if (before.group(g) > 0 && after.group(g) > 0) {
        someFirst.add(first.get(g));
        someSecond.add(second.get(g));
      }
    }
    if (some.isEmpty() || someFirst.isEmpty()) {
      return Optional.empty();
    }
    return some.size() == places.length && someFirst.size() == first.size()
        ? Optional.of(new CommonTables(keys, before, after))
        : restricted(someKeys, some.toArray(int[][]::new), someFirst, someSecond);
  }

  private static double[][] rows(List<double[]> groups, int[][] places, int period) {
    double[][] rows = new double[groups.size()][places.length];
    for (int g = 0; g < rows.length; g++) {
      for (int i = 0; i < places.length; i++) {
        rows[g][i] = groups.get(g)[places[i][period]];
      }
    }
    return rows;
  }

  /** Returns the outcome where nothing is common. */
  static <R> Outcome<R> nothingCommon() {
    return Outcome.undefined(new Common(), "no group and unit that have members in both periods");
  }
}
