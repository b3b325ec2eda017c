package org.resourceequity.io.federal;

import static org.resourceequity.model.Attribute.COURSE;
import static org.resourceequity.model.Attribute.GRADE;
import static org.resourceequity.model.Level.DISTRICT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Dimension;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.OutcomeOperands;

/**
 * Mean test scores that are comparable between states, by grade, year and subject. Its districts
 * are those of geography, with the charter schools that lie in them, in their own id scheme. Means
 * of fewer than 20 tests are not published.
 */
final class EducationalOpportunity {

  /** The groups by the last letters of the names of columns. */
  private static final Map<String, Group> GROUPS =
      new TreeMap<>(
          Map.of(
              "all", Group.STUDENTS,
              "asn", Groups.ASIAN,
              "blk", Groups.BLACK,
              "ecd", Groups.LOW_INCOME,
              "fem", Groups.FEMALE,
              "hsp", Groups.HISPANIC,
              "mal", Groups.MALE,
              "nam", Groups.NATIVE_AMERICAN,
              "wht", Groups.WHITE));

  static final Format FORMAT =
      Format.of("seda-districts", "SEDA")
          .published(
              "Stanford University",
              "Stanford Education Data Archive, districts by grade and year",
              "2008-09 on",
              Format.Evidence.DOCUMENTATION)
          .layout(
              Layout.of("standard deviations of a cohort")
                  .level(DISTRICT)
                  .id(DISTRICT, Id.of(Field.text("sedalea").require()).width(7))
                  .state(Id.of("stateabb"))
                  .name(DISTRICT, "sedaleaname")
                  .year(YearRule.column("year"))
                  .dimension(
                      Dimension.of("subject")
                          .code(COURSE, "mathematics", "mth", "math")
                          .code(COURSE, "reading", "rla", "ela"))
                  .dimension(grades())
                  .codes(Codes.none())
                  .numbers(EducationalOpportunity::numbers))
          .build();

  private EducationalOpportunity() {}

  private static Dimension grades() {
    Dimension grades = Dimension.of("grade");
    for (int g = 3; g <= 8; g++) {
      grades = grades.code(GRADE, String.valueOf(g), String.valueOf(g));
    }
    return grades;
  }

  private static List<Field> numbers() {
    List<Field> numbers = new ArrayList<>();
    GROUPS.forEach(
        (letters, group) -> {
          Field mean = Field.number(OutcomeOperands.meanScore(group), "cs_mn_" + letters);
          numbers.add(group.isAll() ? mean.require() : mean);
          numbers.add(Field.number(OutcomeOperands.meanScoreError(group), "cs_mn_se_" + letters));
          numbers.add(Field.number(OutcomeOperands.tested(group), "tot_asmt_" + letters));
        });
    return numbers;
  }
}
