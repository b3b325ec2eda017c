package org.resourceequity.io.federal;

import static org.resourceequity.model.Attribute.GRADE;
import static org.resourceequity.model.Attribute.RACE;
import static org.resourceequity.model.Attribute.SEX;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Dimension;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Layout;
import org.resourceequity.io.RowKind;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;

/**
 * Students by grade, race and sex, of schools and of districts. Adult education is never part of
 * the numbers. Where all races are 0 beside students, the races were not reported.
 */
final class CommonCoreMembership {

  private static final List<Group> RACES =
      List.of(
          Groups.NATIVE_AMERICAN,
          Groups.ASIAN,
          Groups.BLACK,
          Groups.HISPANIC,
          Groups.PACIFIC_ISLANDER,
          Groups.MULTIRACIAL,
          Groups.WHITE);

  static final Format FORMAT =
      Nces.commonCore(
              "ccd-membership",
              "membership by grade, race and sex (052)",
              "2014-15 on",
              Format.Evidence.DOCUMENTATION)
          .layout(wide(Nces.schools("schools, wide, to 2015-16")))
          .layout(wide(Nces.districts("districts, wide, to 2015-16")))
          .layout(tall(Nces.schools("schools, long, from 2016-17")))
          .layout(tall(Nces.districts("districts, long, from 2016-17")))
          .then(
              Consequence.zerosMeanMissing(
                  Operands.ENROLMENT,
                  RACES.stream().map(Operands::enrolment).toArray(Operand[]::new)))
          .build();

  private CommonCoreMembership() {}

  /** Returns the columns of the races; those before 2008-09 have longer names. */
  static List<Field> races() {
    return List.of(
        race(Groups.NATIVE_AMERICAN, "AM"),
        race(Groups.ASIAN, "AS", "ASIAN"),
        race(Groups.BLACK, "BL", "BLACK"),
        race(Groups.HISPANIC, "HI", "HISP"),
        race(Groups.PACIFIC_ISLANDER, "HP", "PACIFIC"),
        race(Groups.MULTIRACIAL, "TR"),
        race(Groups.WHITE, "WH", "WHITE"));
  }

  private static Field race(Group race, String... names) {
    return Nces.number(Operands.enrolment(race), names);
  }

  private static Layout.Builder wide(Layout.Builder layout) {
    List<Field> numbers = new ArrayList<>(races());
    numbers.add(grade("PK", "PK"));
    numbers.add(grade("K", "KG"));
    IntStream.rangeClosed(1, 13)
        .mapToObj(g -> grade(String.valueOf(g), "G%02d".formatted(g)))
        .forEach(numbers::add);
    numbers.add(grade("ungraded", "UG"));
    return layout
        .without("GSLO", "STUDENT_COUNT", "V33")
        .requires("PK", "G01")
        .numbers(Field.number(Operands.ENROLMENT, "MEMBER").require())
        .numbers(numbers);
  }

  private static Field grade(String code, String name) {
    return Field.number(Operands.enrolment(Group.STUDENTS.and(GRADE, code)), name);
  }

  private static Layout.Builder tall(Layout.Builder layout) {
    Dimension grades =
        Dimension.of("GRADE")
            .code(GRADE, "PK", "Pre-Kindergarten")
            .code(GRADE, "K", "Kindergarten")
            .code(GRADE, "ungraded", "Ungraded")
            .code(GRADE, "not-specified", "Not Specified")
            .all("No Category Codes")
            .skip("Adult Education");
    for (int g = 1; g <= 13; g++) {
      grades = grades.code(GRADE, String.valueOf(g), "Grade " + g);
    }
    return layout
        .kinds(
            "TOTAL_INDICATOR",
            RowKind.of("Category Set A - By Race/Ethnicity; Sex; Grade").fills(RACE, GRADE),
            RowKind.of("Derived - Subtotal by Race/Ethnicity and Sex minus Adult Education Count")
                .fills(RACE)
                .fills(SEX)
                .fills(RACE, SEX),
            RowKind.of("Subtotal 4 - By Grade").fills(GRADE),
            RowKind.of("Derived - Education Unit Total minus Adult Education Count").fills(),
            RowKind.skip("Education Unit Total"))
        .dimension(grades)
        .dimension(
            Dimension.of("RACE_ETHNICITY")
                .code(Groups.NATIVE_AMERICAN, "American Indian or Alaska Native")
                .code(Groups.ASIAN, "Asian")
                .code(Groups.BLACK, "Black or African American")
                .code(Groups.HISPANIC, "Hispanic/Latino")
                .code(
                    Groups.PACIFIC_ISLANDER,
                    "Native Hawaiian or Other Pacific Islander",
                    "Native Hawaiian or Pacific Islander")
                .code(Groups.MULTIRACIAL, "Two or more races")
                .code(Groups.WHITE, "White")
                .code(RACE, "not-specified", "Not Specified")
                .all("No Category Codes"))
        .dimension(
            Dimension.of("SEX")
                .code(SEX, "female", "Female")
                .code(SEX, "male", "Male")
                .code(SEX, "not-specified", "Not Specified")
                .all("No Category Codes"))
        .numbers(Field.number(Operands.ENROLMENT, "STUDENT_COUNT").flag("DMS_FLAG").require());
  }
}
