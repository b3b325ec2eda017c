package org.resourceequity.io.pennsylvania;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.resourceequity.model.Level.DISTRICT;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.Shared;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Column;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.SpendingFunction;
import org.resourceequity.model.UnitId.DistrictId;

class PennsylvaniaTest {

  private static final SchoolYear Y06 = SchoolYear.ending(2006);
  private static final SchoolYear Y13 = SchoolYear.ending(2013);

  @Test
  void emptyFunctionsAreNothingAndSilentAgenciesAreNotRead() {
    EquityData data = EquityFiles.read(Shared.fixture("pa-expenditure", 1)).data();
    DistrictId charter = new DistrictId("119999998");
    assertThat(data.units(DISTRICT)).hasSize(2);
    assertThat(data.facts(charter, Y13).orElseThrow().charter()).isTrue();
    assertThat(cell(data, charter, FinanceOperands.spending(SpendingFunction.OTHER)))
        .isEqualTo(Cell.derived(0));
    // Functions 2100 and 2400: 100 + 40.
    assertThat(
            cell(
                data,
                new DistrictId("119999999"),
                FinanceOperands.spending(SpendingFunction.STUDENT_SUPPORT)))
        .isEqualTo(Cell.derived(140));
  }

  private static Cell cell(EquityData data, DistrictId id, Operand operand) {
    return data.cell(id, operand.at(DISTRICT, Y13));
  }

  @Test
  void publishedExpenditure() {
    // xlrd and openpyxl: rows with a number and any amount; current and instruction expenditure,
    // which are the sheets' own grand totals; average daily membership of the second sheet.
    assertExpenditure(
        "afr_exp_0506.xls", Y06, 690, 19_401_747_127.44, 12_513_359_535.29, 1_813_479.27);
    assertExpenditure(
        "afr_exp_1213.xlsx", Y13, 744, 24_286_796_600.66, 16_047_130_272.96, 1_748_355.919);
  }

  private static void assertExpenditure(
      String file,
      SchoolYear year,
      int agencies,
      double current,
      double instruction,
      double members) {
    Loaded loaded = EquityFiles.read(Shared.format("state-pa", file));
    assertThat(loaded.notices().hasErrors()).as(loaded.notices().toString()).isFalse();
    assertThat(loaded.notices().counts()).doesNotContainKeys("unknown-token", "not-a-number");
    EquityData data = loaded.data();
    assertThat(column(data, FinanceOperands.SPENDING, year).known()).isEqualTo(agencies);
    assertThat(sum(data, FinanceOperands.SPENDING, year)).isCloseTo(current, within(0.01));
    assertThat(sum(data, FinanceOperands.spending(SpendingFunction.INSTRUCTION), year))
        .isCloseTo(instruction, within(0.01));
    assertThat(sum(data, Operands.AVERAGE_DAILY_MEMBERSHIP, year))
        .isCloseTo(members, within(0.001));
    for (SpendingFunction function :
        new SpendingFunction[] {
          SpendingFunction.SUPPORT,
          SpendingFunction.STAFF_SUPPORT,
          SpendingFunction.ADMINISTRATION,
          SpendingFunction.OPERATIONS,
          SpendingFunction.TRANSPORTATION,
          SpendingFunction.CENTRAL
        }) {
      assertThat(column(data, FinanceOperands.spending(function), year).known())
          .isEqualTo(agencies);
    }
  }

  private static Column column(EquityData data, Operand operand, SchoolYear year) {
    return data.column(operand.at(DISTRICT, year)).orElseThrow();
  }

  private static double sum(EquityData data, Operand operand, SchoolYear year) {
    Column column = column(data, operand, year);
    return IntStream.range(0, column.size())
        .filter(column::isKnown)
        .mapToDouble(column::value)
        .sum();
  }
}
