package org.resourceequity.io.federal;

import static org.resourceequity.model.Level.DISTRICT;

import org.resourceequity.io.Codes;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.FinanceOperands;

/**
 * Allocations of Title I, Part A to districts. Money of a fiscal year is for the school year that
 * starts in it. The rows of parts of a state that are no district have no id and are not read.
 */
final class TitleIAllocations {

  private static final Id.Column KEY =
      Id.of(Field.text("LEA ID", "LEAID", "LEA Identification Number").require()).width(7);

  static final Format FORMAT =
      Format.of("title-i-allocations", Nces.SCHEME)
          .published(
              "United States Department of Education",
              "Title I, Part A allocations by district",
              "",
              Format.Evidence.DOCUMENTATION)
          .layout(
              Layout.of("districts")
                  .level(DISTRICT)
                  .id(DISTRICT, KEY)
                  .state(KEY.cut(0, 2, "").postal())
                  .name(DISTRICT, Field.text("District", "LEA Name").require())
                  .skip("LEA ID", "")
                  .year(
                      YearRule.inFile(
                          YearRule.Style.STARTING,
                          "(?:fy|fiscal[ _-]?year)[ _-]?((?:20)?\\d\\d)(?!\\d)"),
                      YearRule.inFile())
                  .codes(Codes.none())
                  .numbers(
                      Field.like(
                              FinanceOperands.TITLE_I_ALLOCATION,
                              "Allocation",
                              "(?:fy ?\\d{2,4} )?(?:title i )?(?:total )?allocations?\\*?")
                          .require()))
          .build();

  private TitleIAllocations() {}
}
