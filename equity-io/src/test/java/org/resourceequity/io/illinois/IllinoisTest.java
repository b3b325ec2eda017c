package org.resourceequity.io.illinois;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Shared;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Column;
import org.resourceequity.model.CostLayer;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Fund;
import org.resourceequity.model.GradeSpan;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.TitleI;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.model.UnitId.StateId;

class IllinoisTest {

  private static final Path FORMATS = Path.of("src", "test", "resources", "fixtures");
  private static final Path FINANCE =
      FORMATS.resolve("il-report-card-finance").resolve("18-19-Financial.csv");
  private static final Path DIRECTORY =
      FORMATS.resolve("il-directory").resolve("IL_RCDTS_codes.csv");

  private static final SchoolYear Y17 = SchoolYear.ending(2017);
  private static final SchoolYear Y18 = SchoolYear.ending(2018);
  private static final SchoolYear Y19 = SchoolYear.ending(2019);
  private static final SchoolYear Y20 = SchoolYear.ending(2020);
  private static final SchoolYear Y21 = SchoolYear.ending(2021);
  private static final SchoolId OAK = new SchoolId("999990010262001");
  private static final DistrictId EXAMPLE = new DistrictId("999990010260000");

  @TempDir Path folder = Path.of("");

  @Test
  void schoolHasFactsOfItsYear() {
    EquityData data = EquityFiles.read(FINANCE).data();
    assertThat(data.facts(OAK))
        .containsOnlyKeys(Y19)
        .containsValue(
            new SchoolFacts(
                Y19,
                "Oak Elementary School",
                EXAMPLE,
                SchoolLevel.ELEMENTARY,
                new GradeSpan(0, 5),
                TitleI.SCHOOLWIDE,
                false,
                org.resourceequity.model.Locale.UNKNOWN));
    SchoolFacts charter = fact(data, new SchoolId("99998099002201C"), Y19);
    assertThat(charter.charter()).isTrue();
    assertThat(charter.titleI()).isEqualTo(TitleI.UNKNOWN);
    assertThat(data.facts(EXAMPLE, Y19).orElseThrow().type()).isEqualTo(DistrictType.UNIFIED);
    assertThat(data.district("Sample SD 99").schools()).hasSize(1);
  }

  @Test
  void nineAmountsPerStudentAreReadBySourceAndLayer() {
    EquityData data = EquityFiles.read(FINANCE).data();
    Operand all = FinanceOperands.SPENDING_PER_STUDENT;
    assertThat(cell(data, all.with(Fund.FEDERAL).with(CostLayer.SITE))).isEqualTo(Cell.of(500));
    assertThat(cell(data, all.with(Fund.STATE_LOCAL).with(CostLayer.SITE)))
        .isEqualTo(Cell.of(4800.25));
    assertThat(cell(data, all.with(CostLayer.SITE))).isEqualTo(Cell.of(5300.25));
    assertThat(cell(data, all.with(CostLayer.CENTRAL))).isEqualTo(Cell.of(2700.5));
    assertThat(cell(data, all.with(Fund.FEDERAL))).isEqualTo(Cell.of(700));
    assertThat(cell(data, all)).isEqualTo(Cell.of(8000.75));
    assertThat(cell(data, Operands.ENROLMENT)).isEqualTo(Cell.of(210.5));
  }

  @Test
  void districtMoneyHasTheYearOfItsColumn() {
    EquityData data = EquityFiles.read(FINANCE).data();
    assertThat(data.cell(EXAMPLE, IllinoisFinance.REVENUE.with(Fund.LOCAL).at(Level.DISTRICT, Y18)))
        .isEqualTo(Cell.of(4_100_000));
    assertThat(data.cell(EXAMPLE, IllinoisFinance.REVENUE.with(Fund.STATE).at(Level.DISTRICT, Y18)))
        .isEqualTo(Cell.of(2_900_000));
    assertThat(data.cell(EXAMPLE, IllinoisFinance.REVENUE.at(Level.DISTRICT, Y18)))
        .isEqualTo(Cell.of(8_000_000));
    assertThat(
            data.cell(
                new StateId("IL"), IllinoisFinance.OPERATING_EXPENDITURE.at(Level.STATE, Y18)))
        .isEqualTo(Cell.of(13763.5));
    assertThat(data.years(Level.DISTRICT, IllinoisFinance.REVENUE)).containsExactly(Y18);
  }

