package org.resourceequity.io.federal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Shared;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Column;
import org.resourceequity.model.ColumnKey;
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

class FederalTest {

  private static final SchoolYear Y14 = SchoolYear.ending(2014);
  private static final SchoolYear Y16 = SchoolYear.ending(2016);
  private static final SchoolYear Y19 = SchoolYear.ending(2019);
  private static final SchoolYear Y22 = SchoolYear.ending(2022);
  private static final SchoolYear Y24 = SchoolYear.ending(2024);
  private static final SchoolId OAK = new SchoolId("019990100010");
  private static final SchoolId ELM = new SchoolId("019990100020");
  private static final DistrictId EXAMPLE = new DistrictId("0199901");
  private static final Operand ELIGIBLE = Operands.enrolment(Groups.SUBSIDISED_MEALS);

  private static EquityData fixture(String format) {
    return EquityFiles.read(Shared.fixture(format)).data();
  }

  private static EquityData fixture(String format, String file) {
    return EquityFiles.read(Shared.fixture(format, file)).data();
  }

  private static Cell cell(EquityData data, SchoolId school, Operand operand, SchoolYear year) {
    return data.cell(school, operand.at(Level.SCHOOL, year));
  }

  @Test
  void closedSchoolsAreNotInTheDirectory() {
    EquityData data = fixture("ccd-schools", "ccd_sch_029_2324_w_1a_073124.csv");
    assertThat(data.units(Level.SCHOOL)).hasSize(3);
    assertThat(data.facts(ELM, Y24).orElseThrow().charter()).isTrue();
    assertThat(data.facts(EXAMPLE, Y24).orElseThrow().state()).isEqualTo("AL");
  }

  @Test
  void charterAndServiceAgenciesAreOtherDistricts() {
    EquityData data = fixture("ccd-districts", "ag13prelim.csv");
    assertThat(data.facts(new DistrictId("4899902"), Y14).orElseThrow().charter()).isTrue();
    assertThat(data.facts(new DistrictId("4899903"), Y14).orElseThrow().type())
        .isEqualTo(DistrictType.OTHER);
  }

  @Test
  void zeroMissingAndWithheldTeachersDiffer() {
    EquityData data = fixture("ccd-school-staff");
    assertThat(cell(data, OAK, Operands.TEACHERS, Y16)).isEqualTo(Cell.of(21.5));
    assertThat(cell(data, ELM, Operands.TEACHERS, Y16)).isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    assertThat(cell(data, new SchoolId("019990100030"), Operands.TEACHERS, Y16))
        .isEqualTo(Cell.absent(Reason.SUPPRESSED_QUALITY));
    assertThat(cell(data, new SchoolId("019990100040"), Operands.TEACHERS, Y16))
        .isEqualTo(Cell.of(0));
  }

  @Test
  void teachersOfADistrictAreThePublishedTotal() {
    EquityData data = fixture("ccd-district-staff", "ccd_lea_059_2122_l_1a_071722.csv");
    assertThat(data.cell(EXAMPLE, Operands.TEACHERS.at(Level.DISTRICT, Y22)))
        .isEqualTo(Cell.derived(70.5));
    assertThat(data.cell(EXAMPLE, Operands.ALL_STAFF.at(Level.DISTRICT, Y22)))
        .isEqualTo(Cell.of(120.25));
    assertThat(data.cell(new DistrictId("0199902"), Operands.TEACHERS.at(Level.DISTRICT, Y22)))
        .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
  }

  @Test
  void directCertificationIsNotAddedToMeals() {
    EquityData data = fixture("ccd-lunch", "ccd_sch_033_1819_l_1a_091019.csv");
    assertThat(cell(data, OAK, ELIGIBLE, Y19)).isEqualTo(Cell.of(120));
    assertThat(cell(data, OAK, Operands.enrolment(Groups.DIRECTLY_CERTIFIED), Y19))
        .isEqualTo(Cell.of(70));
    assertThat(cell(data, ELM, ELIGIBLE, Y19)).isEqualTo(Cell.of(55));
  }

  @Test
  void overlappingRowsAreNotAdded() {
    EquityData data = fixture("ccd-membership", "ccd_sch_052_1819_l_1a_091019.csv");
    Group first = Group.STUDENTS.and(Attribute.GRADE, "1");
    assertThat(cell(data, OAK, Operands.ENROLMENT, Y19)).isEqualTo(Cell.derived(30));
    assertThat(cell(data, OAK, Operands.enrolment(first), Y19)).isEqualTo(Cell.of(30));
    // 12 girls and 10 boys.
    assertThat(known(cell(data, OAK, Operands.enrolment(Groups.BLACK), Y19))).isEqualTo(22);
    assertThat(cell(data, ELM, Operands.ENROLMENT, Y19))
        .isEqualTo(Cell.absent(Reason.SUPPRESSED_QUALITY));
  }

