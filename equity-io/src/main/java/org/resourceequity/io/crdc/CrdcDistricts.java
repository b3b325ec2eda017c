package org.resourceequity.io.crdc;

import static org.resourceequity.model.Level.DISTRICT;

import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.model.CourseOperands;
import org.resourceequity.model.Group;
import org.resourceequity.model.Operands;

/**
 * Districts: their students, and who of them learns at a distance or prepares for a high school
 * equivalency test. Each table of a package is recognised by its columns.
 */
final class CrdcDistricts {

  static final Format FORMAT =
      Crdc.format("crdc-districts", "districts")
          .layout(
              Layout.of("districts")
                  .level(DISTRICT)
                  .id(DISTRICT, Id.of(Field.text("LEAID").require()).width(7))
                  .state(Id.of("LEA_STATE"))
                  .name(DISTRICT, "LEA_NAME")
                  .year(Crdc.YEAR)
                  .requires("CJJ")
                  .without("COMBOKEY", "SCHID")
                  .codes(Crdc.CODES)
                  .numbers(Field.number(Operands.ENROLMENT, "LEA_ENR"))
                  .numbers(() -> programme("distance-education", "LEA_DISTED_IND", "DISTEDENR"))
                  .numbers(() -> programme("high-school-equivalency", "LEA_HSE_IND", "HSEPART")))
          .build();

  private CrdcDistricts() {}

  private static java.util.List<Field> programme(String course, String offered, String topic) {
    return Family.of(CourseOperands.courseEnrolment(course, Group.STUDENTS))
        .unit("LEA")
        .nobodyWhere(Field.text(offered), "No")
        .topic(topic)
        .fields();
  }
}
