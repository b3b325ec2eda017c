package org.resourceequity.io.newyork;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Fund;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.StudentEvents;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.model.UnitId.StateId;

class NewYorkTest {

  private static final SchoolYear Y07 = SchoolYear.ending(2007);
  private static final SchoolYear Y11 = SchoolYear.ending(2011);
  private static final SchoolYear Y24 = SchoolYear.ending(2024);
  private static final SchoolId OAK = new SchoolId("010199990034");
  private static final DistrictId EXAMPLE = new DistrictId("010199990000");

  @Test
  void aCodeTellsSchoolsDistrictsAndTheState() {
    EquityData data = EquityFiles.read(Shared.fixture("ny-report-card")).data();
    assertThat(data.units(SCHOOL)).hasSize(2);
    assertThat(data.cell(EXAMPLE, FinanceOperands.SPENDING.with(Fund.FEDERAL).at(DISTRICT, Y24)))
        .isEqualTo(Cell.of(500_000));
    assertThat(data.cell(new StateId("NY"), Operands.ENROLMENT.at(STATE, Y24)))
        .isEqualTo(Cell.of(2000));
    assertThat(data.cell(OAK, Operands.enrolment(Groups.BLACK).at(SCHOOL, Y24)))
        .isEqualTo(Cell.absent(Reason.SUPPRESSED_PRIVACY));
    assertThat(data.parent(OAK)).contains(EXAMPLE);
    assertThat(data.facts(new SchoolId("010199860876"), Y24).orElseThrow().charter()).isTrue();
  }

  @Test
  void allIncidentsAreTheSumOfTheirKinds() {
    EquityData data = EquityFiles.read(Shared.fixture("ny-incidents")).data();
    // 3 robberies without weapon, 12 altercations without, 2 of drugs, 40 other disruptions.
    assertThat(data.cell(OAK, StudentEvents.incidents("all").at(SCHOOL, Y11)))
        .isEqualTo(Cell.derived(57));
    assertThat(data.cell(OAK, StudentEvents.incidents("robbery-without-weapon").at(SCHOOL, Y11)))
        .isEqualTo(Cell.of(3));
    assertThat(data.facts(OAK, Y11).orElseThrow().level()).isEqualTo(SchoolLevel.HIGH);
  }

  @Test
  void publishedReportCard() {
    EquityData data = read("nysed_2024_joined.csv");
    // Python's csv: different codes, and of the first row of each, students, dollars, teachers.
    assertThat(data.units(SCHOOL)).hasSize(987);
    assertThat(sum(data, Operands.ENROLMENT, Y24)).isEqualTo(785_854);
    assertThat(sum(data, FinanceOperands.SPENDING, Y24)).isEqualTo(22_520_506_626.0);
    assertThat(sum(data, Operands.staffCount(Group.TEACHERS), Y24)).isEqualTo(69_093);
    assertThat(sum(data, Operand.of(StudentEvents.CHRONIC_ABSENCE, Group.STUDENTS), Y24))
        .isEqualTo(229_893);
    assertThat(
            sum(
                data,
                Operands.staffCount(Group.TEACHERS.and(Attribute.EXPERIENCE, "under-4-years")),
                Y24))
        .isEqualTo(12_757);
  }

  @Test
  void publishedIncidents() {
    // xlrd and Python's csv: rows with a code, students, incidents of all kinds, charter schools.
    assertIncidents("vadir_2006-2007.xls", Y07, 3065, 1_770_366, 177_809, 35);
    assertIncidents("vadir_2010-2011.csv.gz", Y11, 3041, 1_707_099, 152_580, 45);
  }

  private static void assertIncidents(
      String file, SchoolYear year, int schools, double students, double incidents, int charters) {
    EquityData data = read(file);
    assertThat(data.units(SCHOOL)).hasSize(schools);
    assertThat(sum(data, Operands.ENROLMENT, year)).isEqualTo(students);
    assertThat(sum(data, StudentEvents.incidents("all"), year)).isEqualTo(incidents);
    assertThat(
            data.units(SCHOOL).stream()
                .filter(id -> data.facts((SchoolId) id, year).orElseThrow().charter()))
        .hasSize(charters);
  }

  private static EquityData read(String file) {
    Loaded loaded = EquityFiles.read(Shared.format("state-ny", file));
    assertThat(loaded.notices().hasErrors()).as(loaded.notices().toString()).isFalse();
    assertThat(loaded.notices().counts()).doesNotContainKeys("unknown-token", "not-a-number");
    return loaded.data();
  }

  private static double sum(EquityData data, Operand operand, SchoolYear year) {
    Column column = data.column(operand.at(SCHOOL, year)).orElseThrow();
    return IntStream.range(0, column.size())
        .filter(column::isKnown)
        .mapToDouble(column::value)
        .sum();
  }
}
