package org.resourceequity.io.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Notices;
import org.resourceequity.io.persons.Attendance;
import org.resourceequity.io.persons.People;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.Source;

/** What the tables of one roster say, joined by their ids, until it is counted. */
final class Roster {

  private static final Set<String> STUDENTS = Set.of("student", "learner");
  private static final Set<String> TEACHERS =
      Set.of("teacher", "professor", "faculty", "adjunct", "coteacher", "instructor", "lecturer");

  private final Orgs orgs = new Orgs();
  private final Attendance attendance = new Attendance();
  private final Map<String, SchoolYear> sessions = new HashMap<>();
  private final Map<String, Integer> courses = new HashMap<>();
  private final List<Source> sources = new ArrayList<>();
  private @Nullable SchoolYear latest;
  private @Nullable SchoolYear inName;
  private boolean undated;

  Orgs orgs() {
    return orgs;
  }

  People people() {
    return attendance.people();
  }

  void source(Source source, @Nullable SchoolYear year) {
    sources.add(source);
    inName = later(inName, year);
  }

  static @Nullable SchoolYear later(@Nullable SchoolYear a, @Nullable SchoolYear b) {
    return a == null || (b != null && b.compareTo(a) > 0) ? b : a;
  }

  void session(String id, SchoolYear year) {
    sessions.merge(id, year, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    latest = later(latest, year);
  }

  @Nullable SchoolYear session(String id) {
    return sessions.get(id);
  }

  void course(String id, int kinds) {
    courses.merge(id, kinds, (a, b) -> a | b);
  }

  int course(String id) {
    return courses.getOrDefault(id, 0);
  }

  /** Adds a class; one whose organisation is above schools, or without a year, is left out. */
  void addClass(String id, String org, @Nullable SchoolYear year, int kinds) {
    latest = later(latest, year);
    int place = place(org, year);
    if (place >= 0) {
      attendance.addClass(id, place, kinds);
    }
  }

  @Nullable Integer classNumber(String id) {
    return attendance.classNumber(id);
  }

  /** Returns the number of a school in a year, or in the roster's year; -1 if there is none. */
  private int place(String org, @Nullable SchoolYear year) {
    String school = orgs.school(org);
    SchoolYear of = year != null ? year : latest != null ? latest : inName;
    undated |= of == null;
    if (school.isEmpty() || of == null) {
      return -1;
    }
    int place = attendance.place(school, of);
    attendance.recordsStudents(place);
    return place;
  }

  /** Notes that a person has a role at a school. */
  void member(int person, String role, String org, @Nullable SchoolYear year) {
    if (isStudent(role) || isTeacher(role)) {
      int place = place(org, year);
      if (place >= 0) {
        at(place, person, role);
      }
    }
  }

  private void at(int place, int person, String role) {
    if (isStudent(role)) {
      attendance.student(place, person);
    } else {
      attendance.teacher(place, person);
    }
  }

  /** Notes that a person has a role in a class, and so at its school. */
  void enrol(int classNumber, int person, String role) {
    if (isStudent(role)) {
      attendance.seat(classNumber, person);
    }
    if (isStudent(role) || isTeacher(role)) {
      at(attendance.placeOf(classNumber), person, role);
    }
  }

  private static boolean isStudent(String role) {
    return STUDENTS.contains(role.toLowerCase(Locale.ROOT));
  }

  private static boolean isTeacher(String role) {
    return TEACHERS.contains(role.toLowerCase(Locale.ROOT));
  }

  /** Returns a store with what was counted, and says what could not be. */
  EquityData counted(EquityData store, Notices notices) {
    if (attendance.places().isEmpty() || undated) {
      notices.add(
          new Notice(
              undated ? Notice.Severity.ERROR : Notice.Severity.WARNING,
              undated ? "no-year" : "incomplete-roster",
              undated
                  ? "neither sessions nor the names of files give a school year"
                  : "these files name nobody at a school; they are parts of a roster",
              sources.stream().map(Source::file).sorted().findFirst().orElse(""),
              null,
              0,
              null,
              null,
              undated
                  ? "academicSessions.csv, or a name such as roster_2021-22"
                  : "classes, enrollments, users and orgs in one folder"));
    }
    return Counted.into(store, attendance, orgs, sources);
  }
}
