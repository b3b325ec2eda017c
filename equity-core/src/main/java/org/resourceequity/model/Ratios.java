package org.resourceequity.model;

import org.resourceequity.model.Ratio.Pooled;
import org.resourceequity.model.Ratio.Published;

/** The usual ratios. */
public final class Ratios {

  /** Dollars per student, from dollars and students. */
  public static final Ratio SPENDING_PER_PUPIL =
      new Pooled(FinanceOperands.SPENDING, Operands.ENROLMENT);

  /** Dollars per student where only that is published. */
  public static final Ratio PUBLISHED_SPENDING_PER_PUPIL =
      new Published(FinanceOperands.SPENDING_PER_STUDENT, Operands.ENROLMENT);

  /** Dollars per full-time-equivalent student. */
  public static final Ratio SPENDING_PER_STUDENT_FTE =
      new Pooled(FinanceOperands.SPENDING, Operands.STUDENT_FTE);

  /** Share of teachers in their first three years. */
  public static final Ratio NOVICE_SHARE =
      new Pooled(Operands.staff(Groups.NOVICE_TEACHERS), Operands.TEACHERS);

  /** Share of teachers with an emergency credential, where only the share is published. */
  public static final Ratio EMERGENCY_SHARE =
      new Published(Operands.staffShare(Groups.EMERGENCY_CREDENTIAL), Operands.ENROLMENT);

  /** Students per teacher. */
  public static final Ratio STUDENTS_PER_TEACHER =
      new Pooled(Operands.ENROLMENT, Operands.TEACHERS);

  /** Teachers' average salary. */
  public static final Ratio AVERAGE_SALARY =
      new Pooled(FinanceOperands.TEACHER_SALARIES, Operands.TEACHERS);

  /** Average class size. */
  public static final Ratio CLASS_SIZE =
      new Published(CourseOperands.CLASS_SIZE, Operands.ENROLMENT);

  /** Average class size in kindergarten to grade 3. */
  public static final Ratio CLASS_SIZE_K3 =
      new Published(CourseOperands.CLASS_SIZE_K3, Operands.ENROLMENT);

  /** Average class size in grades 4 to 6. */
  public static final Ratio CLASS_SIZE_4_6 =
      new Published(CourseOperands.CLASS_SIZE_4_6, Operands.ENROLMENT);

  /** Average class size in core academic courses. */
  public static final Ratio CLASS_SIZE_CORE =
      new Published(CourseOperands.CLASS_SIZE_CORE, Operands.ENROLMENT);

  /** Students who took an Advanced Placement examination, per student in grades 9 to 12. */
  public static final Ratio AP_PARTICIPATION =
      new Pooled(OutcomeOperands.AP_TEST_TAKERS, Operands.ENROLMENT_9_12);

  /** Share of the children aged 5 to 17 in a district who live in poverty. */
  public static final Ratio CHILD_POVERTY =
      new Pooled(Operands.CHILDREN_IN_POVERTY, Operands.CHILDREN);

  /** Revenue per student. */
  public static final Ratio REVENUE_PER_PUPIL =
      new Pooled(FinanceOperands.REVENUE, Operands.ENROLMENT);

  private Ratios() {}

  /** Returns the share a group has of all students, from counts. */
  public static Ratio share(Group group) {
    return new Pooled(Operands.enrolment(group), Operands.enrolment(group.all()));
  }

  /** Returns the share a group has of all students, as published. */
  public static Ratio publishedShare(Group group) {
    return new Published(Operands.enrolmentShare(group), Operands.ENROLMENT);
  }
}
