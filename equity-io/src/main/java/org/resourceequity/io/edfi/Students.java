package org.resourceequity.io.edfi;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.persons.Attendance;
import org.resourceequity.io.persons.CourseKinds;
import org.resourceequity.io.persons.Dates;
import org.resourceequity.io.table.Row;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Kind;
import org.resourceequity.model.Measurement;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.StudentEvents;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.model.Variable;

/** Counts the students of schools, their classes and what happened to them in a year. */
final class Students {

  private static final Variable IN_INCIDENTS =
      new Variable(
          "discipline-incidents",
          Kind.COUNT,
          Measurement.STUDENTS,
          "students who caused a discipline incident, once or more");

  /** How a student took part in an incident who did not cause it. */
  private static final Set<String> BYSTANDERS = Set.of("victim", "witness", "reporter");

  private record Incident(@Nullable SchoolYear year, boolean reported) {}

  /** The columns that together identify a class. */
  private final class SectionKey {
    private final Export.Reference school;
    private final Export.Reference year;
    private final Export.Reference session;
    private final Export.Reference course;
    private final Export.Reference section;
    private final List<Integer> own;

    private SectionKey(Export.Part part, String in) {
      school = export.reference(part, in, "SchoolId");
      year = export.reference(part, in, "SchoolYear");
      session = export.reference(part, in, "SessionName");
      course = export.reference(part, in, "LocalCourseCode");
      section = export.reference(part, in, "SectionIdentifier");
      own = part.fields().all("SectionIdentifier");
    }

    /** Returns the number of the class, made when it is first met; -1 if it is none of the year. */
    private int number(Row row) {
      String at = school.of(row);
      String id = own.isEmpty() ? section.of(row) : Fields.first(row, own);
      if (at.isEmpty() || id.isEmpty() || !Students.this.year.equals(Export.year(year.of(row)))) {
        return -1;
      }
      String key = String.join("|", at, session.of(row), course.of(row), id);
      Integer known = attendance.classNumber(key);
      if (known == null) {
        int kinds = courses.getOrDefault(at + '|' + course.of(row), 0);
        attendance.addClass(key, attendance.place(at, Students.this.year), kinds);
        known = attendance.classNumber(key);
      }
      return known == null ? -1 : known;
    }
  }

  private final Export export;
  private final SchoolYear year;
  private final LocalDate day;
  private final boolean notes;
  private final Attendance attendance = new Attendance();
  private final Map<String, Integer> kinds = new HashMap<>();
  private final Map<String, Integer> courses = new HashMap<>();
  private final Map<Integer, String> describedBy = new HashMap<>();
  private final Map<String, Incident> incidents = new HashMap<>();

  Students(Export export, SchoolYear year, boolean notes) {
    this.export = export;
    this.year = year;
    this.day = Export.referenceDay(year);
    this.notes = notes;
  }

  /** Adds the counts to a store. */
  void count(EquityData.Builder builder) throws IOException {
    for (Export.Part part : export.parts()) {
      switch (part.entity()) {
        case COURSE -> course(part);
        case COURSE_OFFERING -> offering(part);
        case SECTION -> section(part);
        case STUDENT_ORGANISATION -> description(part);
        case PROGRAM -> program(part);
        case STUDENT_SCHOOL -> enrolment(part);
        case STUDENT_SECTION -> seat(part);
        case STAFF_SECTION -> teaching(part);
        case INCIDENT -> incident(part);
        case STUDENT_INCIDENT -> offender(part);
        case ACTION -> action(part);
        default -> {
          // Other tables are not about students.
        }
      }
    }
    attendance.places().forEach(place -> builder.unit(new SchoolId(place.school()), null));
    attendance.countInto(
        builder,
        new Attendance.Counts(
            attendance.hasStudents(), attendance.hasTeachers(), attendance.hasSeats()));
  }

