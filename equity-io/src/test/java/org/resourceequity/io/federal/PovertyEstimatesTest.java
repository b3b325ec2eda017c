package org.resourceequity.io.federal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.Shared;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Column;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.DistrictId;

class PovertyEstimatesTest {

  private static double total(EquityData data, Operand operand, int year) {
    Column column = data.column(operand.at(Level.DISTRICT, SchoolYear.ending(year))).orElseThrow();
    double total = 0;
    for (int i = 0; i < column.size(); i++) {
      total += ((Cell.Known) column.cell(i)).value();
    }
    return total;
  }

  @Test
  void districtIsStateAndNumber() {
    EquityData data = EquityFiles.read(Shared.fixture("saipe-districts")).data();
    DistrictId district = new DistrictId("0100010");
    SchoolYear year = SchoolYear.ending(2024);
    // The line of the fixture: 21522 people, 4010 children, 1563 of them poor.
    assertThat(data.cell(district, Operands.CHILDREN_IN_POVERTY.at(Level.DISTRICT, year)))
        .isEqualTo(Cell.of(1563));
    assertThat(data.facts(district, year).orElseThrow().state()).isEqualTo("AL");
    assertThat(data.facts(district, year).orElseThrow().name())
        .isEqualTo("Example City School District");
  }

  // Rows and sums of the three columns counted with Python's xlrd, for the text with awk:
  // substr($0, 83, 8), substr($0, 92, 8), substr($0, 101, 8).
  @ParameterizedTest
  @CsvSource({
    "ussd13.xls, 2013, 13487, 341626622, 54330172, 11297801",
    "ussd15.xls, 2015, 13246, 346741901, 54298373, 10561295",
    "ussd18.xls, 2018, 13207, 352416159, 54054520, 9182848",
    "ussd20.xls, 2020, 13173, 354713702, 53974507, 8046712",
    "ussd22.xls, 2022, 13153, 358610021, 54329558, 8410126",
    "sd24-nc.txt, 2024, 118, 11046024, 1742747, 272163",
  })
  void publishedFilesAreReadWhole(
      String file, int year, int districts, double people, double children, double poor) {
    Loaded loaded = EquityFiles.read(Shared.format("saipe", file));
    EquityData data = loaded.data();
    assertThat(loaded.tables()).hasSize(1);
    assertThat(loaded.tables().get(0).format()).isEqualTo("saipe-districts");
    assertThat(loaded.notices().hasErrors()).isFalse();
    assertThat(loaded.notices().counts()).doesNotContainKeys("repaired-id", "not-a-number");
    assertThat(data.units(Level.DISTRICT)).hasSize(districts);
    assertThat(total(data, Operands.POPULATION, year)).isEqualTo(people);
    assertThat(total(data, Operands.CHILDREN, year)).isEqualTo(children);
    assertThat(total(data, Operands.CHILDREN_IN_POVERTY, year)).isEqualTo(poor);
  }
}
