package org.resourceequity.io.federal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.resourceequity.model.CostLayer.ALL;
import static org.resourceequity.model.CostLayer.CENTRAL;
import static org.resourceequity.model.CostLayer.SITE;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.Shared;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Column;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Fund;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Quality;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.SpendingFunction;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.model.UnitId.StateId;

/** Expected numbers are those in the few rows of the fixtures, unless a comment says otherwise. */
class FinanceTest {

  private static final Path FIXTURES = Path.of("src", "test", "resources", "fixtures");
  private static final SchoolYear Y19 = SchoolYear.ending(2019);
  private static final SchoolYear Y21 = SchoolYear.ending(2021);
  private static final SchoolYear Y22 = SchoolYear.ending(2022);
  private static final DistrictId CITY = new DistrictId("0100010");
  private static final DistrictId COUNTY = new DistrictId("0100020");
  private static final DistrictId AGENCY = new DistrictId("12D0030");
  private static final DistrictId CHARTER = new DistrictId("0100040");
  private static final SchoolId OAK = new SchoolId("010001000101");
  private static final SchoolId ELM = new SchoolId("010001000102");

  private static EquityData survey() {
    return EquityFiles.read(FIXTURES.resolve("f33-districts").resolve("sdf21_1a.txt")).data();
  }

  private static Cell cell(EquityData data, UnitId unit, Operand operand, SchoolYear year) {
    return data.cell(unit, operand.at(unit.level(), year));
  }

  @Test
  void zeroFlaggedAsMissingIsMissing() {
    EquityData data = survey();
    assertThat(cell(data, CITY, FinanceOperands.CAPITAL_AID, Y21)).isEqualTo(Cell.of(1_000_000));
    assertThat(cell(data, COUNTY, FinanceOperands.CAPITAL_AID, Y21))
        .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    // Salaries of four kinds of teachers add up: 3,000,000 + 500,000 + 0 + 100,000; the third kind
    // does not apply.
    assertThat(cell(data, CITY, FinanceOperands.TEACHER_SALARIES, Y21))
        .isEqualTo(Cell.derived(3_600_000));
    assertThat(cell(data, COUNTY, FinanceOperands.TEACHER_SALARIES, Y21))
        .isInstanceOf(Cell.Absent.class);
  }

  @Test
  void negativeNumbersAreCodes() {
    EquityData data = survey();
    assertThat(cell(data, COUNTY, Operands.ENROLMENT, Y21))
        .isEqualTo(Cell.absent(Reason.SUPPRESSED_QUALITY));
    assertThat(cell(data, COUNTY, FinanceOperands.spending(Fund.STATE_LOCAL), Y21))
        .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    assertThat(cell(data, AGENCY, FinanceOperands.REVENUE, Y21))
        .isEqualTo(Cell.absent(Reason.NOT_APPLICABLE));
    assertThat(cell(data, CHARTER, FinanceOperands.INTEREST, Y21))
        .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
  }

  @Test
  void flagsSayHowNumbersCameAbout() {
    EquityData data = survey();
    assertThat(cell(data, CITY, FinanceOperands.LONG_TERM_DEBT, Y21))
        .isEqualTo(new Cell.Known(20_000_000, Quality.EDITED));
    assertThat(cell(data, CITY, FinanceOperands.PANDEMIC_AID, Y21))
        .isInstanceOfSatisfying(
            Cell.Known.class, aid -> assertThat(aid.value()).isEqualTo(250_000 + 50_000));
  }

  @Test
  void factsComeFromTheCodesOfTheSurvey() {
    EquityData data = survey();
    assertThat(data.facts(CITY, Y21).orElseThrow().type()).isEqualTo(DistrictType.UNIFIED);
    assertThat(data.facts(COUNTY, Y21).orElseThrow().type()).isEqualTo(DistrictType.ELEMENTARY);
    assertThat(data.facts(AGENCY, Y21).orElseThrow().type()).isEqualTo(DistrictType.OTHER);
    assertThat(data.facts(AGENCY, Y21).orElseThrow().state()).isEqualTo("FL");
    assertThat(data.facts(CHARTER, Y21).orElseThrow().charter()).isTrue();
  }

  // 12,000,000 - 1,000,000 capital aid - 1,000,000 sales leaves 10,000,000, of which 500,000, or
  // 5%, is paid on to others. So 95% of 2,000,000 federal, 6,000,000 - 1,000,000 state and
  // 4,000,000 - 1,000,000 local revenue is retained.
  @ParameterizedTest
  @CsvSource({"ALL, 9500000", "FEDERAL, 1900000", "STATE, 4750000", "LOCAL, 2850000"})
  void retainedRevenueIsWithoutCapitalAidSalesAndPayments(Fund fund, double expected) {
    assertThat(cell(survey(), CITY, FinanceOperands.retainedRevenue(fund), Y21))
        .isInstanceOfSatisfying(
            Cell.Known.class,
            retained -> {
              assertThat(retained.value()).isEqualTo(expected);
              assertThat(retained.quality()).isEqualTo(Quality.DERIVED);
            });
  }