  private void course(Export.Part part) throws IOException {
    Fields fields = part.fields();
    List<Integer> code = fields.all("CourseCode");
    List<Integer> title = fields.all("CourseTitle");
    List<Integer> level =
        fields.all("CourseLevelCharacteristic", "LevelCharacteristic/CourseLevelCharacteristic");
    List<Integer> codes = fields.all("CourseIdentificationCode/IdentificationCode");
    codes.addAll(fields.all("IdentificationCode/IdentificationCode", "IdentificationCode"));
    part.table()
        .forEach(
            row -> {
              int is =
                  CourseKinds.of(
                      Fields.first(row, title), String.join(",", Fields.codes(row, codes)));
              for (String characteristic : Fields.codes(row, level)) {
                is |= CourseKinds.of(characteristic, "");
              }
              kinds.merge(Fields.first(row, code), is, (a, b) -> a | b);
            });
  }

  private void offering(Export.Part part) throws IOException {
    Fields fields = part.fields();
    List<Integer> code = fields.all("LocalCourseCode");
    List<Integer> title = fields.all("LocalCourseTitle");
    Export.Reference school = export.reference(part, "SchoolReference", "SchoolId");
    Export.Reference course = export.reference(part, "CourseReference", "CourseCode");
    part.table()
        .forEach(
            row ->
                courses.merge(
                    school.of(row) + '|' + Fields.first(row, code),
                    kinds.getOrDefault(course.of(row), 0)
                        | CourseKinds.of(Fields.first(row, title), ""),
                    (a, b) -> a | b));
  }

  private void section(Export.Part part) throws IOException {
    SectionKey section = new SectionKey(part, "CourseOfferingReference");
    part.table().forEach(section::number);
  }

  private Export.Reference student(Export.Part part) {
    return export.reference(part, "StudentReference", "StudentUniqueId");
  }

  private int person(Export.Part part, Row row, Export.Reference student) {
    String id = student.of(row);
    if (id.isEmpty()) {
      Export.unusable(part, row, notes, "the row names no student and is not read", "an id");
      return -1;
    }
    return attendance.people().number(id);
  }

  private void description(Export.Part part) throws IOException {
    Fields fields = part.fields();
    Export.Reference student = student(part);
    Export.Reference organisation =
        export.reference(part, "EducationOrganizationReference", "EducationOrganizationId");
    List<Integer> sex = fields.all("Sex");
    List<Integer> races = fields.all("Race");
    List<Integer> hispanic = fields.all("HispanicLatinoEthnicity");
    List<Integer> english = fields.all("LimitedEnglishProficiency");
    List<Integer> disability = fields.all("Disability");
    List<Fields.Item> characteristics = fields.items("StudentCharacteristic");
    characteristics.addAll(fields.items("EconomicDisadvantage"));
    boolean needs = !english.isEmpty() || !disability.isEmpty() || !characteristics.isEmpty();
    if (needs) {
      attendance.people().recordsNeeds();
    }
    part.table()
        .forEach(
            row -> {
              int person = person(part, row, student);
              if (person < 0) {
                return;
              }
              String by = organisation.of(row);
              String before = describedBy.get(person);
              boolean describes =
                  Stream.of(sex, races, hispanic)
                      .anyMatch(columns -> !Fields.first(row, columns).isEmpty());
              if (describes && (before == null || by.compareTo(before) < 0)) {
                describedBy.put(person, by);
                describe(part, row, person, sex, races, hispanic);
              }
              // Limited Monitored are those who do not learn English any more.
              if (Fields.codes(row, english).stream().anyMatch("Limited"::equalsIgnoreCase)) {
                attendance.people().need(person, Groups.ENGLISH_LEARNERS);
              }
              if (Fields.codes(row, disability).stream()
                  .anyMatch(code -> !code.toLowerCase(Locale.ROOT).startsWith("no "))) {
                attendance.people().need(person, Groups.WITH_DISABILITIES);
              }
              for (Fields.Item item : characteristics) {
                need(part, row, person, item);
              }
            });
  }

  private void describe(
      Export.Part part,
      Row row,
      int person,
      List<Integer> sex,
      List<Integer> races,
      List<Integer> hispanic) {
    Set<String> names = new HashSet<>();
    for (String race : Fields.codes(row, races)) {
      names.add(race.replaceAll("[^\\p{Alpha}]", ""));
    }
    if (Fields.first(row, hispanic).matches("(?i)true|1")) {
      names.add("hispanicOrLatinoEthnicity");
    }
    attendance.people().sex(person, "");
    boolean sexKnown = attendance.people().sex(person, Names.code(Fields.first(row, sex)));
    boolean racesKnown = attendance.people().races(person, names);
    if (!sexKnown || !racesKnown) {
      List<Integer> columns = sexKnown ? races : sex;
      Export.note(
          part,
          row,
          notes,
          "unknown-code",
          "a code of sex or race is not known and counts as not specified",
          columns.get(0),
          "a descriptor of the standard");
    }
  }

