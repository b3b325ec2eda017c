package org.resourceequity.io.california;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;
import static org.resourceequity.model.Level.STATE;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.Shared;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Column;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.OutcomeOperands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

class CaliforniaFilesTest {

  private static final SchoolYear Y15 = SchoolYear.ending(2015);
  private static final SchoolYear Y17 = SchoolYear.ending(2017);
  private static final SchoolYear Y18 = SchoolYear.ending(2018);
  private static final SchoolYear Y19 = SchoolYear.ending(2019);
  private static final SchoolYear Y22 = SchoolYear.ending(2022);
  private static final SchoolYear Y23 = SchoolYear.ending(2023);
  private static final SchoolYear Y24 = SchoolYear.ending(2024);
  private static final DistrictId EXAMPLE = new DistrictId("99901");
  private static final SchoolId OAK = new SchoolId("01999010199999");
  private static final SchoolId ELM = new SchoolId("01999010199998");
  private static final Operand COUNTED = Operands.fundingCount(Group.STUDENTS);
  private static final Operand IN_NEED = Operands.fundingCount(Groups.FUNDED_NEED);

  private static EquityData fixture(String format) {
    return EquityFiles.read(Shared.fixture(format)).data();
  }

  private static Cell cell(EquityData data, SchoolId school, Operand operand, SchoolYear year) {
    return data.cell(school, operand.at(SCHOOL, year));
  }

  @Test
  void aSchoolWithoutDataHasNoZeros() {
    EquityData data = fixture("ca-unduplicated-pupils");
    assertThat(cell(data, ELM, COUNTED, Y19)).isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    assertThat(cell(data, OAK, IN_NEED, Y19)).isEqualTo(Cell.of(205));
    assertThat(data.cell(EXAMPLE, IN_NEED.at(DISTRICT, Y19))).isEqualTo(Cell.of(280));
    assertThat(data.facts(ELM, Y19).orElseThrow().charter()).isTrue();
  }

  @Test
  void rowsForAllSchoolsAloneAreRead() {
    EquityData data = fixture("ca-census-day-enrolment");
    Group first = Group.STUDENTS.and(Attribute.GRADE, "1");
    assertThat(data.cell(EXAMPLE, Operands.ENROLMENT.at(DISTRICT, Y24))).isEqualTo(Cell.of(95));
    assertThat(cell(data, OAK, Operands.ENROLMENT, Y24)).isEqualTo(Cell.of(80));
    assertThat(cell(data, OAK, Operands.enrolment(Groups.FILIPINO), Y24))
        .isEqualTo(new Cell.Bounded(1, 10, Reason.SUPPRESSED_PRIVACY));
    assertThat(cell(data, OAK, Operands.enrolment(first), Y24)).isEqualTo(Cell.of(30));
    assertThat(
            cell(
                data,
                OAK,
                Operands.enrolment(Groups.ENGLISH_LEARNERS.and(Attribute.GRADE, "TK")),
                Y24))
        .isEqualTo(Cell.of(5));
  }

  @Test
  void allStudentsAreTheSumOfRacesAndGenders() {
    EquityData data = fixture("ca-historical-enrolment");
    // 7 girls and 6 boys who are Black, 5 White boys; primary enrolment is among the combined one.
    assertThat(known(cell(data, OAK, Operands.ENROLMENT, Y18))).isEqualTo(18);
    assertThat(known(cell(data, OAK, Operands.enrolment(Groups.BLACK), Y18))).isEqualTo(13);
    assertThat(known(cell(data, OAK, Operands.enrolment(Groups.MALE), Y18))).isEqualTo(11);
    assertThat(known(cell(data, OAK, Operands.ENROLMENT, Y19))).isEqualTo(1);
  }

  @Test
  void hiddenResultsOfTheSatHaveBounds() {
    EquityData data = fixture("ca-sat");
    assertThat(cell(data, ELM, OutcomeOperands.SAT_TEST_TAKERS, Y18)).isEqualTo(Cell.of(3));
    assertThat(cell(data, ELM, OutcomeOperands.SAT_MET_BOTH, Y18))
        .isEqualTo(new Cell.Bounded(0, 14, Reason.SUPPRESSED_PRIVACY));
  }

  @Test
  void publishedUnduplicatedPupils() {
    // openpyxl: rows of school code 0000000 in the sheet of agencies, and all rows but those named
    // N/A in the sheet of schools; without rows certified as "in expected list but we do not have
    // data". Rows with data, all students, unduplicated students.
    EquityData of2019 = read("cupc1819-k12.xlsx");
    assertCounts(of2019, Y19, DISTRICT, 1000, 5_527_428, 3_482_276);
    assertCounts(of2019, Y19, SCHOOL, 10_512, 6_172_561, 3_871_649);
    EquityData of2022 = read("cupc2122-k12.xlsx");
    assertCounts(of2022, Y22, DISTRICT, 999, 5_209_448, 3_280_030);
    assertCounts(of2022, Y22, SCHOOL, 10_549, 5_879_997, 3_688_858);
  }

  private static void assertCounts(
      EquityData data, SchoolYear year, Level level, int rows, double all, double unduplicated) {
    assertThat(column(data, level, COUNTED, year).known()).isEqualTo(rows);
    assertThat(sum(data, level, COUNTED, year)).isEqualTo(all);
    assertThat(sum(data, level, IN_NEED, year)).isEqualTo(unduplicated);
  }

