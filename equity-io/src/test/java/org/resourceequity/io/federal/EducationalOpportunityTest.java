package org.resourceequity.io.federal;

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
import org.resourceequity.model.OutcomeOperands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.DistrictId;

/** Mean test scores by subject, grade and year. Expected numbers are those of the fixture. */
class EducationalOpportunityTest {

  private static final DistrictId CITY = new DistrictId("0199901");

  @Test
  void meansOfSubjectsAndGradesAreKeptApart() {
    Loaded loaded = EquityFiles.read(Shared.fixture("seda-districts"));
    EquityData data = loaded.data();
    // The ids are printed as numbers.
    assertThat(loaded.notices().counts().keySet()).containsExactly("repaired-id");
    assertThat(cell(data, OutcomeOperands.meanScore(Group.STUDENTS), "mathematics", "3", 2019))
        .isEqualTo(Cell.of(-0.25));
    assertThat(cell(data, OutcomeOperands.meanScore(Group.STUDENTS), "reading", "3", 2019))
        .isEqualTo(Cell.of(0.1));
    assertThat(cell(data, OutcomeOperands.meanScore(Groups.BLACK), "mathematics", "4", 2018))
        .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    assertThat(cell(data, OutcomeOperands.tested(Groups.LOW_INCOME), "mathematics", "3", 2019))
        .isEqualTo(Cell.of(200));
  }

  private static Cell cell(EquityData data, Operand of, String subject, String grade, int ending) {
    Group group = of.group().and(Attribute.COURSE, subject).and(Attribute.GRADE, grade);
    return data.cell(
        CITY, Operand.of(of.what(), group).at(Level.DISTRICT, SchoolYear.ending(ending)));
  }
}
