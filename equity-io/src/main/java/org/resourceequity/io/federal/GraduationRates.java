package org.resourceequity.io.federal;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operands;

/**
 * Graduation rates of the adjusted four-year cohort, by school and by district. Rates of small
 * cohorts are ranges, whose bounds are kept. Asian students include Pacific Islanders.
 */
final class GraduationRates {

  private static final Map<String, Group> GROUPS =
      Map.of(
          "ALL", Group.STUDENTS,
          "MAM", Groups.NATIVE_AMERICAN,
          "MAS", Groups.ASIAN,
          "MBL", Groups.BLACK,
          "MHI", Groups.HISPANIC,
          "MTR", Groups.MULTIRACIAL,
          "MWH", Groups.WHITE,
          "CWD", Groups.WITH_DISABILITIES,
          "ECD", Groups.LOW_INCOME,
          "LEP", Groups.ENGLISH_LEARNERS);

  static final Format FORMAT =
      Format.of("edfacts-graduation", Nces.SCHEME)
          .published(
              "United States Department of Education",
              "EDFacts: adjusted cohort graduation rate",
              "2010-11 on",
              Format.Evidence.FILE)
          .layout(
              layout("schools")
                  .level(SCHOOL)
                  .id(SCHOOL, Nces.SCHOOL_KEY)
                  .name(SCHOOL, Field.text("SCHNAM")))
          .layout(layout("districts").level(DISTRICT).without("NCESSCH"))
          .build();

  private GraduationRates() {}

  private static Layout.Builder layout(String name) {
    return Layout.of(name)
        .id(DISTRICT, Nces.DISTRICT_KEY)
        .state(Id.of(Field.text("FIPST", "FIPS").require()).width(2).postal())
        .name(DISTRICT, Field.text("LEANM"))
        .yearInColumnNames("_(\\d{4})$", YearRule.Style.COMPACT)
        .codes(Codes.none().missing(".", "n/a").hidden("PS", "S").ranges())
        .numbers(numbers());
  }

  private static List<Field> numbers() {
    return GROUPS.entrySet().stream()
        .flatMap(
            e -> {
              Field rate =
                  Field.number(Operands.graduationRate(e.getValue()), e.getKey() + "_RATE")
                      .percent();
              return Stream.of(
                  Field.number(Operands.graduationCohort(e.getValue()), e.getKey() + "_COHORT"),
                  e.getValue().isAll() ? rate.require() : rate);
            })
        .toList();
  }
}
