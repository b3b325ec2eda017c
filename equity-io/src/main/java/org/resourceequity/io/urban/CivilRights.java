package org.resourceequity.io.urban;

import static org.resourceequity.model.Attribute.GRADE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Dimension;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.model.CourseOperands;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.OutcomeOperands;
import org.resourceequity.model.StudentEvents;
import org.resourceequity.model.Variable;

/**
 * The Civil Rights Data Collection in the portal. Students are divided by race, by disability or by
 * language, and always by sex; a table has the columns of one topic.
 *
 * <p>A school that is not in the Common Core of Data is known by the collection's own key.
 * Instances of discipline and restraint, offenses, salaries and whether there is a network are not
 * read.
 */
final class CivilRights {

  private static final Id SCHOOL_KEY =
      Portal.SCHOOL_KEY.orElse(Id.of(Field.text("crdc_id").require()).width(12));

  /** Columns of courses by the end of their names: enrl_physics, num_classes_physics. */
  private static final Map<String, String> COURSES =
      new TreeMap<>(
          Map.of(
              "geometry", "geometry",
              "algebra2", "algebra-2",
              "advanced_math", "advanced-mathematics",
              "calculus", "calculus",
              "biology", "biology",
              "chemistry", "chemistry",
              "physics", "physics"));

  /** Columns of programmes by the end of their names. */
  private static final Map<String, String> PROGRAMMES =
      new TreeMap<>(
          Map.of(
              "AP", "advanced-placement",
              "AP_math", "ap-mathematics",
              "AP_science", "ap-science",
              "AP_compsci", "ap-computer-science",
              "AP_language", "ap-language",
              "AP_other", "ap-other",
              "IB", "international-baccalaureate",
              "dual_enrollment", "dual-enrolment"));

  static final Format FORMAT =
      Portal.format("urban-civil-rights", "Civil Rights Data Collection")
          .layout(
              students("students")
                  .without("grade_crdc", "grade")
                  .numbers(CivilRights::enrolment)
                  .numbers(CivilRights::enrolled)
                  .numbers(CivilRights::discipline)
                  .numbers(CivilRights::experience))
          .layout(
              students("students in Algebra I")
                  .dimension(
                      Dimension.of("grade_crdc")
                          .code(GRADE, "7-8", "20")
                          .code(GRADE, "9-10", "21")
                          .code(GRADE, "11-12", "22")
                          .all("99"))
                  .numbers(
                      Field.number(course("algebra-1"), "enrl_algebra1").require(),
                      Field.number(
                          CourseOperands.coursePassed("algebra-1", Group.STUDENTS),
                          "students_passing_algebra1")))
          .layout(
              students("students who repeat a grade")
                  .dimension(grades())
                  .numbers(counted(StudentEvents.RETENTION, "students_retained").require()))
          .layout(schools("staff").numbers(CivilRights::staff))
          .layout(
              schools("courses")
                  .numbers(CivilRights::offered)
                  .numbers(Field.number(CourseOperands.AP_COURSES, "num_courses_ap")))
          .then(
              Consequence.partsMakeTotal(
                  "teachers with and without a full credential",
                  Operands.TEACHERS,
                  0.05,
                  Operands.staff(Groups.FULL_CREDENTIAL),
                  Operands.staff(Groups.WITHOUT_FULL_CREDENTIAL)),
              Consequence.atMost(Operands.staff(Groups.FIRST_YEAR_TEACHERS), Operands.TEACHERS),
              Consequence.atMost(course("advanced-placement"), Operands.ENROLMENT),
              Consequence.atMost(
                  Operand.of(StudentEvents.SUSPENSION, Group.STUDENTS), Operands.ENROLMENT))
          .build();

  private CivilRights() {}

  private static Layout.Builder students(String name) {
    return Portal.schools(name, SCHOOL_KEY)
        .dimension(Portal.races(Groups.ASIAN))
        .dimension(Portal.sexes())
        .dimension(Portal.disabilities())
        .dimension(Portal.members("lep", Groups.ENGLISH_LEARNERS))
        .dimension(Portal.members("homeless", Groups.HOMELESS));
  }

  private static Layout.Builder schools(String name) {
    return Portal.schools(name, SCHOOL_KEY).without("race", "disability");
  }

  private static Dimension grades() {
    Dimension grades = Dimension.of("grade").code(GRADE, "K", "0").all("99");
    for (int g = 1; g <= 12; g++) {
      grades = grades.code(GRADE, String.valueOf(g), String.valueOf(g));
    }
    return grades;
  }

  private static Operand course(String name) {
    return CourseOperands.courseEnrolment(name, Group.STUDENTS);
  }

  private static Field counted(Variable variable, String column) {
    return Field.number(Operand.of(variable, Group.STUDENTS), column);
  }

