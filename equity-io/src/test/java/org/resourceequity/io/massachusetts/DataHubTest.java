package org.resourceequity.io.massachusetts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Shared;
import org.resourceequity.model.Cell;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operands;
import org.resourceequity.model.OutcomeOperands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.model.UnitId.StateId;

class DataHubTest {

  private static final SchoolYear Y18 = SchoolYear.ending(2018);
  private static final SchoolYear Y23 = SchoolYear.ending(2023);
  private static final SchoolYear Y24 = SchoolYear.ending(2024);

  @Test
  void needHasTheDefinitionOfItsYear() {
    EquityData data = EquityFiles.read(Shared.fixture("ma-enrolment")).data();
    SchoolId elm = new SchoolId("99010005");
    assertThat(data.cell(elm, Operands.enrolment(Groups.LOW_INCOME).at(Level.SCHOOL, Y24)))
        .isEqualTo(Cell.of(160));
    assertThat(data.cell(elm, Operands.enrolment(Groups.LOW_INCOME).at(Level.SCHOOL, Y18)))
        .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    assertThat(data.cell(elm, Operands.enrolment(Groups.PUBLIC_ASSISTANCE).at(Level.SCHOOL, Y18)))
        .isEqualTo(Cell.of(114));
    // 12.5% of 400.
    assertThat(data.cell(elm, Operands.enrolment(Groups.BLACK).at(Level.SCHOOL, Y24)))
        .isEqualTo(Cell.derived(50));
    assertThat(data.cell(new StateId("MA"), Operands.ENROLMENT.at(Level.STATE, Y24)))
        .isEqualTo(Cell.of(900_000));
  }

  @Test
  void smallCohortsAreHiddenAndAdjustedRatesNotRead() {
    EquityData data = EquityFiles.read(Shared.fixture("ma-graduation")).data();
    SchoolId oak = new SchoolId("99010505");
    assertThat(data.cell(oak, OutcomeOperands.graduationRate(Group.STUDENTS).at(Level.SCHOOL, Y24)))
        .isEqualTo(Cell.of(0.9));
    assertThat(
            data.cell(oak, OutcomeOperands.graduationRate(Group.STUDENTS, 5).at(Level.SCHOOL, Y23)))
        .isEqualTo(Cell.of(0.93));
    assertThat(
            data.cell(
                oak, OutcomeOperands.graduationCohort(Groups.FOSTER_CARE).at(Level.SCHOOL, Y24)))
        .isEqualTo(new Cell.Bounded(0, 5, Reason.SUPPRESSED_PRIVACY));
    assertThat(
            data.cell(
                oak, OutcomeOperands.graduationRate(Groups.FOSTER_CARE).at(Level.SCHOOL, Y24)))
        .isEqualTo(Cell.absent(Reason.SUPPRESSED_PRIVACY));
  }
}
