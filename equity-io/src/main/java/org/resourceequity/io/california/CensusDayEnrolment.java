package org.resourceequity.io.california;

import static org.resourceequity.model.Attribute.GRADE;
import static org.resourceequity.model.Attribute.RACE;
import static org.resourceequity.model.Attribute.SEX;
import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;
import static org.resourceequity.model.Level.STATE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Dimension;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;

/**
 * Enrolment on the census day by grade, one row per unit and reporting category.
 *
 * <pre>
 * Academic Year  Aggregate Level  County Code  District Code  School Code  ...  Charter  Reporting Category  TOTAL_ENR  GR_TK  GR_KN  GR_01 ...
 * 2023-24        D                01           99901                       ...  All      TA                  520        20     40     40
 * 2023-24        S                01           99901          0199999      ...  N        RE_B                *          0      *      *
 * </pre>
 *
 * <p>Rows of a state or district are for all schools, for charter schools and for the others; only
 * those for all are read. Rows of counties, of ages and of the status of acquiring English are not
 * read. Ten students or fewer are hidden.
 */
final class CensusDayEnrolment {

  private static final String LEVEL = "Aggregate Level";
  private static final String SCHOOL_ROW = "S";

  static final Format FORMAT =
      Format.of("ca-census-day-enrolment", Cde.SCHEME)
          .published(
              Cde.PUBLISHER, "Census day enrolment", "2023-24 on", Format.Evidence.DOCUMENTATION)
          .layout(
              Cde.codeInParts("census day")
                  .level(
                      Field.text(LEVEL, "AggregateLevel").require(),
                      Map.of("T", STATE, "D", DISTRICT, SCHOOL_ROW, SCHOOL))
                  .skip(Field.text(LEVEL, "AggregateLevel"), "C")
                  .id(STATE, Id.always("CA"))
                  .year(YearRule.column("Academic Year"))
                  // Rows of a school have its own status, not "All".
                  .each(
                      row ->
                          row.text("Charter").equalsIgnoreCase("All")
                              || row.text(LEVEL).equalsIgnoreCase(SCHOOL_ROW))
                  .dimension(categories())
                  .codes(Codes.none().hidden(1, 10, "*"))
                  .numbers(Field.number(Operands.ENROLMENT, "TOTAL_ENR").require())
                  .numbers(CensusDayEnrolment::grades))
          .then(Consequence.reconciles(Operands.ENROLMENT, SCHOOL, DISTRICT, 0))
          .build();

  private CensusDayEnrolment() {}

  private static Dimension categories() {
    return Dimension.of(
            Field.text("Reporting Category", "ReportingCategory")
                .correct("^(?i)(?:ELAS|AR)_.*", "other")
                .require())
        .all("TA")
        .code(Groups.ASIAN, "RE_A")
        .code(Groups.BLACK, "RE_B")
        .code(RACE, "not-specified", "RE_D")
        .code(Groups.FILIPINO, "RE_F")
        .code(Groups.HISPANIC, "RE_H")
        .code(Groups.NATIVE_AMERICAN, "RE_I")
        .code(Groups.PACIFIC_ISLANDER, "RE_P")
        .code(Groups.MULTIRACIAL, "RE_T")
        .code(Groups.WHITE, "RE_W")
        .code(Groups.FEMALE, "GN_F")
        .code(Groups.MALE, "GN_M")
        .code(Groups.NON_BINARY, "GN_X")
        .code(SEX, "not-specified", "GN_Z")
        .code(Groups.ENGLISH_LEARNERS, "SG_EL")
        .code(Groups.WITH_DISABILITIES, "SG_DS")
        .code(Groups.LOW_INCOME, "SG_SD")
        .code(Groups.MIGRANT, "SG_MG")
        .code(Groups.FOSTER_CARE, "SG_FS")
        .code(Groups.HOMELESS, "SG_HM")
        .skip("other");
  }

  private static List<Field> grades() {
    List<Field> grades = new ArrayList<>();
    grades.add(Field.number(grade("TK"), "GR_TK"));
    grades.add(Field.number(grade("K"), "GR_KN"));
    for (int grade = 1; grade <= 12; grade++) {
      grades.add(
          Field.number(grade(String.valueOf(grade)), String.format(Locale.ROOT, "GR_%02d", grade)));
    }
    return grades;
  }

  private static Operand grade(String code) {
    return Operands.enrolment(Group.STUDENTS.and(GRADE, code));
  }
}
