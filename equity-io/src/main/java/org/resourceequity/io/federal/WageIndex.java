package org.resourceequity.io.federal;

import static org.resourceequity.model.Level.DISTRICT;

import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Operands;

/**
 * The Comparable Wage Index for Teachers by district. The year is that of the districts, "LEA2223"
 * in the file's name, which is not the edition's. Charter agencies are not in the file.
 */
final class WageIndex {

  static final Format FORMAT =
      Format.of("cwift-districts", Nces.SCHEME)
          .published(
              Nces.PUBLISHER,
              "Comparable Wage Index for Teachers, by district",
              "2013-14 on",
              Format.Evidence.FILE)
          .layout(
              Layout.of("districts")
                  .level(DISTRICT)
                  .id(DISTRICT, Nces.DISTRICT_KEY)
                  .state(Nces.DISTRICT_KEY.cut(0, 2, "").postal())
                  .name(DISTRICT, "LEA_NAME")
                  .year(YearRule.inFile(YearRule.Style.COMPACT, "LEA(\\d{4})"))
                  .numbers(
                      Field.number(Operands.WAGE_INDEX, "LEA_CWIFTEST").require(),
                      Field.number(Operands.WAGE_INDEX_ERROR, "LEA_CWIFTSE")))
          .build();

  private WageIndex() {}
}