  private void need(Export.Part part, Row row, int person, Fields.Item item) {
    Group need = Codes.need(Names.code(row.get(item.value())));
    boolean dated = false;
    boolean active = false;
    for (Fields.Period period : item.periods()) {
      List<Integer> begin = period.begin() < 0 ? List.of() : List.of(period.begin());
      List<Integer> end = period.end() < 0 ? List.of() : List.of(period.end());
      boolean said = !Fields.first(row, begin).isEmpty() || !Fields.first(row, end).isEmpty();
      dated |= said;
      active |= said && Export.isActive(part, row, begin, end, day, notes);
    }
    if (need != null && (active || !dated)) {
      attendance.people().need(person, need);
    }
  }

  private void program(Export.Part part) throws IOException {
    Fields fields = part.fields();
    Export.Reference student = student(part);
    List<Integer> types = fields.within("ProgramReference", "ProgramType");
    types.addAll(fields.all("SchoolFoodServiceProgramService"));
    List<Integer> begin = fields.all("BeginDate");
    List<Integer> end = fields.all("EndDate");
    attendance.people().recordsNeeds();
    part.table()
        .forEach(
            row -> {
              if (Export.isActive(part, row, begin, end, day, notes)) {
                int person = person(part, row, student);
                for (String type : Fields.codes(row, types)) {
                  Group need = Codes.need(type);
                  if (need != null && person >= 0) {
                    attendance.people().need(person, need);
                  }
                }
              }
            });
  }

  private void enrolment(Export.Part part) throws IOException {
    Fields fields = part.fields();
    Export.Reference student = student(part);
    Export.Reference school = export.reference(part, "SchoolReference", "SchoolId");
    List<Integer> begin = fields.all("EntryDate");
    List<Integer> end = fields.all("ExitWithdrawDate");
    List<Integer> grade = fields.all("EntryGradeLevel");
    List<Integer> primary = fields.all("PrimarySchool");
    List<Integer> named = fields.all("SchoolYear", "SchoolYearTypeReference/SchoolYear");
    Set<SchoolYear> years = export.years();
    part.table()
        .forEach(
            row -> {
              SchoolYear of = Export.year(Fields.first(row, named));
              SchoolYear entered = Dates.year(Fields.first(row, begin), "", "");
              if (of == null && entered != null && years.contains(entered)) {
                of = entered;
              }
              boolean now = of == null ? Export.isIn(year, part, row, begin, end) : of.equals(year);
              boolean here =
                  Export.isActive(part, row, begin, end, day, notes)
                      && !Fields.first(row, primary).matches("(?i)false|0");
              int person = person(part, row, student);
              String at = school.of(row);
              if (at.isEmpty()) {
                Export.unusable(part, row, notes, "the enrolment names no school", "an id");
              } else if (now) {
                int place = attendance.place(at, year);
                attendance.recordsStudents(place);
                if (here && person >= 0) {
                  attendance.student(place, person);
                  grade(part, row, person, grade);
                }
              }
            });
  }

  private void grade(Export.Part part, Row row, int person, List<Integer> columns) {
    String grade = Names.code(Fields.first(row, columns));
    attendance.people().grade(person, Codes.grade(grade));
    if (!Codes.isGrade(grade)) {
      Export.note(
          part,
          row,
          notes,
          "unknown-code",
          "the grade is not known; the student counts in none",
          columns.get(0),
          "a descriptor of the standard, or a number");
    }
  }

  private void seat(Export.Part part) throws IOException {
    Export.Reference student = student(part);
    SectionKey section = new SectionKey(part, "SectionReference");
    boolean enrolments = export.has(Entity.STUDENT_SCHOOL);
    part.table()
        .forEach(
            row -> {
              int person = person(part, row, student);
              int number = section.number(row);
              if (person >= 0 && number >= 0) {
                attendance.seat(number, person);
                if (!enrolments) {
                  attendance.student(attendance.placeOf(number), person);
                }
              }
            });
  }