  @Test
  void partsAreComparedWithTotalsInCents() throws IOException {
    String text = Files.readString(FINANCE);
    assertThat(
            read(text.replace("8000.75,,", "8000.76,,")).notices().count("parts-differ-from-total"))
        .isZero();
    Loaded loaded = read(text.replace("8000.75,,", "8000.77,,"));
    Notice notice =
        loaded.notices().examples().stream()
            .filter(n -> n.code().equals("parts-differ-from-total"))
            .findFirst()
            .orElseThrow();
    assertThat(notice.line()).isEqualTo(3);
    assertThat(notice.message()).contains("8000.75 and not 8000.77");
    assertThat(loaded.notices().examples())
        .extracting(Notice::message)
        .contains("6 of 6 rows of schools and districts have all nine amounts per student");
  }

  @Test
  void starIsSuppressedAndBoundsOnlyACount() throws IOException {
    EquityData data = read(Files.readString(FINANCE).replace("210.5,500.00", "*,*")).data();
    assertThat(cell(data, Operands.ENROLMENT))
        .isEqualTo(new Cell.Bounded(1, 9, Reason.SUPPRESSED_PRIVACY));
    assertThat(
            cell(
                data, FinanceOperands.SPENDING_PER_STUDENT.with(Fund.FEDERAL).with(CostLayer.SITE)))
        .isEqualTo(Cell.absent(Reason.SUPPRESSED_PRIVACY));
  }

  @Test
  void sheetsOfSeveralYearsBecomeOneStore() throws IOException {
    Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
    sheets.put(
        "17-18-Financial",
        List.of(
            List.of("RCDTS", "Type", "District", "Federal Funding 2016-17 - Dollars"),
            List.of("119990010260000", "District", "Example CUSD 1", "1000")));
    sheets.put(
        "19-20-Financial",
        List.of(
            schoolHeader("Title 1 Status"),
            school("119990010260001", "9 10 11 12", "Not a Participant in Title One Program")));
    sheets.put(
        "20-21-Financial",
        List.of(
            schoolHeader("Title 1 Status "),
            school(
                "219990010260001",
                "PK K 1 2 3 4 5 6 7 8 9 10 11 1",
                "Eligible, but Not a Participan"),
            school("219990010260002", "K 1", "Sometimes")));
    Loaded loaded = EquityFiles.read(workbook(sheets));
    EquityData data = loaded.data();
    // The region changed from 11 to 21: the school and the district keep their latest codes.
    SchoolId moved = new SchoolId("219990010260001");
    assertThat(data.units(Level.SCHOOL)).containsExactly(moved, new SchoolId("219990010260002"));
    assertThat(data.units(Level.DISTRICT)).containsExactly(new DistrictId("219990010260000"));
    assertThat(loaded.notices().count("changed-region")).isEqualTo(2);
    assertThat(loaded.notices().count("unknown-token")).isEqualTo(1);
    assertThat(fact(data, moved, Y20).titleI()).isEqualTo(TitleI.NOT_ELIGIBLE);
    assertThat(fact(data, moved, Y20).level()).isEqualTo(SchoolLevel.HIGH);
    assertThat(fact(data, moved, Y21).titleI()).isEqualTo(TitleI.ELIGIBLE);
    assertThat(fact(data, moved, Y21).span()).isEqualTo(new GradeSpan(-1, 12));
    assertThat(data.years(Level.SCHOOL, Operands.ENROLMENT)).containsExactly(Y20, Y21);
    assertThat(data.years(Level.DISTRICT, IllinoisFinance.REVENUE.with(Fund.FEDERAL)))
        .containsExactly(Y17);
    assertThat(loaded.tables())
        .extracting(t -> t.sheet())
        .containsExactlyElementsOf(sheets.keySet());
  }

