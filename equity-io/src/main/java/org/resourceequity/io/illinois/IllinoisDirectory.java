package org.resourceequity.io.illinois;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import java.util.Map;
import org.resourceequity.io.Coded;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;

/**
 * The directory of Illinois schools and districts with their federal ids.
 *
 * <pre>
 * CountyName,RecType,"Region-2
 * County-3
 * District-4",Type,School,RCDTS,FacilityName,NCES ID
 * Example,Dist,019990010,26,0000,019990010260000,Example CUSD 1,1799990
 * Example,Sch,019990010,26,2001,019990010262001,Oak School,179999000001
 * </pre>
 *
 * <p>A code that ends in 0000 is a district, any other a school. The federal id has 7 digits for a
 * district and 12 for a school; another length is a notice and is not kept. The file does not say
 * of which year it is: names are kept only if the file's name has a year.
 */
final class IllinoisDirectory {

  private static final Id RCDTS = Id.of(Field.text("RCDTS").require()).width(Rcdts.LENGTH);
  private static final Field KIND = Field.text("RecType").require();
  private static final Field NAME = Field.text("FacilityName").require();
  private static final Id NCES = Id.of(Field.text("NCES ID").require());

  static final Format FORMAT =
      Format.of("il-directory", Rcdts.SCHEME)
          .published(
              "Illinois State Board of Education",
              "directory of RCDTS codes",
              "the year in the file's name",
              Format.Evidence.FILE)
          .layout(
              Layout.of("directory")
                  .districtIfEndsWith("0000", RCDTS)
                  .id(SCHOOL, RCDTS)
                  .id(DISTRICT, RCDTS.cut(0, 11, "0000"))
                  .state(Id.always("IL"))
                  .alias(SCHOOL, "NCES", 12, NCES)
                  .alias(DISTRICT, "NCES", 7, NCES)
                  .name(SCHOOL, NAME)
                  .name(DISTRICT, NAME)
                  .charter(
                      new Coded<>(
                          KIND, Map.of("*chtr*", true, "state auth dist", true, "*", false), false))
                  .year(YearRule.inFile()))
          .build();

  private IllinoisDirectory() {}
}