  @Test
  void rangesKeepTheirBounds() {
    EquityData data = fixture("edfacts-graduation");
    assertThat(cell(data, ELM, OutcomeOperands.graduationRate(Group.STUDENTS), Y14))
        .isEqualTo(Cell.of(0.94));
    assertThat(cell(data, ELM, OutcomeOperands.graduationRate(Groups.BLACK), Y14))
        .isEqualTo(Cell.absent(Reason.SUPPRESSED_PRIVACY));
    assertThat(cell(data, ELM, OutcomeOperands.graduationRate(Groups.LOW_INCOME), Y14))
        .isEqualTo(new Cell.Bounded(0.9, 0.94, Reason.SUPPRESSED_PRIVACY));
    assertThat(cell(data, ELM, OutcomeOperands.graduationCohort(Groups.LOW_INCOME), Y14))
        .isEqualTo(Cell.of(90));
  }

  @Test
  void publishedGraduationRates() {
    EquityData data =
        EquityFiles.read(Shared.format("edfacts", "acgr-sch-sy2013-14.csv.gz")).data();
    // Counted by Python's csv: rows; rates that are digits; PS; students of cohorts.
    assertThat(data.units(Level.SCHOOL)).hasSize(22_385);
    Column rates =
        column(data, OutcomeOperands.graduationRate(Group.STUDENTS).at(Level.SCHOOL, Y14));
    assertThat(count(rates, Cell.Known.class)).isEqualTo(6742);
    assertThat(count(rates, Cell.Bounded.class)).isEqualTo(14_187);
    assertThat(count(rates, Cell.Absent.class)).isEqualTo(1456);
    assertThat(
            sum(
                column(
                    data, OutcomeOperands.graduationCohort(Group.STUDENTS).at(Level.SCHOOL, Y14))))
        .isEqualTo(3_536_180);
  }

  @Test
  void publishedWageIndex() {
    EquityData data =
        EquityFiles.read(Shared.format("cwift", "EDGE_ACS_CWIFT2018_LEA1819.txt.gz")).data();
    // Rows, and the sum in thousandths, by Python.
    assertThat(data.units(Level.DISTRICT)).hasSize(13_206);
    assertThat(sum(column(data, FinanceOperands.WAGE_INDEX.at(Level.DISTRICT, Y19))))
        .isCloseTo(11_746.550, within(1e-6));
  }

  @Test
  void publishedDirectoriesOfTexas() {
    // Rows by Python's csv; of 9,336 schools 588 are closed (112), inactive (395) or future (81).
    assertThat(
            EquityFiles.read(Shared.format("ccd", "tx-districts-ccd.csv"))
                .data()
                .units(Level.DISTRICT))
        .hasSize(1265);
    EquityData schools = EquityFiles.read(Shared.format("ccd", "tx-campuses-ccd.csv.gz")).data();
    assertThat(schools.units(Level.SCHOOL)).hasSize(8748);
  }

  @Test
  void eligibleStudentsPerTeacherOfTheNation() {
    EquityData data =
        EquityFiles.read(
                Shared.format("ccd", "ccd_sch_033_1516_w_national.csv.gz"),
                Shared.format("ccd", "ccd_sch_059_1516_w_national.csv.gz"))
            .joined()
            .data();
    // Python's csv and fractions: schools in either file; then by state the schools with both
    // numbers (0 or more), their eligible students and their teachers.
    assertThat(data.units(Level.SCHOOL)).hasSize(100_232);
    Column eligible = column(data, ELIGIBLE.at(Level.SCHOOL, Y16));
    Column teachers = column(data, Operands.TEACHERS.at(Level.SCHOOL, Y16));
    assertThat(eligible.known()).isEqualTo(93_284);
    assertThat(teachers.known()).isEqualTo(95_062);
    assertRatio(data, "06", 9875, 3_655_007, 262_183.56);
    assertRatio(data, "48", 8385, 3_104_284, 345_284.89);
    assertRatio(data, "50", 298, 32_354, 7_247.6);
  }

  private static void assertRatio(
      EquityData data, String state, int schools, double students, double fte) {
    Column eligible = column(data, ELIGIBLE.at(Level.SCHOOL, Y16));
    Column teachers = column(data, Operands.TEACHERS.at(Level.SCHOOL, Y16));
    int[] both =
        IntStream.range(0, eligible.size())
            .filter(i -> data.units(Level.SCHOOL).get(i).code().startsWith(state))
            .filter(i -> eligible.isKnown(i) && teachers.isKnown(i))
            .toArray();
    assertThat(both).hasSize(schools);
    double sumOfStudents = IntStream.of(both).mapToDouble(eligible::value).sum();
    double sumOfTeachers = IntStream.of(both).mapToDouble(teachers::value).sum();
    assertThat(sumOfStudents).isEqualTo(students);
    assertThat(sumOfTeachers).isCloseTo(fte, within(1e-6));
    assertThat(sumOfStudents / sumOfTeachers).isCloseTo(students / fte, within(1e-9));
  }

  private static Column column(EquityData data, ColumnKey key) {
    return data.column(key).orElseThrow();
  }

  private static double known(Cell cell) {
    return ((Cell.Known) cell).value();
  }

  private static long count(Column column, Class<? extends Cell> kind) {
    return IntStream.range(0, column.size()).filter(i -> kind.isInstance(column.cell(i))).count();
  }

  private static double sum(Column column) {
    return IntStream.range(0, column.size())
        .mapToObj(column::cell)
        .filter(Cell.Known.class::isInstance)
        .mapToDouble(FederalTest::known)
        .sum();
  }
}