  @Test
  void twoCodesOfOneYearThatDifferInTheRegionAreTwoUnits() throws IOException {
    EquityData data =
        EquityFiles.read(
                workbook(
                    Map.of(
                        "19-20-Financial",
                        List.of(
                            schoolHeader("Title 1 Status"),
                            school("119990010260001", "K", ""),
                            school("219990010260001", "K", "")))))
            .data();
    assertThat(data.units(Level.SCHOOL)).hasSize(2);
  }

  @Test
  void twoSheetsOfOneYearAreNotAdded() throws IOException {
    Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
    sheets.put("19-20", List.of(schoolHeader("a"), school("119990010260001", "K", "")));
    sheets.put("2019-20 copy", List.of(schoolHeader("a"), school("119990010260001", "K", "")));
    Loaded loaded = EquityFiles.read(workbook(sheets));
    assertThat(
            loaded
                .data()
                .cell(new SchoolId("119990010260001"), Operands.ENROLMENT.at(Level.SCHOOL, Y20)))
        .isEqualTo(Cell.of(100));
    assertThat(loaded.notices().count("duplicate-cell")).isEqualTo(1);
  }

  @Test
  void sheetWithoutAYearIsNotRead() throws IOException {
    Path path = folder.resolve("finance.csv");
    Files.copy(FINANCE, path);
    Loaded loaded = EquityFiles.read(path);
    assertThat(loaded.notices().count("no-year")).isEqualTo(1);
    assertThat(loaded.stores()).isEmpty();
    assertThat(loaded.tables().get(0).store()).isEqualTo(-1);
  }

  @Test
  void directoryGivesFederalIdsAndJoins() {
    Loaded loaded = EquityFiles.read(DIRECTORY, FINANCE);
    assertThat(loaded.stores()).hasSize(2);
    Loaded joined = loaded.joined();
    EquityData data = joined.data();
    assertThat(data.alias(OAK, "NCES")).contains("179999100001");
    assertThat(data.alias(EXAMPLE, "NCES")).contains("1799991");
    assertThat(data.district("1799991").name()).isEqualTo("Example CUSD 1");
    assertThat(loaded.notices().count("bad-federal-id")).isEqualTo(1);
    Loaded.StoreJoin join = joined.joins().get(0);
    assertThat(join.first()).isEqualTo("RCDTS (18-19-Financial.csv)");
    assertThat(join.report().matched(Level.SCHOOL)).isEqualTo(4);
    assertThat(join.report().matched(Level.DISTRICT)).isEqualTo(2);
    assertThat(join.report().onlyOther()).containsExactly(new SchoolId("999990010262009"));
    assertThat(data.facts(OAK)).containsOnlyKeys(Y19);
  }

  @Test
  void directoryNamesSchoolsThatHaveNoNameIfItsYearIsKnown() throws IOException {
    Path dated = folder.resolve("IL_RCDTS_codes_2024.csv");
    Files.copy(DIRECTORY, dated);
    assertThat(EquityFiles.read(dated).data().name(OAK)).isEqualTo("Oak Elementary School");
    EquityData data = EquityFiles.read(FINANCE, dated).joined().data();
    assertThat(data.name(new SchoolId("999990010262009"))).isEqualTo("Closed Elementary School");
    assertThat(data.facts(OAK)).containsOnlyKeys(Y19);
  }