  /** Who teaches a class is a teacher where no assignments say who is. */
  private void teaching(Export.Part part) throws IOException {
    Export.Reference staff = export.reference(part, "StaffReference", "StaffUniqueId");
    SectionKey section = new SectionKey(part, "SectionReference");
    boolean assignments = export.has(Entity.ASSIGNMENT);
    part.table()
        .forEach(
            row -> {
              int number = section.number(row);
              String id = staff.of(row);
              if (!assignments && number >= 0 && !id.isEmpty()) {
                attendance.teacher(
                    attendance.placeOf(number), attendance.people().number("staff " + id));
              }
            });
  }

  private void incident(Export.Part part) throws IOException {
    Fields fields = part.fields();
    List<Integer> id = fields.all("IncidentIdentifier");
    List<Integer> date = fields.all("IncidentDate");
    List<Integer> reported = fields.all("ReportedToLawEnforcement");
    Export.Reference school = export.reference(part, "SchoolReference", "SchoolId");
    part.table()
        .forEach(
            row ->
                incidents.put(
                    school.of(row) + '|' + Fields.first(row, id),
                    new Incident(
                        Dates.year(Fields.first(row, date), "", ""),
                        Fields.first(row, reported).matches("(?i)true|1"))));
    if (!reported.isEmpty()) {
      attendance.recordsEvents(StudentEvents.REFERRAL);
    }
  }

  private void offender(Export.Part part) throws IOException {
    Export.Reference student = student(part);
    Export.Reference school = export.reference(part, "DisciplineIncidentReference", "SchoolId");
    Export.Reference id =
        export.reference(part, "DisciplineIncidentReference", "IncidentIdentifier");
    List<Integer> roles =
        part.fields().all("StudentParticipationCode", "DisciplineIncidentParticipationCode");
    attendance.recordsEvents(IN_INCIDENTS);
    part.table()
        .forEach(
            row -> {
              Incident of = incidents.get(school.of(row) + '|' + id.of(row));
              int person = person(part, row, student);
              if (of == null) {
                Export.unusable(
                    part,
                    row,
                    notes,
                    "the incident is not in the export, so that nothing tells its year",
                    "a DisciplineIncident");
              } else if (person >= 0 && year.equals(of.year()) && isOffender(row, roles)) {
                int place = attendance.place(school.of(row), year);
                attendance.event(IN_INCIDENTS, place, person);
                if (of.reported()) {
                  attendance.event(StudentEvents.REFERRAL, place, person);
                }
              }
            });
  }

  /** Tells whether a student has a part in an incident that is not one of a bystander, or none. */
  private static boolean isOffender(Row row, List<Integer> roles) {
    List<String> codes = Fields.codes(row, roles);
    return codes.isEmpty()
        || codes.stream().anyMatch(code -> !BYSTANDERS.contains(code.toLowerCase(Locale.ROOT)));
  }

  private void action(Export.Part part) throws IOException {
    Fields fields = part.fields();
    Export.Reference student = student(part);
    Export.Reference school = export.reference(part, "ResponsibilitySchoolReference", "SchoolId");
    Export.Reference assigned = export.reference(part, "AssignmentSchoolReference", "SchoolId");
    List<Integer> date = fields.all("DisciplineDate");
    List<Integer> disciplines = fields.all("Discipline");
    List.of(
            StudentEvents.IN_SCHOOL_SUSPENSION,
            StudentEvents.SUSPENSION,
            StudentEvents.EXPULSION,
            StudentEvents.EXPULSION_WITHOUT_SERVICES)
        .forEach(attendance::recordsEvents);
    part.table()
        .forEach(
            row -> {
              int person = person(part, row, student);
              String at = school.of(row).isEmpty() ? assigned.of(row) : school.of(row);
              LocalDate on = Export.date(part, row, date, notes);
              if (at.isEmpty()) {
                Export.unusable(part, row, notes, "the action names no school", "an id");
              } else if (person >= 0
                  && on != null
                  && year.equals(Dates.year(on.toString(), "", ""))) {
                int place = attendance.place(at, year);
                for (String discipline : Fields.codes(row, disciplines)) {
                  Codes.discipline(discipline)
                      .forEach(what -> attendance.event(what, place, person));
                }
              }
            });
  }
}
