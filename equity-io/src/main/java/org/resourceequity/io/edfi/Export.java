package org.resourceequity.io.edfi;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.Reading;
import org.resourceequity.io.YearRule;
import org.resourceequity.io.persons.Dates;
import org.resourceequity.io.table.Row;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.Level;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.Source;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/**
 * The tables of one export, which are read again when all are known: what a row refers to may stand
 * in any of them. Kept are only ids of elements that others refer to and the years.
 */
final class Export {

  /** A table of the export. */
  record Part(Entity entity, Table table, Reading reading, Fields fields, long rows) {}

  /** What an element is known by: values of its key, and the elements that are part of it. */
  private record Target(Map<String, String> values, List<String> references) {}

  /** References go through at most so many elements. */
  private static final int DEEPEST = 8;

  private static final Set<String> KEYS =
      Set.of(
          "LocalEducationAgencyId",
          "SchoolId",
          "EducationOrganizationId",
          "StaffUniqueId",
          "StudentUniqueId",
          "SectionIdentifier",
          "SessionName",
          "SchoolYear",
          "LocalCourseCode",
          "CourseCode",
          "AccountIdentifier",
          "AccountCodeNumber",
          "FiscalYear",
          "IncidentIdentifier",
          "Code");
  private static final Set<Entity> DATED =
      Set.of(
          Entity.SESSION,
          Entity.SECTION,
          Entity.COURSE_OFFERING,
          Entity.STUDENT_SCHOOL,
          Entity.STUDENT_SECTION,
          Entity.STAFF_SECTION);

  private final List<Part> parts = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final Map<String, Target> targets = new HashMap<>();
  private final Set<String> schools = new HashSet<>();
  private final Set<String> districts = new HashSet<>();
  private final Set<SchoolYear> named = new TreeSet<>();
  private @Nullable SchoolYear begun;
  private @Nullable SchoolYear mentioned;

  /** Remembers a table, and what others need of it. */
  void add(Entity entity, Table table, Reading reading, Source source) throws IOException {
    Fields fields = new Fields(table.header());
    sources.add(source);
    Map<Integer, String> keys = fields.ending(KEYS);
    Map<Integer, String> references = fields.ending(Set.of("@ref"));
    Set<Integer> years = fields.years();
    Map<Integer, String> begins = fields.ending(Set.of("BeginDate", "EntryDate", "HireDate"));
    int id = table.header().indexOf("@id");
    long[] rows = {0};
    table.forEach(
        row -> {
          rows[0]++;
          keys.forEach((column, key) -> key(key, row.get(column), reading));
          years.forEach(column -> year(entity, row.get(column)));
          if (entity == Entity.ASSIGNMENT || entity == Entity.STUDENT_SCHOOL) {
            begins.keySet().forEach(column -> begun(row.get(column)));
          }
          if (id >= 0 && !row.get(id).isEmpty()) {
            targets.put(in(table, row.get(id)), target(row, keys, references));
          }
        });
    mentioned =
        later(mentioned, YearRule.find(table.file(), YearRule.ANYWHERE, YearRule.Style.ENDING));
    if (DATED.contains(entity)) {
      years.forEach(fields::use);
    }
    parts.add(new Part(entity, table, reading, fields, rows[0]));
  }

  /** Says which tables feed no column, and what they need for it. */
  void nameUncounted() {
    for (Part part : parts()) {
      Set<Entity> with = part.entity().feedsWith();
      boolean never = part.entity() == Entity.OTHER || part.entity() == Entity.STUDENT;
      if (never || (!with.isEmpty() && with.stream().noneMatch(this::has))) {
        part.reading()
            .notice(
                Severity.INFO,
                "not-counted",
                part.rows()
                    + " records of "
                    + Entity.element(part.table())
                    + " are known and feed no column"
                    + (never ? "" : " alone"),
                null,
                null,
                null,
                never ? null : "one of " + with);
      }
    }
  }

  private void key(String key, String value, Reading reading) {
    if (value.isEmpty()) {
      return;
    }
    switch (key) {
      case "SchoolId" -> {
        schools.add(value);
        reading.unit(new SchoolId(value));
      }
      case "LocalEducationAgencyId" -> {
        districts.add(value);
        reading.unit(new DistrictId(value));
      }
      default -> {
        // Other keys only identify.
      }
    }
  }

  private void year(Entity entity, String text) {
    SchoolYear year = year(text);
    if (year != null && DATED.contains(entity)) {
      named.add(year);
    }
    mentioned = later(mentioned, year);
  }

  private void begun(String date) {
    begun = later(begun, Dates.year(date, "", ""));
  }

  private static @Nullable SchoolYear later(@Nullable SchoolYear a, @Nullable SchoolYear b) {
    return a == null || (b != null && b.compareTo(a) > 0) ? b : a;
  }

  private static String in(Table table, String id) {
    return table.file() + '#' + id;
  }

  private static Target target(
      Row row, Map<Integer, String> keys, Map<Integer, String> references) {
    Map<String, String> values = new HashMap<>();
    keys.forEach(
        (column, key) -> {
          if (!row.get(column).isEmpty()) {
            values.putIfAbsent(key, row.get(column));
          }
        });
    List<String> to =
        references.keySet().stream().map(row::get).filter(ref -> !ref.isEmpty()).toList();
    return new Target(Map.copyOf(values), to);
  }

