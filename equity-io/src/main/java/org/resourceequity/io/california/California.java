package org.resourceequity.io.california;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.resourceequity.io.Coded;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.CourseOperands;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Join;
import org.resourceequity.model.Operands;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;

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

  private static final Format SCHOOLS =
      Format.of("ca-api-schools", Cde.SCHEME)
          .published(Cde.PUBLISHER, "Academic Performance Index", "1999-00", Format.Evidence.FILE)
          .release("1999-2000")
          .layout(
              Layout.of("schools")
                  .level(SCHOOL)
                  .id(SCHOOL, Id.of("cds_code").width(14))
                  .id(DISTRICT, Id.of("cds_code").width(14).cut(2, 7, ""))
                  .state(Id.always("CA"))
                  .name(SCHOOL, "school")
                  .name(DISTRICT, "district")
                  .year(YearRule.always(SchoolYear.ending(2000)))
                  .schoolLevel(
                      new Coded<>(
                          Field.text("type"),
                          Map.of(
                              "E", SchoolLevel.ELEMENTARY,
                              "M", SchoolLevel.MIDDLE,
                              "H", SchoolLevel.HIGH),
                          SchoolLevel.UNKNOWN))
                  .numbers(
                      Field.number(Operands.ENROLMENT, "enrolment").require(),
                      Field.number(CourseOperands.CLASS_SIZE_K3, "class_size_k3"),
                      Field.number(CourseOperands.CLASS_SIZE_4_6, "class_size_4_6"),
                      Field.number(CourseOperands.CLASS_SIZE_CORE, "class_size_core"),
                      Field.number(
                              Operands.staffShare(Groups.FULL_CREDENTIAL), "full_credential_pct")
                          .percent(),
                      Field.number(
                              Operands.staffShare(Groups.EMERGENCY_CREDENTIAL),
                              "emergency_credential_pct")
                          .percent(),
                      Field.number(
                              Operands.enrolmentShare(Groups.SUBSIDISED_MEALS),
                              "subsidised_meals_pct")
                          .percent(),
                      Field.number(
                              Operands.enrolmentShare(Groups.ENGLISH_LEARNERS),
                              "english_learner_pct")
                          .percent()))
          .then(Consequence.countsFromShares())
          .build();

  private static final Format DISTRICTS =
      Format.of("ca-district-finance", Cde.SCHEME)
          .published(
              Cde.PUBLISHER,
              "District finance, staff and enrolment",
              "1998-99",
              Format.Evidence.FILE)
          .layout(
              Layout.of("districts")
                  .level(DISTRICT)
                  .id(DISTRICT, Id.of("district_code").width(5))
                  .state(Id.always("CA"))
                  .name(DISTRICT, "district")
                  .year(YearRule.always(SchoolYear.ending(1999)))
                  // All of them end with grade 6 or 8, also the four that are called unified.
                  .districtType(
                      new Coded<>(
                          Field.text("grades"),
                          Map.of("*", DistrictType.ELEMENTARY),
                          DistrictType.UNKNOWN))
                  .numbers(
                      Field.number(Operands.ENROLMENT, "students").require(),
                      Field.number(Operands.TEACHERS, "teachers_fte"),
                      Field.number(FinanceOperands.SPENDING_PER_STUDENT, "spending_per_student"),
                      Field.number(
                              Operands.enrolmentShare(Groups.SUBSIDISED_MEALS),
                              "subsidised_meals_pct")
                          .percent(),
                      Field.number(
                              Operands.enrolmentShare(Groups.PUBLIC_ASSISTANCE),
                              "public_assistance_pct")
                          .percent(),
                      Field.number(
                              Operands.enrolmentShare(Groups.ENGLISH_LEARNERS),
                              "english_learner_pct")
                          .percent()))
          .then(Consequence.countsFromShares())
          .build();

  private California() {}

  /** Returns the schools with the districts' money, staff and students joined to them. */
  public static EquityData load() {
    return joined().data();
  }

  /** Returns the joined store and which of the districts belong to schools in it. */
  public static Join joined() {
    return Join.of(read(SCHOOLS, "schools-1999-00.csv"), read(DISTRICTS, "districts-1998-99.csv"));
  }

  /** Reads a file that is in this jar like any other file. */
  private static EquityData read(Format format, String name) {
    try (InputStream in = California.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in this jar, expected it beside the class");
      }
      Path folder = Files.createTempDirectory("equity");
      Path file = folder.resolve(name);
      try {
        Files.copy(in, file);
        return EquityFiles.readAs(format, file).data();
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name + " in this jar cannot be read", e);
    }
  }
}
