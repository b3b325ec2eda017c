package org.resourceequity.io.washington;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;
import static org.resourceequity.model.Level.STATE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;

/**
 * What the tables of the report card share: rows of the state, of districts and of schools, codes
 * of 5 and 4 digits, and the names of groups. Rows of counties and of educational service districts
 * repeat the numbers of districts and are not read. Names of columns are spelled with capitals, in
 * lower case, or with underscores.
 */
final class ReportCard {

  /** How the groups are called, first as in the report card of 2018-19. */
  static final Map<Group, List<String>> GROUPS = groups();

  private static final Field LEVEL = column("OrganizationLevel", "organization_level").require();
  private static final Id DISTRICT_CODE =
      Id.of(column("DistrictCode", "district_code").require()).width(5);

  private ReportCard() {}

  static Format.Builder format(String id, String dataSet, String years, Format.Evidence evidence) {
    return Format.of(id, "WA-OSPI")
        .published(
            "Washington Office of Superintendent of Public Instruction",
            "Report Card: " + dataSet,
            years,
            evidence);
  }

  static Layout.Builder layout(String name) {
    return Layout.of(name)
        .level(LEVEL, Map.of("State", STATE, "District", DISTRICT, "School", SCHOOL))
        .skip(LEVEL, "County", "ESD", "Educational Service District")
        .id(STATE, Id.always("WA"))
        .id(DISTRICT, DISTRICT_CODE)
        .id(
            SCHOOL,
            Id.joined(DISTRICT_CODE, Id.of(column("SchoolCode", "school_code").require()).width(4)))
        .name(DISTRICT, column("DistrictName", "district_name"))
        .name(SCHOOL, column("SchoolName", "school_name"))
        .year(YearRule.column("SchoolYear", "school_year"));
  }

  static Field column(String... spellings) {
    return Field.text(spellings);
  }

  private static Map<Group, List<String>> groups() {
    Map<Group, List<String>> groups = new LinkedHashMap<>();
    groups.put(Group.STUDENTS, List.of("All Students"));
    groups.put(Groups.FEMALE, List.of("Female"));
    groups.put(Groups.MALE, List.of("Male"));
    groups.put(Groups.NON_BINARY, List.of("Gender X"));
    groups.put(
        Groups.NATIVE_AMERICAN,
        List.of(
            "American Indian/ Alaskan Native",
            "American Indian/Alaskan Native",
            "American Indian/ Alaska Native"));
    groups.put(Groups.ASIAN, List.of("Asian"));
    groups.put(Groups.BLACK, List.of("Black/ African American", "Black/African American"));
    groups.put(
        Groups.HISPANIC,
        List.of(
            "Hispanic/ Latino of any race(s)",
            "Hispanic/Latino of any race(s)",
            "Hispanic/ Latino of any race"));
    groups.put(
        Groups.PACIFIC_ISLANDER,
        List.of(
            "Native Hawaiian/ Other Pacific Islander",
            "Native Hawaiian/Other Pacific Islander",
            "Native Hawaiian/Pacific Islander"));
    groups.put(Groups.MULTIRACIAL, List.of("Two or More Races", "TwoorMoreRaces"));
    groups.put(Groups.WHITE, List.of("White"));
    groups.put(Groups.LOW_INCOME, List.of("Low-Income", "Low Income"));
    groups.put(Groups.ENGLISH_LEARNERS, List.of("English Language Learners"));
    groups.put(
        Groups.WITH_DISABILITIES,
        List.of("Students with Disabilities", "Student with Disabilities"));
    groups.put(Groups.SECTION_504, List.of("Section 504"));
    groups.put(Groups.HOMELESS, List.of("Homeless"));
    groups.put(Groups.FOSTER_CARE, List.of("Foster Care"));
    groups.put(Groups.MIGRANT, List.of("Migrant"));
    groups.put(Groups.MILITARY_FAMILIES, List.of("Military Parent"));
    groups.put(Groups.GIFTED, List.of("Highly Capable"));
    return groups;
  }
}
