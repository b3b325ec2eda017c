package org.resourceequity.io.federal;

import static org.resourceequity.model.Attribute.GRADE;
import static org.resourceequity.model.Attribute.RACE;
import static org.resourceequity.model.Attribute.SEX;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Dimension;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Layout;
import org.resourceequity.io.RowKind;
import org.resourceequity.model.Category;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;

/**
 * Students by grade, race and sex, of schools, districts and states. Adult education is never part
 * of the numbers. Where all races are 0 beside students, the races were not reported.
 *
 * <p>Wide files have a column per race, grade and sex, such as AM01M. Those of five races count
 * Pacific Islanders with Asians and have nobody of two or more races.
 */
final class CommonCoreMembership {

  private static final Map<String, Group> SEVEN_RACES =
      new TreeMap<>(
          Map.of(
              "AM", Groups.NATIVE_AMERICAN,
              "AS", Groups.ASIAN,
              "BL", Groups.BLACK,
              "HI", Groups.HISPANIC,
              "HP", Groups.PACIFIC_ISLANDER,
              "TR", Groups.MULTIRACIAL,
              "WH", Groups.WHITE));

  private static final Map<String, Group> FIVE_RACES =
      new TreeMap<>(
          Map.of(
              "AM", Groups.NATIVE_AMERICAN,
              "AS", Groups.ASIAN_OR_PACIFIC_ISLANDER,
              "BL", Groups.BLACK,
              "HI", Groups.HISPANIC,
              "WH", Groups.WHITE));

  /** Longer names of races in files before 2008-09. */
  private static final Map<String, String> LONGER =
      Map.of("AS", "ASIAN", "BL", "BLACK", "HI", "HISP", "HP", "PACIFIC", "WH", "WHITE");

  private static final Map<String, String> SEXES =
      new TreeMap<>(Map.of("F", "female", "M", "male"));

  /** The grades in wide files; AE, adult education, is not read. */
  private static final Map<String, String> GRADES = grades();

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
          .layout(tall(Nces.states("states, long, from 2016-17")))
          .then(checks())
          .build();

  private CommonCoreMembership() {}

  private static Map<String, String> grades() {
    Map<String, String> grades = new LinkedHashMap<>();
    grades.put("PK", "PK");
    grades.put("KG", "K");
    for (int g = 1; g <= 13; g++) {
      grades.put((g < 10 ? "0" : "") + g, String.valueOf(g));
    }
    grades.put("UG", "ungraded");
    return grades;
  }

  private static Layout.Builder wide(Layout.Builder layout) {
    return ofSevenRaces(layout.without("GSLO", "STUDENT_COUNT", "V33"));
  }

  /** Adds the columns of wide files from 2008-09 on. */
  static Layout.Builder ofSevenRaces(Layout.Builder layout) {
    return layout.numbers(() -> columns(SEVEN_RACES));
  }

  /** Adds the columns of wide files to 2007-08. */
  static Layout.Builder ofFiveRaces(Layout.Builder layout) {
    return layout.without("HP", "PACIFIC").numbers(() -> columns(FIVE_RACES));
  }

  private static List<Field> columns(Map<String, Group> races) {
    List<Field> all = new ArrayList<>();
    all.add(Field.number(Operands.ENROLMENT, "MEMBER").require());
    GRADES.forEach(
        (column, grade) -> {
          boolean numbered = Character.isDigit(column.charAt(0));
          all.add(students(Group.STUDENTS.and(GRADE, grade), numbered ? "G" + column : column));
        });
    races.forEach(
        (race, group) -> {
          Field total = students(group, race, LONGER.getOrDefault(race, race));
          all.add(group.equals(Groups.PACIFIC_ISLANDER) ? total.require() : total);
          SEXES.forEach(
              (sex, code) -> {
                all.add(
                    students(group.and(SEX, code), race + "AL" + sex)
                        .documentedAs("[race]AL[sex]", "enrolment by race and sex"));
                // Both sexes of a race and grade add up.
                GRADES.forEach(
                    (grade, of) ->
                        all.add(
                            students(group.and(GRADE, of), race + grade + sex)
                                .documentedAs(
                                    "[race][grade][sex]",
                                    "enrolment by race and grade, the sum of both sexes")));
              });
        });
    return all;
  }

  private static Field students(Group group, String... names) {
    return Field.number(Operands.enrolment(group), names);
  }

  /** Returns what follows from the numbers of schools and districts, however wide their file. */
  static Consequence[] checks() {
    return Stream.of(SEVEN_RACES, FIVE_RACES)
        .flatMap(races -> checks(races.values()))
        .toArray(Consequence[]::new);
  }

  private static Stream<Consequence> checks(Collection<Group> races) {
    List<Consequence> all = new ArrayList<>();
    all.add(Consequence.zerosMeanMissing(Operands.ENROLMENT, operands(races)));
    for (String grade : GRADES.values()) {
      Category in = new Category(GRADE, grade);
      all.add(
          Consequence.zerosMeanMissing(
              Operands.enrolment(Group.STUDENTS.and(GRADE, grade)), operands(races, in)));
    }
    for (String sex : SEXES.values()) {
      Category of = new Category(SEX, sex);
      all.add(Consequence.zerosMeanMissing(Operands.ENROLMENT, operands(races, of)));
      all.add(
          Consequence.sum(Operands.enrolment(Group.STUDENTS.and(SEX, sex)), operands(races, of)));
    }
    all.add(
        Consequence.partsMakeTotal(
            "students of all races", Operands.ENROLMENT, 0, operands(races)));
    return all.stream();
  }

  private static Operand[] operands(Collection<Group> races, Category... more) {
    return races.stream()
        .map(
            race -> {
              Group group = race;
              for (Category category : more) {
                group = group.and(category.by(), category.code());
              }
              return Operands.enrolment(group);
            })
        .toArray(Operand[]::new);
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
