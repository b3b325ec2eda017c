package org.resourceequity.io.urban;

import static org.resourceequity.model.Attribute.GRADE;
import static org.resourceequity.model.Attribute.RACE;
import static org.resourceequity.model.Attribute.SEX;
import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.resourceequity.io.Coded;
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
import org.resourceequity.model.Fund;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Locale;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolLevel;

/**
 * Tables of the Education Data Portal, as pages of its programming interface or as its csv files,
 * whose names are the same. Years are those of autumn, but for poverty, which has the year of the
 * estimates; of all grades, races and sexes together the portal writes 99.
 */
public final class Urban implements FormatProvider {

  private static final String SCHEME = "NCES";
  private static final Id.Column SCHOOL_KEY = Id.of(Field.text("ncessch").require()).width(12);
  private static final Id.Column DISTRICT_KEY = Id.of(Field.text("leaid").require()).width(7);

  private static final Codes CODES =
      Codes.none().missing("-1").notApplicable("-2").absent(Reason.SUPPRESSED_PRIVACY, "-3");

  private static final Format DIRECTORY =
      format("urban-school-directory", "directory of schools (Common Core of Data)")
          .layout(
              schools("schools")
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
                  .charter(new Coded<>(Field.text("charter"), Map.of("1", true, "*", false), false))
                  .locale(
                      new Coded<>(
                          Field.text("urban_centric_locale"),
                          Map.of(
                              "1*", Locale.CITY,
                              "2*", Locale.SUBURB,
                              "3*", Locale.TOWN,
                              "4*", Locale.RURAL,
                              "*", Locale.UNKNOWN),
                          Locale.UNKNOWN))
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

  private static final Format ENROLMENT =
      format("urban-enrolment", "enrolment by grade, race and sex (Common Core of Data)")
          .layout(enrolment(schools("schools")))
          .layout(enrolment(districts("districts").without("ncessch")))
          .build();

  private static final Format FINANCE =
      format("urban-finance", "finance of districts (F-33)")
          .layout(
              districts("districts")
                  .numbers(
                      Field.number(Operands.revenue(Fund.ALL), "rev_total").require(),
                      Field.number(Operands.revenue(Fund.FEDERAL), "rev_fed_total"),
                      Field.number(Operands.revenue(Fund.STATE), "rev_state_total"),
                      Field.number(Operands.revenue(Fund.LOCAL), "rev_local_total"),
                      Field.number(Operands.EXPENDITURE, "exp_total"),
                      Field.number(Operands.SPENDING, "exp_current_elsec_total").require(),
                      Field.number(Operands.ENROLMENT, "enrollment_fall_responsible")))
          .build();

  private static final Format POVERTY =
      format("urban-saipe", "poverty in school districts (SAIPE)")
          .layout(
              // The year of an estimate is taken as the school year that ends in it.
              districts("districts", YearRule.Style.ENDING)
                  .numbers(
                      Field.number(Operands.POPULATION, "est_population_total"),
                      Field.number(Operands.CHILDREN, "est_population_5_17").require(),
                      Field.number(Operands.CHILDREN_IN_POVERTY, "est_population_5_17_poverty")
                          .require()))
          .then(Consequence.atMost(Operands.CHILDREN_IN_POVERTY, Operands.CHILDREN))
          .build();

  /** Makes the provider. */
  public Urban() {}

  @Override
  public Collection<FileFormat> formats() {
    return List.of(DIRECTORY, ENROLMENT, FINANCE, POVERTY);
  }

  private static Format.Builder format(String id, String title) {
    return Format.of(id, SCHEME)
        .published(
            "Urban Institute",
            "Education Data Portal: " + title,
            "all years of the portal",
            Format.Evidence.DOCUMENTATION);
  }

  private static Layout.Builder schools(String name) {
    return layout(name, YearRule.Style.STARTING)
        .level(SCHOOL)
        .id(SCHOOL, SCHOOL_KEY)
        .id(DISTRICT, SCHOOL_KEY.cut(0, 7, ""))
        .state(SCHOOL_KEY.cut(0, 2, "").postal());
  }

  private static Layout.Builder districts(String name) {
    return districts(name, YearRule.Style.STARTING);
  }

  private static Layout.Builder districts(String name, YearRule.Style year) {
    return layout(name, year)
        .level(DISTRICT)
        .id(DISTRICT, DISTRICT_KEY)
        .state(DISTRICT_KEY.cut(0, 2, "").postal());
  }

  private static Layout.Builder layout(String name, YearRule.Style year) {
    return Layout.of(name).year(YearRule.column(year, "year")).requires("fips").codes(CODES);
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
        .dimension(
            Dimension.of("race")
                .code(Groups.WHITE, "1")
                .code(Groups.BLACK, "2")
                .code(Groups.HISPANIC, "3")
                .code(Groups.ASIAN, "4")
                .code(Groups.NATIVE_AMERICAN, "5")
                .code(Groups.PACIFIC_ISLANDER, "6")
                .code(Groups.MULTIRACIAL, "7")
                .code(RACE, "nonresident", "8")
                .code(RACE, "not-specified", "9")
                .code(RACE, "other", "20")
                .all("99"))
        .dimension(
            Dimension.of("sex")
                .code(SEX, "male", "1")
                .code(SEX, "female", "2")
                .code(SEX, "non-binary", "3")
                .code(SEX, "not-specified", "9")
                .all("99"))
        .numbers(Field.number(Operands.ENROLMENT, "enrollment").require());
  }
}
