package org.resourceequity.io.massachusetts;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.resourceequity.io.Coded;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Field;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.Format;
import org.resourceequity.io.FormatProvider;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.CourseOperands;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Kind;
import org.resourceequity.model.Measurement;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.OutcomeOperands;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.Variable;

/**
 * The reports of the Massachusetts school and district profiles of 2017, joined per school.
 *
 * <pre>
 * School Code,School Name,School Type,...,Grade,District Name,District Code,...,TOTAL_Enrollment,...
 * 99010005,Elm School,Public School,...,"K,01,02",Exampleton,99010000,...,210,...
 * 99020505,Harbor High,Charter School,...,"09,10,11,12",Harbor,99020000,...,455,...
 * </pre>
 *
 * <p>The years are those of the file's dictionary, and differ by column:
 *
 * <ul>
 *   <li>2016-17: grades served, students by grade, need, and race. Races are printed as shares
 *       only; counts are derived from them, not rounded.
 *   <li>2015-16: classes, their average size, Advanced Placement.
 *   <li>2014-15: salaries and teachers, spending of fiscal year 2015. These are the district's and
 *       repeat on the row of each school, so they are taken once.
 * </ul>
 *
 * <p>District counts of students are derived: the sum of the schools'. A school without students
 * has blank counts of groups, which are derived to be 0.
 */
public final class MassachusettsSchools implements FormatProvider {

  /** Students counted by the class size report; not quite those enrolled. */
  public static final Operand CLASS_SIZE_STUDENTS =
      count("class-size-students", "students in the class size report");

  /** Advanced Placement examinations taken. */
  public static final Operand AP_TESTS =
      Operand.of(
          new Variable(
              "ap-tests", Kind.COUNT, Measurement.NUMBER, "Advanced Placement examinations taken"),
          Group.STUDENTS);

  /** Dollars spent on students inside the district's own schools. */
  public static final Operand IN_DISTRICT_SPENDING =
      Operand.of(
          new Variable(
              "in-district-spending",
              Kind.AMOUNT,
              Measurement.DOLLARS,
              "expenditure on students in the district's own schools"),
          Group.STUDENTS);

  /** Full-time-equivalent students inside the district's own schools. */
  public static final Operand IN_DISTRICT_STUDENT_FTE =
      count(
          "in-district-student-fte", "full-time-equivalent students in the district's own schools");

  /** Dollars per student inside the district's own schools, as published. */
  public static final Operand IN_DISTRICT_SPENDING_PER_STUDENT =
      Operand.of(
          new Variable(
              "in-district-spending-per-student",
              Kind.RATE,
              Measurement.DOLLARS_PER_STUDENT,
              "expenditure per student in the district's own schools, as published"),
          Group.STUDENTS);

  private static final SchoolYear YEAR = SchoolYear.ending(2017);
  private static final SchoolYear CLASSES_YEAR = SchoolYear.ending(2016);
  private static final SchoolYear MONEY_YEAR = SchoolYear.ending(2015);

  private static final Map<Group, String> NEEDS =
      new TreeMap<>(
          Map.of(
              Groups.LOW_INCOME, "Economically Disadvantaged",
              Groups.ENGLISH_LEARNERS, "English Language Learner",
              Groups.WITH_DISABILITIES, "Students With Disabilities",
              Groups.HIGH_NEED, "High Needs"));
  private static final Map<Group, String> RACES =
      new TreeMap<>(
          Map.of(
              Groups.BLACK, "African American",
              Groups.ASIAN, "Asian",
              Groups.HISPANIC, "Hispanic",
              Groups.WHITE, "White",
              Groups.NATIVE_AMERICAN, "Native American",
              Groups.PACIFIC_ISLANDER, "Native Hawaiian, Pacific Islander",
              Groups.MULTIRACIAL, "Multi-Race, Non-Hispanic"));
  private static final List<String> AP_PARTS =
      List.of("One Test", "Two Tests", "Three Tests", "Four Tests", "Five or More Tests");

  private static final Id.Column SCHOOL_CODE = Id.of(Field.text("School Code").require()).width(8);

