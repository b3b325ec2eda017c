package org.resourceequity.io.federal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.OutcomeOperands;

/**
 * Students tested in mathematics and in reading and the share who are proficient, by grade and
 * group, of schools and districts: ALL_MTH03PCTPROF_1718 is the share of all students of grade 3.
 * Each state sets its own test and its own mark; shares of two states cannot be compared.
 */
final class Assessments {

  private static final Map<String, String> SUBJECTS =
      new TreeMap<>(Map.of("MTH", "mathematics", "RLA", "reading"));

  /** The grades in names of columns; 00 is all grades. */
  private static final Map<String, String> GRADES =
      new TreeMap<>(
          Map.of(
              "00",
              "",
              "03",
              "3",
              "04",
              "4",
              "05",
              "5",
              "06",
              "6",
              "07",
              "7",
              "08",
              "8",
              "HS",
              "high-school"));

  static final Format FORMAT = format();

  private Assessments() {}

  private static Format format() {
    Format.Builder format =
        EdFacts.format(
            "edfacts-assessments",
            "achievement in mathematics and reading",
            Format.Evidence.DOCUMENTATION);
    SUBJECTS.forEach(
        (letters, subject) ->
            format
                .layout(
                    EdFacts.schools(subject + ", schools").numbers(() -> numbers(letters, subject)))
                .layout(
                    EdFacts.districts(subject + ", districts")
                        .numbers(() -> numbers(letters, subject)))
                .then(
                    Consequence.partsMakeTotal(
                        "students of both sexes tested",
                        OutcomeOperands.tested(subject, Group.STUDENTS),
                        0,
                        OutcomeOperands.tested(subject, Groups.FEMALE),
                        OutcomeOperands.tested(subject, Groups.MALE))));
    return format.build();
  }

  private static List<Field> numbers(String letters, String subject) {
    List<Field> numbers = new ArrayList<>();
    EdFacts.GROUPS.forEach(
        (group, who) ->
            GRADES.forEach(
                (grade, code) -> {
                  Group in = code.isEmpty() ? who : who.and(Attribute.GRADE, code);
                  String column = group + "_" + letters + grade;
                  Field rate =
                      Field.number(OutcomeOperands.proficiencyRate(subject, in), column + "PCTPROF")
                          .percent();
                  String family = "[group]_" + letters + "[grade]";
                  numbers.add(
                      Field.number(OutcomeOperands.tested(subject, in), column + "NUMVALID")
                          .documentedAs(
                              family + "NUMVALID",
                              "students tested in " + subject + ", by group and grade"));
                  numbers.add(
                      (in.isAll() ? rate.require() : rate)
                          .documentedAs(
                              family + "PCTPROF", "share of them who are proficient, in per cent"));
                }));
    return numbers;
  }
}
