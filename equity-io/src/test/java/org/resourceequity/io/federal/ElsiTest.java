package org.resourceequity.io.federal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.Shared;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Column;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Locale;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.TitleI;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** Tables with a column per year, totals and notes. Expected numbers are those of fixtures. */
class ElsiTest {

  private static final SchoolYear Y10 = SchoolYear.ending(2010);
  private static final SchoolYear Y11 = SchoolYear.ending(2011);
  private static final SchoolYear Y12 = SchoolYear.ending(2012);
  private static final SchoolYear Y21 = SchoolYear.ending(2021);
  private static final SchoolYear Y22 = SchoolYear.ending(2022);
  private static final Cell MISSING = Cell.absent(Reason.NOT_REPORTED);
  private static final Cell NOT_APPLICABLE = Cell.absent(Reason.NOT_APPLICABLE);
  private static final Cell WITHHELD = Cell.absent(Reason.SUPPRESSED_QUALITY);
  private static final Operand IEP = Operands.enrolment(Groups.WITH_DISABILITIES);

  private static Loaded read(String format, String file) {
    return EquityFiles.read(Shared.fixture(format, file));
  }

  private static Cell cell(EquityData data, UnitId unit, Operand operand, SchoolYear year) {
    return data.cell(unit, operand.at(unit.level(), year));
  }

  @Test
  void eachYearIsAColumnAndSymbolsAreReasons() {
    Loaded loaded = read("elsi-counties", "ELSI_csv_export_1.csv");
    EquityData data = loaded.data();
    // The notes below are shorter than the rows.
    assertThat(loaded.notices().counts().keySet()).containsExactly("short-row");
    assertThat(data.scheme()).isEqualTo("US-COUNTY");
    assertThat(data.units(Level.DISTRICT)).hasSize(3);
    assertThat(cell(data, new DistrictId("01901"), IEP, Y12)).isEqualTo(Cell.of(1800));
    assertThat(cell(data, new DistrictId("01901"), IEP, Y11)).isEqualTo(Cell.of(1900));
    assertThat(cell(data, new DistrictId("01903"), IEP, Y11)).isEqualTo(NOT_APPLICABLE);
    assertThat(cell(data, new DistrictId("01905"), IEP, Y12)).isEqualTo(MISSING);
    assertThat(cell(data, new DistrictId("01905"), IEP, Y11)).isEqualTo(WITHHELD);
    assertThat(data.name(new DistrictId("01901"))).isEqualTo("EXAMPLE COUNTY EX");
  }

  @Test
  void tablesOfSchoolsHaveFacts() {
    Loaded loaded = read("elsi", "ELSI_csv_export_2.csv");
    EquityData data = loaded.data();
    SchoolId oak = new SchoolId("019990100010");
    SchoolId elm = new SchoolId("019990100020");
    assertThat(loaded.notices().counts().keySet()).containsExactly("repaired-id", "short-row");
    assertThat(cell(data, oak, Operands.ENROLMENT, Y22)).isEqualTo(Cell.of(410));
    assertThat(cell(data, oak, Operands.ENROLMENT, Y21)).isEqualTo(Cell.of(400));
    assertThat(cell(data, oak, Operands.TEACHERS, Y22)).isEqualTo(Cell.of(25.5));
    assertThat(cell(data, elm, Operands.enrolment(Groups.BLACK), Y22)).isEqualTo(WITHHELD);
    SchoolFacts facts = data.facts(elm, Y22).orElseThrow();
    assertThat(facts.charter()).isTrue();
    assertThat(facts.titleI()).isEqualTo(TitleI.NOT_ELIGIBLE);
    assertThat(facts.locale()).isEqualTo(Locale.CITY);
    assertThat(data.facts(oak, Y22).orElseThrow().titleI()).isEqualTo(TitleI.SCHOOLWIDE);
  }

  @Test
  void tablesOfDistrictsHaveStaff() {
    Loaded loaded = read("elsi", "ELSI_csv_export_3.csv");
    EquityData data = loaded.data();
    assertThat(loaded.notices().counts().keySet()).containsExactly("short-row");
    assertThat(cell(data, new DistrictId("0199901"), Operands.ALL_STAFF, Y22))
        .isEqualTo(Cell.of(120.25));
    assertThat(
            cell(data, new DistrictId("0199902"), Operands.enrolment(Groups.ENGLISH_LEARNERS), Y22))
        .isEqualTo(NOT_APPLICABLE);
  }

  @Test
  void publishedTableOfCounties() {
    EquityData data = EquityFiles.read(Shared.format("ccd", "elsi_export_pa.csv")).data();
    // Rows by awk; the sums are the row "Totals:" of the file itself.
    assertThat(data.units(Level.DISTRICT)).hasSize(67);
    assertThat(sum(data, Y12)).isEqualTo(294_963);
    assertThat(sum(data, Y11)).isEqualTo(292_792);
    assertThat(sum(data, Y10)).isEqualTo(294_592);
    // Armstrong and Jefferson have a dagger in 2010-11.
    assertThat(cell(data, new DistrictId("42005"), IEP, Y11)).isEqualTo(NOT_APPLICABLE);
    assertThat(cell(data, new DistrictId("42065"), IEP, Y11)).isEqualTo(NOT_APPLICABLE);
  }

  private static double sum(EquityData data, SchoolYear year) {
    Column column = data.column(IEP.at(Level.DISTRICT, year)).orElseThrow();
    return IntStream.range(0, column.size())
        .filter(column::isKnown)
        .mapToDouble(column::value)
        .sum();
  }
}