  private static final Layout.Builder PROFILES =
      Layout.of("profiles")
          .level(SCHOOL)
          .id(SCHOOL, SCHOOL_CODE)
          // A row without a district code still says the district in its own code.
          .id(
              DISTRICT,
              Id.of(Field.text("District Code").require())
                  .width(8)
                  .orElse(SCHOOL_CODE.cut(0, 4, "0000")))
          .state(Id.always("MA"))
          .name(SCHOOL, Field.text("School Name").require())
          .name(DISTRICT, Field.text("District Name").require())
          .year(YearRule.always(YEAR))
          .grades(Field.text("Grade"))
          .charter(
              new Coded<>(
                  Field.text("School Type"), Map.of("Charter School", true, "*", false), false))
          .districtTypeFromSchools()
          .numbers(Field.number(Operands.ENROLMENT, "TOTAL_Enrollment").require())
          .numbers(MassachusettsSchools::grades9To12)
          .numbers(() -> groups(NEEDS, false))
          .numbers(() -> groups(NEEDS, true))
          .numbers(() -> groups(RACES, true))
          .numbers(MassachusettsSchools::advancedPlacement)
          .numbers(MassachusettsSchools::classes)
          .numbers(MassachusettsSchools::money);

  private static final Format FORMAT =
      Format.of("ma-public-schools", "MA-ORG")
          .published(
              "Massachusetts Department of Elementary and Secondary Education",
              "School and district profiles, joined per school",
              "2016-17, 2015-16 and 2014-15 by column",
              Format.Evidence.FILE)
          .release("2017")
          .layout(PROFILES)
          .then(
              Consequence.countsFromShares(),
              Consequence.nobodyWhereNoStudents(),
              Consequence.districtSums(Operands.ENROLMENT.what()),
              Consequence.partsMakeTotal(
                  "students who took one, two, ... examinations",
                  OutcomeOperands.AP_TEST_TAKERS,
                  0,
                  AP_PARTS.stream().map(part -> apTakers(part)).toArray(Operand[]::new)))
          .build();

  /** Makes the provider. */
  public MassachusettsSchools() {}

  @Override
  public Collection<FileFormat> formats() {
    return List.of(FORMAT);
  }

  private static Operand count(String id, String definition) {
    return Operand.of(
        new Variable(id, Kind.COUNT, Measurement.STUDENTS, definition), Group.STUDENTS);
  }

  private static Operand apTakers(String part) {
    String id = "ap-takers-of-" + part.toLowerCase(Locale.ROOT).replace(' ', '-');
    return count(id, "students who took this number of AP examinations");
  }

  private static List<Field> grades9To12() {
    return IntStream.rangeClosed(9, 12)
        .mapToObj(g -> Field.number(Operands.ENROLMENT_9_12, g + "_Enrollment").derived())
        .toList();
  }

  private static List<Field> groups(Map<Group, String> names, boolean shares) {
    return names.entrySet().stream()
        .map(
            e ->
                shares
                    ? Field.number(Operands.enrolmentShare(e.getKey()), "% " + e.getValue())
                        .percent()
                    : Field.number(Operands.enrolment(e.getKey()), e.getValue()))
        .toList();
  }

  private static List<Field> advancedPlacement() {
    return Stream.concat(
            Stream.of(
                Field.number(OutcomeOperands.AP_TEST_TAKERS, "AP_Test Takers"),
                Field.number(AP_TESTS, "AP_Tests Taken")),
            AP_PARTS.stream().map(part -> Field.number(apTakers(part), "AP_" + part)))
        .map(field -> field.in(CLASSES_YEAR))
        .toList();
  }

  private static List<Field> classes() {
    return Stream.of(
            Field.number(CourseOperands.CLASSES, "Total # of Classes"),
            Field.number(CourseOperands.CLASS_SIZE, "Average Class Size"),
            Field.number(CLASS_SIZE_STUDENTS, "Number of Students"))
        .map(field -> field.in(CLASSES_YEAR))
        .toList();
  }

  private static List<Field> money() {
    return Stream.of(
            Field.number(FinanceOperands.TEACHER_SALARIES, "Salary Totals"),
            Field.number(Operands.TEACHERS, "FTE Count"),
            Field.number(FinanceOperands.SPENDING, "Total Expenditures"),
            Field.number(Operands.STUDENT_FTE, "Total Pupil FTEs"),
            Field.number(FinanceOperands.SPENDING_PER_STUDENT, "Average Expenditures per Pupil"),
            Field.number(IN_DISTRICT_SPENDING, "In-District Expenditures"),
            Field.number(IN_DISTRICT_STUDENT_FTE, "Total In-district FTEs"),
            Field.number(
                IN_DISTRICT_SPENDING_PER_STUDENT, "Average In-District Expenditures per Pupil"))
        .map(field -> field.about(DISTRICT).in(MONEY_YEAR))
        .toList();
  }
}
