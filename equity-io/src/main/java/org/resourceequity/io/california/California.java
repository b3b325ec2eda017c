package org.resourceequity.io.california;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import org.resourceequity.model.Cell;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.DistrictFacts;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Join;
import org.resourceequity.model.Level;
import org.resourceequity.model.Locale;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.Source;
import org.resourceequity.model.TitleI;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/**
 * California's 6,194 schools with 100 students or more in 1999-00, and its 420 districts that end
 * with grade 6 or 8 in 1998-99, as the California Department of Education published them.
 *
 * <p>A school is named by its CDS code, two digits for the county, five for the district, seven for
 * the school; a district by the five. Where the department publishes a percentage, the number of
 * students is derived from it and marked so. The two parts differ by a year: a question that uses
 * both has to allow a gap of one.
 *
 * <pre>
 * cds_code,school,district,type,enrolment,subsidised_meals_pct,...
 * 01611190130229,Alameda High,Alameda City Unified,H,1278,14,...
 *
 * district_code,district,grades,students,teachers_fte,spending_per_student,...
 * 75119,Sunol Glen Unified,KK-08,195,10.9,6384.911,...
 * </pre>
 */
public final class California {

  private static final String PUBLISHER = "California Department of Education";
  private static final String SCHOOLS = "schools-1999-00.csv";
  private static final String DISTRICTS = "districts-1998-99.csv";
  private static final SchoolYear SCHOOLS_YEAR = SchoolYear.parse("1999-00");
  private static final SchoolYear DISTRICTS_YEAR = SchoolYear.parse("1998-99");

  private static final Columns SCHOOL_COLUMNS =
      new Columns(
          Level.SCHOOL,
          SCHOOLS_YEAR,
          "enrolment",
          Map.of(
              "class_size_k3", Operands.CLASS_SIZE_K3,
              "class_size_4_6", Operands.CLASS_SIZE_4_6,
              "class_size_core", Operands.CLASS_SIZE_CORE),
          Map.of(
              "full_credential_pct", Operands.staffShare(Groups.FULL_CREDENTIAL),
              "emergency_credential_pct", Operands.staffShare(Groups.EMERGENCY_CREDENTIAL)),
          Map.of(
              "subsidised_meals_pct", Groups.SUBSIDISED_MEALS,
              "english_learner_pct", Groups.ENGLISH_LEARNERS));
  private static final Columns DISTRICT_COLUMNS =
      new Columns(
          Level.DISTRICT,
          DISTRICTS_YEAR,
          "students",
          Map.of(
              "teachers_fte", Operands.TEACHERS,
              "spending_per_student", Operands.SPENDING_PER_STUDENT),
          Map.of(),
          Map.of(
              "subsidised_meals_pct", Groups.SUBSIDISED_MEALS,
              "public_assistance_pct", Groups.PUBLIC_ASSISTANCE,
              "english_learner_pct", Groups.ENGLISH_LEARNERS));

  private California() {}

  /** Returns the schools with the districts' money, staff and students joined to them. */
  public static EquityData load() {
    return joined().data();
  }

  /** Returns the joined store and which of the districts belong to schools in it. */
  public static Join joined() {
    return Join.of(schools(), districts());
  }

  private static EquityData schools() {
    EquityData.Builder builder = EquityData.builder("CDS");
    // One misspelt name is longer than the right one; the smaller one wins.
    Map<DistrictId, String> names = new HashMap<>();
    Source source =
        read(
            SCHOOLS,
            "Academic Performance Index",
            "1999-2000",
            row -> {
              DistrictId district = addSchool(builder, row);
              names.merge(
                  district, row.getField("district"), (a, b) -> a.compareTo(b) <= 0 ? a : b);
            });
    names.forEach(
        (id, name) -> builder.facts(id, districtFacts(SCHOOLS_YEAR, name, DistrictType.UNKNOWN)));
    return builder.source(source).build();
  }

