package org.resourceequity.io.federal;

import static org.resourceequity.model.Level.DISTRICT;

import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.FinanceOperands;

/**
 * The Comparable Wage Index for Teachers by district and by county. The year is that of the
 * districts, "LEA2223" in the file's name, which is not the edition's; counties have the school
 * year that starts in the edition's. Charter agencies are not in the file of districts; the county
 * they lie in has an index. Counties are units of their own id scheme, at the level of districts.
 */
final class WageIndex {

  static final Format DISTRICTS =
      format("cwift-districts", Nces.SCHEME, "by district")
          .layout(
              layout("districts", Nces.DISTRICT_KEY, "LEA")
                  .name(DISTRICT, "LEA_NAME")
                  .year(YearRule.inFile(YearRule.Style.COMPACT, "LEA(\\d{4})")))
          .build();

  static final Format COUNTIES =
      format("cwift-counties", Nces.COUNTY_SCHEME, "by county")
          .layout(
              layout("counties", Id.of(Field.text("CNTY_FIPS").require()).width(5), "CNTY")
                  .name(DISTRICT, "CNTY_NAME")
                  .year(YearRule.inFile(YearRule.Style.STARTING, "CWIFT(\\d{4})")))
          .build();

  private WageIndex() {}

  private static Format.Builder format(String id, String scheme, String of) {
    return Format.of(id, scheme)
        .published(
            Nces.PUBLISHER,
            "Comparable Wage Index for Teachers, " + of,
            "2013-14 on",
            Format.Evidence.FILE);
  }

  private static Layout.Builder layout(String name, Id key, String prefix) {
    return Layout.of(name)
        .level(DISTRICT)
        .id(DISTRICT, key)
        .state(key.cut(0, 2, "").postal())
        .numbers(
            Field.number(FinanceOperands.WAGE_INDEX, prefix + "_CWIFTEST").require(),
            Field.number(FinanceOperands.WAGE_INDEX_ERROR, prefix + "_CWIFTSE"));
  }
}
