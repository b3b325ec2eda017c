package org.resourceequity.model;

import java.util.List;

/**
 * The usual operands: who is counted in schools and districts, students, staff and residents.
 *
 * <ul>
 *   <li>{@link FinanceOperands}: revenue, spending, salaries, debt and prices
 *   <li>{@link CourseOperands}: classes, courses, what schools offer
 *   <li>{@link OutcomeOperands}: tests and graduation
 *   <li>{@link StudentEvents}: discipline, absence, retention
 * </ul>
 */
public final class Operands {

  private static final Variable ENROLMENT_COUNT =
      new Variable("enrolment", Kind.COUNT, Measurement.STUDENTS, "students enrolled");

  private static final Variable STAFF =
      new Variable("staff-fte", Kind.COUNT, Measurement.FTE, "full-time equivalents employed");

  private static final Variable ENROLMENT_SHARE =
      new Variable(
          "student-share",
          Kind.RATE,
          Measurement.SHARE,
          "share of the students enrolled, as published");

  private static final Variable HEADCOUNT =
      new Variable("staff-headcount", Kind.COUNT, Measurement.NUMBER, "persons employed");

  private static final Variable STAFF_SHARE =
      new Variable("staff-share", Kind.RATE, Measurement.SHARE, "share of staff, as published");

  private static final Variable STAFF_COUNT =
      new Variable("staff-count", Kind.COUNT, Measurement.NUMBER, "persons employed");

  private static final Variable FUNDING_COUNT =
      new Variable(
          "funding-count",
          Kind.COUNT,
          Measurement.STUDENTS,
          "students as counted for the state's funding formula, which is not the count of a day");

  private static final Variable CUMULATIVE_ENROLMENT =
      new Variable(
          "cumulative-enrolment",
          Kind.COUNT,
          Measurement.STUDENTS,
          "students enrolled at any time of the year");

  private static final Variable EXPERIENCE =
      new Variable(
          "average-experience",
          Kind.RATE,
          Measurement.NUMBER,
          "years of experience on average, as published");

  private static final Variable TENURE =
      new Variable(
          "average-tenure",
          Kind.RATE,
          Measurement.NUMBER,
          "years in the same district on average, as published");

  /** Students enrolled. */
  public static final Operand ENROLMENT = enrolment(Group.STUDENTS);

  /** Teachers, full-time equivalents. */
  public static final Operand TEACHERS = staff(Group.TEACHERS);

