package org.resourceequity.io.federal;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import java.util.List;
import java.util.Map;
import org.resourceequity.io.Coded;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.io.table.Shape;
import org.resourceequity.model.Locale;
import org.resourceequity.model.Operands;

/**
 * Where schools and districts lie: their locale from 2014-15 on, and the income of the families
 * near a school. The text files of locales have pipes between the fields and no header.
 */
final class Geocodes {

  /** The columns of the text files, which have no header. */
  private static final List<String> PLACE =
      List.of(
          "NAME",
          "OPSTFIPS",
          "STREET",
          "CITY",
          "STATE",
          "ZIP",
          "STFIP",
          "CNTY",
          "NMCNTY",
          "LOCALE",
          "LAT",
          "LON",
          "CBSA",
          "NMCBSA",
          "CBSATYPE",
          "CSA",
          "NMCSA");

  private static final List<String> NECTA = List.of("NECTA", "NMNECTA");
  private static final List<String> SEATS = List.of("CD", "SLDL", "SLDU", "SCHOOLYEAR");
  private static final List<String> SHARES =
      List.of(
          "PCT_CITY11",
          "PCT_CITY12",
          "PCT_CITY13",
          "PCT_SUBURB21",
          "PCT_SUBURB22",
          "PCT_SUBURB23",
          "PCT_TOWN31",
          "PCT_TOWN32",
          "PCT_TOWN33",
          "PCT_RURAL41",
          "PCT_RURAL42",
          "PCT_RURAL43");

  static final Format LOCALES =
      Format.of("edge-geocodes", Nces.SCHEME)
          .published(
              Nces.PUBLISHER,
              "EDGE: geocodes of schools and district offices",
              "2014-15 on",
              Format.Evidence.DOCUMENTATION)
          .layout(schools("schools, to 2020-21", NECTA))
          .layout(schools("schools, later", List.of()))
          .layout(districts("districts, to 2020-21", NECTA, List.of()))
          .layout(districts("districts, later", List.of(), SHARES))
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

  private static Layout.Builder schools(String name, List<String> necta) {
    return located(name)
        .level(SCHOOL)
        .id(SCHOOL, Nces.SCHOOL_KEY)
        .id(DISTRICT, Nces.SCHOOL_KEY.cut(0, 7, ""))
        .state(Nces.SCHOOL_KEY.cut(0, 2, "").postal())
        .name(SCHOOL, "NAME")
        .shape(
            Shape.named(joined(List.of(List.of("NCESSCH", "LEAID"), PLACE, necta, SEATS))),
            Map.of("NCESSCH", "\\d{12}", "LEAID", "\\d{7}", "LOCALE", "\\d\\d|N|M"));
  }

  private static Layout.Builder districts(String name, List<String> necta, List<String> shares) {
    return located(name)
        .level(DISTRICT)
        .id(DISTRICT, Nces.DISTRICT_KEY)
        .state(Nces.DISTRICT_KEY.cut(0, 2, "").postal())
        .name(DISTRICT, "NAME")
        .without("NCESSCH")
        .shape(
            Shape.named(joined(List.of(List.of("LEAID"), PLACE, necta, SEATS, shares))),
            Map.of("LEAID", "\\d{7}", "STFIP", "\\d\\d", "LOCALE", "\\d\\d|N|M"));
  }

  private static List<String> joined(List<List<String>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

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
