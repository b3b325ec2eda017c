package org.resourceequity.model;

import java.util.List;

/** The usual operands: what is counted, paid or published about schools and districts. */
public final class Operands {

  private static final Variable ENROLMENT_COUNT =
      new Variable("enrolment", Kind.COUNT, Measurement.STUDENTS, "students enrolled");
  private static final Variable STAFF =
      new Variable("staff-fte", Kind.COUNT, Measurement.FTE, "full-time equivalents employed");
  private static final Variable MONEY =
      new Variable("spending", Kind.AMOUNT, Measurement.DOLLARS, "current expenditure");
  private static final Variable MONEY_PER_STUDENT =
      new Variable(
          "spending-per-student",
          Kind.RATE,
          Measurement.DOLLARS_PER_STUDENT,
          "current expenditure per student, as published");
  private static final Variable ENROLMENT_SHARE =
      new Variable(
          "student-share",
          Kind.RATE,
          Measurement.SHARE,
          "share of the students enrolled, as published");
  private static final Variable STAFF_SHARE =
      new Variable("staff-share", Kind.RATE, Measurement.SHARE, "share of staff, as published");
  private static final Variable GRADUATION_COHORT =
      new Variable(
          "graduation-cohort",
          Kind.COUNT,
          Measurement.STUDENTS,
          "students in the adjusted four-year graduation cohort");
  private static final Variable GRADUATION_RATE =
      new Variable(
          "graduation-rate",
          Kind.RATE,
          Measurement.SHARE,
          "share of the adjusted cohort that graduated within four years, as published");

  /** Students enrolled. */
  public static final Operand ENROLMENT = enrolment(Group.STUDENTS);

  /** Teachers, full-time equivalents. */
  public static final Operand TEACHERS = staff(Group.TEACHERS);

  /** Dollars spent. */
  public static final Operand SPENDING = Operand.of(MONEY, Group.STUDENTS);

  /** Dollars per student, published without its parts. */
  public static final Operand SPENDING_PER_STUDENT = Operand.of(MONEY_PER_STUDENT, Group.STUDENTS);

  /** Full-time-equivalent students, the denominator some states publish with their spending. */
  public static final Operand STUDENT_FTE =
      Operand.of(
          new Variable(
              "student-fte", Kind.COUNT, Measurement.STUDENTS, "full-time-equivalent students"),
          Group.STUDENTS);

  /** Dollars of teachers' salaries. */
  public static final Operand TEACHER_SALARIES =
      Operand.of(
          new Variable("salaries", Kind.AMOUNT, Measurement.DOLLARS, "salaries paid"),
          Group.TEACHERS);

  /** Classes held. */
  public static final Operand CLASSES =
      Operand.of(
          new Variable("classes", Kind.COUNT, Measurement.CLASSES, "classes held"), Group.CLASSES);

  /** Average class size, published without its parts. */
  public static final Operand CLASS_SIZE = classSize("all");

  /** Average class size in kindergarten to grade 3. */
  public static final Operand CLASS_SIZE_K3 = classSize("k-3");

  /** Average class size in grades 4 to 6. */
  public static final Operand CLASS_SIZE_4_6 = classSize("4-6");

  /** Average class size in core academic courses. */
  public static final Operand CLASS_SIZE_CORE = classSize("core");

  /** Students who took an Advanced Placement examination. */
  public static final Operand AP_TEST_TAKERS =
      Operand.of(
          new Variable(
              "ap-test-takers",
              Kind.COUNT,
              Measurement.STUDENTS,
              "students who took at least one Advanced Placement examination"),
          Group.STUDENTS);

  /** Students in grades 9 to 12. */
  public static final Operand ENROLMENT_9_12 =
      enrolment(Group.STUDENTS.and(Attribute.GRADE, "9-12"));

  /** All staff, full-time equivalents. */
  public static final Operand ALL_STAFF = staff(new Group(Population.STAFF, List.of()));

  /** School counselors, full-time equivalents. */
  public static final Operand COUNSELORS = staff(new Group(Population.COUNSELORS, List.of()));

  /** School administrators, full-time equivalents. */
  public static final Operand LEADERS = staff(new Group(Population.LEADERS, List.of()));

  /** Wages of comparable workers near the district, relative to the nation's mean of 1. */
  public static final Operand WAGE_INDEX =
      Operand.of(
          new Variable(
              "wage-index",
              Kind.RATE,
              Measurement.NUMBER,
              "wages of comparable workers outside education, relative to the nation's mean"),
          Group.STUDENTS);

  /** Standard error of {@link #WAGE_INDEX}. */
  public static final Operand WAGE_INDEX_ERROR =
      Operand.of(
          new Variable(
              "wage-index-error",
              Kind.RATE,
              Measurement.NUMBER,
              "standard error of the index of wages"),
          Group.STUDENTS);

  private Operands() {}

  /** Returns the number of students of a group in the adjusted four-year graduation cohort. */
  public static Operand graduationCohort(Group group) {
    return Operand.of(GRADUATION_COHORT, group);
  }

  /** Returns the published share of a group's cohort that graduated within four years. */
  public static Operand graduationRate(Group group) {
    return Operand.of(GRADUATION_RATE, group);
  }

  /** Returns the number of students of a group. */
  public static Operand enrolment(Group group) {
    return Operand.of(ENROLMENT_COUNT, group);
  }

  /** Returns the full-time equivalents of a group of staff. */
  public static Operand staff(Group group) {
    return Operand.of(STAFF, group);
  }

  /** Returns the published share that a group has of all students. */
  public static Operand enrolmentShare(Group group) {
    return Operand.of(ENROLMENT_SHARE, group);
  }

  /** Returns the published share that a group has of its staff. */
  public static Operand staffShare(Group group) {
    return Operand.of(STAFF_SHARE, group);
  }

  private static Operand classSize(String which) {
    return Operand.of(
        new Variable("class-size", Kind.RATE, Measurement.STUDENTS_PER_CLASS, "average class size"),
        which.equals("all") ? Group.CLASSES : Group.CLASSES.and(Attribute.COURSE, which));
  }
}
