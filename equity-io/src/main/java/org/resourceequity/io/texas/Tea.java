package org.resourceequity.io.texas;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import org.resourceequity.io.Codes;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;

/** What the files of the agency have in common. */
final class Tea {

  static final String SCHEME = "TX-TEA";
  private static final String PUBLISHER = "Texas Education Agency";

  /**
   * The masks of the reports and of the downloads: a small number and its complement are hidden, a
   * number outside a reasonable range is withheld. A dot stands for a number that is not there.
   */
  static final Codes MASKS =
      Codes.none()
          .missing(".")
          .notApplicable("n/a", "-")
          .hidden("-1", "-3", "*", "**")
          .quality("-2", "?");

  /** The same for rates, where a dot says that nobody is in the denominator. */
  static final Codes RATE_MASKS = MASKS.notApplicable(".");

  private static final Id CAMPUS = Id.of(Field.text("CAMPUS").require()).width(9);

  private Tea() {}

  static Format.Builder format(String id, String title, String years) {
    return Format.of(id, SCHEME).published(PUBLISHER, title, years, Format.Evidence.FILE);
  }

  /** Returns a layout of rows about districts, by the columns with their ids and names. */
  static Layout.Builder districts(String name, String id, String nameColumn) {
    return Layout.of(name)
        .level(DISTRICT)
        .id(DISTRICT, Id.of(Field.text(id).require()).width(6))
        .state(Id.always("TX"))
        .name(DISTRICT, nameColumn)
        .codes(MASKS);
  }

  /** Returns a layout of rows about campuses. */
  static Layout.Builder campuses(String name) {
    return Layout.of(name)
        .level(SCHOOL)
        .id(SCHOOL, CAMPUS)
        .id(DISTRICT, CAMPUS.cut(0, 6, ""))
        .state(Id.always("TX"))
        .name(SCHOOL, "CAMPNAME")
        .name(DISTRICT, "DISTNAME")
        .codes(MASKS);
  }
}
