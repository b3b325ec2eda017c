package org.resourceequity.io.federal;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import org.resourceequity.io.Coded;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Locale;
import org.resourceequity.model.Operands;

/**
 * Where schools and districts lie: their locale from 2014-15 on, and the income of the families
 * near a school.
 */
final class Geocodes {

  static final Format LOCALES =
      Format.of("edge-geocodes", Nces.SCHEME)
          .published(
              Nces.PUBLISHER,
              "EDGE: geocodes of schools and district offices",
              "2014-15 on",
              Format.Evidence.DOCUMENTATION)
          .layout(
              located("schools")
                  .level(SCHOOL)
                  .id(SCHOOL, Nces.SCHOOL_KEY)
                  .id(DISTRICT, Nces.SCHOOL_KEY.cut(0, 7, ""))
                  .state(Nces.SCHOOL_KEY.cut(0, 2, "").postal())
                  .name(SCHOOL, "NAME"))
          .layout(
              located("districts")
                  .level(DISTRICT)
                  .id(DISTRICT, Nces.DISTRICT_KEY)
                  .state(Nces.DISTRICT_KEY.cut(0, 2, "").postal())
                  .name(DISTRICT, "NAME")
                  .without("NCESSCH"))
          .build();

  static final Format NEIGHBORHOODS =
      Format.of("edge-neighborhood-poverty", Nces.SCHEME)
          .published(
              Nces.PUBLISHER,
              "EDGE: school neighborhood poverty estimates",
              "2015-16 on",
              Format.Evidence.DOCUMENTATION)
          .layout(
              layout("schools")
                  .level(SCHOOL)
                  .id(SCHOOL, Nces.SCHOOL_KEY)
                  .id(DISTRICT, Nces.SCHOOL_KEY.cut(0, 7, ""))
                  .state(Nces.SCHOOL_KEY.cut(0, 2, "").postal())
                  .name(SCHOOL, "NAME")
                  .numbers(
                      // 100 is the poverty line.
                      Field.number(Operands.NEIGHBORHOOD_INCOME, "IPR_EST").scaled(0.01).require(),
                      Field.number(Operands.NEIGHBORHOOD_INCOME_ERROR, "IPR_SE").scaled(0.01)))
          .build();

  private Geocodes() {}

  private static Layout.Builder located(String name) {
    return layout(name)
        .requires("LAT", "LON")
        .without("IPR_EST", "STATUS", "GSLO")
        .locale(new Coded<>(Field.text("LOCALE").require(), Nces.LOCALES, Locale.UNKNOWN));
  }

  private static Layout.Builder layout(String name) {
    return Layout.of(name)
        .year(
            YearRule.column("SCHOOLYEAR"),
            YearRule.inFile(YearRule.Style.COMPACT, "(?:_|SCHS?)(?:20)?(\\d{4})(?!\\d)"))
        .codes(Nces.CODES);
  }
}
