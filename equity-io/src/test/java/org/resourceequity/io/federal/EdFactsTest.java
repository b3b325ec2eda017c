package org.resourceequity.io.federal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.Shared;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Column;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.OutcomeOperands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** Rates of groups, which are ranges where groups are small. */
class EdFactsTest {

  private static final SchoolId OAK = new SchoolId("019990100010");
  private static final SchoolId ELM = new SchoolId("019990100020");
  private static final DistrictId CITY = new DistrictId("0199901");
  private static final Cell HIDDEN = Cell.absent(Reason.SUPPRESSED_PRIVACY);

  private static Loaded read(String file) {
    return EquityFiles.read(Shared.fixture("edfacts-assessments", file));
  }

  private static Cell cell(EquityData data, UnitId unit, Operand operand) {
    return data.cell(unit, operand.at(unit.level(), data.years().last()));
  }

  private static Cell range(double low, double high) {
    return new Cell.Bounded(low, high, Reason.SUPPRESSED_PRIVACY);
  }

  @Test
  void proficiencyByGradeAndGroupKeepsItsBounds() {
    Loaded loaded = read("math-achievement-sch-sy2017-18.csv");
    EquityData data = loaded.data();
    Group third = Group.STUDENTS.and(Attribute.GRADE, "3");
    Group asian = Groups.ASIAN_OR_PACIFIC_ISLANDER;
    assertThat(data.years()).containsExactly(SchoolYear.ending(2018));
    assertThat(cell(data, OAK, math(Group.STUDENTS))).isEqualTo(Cell.of(0.47));
    assertThat(cell(data, OAK, math(Groups.NATIVE_AMERICAN))).isEqualTo(HIDDEN);
    assertThat(cell(data, OAK, math(asian))).isEqualTo(range(0, 0.2));
    assertThat(cell(data, OAK, math(third))).isEqualTo(range(0.4, 0.44));
    assertThat(cell(data, OAK, math(asian.and(Attribute.GRADE, "3")))).isEqualTo(range(0, 0.49));
    assertThat(cell(data, ELM, math(third))).isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    assertThat(cell(data, ELM, math(Group.STUDENTS.and(Attribute.GRADE, "high-school"))))
        .isEqualTo(range(0.95, 1));
    assertThat(cell(data, OAK, OutcomeOperands.tested("mathematics", third)))
        .isEqualTo(Cell.of(90));
    // 180 girls and 170 boys are the 350 students tested, 70 and 50 the 120.
    assertThat(loaded.notices().counts()).isEmpty();
  }

  private static Operand math(Group group) {
    return OutcomeOperands.proficiencyRate("mathematics", group);
  }

  @Test
  void olderFilesInSmallLettersMayRepeatTheirHeader() {
    Loaded loaded = read("rla-achievement-lea-sy2010-11.csv");
    EquityData data = loaded.data();
    assertThat(loaded.notices().counts()).isEmpty();
    assertThat(data.units(Level.DISTRICT)).hasSize(2);
    assertThat(data.facts(CITY, SchoolYear.ending(2011)).orElseThrow().name())
        .isEqualTo("Example City");
    assertThat(cell(data, CITY, OutcomeOperands.proficiencyRate("reading", Group.STUDENTS)))
        .isEqualTo(Cell.of(0.71));
    assertThat(cell(data, CITY, OutcomeOperands.tested("reading", Groups.BLACK)))
        .isEqualTo(Cell.of(200));
    assertThat(
            cell(
                data,
                CITY,
                OutcomeOperands.proficiencyRate(
                    "reading", Groups.ENGLISH_LEARNERS.and(Attribute.GRADE, "4"))))
        .isEqualTo(HIDDEN);
  }

  @ParameterizedTest
  @CsvSource({
    "acgr-sch-sy2011-12.csv.gz, 2012, 21244, 6822, 13129, 1293, 3554819, 195931",
    "acgr-sch-sy2013-14.csv.gz, 2014, 22385, 6742, 14187, 1456, 3536180, 199877",
    "acgr-sch-sy2014-15.csv.gz, 2015, 22167, 6644, 14258, 1265, 3511307, 196448"
  })
  void publishedGraduationRates(
      String file,
      int year,
      int schools,
      int known,
      int ranges,
      int hidden,
      double cohort,
      double asian) {
    Loaded loaded = EquityFiles.read(Shared.format("edfacts", file));
    EquityData data = loaded.data();
    // Counted by Python's csv: rows; rates of all students that are digits, ranges or PS; students
    // of all cohorts; Asian and Pacific Islander students.
    assertThat(data.units(Level.SCHOOL)).hasSize(schools);
    SchoolYear ending = SchoolYear.ending(year);
    Column rates =
        data.column(OutcomeOperands.graduationRate(Group.STUDENTS).at(Level.SCHOOL, ending))
            .orElseThrow();
    assertThat(count(rates, Cell.Known.class)).isEqualTo(known);
    assertThat(count(rates, Cell.Bounded.class)).isEqualTo(ranges);
    assertThat(
            IntStream.range(0, rates.size())
                .filter(i -> rates.reason(i) == Reason.SUPPRESSED_PRIVACY)
                .filter(i -> rates.cell(i) instanceof Cell.Absent)
                .count())
        .isEqualTo(hidden);
    assertThat(sum(data, OutcomeOperands.graduationCohort(Group.STUDENTS), ending))
        .isEqualTo(cohort);
    assertThat(
            sum(data, OutcomeOperands.graduationCohort(Groups.ASIAN_OR_PACIFIC_ISLANDER), ending))
        .isEqualTo(asian);
    assertThat(loaded.notices().hasErrors()).isFalse();
  }

  private static long count(Column column, Class<? extends Cell> kind) {
    return IntStream.range(0, column.size()).filter(i -> kind.isInstance(column.cell(i))).count();
  }

  private static double sum(EquityData data, Operand operand, SchoolYear year) {
    Column column = data.column(operand.at(Level.SCHOOL, year)).orElseThrow();
    return IntStream.range(0, column.size())
        .filter(column::isKnown)
        .mapToDouble(column::value)
        .sum();
  }
}
