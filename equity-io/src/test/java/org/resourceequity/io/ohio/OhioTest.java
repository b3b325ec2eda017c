package org.resourceequity.io.ohio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Shared;
import org.resourceequity.model.Cell;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.SchoolId;

class OhioTest {

  private static Cell cell(String school, Operand operand) {
    EquityData data = EquityFiles.read(Shared.fixture("oh-headcount")).data();
    return data.cell(new SchoolId(school), operand.at(Level.SCHOOL, SchoolYear.ending(2024)));
  }

  @Test
  void totalIsFemaleAndMale() {
    assertThat(cell("999001", Operands.ENROLMENT)).isEqualTo(Cell.derived(250));
    assertThat(cell("999002", Operands.ENROLMENT)).isEqualTo(Cell.derived(208));
  }

  @Test
  void smallCountsHaveBounds() {
    assertThat(cell("999002", Operands.enrolment(Groups.ASIAN)))
        .isEqualTo(new Cell.Bounded(0, 9, Reason.SUPPRESSED_PRIVACY));
    assertThat(cell("999001", Operands.enrolment(Groups.LOW_INCOME))).isEqualTo(Cell.of(150));
  }
}