  /**
   * Numbers counted by a Python script over the workbook (openpyxl): rows by Type, of rows with the
   * same RCDTS and Type the first; sums as exact fractions; levels by the rule of SchoolLevel.
   */
  @Test
  void realWorkbookIsWhole() {
    Loaded loaded = EquityFiles.read(Shared.format("state-il", "18-21-Financial.xlsx"));
    EquityData data = loaded.data();
    assertThat(loaded.tables())
        .extracting(t -> t.rows())
        .containsExactly(866L, 4738L, 4728L, 4724L);
    assertThat(data.units(Level.SCHOOL)).hasSize(3901);
    assertThat(count(data, Y19)).isEqualTo(3872);
    assertThat(count(data, Y20)).isEqualTo(3859);
    assertThat(count(data, Y21)).isEqualTo(3851);
    assertThat(titleI(data, Y19))
        .isEqualTo(
            Map.of(
                TitleI.SCHOOLWIDE, 2068L,
                TitleI.TARGETED, 631L,
                TitleI.ELIGIBLE, 519L,
                TitleI.UNKNOWN, 654L));
    assertThat(titleI(data, Y21))
        .isEqualTo(
            Map.of(
                TitleI.SCHOOLWIDE, 1983L,
                TitleI.TARGETED, 751L,
                TitleI.ELIGIBLE, 1097L,
                TitleI.NOT_ELIGIBLE, 18L,
                TitleI.UNKNOWN, 2L));
    assertThat(levels(data, Y21))
        .isEqualTo(
            Map.of(
                SchoolLevel.PRESCHOOL, 90L,
                SchoolLevel.ELEMENTARY, 2329L,
                SchoolLevel.MIDDLE, 709L,
                SchoolLevel.HIGH, 676L,
                SchoolLevel.COMBINED, 47L));
    assertThat(charters(data, Y19)).isEqualTo(141);
    Column enrolment = column(data, Operands.ENROLMENT, Y19);
    assertThat(enrolment.known()).isEqualTo(3857);
    assertThat(sum(enrolment)).isCloseTo(1_931_278.47, within(0.001));
    assertThat(sum(column(data, Operands.ENROLMENT, Y21))).isCloseTo(1_845_909.94, within(0.001));
    assertThat(column(data, FinanceOperands.SPENDING_PER_STUDENT, Y20).known()).isEqualTo(3852);
    SchoolId seymour = new SchoolId("010010010260001");
    assertThat(data.name(seymour)).isEqualTo("Seymour High School");
    assertThat(data.cell(seymour, FinanceOperands.SPENDING_PER_STUDENT.at(Level.SCHOOL, Y20)))
        .isEqualTo(Cell.of(8267.9865));
    assertThat(data.cell(seymour, Operands.ENROLMENT.at(Level.SCHOOL, Y20)))
        .isEqualTo(Cell.of(250.56));
    Column federal =
        data.column(IllinoisFinance.REVENUE.with(Fund.FEDERAL).at(Level.DISTRICT, Y17))
            .orElseThrow();
    assertThat(sum(federal)).isEqualTo(2_127_947_849.0);
    // Four rows repeat a school. No row's parts differ from its totals by more than a cent.
    assertThat(loaded.notices().counts())
        .containsAllEntriesOf(
            Map.of(
                "complete-rows",
                3L,
                "duplicate-unit",
                5L,
                "repeated-name",
                1L,
                "undated-columns",
                2L))
        .doesNotContainKeys("parts-differ-from-total", "part-above-whole");
    assertThat(loaded.notices().examples())
        .extracting(Notice::message)
        .contains(
            "4716 of 4737 rows of schools and districts have all nine amounts per student",
            "4714 of 4726 rows of schools and districts have all nine amounts per student",
            "4706 of 4719 rows of schools and districts have all nine amounts per student");
  }

