package org.resourceequity.io.edfi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.table.Row;
import org.resourceequity.model.DistrictFacts;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.GradeSpan;
import org.resourceequity.model.Level;
import org.resourceequity.model.Locale;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** The districts and schools of an export. */
final class Organisations {

  private record Organisation(
      String name,
      String parent,
      String state,
      String nces,
      String category,
      List<String> grades,
      String titleI,
      String charter,
      long line) {}

  private static final DistrictId NO_DISTRICT = new DistrictId("unknown");

  private final Map<String, Organisation> districts = new TreeMap<>();
  private final Map<String, Organisation> schools = new TreeMap<>();

  Organisations(Export export) throws IOException {
    for (Export.Part part : export.parts()) {
      if (part.entity() == Entity.SCHOOL) {
        read(export, part, "SchoolId", "SchoolCategory", schools);
      } else if (part.entity() == Entity.LOCAL_EDUCATION_AGENCY) {
        read(export, part, "LocalEducationAgencyId", "LocalEducationAgencyCategory", districts);
      }
    }
  }

  private static void read(
      Export export, Export.Part part, String key, String kind, Map<String, Organisation> into)
      throws IOException {
    Fields fields = part.fields();
    List<Integer> id = fields.all(key);
    List<Integer> name = fields.all("NameOfInstitution");
    List<Integer> category = fields.all(kind);
    List<Integer> grades = fields.all("GradeLevel");
    List<Integer> titleI = fields.all("TitleIPartASchoolDesignation");
    List<Integer> charter = fields.all("CharterStatus");
    List<Integer> state = fields.all("Address/StateAbbreviation");
    List<Integer> codes =
        fields.all(
            "EducationOrganizationIdentificationCode/IdentificationCode", "IdentificationCode");
    List<Integer> systems =
        fields.all(
            "EducationOrganizationIdentificationCode/EducationOrganizationIdentificationSystem",
            "IdentificationCode/EducationOrganizationIdentificationSystem");
    Export.Reference parent =
        export.reference(part, "LocalEducationAgencyReference", "LocalEducationAgencyId");
    part.table()
        .forEach(
            row -> {
              String code = Fields.first(row, id);
              if (code.isEmpty()) {
                Export.unusable(part, row, true, "the organisation has no id and is not read", key);
                return;
              }
              into.putIfAbsent(
                  code,
                  new Organisation(
                      Fields.first(row, name),
                      parent.of(row),
                      Names.code(Fields.first(row, state)),
                      nces(row, codes, systems),
                      Names.code(Fields.first(row, category)),
                      Fields.codes(row, grades),
                      Names.code(Fields.first(row, titleI)),
                      Names.code(Fields.first(row, charter)),
                      row.line()));
            });
  }

  private static String nces(Row row, List<Integer> codes, List<Integer> systems) {
    for (int i = 0; i < Math.min(codes.size(), systems.size()); i++) {
      if (Names.code(row.get(systems.get(i))).equals("NCES")) {
        return row.get(codes.get(i));
      }
    }
    return "";
  }

  /** Returns the district of a school; null if no row tells. */
  @Nullable String district(String school) {
    Organisation of = schools.get(school);
    return of == null || of.parent().isEmpty() ? null : of.parent();
  }

  /**
   * Returns the units that something at an organisation counts for: a school and its district; none
   * if nothing tells what it is. A district counts only where its own row is known, since else its
   * schools are not all known.
   */
  List<UnitId> units(@Nullable UnitId unit) {
    if (unit == null) {
      return List.of();
    }
    String of = unit.level() == Level.DISTRICT ? unit.code() : district(unit.code());
    List<UnitId> units = new ArrayList<>();
    if (unit.level() == Level.SCHOOL) {
      units.add(unit);
    }
    if (of != null && districts.containsKey(of)) {
      units.add(new DistrictId(of));
    }
    return units;
  }

  /** Adds all districts and schools with what is known of them. */
  void facts(EquityData.Builder builder, SchoolYear year) {
    districts.forEach(
        (code, of) -> {
          DistrictId id = new DistrictId(code);
          builder.unit(id, null);
          unit(builder, id, of, 7);
          builder.facts(
              id,
              new DistrictFacts(
                  year,
                  of.name().isEmpty() ? code : of.name(),
                  of.state(),
                  Codes.districtType(of.category()),
                  Codes.isCharter(of.charter(), of.category()),
                  Locale.UNKNOWN));
        });
    schools.forEach(
        (code, of) -> {
          SchoolId id = new SchoolId(code);
          DistrictId district = of.parent().isEmpty() ? NO_DISTRICT : new DistrictId(of.parent());
          builder.unit(id, district);
          unit(builder, id, of, 12);
          GradeSpan span = Codes.span(of.grades());
          SchoolLevel level = Codes.schoolLevel(of.category());
          builder.facts(
              id,
              new SchoolFacts(
                  year,
                  of.name().isEmpty() ? code : of.name(),
                  district,
                  level == SchoolLevel.UNKNOWN && span != null ? SchoolLevel.of(span) : level,
                  span,
                  Codes.titleI(of.titleI()),
                  Codes.isCharter(of.charter(), ""),
                  Locale.UNKNOWN));
        });
  }

  private static void unit(EquityData.Builder builder, UnitId id, Organisation of, int digits) {
    builder.line(id, of.line());
    if (of.nces().matches("\\d{" + digits + "}")) {
      builder.alias(id, "NCES", of.nces());
    }
  }
}
