package org.resourceequity.io.california;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Column;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.CourseOperands;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Join;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Quality;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.Source;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** Expected numbers were counted with awk and Python in the files of ../shared/data/reference. */
class CaliforniaTest {

  private static final SchoolYear Y1999 = SchoolYear.ending(1999);
  private static final SchoolYear Y2000 = SchoolYear.ending(2000);
  private static final SchoolId ALAMEDA_HIGH = new SchoolId("01611190130229");
  private static final DistrictId SUNOL_GLEN = new DistrictId("75119");
  private static final Join JOINED = California.joined();
  private static final EquityData DATA = JOINED.data();

  @Test
  void holdsEverySchool() {
    assertThat(DATA.scheme()).isEqualTo("CDS");
    assertThat(DATA.units(Level.SCHOOL)).hasSize(6194);
    // awk -F, 'NR>1 && $5==""' ca_schools_2000.csv | wc -l: 37
    Column enrolled = column(Level.SCHOOL, Operands.ENROLMENT, Y2000);
    assertThat(enrolled.known()).isEqualTo(6194 - 37);
    // awk -F, '{s+=$5} END {print s}' ca_schools_2000.csv: 3811472
    double students = 0;
    for (int i = 0; i < enrolled.size(); i++) {
      students += enrolled.isKnown(i) ? enrolled.value(i) : 0;
    }
    assertThat(students).isEqualTo(3_811_472);
    Operand emergency = Operands.staffShare(Groups.EMERGENCY_CREDENTIAL);
    assertThat(column(Level.SCHOOL, emergency, Y2000).known()).isEqualTo(6194 - 2);
    // Empty class_size_k3, class_size_46 and class_size_core: 1823, 1174 and 4213.
    assertThat(column(Level.SCHOOL, CourseOperands.CLASS_SIZE_K3, Y2000).known())
        .isEqualTo(6194 - 1823);
    assertThat(column(Level.SCHOOL, CourseOperands.CLASS_SIZE_4_6, Y2000).known())
        .isEqualTo(6194 - 1174);
    assertThat(column(Level.SCHOOL, CourseOperands.CLASS_SIZE_CORE, Y2000).known())
        .isEqualTo(6194 - 4213);
  }

  @Test
  void anEmptyFieldIsNotReported() {
    UnitId school =
        DATA.units(Level.SCHOOL).stream()
            .filter(id -> !(cell(id, Operands.ENROLMENT, Y2000) instanceof Cell.Known))
            .findFirst()
            .orElseThrow();
    assertThat(cell(school, Operands.ENROLMENT, Y2000)).isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    assertThat(cell(school, Operands.enrolment(Groups.SUBSIDISED_MEALS), Y2000))
        .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    assertThat(cell(school, Operands.enrolmentShare(Groups.SUBSIDISED_MEALS), Y2000))
        .isInstanceOf(Cell.Known.class);
  }

  @Test
  void aSchoolHasItsFactsAndNumbers() {
    // 01611190130229,H,1,6,1278,1090,14,16,9,,,25,...,85,16 in ca_schools_2000.csv
    assertThat(DATA.name(ALAMEDA_HIGH)).isEqualTo("Alameda High");
    assertThat(DATA.facts(ALAMEDA_HIGH, Y2000).orElseThrow().level()).isEqualTo(SchoolLevel.HIGH);
    assertThat(DATA.parent(ALAMEDA_HIGH)).contains(new DistrictId("61119"));
    assertThat(DATA.name(new DistrictId("61119"))).isEqualTo("Alameda City Unified");
    assertThat(DATA.line(ALAMEDA_HIGH)).isEqualTo(2);
    assertThat(cell(ALAMEDA_HIGH, Operands.ENROLMENT, Y2000)).isEqualTo(Cell.of(1278));
    assertThat(cell(ALAMEDA_HIGH, CourseOperands.CLASS_SIZE_CORE, Y2000)).isEqualTo(Cell.of(25));
    assertThat(cell(ALAMEDA_HIGH, CourseOperands.CLASS_SIZE_K3, Y2000))
        .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    assertThat(cell(ALAMEDA_HIGH, Operands.enrolmentShare(Groups.SUBSIDISED_MEALS), Y2000))
        .isEqualTo(Cell.of(0.14));
    assertThat(cell(ALAMEDA_HIGH, Operands.staffShare(Groups.FULL_CREDENTIAL), Y2000))
        .isEqualTo(Cell.of(0.85));
    Cell meals = cell(ALAMEDA_HIGH, Operands.enrolment(Groups.SUBSIDISED_MEALS), Y2000);
    assertThat(((Cell.Known) meals).quality()).isEqualTo(Quality.DERIVED);
    // 14% of 1278 is 178.92; the tolerance is one rounding of the product.
    assertThat(((Cell.Known) meals).value()).isCloseTo(178.92, within(1e-13 * 178.92));
  }

