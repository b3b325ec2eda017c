package org.resourceequity.io.washington;

import static org.resourceequity.model.Attribute.GRADE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Dimension;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operands;

/** Enrolment by grade, a column for each group. */
final class WashingtonEnrolment {

  /** Names of columns that are not made from those of the groups. */
  private static final Map<Group, List<String>> ABBREVIATED =
      Map.of(
          Groups.NATIVE_AMERICAN, List.of("american_indian_alaskan_native"),
          Groups.BLACK, List.of("black_african_american"),
          Groups.HISPANIC, List.of("hispanic_latino_of_any_race"),
          Groups.PACIFIC_ISLANDER,
              List.of("native_hawaiian_other_pacific", "native_hawaiian_pacific_islander"),
          Groups.LOW_INCOME, List.of("low_income"));

  static final Format FORMAT =
      ReportCard.format("wa-enrolment", "enrolment", "2014-15 on", Format.Evidence.DOCUMENTATION)
          .layout(
              ReportCard.layout("enrolment")
                  .dimension(grades())
                  .codes(Codes.none().missing("NA", "NULL").hidden("*").ranges())
                  .numbers(WashingtonEnrolment::numbers))
          .build();

  private WashingtonEnrolment() {}

  private static Dimension grades() {
    Dimension grades =
        Dimension.of(ReportCard.column("GradeLevel", "Grade Level", "grade_level").require())
            .all("All Grades", "AllGrades")
            .code(GRADE, "PK", "Pre-Kindergarten", "PreKindergarten", "PK")
            .code(GRADE, "half-day-K", "Half-day Kindergarten")
            .code(GRADE, "K", "Kindergarten", "K");
    List<String> names =
        List.of("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th", "11th");
    for (int grade = 1; grade <= names.size(); grade++) {
      grades =
          grades.code(
              GRADE,
              String.valueOf(grade),
              names.get(grade - 1) + " Grade",
              String.valueOf(grade),
              "%02d".formatted(grade));
    }
    return grades.code(GRADE, "12", "12th Grade", "12");
  }

  private static List<Field> numbers() {
    List<Field> fields = new ArrayList<>();
    ReportCard.GROUPS.forEach(
        (group, names) -> {
          List<String> spellings =
              Stream.concat(
                      names.stream().flatMap(name -> Stream.of(name, name.replaceAll("[ -]", "_"))),
                      ABBREVIATED.getOrDefault(group, List.of()).stream())
                  .toList();
          Field field = Field.number(Operands.enrolment(group), spellings.toArray(String[]::new));
          fields.add(group.isAll() ? field.require() : field);
        });
    return fields;
  }
}
