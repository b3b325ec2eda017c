package org.resourceequity.io.federal;

import static org.resourceequity.model.Attribute.GRADE;
import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.resourceequity.io.Coded;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Locale;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.TitleI;

/**
 * Tables that people make of the Common Core of Data with the generator of the National Center for
 * Education Statistics, "ELSI Export": a column per number and year, such as "White Students
 * [District] 2011-12". The row of totals and the notes below have no id and are not read. Counties
 * are units of their own id scheme, at the level of districts.
 */
final class Elsi {

  private static final String SCHOOL_TABLE = "[Public School]";
  private static final String DISTRICT_TABLE = "[District]";

  private static final Codes CODES = Codes.none().notApplicable("†").missing("–", "-").quality("‡");

  static final Format FORMAT =
      format("elsi", Nces.SCHEME)
          .layout(schools())
          .layout(
              layout("districts", Id.of(text("Agency ID - NCES Assigned").require()).width(7))
                  .name(DISTRICT, "Agency Name")
                  .without("School Name")
                  .numbers(() -> numbers(DISTRICT_TABLE)))
          .build();

  static final Format COUNTIES =
      format("elsi-counties", Nces.COUNTY_SCHEME)
          .layout(
              layout("counties", Id.of(text("County Number").require()).width(5))
                  .name(DISTRICT, "County Name")
                  .without("School Name", "Agency Name")
                  .numbers(() -> numbers(DISTRICT_TABLE, SCHOOL_TABLE)))
          .build();

  private Elsi() {}

  private static Format.Builder format(String id, String scheme) {
    return Format.of(id, scheme)
        .published(
            Nces.PUBLISHER,
            "Common Core of Data, table of the Elementary/Secondary Information System",
            "1986-87 on",
            Format.Evidence.FILE);
  }

  private static Layout.Builder schools() {
    Id.Column key =
        Id.of(text("School ID - NCES Assigned", "School ID (12-digit) - NCES Assigned").require())
            .width(12);
    return columns("schools", key)
        .level(SCHOOL)
        .id(SCHOOL, key)
        .id(DISTRICT, key.cut(0, 7, ""))
        .name(SCHOOL, "School Name")
        .charter(
            new Coded<>(text("Charter School"), Map.of("1*", true, "yes", true, "*", false), false))
        .titleI(new Coded<>(text("Title I School Status"), Nces.TITLE_I, TitleI.UNKNOWN))
        .locale(new Coded<>(text("Locale", "Urban-centric Locale"), Nces.LOCALES, Locale.UNKNOWN))
        .numbers(() -> numbers(SCHOOL_TABLE));
  }

  private static Layout.Builder layout(String name, Id.Column key) {
    return columns(name, key).level(DISTRICT).id(DISTRICT, key);
  }

  private static Layout.Builder columns(String name, Id.Column key) {
    return Layout.of(name)
        .state(key.cut(0, 2, "").postal())
        .skip(key.field(), "", "n/a")
        .yearInColumnNames("(\\d{4}-\\d{2})$", YearRule.Style.ENDING)
        .codes(CODES);
  }

  /** Returns a column of texts, whose name goes on with the table and the year. */
  private static Field text(String... names) {
    String any =
        Arrays.stream(names)
            .map(name -> Pattern.quote(name.toLowerCase(java.util.Locale.ROOT)))
            .collect(Collectors.joining("|"));
    return Field.textLike(names[0], "(?:" + any + ") \\[.*");
  }

  private static List<Field> numbers(String... tables) {
    List<Field> all = new ArrayList<>();
    all.add(
        number(
            Operands.ENROLMENT,
            tables,
            "Total Students All Grades (Excludes AE)",
            "Total Students, All Grades (Excludes AE)",
            "Total Students"));
    all.add(students(Group.STUDENTS.and(GRADE, "PK"), tables, "Prekindergarten Students"));
    all.add(students(Group.STUDENTS.and(GRADE, "K"), tables, "Kindergarten Students"));
    for (int g = 1; g <= 13; g++) {
      String grade = String.valueOf(g);
      all.add(students(Group.STUDENTS.and(GRADE, grade), tables, "Grade " + grade + " Students"));
    }
    all.add(students(Group.STUDENTS.and(GRADE, "ungraded"), tables, "Ungraded Students"));
    all.add(number(Operands.ENROLMENT_9_12, tables, "Grades 9-12 Students"));
    all.add(students(Groups.FEMALE, tables, "Female Students"));
    all.add(students(Groups.MALE, tables, "Male Students"));
    all.add(students(Groups.NATIVE_AMERICAN, tables, "American Indian/Alaska Native Students"));
    all.add(
        students(
            Groups.ASIAN_OR_PACIFIC_ISLANDER, tables, "Asian or Asian/Pacific Islander Students"));
    all.add(students(Groups.HISPANIC, tables, "Hispanic Students"));
    all.add(students(Groups.BLACK, tables, "Black or African American Students", "Black Students"));
    all.add(students(Groups.WHITE, tables, "White Students"));
    all.add(
        students(
            Groups.PACIFIC_ISLANDER,
            tables,
            "Nat. Hawaiian or Other Pacific Isl. Students",
            "Hawaiian Nat./Pacific Isl. Students"));
    all.add(students(Groups.MULTIRACIAL, tables, "Two or More Races Students"));
    all.add(students(Groups.FREE_MEALS, tables, "Free Lunch Eligible"));
    all.add(students(Groups.REDUCED_PRICE_MEALS, tables, "Reduced-price Lunch Eligible Students"));
    all.add(
        students(
            Groups.SUBSIDISED_MEALS,
            tables,
            "Free and Reduced Lunch Students",
            "Total Free and Reduced Lunch Students"));
    all.add(students(Groups.DIRECTLY_CERTIFIED, tables, "Direct Certification"));
    all.add(
        students(Groups.WITH_DISABILITIES, tables, "Individualized Education Program Students"));
    all.add(
        students(
            Groups.ENGLISH_LEARNERS,
            tables,
            "Limited English Proficient (LEP) / English Language Learners (ELL)"));
    all.add(number(Operands.TEACHERS, tables, "Full-Time Equivalent (FTE) Teachers"));
    all.add(number(Operands.COUNSELORS, tables, "Total Guidance Counselors"));
    all.add(number(Operands.LEADERS, tables, "School Administrators"));
    all.add(number(Operands.ALL_STAFF, tables, "Total Staff"));
    return all;
  }

  private static Field students(Group group, String[] tables, String... names) {
    return number(Operands.enrolment(group), tables, names);
  }

  private static Field number(Operand operand, String[] tables, String... names) {
    return Field.number(
            operand,
            Arrays.stream(tables)
                .flatMap(table -> Arrays.stream(names).map(name -> name + ' ' + table))
                .toArray(String[]::new))
        .everyYear();
  }
}
