package org.resourceequity.io.massachusetts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Shared;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Column;
import org.resourceequity.model.CourseOperands;
import org.resourceequity.model.DistrictFacts;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.GradeSpan;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.OutcomeOperands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.TitleI;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

class MassachusettsSchoolsTest {

  private static final Path FIXTURE =
      Path.of("src", "test", "resources", "fixtures", "ma-public-schools")
          .resolve("MA_Public_Schools_2017.csv");
  private static final SchoolYear Y15 = SchoolYear.ending(2015);
  private static final SchoolYear Y16 = SchoolYear.ending(2016);
  private static final SchoolYear Y17 = SchoolYear.ending(2017);
  private static final SchoolId ELM = new SchoolId("99010005");
  private static final SchoolId HIGH = new SchoolId("99010505");
  private static final SchoolId ANNEX = new SchoolId("99010510");
  private static final DistrictId EXAMPLETON = new DistrictId("99010000");
  private static final DistrictId HARBOR = new DistrictId("99020000");

  @TempDir Path folder = Path.of("");

  private final EquityData data = EquityFiles.read(FIXTURE).data();

  @Test
  void everyColumnHasItsOwnYear() {
    assertThat(data.years(Level.SCHOOL, Operands.ENROLMENT)).containsExactly(Y17);
    assertThat(data.years(Level.SCHOOL, Operands.enrolmentShare(Groups.BLACK)))
        .containsExactly(Y17);
    assertThat(data.years(Level.SCHOOL, CourseOperands.CLASS_SIZE)).containsExactly(Y16);
    assertThat(data.years(Level.SCHOOL, OutcomeOperands.AP_TEST_TAKERS)).containsExactly(Y16);
    assertThat(data.years(Level.DISTRICT, FinanceOperands.SPENDING)).containsExactly(Y15);
    assertThat(data.years(Level.DISTRICT, Operands.TEACHERS)).containsExactly(Y15);
  }

  @Test
  void schoolHasFacts() {
    assertThat(data.facts(ELM))
        .containsValue(
            new SchoolFacts(
                Y17,
                "Elm Elementary",
                EXAMPLETON,
                SchoolLevel.ELEMENTARY,
                new GradeSpan(-1, 4),
                TitleI.UNKNOWN,
                false,
                org.resourceequity.model.Locale.UNKNOWN));
  }

  @Test
  void districtIsWhatItsSchoolsAre() {
    DistrictFacts exampleton = data.facts(EXAMPLETON, Y17).orElseThrow();
    assertThat(exampleton.type()).isEqualTo(DistrictType.UNIFIED);
    assertThat(exampleton.state()).isEqualTo("MA");
    DistrictFacts harbor = data.facts(HARBOR, Y17).orElseThrow();
    assertThat(harbor.charter()).isTrue();
    assertThat(harbor.type()).isEqualTo(DistrictType.OTHER);
  }

  @Test
  void needIsCountedAndPublishedAsAShare() {
    assertThat(at(ELM, Operands.enrolment(Groups.LOW_INCOME))).isEqualTo(Cell.of(60));
    assertThat(at(ELM, Operands.enrolmentShare(Groups.LOW_INCOME))).isEqualTo(Cell.of(0.3));
    assertThat(at(ELM, Operands.enrolment(Groups.HIGH_NEED))).isEqualTo(Cell.of(90));
    assertThat(at(ELM, Operands.enrolment(Groups.ENGLISH_LEARNERS))).isEqualTo(Cell.of(20));
    assertThat(at(ELM, Operands.enrolment(Groups.WITH_DISABILITIES))).isEqualTo(Cell.of(30));
  }

  @Test
  void racesAreDerivedFromSharesAndNotRounded() {
    // 12.5% and 0.5% of 200; 9.9% of 181.
    assertThat(at(ELM, Operands.enrolment(Groups.BLACK))).isEqualTo(Cell.derived(25));
    assertThat(at(ELM, Operands.enrolment(Groups.NATIVE_AMERICAN))).isEqualTo(Cell.derived(1));
    assertThat(at(HIGH, Operands.enrolment(Groups.BLACK))).isEqualTo(Cell.derived(0.099 * 181));
    assertThat(at(ELM, Operands.enrolmentShare(Groups.BLACK))).isEqualTo(Cell.of(0.125));
  }

