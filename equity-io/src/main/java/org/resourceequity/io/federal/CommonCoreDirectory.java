package org.resourceequity.io.federal;

import static org.resourceequity.io.federal.Nces.number;
import static org.resourceequity.io.federal.Nces.text;

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

/**
 * The directories of schools and of districts, and the files before 2014-15 that hold directory,
 * students, lunch and staff in one.
 *
 * <p>Schools that are closed, inactive or not yet open are not read.
 */
final class CommonCoreDirectory {

  private static final String[] NOT_OPEN = {"2", "6", "7", "Closed", "Inactive", "Future"};
  private static final Field DISTRICT_KIND = text("LEA_TYPE", "TYPE");
  // Lowest and highest grade; N and M stand for no grades.
  private static final Field LOWEST = text("GSLO").correct("^[NMnm]$|^-[129]$", "").require();
  private static final Field HIGHEST = text("GSHI").correct("^[NMnm]$|^-[129]$", "");

  static final Format SCHOOLS =
      Nces.commonCore(
              "ccd-schools",
              "school directory",
              "all layouts with names in the header",
              Format.Evidence.FILE)
          .layout(
              schools("with students, to 2013-14")
                  .numbers(
                      number(Operands.ENROLMENT, "MEMBER").require(),
                      number(Operands.TEACHERS, "FTE"),
                      number(Operands.enrolment(Groups.SUBSIDISED_MEALS), "TOTFRL"),
                      number(Operands.enrolment(Groups.FREE_MEALS), "FRELCH"),
                      number(Operands.enrolment(Groups.REDUCED_PRICE_MEALS), "REDLCH"))
                  .numbers(CommonCoreMembership.races()))
          .layout(schools("directory"))
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
                      number(Operands.ENROLMENT, "MEMBER").require(),
                      number(Operands.TEACHERS, "TOTTCH"),
                      number(Operands.COUNSELORS, "TOTGUI"),
                      number(Operands.LEADERS, "SCHADM")))
          .layout(districts("directory"))
          .build();

  private CommonCoreDirectory() {}

  private static Layout.Builder schools(String name) {
    return Nces.schools(name)
        .grades(LOWEST, HIGHEST)
        .charter(
            new Coded<>(
                text("CHARTER_TEXT", "CHARTR"), Map.of("1", true, "yes", true, "*", false), false))
        .locale(
            new Coded<>(
                text("ULOCAL"),
                Map.of(
                    "1*", Locale.CITY,
                    "2*", Locale.SUBURB,
                    "3*", Locale.TOWN,
                    "4*", Locale.RURAL,
                    "*", Locale.UNKNOWN),
                Locale.UNKNOWN))
        .skip(text("UPDATED_STATUS", "STATUS"), NOT_OPEN);
  }

  private static Layout.Builder districts(String name) {
    return Nces.districts(name)
        // The finance survey has grades too.
        .without("TOTALREV")
        .grades(LOWEST, HIGHEST)
        .districtType(type())
        .charter(charter());
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
