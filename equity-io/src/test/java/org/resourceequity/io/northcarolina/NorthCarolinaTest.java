package org.resourceequity.io.northcarolina;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.Shared;
import org.resourceequity.model.Cell;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.model.UnitId.StateId;

class NorthCarolinaTest {

  private static final SchoolYear Y22 = SchoolYear.ending(2022);
  private static final SchoolYear Y23 = SchoolYear.ending(2023);
  private static final SchoolYear Y25 = SchoolYear.ending(2025);
  private static final SchoolYear Y26 = SchoolYear.ending(2026);
  private static final Operand POOR = Operands.enrolmentShare(Groups.LOW_INCOME);
  private static final Operand POOR_IN_APRIL = NorthCarolina.springShare(Groups.LOW_INCOME);

  @Test
  void decemberAndAprilAreKeptApart() {
    EquityData data = EquityFiles.read(Shared.fixture("nc-disadvantaged-students")).data();
    SchoolId oak = new SchoolId("990304");
    assertThat(data.cell(oak, Operands.ENROLMENT.at(Level.SCHOOL, Y25))).isEqualTo(Cell.of(412));
    assertThat(data.cell(oak, NorthCarolina.SPRING_ENROLMENT.at(Level.SCHOOL, Y25)))
        .isEqualTo(Cell.of(410));
    assertThat(data.cell(oak, POOR.at(Level.SCHOOL, Y25)))
        .isEqualTo(new Cell.Bounded(0.95, 1, Reason.SUPPRESSED_PRIVACY));
    assertThat(data.cell(oak, POOR_IN_APRIL.at(Level.SCHOOL, Y25))).isEqualTo(Cell.of(0.941));
  }

  @Test
  void charterSchoolIsItsOwnDistrict() {
    EquityData data = EquityFiles.read(Shared.fixture("nc-disadvantaged-students")).data();
    DistrictId charter = new DistrictId("99A");
    assertThat(data.facts(charter, Y25).orElseThrow().charter()).isTrue();
    assertThat(data.cell(charter, Operands.ENROLMENT.at(Level.DISTRICT, Y25)))
        .isEqualTo(Cell.derived(120));
    DistrictId county = new DistrictId("990");
    assertThat(data.facts(county, Y25).orElseThrow().charter()).isFalse();
    assertThat(data.cell(county, Operands.ENROLMENT.at(Level.DISTRICT, Y25)))
        .isEqualTo(Cell.of(812));
    assertThat(data.cell(new SchoolId("999202"), Operands.ENROLMENT.at(Level.SCHOOL, Y25)))
        .isEqualTo(new Cell.Bounded(0, 9, Reason.SUPPRESSED_PRIVACY));
  }

  /**
   * Counted by a Python script over the XML of the workbook: rows of schools are those that are
   * neither NC-SEA nor end in LEA; products of shares and counts as exact fractions.
   */
  @Test
  void realFileIsWhole() {
    Loaded loaded = EquityFiles.read(Shared.format("state-nc", "EDS_All_Years_20260506.xlsx"));
    EquityData data = loaded.data();
    // The sheet with the key is no table of schools; the rest has no faults.
    assertThat(loaded.notices().counts())
        .containsOnlyKeys("unknown-format", "low-coverage", "sudden-jump");
    assertThat(loaded.tables()).hasSize(10);
    assertThat(data.units(Level.SCHOOL)).hasSize(2798);
    assertThat(data.units(Level.DISTRICT)).hasSize(354);
    assertThat(data.years(Level.SCHOOL, Operands.ENROLMENT)).doesNotContain(Y22).hasSize(4);
    assertThat(data.years(Level.SCHOOL, NorthCarolina.SPRING_ENROLMENT)).contains(Y22).hasSize(5);
    assertThat(Shared.sum(data, Level.SCHOOL, Operands.ENROLMENT, Y23)).isEqualTo(1_552_726);
    assertThat(Shared.sum(data, Level.SCHOOL, Operands.ENROLMENT, Y26)).isEqualTo(1_538_414);
    assertThat(Shared.sum(data, Level.SCHOOL, NorthCarolina.SPRING_ENROLMENT, Y22))
        .isEqualTo(1_524_906);
    assertThat(Shared.bounded(data, Level.SCHOOL, Operands.ENROLMENT, Y26)).isEqualTo(7);
    assertThat(Shared.column(data, Level.SCHOOL, POOR, Y26).known()).isEqualTo(2686);
    assertThat(Shared.bounded(data, Level.SCHOOL, POOR, Y26)).isEqualTo(7);
    assertThat(Shared.bounded(data, Level.SCHOOL, POOR_IN_APRIL, Y22)).isEqualTo(47);
    assertThat(Shared.sum(data, Level.SCHOOL, Operands.enrolment(Groups.LOW_INCOME), Y26))
        .isCloseTo(732_478.496, within(1e-6));
    assertThat(data.cell(new StateId("NC"), Operands.ENROLMENT.at(Level.STATE, Y26)))
        .isEqualTo(Cell.of(1_538_461));
  }
}
