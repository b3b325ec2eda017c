package org.resourceequity.io.wisconsin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.Shared;
import org.resourceequity.model.Cell;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.StateId;

class WisconsinTest {

  private static final SchoolYear Y15 = SchoolYear.ending(2015);
  private static final SchoolYear Y22 = SchoolYear.ending(2022);
  private static final SchoolYear Y23 = SchoolYear.ending(2023);

  @Test
  void eachYearHasItsColumns() {
    EquityData data = EquityFiles.read(Shared.fixture("wi-comparative-cost")).data();
    DistrictId example = new DistrictId("0091");
    assertThat(data.cell(example, Operands.STUDENT_FTE.at(Level.DISTRICT, Y22)))
        .isEqualTo(Cell.of(700));
    assertThat(data.cell(example, Wisconsin.INSTRUCTION.at(Level.DISTRICT, Y23)))
        .isEqualTo(Cell.of(4_200_000.54));
    // 4,000,000 + 500,000 + 800,000 + 1,500,000 + 340,000 + 500,000.
    assertThat(data.cell(example, FinanceOperands.SPENDING.at(Level.DISTRICT, Y22)))
        .isEqualTo(Cell.derived(7_640_000));
    assertThat(data.cell(new DistrictId("9105"), FinanceOperands.SPENDING.at(Level.DISTRICT, Y23)))
        .isEqualTo(Cell.absent(Reason.STRUCTURAL_GAP));
    assertThat(data.cell(new StateId("WI"), Operands.STUDENT_FTE.at(Level.STATE, Y22)))
        .isEqualTo(Cell.of(1000));
  }

  /** Counted by a Python script over the file (csv module, sums as exact fractions). */
  @Test
  void realFileIsWhole() {
    Loaded loaded = EquityFiles.read(Shared.format("state-wi", "compcost_sum_1415_to_2223.csv"));
    EquityData data = loaded.data();
    // 60 codes below 1000. In each of the 9 years the state's costs of facilities are below the sum
    // of its districts', by 0.006% to 1%.
    assertThat(loaded.notices().counts())
        .containsEntry("repaired-id", 60L)
        .containsEntry("sum-differs-from-published", 9L)
        .containsOnlyKeys(
            "repaired-id", "sum-differs-from-published", "series-break", "sudden-jump");
    assertThat(data.units(Level.DISTRICT)).hasSize(430);
    assertThat(Shared.column(data, Level.DISTRICT, Operands.STUDENT_FTE, Y15).known())
        .isEqualTo(423);
    assertThat(Shared.sum(data, Level.DISTRICT, Operands.STUDENT_FTE, Y15)).isEqualTo(854_359);
    assertThat(Shared.sum(data, Level.DISTRICT, Wisconsin.INSTRUCTION, Y23))
        .isEqualTo(7_251_888_294.12);
    assertThat(Shared.sum(data, Level.DISTRICT, Wisconsin.FACILITIES, Y15)).isEqualTo(711_500_808);
    assertThat(data.cell(new DistrictId("0007"), FinanceOperands.SPENDING.at(Level.DISTRICT, Y23)))
        .isEqualTo(Cell.derived(10_566_381.09));
    assertThat(data.cell(new StateId("WI"), Wisconsin.FACILITIES.at(Level.STATE, Y15)))
        .isEqualTo(Cell.of(707_746_695));
  }
}