  /** Adds a school and returns its district. */
  private static DistrictId addSchool(EquityData.Builder builder, NamedCsvRecord row) {
    String code = row.getField("cds_code");
    SchoolId id = new SchoolId(code);
    DistrictId district = new DistrictId(code.substring(2, 7));
    builder
        .facts(
            id,
            new SchoolFacts(
                SCHOOLS_YEAR,
                row.getField("school"),
                district,
                level(row.getField("type")),
                null,
                TitleI.UNKNOWN,
                false,
                Locale.UNKNOWN))
        .line(id, row.getStartingLineNumber());
    SCHOOL_COLUMNS.read(row, id, builder);
    return district;
  }

  private static EquityData districts() {
    EquityData.Builder builder = EquityData.builder("CDS");
    Source source =
        read(
            DISTRICTS,
            "District finance, staff and enrolment",
            "1998-99",
            row -> addDistrict(builder, row));
    return builder.source(source).build();
  }

  private static void addDistrict(EquityData.Builder builder, NamedCsvRecord row) {
    DistrictId id = new DistrictId(row.getField("district_code"));
    // All of them end with grade 6 or 8, also the four that are called unified.
    builder
        .facts(id, districtFacts(DISTRICTS_YEAR, row.getField("district"), DistrictType.ELEMENTARY))
        .line(id, row.getStartingLineNumber());
    DISTRICT_COLUMNS.read(row, id, builder);
  }

  private static DistrictFacts districtFacts(SchoolYear year, String name, DistrictType type) {
    return new DistrictFacts(year, name, "CA", type, false, Locale.UNKNOWN);
  }

  private static SchoolLevel level(String type) {
    return switch (type) {
      case "E" -> SchoolLevel.ELEMENTARY;
      case "M" -> SchoolLevel.MIDDLE;
      case "H" -> SchoolLevel.HIGH;
      default -> SchoolLevel.UNKNOWN;
    };
  }

  private static Source read(
      String file, String title, String release, Consumer<NamedCsvRecord> rows) {
    try (InputStream in = California.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in this jar, expected it beside the class");
      }
      byte[] bytes = in.readAllBytes();
      try (CsvReader<NamedCsvRecord> reader =
          CsvReader.builder().ofNamedCsvRecord(new String(bytes, UTF_8))) {
        reader.forEach(rows);
      }
      return new Source(PUBLISHER, title, file, release, sha256(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " in this jar cannot be read", e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Which field of a row goes into which column. Keys are made once, not per row. */
  private static final class Columns {
    private final String studentsField;
    private final ColumnKey students;
    private final Map<String, ColumnKey> numbers = new HashMap<>();
    private final Map<String, ColumnKey> shares = new HashMap<>();
    private final Map<String, ColumnKey> counts = new HashMap<>();

    Columns(
        Level level,
        SchoolYear year,
        String studentsField,
        Map<String, Operand> numbers,
        Map<String, Operand> shares,
        Map<String, Group> groups) {
      this.studentsField = studentsField;
      this.students = Operands.ENROLMENT.at(level, year);
      numbers.forEach((field, operand) -> this.numbers.put(field, operand.at(level, year)));
      shares.forEach((field, operand) -> this.shares.put(field, operand.at(level, year)));
      groups.forEach(
          (field, group) -> {
            this.shares.put(field, Operands.enrolmentShare(group).at(level, year));
            counts.put(field, Operands.enrolment(group).at(level, year));
          });
    }

    void read(NamedCsvRecord row, UnitId id, EquityData.Builder builder) {
      Cell all = cell(row, studentsField, 1);
      builder.add(id, students, all);
      numbers.forEach((field, key) -> builder.add(id, key, cell(row, field, 1)));
      shares.forEach((field, key) -> builder.add(id, key, cell(row, field, 100)));
      counts.forEach((field, key) -> builder.add(id, key, count(cell(row, field, 100), all)));
    }

    /** An empty field is not reported. */
    private static Cell cell(NamedCsvRecord row, String field, double divisor) {
      String text = row.getField(field);
      return text.isEmpty()
          ? Cell.absent(Reason.NOT_REPORTED)
          : Cell.of(Double.parseDouble(text) / divisor);
    }

    private static Cell count(Cell share, Cell all) {
      return share instanceof Cell.Known part && all instanceof Cell.Known whole
          ? Cell.derived(part.value() * whole.value())
          : Cell.absent(Reason.NOT_REPORTED);
    }
  }
}
