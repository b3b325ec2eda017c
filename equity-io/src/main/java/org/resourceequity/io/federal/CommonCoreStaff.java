package org.resourceequity.io.federal;

import static org.resourceequity.model.Attribute.GRADE;

import java.util.List;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Dimension;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Layout;
import org.resourceequity.model.Group;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Population;

/**
 * Staff in full-time equivalents: teachers by school, and teachers, aides, counselors,
 * psychologists, school administrators and all staff by district and state. All teachers are the
 * published total of the kinds of teachers.
 */
final class CommonCoreStaff {

  private static final Operand PRE_KINDERGARTEN = teachers("PK");
  private static final Operand KINDERGARTEN = teachers("K");
  private static final Operand ELEMENTARY = teachers("elementary");
  private static final Operand SECONDARY = teachers("secondary");
  private static final Operand UNGRADED = teachers("ungraded");
  private static final Operand AIDES =
      Operands.staff(new Group(Population.INSTRUCTIONAL_AIDES, List.of()));

  static final Format SCHOOLS =
      Nces.commonCore(
              "ccd-school-staff", "staff by school (059)", "2014-15 on", Format.Evidence.FILE)
          .layout(
              Nces.schools("school staff")
                  .without("GSLO", "TOTFRL")
                  .numbers(
                      Field.number(Operands.TEACHERS, "TEACHERS", "FTE")
                          .flag("DMS_FLAG")
                          .require()))
          .build();

  static final Format DISTRICTS =
      Nces.commonCore(
              "ccd-district-staff",
              "staff by district and state (059)",
              "2014-15 on",
              Format.Evidence.DOCUMENTATION)
          .layout(
              Nces.districts("districts, wide, to 2015-16")
                  .without("GSLO", "STAFF_COUNT")
                  .numbers(Field.number(Operands.TEACHERS, "TOTTCH").require())
                  .numbers(CommonCoreStaff::others))
          .layout(tall(Nces.districts("districts, long, from 2016-17")))
          .layout(tall(Nces.states("states, long, from 2016-17")))
          .then(checks())
          .build();

  private CommonCoreStaff() {}

  private static Operand teachers(String grade) {
    return Operands.staff(Group.TEACHERS.and(GRADE, grade));
  }

  /** Returns the columns of wide files beside the one of all teachers. */
  static List<Field> others() {
    return List.of(
        Field.number(PRE_KINDERGARTEN, "PKTCH"),
        Field.number(KINDERGARTEN, "KGTCH"),
        Field.number(ELEMENTARY, "ELMTCH"),
        Field.number(SECONDARY, "SECTCH"),
        Field.number(UNGRADED, "UGTCH"),
        Field.number(AIDES, "AIDES"),
        Field.number(Operands.COUNSELORS, "TOTGUI"),
        Field.number(Operands.LEADERS, "SCHADM"));
  }

  /** Returns what follows from the numbers: kinds of teachers, printed with two decimals. */
  static Consequence[] checks() {
    return new Consequence[] {
      Consequence.partsMakeTotal(
          "teachers of all kinds",
          Operands.TEACHERS,
          0.05,
          ELEMENTARY,
          SECONDARY,
          KINDERGARTEN,
          PRE_KINDERGARTEN,
          UNGRADED),
      Consequence.atMost(Operands.TEACHERS, Operands.ALL_STAFF)
    };
  }

  private static Layout.Builder tall(Layout.Builder layout) {
    return layout
        .dimension(
            Dimension.of("STAFF")
                .measure(Operands.TEACHERS, "Teachers")
                .measure(PRE_KINDERGARTEN, "Pre-kindergarten Teachers")
                .measure(KINDERGARTEN, "Kindergarten Teachers")
                .measure(ELEMENTARY, "Elementary Teachers")
                .measure(SECONDARY, "Secondary Teachers")
                .measure(UNGRADED, "Ungraded Teachers")
                .measure(Operands.COUNSELORS, "Guidance Counselors", "School Counselors, total")
                .measure(AIDES, "Paraprofessionals/Instructional Aides")
                .measure(Operands.PSYCHOLOGISTS, "School Psychologists", "School Psychologist")
                .measure(Operands.LEADERS, "School Administrators", "School Administrator")
                .measure(Operands.ALL_STAFF, "No Category Codes")
                .skip(
                    "Instructional Coordinators and Supervisors to the Staff",
                    "Elementary School Counselors",
                    "Elementary School Counselor",
                    "Secondary School Counselors",
                    "Secondary School Counselor",
                    "School Counselors",
                    "School Counselor",
                    "Librarians/media specialists",
                    "Library/Media Support Staff",
                    "LEA Administrators",
                    "LEA Administrative Support Staff",
                    "School Administrative Support Staff",
                    "Student Support Services Staff (w/o Psychology)",
                    "Other Staff",
                    "School Staff",
                    "LEA Staff",
                    "Missing"))
        .numbers(Field.number(Operands.ALL_STAFF, "STAFF_COUNT").flag("DMS_FLAG").require());
  }
}
