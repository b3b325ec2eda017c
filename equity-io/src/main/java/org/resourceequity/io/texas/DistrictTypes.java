package org.resourceequity.io.texas;

import java.util.Map;
import org.resourceequity.io.Coded;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Locale;

/**
 * Where the districts of Texas lie, by the classes of the agency and of the National Center for
 * Education Statistics.
 *
 * <pre>
 * District,District Number,TEA District Type,TEA Description,NCES District Type,NCES Description,Charter School (Y/N)
 * EXAMPLE ISD,99901,G,Non-metropolitan Stable,41,Rural-Fringe,N
 * </pre>
 *
 * <p>The agency's own types are about size and growth, not about grades, and are not read.
 */
final class DistrictTypes {

  static final Format FORMAT =
      Tea.format("tx-district-types", "district type", "the year in the file's name")
          .layout(
              Tea.districts("types", "District Number", "District")
                  .requires("TEA District Type")
                  .locale(
                      new Coded<>(
                          Field.text("NCES District Type", "NCES Description").require(),
                          Map.of(
                              "1*", Locale.CITY,
                              "2*", Locale.SUBURB,
                              "3*", Locale.TOWN,
                              "4*", Locale.RURAL),
                          Locale.UNKNOWN))
                  .charter(
                      new Coded<>(
                          Field.text("Charter School (Y/N)"), Map.of("Y", true, "N", false), false))
                  .year(YearRule.inFile()))
          .build();

  private DistrictTypes() {}
}
