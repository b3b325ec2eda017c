package org.resourceequity.io.persons;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.persons.Attendance.Place;
import org.resourceequity.io.persons.Attendance.SchoolClass;
import org.resourceequity.model.Cell;
import org.resourceequity.model.CourseOperands;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.GradeSpan;
import org.resourceequity.model.Group;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.model.UnitId.SectionId;
import org.resourceequity.model.Variable;

/** Counts an attendance: from who is where to how many. */
final class Count {

  private static final int GROUPS = People.COUNTED.size();

  private final Attendance attendance;
  private final int[] sizes;
  private final int[][] students;
  private final int[] teachers;

  /** By place and kind of course, as far as anybody takes one. */
  private final int[][] @Nullable [] taking;

  private final boolean[] groupMet = new boolean[GROUPS];
  private int kindsMet;

  Count(Attendance attendance) {
    this.attendance = attendance;
    int places = attendance.places().size();
    sizes = new int[attendance.classes().size()];
    students = new int[places][GROUPS];
    teachers = new int[places];
    taking = new int[CourseKinds.count()][][];
    People people = attendance.people();
    attendance.students().forEach((place, person) -> people.groups(person, g -> add(place, g)));
    attendance.teachers().forEach((place, person) -> teachers[place]++);
    Pairs[] courses = new Pairs[CourseKinds.count()];
    attendance
        .seats()
        .forEach(
            (number, person) -> {
              sizes[number]++;
              SchoolClass of = attendance.classes().get(number);
              for (int kind = 0; of.kinds() >> kind != 0; kind++) {
                if ((of.kinds() >> kind & 1) != 0) {
                  Pairs pairs = courses[kind] == null ? new Pairs() : courses[kind];
                  pairs.add(of.place(), person);
                  courses[kind] = pairs;
                }
              }
            });
    for (int kind = 0; kind < courses.length; kind++) {
      Pairs pairs = courses[kind];
      if (pairs != null) {
        int[][] counts = new int[places][GROUPS];
        pairs.forEach((place, person) -> people.groups(person, g -> counts[place][g]++));
        taking[kind] = counts;
      }
    }
    attendance.classes().forEach(of -> kindsMet |= of.kinds());
  }

  private void add(int place, int group) {
    students[place][group]++;
    groupMet[group] = true;
  }

  /** Adds the counts to a store and returns the grades of students. */
  Map<Place, GradeSpan> into(EquityData.Builder builder, Attendance.Counts what) {
    Map<Place, GradeSpan> spans = new HashMap<>();
    for (int number = 0; number < students.length; number++) {
      Place place = attendance.places().get(number);
      GradeSpan span = span(students[number]);
      if (span != null) {
        spans.put(place, span);
      }
      school(builder, number, what);
    }
    if (what.students()) {
      attendance.events().forEach((variable, pairs) -> events(builder, variable, pairs));
    }
    if (what.classes()) {
      sections(builder);
    }
    return spans;
  }

  private void school(EquityData.Builder builder, int number, Attendance.Counts what) {
    Place place = attendance.places().get(number);
    SchoolId school = Attendance.school(place);
    SchoolYear year = place.year();
    boolean recorded = what.students() && attendance.hasRecordedStudents(number);
    for (int group = 0; recorded && group < GROUPS; group++) {
      if (groupMet[group] || group == 0) {
        Operand operand = Operands.enrolment(People.COUNTED.get(group));
        builder.add(school, operand.at(Level.SCHOOL, year), count(students[number][group]));
      }
    }
    if (what.teachers()) {
      builder.add(
          school,
          Operands.headcount(Group.TEACHERS).at(Level.SCHOOL, year),
          count(teachers[number]));
    }
    for (int kind = 0; what.classes() && kind < taking.length; kind++) {
      if ((kindsMet >> kind & 1) != 0) {
        course(builder, school, year, number, kind);
      }
    }
  }

