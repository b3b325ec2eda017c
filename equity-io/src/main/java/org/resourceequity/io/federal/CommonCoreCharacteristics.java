package org.resourceequity.io.federal;

import org.resourceequity.io.Coded;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.model.TitleI;

/** The characteristics of schools, of which their part in Title I is read. */
final class CommonCoreCharacteristics {

  static final Format FORMAT =
      Nces.commonCore(
              "ccd-characteristics",
              "school characteristics (129)",
              "2014-15 on",
              Format.Evidence.DOCUMENTATION)
          .layout(
              Nces.schools("characteristics")
                  .without("GSLO", "TOTFRL", "STUDENT_COUNT")
                  .titleI(
                      new Coded<>(
                          Field.text("TITLEI_STATUS", "TITLEI_STATUS_TEXT").require(),
                          Nces.TITLE_I,
                          TitleI.UNKNOWN)))
          .build();

  private CommonCoreCharacteristics() {}
}