  @Test
  void districtCountsAreSumsOfItsSchools() {
    assertThat(at(EXAMPLETON, Operands.ENROLMENT)).isEqualTo(Cell.derived(200 + 160 + 181));
    assertThat(at(EXAMPLETON, Operands.enrolment(Groups.LOW_INCOME)))
        .isEqualTo(Cell.derived(60 + 40 + 36));
    assertThat(at(EXAMPLETON, Operands.ENROLMENT_9_12)).isEqualTo(Cell.derived(180));
    assertThat(at(HIGH, Operands.ENROLMENT_9_12)).isEqualTo(Cell.derived(180));
  }

  @Test
  void schoolWithoutStudentsHasNobodyInNeed() {
    assertThat(at(ANNEX, Operands.ENROLMENT)).isEqualTo(Cell.of(0));
    assertThat(at(ANNEX, Operands.enrolment(Groups.HIGH_NEED))).isEqualTo(Cell.derived(0));
    assertThat(at(ANNEX, Operands.enrolment(Groups.WHITE))).isEqualTo(Cell.derived(0));
    assertThat(at(ANNEX, Operands.enrolmentShare(Groups.HIGH_NEED)))
        .isEqualTo(Cell.absent(Reason.NOT_APPLICABLE));
  }

  @Test
  void districtMoneyIsTakenOnce() throws IOException {
    assertThat(data.cell(EXAMPLETON, FinanceOperands.SPENDING.at(Level.DISTRICT, Y15)))
        .isEqualTo(Cell.of(6_600_000.25));
    assertThat(data.cell(EXAMPLETON, Operands.TEACHERS.at(Level.DISTRICT, Y15)))
        .isEqualTo(Cell.of(40));
    assertThat(data.cell(HARBOR, FinanceOperands.SPENDING.at(Level.DISTRICT, Y15)))
        .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    String text = Files.readString(FIXTURE);
    int second = text.indexOf("6600000.25", text.indexOf("99010305"));
    Path path = folder.resolve("MA_Public_Schools_2017.csv");
    Files.writeString(path, text.substring(0, second) + "7" + text.substring(second + 1));
    Loaded loaded = EquityFiles.read(path);
    assertThat(loaded.notices().counts()).containsOnlyKeys("contradictory-repeat");
    Notice notice = loaded.notices().examples().get(0);
    assertThat(notice.value()).isEqualTo("7600000.25");
    assertThat(notice.expected()).isEqualTo("6600000.25");
    assertThat(notice.column()).isEqualTo("Total Expenditures");
    assertThat(loaded.data().cell(EXAMPLETON, FinanceOperands.SPENDING.at(Level.DISTRICT, Y15)))
        .isEqualTo(Cell.of(6_600_000.25));
  }

  @Test
  void classesAndAdvancedPlacementAreRead() throws IOException {
    assertThat(data.cell(ELM, CourseOperands.CLASSES.at(Level.SCHOOL, Y16))).isEqualTo(Cell.of(60));
    assertThat(data.cell(ELM, CourseOperands.CLASS_SIZE.at(Level.SCHOOL, Y16)))
        .isEqualTo(Cell.of(18.5));
    assertThat(data.cell(ELM, MassachusettsSchools.CLASS_SIZE_STUDENTS.at(Level.SCHOOL, Y16)))
        .isEqualTo(Cell.of(198));
    assertThat(data.cell(HIGH, OutcomeOperands.AP_TEST_TAKERS.at(Level.SCHOOL, Y16)))
        .isEqualTo(Cell.of(1020));
    assertThat(data.cell(ELM, OutcomeOperands.AP_TEST_TAKERS.at(Level.SCHOOL, Y16)))
        .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    Path path = folder.resolve("MA_Public_Schools_2017.csv");
    Files.writeString(path, Files.readString(FIXTURE).replace("1,020", "1,021"));
    assertThat(EquityFiles.read(path).notices().counts())
        .isEqualTo(Map.of("parts-differ-from-total", 1L));
  }

  @Test
  void fileOfAnotherYearIsNoticed() throws IOException {
    Path path = folder.resolve("MA_Public_Schools_2018.csv");
    Files.copy(FIXTURE, path);
    assertThat(EquityFiles.read(path).notices().counts()).isEqualTo(Map.of("other-year", 1L));
  }

