package org.resourceequity.io.newjersey;

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
import org.resourceequity.model.Fund;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.SpendingFunction;
import org.resourceequity.model.UnitId.DistrictId;

class NewJerseyTest {

  private static final SchoolYear Y17 = SchoolYear.ending(2017);
  private static final SchoolYear Y18 = SchoolYear.ending(2018);
  private static final SchoolYear Y19 = SchoolYear.ending(2019);
  private static final SchoolYear Y20 = SchoolYear.ending(2020);
  private static final DistrictId EXAMPLE = new DistrictId("010999");

  private static EquityData fixture(String format) {
    return EquityFiles.read(Shared.fixture(format)).data();
  }

  @Test
  void receivedAndBudgetedRevenueAreOfDifferentYearsAndApart() {
    EquityData data = fixture("nj-budget-revenue");
    // 1,737,915 of the operating budget and 256,737 of grants.
    assertThat(known(data, EXAMPLE, FinanceOperands.revenue(Fund.STATE), Y18)).isEqualTo(1_994_652);
    // 11,769,660 + 1,994,652 + 6,220 + 971,440.
    assertThat(known(data, EXAMPLE, FinanceOperands.REVENUE, Y18)).isEqualTo(14_741_972);
    assertThat(
            known(
                data, EXAMPLE, FinanceOperands.budgeted(FinanceOperands.revenue(Fund.LOCAL)), Y20))
        .isEqualTo(11_965_045);
    assertThat(data.years(DISTRICT, FinanceOperands.revenue(Fund.LOCAL))).containsExactly(Y18);
    // No line of the State or the federal government: nothing is known of the total.
    assertThat(data.cell(new DistrictId("010998"), FinanceOperands.REVENUE.at(DISTRICT, Y18)))
        .isEqualTo(Cell.absent(Reason.STRUCTURAL_GAP));
  }

  @Test
  void municipalitiesOfARegionalDistrictAddUp() {
    EquityData data = fixture("nj-budget-taxes");
    // 258,414,057 + 573,630,854.
    assertThat(known(data, new DistrictId("010990"), FinanceOperands.PROPERTY_VALUE, Y20))
        .isEqualTo(832_044_911);
  }

  @Test
  void publishedRevenue() {
    EquityData data = read("rev20.csv.gz");
    // Python's csv and fractions: lines 370, 400, 745, 885; 520, 770, 890; 570, 830.
    assertThat(data.units(DISTRICT)).hasSize(598);
    assertThat(sum(data, FinanceOperands.revenue(Fund.LOCAL), Y18))
        .isCloseTo(16_975_060_679.92, within(0.005));
    assertThat(sum(data, FinanceOperands.revenue(Fund.STATE), Y18)).isEqualTo(9_334_844_256.0);
    assertThat(sum(data, FinanceOperands.revenue(Fund.FEDERAL), Y18))
        .isCloseTo(886_350_344.07, within(0.005));
    assertThat(sum(data, FinanceOperands.budgeted(FinanceOperands.revenue(Fund.STATE)), Y19))
        .isEqualTo(9_668_218_599.0);
    assertThat(sum(data, FinanceOperands.budgeted(FinanceOperands.revenue(Fund.STATE)), Y20))
        .isEqualTo(9_903_331_047.0);
    // Districts with lines of all three sources.
    assertThat(column(data, FinanceOperands.REVENUE, Y18).known()).isEqualTo(574);
  }

  @Test
  void publishedCostPerStudent() {
    EquityData data = read("pupcst20.csv");
    // Python's csv: districts, and sums of two lines in two columns.
    assertThat(data.units(DISTRICT)).hasSize(570);
    assertThat(sum(data, FinanceOperands.SPENDING_PER_STUDENT, Y17)).isEqualTo(9_391_407);
    assertThat(sum(data, FinanceOperands.SPENDING_PER_STUDENT, Y18)).isEqualTo(9_671_167);
    assertThat(sum(data, FinanceOperands.spendingPerStudent(SpendingFunction.INSTRUCTION), Y18))
        .isEqualTo(5_731_978);
  }

  @Test
  void publishedTaxes() {
    EquityData data = read("esttax20.csv");
    // Python's csv: different districts, and sums over all rows.
    assertThat(data.units(DISTRICT)).hasSize(557);
    assertThat(sum(data, FinanceOperands.budgeted(FinanceOperands.PROPERTY_TAX), Y20))
        .isEqualTo(15_820_623_654.0);
    assertThat(sum(data, FinanceOperands.PROPERTY_VALUE, Y20)).isEqualTo(1_562_731_921_074.0);
  }

  private static EquityData read(String file) {
    Loaded loaded = EquityFiles.read(Shared.format("state-nj", file));
    assertThat(loaded.notices().hasErrors()).as(loaded.notices().toString()).isFalse();
    assertThat(loaded.notices().counts())
        .doesNotContainKeys("unknown-token", "unknown-code", "not-a-number", "duplicate-unit");
    return loaded.data();
  }

  private static Column column(EquityData data, Operand operand, SchoolYear year) {
    return data.column(operand.at(DISTRICT, year)).orElseThrow();
  }

  private static double known(EquityData data, DistrictId id, Operand operand, SchoolYear year) {
    return ((Cell.Known) data.cell(id, operand.at(DISTRICT, year))).value();
  }

  private static double sum(EquityData data, Operand operand, SchoolYear year) {
    Column column = column(data, operand, year);
    return IntStream.range(0, column.size())
        .filter(column::isKnown)
        .mapToDouble(column::value)
        .sum();
  }
}
