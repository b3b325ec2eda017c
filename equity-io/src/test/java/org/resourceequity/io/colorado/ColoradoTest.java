package org.resourceequity.io.colorado;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.Shared;
import org.resourceequity.model.Cell;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.OutcomeOperands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.model.UnitId.StateId;

class ColoradoTest {

  private static final SchoolYear Y21 = SchoolYear.ending(2021);
  private static final SchoolYear Y24 = SchoolYear.ending(2024);
  private static final SchoolId OAK = new SchoolId("09900101");
  private static final Operand COHORT = OutcomeOperands.graduationCohort(Group.STUDENTS);
  private static final Operand RATE = OutcomeOperands.graduationRate(Group.STUDENTS);

  private static EquityData fixture(String file) {
    return EquityFiles.read(Shared.fixture("co-graduation").resolveSibling(file)).data();
  }

  private static Cell cell(EquityData data, Operand operand, SchoolYear year) {
    return data.cell(OAK, operand.at(Level.SCHOOL, year));
  }

  @Test
  void masksKeepTheirBounds() {
    EquityData data = fixture("schools_by_race.csv");
    assertThat(cell(data, COHORT, Y24)).isEqualTo(Cell.of(66));
    assertThat(cell(data, RATE, Y24)).isEqualTo(Cell.of(78.8 / 100));
    assertThat(cell(data, OutcomeOperands.completionRate(Group.STUDENTS, 4), Y24))
        .isEqualTo(Cell.of(80.3 / 100));
    assertThat(cell(data, OutcomeOperands.graduationCohort(Groups.FEMALE), Y24))
        .isEqualTo(new Cell.Bounded(0, 50, Reason.SUPPRESSED_PRIVACY));
    assertThat(cell(data, OutcomeOperands.graduationRate(Groups.NATIVE_AMERICAN), Y24))
        .isEqualTo(new Cell.Bounded(0, 0.02, Reason.SUPPRESSED_PRIVACY));
    assertThat(cell(data, OutcomeOperands.graduationRate(Groups.NON_BINARY), Y24))
        .isEqualTo(Cell.absent(Reason.NOT_APPLICABLE));
    assertThat(cell(data, OutcomeOperands.graduationCohort(Group.STUDENTS, 7), Y21))
        .isEqualTo(new Cell.Bounded(16, 50, Reason.SUPPRESSED_PRIVACY));
    assertThat(cell(data, OutcomeOperands.graduationCohort(Groups.FEMALE, 7), Y21))
        .isEqualTo(Cell.absent(Reason.SUPPRESSED_PRIVACY));
    assertThat(data.units(Level.SCHOOL)).hasSize(2);
    assertThat(data.columns().keySet()).noneMatch(key -> key.level() != Level.SCHOOL);
  }

  @Test
  void rateOfNobodyDoesNotApply() {
    EquityData data = fixture("state.csv");
    StateId state = new StateId("CO");
    assertThat(data.cell(state, COHORT.at(Level.STATE, Y24))).isEqualTo(Cell.of(69_301));
    assertThat(
            data.cell(
                state, OutcomeOperands.graduationCohort(Groups.NON_BINARY).at(Level.STATE, Y24)))
        .isEqualTo(Cell.of(0));
    assertThat(
            data.cell(
                state, OutcomeOperands.graduationRate(Groups.NON_BINARY).at(Level.STATE, Y24)))
        .isEqualTo(Cell.absent(Reason.NOT_APPLICABLE));
  }

  @Test
  void needsOfDistrictsAreReadWithoutAllStudents() {
    EquityData data = fixture("districts_by_need.csv");
    DistrictId example = new DistrictId("0990");
    assertThat(data.units(Level.DISTRICT)).containsExactly(example);
    assertThat(
            data.cell(
                example,
                OutcomeOperands.graduationRate(Groups.ENGLISH_LEARNERS).at(Level.DISTRICT, Y24)))
        .isEqualTo(Cell.of(66.9 / 100));
    assertThat(data.years(Level.DISTRICT, COHORT)).isEmpty();
  }

  /** Counted by a Python script over the XML of the workbook, without the rows of other levels. */
  @Test
  void realFileIsWhole() {
    Loaded loaded = EquityFiles.read(Shared.format("state-co", "2024_graduation_workbook.xlsx"));
    EquityData data = loaded.data();
    assertThat(loaded.notices().counts()).containsOnlyKeys("low-coverage");
    assertThat(loaded.tables()).hasSize(5);
    assertThat(data.units(Level.SCHOOL)).hasSize(558);
    assertThat(data.units(Level.DISTRICT)).hasSize(185);
    assertThat(Shared.column(data, Level.SCHOOL, COHORT, Y24).known()).isEqualTo(298);
    assertThat(Shared.sum(data, Level.SCHOOL, COHORT, Y24)).isEqualTo(64_675);
    // 126 cohorts of 16 to 50 and 97 of 15 or less.
    assertThat(Shared.bounded(data, Level.SCHOOL, COHORT, Y24)).isEqualTo(126 + 97);
    assertThat(Shared.column(data, Level.SCHOOL, RATE, Y24).known()).isEqualTo(421);
    assertThat(Shared.bounded(data, Level.SCHOOL, RATE, Y24)).isEqualTo(43 + 40 + 15 + 2);
    assertThat(Shared.sum(data, Level.DISTRICT, COHORT, Y24)).isEqualTo(67_631);
    assertThat(
            Shared.sum(
                data, Level.SCHOOL, OutcomeOperands.graduationCohort(Group.STUDENTS, 7), Y21))
        .isEqualTo(63_658);
    assertThat(
            Shared.column(
                    data, Level.SCHOOL, OutcomeOperands.graduationRate(Groups.LOW_INCOME), Y24)
                .known())
        .isEqualTo(363);
    assertThat(
            Shared.bounded(
                data, Level.SCHOOL, OutcomeOperands.graduationCohort(Groups.LOW_INCOME), Y24))
        .isEqualTo(222);
    assertThat(data.cell(new StateId("CO"), RATE.at(Level.STATE, Y24)))
        .isEqualTo(Cell.of(84.2 / 100));
  }
}