  private void events(EquityData.Builder builder, Variable what, Pairs pairs) {
    int[][] counts = new int[students.length][GROUPS];
    pairs.forEach((place, person) -> attendance.people().groups(person, g -> counts[place][g]++));
    for (int number = 0; number < counts.length; number++) {
      Place place = attendance.places().get(number);
      for (int group = 0; group < GROUPS; group++) {
        if ((groupMet[group] || group == 0) && !People.isGrade(group)) {
          Operand operand = Operand.of(what, People.COUNTED.get(group));
          builder.add(
              Attendance.school(place),
              operand.at(Level.SCHOOL, place.year()),
              count(counts[number][group]));
        }
      }
    }
  }

  private void course(
      EquityData.Builder builder, SchoolId school, SchoolYear year, int number, int kind) {
    int[][] counts = taking[kind];
    for (int group = 0; group < GROUPS; group++) {
      if ((groupMet[group] || group == 0) && !People.isGrade(group)) {
        Operand operand =
            CourseOperands.courseEnrolment(CourseKinds.course(kind), People.COUNTED.get(group));
        builder.add(
            school,
            operand.at(Level.SCHOOL, year),
            count(counts == null ? 0 : counts[number][group]));
      }
    }
  }

  /** Returns the grades of a school's students. */
  private static @Nullable GradeSpan span(int[] counts) {
    StringBuilder grades = new StringBuilder();
    for (int group = 0; group < GROUPS; group++) {
      if (People.isGrade(group) && counts[group] > 0) {
        grades.append(People.COUNTED.get(group).is().get(0).code()).append(' ');
      }
    }
    return GradeSpan.parse(grades.toString()).orElse(null);
  }

  private static Cell count(int number) {
    return Cell.derived((double) number);
  }

  /** Adds classes with students: their sizes, and how many they are at each school. */
  private void sections(EquityData.Builder builder) {
    List<SchoolClass> classes = attendance.classes();
    List<Integer> order = new ArrayList<>(IntStream.range(0, sizes.length).boxed().toList());
    order.sort(Comparator.comparing(number -> classes.get(number).id()));
    int places = students.length;
    int[] held = new int[places];
    int[] seats = new int[places];
    int[][] ofKind = new int[CourseKinds.count()][places];
    for (int number : order) {
      SchoolClass of = classes.get(number);
      if (sizes[number] > 0) {
        held[of.place()]++;
        seats[of.place()] += sizes[number];
        for (int kind = 0; of.kinds() >> kind != 0; kind++) {
          ofKind[kind][of.place()] += of.kinds() >> kind & 1;
        }
        Place place = attendance.places().get(of.place());
        SectionId section =
            new SectionId(place.school() + ":" + place.year() + ":" + held[of.place()]);
        builder.unit(section, new SchoolId(place.school()));
        builder.add(
            section, Operands.ENROLMENT.at(Level.SECTION, place.year()), count(sizes[number]));
      }
    }
    for (int number = 0; number < places; number++) {
      Place place = attendance.places().get(number);
      SchoolId school = new SchoolId(place.school());
      Map<Operand, Integer> counts =
          Map.of(
              CourseOperands.CLASSES, held[number], CourseOperands.CLASS_ENROLMENT, seats[number]);
      counts.forEach(
          (operand, n) -> builder.add(school, operand.at(Level.SCHOOL, place.year()), count(n)));
      if (held[number] > 0) {
        builder.add(
            school,
            CourseOperands.CLASS_SIZE.at(Level.SCHOOL, place.year()),
            Cell.derived((double) seats[number] / held[number]));
      }
      for (int kind = 0; kind < ofKind.length; kind++) {
        if ((kindsMet >> kind & 1) != 0) {
          Operand operand = CourseOperands.classes(CourseKinds.course(kind));
          builder.add(school, operand.at(Level.SCHOOL, place.year()), count(ofKind[kind][number]));
        }
      }
    }
  }
}
