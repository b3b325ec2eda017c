package org.resourceequity.io.texas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.resourceequity.analysis.Analysis;
import org.resourceequity.analysis.Question;
import org.resourceequity.analysis.Scope;
import org.resourceequity.analysis.Trend;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.LoadedTable;
import org.resourceequity.io.Shared;
import org.resourceequity.metric.Outcome;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Column;
import org.resourceequity.model.DistrictFacts;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Locale;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.OutcomeOperands;
import org.resourceequity.model.Ratios;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.sample.Distribution;

class TexasTest {

  private static final SchoolYear Y19 = SchoolYear.ending(2019);
  private static final SchoolYear Y21 = SchoolYear.ending(2021);
  private static final SchoolYear Y22 = SchoolYear.ending(2022);
  private static final DistrictId EXAMPLE = new DistrictId("099901");
  private static final DistrictId SAMPLE = new DistrictId("099902");
  private static final DistrictId CHARTER = new DistrictId("099903");
  private static final Operand AUTISM =
      Operands.enrolment(Group.STUDENTS.and(Attribute.DISABILITY, "autism"));

  private static Cell cell(EquityData data, DistrictId district, Operand operand) {
    return data.cell(district, operand.at(Level.DISTRICT, Y22));
  }

  @Test
  void masksSayWhyThereIsNoNumber() {
    EquityData data = EquityFiles.read(Shared.fixture("tx-tapr-profile", 1)).data();
    assertThat(cell(data, SAMPLE, AUTISM))
        .isEqualTo(new Cell.Bounded(1, 4, Reason.SUPPRESSED_PRIVACY));
    assertThat(cell(data, CHARTER, AUTISM)).isEqualTo(Cell.absent(Reason.SUPPRESSED_PRIVACY));
    assertThat(cell(data, SAMPLE, Operands.TEACHERS))
        .isEqualTo(Cell.absent(Reason.SUPPRESSED_QUALITY));
    assertThat(cell(data, CHARTER, Operands.TEACHERS)).isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    assertThat(cell(data, EXAMPLE, Operands.staff(Groups.FIRST_YEAR_TEACHERS)))
        .isEqualTo(Cell.of(0));
    assertThat(cell(data, EXAMPLE, FinanceOperands.averageSalary(Groups.FIRST_YEAR_TEACHERS)))
        .isEqualTo(Cell.absent(Reason.NOT_APPLICABLE));
  }

  @Test
  void graduatesAreOfTheYearBeforeTheTable() {
    EquityData data = EquityFiles.read(Shared.fixture("tx-tapr-profile", 1)).data();
    Operand graduates = OutcomeOperands.diplomas(Group.STUDENTS);
    assertThat(data.cell(SAMPLE, graduates.at(Level.DISTRICT, Y21))).isEqualTo(Cell.of(91));
    assertThat(data.years(Level.DISTRICT, graduates)).containsExactly(Y21);
  }

  @Test
  void aTableWithoutAYearInItsNameIsOfTheYearAfterItsGraduates() {
    EquityData data = EquityFiles.read(Shared.fixture("tx-tapr-profile", 0)).data();
    SchoolId campus = new SchoolId("099901101");
    assertThat(data.cell(campus, Operands.TEACHERS.at(Level.SCHOOL, Y19))).isEqualTo(Cell.of(22.2));
    assertThat(data.parent(campus)).contains(EXAMPLE);
  }

  @Test
  void referencesGiveFacts() {
    EquityData campuses = EquityFiles.read(Shared.fixture("tx-tapr-reference", 0)).data();
    assertThat(campuses.facts(new SchoolId("099901001"), Y22).orElseThrow().level())
        .isEqualTo(SchoolLevel.HIGH);
    assertThat(campuses.facts(new SchoolId("099903101"), Y22).orElseThrow().charter()).isTrue();
    EquityData types = EquityFiles.read(Shared.fixture("tx-district-types")).data();
    assertThat(types.facts(CHARTER, Y22).orElseThrow().locale()).isEqualTo(Locale.CITY);
  }

