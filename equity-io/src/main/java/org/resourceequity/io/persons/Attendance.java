package org.resourceequity.io.persons;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.GradeSpan;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.model.Variable;

/**
 * Who is at which school and in which class, until it is counted.
 *
 * <p>Each school gets, per school year: students by race, sex, need and grade; teachers, as
 * persons; classes with students, places taken in them and their average size; students in courses
 * that the civil rights survey asks for, by race and sex. Each class becomes a section with its
 * size and a number of its own.
 */
public final class Attendance {

  /** A school in a year. */
  public record Place(String school, SchoolYear year) {}

  /** A class: where it is, and which kinds of courses it is, as bits. */
  record SchoolClass(String id, int place, int kinds) {}

  private final People people = new People();
  private final Map<String, Integer> classNumbers = new HashMap<>();
  private final List<SchoolClass> classes = new ArrayList<>();
  private final Map<Place, Integer> placeNumbers = new HashMap<>();
  private final List<Place> places = new ArrayList<>();
  private final BitSet recorded = new BitSet();
  private final Pairs seats = new Pairs();
  private final Pairs students = new Pairs();
  private final Pairs teachers = new Pairs();
  private final Map<Variable, Pairs> events = new LinkedHashMap<>();

  /** Makes an attendance of nobody. */
  public Attendance() {}

  /** Returns the people. */
  public People people() {
    return people;
  }

  /** Returns the schools and years, by their numbers. */
  public List<Place> places() {
    return Collections.unmodifiableList(places);
  }

  /** Returns the number of a school in a year. */
  public int place(String school, SchoolYear year) {
    return placeNumbers.computeIfAbsent(
        new Place(school, year),
        place -> {
          places.add(place);
          return places.size() - 1;
        });
  }

  /**
   * Adds a class; the first of two with the same id counts.
   *
   * @param kinds what {@link CourseKinds#of} says of its course
   */
  public void addClass(String id, int place, int kinds) {
    if (classNumbers.putIfAbsent(id, classes.size()) == null) {
      classes.add(new SchoolClass(id, place, kinds));
    }
  }

  /** Returns the number of a class; null if there is none with this id. */
  public @Nullable Integer classNumber(String id) {
    return classNumbers.get(id);
  }

  /** Notes that a person is a student at a school. */
  public void student(int place, int person) {
    recordsStudents(place);
    students.add(place, person);
  }

  /** Notes that it is known who the students of a school are, also where there is none. */
  public void recordsStudents(int place) {
    recorded.set(place);
  }

  boolean hasRecordedStudents(int place) {
    return recorded.get(place);
  }

  /** Notes that a person is a student in a class. */
  public void seat(int classNumber, int person) {
    seats.add(classNumber, person);
  }

  /** Notes that a person is a teacher at a school. */
  public void teacher(int place, int person) {
    teachers.add(place, person);
  }

  /** Returns where a class is. */
  public int placeOf(int classNumber) {
    return classes.get(classNumber).place();
  }

  /** Notes that something happened to a student of a school, which counts once a student. */
  public void event(Variable what, int place, int person) {
    events.computeIfAbsent(what, w -> new Pairs()).add(place, person);
  }

  /** Notes that a kind of event is recorded, also where it happened to nobody. */
  public void recordsEvents(Variable what) {
    events.computeIfAbsent(what, w -> new Pairs());
  }

  List<SchoolClass> classes() {
    return classes;
  }

  Pairs seats() {
    return seats;
  }

  Pairs students() {
    return students;
  }

  Pairs teachers() {
    return teachers;
  }

  Map<Variable, Pairs> events() {
    return events;
  }

  /** Tells whether it is known of any school who its students are. */
  public boolean hasStudents() {
    return !recorded.isEmpty();
  }

  /** Tells whether anybody is a student in a class. */
  public boolean hasSeats() {
    return !seats.isEmpty();
  }

  /** Tells whether anybody is a teacher at a school. */
  public boolean hasTeachers() {
    return !teachers.isEmpty();
  }

  /**
   * Adds to a store what was counted, and returns the grades of the students of each place.
   *
   * @param what which counts to add
   */
  public Map<Place, GradeSpan> countInto(EquityData.Builder builder, Counts what) {
    return new Count(this).into(builder, what);
  }

  /**
   * Which counts to add: those of which nothing was recorded are unknown and not zero. Students are
   * counted at the schools that record them.
   */
  public record Counts(boolean students, boolean teachers, boolean classes) {

    /** All counts. */
    public static final Counts ALL = new Counts(true, true, true);
  }

  static SchoolId school(Place place) {
    return new SchoolId(place.school());
  }
}