  @Test
  void holdsEveryDistrictOfTheFinances() {
    assertThat(column(Level.DISTRICT, FinanceOperands.SPENDING_PER_STUDENT, Y1999).known())
        .isEqualTo(420);
    // 75119,Sunol Glen Unified,Alameda,KK-08,195,10.899999618530273,0.510200023651123,... 6384.9111
    assertThat(cell(SUNOL_GLEN, Operands.ENROLMENT, Y1999)).isEqualTo(Cell.of(195));
    assertThat(cell(SUNOL_GLEN, Operands.TEACHERS, Y1999)).isEqualTo(Cell.of(10.9));
    assertThat(cell(SUNOL_GLEN, FinanceOperands.SPENDING_PER_STUDENT, Y1999))
        .isEqualTo(Cell.of(6384.911));
    assertThat(cell(SUNOL_GLEN, Operands.enrolmentShare(Groups.ENGLISH_LEARNERS), Y1999))
        .isEqualTo(Cell.of(0));
    assertThat(DATA.facts(SUNOL_GLEN).get(Y1999))
        .satisfies(facts -> assertThat(facts.type()).isEqualTo(DistrictType.ELEMENTARY));
  }

  @Test
  void districtsAreJoinedToTheirSchoolsAndTheRestIsCounted() {
    // Python: digits 3 to 7 of school_id have 766 values, 348 of them are among the 420 districts.
    assertThat(JOINED.report().matched(Level.DISTRICT)).isEqualTo(348);
    assertThat(JOINED.report().onlyOther()).hasSize(420 - 348);
    assertThat(JOINED.report().onlyHere()).hasSize(766 - 348);
    assertThat(JOINED.report().contradictions()).isZero();
    assertThat(DATA.units(Level.DISTRICT)).hasSize(766 + 72);
  }

