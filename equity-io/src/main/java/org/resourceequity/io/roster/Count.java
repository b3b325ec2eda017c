package org.resourceequity.io.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.model.Cell;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.DistrictFacts;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.GradeSpan;
import org.resourceequity.model.Group;
import org.resourceequity.model.Level;
import org.resourceequity.model.Locale;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.Source;
import org.resourceequity.model.TitleI;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.model.UnitId.SectionId;

/** Counts a roster: from who is where to how many. */
final class Count {

  private static final int GROUPS = People.COUNTED.size();

  private final Roster roster;
  private final int[] sizes;
  private final int[][] students;
  private final int[] teachers;

  /** By place and kind of course, as far as anybody takes one. */
  private final int[][] @Nullable [] taking;

  private final boolean[] groupMet = new boolean[GROUPS];
  private int kindsMet;

  Count(Roster roster) {
    this.roster = roster;
    int places = roster.places().size();
    sizes = new int[roster.classes().size()];
    students = new int[places][GROUPS];
    teachers = new int[places];
    taking = new int[CourseKinds.count()][][];
    People people = roster.people();
    roster.students().forEach((place, person) -> people.groups(person, g -> add(place, g)));
    roster.teachers().forEach((place, person) -> teachers[place]++);
    Pairs[] courses = new Pairs[CourseKinds.count()];
    roster
        .seats()
        .forEach(
            (number, person) -> {
              sizes[number]++;
              Roster.SchoolClass of = roster.classes().get(number);
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
    roster.classes().forEach(of -> kindsMet |= of.kinds());
  }

  private void add(int place, int group) {
    students[place][group]++;
    groupMet[group] = true;
  }

  /** Adds the counts to a store. */
  EquityData into(EquityData store, List<Source> sources) {
    EquityData.Builder builder = store.toBuilder();
    for (int place = 0; place < students.length; place++) {
      school(builder, place);
    }
    sections(builder);
    roster.orgs().all().forEach((id, org) -> alias(builder, id, org));
    EquityData counted = builder.build();
    EquityData.Builder cited = counted.toBuilder();
    for (ColumnKey key : counted.columns().keySet()) {
      sources.forEach(source -> cited.source(key, source));
    }
    return cited.build();
  }

  private static void alias(EquityData.Builder builder, String id, Orgs.Org org) {
    Level level = Orgs.level(org.type());
    int digits = level == Level.SCHOOL ? 12 : 7;
    if (level != null && org.identifier().matches("\\d{" + digits + "}")) {
      builder.alias(UnitId.of(level, id), "NCES", org.identifier());
    }
    if (level != null) {
      builder.unit(UnitId.of(level, id), null).line(UnitId.of(level, id), org.line());
    }
  }

  private void school(EquityData.Builder builder, int number) {
    Roster.Place place = roster.places().get(number);
    SchoolId school = new SchoolId(place.school());
    DistrictId district = roster.orgs().district(place.school());
    SchoolYear year = place.year();
    builder.unit(school, district);
    GradeSpan span = span(students[number]);
    builder.facts(
        school,
        new SchoolFacts(
            year,
            roster.orgs().name(school),
            district,
            span == null ? SchoolLevel.UNKNOWN : SchoolLevel.of(span),
            span,
            TitleI.UNKNOWN,
            false,
            Locale.UNKNOWN));
    builder.facts(
        district,
        new DistrictFacts(
            year, roster.orgs().name(district), "", DistrictType.UNKNOWN, false, Locale.UNKNOWN));
    for (int group = 0; group < GROUPS; group++) {
      if (groupMet[group] || group == 0) {
        Operand operand = Operands.enrolment(People.COUNTED.get(group));
        builder.add(school, operand.at(Level.SCHOOL, year), count(students[number][group]));
      }
    }
    builder.add(
        school, Operands.headcount(Group.TEACHERS).at(Level.SCHOOL, year), count(teachers[number]));
    for (int kind = 0; kind < taking.length; kind++) {
      if ((kindsMet >> kind & 1) != 0) {
        course(builder, school, year, number, kind);
      }
    }
  }

  private void course(
      EquityData.Builder builder, SchoolId school, SchoolYear year, int number, int kind) {
    int[][] counts = taking[kind];
    for (int group = 0; group < GROUPS; group++) {
      if ((groupMet[group] || group == 0) && !People.isGrade(group)) {
        Operand operand =
            Operands.courseEnrolment(CourseKinds.course(kind), People.COUNTED.get(group));
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
    List<Roster.SchoolClass> classes = roster.classes();
    List<Integer> order = new ArrayList<>(IntStream.range(0, sizes.length).boxed().toList());
    order.sort(Comparator.comparing(number -> classes.get(number).id()));
    int places = students.length;
    int[] held = new int[places];
    int[] seats = new int[places];
    int[][] ofKind = new int[CourseKinds.count()][places];
    for (int number : order) {
      Roster.SchoolClass of = classes.get(number);
      if (sizes[number] > 0) {
        held[of.place()]++;
        seats[of.place()] += sizes[number];
        for (int kind = 0; of.kinds() >> kind != 0; kind++) {
          ofKind[kind][of.place()] += of.kinds() >> kind & 1;
        }
        Roster.Place place = roster.places().get(of.place());
        SectionId section =
            new SectionId(place.school() + ":" + place.year() + ":" + held[of.place()]);
        builder.unit(section, new SchoolId(place.school()));
        builder.add(
            section, Operands.ENROLMENT.at(Level.SECTION, place.year()), count(sizes[number]));
      }
    }
    for (int number = 0; number < places; number++) {
      Roster.Place place = roster.places().get(number);
      SchoolId school = new SchoolId(place.school());
      Map<Operand, Integer> counts =
          Map.of(Operands.CLASSES, held[number], Operands.CLASS_ENROLMENT, seats[number]);
      counts.forEach(
          (operand, n) -> builder.add(school, operand.at(Level.SCHOOL, place.year()), count(n)));
      if (held[number] > 0) {
        builder.add(
            school,
            Operands.CLASS_SIZE.at(Level.SCHOOL, place.year()),
            Cell.derived((double) seats[number] / held[number]));
      }
      for (int kind = 0; kind < ofKind.length; kind++) {
        if ((kindsMet >> kind & 1) != 0) {
          Operand operand = Operands.classes(CourseKinds.course(kind));
          builder.add(school, operand.at(Level.SCHOOL, place.year()), count(ofKind[kind][number]));
        }
      }
    }
  }
}
