package org.resourceequity.io.florida;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Shared;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Cell;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.SchoolId;

class FloridaTest {

  private static Cell cell(SchoolId school, Operand operand) {
    EquityData data = EquityFiles.read(Shared.fixture("fl-membership")).data();
    return data.cell(school, operand.at(Level.SCHOOL, SchoolYear.ending(2024)));
  }

  @Test
  void gradesAddUpAndHiddenOnesGiveBounds() {
    SchoolId oak = new SchoolId("910021");
    // 12 + 30 + 28; a star and 14 + 16.
    assertThat(cell(oak, Operands.enrolment(Groups.WHITE))).isEqualTo(Cell.of(70));
    assertThat(cell(oak, Operands.enrolment(Groups.BLACK)))
        .isEqualTo(new Cell.Bounded(30, 39, Reason.SUPPRESSED_PRIVACY));
    assertThat(cell(oak, Operands.enrolment(Groups.WHITE.and(Attribute.GRADE, "K"))))
        .isEqualTo(Cell.of(30));
  }

  @Test
  void totalIsTheSumOfRacesWhereAllAreKnown() {
    // 100 + 60 + 80 + 20 + 15.
    assertThat(cell(new SchoolId("910031"), Operands.ENROLMENT)).isEqualTo(Cell.derived(275));
    assertThat(cell(new SchoolId("910021"), Operands.ENROLMENT))
        .isEqualTo(Cell.absent(Reason.STRUCTURAL_GAP));
  }
}
