package org.resourceequity.io.federal;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import org.resourceequity.io.Codes;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Quality;
import org.resourceequity.model.Reason;

/** What the files of the National Center for Education Statistics have in common. */
final class Nces {

  static final String SCHEME = "NCES";
  static final String PUBLISHER = "National Center for Education Statistics";

  /** The key of a school; SCHID differs in length by year and is not used. */
  static final Id.Column SCHOOL_KEY = Id.of(Field.text("NCESSCH").require()).width(12);

  /** The key of a district. */
  static final Id.Column DISTRICT_KEY = Id.of(Field.text("LEAID").require()).width(7);

  /** Codes of every era: letters to 2001-02, negative numbers to 2015-16, then words and flags. */
  static final Codes CODES =
      Codes.none()
          .missing("M", "-1", "Missing", "Not reported")
          .notApplicable("N", "-2", "Not applicable")
          .quality("-9", "Suppressed")
          .flag("Reported", Quality.REPORTED)
          .flag("Derived", Quality.DERIVED)
          .flag("Imputed", Quality.IMPUTED)
          .flagAbsent("Missing", Reason.NOT_REPORTED)
          .flagAbsent("Not reported", Reason.NOT_REPORTED)
          .flagAbsent("Not applicable", Reason.NOT_APPLICABLE)
          .flagAbsent("Suppressed", Reason.SUPPRESSED_QUALITY);

  private Nces() {}

  /** Returns a layout of one row or more per school. */
  static Layout.Builder schools(String name) {
    return Layout.of(name)
        .level(SCHOOL)
        .id(SCHOOL, SCHOOL_KEY)
        .id(DISTRICT, SCHOOL_KEY.cut(0, 7, ""))
        .state(SCHOOL_KEY.cut(0, 2, "").postal())
        .name(SCHOOL, text("SCH_NAME", "SCHNAM"))
        .name(DISTRICT, text("LEA_NAME", "LEANM"))
        .year(YearRule.column(YearRule.Style.STARTING, "SCHOOL_YEAR", "SURVYEAR"))
        .codes(CODES);
  }

  /** Returns a layout of one row or more per district. */
  static Layout.Builder districts(String name) {
    return Layout.of(name)
        .level(DISTRICT)
        .id(DISTRICT, DISTRICT_KEY)
        .state(DISTRICT_KEY.cut(0, 2, "").postal())
        .name(DISTRICT, text("LEA_NAME", "NAME"))
        .year(YearRule.column(YearRule.Style.STARTING, "SCHOOL_YEAR", "SURVYEAR"))
        .codes(CODES)
        .without("NCESSCH");
  }

  /** Returns a column of texts; in older files two digits of the year follow each name. */
  static Field text(String... names) {
    return Field.textLike(names[0], regex(names));
  }

  /** Returns a column of numbers; in older files two digits of the year follow each name. */
  static Field number(org.resourceequity.model.Operand operand, String... names) {
    return Field.like(operand, names[0], regex(names));
  }

  private static String regex(String... names) {
    return "(?:" + String.join("|", names).toLowerCase(java.util.Locale.ROOT) + ")(?:\\d\\d)?";
  }

  /** Starts a format of the Common Core of Data. */
  static Format.Builder commonCore(
      String id, String title, String years, Format.Evidence evidence) {
    return Format.of(id, SCHEME)
        .published(PUBLISHER, "Common Core of Data: " + title, years, evidence);
  }
}