  private static List<Field> enrolment() {
    return List.of(
        Field.number(Operands.ENROLMENT, "enrollment_crdc"),
        Field.number(Operands.enrolment(Group.STUDENTS.and(GRADE, "PK")), "psenrollment_crdc"),
        Field.number(Operands.enrolment(Groups.GIFTED), "enrl_gifted_talented"));
  }

  private static List<Field> enrolled() {
    List<Field> fields = new ArrayList<>();
    PROGRAMMES.forEach((end, name) -> fields.add(Field.number(course(name), "enrl_" + end)));
    COURSES.forEach((end, name) -> fields.add(Field.number(course(name), "enrl_" + end)));
    return fields;
  }

  private static List<Field> discipline() {
    Operand suspended = Operand.of(StudentEvents.SUSPENSION, Group.STUDENTS);
    Operand expelled = Operand.of(StudentEvents.EXPULSION, Group.STUDENTS);
    return List.of(
        counted(StudentEvents.IN_SCHOOL_SUSPENSION, "students_susp_in_sch"),
        Field.part(suspended, "students_susp_out_sch_single"),
        counted(StudentEvents.REPEATED_SUSPENSION, "students_susp_out_sch_multiple")
            .partOf(suspended),
        Field.part(expelled, "expulsions_with_ed_serv"),
        counted(StudentEvents.EXPULSION_WITHOUT_SERVICES, "expulsions_no_ed_serv").partOf(expelled),
        counted(StudentEvents.ZERO_TOLERANCE_EXPULSION, "expulsions_zero_tolerance"),
        counted(StudentEvents.CORPORAL_PUNISHMENT, "students_corporal_punish"),
        counted(StudentEvents.REFERRAL, "students_referred_law_enforce"),
        counted(StudentEvents.ARREST, "students_arrested"),
        counted(StudentEvents.DISCIPLINARY_TRANSFER, "transfers_alt_sch_disc"),
        counted(StudentEvents.DAYS_SUSPENDED, "days_suspended"),
        counted(StudentEvents.MECHANICAL_RESTRAINT, "students_mech_restraint"),
        counted(StudentEvents.PHYSICAL_RESTRAINT, "students_phys_restraint"),
        counted(StudentEvents.SECLUSION, "students_seclusion"));
  }

  private static List<Field> experience() {
    return List.of(
        counted(StudentEvents.CHRONIC_ABSENCE, "students_chronically_absent"),
        counted(OutcomeOperands.SAT_ACT_TAKERS, "students_SAT_ACT"),
        Field.number(OutcomeOperands.apTestTakers(Group.STUDENTS), "students_AP_exam_oneormore"),
        harassed("sex", "sex"),
        harassed("race", "race"),
        harassed("disability", "dis"));
  }

  private static Field harassed(String because, String end) {
    return Field.number(
        StudentEvents.harassment(because, Group.STUDENTS), "students_report_harass_" + end);
  }

  private static List<Field> staff() {
    return List.of(
        Field.number(Operands.TEACHERS, "teachers_fte_crdc").require(),
        Field.number(Operands.staff(Groups.FULL_CREDENTIAL), "teachers_certified_fte"),
        Field.number(Operands.staff(Groups.WITHOUT_FULL_CREDENTIAL), "teachers_uncertified_fte"),
        Field.number(Operands.staff(Groups.FIRST_YEAR_TEACHERS), "teachers_first_year_fte"),
        Field.number(Operands.staff(Groups.SECOND_YEAR_TEACHERS), "teachers_second_year_fte"),
        Field.number(Operands.ABSENT_TEACHERS, "teachers_absent_fte"),
        Field.number(Operands.COUNSELORS, "counselors_fte"),
        Field.number(Operands.NURSES, "nurses_fte"),
        Field.number(Operands.PSYCHOLOGISTS, "psychologists_fte"),
        Field.number(Operands.SOCIAL_WORKERS, "social_workers_fte"),
        Field.number(Operands.LAW_ENFORCEMENT_OFFICERS, "law_enforcement_fte"),
        Field.number(Operands.SECURITY_GUARDS, "security_guard_fte"));
  }

  /** Whether a school has a programme, and how many classes in a course. */
  private static List<Field> offered() {
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.number(CourseOperands.offering("gifted"), "gifted_talented_indicator").require());
    fields.add(Field.number(CourseOperands.offering("advanced-placement"), "ap_courses_indicator"));
    fields.add(
        Field.number(CourseOperands.offering("ap-mathematics"), "ap_courses_math_indicator"));
    fields.add(Field.number(CourseOperands.offering("ap-science"), "ap_courses_science_indicator"));
    fields.add(Field.number(CourseOperands.offering("dual-enrolment"), "sch_dual_indicator"));
    COURSES.forEach(
        (end, name) ->
            fields.add(Field.number(CourseOperands.classes(name), "num_classes_" + end)));
    return fields;
  }
}
