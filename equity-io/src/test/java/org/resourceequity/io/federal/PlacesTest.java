package org.resourceequity.io.federal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.Shared;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Column;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Level;
import org.resourceequity.model.Locale;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.TitleI;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** Locales, neighborhoods, wages, modelled poverty and allocations of Title I. */
class PlacesTest {

  private static final SchoolYear Y19 = SchoolYear.ending(2019);
  private static final SchoolId OAK = new SchoolId("019990100010");
  private static final SchoolId ELM = new SchoolId("019990100020");
  private static final DistrictId CITY = new DistrictId("0199901");
  private static final DistrictId COUNTY = new DistrictId("0199902");
  private static final Cell MISSING = Cell.absent(Reason.NOT_REPORTED);

  private static EquityData read(String format, String file) {
    Loaded loaded = EquityFiles.read(Shared.fixture(format, file));
    assertThat(loaded.notices().hasErrors()).isFalse();
    return loaded.data();
  }

  private static Cell cell(EquityData data, UnitId unit, Operand operand, SchoolYear year) {
    return data.cell(unit, operand.at(unit.level(), year));
  }

  @Test
  void localesOfSchoolsAndDistricts() {
    EquityData schools = read("edge-geocodes", "EDGE_GEOCODE_PUBLICSCH_1819.csv");
    assertThat(schools.facts(OAK, Y19).orElseThrow().locale()).isEqualTo(Locale.TOWN);
    assertThat(schools.facts(ELM, Y19).orElseThrow().locale()).isEqualTo(Locale.CITY);
    assertThat(schools.facts(ELM, Y19).orElseThrow().name()).isEqualTo("Elm | Ash High School");
    EquityData unnamed = read("edge-geocodes", "EDGE_GEOCODE_PUBLICSCH_1718.TXT");
    assertThat(unnamed.facts(ELM, SchoolYear.ending(2018)).orElseThrow())
        .isEqualTo(
            new SchoolFacts(
                SchoolYear.ending(2018),
                "Elm | Ash High School",
                CITY,
                SchoolLevel.UNKNOWN,
                null,
                TitleI.UNKNOWN,
                false,
                Locale.CITY));
    EquityData districts = read("edge-geocodes", "EDGE_GEOCODE_PUBLICLEA_2425.TXT");
    assertThat(districts.facts(COUNTY, SchoolYear.ending(2025)).orElseThrow().locale())
        .isEqualTo(Locale.RURAL);
  }

  @Test
  void incomeNearASchoolIsAMultipleOfThePovertyLine() {
    EquityData data = read("edge-neighborhood-poverty", "EDGE_SIDE1518_PUBSCHS1819.csv");
    assertThat(cell(data, OAK, Operands.NEIGHBORHOOD_INCOME, Y19)).isEqualTo(Cell.of(1.87));
    assertThat(cell(data, ELM, Operands.NEIGHBORHOOD_INCOME_ERROR, Y19)).isEqualTo(Cell.of(0.15));
    assertThat(cell(data, new SchoolId("019990100030"), Operands.NEIGHBORHOOD_INCOME, Y19))
        .isEqualTo(MISSING);
  }

  @Test
  void yearOfModelledPovertyIsThatOfAutumn() {
    EquityData data = read("meps-schools", "schools_meps.csv");
    assertThat(cell(data, OAK, Operands.MODELLED_POVERTY, Y19)).isEqualTo(Cell.of(0.245));
    assertThat(cell(data, ELM, Operands.MODELLED_POVERTY, SchoolYear.ending(2020)))
        .isEqualTo(MISSING);
  }

  @Test
  void moneyOfAFiscalYearIsForTheSchoolYearThatStartsInIt() {
    EquityData data = read("title-i-allocations", "fy2022-title-i-alabama.csv");
    SchoolYear y23 = SchoolYear.ending(2023);
    assertThat(data.units(Level.DISTRICT)).containsExactly(CITY, COUNTY);
    assertThat(cell(data, CITY, FinanceOperands.TITLE_I_ALLOCATION, y23))
        .isEqualTo(Cell.of(1_234_567));
    assertThat(cell(data, COUNTY, FinanceOperands.TITLE_I_ALLOCATION, y23)).isEqualTo(Cell.of(0));
  }

  @ParameterizedTest
  @CsvSource({
    "CWIFT2015_LEA1314.txt.gz, 2014, 13486, 11946.294, 382.199, Fort Rucker School District",
    "EDGE_ACS_CWIFT2017_LEA1718.txt.gz, 2018, 13222, 11750.421, 367.736, Fort Rucker School"
        + " District",
    "EDGE_ACS_CWIFT2018_LEA1819.txt.gz, 2019, 13206, 11746.550, 371.277, Fort Rucker School"
        + " District",
    "EDGE_ACS_CWIFT2021_LEA2122.txt.gz, 2022, 13163, 11801.103, 383.059, Fort Rucker School"
        + " District",
    "EDGE_ACS_CWIFT2022_LEA2223.txt.gz, 2023, 13152, 11860.832, 389.111, Fort Rucker School"
        + " District",
    "EDGE_ACS_CWIFT2022_County.txt.gz, 2023, 3144, 2689.836, 117.893, Autauga County"
  })
  void publishedWageIndexes(
      String file, int year, int units, double sum, double errors, String first) {
    Loaded loaded = EquityFiles.read(Shared.format("cwift", file));
    EquityData data = loaded.data();
    // Rows, sums of both columns in thousandths and the first name, by Python's csv.
    assertThat(loaded.notices().hasErrors()).isFalse();
    assertThat(data.units(Level.DISTRICT)).hasSize(units);
    SchoolYear ending = SchoolYear.ending(year);
    assertThat(sum(data, FinanceOperands.WAGE_INDEX, ending)).isCloseTo(sum, within(1e-6));
    assertThat(sum(data, FinanceOperands.WAGE_INDEX_ERROR, ending)).isCloseTo(errors, within(1e-6));
    assertThat(data.name(data.units(Level.DISTRICT).get(0))).isEqualTo(first);
  }

  private static double sum(EquityData data, Operand operand, SchoolYear year) {
    Column column = data.column(operand.at(Level.DISTRICT, year)).orElseThrow();
    return IntStream.range(0, column.size())
        .filter(column::isKnown)
        .mapToDouble(column::value)
        .sum();
  }
}
