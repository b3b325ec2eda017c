package org.resourceequity.model;

import java.util.List;

/** What students achieve: tests, examinations for college, graduation. */
public final class OutcomeOperands {

  private static final Variable TESTED =
      new Variable(
          "tested",
          Kind.COUNT,
          Measurement.STUDENTS,
          "students with a valid score in the state's test");

  private static final Variable MEAN_SCORE =
      new Variable(
          "mean-score",
          Kind.RATE,
          Measurement.NUMBER,
          "mean test score, in standard deviations of a national cohort");

  private static final Variable MEAN_SCORE_ERROR =
      new Variable(
          "mean-score-error",
          Kind.RATE,
          Measurement.NUMBER,
          "standard error of the mean test score");

  private static final Variable PROFICIENCY_RATE =
      new Variable(
          "proficiency-rate",
          Kind.RATE,
          Measurement.SHARE,
          "share of the students tested who are proficient or better, as published");

  private static final Variable DIPLOMAS =
      new Variable(
          "diplomas", Kind.COUNT, Measurement.STUDENTS, "students who finished high school");

  /** Students who took the SAT or ACT. */
  public static final Variable SAT_ACT_TAKERS =
      Operands.students("sat-act-test-takers", "students who took the SAT or ACT test");

  /** Students who took an Advanced Placement examination. */
  public static final Operand AP_TEST_TAKERS =
      Operand.of(
          new Variable(
              "ap-test-takers",
              Kind.COUNT,
              Measurement.STUDENTS,
              "students who took at least one Advanced Placement examination"),
          Group.STUDENTS);

  /** Students who took the SAT. */
  public static final Operand SAT_TEST_TAKERS = sat("sat-test-takers", "students who took the SAT");

  /** Students who took the SAT and met its benchmark in reading and writing. */
  public static final Operand SAT_MET_ENGLISH =
      sat("sat-met-english", "students who met the SAT's benchmark in reading and writing");

  /** Students who took the SAT and met its benchmark in mathematics. */
  public static final Operand SAT_MET_MATHEMATICS =
      sat("sat-met-mathematics", "students who met the SAT's benchmark in mathematics");

  /** Students who took the SAT and met both benchmarks. */
  public static final Operand SAT_MET_BOTH =
      sat("sat-met-both", "students who met both benchmarks of the SAT");

  private OutcomeOperands() {}

  /** Returns the number of a group's students who took an Advanced Placement examination. */
  public static Operand apTestTakers(Group group) {
    return Operand.of(AP_TEST_TAKERS.what(), group);
  }

  /** Returns the mean test score of a group, in standard deviations of a national cohort. */
  public static Operand meanScore(Group group) {
    return Operand.of(MEAN_SCORE, group);
  }

  /** Returns the standard error of {@link #meanScore}. */
  public static Operand meanScoreError(Group group) {
    return Operand.of(MEAN_SCORE_ERROR, group);
  }

  /** Returns the number of a group's students with a valid score. */
  public static Operand tested(Group group) {
    return Operand.of(TESTED, group);
  }

  /** Returns the number of a group's students with a valid score in a subject's test. */
  public static Operand tested(String subject, Group group) {
    return Operand.of(TESTED, group.and(Attribute.COURSE, subject));
  }

  /** Returns the published share of a group's students tested in a subject who are proficient. */
  public static Operand proficiencyRate(String subject, Group group) {
    return Operand.of(PROFICIENCY_RATE, group.and(Attribute.COURSE, subject));
  }

  /** Returns the number of students of a group in the adjusted four-year graduation cohort. */
  public static Operand graduationCohort(Group group) {
    return graduationCohort(group, 4);
  }

  /**
   * Returns the number of students of a group in the adjusted cohort that started grade 9 so many
   * years before; the school year is that in which the last of these years ends.
   */
  public static Operand graduationCohort(Group group, int years) {
    return Operand.of(
        cohort(
            "graduation-cohort",
            Kind.COUNT,
            years,
            "students in the adjusted " + years(years) + "-year graduation cohort"),
        group);
  }

  /** Returns the published share of a group's cohort that graduated within four years. */
  public static Operand graduationRate(Group group) {
    return graduationRate(group, 4);
  }

  /** Returns the published share of a group's cohort that graduated within so many years. */
  public static Operand graduationRate(Group group, int years) {
    return Operand.of(
        cohort(
            "graduation-rate",
            Kind.RATE,
            years,
            "share of the adjusted cohort that graduated within "
                + years(years)
                + " years, as published"),
        group);
  }

  /** Returns the number of students of a group's cohort who graduated within so many years. */
  public static Operand graduates(Group group, int years) {
    return Operand.of(
        cohort(
            "graduates",
            Kind.COUNT,
            years,
            "students of the adjusted cohort who graduated within " + years(years) + " years"),
        group);
  }

  /**
   * Returns the published share of a group's cohort that within so many years graduated or earned
   * another certificate, such as one of high school equivalency.
   */
  public static Operand completionRate(Group group, int years) {
    return Operand.of(
        cohort(
            "completion-rate",
            Kind.RATE,
            years,
            "share of the adjusted cohort that graduated or earned another certificate within "
                + years(years)
                + " years, as published"),
        group);
  }

  /** Returns the number of students of a group who finished high school in the year. */
  public static Operand diplomas(Group group) {
    return Operand.of(DIPLOMAS, group);
  }

  private static Variable cohort(String id, Kind kind, int years, String definition) {
    return new Variable(
        years == 4 ? id : id + "-" + years + "-year",
        kind,
        kind == Kind.RATE ? Measurement.SHARE : Measurement.STUDENTS,
        definition);
  }

  private static String years(int years) {
    if (years < 4 || years > 7) {
      throw new IllegalArgumentException("years is " + years + ", expected 4 to 7");
    }
    return List.of("four", "five", "six", "seven").get(years - 4);
  }

  private static Operand sat(String id, String definition) {
    return Operand.of(Operands.students(id, definition), Group.STUDENTS);
  }
}
