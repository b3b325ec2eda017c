package org.resourceequity.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.model.Cell;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Group;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.Variable;

/**
 * Counts rows that are students: all students of a school, those of each group, and those of each
 * with an event. A school with students has a count of every group, which may be 0.
 */
final class StudentRows implements RowHook {

  /** A column that says of which group a student is; of none where the group is null. */
  record Grouping(String column, Map<String, @Nullable Group> groups) {}

  /** A column that says whether a student had an event. */
  record Event(String column, Variable what, Set<String> yes, Set<String> no) {}

  private static final Cell NOBODY = Cell.derived(0);
  private static final Cell ONE = Cell.derived(1);
  private static final Cell UNKNOWN = Cell.absent(Reason.NOT_REPORTED);
  private static final int NONE = -1;

  private final List<Event> events;

  /** All students, then the groups of all columns. */
  private final List<Group> groups;

  /** By grouping: which group a code stands for. */
  private final List<Map<String, Integer>> codes = new ArrayList<>();

  private final List<String> columns;

  StudentRows(List<Grouping> groupings, List<Event> events) {
    this.events = List.copyOf(events);
    columns = groupings.stream().map(Grouping::column).toList();
    Set<Group> all = new LinkedHashSet<>(Set.of(Group.STUDENTS));
    groupings.forEach(
        grouping -> grouping.groups().values().stream().filter(g -> g != null).forEach(all::add));
    groups = List.copyOf(all);
    for (Grouping grouping : groupings) {
      Map<String, Integer> places = new HashMap<>();
      grouping
          .groups()
          .forEach((code, group) -> places.put(code, group == null ? NONE : groups.indexOf(group)));
      codes.add(places);
    }
  }

  /** Returns the columns that are read. */
  List<String> columns() {
    List<String> all = new ArrayList<>(columns);
    events.forEach(event -> all.add(event.column()));
    return all;
  }

  /** The schools of a year that were met, and where their counts go: all groups by event. */
  private static final class Year {
    private final Set<UnitId> met = new HashSet<>();
    private final List<BiConsumer<UnitId, Cell>> counts = new ArrayList<>();
  }

  /** What was met in a file. */
  private static final class Met {
    private final Map<SchoolYear, Map<Level, Year>> years = new HashMap<>();
    private final int[] member;

    private Met(int mostGroups) {
      member = new int[mostGroups];
    }
  }

  @Override
  public boolean row(RowView row) {
    UnitId unit = row.unit();
    SchoolYear when = unit == null ? null : row.year();
    if (unit == null || when == null) {
      return false;
    }
    Met met = row.memory(Met.class, () -> new Met(1 + columns.size()));
    Year year =
        met.years
            .computeIfAbsent(when, y -> new HashMap<>())
            .computeIfAbsent(unit.level(), level -> year(row.store(), level, when));
    boolean first = year.met.add(unit);
    if (first) {
      year.counts.forEach(count -> count.accept(unit, NOBODY));
    }
    int groupsOfStudent = member(row, met.member);
    for (int i = 0; i < groupsOfStudent; i++) {
      year.counts.get(met.member[i]).accept(unit, ONE);
    }
    for (int e = 0; e < events.size(); e++) {
      Cell cell = cell(row, events.get(e));
      for (int i = 0; cell != null && i < groupsOfStudent; i++) {
        year.counts.get((e + 1) * groups.size() + met.member[i]).accept(unit, cell);
      }
    }
    // What the row says of its school is read once.
    return first;
  }

  private Year year(EquityData.Builder store, Level level, SchoolYear when) {
    Year year = new Year();
    for (Group group : groups) {
      year.counts.add(store.adder(Operands.enrolment(group).at(level, when)));
    }
    for (Event event : events) {
      for (Group group : groups) {
        year.counts.add(store.adder(Operand.of(event.what(), group).at(level, when)));
      }
    }
    return year;
  }

  /** Puts the groups of a student into {@code member} and returns how many they are. */
  private int member(RowView row, int[] member) {
    int size = 1;
    member[0] = 0;
    for (int i = 0; i < columns.size(); i++) {
      Integer group = codes.get(i).get(lower(row.text(columns.get(i))));
      if (group == null) {
        row.notice(
            Severity.WARNING,
            "unknown-code",
            "this code is not known; the student is in no group of the column",
            columns.get(i),
            "one of " + new TreeSet<>(codes.get(i).keySet()));
      } else if (group != NONE && !contains(member, size, group)) {
        member[size++] = group;
      }
    }
    return size;
  }

  private static boolean contains(int[] member, int size, int group) {
    for (int i = 0; i < size; i++) {
      if (member[i] == group) {
        return true;
      }
    }
    return false;
  }

  /** Returns what a student adds to the number of those with an event; null if nothing. */
  private static @Nullable Cell cell(RowView row, Event event) {
    String text = lower(row.text(event.column()));
    if (event.yes().contains(text)) {
      return ONE;
    }
    if (event.no().contains(text)) {
      return null;
    }
    row.notice(
        Severity.WARNING,
        "unknown-code",
        "it is not known whether the student is counted, so the school's number is not known",
        event.column(),
        "one of " + new TreeSet<>(event.yes()) + " or of " + new TreeSet<>(event.no()));
    return UNKNOWN;
  }

  static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