  /** Full-time-equivalent students, the denominator some states publish with their spending. */
  public static final Operand STUDENT_FTE =
      Operand.of(
          new Variable(
              "student-fte", Kind.COUNT, Measurement.STUDENTS, "full-time-equivalent students"),
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

  /** School nurses, full-time equivalents. */
  public static final Operand NURSES = staff(new Group(Population.NURSES, List.of()));

  /** School psychologists, full-time equivalents. */
  public static final Operand PSYCHOLOGISTS = staff(new Group(Population.PSYCHOLOGISTS, List.of()));

  /** School social workers, full-time equivalents. */
  public static final Operand SOCIAL_WORKERS =
      staff(new Group(Population.SOCIAL_WORKERS, List.of()));

  /** Sworn law enforcement officers in schools, full-time equivalents. */
  public static final Operand LAW_ENFORCEMENT_OFFICERS =
      staff(new Group(Population.LAW_ENFORCEMENT_OFFICERS, List.of()));

  /** Security guards without police powers, full-time equivalents. */
  public static final Operand SECURITY_GUARDS =
      staff(new Group(Population.SECURITY_GUARDS, List.of()));

  /** Teachers who were absent on more than ten school days, full-time equivalents. */
  public static final Operand ABSENT_TEACHERS =
      Operand.of(
          new Variable(
              "absent-fte",
              Kind.COUNT,
              Measurement.FTE,
              "full-time equivalents of staff absent on more than ten school days"),
          Group.TEACHERS);

  /** Everybody who lives in a district. */
  public static final Operand POPULATION = residents(new Group(Population.RESIDENTS, List.of()));

  /** Children aged 5 to 17 who live in a district. */
  public static final Operand CHILDREN = residents(Groups.CHILDREN);

  /** Children aged 5 to 17 in a family below the poverty line. */
  public static final Operand CHILDREN_IN_POVERTY = residents(Groups.CHILDREN_IN_POVERTY);

  /** Share of children aged 5 to 17 in poverty, published without its parts. */
  public static final Operand CHILD_POVERTY_RATE =
      Operand.of(
          new Variable(
              "child-poverty-rate",
              Kind.RATE,
              Measurement.SHARE,
              "share of children aged 5 to 17 in poverty, as published"),
          Groups.CHILDREN);

  /** Students enrolled in the district's schools, where that differs from {@link #ENROLMENT}. */
  public static final Operand ENROLMENT_OF_SCHOOLS =
      Operand.of(
          new Variable(
              "enrolment-of-schools",
              Kind.COUNT,
              Measurement.STUDENTS,
              "students enrolled in the schools of a district, from the list of schools"),
          Group.STUDENTS);

  /** Income of the families near a school, relative to the poverty line; higher is richer. */
  public static final Operand NEIGHBORHOOD_INCOME =
      Operand.of(
          new Variable(
              "neighborhood-income",
              Kind.RATE,
              Measurement.NUMBER,
              "income of the families near the school, as a multiple of the poverty line"),
          Group.STUDENTS);

  /** Standard error of {@link #NEIGHBORHOOD_INCOME}. */
  public static final Operand NEIGHBORHOOD_INCOME_ERROR =
      Operand.of(
          new Variable(
              "neighborhood-income-error",
              Kind.RATE,
              Measurement.NUMBER,
              "standard error of the income of the families near the school"),
          Group.STUDENTS);

  /** Share of a school's students in poverty, estimated by a model. */
  public static final Operand MODELLED_POVERTY =
      Operand.of(
          new Variable(
              "modelled-poverty",
              Kind.RATE,
              Measurement.SHARE,
              "share of students in poverty, estimated by a model"),
          Group.STUDENTS);

  /** Standard error of {@link #MODELLED_POVERTY}. */
  public static final Operand MODELLED_POVERTY_ERROR =
      Operand.of(
          new Variable(
              "modelled-poverty-error",
              Kind.RATE,
              Measurement.SHARE,
              "standard error of the modelled share of students in poverty"),
          Group.STUDENTS);

  /** Students present on an average day, the denominator of state finance in some states. */
  public static final Operand AVERAGE_DAILY_ATTENDANCE =
      Operand.of(
          new Variable(
              "average-daily-attendance",
              Kind.COUNT,
              Measurement.STUDENTS,
              "students present on an average day"),
          Group.STUDENTS);

  /** Teachers who left the district since the year before, full-time equivalents. */
  public static final Operand TEACHERS_LEFT =
      Operand.of(
          new Variable(
              "teachers-left",
              Kind.COUNT,
              Measurement.FTE,
              "teachers of the year before who do not teach in the district any more"),
          Group.TEACHERS);

  /** Teachers of the year before, of whom {@link #TEACHERS_LEFT} left. */
  public static final Operand TEACHERS_THE_YEAR_BEFORE =
      Operand.of(
          new Variable(
              "teachers-the-year-before", Kind.COUNT, Measurement.FTE, "teachers the year before"),
          Group.TEACHERS);

  /** Students per teacher, published without its parts. */
  public static final Operand STUDENTS_PER_TEACHER =
      Operand.of(
          new Variable(
              "students-per-teacher",
              Kind.RATE,
              Measurement.STUDENTS_PER_FTE,
              "students per teacher, as published"),
          Group.TEACHERS);

  /** Students who belong to a school on an average day, present or not. */
  public static final Operand AVERAGE_DAILY_MEMBERSHIP =
      Operand.of(
          students("average-daily-membership", "students of a school on an average day"),
          Group.STUDENTS);

  private Operands() {}

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

  /** Returns the number of persons in a group of staff, who may work part of the time. */
  public static Operand staffCount(Group group) {
    return Operand.of(STAFF_COUNT, group);
  }

  /** Returns the students of a group as counted for the state's funding formula. */
  public static Operand fundingCount(Group group) {
    return Operand.of(FUNDING_COUNT, group);
  }

  /** Returns the students of a group who were enrolled at any time of the year. */
  public static Operand cumulativeEnrolment(Group group) {
    return Operand.of(CUMULATIVE_ENROLMENT, group);
  }

  /** Returns the published years of experience that a group of staff has on average. */
  public static Operand averageExperience(Group group) {
    return Operand.of(EXPERIENCE, group);
  }

  /** Returns the published years that a group of staff has been in the district on average. */
  public static Operand averageTenure(Group group) {
    return Operand.of(TENURE, group);
  }

  /** Returns how many persons of a group of staff there are, whatever their hours. */
  public static Operand headcount(Group group) {
    return Operand.of(HEADCOUNT, group);
  }

  private static Operand residents(Group group) {
    return Operand.of(
        new Variable(
            "residents", Kind.COUNT, Measurement.PEOPLE, "people who live in the district"),
        group);
  }

  /** Returns a number of students. */
  static Variable students(String id, String definition) {
    return new Variable(id, Kind.COUNT, Measurement.STUDENTS, definition);
  }
}
