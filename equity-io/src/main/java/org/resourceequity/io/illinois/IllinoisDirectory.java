package org.resourceequity.io.illinois;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Columns;
import org.resourceequity.io.Field;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.Reading;
import org.resourceequity.io.Recognition;
import org.resourceequity.io.table.Row;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.DistrictFacts;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Locale;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.TitleI;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/**
 * The directory of Illinois schools and districts with their federal ids.
 *
 * <pre>
 * CountyName,RecType,"Region-2
 * County-3
 * District-4",Type,School,RCDTS,FacilityName,NCES ID
 * Example,Dist,019990010,26,0000,019990010260000,Example CUSD 1,1799990
 * Example,Sch,019990010,26,2001,019990010262001,Oak School,179999000001
 * </pre>
 *
 * <p>A code that ends in 0000 is a district, any other a school. The federal id has 7 digits for a
 * district and 12 for a school; another length is a notice and is not kept. The file does not say
 * of which year it is: names are kept only if the file's name has a year.
 */
public final class IllinoisDirectory implements FileFormat {

  private static final Field RCDTS = Field.text("RCDTS").require();
  private static final Field KIND = Field.text("RecType").require();
  private static final Field NAME = Field.text("FacilityName").require();
  private static final Field NCES = Field.text("NCES ID").require();
  private static final List<Field> FIELDS = List.of(RCDTS, KIND, NAME, NCES);
  private static final Pattern YEAR =
      Pattern.compile("(?<!\\d)(20\\d\\d(?:-(?:20)?\\d\\d)?)(?!\\d)");

  /** Makes the format. */
  public IllinoisDirectory() {}

  @Override
  public String id() {
    return "il-directory";
  }

  @Override
  public String title() {
    return "Illinois State Board of Education, directory of RCDTS codes";
  }

  @Override
  public Recognition recognise(Table table) {
    return Recognition.of(table, FIELDS);
  }

  @Override
  public void read(Table table, Reading reading) throws IOException {
    Columns columns = reading.columns(FIELDS);
    EquityData.Builder store = reading.store(Rcdts.SCHEME);
    @Nullable SchoolYear year = year(table.file());
    if (year == null) {
      reading.notice(
          Severity.INFO,
          "undated-directory",
          "the file does not say of which year it is, so only ids are kept and no names",
          null,
          null,
          table.file(),
          "a year in the file's name, such as IL_RCDTS_codes_2021.csv");
    }
    table.forEach(
        row -> {
          Optional<String> code = reading.id(row, RCDTS, Rcdts.LENGTH);
          if (code.isPresent()) {
            UnitId id =
                Rcdts.isDistrict(code.get())
                    ? new DistrictId(code.get())
                    : new SchoolId(code.get());
            if (reading.first(id, row)) {
              unit(row, id, columns, reading, store);
              if (year != null) {
                facts(id, columns.text(row, NAME), columns.text(row, KIND), year, store);
              }
            }
          }
        });
  }

  private static void unit(
      Row row, UnitId id, Columns columns, Reading reading, EquityData.Builder store) {
    store.unit(id, id instanceof SchoolId ? Rcdts.district(id.code()) : null).line(id, row.line());
    String nces = columns.text(row, NCES);
    int digits = id instanceof SchoolId ? 12 : 7;
    if (nces.matches("\\d{" + digits + "}")) {
      store.alias(id, "NCES", nces);
    } else {
      reading.notice(
          Severity.WARNING,
          "bad-federal-id",
          columns.text(row, NAME) + " has no usable federal id and is known by its RCDTS code only",
          row,
          columns.name(NCES),
          nces,
          digits + " digits");
    }
  }

  private static void facts(
      UnitId id, String name, String kind, SchoolYear year, EquityData.Builder store) {
    boolean charter = kind.contains("Chtr") || kind.equals("State Auth Dist");
    String known = name.isEmpty() ? id.code() : name;
    if (id instanceof SchoolId school) {
      store.facts(
          school,
          new SchoolFacts(
              year,
              known,
              Rcdts.district(id.code()),
              SchoolLevel.UNKNOWN,
              null,
              TitleI.UNKNOWN,
              charter,
              Locale.UNKNOWN));
    } else if (id instanceof DistrictId district) {
      store.facts(
          district,
          new DistrictFacts(year, known, "IL", DistrictType.UNKNOWN, charter, Locale.UNKNOWN));
    }
  }

  private static @Nullable SchoolYear year(String file) {
    Matcher matcher = YEAR.matcher(file);
    try {
      return matcher.find() ? SchoolYear.parse(matcher.group(1)) : null;
    } catch (IllegalArgumentException e) {
      // Such as 2018-21: several years, not one.
      return null;
    }
  }
}
