package org.resourceequity.io.california;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import java.util.Map;
import org.resourceequity.io.Coded;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.DistrictType;

/**
 * What the files of the California Department of Education have in common. A school is named by its
 * CDS code of 14 digits, a district by its own five of them, which are unique in the State. A
 * school whose seven digits are all 0 stands for students whom the district office has in no school
 * of its own.
 */
final class Cde {

  static final String SCHEME = "CDS";
  static final String PUBLISHER = "California Department of Education";

  private static final Id DISTRICT_CODE = Id.of(Field.text("District Code").require()).width(5);
  private static final Id CDS = Id.of(Field.text("CDS", "CDS_CODE").require()).width(14);

  private Cde() {}

  static Format.Builder format(String id, String title, String years) {
    return Format.of(id, SCHEME).published(PUBLISHER, title, years, Format.Evidence.FILE);
  }

  /** Returns a layout of tables with the CDS code in three columns. */
  static Layout.Builder codeInParts(String name) {
    return Layout.of(name)
        .id(
            SCHOOL,
            Id.joined(
                Id.of(Field.text("County Code").require()).width(2),
                DISTRICT_CODE,
                Id.of(Field.text("School Code").require()).width(7)))
        .id(DISTRICT, DISTRICT_CODE)
        .state(Id.always("CA"))
        .name(SCHOOL, "School Name")
        .name(DISTRICT, "District Name");
  }

  /** Returns a layout of tables with the CDS code in one column. */
  static Layout.Builder codeInOne(String name) {
    return Layout.of(name).id(SCHOOL, CDS).id(DISTRICT, CDS.cut(2, 7, "")).state(Id.always("CA"));
  }

  /** Returns a layout of tables that say of each school its year, grades and kind. */
  static Layout.Builder described(String name) {
    return codeInParts(name)
        .year(YearRule.column("Academic Year"))
        .charter(
            new Coded<>(Field.text("Charter School (Y/N)"), Map.of("y*", true, "n*", false), false))
        .grades(
            Field.text("Low Grade").correct("^P$", "PK"),
            Field.text("High Grade").correct("^P$", "PK").correct("^Adult$", "12"))
        .districtType(
            new Coded<>(
                Field.text("District Type"),
                Map.of(
                    "unified*", DistrictType.UNIFIED,
                    "elementary*", DistrictType.ELEMENTARY,
                    "high*", DistrictType.HIGH,
                    "*", DistrictType.OTHER),
                DistrictType.UNKNOWN));
  }
}