  @Test
  void publishedSubsidisedMeals() {
    EquityData data = read("frpm1819.xlsx");
    // openpyxl: rows, and sums of three columns.
    assertThat(column(data, SCHOOL, Operands.ENROLMENT, Y19).known()).isEqualTo(10_520);
    assertThat(sum(data, SCHOOL, Operands.ENROLMENT, Y19)).isEqualTo(6_186_628);
    assertThat(sum(data, SCHOOL, Operands.enrolment(Groups.SUBSIDISED_MEALS), Y19))
        .isEqualTo(3_675_129);
    assertThat(sum(data, SCHOOL, Operands.enrolment(Groups.FREE_MEALS), Y19)).isEqualTo(3_236_350);
  }

  @Test
  void publishedReclassification() {
    EquityData data = read("filesreclass19.txt.gz");
    // awk: rows, and sums of the three columns.
    assertThat(data.units(SCHOOL)).hasSize(10_204);
    assertThat(sum(data, SCHOOL, Operands.enrolment(Groups.ENGLISH_LEARNERS), Y19))
        .isEqualTo(1_195_988);
    assertThat(sum(data, SCHOOL, Operands.enrolment(Groups.FLUENT_IN_ENGLISH), Y19))
        .isEqualTo(1_391_621);
    assertThat(sum(data, DISTRICT, Operands.enrolment(Groups.RECLASSIFIED), Y19))
        .isEqualTo(175_510);
  }

  @Test
  void publishedCurrentExpense() {
    // The sheets' own totals of 2014-15 and 2016-17; openpyxl and xlrd: rows, dollars, students.
    assertExpense("currentexpense1415.xls", Y15, 942, 53_565_917_067.47, 5_469_147.65);
    assertExpense("currentexpense1617.xlsx", Y17, 940, 62_420_252_068.21, 5_405_095.93);
    assertExpense("currentexpense1819_edited.xlsx", Y19, 939, 69_258_133_669.73, 5_295_057.42);
  }

  private static void assertExpense(
      String file, SchoolYear year, int districts, double dollars, double students) {
    EquityData data = read(file);
    assertThat(data.units(DISTRICT)).hasSize(districts);
    assertThat(sum(data, DISTRICT, FinanceOperands.SPENDING, year))
        .isCloseTo(dollars, within(0.005));
    assertThat(sum(data, DISTRICT, Operands.AVERAGE_DAILY_ATTENDANCE, year))
        .isCloseTo(students, within(0.005));
    // Alameda Unified, the first row of all three.
    assertThat(data.facts(new DistrictId("61119"), year).orElseThrow().type())
        .isEqualTo(DistrictType.UNIFIED);
  }

  @Test
  void publishedEquityMultiplier() {
    EquityData data = read("lcffem23p1.xlsx");
    // openpyxl: rows with a district code; 300 million dollars is the State's total in both sheets.
    assertThat(data.units(SCHOOL)).hasSize(10_163);
    assertThat(sum(data, SCHOOL, FinanceOperands.NEED_AID, Y24)).isEqualTo(300_000_000);
    assertThat(sum(data, SCHOOL, Operands.cumulativeEnrolment(Group.STUDENTS), Y23))
        .isEqualTo(6_406_273);
    assertThat(sum(data, SCHOOL, Operands.cumulativeEnrolment(Groups.LOW_INCOME), Y23))
        .isEqualTo(4_072_614);
    // Charter schools have 20,310,649 dollars of it.
    assertThat(column(data, DISTRICT, FinanceOperands.NEED_AID, Y24).known()).isEqualTo(996);
    assertThat(sum(data, DISTRICT, FinanceOperands.NEED_AID, Y24)).isEqualTo(279_689_351);
  }

  @Test
  void publishedSatResults() {
    EquityData data = read("sat18.xls");
    // xlrd: rows of schools; their test takers; results that are "*" and "N/A".
    assertThat(sum(data, SCHOOL, OutcomeOperands.SAT_TEST_TAKERS, Y18)).isEqualTo(236_071);
    Column english = column(data, SCHOOL, OutcomeOperands.SAT_MET_ENGLISH, Y18);
    assertThat(english.size()).isEqualTo(1875);
    assertThat(english.known()).isEqualTo(1302);
    assertThat(sum(data, SCHOOL, OutcomeOperands.SAT_MET_ENGLISH, Y18)).isEqualTo(166_536);
    assertThat(IntStream.range(0, 1875).filter(i -> english.cell(i) instanceof Cell.Bounded))
        .hasSize(439);
    // The State's own row.
    assertThat(sum(data, STATE, OutcomeOperands.SAT_TEST_TAKERS, Y18)).isEqualTo(236_492);
  }

  /** Reads a published file, in which nothing is unknown. */
  private static EquityData read(String file) {
    Loaded loaded = EquityFiles.read(Shared.format("state-ca", file));
    assertThat(loaded.notices().hasErrors()).as(loaded.notices().toString()).isFalse();
    assertThat(loaded.notices().counts())
        .doesNotContainKeys("unknown-token", "not-a-number", "unknown-code", "unknown-flag");
    return loaded.data();
  }

  private static Column column(EquityData data, Level level, Operand operand, SchoolYear year) {
    return data.column(operand.at(level, year)).orElseThrow();
  }

  private static double known(Cell cell) {
    return ((Cell.Known) cell).value();
  }

  private static double sum(EquityData data, Level level, Operand operand, SchoolYear year) {
    Column column = column(data, level, operand, year);
    return IntStream.range(0, column.size())
        .filter(column::isKnown)
        .mapToDouble(column::value)
        .sum();
  }
}
