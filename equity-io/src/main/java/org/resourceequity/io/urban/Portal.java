package org.resourceequity.io.urban;

import static org.resourceequity.model.Attribute.RACE;
import static org.resourceequity.model.Attribute.SEX;
import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import java.util.Map;
import org.resourceequity.io.Coded;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Dimension;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Locale;
import org.resourceequity.model.Reason;

/**
 * What the tables of the portal have in common: names and codes. Years are those of autumn. Of all
 * grades, races and sexes together the portal writes 99.
 */
final class Portal {

  static final Id.Column SCHOOL_KEY = Id.of(Field.text("ncessch").require()).width(12);
  static final Id.Column DISTRICT_KEY = Id.of(Field.text("leaid").require()).width(7);

  private static final String ALL = "99";

  private Portal() {}

  /** Starts a format, of which a folder has many pages and years. */
  static Format.Builder format(String id, String title) {
    return Format.of(id, "NCES")
        .published(
            "Urban Institute",
            "Education Data Portal: " + title,
            "all years of the portal",
            Format.Evidence.DOCUMENTATION)
        .folder();
  }

  /** Returns a layout of one row or more per school. */
  static Layout.Builder schools(String name) {
    return schools(name, SCHOOL_KEY);
  }

  /** Returns a layout of one row or more per school, whose key begins with that of its district. */
  static Layout.Builder schools(String name, Id key) {
    return layout(name, YearRule.Style.STARTING)
        .level(SCHOOL)
        .id(SCHOOL, key)
        .id(DISTRICT, key.cut(0, 7, ""))
        .state(key.cut(0, 2, "").postal());
  }

  /** Returns a layout of one row or more per district. */
  static Layout.Builder districts(String name) {
    return districts(name, YearRule.Style.STARTING);
  }

  /** Returns a layout of one row or more per district, with years of another style. */
  static Layout.Builder districts(String name, YearRule.Style year) {
    return layout(name, year)
        .level(DISTRICT)
        .id(DISTRICT, DISTRICT_KEY)
        .state(DISTRICT_KEY.cut(0, 2, "").postal())
        .without("ncessch");
  }

  private static Layout.Builder layout(String name, YearRule.Style year) {
    return Layout.of(name)
        .year(YearRule.column(year, "year"))
        .requires("fips")
        .codes(
            // Programs that fetch tables write what is null in their own ways.
            Codes.none()
                .missing("-1", "NA", "NaN", "None")
                .notApplicable("-2")
                .absent(Reason.SUPPRESSED_PRIVACY, "-3"));
  }

  /** Returns the races; some sources count Pacific Islanders as Asian. */
  static Dimension races(Group asian) {
    return Dimension.of("race")
        .code(Groups.WHITE, "1")
        .code(Groups.BLACK, "2")
        .code(Groups.HISPANIC, "3")
        .code(asian, "4")
        .code(Groups.NATIVE_AMERICAN, "5")
        .code(Groups.PACIFIC_ISLANDER, "6")
        .code(Groups.MULTIRACIAL, "7")
        .code(RACE, "nonresident", "8")
        .code(RACE, "not-specified", "9")
        .code(RACE, "other", "20")
        .all(ALL);
  }

  /** Returns the sexes. */
  static Dimension sexes() {
    return Dimension.of("sex")
        .code(SEX, "male", "1")
        .code(SEX, "female", "2")
        .code(SEX, "non-binary", "3")
        .code(SEX, "not-specified", "9")
        .all(ALL);
  }

  /**
   * Returns the students with and without disabilities. Those with a disability are served under
   * the law that gives them special education (IDEA), others under Section 504 only.
   */
  static Dimension disabilities() {
    return Dimension.of("disability")
        .code(Groups.WITHOUT_DISABILITIES, "0")
        .code(Groups.WITH_DISABILITIES, "1")
        .code(Groups.SECTION_504, "2")
        // Students outside special education, and those of either law.
        .skip("3", "4")
        .all(ALL);
  }

  /** Returns the students who are of a group, and all; older tables may lack the column. */
  static Dimension members(String column, Group group) {
    return Dimension.of(Field.text(column)).code(group, "1").skip("0").all(ALL, "");
  }

  /** Returns a locale of four classes, each of three sizes or distances. */
  static Coded<Locale> locale() {
    return new Coded<>(
        Field.text("urban_centric_locale"),
        Map.of(
            "1*", Locale.CITY,
            "2*", Locale.SUBURB,
            "3*", Locale.TOWN,
            "4*", Locale.RURAL,
            "*", Locale.UNKNOWN),
        Locale.UNKNOWN);
  }

  /** Returns the lowest and the highest grade offered, in which -1 is before kindergarten. */
  static Field[] grades() {
    return new Field[] {grade("lowest_grade_offered"), grade("highest_grade_offered")};
  }

  private static Field grade(String column) {
    return Field.text(column).correct("^-1$", "PK").correct("^0$", "K");
  }
}