  @ParameterizedTest
  @EnumSource(names = {"ALL", "FEDERAL", "STATE", "LOCAL"})
  void retainedRevenueNeedsAllItsParts(Fund fund) {
    EquityData data = survey();
    assertThat(cell(data, COUNTY, FinanceOperands.retainedRevenue(fund), Y21))
        .isNotInstanceOf(Cell.Known.class);
    assertThat(cell(data, AGENCY, FinanceOperands.retainedRevenue(fund), Y21))
        .isNotInstanceOf(Cell.Known.class);
    // What does not apply to a district is not subtracted.
    assertThat(cell(data, CHARTER, FinanceOperands.retainedRevenue(fund), Y21))
        .isEqualTo(
            Cell.derived(
                ((Cell.Known) cell(data, CHARTER, FinanceOperands.revenue(fund), Y21)).value()));
  }

  @Test
  void censusFileIsInThousands() {
    EquityData data =
        EquityFiles.read(FIXTURES.resolve("f33-districts").resolve("elsec22.csv")).data();
    assertThat(cell(data, CITY, FinanceOperands.REVENUE, Y22)).isEqualTo(Cell.of(12_000_000));
    assertThat(cell(data, CITY, Operands.ENROLMENT, Y22)).isEqualTo(Cell.of(1000));
  }

  @Test
  void revisionsOfTheCompanionWorkbookAreRead() {
    Loaded loaded = EquityFiles.read(Shared.format("ccd-f33", "fy19_f33_v2a_companion.xlsx"));
    EquityData data = loaded.data();
    // Counted with Python's openpyxl in sheet Revisions-FiscalDataItems: 2,850 rows of items that
    // are read, about 1,187 districts; sums without the one -1 in each column.
    assertThat(data.units(Level.DISTRICT)).hasSize(1187);
    assertThat(known(data, FinanceOperands.REVENUE, Y19)).isEqualTo(289);
    assertThat(total(data, FinanceOperands.REVENUE, Y19)).isEqualTo(13_101_085_000.0);
    assertThat(known(data, FinanceOperands.spending(Fund.STATE_LOCAL), Y19)).isEqualTo(632);
    assertThat(total(data, FinanceOperands.spending(Fund.STATE_LOCAL), Y19))
        .isEqualTo(23_479_377_000.0);
    assertThat(total(data, FinanceOperands.SPENDING, Y19)).isEqualTo(1_978_807_000.0);
    assertThat(total(data, FinanceOperands.LONG_TERM_DEBT, Y19)).isEqualTo(12_357_636_000.0);
    assertThat(loaded.tables().stream().filter(t -> t.format().equals("f33-districts")))
        .singleElement()
        .satisfies(table -> assertThat(table.sheet()).isEqualTo("Revisions-FiscalDataItems"));
  }

  @Test
  void joinedFileIsReadWhole() {
    Loaded loaded = EquityFiles.read(Shared.format("ccd-f33", "f33_edfacts_saipe_join.csv.gz"));
    EquityData data = loaded.data();
    SchoolYear year = SchoolYear.ending(2018);
    // Rows and sums counted with Python's csv; revenue by source adds up in every row.
    assertThat(loaded.notices().counts()).isEmpty();
    assertThat(data.units(Level.DISTRICT)).hasSize(12_768);
    assertThat(total(data, Operands.ENROLMENT_OF_SCHOOLS, year)).isEqualTo(46_361_624);
    assertThat(total(data, FinanceOperands.REVENUE, year)).isEqualTo(698_908_227_000.0);
    assertThat(total(data, FinanceOperands.revenue(Fund.FEDERAL), year))
        .isEqualTo(51_296_367_000.0);
    assertThat(total(data, FinanceOperands.revenue(Fund.STATE), year)).isEqualTo(321_356_190_000.0);
    assertThat(total(data, FinanceOperands.revenue(Fund.LOCAL), year)).isEqualTo(326_255_670_000.0);
    assertThat(total(data, FinanceOperands.EXPENDITURE, year)).isEqualTo(703_767_010_000.0);
    assertThat(total(data, FinanceOperands.spending(SpendingFunction.INSTRUCTION), year))
        .isEqualTo(352_480_322_000.0);
    assertThat(total(data, Operands.CHILDREN, year)).isEqualTo(51_870_625);
  }

  private static long known(EquityData data, Operand operand, SchoolYear year) {
    Column column = data.column(operand.at(Level.DISTRICT, year)).orElseThrow();
    return IntStream.range(0, column.size())
        .filter(i -> column.cell(i) instanceof Cell.Known)
        .count();
  }

