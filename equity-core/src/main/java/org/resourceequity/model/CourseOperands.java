package org.resourceequity.model;

import java.util.List;

/** Classes and courses: how many, how large, who is in them, and which schools offer them. */
public final class CourseOperands {

  private static final Variable COURSE_ENROLMENT =
      Operands.students("course-enrolment", "students enrolled in a course or programme");

  private static final Variable COURSE_PASSED =
      Operands.students("course-passed", "students who passed a course");

  private static final Variable OFFERING =
      new Variable(
          "schools-offering",
          Kind.COUNT,
          Measurement.NUMBER,
          "schools that offer a course or programme");

  private static final Variable STUDENTS_IN_CLASSES =
      new Variable(
          "students-in-classes", Kind.COUNT, Measurement.STUDENTS, "seats taken in classes");

  /** Classes held. */
  public static final Operand CLASSES =
      Operand.of(
          new Variable("classes", Kind.COUNT, Measurement.CLASSES, "classes held"), Group.CLASSES);

  /** Places taken in classes: a student counts once in each class. */
  public static final Operand CLASS_ENROLMENT =
      Operand.of(
          Operands.students("class-enrolment", "students counted once in each of their classes"),
          Group.STUDENTS);

  /** Average class size, published without its parts. */
  public static final Operand CLASS_SIZE = classSize("all");

  /** Average class size in kindergarten to grade 3. */
  public static final Operand CLASS_SIZE_K3 = classSize("k-3");

  /** Average class size in grades 4 to 6. */
  public static final Operand CLASS_SIZE_4_6 = classSize("4-6");

  /** Average class size in core academic courses. */
  public static final Operand CLASS_SIZE_CORE = classSize("core");

  /** Different Advanced Placement courses that a school has. */
  public static final Operand AP_COURSES =
      Operand.of(
          new Variable(
              "ap-courses",
              Kind.COUNT,
              Measurement.NUMBER,
              "different Advanced Placement courses that schools have"),
          new Group(Population.SCHOOLS, List.of()));

  private CourseOperands() {}

  /** Returns the number of a group's students in a course or programme, such as "calculus". */
  public static Operand courseEnrolment(String course, Group group) {
    return Operand.of(COURSE_ENROLMENT, group.and(Attribute.COURSE, course));
  }

  /** Returns the number of a group's students who passed a course. */
  public static Operand coursePassed(String course, Group group) {
    return Operand.of(COURSE_PASSED, group.and(Attribute.COURSE, course));
  }

  /** Returns the number of classes held in a course. */
  public static Operand classes(String course) {
    return Operand.of(CLASSES.what(), Group.CLASSES.and(Attribute.COURSE, course));
  }

  /**
   * Returns 1 for a school that offers a course or programme, 0 for one that does not; for a
   * district, how many of its schools do.
   */
  public static Operand offering(String course) {
    return Operand.of(
        OFFERING, new Group(Population.SCHOOLS, List.of()).and(Attribute.COURSE, course));
  }

  /** Returns the number of classes of some kind. */
  public static Operand classes(Group classes) {
    return Operand.of(CLASSES.what(), classes);
  }

  /** Returns the seats taken in classes of some kind; a student takes one in each class. */
  public static Operand studentsInClasses(Group classes) {
    return Operand.of(STUDENTS_IN_CLASSES, classes);
  }

  /** Returns the published average size of classes of some kind. */
  public static Operand classSize(Group classes) {
    return Operand.of(CLASS_SIZE.what(), classes);
  }

  private static Operand classSize(String which) {
    return Operand.of(
        new Variable("class-size", Kind.RATE, Measurement.STUDENTS_PER_CLASS, "average class size"),
        which.equals("all") ? Group.CLASSES : Group.CLASSES.and(Attribute.COURSE, which));
  }
}
