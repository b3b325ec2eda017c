package org.resourceequity.io.federal;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import java.util.Map;
import java.util.TreeMap;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;

/**
 * What the files of EDFacts have in common: a column per group, with the group before its name and
 * the year behind. Numbers of small groups are ranges, whose bounds are kept.
 */
final class EdFacts {

  /** The groups by the letters before the names of columns. */
  static final Map<String, Group> GROUPS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("ALL", Group.STUDENTS),
              Map.entry("MAM", Groups.NATIVE_AMERICAN),
              Map.entry("MAS", Groups.ASIAN_OR_PACIFIC_ISLANDER),
              Map.entry("MBL", Groups.BLACK),
              Map.entry("MHI", Groups.HISPANIC),
              Map.entry("MTR", Groups.MULTIRACIAL),
              Map.entry("MWH", Groups.WHITE),
              Map.entry("F", Groups.FEMALE),
              Map.entry("M", Groups.MALE),
              Map.entry("CWD", Groups.WITH_DISABILITIES),
              Map.entry("ECD", Groups.LOW_INCOME),
              Map.entry("LEP", Groups.ENGLISH_LEARNERS),
              Map.entry("HOM", Groups.HOMELESS),
              Map.entry("FCS", Groups.FOSTER_CARE),
              Map.entry("MIG", Groups.MIGRANT),
              Map.entry("MIL", Groups.MILITARY_FAMILIES)));

  private EdFacts() {}

  /** Starts a format. */
  static Format.Builder format(String id, String title, Format.Evidence evidence) {
    return Format.of(id, Nces.SCHEME)
        .published(
            "United States Department of Education", "EDFacts: " + title, "2009-10 on", evidence);
  }

  /** Returns a layout of one row per school. */
  static Layout.Builder schools(String name) {
    return layout(name)
        .level(SCHOOL)
        .id(SCHOOL, Nces.SCHOOL_KEY)
        .name(SCHOOL, Field.textLike("SCHNAM", "schnam(?:\\d\\d)?"));
  }

  /** Returns a layout of one row per district. */
  static Layout.Builder districts(String name) {
    return layout(name).level(DISTRICT).without("NCESSCH");
  }

  private static Layout.Builder layout(String name) {
    return Layout.of(name)
        .id(DISTRICT, Nces.DISTRICT_KEY)
        .state(Id.of(Field.text("FIPST", "FIPS").require()).width(2).postal())
        .name(DISTRICT, Field.textLike("LEANM", "leanm(?:\\d\\d)?"))
        // Some files repeat their header.
        .skip("LEAID", "LEAID")
        .yearInColumnNames("_(\\d{4})$", YearRule.Style.COMPACT)
        .codes(Codes.none().missing(".", "n/a").hidden("PS", "S").ranges());
  }
}
