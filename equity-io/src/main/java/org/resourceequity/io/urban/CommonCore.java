package org.resourceequity.io.urban;

import static org.resourceequity.model.Attribute.GRADE;
import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import java.util.List;
import java.util.Map;
import org.resourceequity.io.Coded;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Dimension;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Layout;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Population;
import org.resourceequity.model.SchoolLevel;

/**
 * The Common Core of Data in the portal: directories of schools and districts and enrolment.
 *
 * <p>Schools and districts that are closed, inactive or not yet open are not read.
 */
final class CommonCore {

  static final Format SCHOOLS =
      Portal.format("urban-school-directory", "directory of schools (Common Core of Data)")
          .layout(
              Portal.schools("schools")
                  .name(SCHOOL, "school_name")
                  .name(DISTRICT, "lea_name")
                  .skip(Field.text("school_status"), "2", "6", "7")
                  .schoolLevel(
                      new Coded<>(
                          Field.text("school_level"),
                          Map.of(
                              "1", SchoolLevel.ELEMENTARY,
                              "2", SchoolLevel.MIDDLE,
                              "3", SchoolLevel.HIGH,
                              "*", SchoolLevel.UNKNOWN),
                          SchoolLevel.UNKNOWN))
                  .grades(Portal.grades())
                  .charter(new Coded<>(Field.text("charter"), Map.of("1", true, "*", false), false))
                  .locale(Portal.locale())
                  .numbers(
                      Field.number(Operands.ENROLMENT, "enrollment").require(),
                      Field.number(Operands.TEACHERS, "teachers_fte").require(),
                      Field.number(Operands.enrolment(Groups.FREE_MEALS), "free_lunch"),
                      Field.number(
                          Operands.enrolment(Groups.REDUCED_PRICE_MEALS), "reduced_price_lunch"),
                      Field.number(
                          Operands.enrolment(Groups.SUBSIDISED_MEALS),
                          "free_or_reduced_price_lunch"),
                      Field.number(
                          Operands.enrolment(Groups.DIRECTLY_CERTIFIED), "direct_certification")))
          .build();

  static final Format DISTRICTS =
      Portal.format("urban-district-directory", "directory of districts (Common Core of Data)")
          .layout(
              Portal.districts("districts")
                  .name(DISTRICT, "lea_name")
                  .skip(Field.text("boundary_change_indicator"), "2", "6", "7")
                  .districtType(
                      new Coded<>(
                          Field.text("agency_type"),
                          Map.of(
                              "1", DistrictType.UNKNOWN,
                              "2", DistrictType.UNKNOWN,
                              "*", DistrictType.OTHER),
                          DistrictType.UNKNOWN))
                  .charter(
                      new Coded<>(Field.text("agency_type"), Map.of("7", true, "*", false), false))
                  .locale(Portal.locale())
                  .numbers(
                      Field.number(Operands.ENROLMENT, "enrollment").require(),
                      Field.number(
                          Operands.enrolment(Groups.ENGLISH_LEARNERS), "english_language_learners"),
                      Field.number(
                          Operands.enrolment(Groups.WITH_DISABILITIES), "spec_ed_students"),
                      Field.number(Operands.enrolment(Groups.MIGRANT), "migrant_students"),
                      Field.number(Operands.TEACHERS, "teachers_total_fte").require(),
                      Field.number(teachers("PK"), "teachers_prek_fte"),
                      Field.number(teachers("K"), "teachers_kindergarten_fte"),
                      Field.number(teachers("elementary"), "teachers_elementary_fte"),
                      Field.number(teachers("secondary"), "teachers_secondary_fte"),
                      Field.number(teachers("ungraded"), "teachers_ungraded_fte"),
                      Field.number(
                          Operands.staff(new Group(Population.INSTRUCTIONAL_AIDES, List.of())),
                          "instructional_aides_fte"),
                      Field.number(Operands.COUNSELORS, "guidance_counselors_total_fte"),
                      Field.number(Operands.PSYCHOLOGISTS, "school_psychologists_fte"),
                      Field.number(Operands.LEADERS, "school_administrators_fte"),
                      Field.number(Operands.ALL_STAFF, "staff_total_fte")))
          .then(
              Consequence.partsMakeTotal(
                  "teachers of all kinds",
                  Operands.TEACHERS,
                  0.05,
                  teachers("elementary"),
                  teachers("secondary"),
                  teachers("K"),
                  teachers("PK"),
                  teachers("ungraded")),
              Consequence.atMost(Operands.TEACHERS, Operands.ALL_STAFF))
          .build();

  static final Format ENROLMENT =
      Portal.format("urban-enrolment", "enrolment by grade, race and sex (Common Core of Data)")
          .layout(enrolment(Portal.schools("schools")))
          .layout(enrolment(Portal.districts("districts")))
          .build();

  private CommonCore() {}

  private static Operand teachers(String grade) {
    return Operands.staff(Group.TEACHERS.and(Attribute.GRADE, grade));
  }

  private static Layout.Builder enrolment(Layout.Builder layout) {
    Dimension grades =
        Dimension.of("grade")
            .code(GRADE, "PK", "-1")
            .code(GRADE, "K", "0")
            .code(GRADE, "ungraded", "15")
            .skip("14")
            .all("99");
    for (int g = 1; g <= 13; g++) {
      grades = grades.code(GRADE, String.valueOf(g), String.valueOf(g));
    }
    return layout
        .dimension(grades)
        .dimension(Portal.races(Groups.ASIAN))
        .dimension(Portal.sexes())
        .numbers(Field.number(Operands.ENROLMENT, "enrollment").require());
  }
}