  /**
   * Counted by a Python script over the file (csv module, sums as exact fractions, the first row of
   * a district for its money; levels by the rule of SchoolLevel).
   */
  @Test
  void realFileIsWhole() {
    Loaded loaded = EquityFiles.read(Shared.format("state-ma", "MA_Public_Schools_2017.csv.gz"));
    EquityData real = loaded.data();
    assertThat(loaded.tables().get(0).rows()).isEqualTo(1861);
    // Advanced Placement is taken in high schools only, so most schools have no number.
    assertThat(loaded.notices().counts()).containsOnlyKeys("low-coverage");
    assertThat(real.units(Level.SCHOOL)).hasSize(1861);
    assertThat(real.units(Level.DISTRICT)).hasSize(410);
    assertThat(sum(real, Level.SCHOOL, Operands.ENROLMENT, Y17)).isEqualTo(953_748);
    assertThat(sum(real, Level.DISTRICT, Operands.ENROLMENT, Y17)).isEqualTo(953_748);
    assertThat(sum(real, Level.SCHOOL, Operands.enrolment(Groups.LOW_INCOME), Y17))
        .isEqualTo(288_465);
    assertThat(sum(real, Level.DISTRICT, Operands.enrolment(Groups.HIGH_NEED), Y17))
        .isEqualTo(425_928);
    assertThat(sum(real, Level.SCHOOL, Operands.enrolment(Groups.ENGLISH_LEARNERS), Y17))
        .isEqualTo(90_204);
    assertThat(sum(real, Level.SCHOOL, Operands.enrolment(Groups.WITH_DISABILITIES), Y17))
        .isEqualTo(157_042);
    assertThat(sum(real, Level.SCHOOL, Operands.enrolment(Groups.BLACK), Y17))
        .isCloseTo(84_997.782, within(1e-6));
    assertThat(sum(real, Level.SCHOOL, Operands.ENROLMENT_9_12, Y17)).isEqualTo(290_080);
    assertThat(sum(real, Level.SCHOOL, OutcomeOperands.AP_TEST_TAKERS, Y16)).isEqualTo(51_107);
    assertThat(sum(real, Level.DISTRICT, FinanceOperands.SPENDING, Y15))
        .isCloseTo(14_674_655_622.13, within(0.001));
    assertThat(sum(real, Level.DISTRICT, Operands.TEACHERS, Y15)).isEqualTo(69_371);
    assertThat(column(real, Level.DISTRICT, FinanceOperands.SPENDING, Y15).known()).isEqualTo(321);
    assertThat(column(real, Level.SCHOOL, Operands.enrolmentShare(Groups.LOW_INCOME), Y17).known())
        .isEqualTo(1850);
    DistrictId boston = new DistrictId("00350000");
    assertThat(real.district("Boston").schools()).hasSize(118);
    assertThat(real.cell(boston, Operands.ENROLMENT.at(Level.DISTRICT, Y17)))
        .isEqualTo(Cell.derived(53_263));
    assertThat(real.cell(boston, Operands.STUDENT_FTE.at(Level.DISTRICT, Y15)))
        .isEqualTo(Cell.of(65_964.6));
    assertThat(
            real.cell(
                new SchoolId("00350560"), OutcomeOperands.AP_TEST_TAKERS.at(Level.SCHOOL, Y16)))
        .isEqualTo(Cell.of(1037));
    Map<SchoolLevel, Long> levels = new EnumMap<>(SchoolLevel.class);
    real.schools().forEach(s -> levels.merge(s.facts().orElseThrow().level(), 1L, Long::sum));
    assertThat(levels)
        .isEqualTo(
            Map.of(
                SchoolLevel.ELEMENTARY, 1064L,
                SchoolLevel.MIDDLE, 332L,
                SchoolLevel.HIGH, 328L,
                SchoolLevel.COMBINED, 80L,
                SchoolLevel.PRESCHOOL, 56L,
                SchoolLevel.UNKNOWN, 1L));
    assertThat(real.schools().stream().filter(s -> s.facts().orElseThrow().charter())).hasSize(83);
  }

  private Cell at(UnitId id, Operand operand) {
    return data.cell(id, operand.at(id.level(), Y17));
  }

  private static Column column(EquityData data, Level level, Operand operand, SchoolYear year) {
    return data.column(operand.at(level, year)).orElseThrow();
  }

  private static double sum(EquityData data, Level level, Operand operand, SchoolYear year) {
    Column column = column(data, level, operand, year);
    double sum = 0;
    for (int i = 0; i < column.size(); i++) {
      sum += column.isKnown(i) ? column.value(i) : 0;
    }
    return sum;
  }
}
