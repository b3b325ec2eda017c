package org.resourceequity.io.texas;

import java.util.Map;
import org.resourceequity.io.Coded;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.SchoolLevel;

/**
 * The reference tables of the Texas Academic Performance Reports: names, and who is a charter.
 *
 * <pre>
 * DISTRICT,DISTNAME,COUNTY,CNTYNAME,REGION,DFLCHART,DFLALTED,D_RATING,OUTCOME,ASVAB_STATUS
 * "'099901",Example ISD,'099,EXAMPLE,'07,N,N,A,Meets Requirements,
 * </pre>
 *
 * <p>Ratings are not read.
 */
final class TaprReference {

  static final Format FORMAT =
      Tea.format(
              "tx-tapr-reference",
              "Texas Academic Performance Reports, reference",
              "the year in the file's name")
          .layout(
              Tea.districts("districts", "DISTRICT", "DISTNAME")
                  .without("CAMPUS")
                  .charter(charter("DFLCHART"))
                  .year(YearRule.inFile()))
          .layout(
              Tea.campuses("campuses")
                  .charter(charter("CFLCHART"))
                  .grades(Field.text("GRDSPAN").correct("EE", "PK").correct("-", " "))
                  .schoolLevel(
                      new Coded<>(
                          Field.text("GRDTYPE"),
                          Map.of(
                              "E", SchoolLevel.ELEMENTARY,
                              "M", SchoolLevel.MIDDLE,
                              "S", SchoolLevel.HIGH,
                              "B", SchoolLevel.COMBINED),
                          SchoolLevel.UNKNOWN))
                  .year(YearRule.inFile()))
          .build();

  private TaprReference() {}

  private static Coded<Boolean> charter(String column) {
    return new Coded<>(Field.text(column).require(), Map.of("Y", true, "N", false), false);
  }
}