  @Test
  void namesFindDistricts() {
    // 552 rows of ca_schools_2000_names.csv have this district.
    assertThat(DATA.district("Los Angeles Unified").schools()).hasSize(552);
    // One row of the source writes it "Ventura Unifiedd".
    assertThat(DATA.district("Ventura Unified").id().code()).isEqualTo("72652");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DATA.district("Angeles"))
        .withMessageContaining("Los Angeles Unified");
  }

  @Test
  void everyColumnNamesItsSource() {
    for (Column column : DATA.columns().values()) {
      assertThat(column.sources()).hasSize(1);
      Source source = column.sources().get(0);
      assertThat(source.publisher()).isEqualTo("California Department of Education");
      assertThat(source.sha256()).hasSize(64);
    }
  }

  @Test
  void everySchoolEqualsTheFileItCameFrom() throws IOException {
    int rows = 0;
    try (CsvReader<NamedCsvRecord> file = reference("ca_schools_2000.csv")) {
      for (NamedCsvRecord row : file) {
        rows++;
        SchoolId id = new SchoolId(row.getField("school_id"));
        same(row, "enroll", id, Operands.ENROLMENT, Y2000, 1);
        same(row, "class_size_k3", id, CourseOperands.CLASS_SIZE_K3, Y2000, 1);
        same(row, "class_size_46", id, CourseOperands.CLASS_SIZE_4_6, Y2000, 1);
        same(row, "class_size_core", id, CourseOperands.CLASS_SIZE_CORE, Y2000, 1);
        Operand meals = Operands.enrolmentShare(Groups.SUBSIDISED_MEALS);
        same(row, "meals_pct", id, meals, Y2000, 100);
        Operand english = Operands.enrolmentShare(Groups.ENGLISH_LEARNERS);
        same(row, "ell_pct", id, english, Y2000, 100);
        Operand full = Operands.staffShare(Groups.FULL_CREDENTIAL);
        same(row, "credentialed_pct", id, full, Y2000, 100);
        Operand emergency = Operands.staffShare(Groups.EMERGENCY_CREDENTIAL);
        same(row, "emergency_pct", id, emergency, Y2000, 100);
        assertThat(DATA.facts(id, Y2000).orElseThrow().level().name())
            .startsWith(row.getField("type"));
      }
    }
    assertThat(rows).isEqualTo(6194);
    try (CsvReader<NamedCsvRecord> file = reference("ca_schools_2000_names.csv")) {
      for (NamedCsvRecord row : file) {
        SchoolId id = new SchoolId(row.getField("school_id"));
        assertThat(DATA.name(id)).isEqualTo(row.getField("school"));
        assertThat(row.getField("district")).startsWith(DATA.name(DATA.parent(id).orElseThrow()));
      }
    }
  }

  @Test
  void everyDistrictEqualsTheFileItCameFrom() throws IOException {
    int rows = 0;
    try (CsvReader<NamedCsvRecord> file = reference("ca_districts_1999.csv")) {
      for (NamedCsvRecord row : file) {
        rows++;
        DistrictId id = new DistrictId(row.getField("district"));
        same(row, "students", id, Operands.ENROLMENT, Y1999, 1);
        same(row, "teachers", id, Operands.TEACHERS, Y1999, 1);
        same(row, "expenditure", id, FinanceOperands.SPENDING_PER_STUDENT, Y1999, 1);
        Operand meals = Operands.enrolmentShare(Groups.SUBSIDISED_MEALS);
        same(row, "lunch", id, meals, Y1999, 100);
        Operand assistance = Operands.enrolmentShare(Groups.PUBLIC_ASSISTANCE);
        same(row, "calworks", id, assistance, Y1999, 100);
        Operand english = Operands.enrolmentShare(Groups.ENGLISH_LEARNERS);
        same(row, "english", id, english, Y1999, 100);
        assertThat(DATA.facts(id, Y1999).orElseThrow().name()).isEqualTo(row.getField("school"));
      }
    }
    assertThat(rows).isEqualTo(420);
  }

  /** The reference files hold single-precision numbers, so values are compared as such. */
  private static void same(
      NamedCsvRecord row, String field, UnitId id, Operand operand, SchoolYear year, int divisor) {
    String text = row.getField(field);
    Cell cell = cell(id, operand, year);
    if (text.isEmpty()) {
      assertThat(cell).as(field).isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    } else {
      assertThat((float) (((Cell.Known) cell).value() * divisor))
          .as("%s of %s", field, id)
          .isEqualTo((float) Double.parseDouble(text));
    }
  }

  private static CsvReader<NamedCsvRecord> reference(String name) throws IOException {
    Path file = Path.of(System.getProperty("equity.shared", ""), "data", "reference", name);
    assumeThat(file).exists();
    return CsvReader.builder().ofNamedCsvRecord(file);
  }

  private static Column column(Level level, Operand operand, SchoolYear year) {
    ColumnKey key = operand.at(level, year);
    return DATA.column(key).orElseThrow();
  }

  private static Cell cell(UnitId id, Operand operand, SchoolYear year) {
    return DATA.cell(id, operand.at(id.level(), year));
  }
}
