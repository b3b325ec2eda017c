package org.resourceequity.io.california;

import static org.resourceequity.model.Attribute.GRADE;
import static org.resourceequity.model.Attribute.RACE;
import static org.resourceequity.model.Attribute.SEX;
import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import java.util.ArrayList;
import java.util.List;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Dimension;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.RowKind;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operands;

/**
 * Enrolment by school, race, gender and grade up to 2022-23, several years in one file.
 *
 * <pre>
 * ACADEMIC_YEAR  CDS_CODE        COUNTY   DISTRICT  SCHOOL      ENR_TYPE  RACE_ETHNICITY  GENDER  KDGN  GR_1 ... ENR_TOTAL  ADULT
 * 2017-18        01999010199999  Example  Example   Oak School  C         6               F       3     4        25         0
 * </pre>
 *
 * <p>There are no totals: all students, each race and each gender are sums of rows. Of the kinds of
 * enrolment from 2014-15 on only the combined one (C) is read, which includes the others. Up to
 * 1992-93 the year is written 8182. Races in letters, as up to 1993, are unknown codes.
 */
final class HistoricalEnrolment {

  static final Format FORMAT =
      Format.of("ca-historical-enrolment", Cde.SCHEME)
          .published(
              Cde.PUBLISHER,
              "Historical enrolment by school",
              "1981-82 to 2022-23",
              Format.Evidence.DOCUMENTATION)
          .layout(
              Cde.codeInOne("school, race and gender")
                  .level(SCHOOL)
                  .name(SCHOOL, "SCHOOL", "SCHOOL_NAME")
                  .name(DISTRICT, "DISTRICT", "DISTRICT_NAME")
                  .year(
                      YearRule.column(YearRule.Style.COMPACT, "ACADEMIC_YEAR"),
                      YearRule.inFile(YearRule.Style.STARTING, "enr(\\d\\d)(?!\\d)"))
                  .only("ENR_TYPE", "C")
                  .kinds(
                      "GENDER",
                      RowKind.of("F", "M", "X", "Z", "")
                          .fills()
                          .fills(RACE)
                          .fills(SEX)
                          .fills(RACE, SEX))
                  .dimension(
                      Dimension.of("RACE_ETHNICITY", "ETHNIC", "RACE", "ETHNIC/RACE")
                          .code(RACE, "not-specified", "0", "9", "")
                          .code(Groups.NATIVE_AMERICAN, "1")
                          .code(Groups.ASIAN, "2")
                          .code(Groups.PACIFIC_ISLANDER, "3")
                          .code(Groups.FILIPINO, "4")
                          .code(Groups.HISPANIC, "5")
                          .code(Groups.BLACK, "6")
                          .code(Groups.WHITE, "7")
                          .code(Groups.MULTIRACIAL, "8"))
                  .dimension(
                      Dimension.of("GENDER")
                          .code(Groups.FEMALE, "F")
                          .code(Groups.MALE, "M")
                          .code(Groups.NON_BINARY, "X")
                          .code(SEX, "not-specified", "Z", ""))
                  .numbers(Field.number(Operands.ENROLMENT, "ENR_TOTAL").require())
                  .numbers(HistoricalEnrolment::grades))
          .then(Consequence.districtSums(Operands.ENROLMENT.what()))
          .build();

  private HistoricalEnrolment() {}

  private static List<Field> grades() {
    List<Field> grades = new ArrayList<>();
    grades.add(grade("K", "KDGN"));
    for (int grade = 1; grade <= 12; grade++) {
      grades.add(grade(String.valueOf(grade), "GR_" + grade));
    }
    grades.add(grade("ungraded-elementary", "UNGR_ELM"));
    grades.add(grade("ungraded-secondary", "UNGR_SEC"));
    return grades;
  }

  private static Field grade(String code, String name) {
    return Field.number(Operands.enrolment(Group.STUDENTS.and(GRADE, code)), name);
  }
}