  private static double total(EquityData data, Operand operand, SchoolYear year) {
    Column column = data.column(operand.at(Level.DISTRICT, year)).orElseThrow();
    return IntStream.range(0, column.size())
        .mapToObj(column::cell)
        .filter(Cell.Known.class::isInstance)
        .mapToDouble(cell -> ((Cell.Known) cell).value())
        .sum();
  }

  @Test
  void stateSurveyAddsUpSources() {
    EquityData data = EquityFiles.read(Shared.fixture("npefs-states")).data();
    StateId alabama = new StateId("AL");
    // 2,500,000,000 local + 30,000,000 intermediate; 100 + 700 + 0 + 50 million federal.
    assertThat(cell(data, alabama, FinanceOperands.revenue(Fund.LOCAL), Y19))
        .isEqualTo(Cell.derived(2_530_000_000.0));
    assertThat(cell(data, alabama, FinanceOperands.revenue(Fund.FEDERAL), Y19))
        .isEqualTo(Cell.derived(850_000_000));
    assertThat(
            cell(
                data,
                new StateId("WY"),
                FinanceOperands.spending(SpendingFunction.INSTRUCTION),
                Y19))
        .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
  }

  @Test
  void schoolSurveyHasTheItemsOfTheDistricts() {
    EquityData data = EquityFiles.read(Shared.fixture("slfs-schools")).data();
    assertThat(cell(data, OAK, FinanceOperands.spending(SpendingFunction.INSTRUCTION), Y22))
        .isEqualTo(Cell.of(2_000_000));
    assertThat(cell(data, ELM, FinanceOperands.spending(SpendingFunction.STUDENT_SUPPORT), Y22))
        .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    assertThat(
            cell(data, ELM, FinanceOperands.spending(SpendingFunction.SCHOOL_ADMINISTRATION), Y22))
        .isEqualTo(Cell.absent(Reason.NOT_APPLICABLE));
    assertThat(data.parent(OAK)).contains(CITY);
  }

  @Test
  void spendingPerStudentIsKnownByTheWordsOfTheColumns() {
    EquityData data = EquityFiles.read(Shared.fixture("essa-spending")).data();
    assertThat(data.units(Level.SCHOOL)).containsExactly(OAK, ELM);
    assertThat(cell(data, OAK, Operands.ENROLMENT, Y22)).isEqualTo(Cell.of(286.5));
    assertThat(cell(data, OAK, FinanceOperands.spendingPerStudent(Fund.FEDERAL, SITE), Y22))
        .isEqualTo(Cell.of(1000));
    assertThat(cell(data, OAK, FinanceOperands.spendingPerStudent(Fund.STATE_LOCAL, CENTRAL), Y22))
        .isEqualTo(Cell.of(1800));
    assertThat(cell(data, OAK, FinanceOperands.spendingPerStudent(Fund.ALL, SITE), Y22))
        .isEqualTo(Cell.of(8000));
    assertThat(cell(data, OAK, FinanceOperands.personnelPerStudent(Fund.FEDERAL, ALL), Y22))
        .isEqualTo(Cell.of(900));
    assertThat(cell(data, OAK, FinanceOperands.nonPersonnelPerStudent(Fund.FEDERAL, ALL), Y22))
        .isEqualTo(Cell.of(300));
    assertThat(cell(data, OAK, FinanceOperands.spendingPerStudent(Fund.FEDERAL, ALL), Y22))
        .isEqualTo(Cell.of(1200));
    assertThat(cell(data, OAK, FinanceOperands.SPENDING_PER_STUDENT, Y22))
        .isEqualTo(Cell.of(10_000));
    assertThat(cell(data, ELM, FinanceOperands.spendingPerStudent(Fund.FEDERAL, SITE), Y22))
        .isEqualTo(Cell.absent(Reason.SUPPRESSED_PRIVACY));
  }

  @Test
  void compiledSpendingKeepsWhatStatesReportAndWhatIsComparable() {
    EquityData data = EquityFiles.read(Shared.fixture("nerds-schools")).data();
    assertThat(cell(data, OAK, FinanceOperands.SPENDING_PER_STUDENT, Y22))
        .isEqualTo(Cell.of(10_000));
    assertThat(cell(data, OAK, FinanceOperands.COMPARABLE_SPENDING_PER_STUDENT, Y22))
        .isEqualTo(Cell.of(9800));
    assertThat(cell(data, OAK, FinanceOperands.spendingPerStudent(Fund.FEDERAL, CENTRAL), Y22))
        .isEqualTo(Cell.of(200));
    assertThat(cell(data, ELM, Operands.ENROLMENT, Y22))
        .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    assertThat(cell(data, OAK, Operands.enrolment(Groups.FREE_MEALS), Y22)).isEqualTo(Cell.of(120));
    assertThat(data.facts(OAK, Y22).orElseThrow().level()).isEqualTo(SchoolLevel.ELEMENTARY);
    assertThat(data.facts(ELM, Y22).orElseThrow().charter()).isTrue();
  }
}
