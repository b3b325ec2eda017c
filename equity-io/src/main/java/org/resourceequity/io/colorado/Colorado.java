package org.resourceequity.io.colorado;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;
import static org.resourceequity.model.Level.STATE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Dimension;
import org.resourceequity.io.Field;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.Format;
import org.resourceequity.io.FormatProvider;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.OutcomeOperands;
import org.resourceequity.model.Variable;

/**
 * Graduation and completion in Colorado, of four cohorts that were followed for four to seven
 * years.
 *
 * <pre>
 * Organization Code,Organization Name,School Code,School Name,Anticipated Year of Graduation (AYG),
 *   Number of Years After Entering High School,All Students AYG Cohort Size,All Students Graduation Rate,...
 * 0990,Example 1,0101,Oak High School,2023-2024,4,66,78.8%,...
 * 0990,Example 1,0101,Oak High School,2022-2023,5,16-50,&gt;= 98%,...
 * 0990,Example 1,9998,DISTRICT TOTAL,2023-2024,4,465,71.2%,...
 * </pre>
 *
 * <p>The school year is that in which the cohort should have graduated. Students by race and sex
 * stand in one sheet, those by need and programme in another; all students are in both and read
 * from the first. Rows of the state among the districts, and of districts among the schools, repeat
 * other sheets and are not read; students of unreported schools are in their district's numbers
 * only. A cohort of "50 or less" may be empty, and a rate of nobody does not apply, although 0.0%
 * is printed.
 */
public final class Colorado implements FormatProvider {

  private static final Map<Group, String> RACES_AND_SEXES = racesAndSexes();
  private static final Map<Group, String> NEEDS = needs();

  private static final Id ORGANIZATION =
      Id.of(Field.text("Organization Code", "District Code").require()).width(4);

  private static final Format GRADUATION =
      Format.of("co-graduation", "CO-CDE")
          .published(
              "Colorado Department of Education",
              "graduation and completion rates",
              "2023-24",
              Format.Evidence.FILE)
          .layout(
              layout("state", RACES_AND_SEXES, NEEDS)
                  .without("Organization Code", "School Code")
                  .level(STATE)
                  .id(STATE, Id.always("CO")))
          .layout(districts(layout("districts by race and sex", RACES_AND_SEXES)))
          .layout(districts(layout("districts by need", NEEDS)))
          .layout(schools(layout("schools by race and sex", RACES_AND_SEXES)))
          .layout(schools(layout("schools by need", NEEDS)))
          .then(
              IntStream.rangeClosed(4, 7)
                  .boxed()
                  .flatMap(
                      years ->
                          List.of(
                              noRateOfNobody(graduation(years), years),
                              noRateOfNobody(completion(years), years))
                              .stream())
                  .toArray(Consequence[]::new))
          .build();

  /** Makes the provider. */
  public Colorado() {}

  @Override
  public Collection<FileFormat> formats() {
    return List.of(GRADUATION);
  }

  private static Variable graduation(int years) {
    return OutcomeOperands.graduationRate(Group.STUDENTS, years).what();
  }

  private static Variable completion(int years) {
    return OutcomeOperands.completionRate(Group.STUDENTS, years).what();
  }

  private static Variable cohort(int years) {
    return OutcomeOperands.graduationCohort(Group.STUDENTS, years).what();
  }

  private static Consequence noRateOfNobody(Variable rate, int years) {
    return Consequence.noRateOfNobody(rate, cohort(years));
  }

  @SafeVarargs
  private static Layout.Builder layout(String name, Map<Group, String>... groups) {
    Dimension years = Dimension.of("Number of Years After Entering High School").all("4");
    for (int n = 5; n <= 7; n++) {
      years =
          years.variables(
              Map.of(
                  cohort(4), cohort(n), graduation(4), graduation(n), completion(4), completion(n)),
              String.valueOf(n));
    }
    return Layout.of(name)
        .skip("County Name", "End of Worksheet")
        .skip("Organization Name", "End of Worksheet")
        .year(
            YearRule.column(
                "Anticipated Year of Graduation (AYG)", "Anticipated Year of Graduation"))
        .dimension(years)
        .codes(
            Codes.none()
                .notApplicable("N/A")
                .hidden("(-)", "51 or greater")
                .hidden(0, 50, "50 or less")
                .hidden(0, 15, "15 or less")
                .ranges())
        .numbers(() -> numbers(groups));
  }

  private static Layout.Builder districts(Layout.Builder layout) {
    return layout
        .without("School Code")
        .skip("Organization Code", "9999")
        .level(DISTRICT)
        .id(DISTRICT, ORGANIZATION)
        .state(Id.always("CO"))
        .name(DISTRICT, Field.text("Organization Name", "District Name").require());
  }

  private static Layout.Builder schools(Layout.Builder layout) {
    return layout
        .skip("School Code", "9998", "9999", "UUUU")
        .level(SCHOOL)
        .id(DISTRICT, ORGANIZATION)
        .id(SCHOOL, Id.joined(ORGANIZATION, Id.of(Field.text("School Code").require()).width(4)))
        .state(Id.always("CO"))
        .name(DISTRICT, Field.text("Organization Name", "District Name"))
        .name(SCHOOL, Field.text("School Name").require());
  }

  @SafeVarargs
  private static List<Field> numbers(Map<Group, String>... groups) {
    List<Field> fields = new ArrayList<>();
    for (Map<Group, String> some : groups) {
      some.forEach(
          (group, name) -> {
            Field rate =
                Field.number(OutcomeOperands.graduationRate(group), name + " Graduation Rate")
                    .percent();
            fields.add(
                Field.number(OutcomeOperands.graduationCohort(group), name + " AYG Cohort Size"));
            fields.add(group.isAll() || group.equals(Groups.MIGRANT) ? rate.require() : rate);
            fields.add(
                Field.number(OutcomeOperands.completionRate(group, 4), name + " Completion Rate")
                    .percent());
          });
    }
    return fields;
  }

  private static Map<Group, String> racesAndSexes() {
    Map<Group, String> names = new LinkedHashMap<>();
    names.put(Group.STUDENTS, "All Students");
    names.put(Groups.FEMALE, "Female");
    names.put(Groups.MALE, "Male");
    names.put(Groups.NON_BINARY, "Non-Binary");
    names.put(Groups.NATIVE_AMERICAN, "American Indian or Alaska Native");
    names.put(Groups.ASIAN, "Asian");
    names.put(Groups.BLACK, "Black or African American");
    names.put(Groups.HISPANIC, "Hispanic or Latino");
    names.put(Groups.WHITE, "White");
    names.put(Groups.PACIFIC_ISLANDER, "Native Hawaiian or Other Pacific Islander");
    names.put(Groups.MULTIRACIAL, "Two or More Races");
    return names;
  }

  private static Map<Group, String> needs() {
    Map<Group, String> names = new LinkedHashMap<>();
    names.put(Groups.WITH_DISABILITIES, "Students with Disabilities");
    names.put(Groups.ENGLISH_LEARNERS, "English Learners");
    names.put(Groups.LOW_INCOME, "Econ. Disadvant.");
    names.put(Groups.MIGRANT, "Migrant");
    names.put(Groups.TITLE_I, "Title 1");
    names.put(Groups.HOMELESS, "Homeless");
    names.put(Groups.GIFTED, "Gifted-Talented");
    names.put(Groups.MILITARY_FAMILIES, "Military Connected");
    names.put(Groups.FOSTER_CARE, "Foster");
    return names;
  }
}