  @Test
  void oneTrendPerDistrictOverTheYears() {
    Loaded loaded = EquityFiles.read(Shared.format("state-tx", ""));
    // The workbook TAPR_district_adv_2022.xlsx is a dictionary of column names, without data.
    assertThat(
            loaded.tables().stream()
                .filter(table -> table.store() < 0)
                .map(LoadedTable::file)
                .distinct())
        .containsExactly("TAPR_district_adv_2022.xlsx");
    assertThat(loaded.notices().counts()).doesNotContainKeys("not-a-number", "unknown-token");
    EquityData data = loaded.joined().data();
    assertThat(data.scheme()).isEqualTo("TX-TEA");
    // Python's csv, numbers of 0 or more: students, teachers, districts with teachers; districts
    // whose autistic students are masked.
    assertYear(data, 2013, 1228, 5_058_939, 327_422.6, 1226, 0);
    assertYear(data, 2017, 1203, 5_343_834, 352_756.5, 1201, 384);
    assertYear(data, 2019, 1201, 5_416_400, 358_449.8, 1199, 362);
    assertYear(data, 2020, 1202, 5_479_173, 363_119.6, 1202, 350);
    assertYear(data, 2022, 1207, 5_402_928, 369_694.7, 1204, 331);
    // The profiles of 2021-22 have names, the references and types who is a charter: 191 of the
    // types, of which 185 are in the profiles; six without students are in the types alone.
    assertThat(
            data.units(Level.DISTRICT).stream()
                .filter(
                    id ->
                        data.cell(id, Operands.ENROLMENT.at(Level.DISTRICT, Y22))
                            instanceof Cell.Known)
                .filter(id -> data.facts((DistrictId) id, Y22).orElseThrow().charter()))
        .hasSize(185);
    Trend<Distribution> trend = studentsPerTeacher(data);
    // Python's csv and float: districts with students and teachers (more than 0) in all years;
    // Houston's students through its teachers.
    assertThat(trend.sameUnits().years().values()).allMatch(year -> year.size() == 1167);
    assertThat(trend.years().values().stream().mapToDouble(TexasTest::houston).toArray())
        .containsExactly(
            new double[] {
              202_586 / 10_957.8,
              215_408 / 11_545.8,
              209_040 / 11_464.7,
              209_309 / 11_283.1,
              193_727 / 10_619.5
            },
            within(1e-9));
  }

  @Test
  void publishedReferences() {
    // Python's csv: rows, and those with Y in DFLCHART.
    assertThat(charters("DREF_2020.csv", SchoolYear.ending(2020))).containsExactly(1202, 180);
    assertThat(charters("DREF_2022.csv", Y22)).containsExactly(1207, 185);
    assertThat(charters("tapr_2021-2022_district_reference.csv", Y22)).containsExactly(1207, 185);
    assertThat(charters("district_type2022.csv", Y22)).containsExactly(1218, 191);
  }

  private static int[] charters(String file, SchoolYear year) {
    EquityData data = EquityFiles.read(Shared.format("state-tx", file)).data();
    long charters =
        data.units(Level.DISTRICT).stream()
            .map(id -> data.facts((DistrictId) id, year).orElseThrow())
            .filter(DistrictFacts::charter)
            .count();
    return new int[] {data.units(Level.DISTRICT).size(), (int) charters};
  }

  private static Trend<Distribution> studentsPerTeacher(EquityData data) {
    TreeMap<SchoolYear, Distribution> years = new TreeMap<>();
    for (SchoolYear year : data.years(Level.DISTRICT, Operands.TEACHERS)) {
      Outcome<Distribution> sample =
          Analysis.of(data, Question.spread(Ratios.STUDENTS_PER_TEACHER))
              .of(Scope.districts().during(year))
              .sample();
      years.put(year, ((Outcome.Known<Distribution>) sample).value());
    }
    return Trend.of(years);
  }

  private static double houston(Distribution year) {
    return year.value(year.units().keys().indexOf("101912"));
  }

  private static void assertYear(
      EquityData data,
      int year,
      int districts,
      double students,
      double teachers,
      int withTeachers,
      int masked) {
    SchoolYear of = SchoolYear.ending(year);
    Column enrolment = column(data, Operands.ENROLMENT, of);
    assertThat(enrolment.known()).isEqualTo(districts);
    assertThat(sum(enrolment)).isEqualTo(students);
    assertThat(column(data, Operands.TEACHERS, of).known()).isEqualTo(withTeachers);
    assertThat(sum(column(data, Operands.TEACHERS, of))).isCloseTo(teachers, within(1e-6));
    long hidden =
        data.column(AUTISM.at(Level.DISTRICT, of)).stream()
            .flatMap(column -> IntStream.range(0, column.size()).mapToObj(column::cell))
            .filter(Cell.Bounded.class::isInstance)
            .count();
    assertThat(hidden).isEqualTo(masked);
  }

  private static Column column(EquityData data, Operand operand, SchoolYear year) {
    return data.column(operand.at(Level.DISTRICT, year)).orElseThrow();
  }

  private static double sum(Column column) {
    return IntStream.range(0, column.size())
        .filter(column::isKnown)
        .mapToDouble(column::value)
        .sum();
  }
}
