package org.resourceequity.io.california;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import org.resourceequity.model.Cell;
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
 * cds_code,school,district,type,enrollment,subsidised_meals_pct,...
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

  private static final Map<String, Operand> SCHOOL_RATES =
      Map.of(
          "class_size_k3", Operands.CLASS_SIZE_K3,
          "class_size_4_6", Operands.CLASS_SIZE_4_6,
          "class_size_core", Operands.CLASS_SIZE_CORE);
  private static final Map<String, Operand> SCHOOL_STAFF_SHARES =
      Map.of(
          "full_credential_pct", Operands.staffShare(Groups.FULL_CREDENTIAL),
          "emergency_credential_pct", Operands.staffShare(Groups.EMERGENCY_CREDENTIAL));
  private static final Map<String, Group> SCHOOL_GROUPS =
      Map.of(
          "subsidised_meals_pct", Groups.SUBSIDISED_MEALS,
          "english_learner_pct", Groups.ENGLISH_LEARNERS);
  private static final Map<String, Operand> DISTRICT_NUMBERS =
      Map.of(
          "teachers_fte", Operands.TEACHERS,
          "spending_per_student", Operands.SPENDING_PER_STUDENT);
  private static final Map<String, Group> DISTRICT_GROUPS =
      Map.of(
          "subsidised_meals_pct", Groups.SUBSIDISED_MEALS,
          "public_assistance_pct", Groups.PUBLIC_ASSISTANCE,
          "english_learner_pct", Groups.ENGLISH_LEARNERS);

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
    Source source =
        read(SCHOOLS, "Academic Performance Index", "1999-2000", row -> addSchool(builder, row));
    return builder.source(source).build();
  }

  private static void addSchool(EquityData.Builder builder, NamedCsvRecord row) {
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
    builder.facts(
        district, districtFacts(SCHOOLS_YEAR, row.getField("district"), DistrictType.UNKNOWN));
    Cells cells = new Cells(builder, id, SCHOOLS_YEAR, row);
    Cell students = cells.number("enrollment", Operands.ENROLLMENT);
    SCHOOL_RATES.forEach(cells::number);
    SCHOOL_STAFF_SHARES.forEach(cells::share);
    SCHOOL_GROUPS.forEach((column, group) -> cells.students(column, group, students));
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
    Cells cells = new Cells(builder, id, DISTRICTS_YEAR, row);
    Cell students = cells.number("students", Operands.ENROLLMENT);
    DISTRICT_NUMBERS.forEach(cells::number);
    DISTRICT_GROUPS.forEach((column, group) -> cells.students(column, group, students));
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

  /** Puts the fields of one row into the cells of one unit. An empty field is not reported. */
  private record Cells(EquityData.Builder builder, UnitId id, SchoolYear year, NamedCsvRecord row) {

    Cell number(String column, Operand operand) {
      String text = row.getField(column);
      return add(
          operand,
          text.isEmpty() ? Cell.absent(Reason.NOT_REPORTED) : Cell.of(Double.parseDouble(text)));
    }

    Cell share(String column, Operand operand) {
      String text = row.getField(column);
      return add(
          operand,
          text.isEmpty()
              ? Cell.absent(Reason.NOT_REPORTED)
              : Cell.of(Double.parseDouble(text) / 100));
    }

    /** Adds the share a group has, and its number of students where all students are known. */
    void students(String column, Group group, Cell all) {
      Cell share = share(column, Operands.enrollmentShare(group));
      add(
          Operands.enrollment(group),
          share instanceof Cell.Known part && all instanceof Cell.Known whole
              ? Cell.derived(part.value() * whole.value())
              : Cell.absent(Reason.NOT_REPORTED));
    }

    private Cell add(Operand operand, Cell cell) {
      Level level = id.level();
      builder.add(id, operand.at(level, year), cell);
      return cell;
    }
  }
}