  /** Returns a school year such as 2021-2022 or 2022; null if it is none. */
  static @Nullable SchoolYear year(String text) {
    try {
      return text.isEmpty() ? null : SchoolYear.parse(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  List<Source> sources() {
    return sources;
  }

  /** Returns the tables, what is referred to first. */
  List<Part> parts() {
    parts.sort(
        Comparator.comparing(Part::entity)
            .thenComparing(part -> part.table().file())
            .thenComparing(part -> String.valueOf(part.table().sheet())));
    return parts;
  }

  boolean has(Entity entity) {
    return parts.stream().anyMatch(part -> part.entity() == entity);
  }

  /**
   * Returns the years to count: those that sessions, sections and enrolments name, else the one in
   * which the latest assignment or enrolment began, else the latest that is named anywhere.
   */
  Set<SchoolYear> years() {
    SchoolYear one = begun == null ? mentioned : begun;
    return named.isEmpty() && one != null ? Set.of(one) : named;
  }

  /** Returns the unit that an organisation is; null if nothing tells. */
  @Nullable UnitId unit(String organisation) {
    Level level =
        schools.contains(organisation)
            ? Level.SCHOOL
            : districts.contains(organisation) ? Level.DISTRICT : null;
    return level == null ? null : UnitId.of(level, organisation);
  }

  /** The columns of a reference and how to follow it. */
  final class Reference {
    private final Part part;
    private final List<Integer> direct;
    private final List<Integer> references;
    private final String key;

    private Reference(Part part, String reference, String key) {
      this.part = part;
      this.key = key;
      direct = part.fields().within(reference, key);
      references = part.fields().within(reference, "@ref");
    }

    /** Returns the value of the key; empty if the row does not say it. */
    String of(Row row) {
      String text = Fields.first(row, direct);
      for (int i = 0; text.isEmpty() && i < references.size(); i++) {
        text = follow(part.table(), row.get(references.get(i)), key, 0);
      }
      return text;
    }
  }

  Reference reference(Part part, String reference, String key) {
    return new Reference(part, reference, key);
  }

  private String follow(Table table, String id, String key, int depth) {
    Target target = targets.get(in(table, id));
    if (target == null || depth > DEEPEST) {
      return "";
    }
    Map<String, String> values = target.values();
    String value = values.getOrDefault(key, "");
    if (value.isEmpty() && key.equals("EducationOrganizationId")) {
      value = values.getOrDefault("SchoolId", values.getOrDefault("LocalEducationAgencyId", ""));
    }
    for (int i = 0; value.isEmpty() && i < target.references().size(); i++) {
      value = follow(table, target.references().get(i), key, depth + 1);
    }
    return value;
  }

  /** The first day of October, on which what holds is counted. */
  static LocalDate referenceDay(SchoolYear year) {
    return LocalDate.of(year.ending() - 1, 10, 1);
  }

  /** Tells whether something holds on a day: from its beginning to its end, both included. */
  static boolean isActive(
      Part part, Row row, List<Integer> begin, List<Integer> end, LocalDate day, boolean notes) {
    LocalDate from = date(part, row, begin, notes);
    LocalDate to = date(part, row, end, notes);
    return (from == null || !from.isAfter(day)) && (to == null || !to.isBefore(day));
  }

  /** Tells whether something holds on any day of a school year, from July to June. */
  static boolean isIn(SchoolYear year, Part part, Row row, List<Integer> begin, List<Integer> end) {
    return isActive(part, row, begin, List.of(), LocalDate.of(year.ending(), 6, 30), false)
        && isActive(part, row, List.of(), end, LocalDate.of(year.ending() - 1, 7, 1), false);
  }

  /** Returns a date; null if there is none or it cannot be read. */
  static @Nullable LocalDate date(Part part, Row row, List<Integer> columns, boolean notes) {
    for (int column : columns) {
      String text = row.get(column);
      if (!text.isEmpty()) {
        try {
          return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeParseException e) {
          note(part, row, notes, "not-a-date", "the date cannot be read", column, "2021-10-01");
        }
      }
    }
    return null;
  }

  /** Returns a number that is not negative; NaN if there is none or it cannot be read. */
  static double number(Part part, Row row, List<Integer> columns, boolean notes) {
    double number = amount(part, row, columns, notes);
    if (number < 0) {
      note(part, row, notes, "negative-number", "the number is negative", columns.get(0), "0 on");
      return Double.NaN;
    }
    return number;
  }

  /** Returns a number; NaN if there is none or it cannot be read. */
  static double amount(Part part, Row row, List<Integer> columns, boolean notes) {
    for (int column : columns) {
      String text = row.get(column);
      if (text.matches("[-+]?\\d{1,15}(?:\\.\\d*)?")) {
        return Double.parseDouble(text);
      }
      if (!text.isEmpty()) {
        note(part, row, notes, "not-a-number", "the number cannot be read", column, "a number");
      }
    }
    return Double.NaN;
  }

  /** Adds a notice about a cell, unless an earlier pass did. */
  static void note(
      Part part, Row row, boolean notes, String code, String message, int column, String expected) {
    if (notes) {
      part.reading()
          .notice(
              Severity.WARNING,
              code,
              message,
              row,
              part.fields().name(column),
              row.get(column),
              expected);
    }
  }

  /** Adds a notice about a row of which nothing is repeated, since it is about a person. */
  static void unusable(Part part, Row row, boolean notes, String message, String expected) {
    if (notes) {
      part.reading().notice(Severity.WARNING, "missing-id", message, row, null, null, expected);
    }
  }
}
