package org.resourceequity.io.washington;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.Shared;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Cell;
import org.resourceequity.model.EquityData;
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

class WashingtonTest {

  private static final SchoolYear Y18 = SchoolYear.ending(2018);
  private static final SchoolYear Y19 = SchoolYear.ending(2019);
  private static final SchoolId OAK = new SchoolId("990169523");
  private static final Operand COHORT = OutcomeOperands.graduationCohort(Group.STUDENTS);
  private static final Operand RATE = OutcomeOperands.graduationRate(Group.STUDENTS);

  private static Cell cell(EquityData data, Operand operand, SchoolYear year) {
    return data.cell(OAK, operand.at(Level.SCHOOL, year));
  }

  @Test
  void suppressionSaysWhyANumberIsHidden() {
    EquityData data = EquityFiles.read(Shared.fixture("wa-graduation")).data();
    assertThat(cell(data, COHORT, Y19)).isEqualTo(Cell.of(210));
    assertThat(cell(data, RATE, Y19)).isEqualTo(Cell.of(0.9));
    assertThat(cell(data, OutcomeOperands.graduationCohort(Groups.ASIAN), Y19))
        .isEqualTo(new Cell.Bounded(0, 9, Reason.SUPPRESSED_PRIVACY));
    assertThat(cell(data, OutcomeOperands.graduationRate(Groups.ASIAN), Y19))
        .isEqualTo(Cell.absent(Reason.SUPPRESSED_PRIVACY));
    assertThat(cell(data, OutcomeOperands.graduationRate(Groups.WHITE), Y19))
        .isEqualTo(new Cell.Bounded(0.95, 1, Reason.SUPPRESSED_PRIVACY));
    assertThat(cell(data, OutcomeOperands.graduationCohort(Groups.WHITE), Y19))
        .isEqualTo(Cell.absent(Reason.SUPPRESSED_PRIVACY));
    assertThat(cell(data, OutcomeOperands.graduationRate(Groups.MALE), Y19))
        .isEqualTo(Cell.of(0.9377));
    assertThat(cell(data, OutcomeOperands.graduationCohort(Groups.MALE), Y19))
        .isEqualTo(Cell.absent(Reason.SUPPRESSED_PRIVACY));
    assertThat(cell(data, OutcomeOperands.graduationCohort(Groups.FOSTER_CARE), Y19))
        .isEqualTo(Cell.of(0));
    assertThat(cell(data, OutcomeOperands.graduationRate(Groups.FOSTER_CARE), Y19))
        .isEqualTo(Cell.absent(Reason.NOT_APPLICABLE));
  }

  @Test
  void laterGraduationIsOfAnEarlierCohort() {
    EquityData data = EquityFiles.read(Shared.fixture("wa-graduation")).data();
    assertThat(cell(data, OutcomeOperands.graduationRate(Group.STUDENTS, 5), Y18))
        .isEqualTo(Cell.of(0.92));
    assertThat(cell(data, OutcomeOperands.graduates(Group.STUDENTS, 5), Y18))
        .isEqualTo(Cell.of(184));
    assertThat(data.years(Level.SCHOOL, OutcomeOperands.graduationRate(Group.STUDENTS, 5)))
        .containsExactly(Y18);
    assertThat(data.years(Level.SCHOOL, RATE)).containsExactly(Y19);
  }

  @Test
  void enrolmentIsReadByGradeAndGroup() {
    EquityData data = EquityFiles.read(Shared.fixture("wa-enrolment")).data();
    assertThat(cell(data, Operands.ENROLMENT, Y19)).isEqualTo(Cell.of(500));
    assertThat(cell(data, Operands.enrolment(Groups.HISPANIC), Y19)).isEqualTo(Cell.of(120));
    assertThat(cell(data, Operands.enrolment(Groups.HISPANIC.and(Attribute.GRADE, "1")), Y19))
        .isEqualTo(Cell.of(60));
    assertThat(data.cell(new DistrictId("99016"), Operands.ENROLMENT.at(Level.DISTRICT, Y19)))
        .isEqualTo(Cell.of(500));
  }

  /**
   * Counted by a Python script over the file (csv module) for rows that are not of a county and not
   * of the rest of a group.
   */
  @Test
  void realFileIsWhole() {
    Loaded loaded =
        EquityFiles.read(
            Shared.format("state-wa", "report_card_graduation_snohomish_2018-19.csv.gz"));
    EquityData data = loaded.data();
    assertThat(loaded.notices().counts()).containsOnlyKeys("low-coverage");
    assertThat(loaded.tables().get(0).rows()).isEqualTo(6403);
    assertThat(data.units(Level.SCHOOL)).hasSize(74);
    assertThat(data.units(Level.DISTRICT)).hasSize(13);
    assertThat(Shared.column(data, Level.SCHOOL, COHORT, Y19).known()).isEqualTo(45);
    assertThat(Shared.sum(data, Level.SCHOOL, COHORT, Y19)).isEqualTo(8081);
    assertThat(Shared.sum(data, Level.DISTRICT, COHORT, Y19)).isEqualTo(7949);
    assertThat(Shared.sum(data, Level.DISTRICT, OutcomeOperands.graduates(Group.STUDENTS, 4), Y19))
        .isEqualTo(6840);
    // 13 cohorts below 10.
    assertThat(Shared.bounded(data, Level.SCHOOL, COHORT, Y19)).isEqualTo(13);
    // 2 below 10%, and one each below 3, 9, 5, 2 and 4%.
    assertThat(Shared.bounded(data, Level.SCHOOL, RATE, Y19)).isEqualTo(7);
    assertThat(Shared.column(data, Level.SCHOOL, RATE, Y19).known()).isEqualTo(37);
    assertThat(
            Shared.sum(
                data, Level.DISTRICT, OutcomeOperands.graduationCohort(Group.STUDENTS, 5), Y18))
        .isEqualTo(8007);
    Operand poor = OutcomeOperands.graduationCohort(Groups.LOW_INCOME);
    assertThat(Shared.sum(data, Level.SCHOOL, poor, Y19)).isEqualTo(3219);
    assertThat(
            Shared.column(
                    data, Level.SCHOOL, OutcomeOperands.graduationRate(Groups.LOW_INCOME), Y19)
                .known())
        .isEqualTo(34);
  }
}
