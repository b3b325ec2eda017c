package org.resourceequity.io.federal;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;
import static org.resourceequity.model.Level.STATE;

import java.util.Map;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Locale;
import org.resourceequity.model.Quality;
import org.resourceequity.model.Reason;
import org.resourceequity.model.TitleI;

/** What the files of the National Center for Education Statistics have in common. */
final class Nces {

  static final String SCHEME = "NCES";

  /** The scheme of counties: two digits of the state and three of the county. */
  static final String COUNTY_SCHEME = "US-COUNTY";

  static final String PUBLISHER = "National Center for Education Statistics";

  /** The key of a school; SCHID differs in length by year and is not used. */
  static final Id.Column SCHOOL_KEY = Id.of(Field.text("NCESSCH").require()).width(12);

  /** The key of a district. */
  static final Id.Column DISTRICT_KEY = Id.of(Field.text("LEAID").require()).width(7);

  /**
   * Codes of every era: letters to 2001-02, negative numbers to 2015-16, then words and flags.
   *
   * <p>What is suppressed is suppressed for its quality, not to protect persons: the record layouts
   * say of -9 that the number does not meet the standards of data quality, the programs published
   * with the files of 2015-16 name the same -9 "Suppressed", and table generator ELSI explains its
   * mark ‡ in the same words. Counts of one student by race and sex are published, while teachers
   * and whole schools are suppressed, which has nothing to do with small numbers.
   */
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

  /** The part of schools in Title I: numbers to 2015-16 and in tables of ELSI, then words. */
  static final Map<String, TitleI> TITLE_I =
      Map.ofEntries(
          Map.entry("1*", TitleI.ELIGIBLE),
          Map.entry("TGELGBNOPROG", TitleI.ELIGIBLE),
          Map.entry("2*", TitleI.TARGETED),
          Map.entry("TGELGBTGPROG", TitleI.TARGETED),
          Map.entry("3*", TitleI.TARGETED),
          Map.entry("SWELIGTGPROG", TitleI.TARGETED),
          Map.entry("4*", TitleI.ELIGIBLE),
          Map.entry("SWELIGNOPROG", TitleI.ELIGIBLE),
          Map.entry("5*", TitleI.SCHOOLWIDE),
          Map.entry("SWELIGSWPROG", TitleI.SCHOOLWIDE),
          Map.entry("6*", TitleI.NOT_ELIGIBLE),
          Map.entry("NOTTITLE1ELIG", TitleI.NOT_ELIGIBLE),
          Map.entry("Title I targeted assistance eligible school*", TitleI.ELIGIBLE),
          Map.entry("Title I targeted assistance school", TitleI.TARGETED),
          Map.entry("*targeted assistance program", TitleI.TARGETED),
          Map.entry("Title I schoolwide eligible school*", TitleI.ELIGIBLE),
          Map.entry("Title I schoolwide school", TitleI.SCHOOLWIDE),
          Map.entry("Not a Title I school", TitleI.NOT_ELIGIBLE),
          Map.entry("M*", TitleI.UNKNOWN),
          Map.entry("N", TitleI.UNKNOWN),
          Map.entry("Not reported", TitleI.UNKNOWN),
          Map.entry("Not applicable", TitleI.UNKNOWN),
          Map.entry("-1", TitleI.UNKNOWN),
          Map.entry("-2", TitleI.UNKNOWN),
          Map.entry("-9", TitleI.UNKNOWN));

  /** Four classes of locale, each of three sizes or distances. */
  static final Map<String, Locale> LOCALES =
      Map.of(
          "1*", Locale.CITY,
          "2*", Locale.SUBURB,
          "3*", Locale.TOWN,
          "4*", Locale.RURAL,
          "*", Locale.UNKNOWN);

  /** In older files two digits of the year follow each name: FTE09, G0109, AM01M09, MZIP409. */
  private static final String YEAR_BEHIND =
      "(?<=^(?:g\\d\\d|[a-z]{2}\\d\\d[mf]|[a-z]{2,12}4?))(\\d\\d)$";

  private static final YearRule[] YEARS = {
    YearRule.column(YearRule.Style.STARTING, "SCHOOL_YEAR", "SURVYEAR"),
    YearRule.inFile(YearRule.Style.STARTING, "^(?:sc|ag)(\\d\\d)\\d?[a-z]")
  };

  private Nces() {}

  /** Returns a layout of one row or more per school. */
  static Layout.Builder schools(String name) {
    return Layout.of(name)
        .level(SCHOOL)
        .id(SCHOOL, SCHOOL_KEY)
        .id(DISTRICT, SCHOOL_KEY.cut(0, 7, ""))
        .state(SCHOOL_KEY.cut(0, 2, "").postal())
        .name(SCHOOL, "SCH_NAME", "SCHNAM")
        .name(DISTRICT, "LEA_NAME", "LEANM")
        .year(YEARS)
        .yearInColumnNames(YEAR_BEHIND, YearRule.Style.STARTING)
        .codes(CODES);
  }

  /** Returns a layout of one row or more per district. */
  static Layout.Builder districts(String name) {
    return Layout.of(name)
        .level(DISTRICT)
        .id(DISTRICT, DISTRICT_KEY)
        .state(DISTRICT_KEY.cut(0, 2, "").postal())
        .name(DISTRICT, "LEA_NAME", "NAME")
        .year(YEARS)
        .yearInColumnNames(YEAR_BEHIND, YearRule.Style.STARTING)
        .codes(CODES)
        .without("NCESSCH");
  }

  /** Returns a layout of several rows per state. */
  static Layout.Builder states(String name) {
    return Layout.of(name)
        .level(STATE)
        .id(STATE, Id.of(Field.text("FIPST").require()).width(2).postal())
        .year(YEARS)
        .codes(CODES)
        .without("LEAID", "NCESSCH");
  }

  /** Starts a format of the Common Core of Data. */
  static Format.Builder commonCore(
      String id, String title, String years, Format.Evidence evidence) {
    return Format.of(id, SCHEME)
        .published(PUBLISHER, "Common Core of Data: " + title, years, evidence);
  }
}
