package org.resourceequity.io.federal;

import java.util.Map;
import org.resourceequity.io.Coded;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Layout;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Locale;
import org.resourceequity.model.Operands;
import org.resourceequity.model.TitleI;

/**
 * The directories of schools and of districts, and the files before 2014-15 that hold directory,
 * students, lunch and staff in one.
 *
 * <p>Schools that are closed, inactive or not yet open are not read.
 */
final class CommonCoreDirectory {

  private static final String[] NOT_OPEN = {"2", "6", "7", "Closed", "Inactive", "Future"};
  private static final Field DISTRICT_KIND = Field.text("LEA_TYPE", "TYPE");
  // Lowest and highest grade; N and M stand for no grades.
  private static final Field LOWEST = Field.text("GSLO").correct("^[NMnm]$|^-[129]$", "").require();
  private static final Field HIGHEST = Field.text("GSHI").correct("^[NMnm]$|^-[129]$", "");

  static final Format SCHOOLS =
      Nces.commonCore(
              "ccd-schools",
              "school directory",
              "all layouts with names in the header",
              Format.Evidence.FILE)
          .layout(
              CommonCoreMembership.ofSevenRaces(withStudents("with students, 2008-09 to 2013-14")))
          .layout(CommonCoreMembership.ofFiveRaces(withStudents("with students, to 2007-08")))
          .layout(schools("directory").without("MEMBER"))
          .then(CommonCoreMembership.checks())
          .then(CommonCoreLunch.checks())
          .then(Consequence.atMost(Operands.enrolment(Groups.SUBSIDISED_MEALS), Operands.ENROLMENT))
          .build();

  static final Format DISTRICTS =
      Nces.commonCore(
              "ccd-districts",
              "district directory",
              "all layouts with names in the header",
              Format.Evidence.FILE)
          .layout(
              districts("with students, to 2013-14")
                  .numbers(
                      Field.number(Operands.ENROLMENT, "MEMBER").require(),
                      Field.number(Operands.enrolment(Groups.WITH_DISABILITIES), "SPECED"),
                      Field.number(Operands.enrolment(Groups.ENGLISH_LEARNERS), "ELL"))
                  .numbers(Field.number(Operands.TEACHERS, "TOTTCH"))
                  .numbers(CommonCoreStaff::others))
          .layout(districts("directory").without("MEMBER"))
          .then(CommonCoreStaff.checks())
          .build();

  private CommonCoreDirectory() {}

  private static Layout.Builder schools(String name) {
    return Nces.schools(name)
        .grades(LOWEST, HIGHEST)
        .charter(
            new Coded<>(
                Field.text("CHARTER_TEXT", "CHARTR"),
                Map.of("1", true, "yes", true, "*", false),
                false))
        .titleI(new Coded<>(Field.text("TITLEISTAT"), Nces.TITLE_I, TitleI.UNKNOWN))
        .locale(locale())
        .skip(Field.text("UPDATED_STATUS", "STATUS"), NOT_OPEN);
  }

  private static Layout.Builder withStudents(String name) {
    return schools(name)
        .numbers(
            Field.number(Operands.TEACHERS, "FTE"),
            Field.number(Operands.enrolment(Groups.SUBSIDISED_MEALS), "TOTFRL"))
        .numbers(CommonCoreLunch::parts);
  }

  private static Layout.Builder districts(String name) {
    return Nces.districts(name)
        // The finance survey has grades too.
        .without("TOTALREV")
        .grades(LOWEST, HIGHEST)
        .districtType(type())
        .charter(charter())
        .locale(locale());
  }

  private static Coded<Locale> locale() {
    return new Coded<>(Field.text("ULOCAL"), Nces.LOCALES, Locale.UNKNOWN);
  }

  /** Regular districts have the type that their grades say. */
  private static Coded<DistrictType> type() {
    return new Coded<>(
        DISTRICT_KIND,
        Map.of(
            "1", DistrictType.UNKNOWN,
            "2", DistrictType.UNKNOWN,
            "*", DistrictType.OTHER),
        DistrictType.UNKNOWN);
  }

  private static Coded<Boolean> charter() {
    return new Coded<>(DISTRICT_KIND, Map.of("7", true, "*", false), false);
  }
}
