package org.resourceequity.io.newyork;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;
import static org.resourceequity.model.Level.STATE;

import java.util.Map;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.CostLayer;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Fund;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.OutcomeOperands;
import org.resourceequity.model.StudentEvents;

/**
 * Tables of the report card database, alone or joined: expenditure, students, teachers.
 *
 * <pre>
 * INSTITUTION_ID,ENTITY_CD,ENTITY_NAME,YEAR,PUPIL_COUNT_TOT,FED_STATE_LOCAL_EXP,NUM_TEACH,NUM_TEACH_INEXP,...
 * 800000099999,010100990034,OAK HIGH SCHOOL,2024,764,25032063,65,13,...
 * </pre>
 *
 * <p>Students are those that expenditure is divided by; those of whom absence is known were there
 * on ten days or more, also if they left. Teachers are persons, not full-time equivalents;
 * inexperienced are those with fewer than four years. Small groups are "s". 111111111111 is the
 * State; other groups of districts (codes of zeros and few digits) are not read.
 */
final class ReportCard {

  private static final Field CODE = Field.text("ENTITY_CD");

  private static final Operand ENROLLED = Operands.cumulativeEnrolment(Group.STUDENTS);
  private static final Operand ABSENT = Operand.of(StudentEvents.CHRONIC_ABSENCE, Group.STUDENTS);
  private static final Operand TEACHERS = Operands.staffCount(Group.TEACHERS);
  private static final Operand INEXPERIENCED =
      Operands.staffCount(Group.TEACHERS.and(Attribute.EXPERIENCE, "under-4-years"));
  private static final Operand CHECKED =
      Operands.staffCount(Group.TEACHERS.and(Attribute.CREDENTIAL, "checked"));
  private static final Operand OUT_OF_CERTIFICATION =
      Operands.staffCount(Group.TEACHERS.and(Attribute.CREDENTIAL, "out-of-certification"));

  static final Format FORMAT =
      NewYork.format("ny-report-card", "report card database", "2017-18 on")
          .layout(
              NewYork.layout("tables", CODE)
                  .level(CODE, Map.of("111111111111", STATE, "*0000", DISTRICT, "*", SCHOOL))
                  .id(STATE, Id.always("NY"))
                  .skip(CODE.correct("^0{8}\\d{4}$", "group"), "group")
                  .name(SCHOOL, "ENTITY_NAME")
                  .name(DISTRICT, "ENTITY_NAME")
                  .year(YearRule.column("YEAR"), YearRule.inFile())
                  .codes(Codes.none().hidden("s").missing("-", "NULL", "NA"))
                  .numbers(
                      Field.number(Operands.ENROLMENT, "PUPIL_COUNT_TOT"),
                      spending(Fund.ALL, "FED_STATE_LOCAL_EXP"),
                      spending(Fund.FEDERAL, "FEDERAL_EXP"),
                      spending(Fund.STATE_LOCAL, "STATE_LOCAL_EXP"),
                      perStudent(Fund.ALL, "PER_FED_STATE_LOCAL_EXP"),
                      perStudent(Fund.FEDERAL, "PER_FEDERAL_EXP"),
                      perStudent(Fund.STATE_LOCAL, "PER_STATE_LOCAL_EXP"),
                      Field.number(TEACHERS, "NUM_TEACH"),
                      Field.number(INEXPERIENCED, "NUM_TEACH_INEXP"),
                      Field.number(CHECKED, "NUM_TEACH_OC"),
                      Field.number(OUT_OF_CERTIFICATION, "NUM_OUT_CERT"),
                      Field.number(ENROLLED, "ENROLLMENT"),
                      Field.number(ABSENT, "ABSENT_COUNT"),
                      Field.number(
                          OutcomeOperands.graduationCohort(Group.STUDENTS), "COHORT_COUNT"),
                      Field.number(OutcomeOperands.graduates(Group.STUDENTS, 4), "GRAD_COUNT"))
                  .numbers(
                      students(Groups.FEMALE, "NUM_FEMALE"),
                      students(Groups.MALE, "NUM_MALE"),
                      students(Groups.NATIVE_AMERICAN, "NUM_AM_IND"),
                      students(Groups.BLACK, "NUM_BLACK"),
                      students(Groups.HISPANIC, "NUM_HISP"),
                      students(Groups.WHITE, "NUM_WHITE"),
                      students(Groups.MULTIRACIAL, "NUM_MULTI"),
                      students(Groups.ENGLISH_LEARNERS, "NUM_ELL"),
                      students(Groups.WITH_DISABILITIES, "NUM_SWD"),
                      students(Groups.LOW_INCOME, "NUM_ECDIS"),
                      students(Groups.MIGRANT, "NUM_MIGRANT"),
                      students(Groups.HOMELESS, "NUM_HOMELESS"),
                      students(Groups.FOSTER_CARE, "NUM_FOSTER")))
          .then(
              Consequence.atMost(ABSENT, ENROLLED),
              Consequence.atMost(INEXPERIENCED, TEACHERS),
              Consequence.atMost(OUT_OF_CERTIFICATION, CHECKED),
              Consequence.atMost(
                  OutcomeOperands.graduates(Group.STUDENTS, 4),
                  OutcomeOperands.graduationCohort(Group.STUDENTS)))
          .build();

  private ReportCard() {}

  private static Field spending(Fund fund, String name) {
    return Field.number(FinanceOperands.SPENDING.with(fund), name);
  }

  private static Field perStudent(Fund fund, String name) {
    return Field.number(FinanceOperands.SPENDING_PER_STUDENT.with(fund).with(CostLayer.ALL), name);
  }

  private static Field students(Group group, String name) {
    return Field.number(Operands.enrolment(group), name);
  }
}