  /** Counted by a Python script: codes of both files, those that end in 0000 left out. */
  @Test
  void realDirectoryJoinsTheWorkbook() {
    Loaded joined =
        EquityFiles.read(
                Shared.format("state-il", "18-21-Financial.xlsx"),
                Shared.format("state-il", "IL_RCDTS_codes.csv"))
            .joined();
    assertThat(joined.tables().get(4).rows()).isEqualTo(5437);
    Loaded.StoreJoin join = joined.joins().get(0);
    assertThat(join.report().matched(Level.SCHOOL)).isEqualTo(3830);
    assertThat(join.report().onlyHere().stream().filter(id -> id.level() == Level.SCHOOL))
        .hasSize(3901 - 3830);
    assertThat(join.report().onlyOther().stream().filter(id -> id.level() == Level.SCHOOL))
        .hasSize(4519 - 3830);
    assertThat(joined.data().alias(new DistrictId("010010010260000"), "NCES")).contains("1730990");
  }

  private static Cell cell(EquityData data, Operand operand) {
    return data.cell(OAK, operand.at(Level.SCHOOL, Y19));
  }

  private static Column column(EquityData data, Operand operand, SchoolYear year) {
    return data.column(operand.at(Level.SCHOOL, year)).orElseThrow();
  }

  private static SchoolFacts fact(EquityData data, SchoolId id, SchoolYear year) {
    SchoolFacts facts = data.facts(id).get(year);
    if (facts == null) {
      throw new AssertionError("no facts about " + id + " in " + year);
    }
    return facts;
  }

  private static List<SchoolFacts> facts(EquityData data, SchoolYear year) {
    return data.units(Level.SCHOOL).stream()
        .flatMap(id -> data.facts((SchoolId) id).values().stream())
        .filter(facts -> facts.year().equals(year))
        .toList();
  }

  private static int count(EquityData data, SchoolYear year) {
    return facts(data, year).size();
  }

  private static long charters(EquityData data, SchoolYear year) {
    return facts(data, year).stream().filter(SchoolFacts::charter).count();
  }

  private static Map<TitleI, Long> titleI(EquityData data, SchoolYear year) {
    Map<TitleI, Long> counts = new EnumMap<>(TitleI.class);
    facts(data, year).forEach(facts -> counts.merge(facts.titleI(), 1L, Long::sum));
    return counts;
  }

  private static Map<SchoolLevel, Long> levels(EquityData data, SchoolYear year) {
    Map<SchoolLevel, Long> counts = new EnumMap<>(SchoolLevel.class);
    facts(data, year).forEach(facts -> counts.merge(facts.level(), 1L, Long::sum));
    return counts;
  }

  private static double sum(Column column) {
    double sum = 0;
    for (int i = 0; i < column.size(); i++) {
      sum += column.isKnown(i) ? column.value(i) : 0;
    }
    return sum;
  }

  private static List<String> schoolHeader(String titleI) {
    return Arrays.asList(
        "RCDTS",
        "Type",
        "School Name",
        "District",
        "Grades Served",
        titleI,
        "# School Enrollment ");
  }

  private static List<String> school(String code, String grades, String titleI) {
    return List.of(code, "School", "Moved School", "Example CUSD 1", grades, titleI, "100");
  }

  private Loaded read(String text) throws IOException {
    return EquityFiles.read(Files.writeString(folder.resolve("18-19-Financial.csv"), text));
  }

  private Path workbook(Map<String, List<List<String>>> sheets) throws IOException {
    Path path = folder.resolve("finance.xlsx");
    try (OutputStream out = Files.newOutputStream(path);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      for (Map.Entry<String, List<List<String>>> entry : sheets.entrySet()) {
        Worksheet sheet = workbook.newWorksheet(entry.getKey());
        List<List<String>> rows = new ArrayList<>(entry.getValue());
        for (int row = 0; row < rows.size(); row++) {
          for (int column = 0; column < rows.get(row).size(); column++) {
            sheet.value(row, column, rows.get(row).get(column));
          }
        }
      }
    }
    return path;
  }
}
