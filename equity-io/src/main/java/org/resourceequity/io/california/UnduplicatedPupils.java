package org.resourceequity.io.california;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import java.util.List;
import java.util.Map;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Layout;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Quality;
import org.resourceequity.model.Reason;

/**
 * The unduplicated pupil counts of the Local Control Funding Formula: students who are eligible for
 * subsidised meals, learning English or in foster care, each counted once.
 *
 * <pre>
 * Academic Year,County Code,District Code,School Code,...,School Name,...,Total Enrollment,...
 * 2018-2019,01,99901,0000000,...,N/A,...,520,...
 * 2018-2019,01,99901,0199999,...,Oak School,...,310,...
 * </pre>
 *
 * <p>They are not the counts of the census day and have operands of their own. Of the sheet of
 * agencies only the districts are read: its charter schools stand in the sheet of schools too. A
 * district's number is without charter schools.
 */
final class UnduplicatedPupils {

  private static final String STATUS = "CALPADS Fall 1 Certification Status (Y/N)";

  private static final Codes STATUSES =
      Codes.none()
          .flag("Y", Quality.REPORTED)
          .flag("N", Quality.REPORTED)
          .flagAbsent(
              "In Expected List But We Do Not Have Data For This School/LEA", Reason.NOT_REPORTED);

  private static final Operand ALL = Operands.fundingCount(Group.STUDENTS);
  private static final Operand UNDUPLICATED = Operands.fundingCount(Groups.FUNDED_NEED);
  private static final Operand MEALS = Operands.fundingCount(Groups.SUBSIDISED_MEALS);

  static final Format FORMAT =
      Cde.format("ca-unduplicated-pupils", "CALPADS unduplicated pupil count", "2013-14 on")
          .layout(
              counts("schools")
                  .sheet("^(?!.*LEA)")
                  .level(Field.text("School Name").require(), Map.of("N/A", DISTRICT, "*", SCHOOL)))
          .layout(counts("districts").sheet("LEA").level(DISTRICT).only("School Code", "0000000"))
          .then(Consequence.atMost(UNDUPLICATED, ALL), Consequence.atMost(MEALS, UNDUPLICATED))
          .build();

  private UnduplicatedPupils() {}

  private static Layout.Builder counts(String name) {
    return Cde.described(name).codes(STATUSES).numbers(UnduplicatedPupils::numbers);
  }

  private static List<Field> numbers() {
    return List.of(
            Field.number(ALL, "Total Enrollment").require(),
            Field.number(UNDUPLICATED, "CALPADS Unduplicated Pupil Count (UPC)").require(),
            Field.number(MEALS, "Unduplicated FRPM Eligible Count"),
            Field.number(Operands.fundingCount(Groups.ENGLISH_LEARNERS), "English Learner (EL)"),
            Field.number(Operands.fundingCount(Groups.FOSTER_CARE), "Foster"),
            Field.number(Operands.fundingCount(Groups.HOMELESS), "Homeless"),
            Field.number(Operands.fundingCount(Groups.MIGRANT), "Migrant Program"),
            Field.number(Operands.fundingCount(Groups.DIRECTLY_CERTIFIED), "Direct Certification"),
            Field.number(
                Operands.fundingCount(Group.STUDENTS.and(Attribute.NEED, "meal-applications")),
                "Free & Reduced Meal Program"),
            Field.number(
                Operands.fundingCount(Group.STUDENTS.and(Attribute.NEED, "tribal-foster-youth")),
                "Tribal Foster Youth"))
        .stream()
        .map(field -> field.flag(STATUS, "CALPADS Fall 1 Certification Status"))
        .toList();
  }
}
