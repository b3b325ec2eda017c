package org.resourceequity.indicator;

import java.util.List;
import org.resourceequity.chart.NumberStyle;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Ratio;
import org.resourceequity.model.Ratios;

/** The indicators that stories use. */
public final class Indicators {

  private static final String TABLE = "Indicator catalogue of this project, ";

  /** Spending per student by school. */
  public static final Indicator SCHOOL_SPENDING =
      new Indicator(
          "school-spending-per-student",
          EquityDimension.D1,
          "spending per student",
          List.of(Ratios.SPENDING_PER_PUPIL, Ratios.PUBLISHED_SPENDING_PER_PUPIL),
          Level.SCHOOL,
          Polarity.HIGHER_IS_BETTER,
          EquityTarget.PROGRESSIVE,
          NumberStyle.DOLLARS,
          "attends a school that spends {value} per student",
          "spend {value} per student",
          "How does spending per student compare between schools with high and low need?",
          TABLE + "M07");

  /** Spending per student by district. */
  public static final Indicator DISTRICT_SPENDING =
      new Indicator(
          "district-spending-per-student",
          EquityDimension.D1,
          "district spending per student",
          List.of(
              Ratios.SPENDING_PER_STUDENT_FTE,
              Ratios.SPENDING_PER_PUPIL,
              Ratios.PUBLISHED_SPENDING_PER_PUPIL),
          Level.DISTRICT,
          Polarity.HIGHER_IS_BETTER,
          EquityTarget.PROGRESSIVE,
          NumberStyle.DOLLARS,
          "lives in a district that spends {value} per student",
          "spend {value} per student",
          "How does spending per student compare between districts with high and low need?",
          TABLE + "M22");

  /** Teachers with an emergency credential. */
  public static final Indicator EMERGENCY_CREDENTIAL =
      new Indicator(
          "emergency-credential",
          EquityDimension.D2,
          "the share of teachers with an emergency credential",
          List.of(Ratios.EMERGENCY_SHARE),
          Level.SCHOOL,
          Polarity.LOWER_IS_BETTER,
          EquityTarget.PARITY,
          NumberStyle.SHARE,
          "attends a school where {value} of teachers have an emergency credential",
          "have {value} of their teachers on an emergency credential",
          "Who is taught by teachers without a full credential?",
          TABLE + "T05");

  /** Teachers in their first three years. */
  public static final Indicator NOVICE_TEACHERS =
      new Indicator(
          "novice-teachers",
          EquityDimension.D2,
          "the share of teachers in their first three years",
          List.of(Ratios.NOVICE_SHARE),
          Level.SCHOOL,
          Polarity.LOWER_IS_BETTER,
          EquityTarget.PARITY,
          NumberStyle.SHARE,
          "attends a school where {value} of teachers are in their first three years",
          "have {value} of their teachers in the first three years",
          "How much more likely are students in high-need schools to have novice teachers?",
          TABLE + "T01");

  /** Students per teacher by school. */
  public static final Indicator SCHOOL_STUDENTS_PER_TEACHER =
      studentsPerTeacher("school-students-per-teacher", Level.SCHOOL);

  /** Students per teacher by district. */
  public static final Indicator DISTRICT_STUDENTS_PER_TEACHER =
      studentsPerTeacher("district-students-per-teacher", Level.DISTRICT);

  /** Teachers' average salary by district. */
  public static final Indicator AVERAGE_SALARY =
      new Indicator(
          "average-teacher-salary",
          EquityDimension.D2,
          "teachers' average salary",
          List.of(Ratios.AVERAGE_SALARY),
          Level.DISTRICT,
          Polarity.HIGHER_IS_BETTER,
          EquityTarget.PARITY,
          NumberStyle.SALARY,
          "lives in a district that pays its teachers {value} on average",
          "pay their teachers {value} on average",
          "Do districts with high need pay their teachers as well as others?",
          TABLE + "M10");

  /** Class size in kindergarten to grade 3. */
  public static final Indicator CLASS_SIZE_K3 =
      classSize(
          "class-size-k-3",
          "class size in kindergarten to grade 3",
          Ratios.CLASS_SIZE_K3,
          "attends a school with {value} students in a class of kindergarten to grade 3");

  /** Class size in grades 4 to 6. */
  public static final Indicator CLASS_SIZE_4_6 =
      classSize(
          "class-size-4-6",
          "class size in grades 4 to 6",
          Ratios.CLASS_SIZE_4_6,
          "attends a school with {value} students in a class of grades 4 to 6");

  /** Class size in core academic courses. */
  public static final Indicator CLASS_SIZE_CORE =
      classSize(
          "class-size-core",
          "class size in core courses",
          Ratios.CLASS_SIZE_CORE,
          "attends a school with {value} students in a class of a core course");

  /** Class size over all classes. */
  public static final Indicator CLASS_SIZE =
      classSize(
          "class-size",
          "average class size",
          Ratios.CLASS_SIZE,
          "attends a school with {value} students in a class");

  /** Participation in Advanced Placement examinations. */
  public static final Indicator AP_PARTICIPATION =
      new Indicator(
          "ap-participation",
          EquityDimension.D4,
          "the share of students in grades 9 to 12 who take an Advanced Placement examination",
          List.of(Ratios.AP_PARTICIPATION),
          Level.SCHOOL,
          Polarity.HIGHER_IS_BETTER,
          EquityTarget.PARITY,
          NumberStyle.SHARE,
          "attends a school where {value} of students in grades 9 to 12 take an Advanced Placement"
              + " examination",
          "see {value} of their students in grades 9 to 12 take an Advanced Placement examination",
          "Who takes advanced courses?",
          TABLE + "C03");

  /** Measures of need by which schools and districts are grouped, the best first. */
  public static final List<Ratio> NEED =
      List.of(
          Ratios.publishedShare(Groups.SUBSIDISED_MEALS),
          Ratios.publishedShare(Groups.LOW_INCOME),
          Ratios.share(Groups.SUBSIDISED_MEALS),
          Ratios.share(Groups.LOW_INCOME),
          Ratios.publishedShare(Groups.HIGH_NEED),
          Ratios.share(Groups.HIGH_NEED));

  private Indicators() {}

  private static Indicator studentsPerTeacher(String id, Level level) {
    return new Indicator(
        id,
        EquityDimension.D5,
        "the number of students per teacher",
        List.of(Ratios.STUDENTS_PER_TEACHER),
        level,
        Polarity.LOWER_IS_BETTER,
        EquityTarget.PROGRESSIVE,
        NumberStyle.STUDENTS_PER,
        "is in a " + level.words(1) + " with {value} students per teacher",
        "have {value} students per teacher",
        "Do " + level.words(2) + " with high need have more teachers for their students?",
        TABLE + "T18");
  }

  private static Indicator classSize(String id, String name, Ratio ratio, String clause) {
    return new Indicator(
        id,
        EquityDimension.D5,
        name,
        List.of(ratio),
        Level.SCHOOL,
        Polarity.LOWER_IS_BETTER,
        EquityTarget.PROGRESSIVE,
        NumberStyle.CLASS_SIZE,
        clause,
        "have {value} students in a class",
        "Is " + name + " smaller where students need more attention?",
        TABLE + "A03");
  }

  /** Returns who has the need that a measure of need is about: "students ...". */
  public static String people(Ratio need) {
    return Groups.people(
        need instanceof Ratio.Pooled pooled
            ? pooled.numerator().group()
            : ((Ratio.Published) need).rate().group());
  }
}
