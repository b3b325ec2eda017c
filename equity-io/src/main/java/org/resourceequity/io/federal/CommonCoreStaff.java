package org.resourceequity.io.federal;

import org.resourceequity.io.Dimension;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.model.Operands;

/**
 * Staff in full-time equivalents: teachers by school, and teachers, counselors, school
 * administrators and all staff by district. The district's teachers are the published total of the
 * kinds of teachers, whose rows are not read.
 */
final class CommonCoreStaff {

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
              "staff by district (059)",
              "2014-15 on",
              Format.Evidence.DOCUMENTATION)
          .layout(
              Nces.districts("wide, to 2015-16")
                  .without("GSLO", "STAFF_COUNT")
                  .numbers(
                      Field.number(Operands.TEACHERS, "TOTTCH").require(),
                      Field.number(Operands.COUNSELORS, "TOTGUI"),
                      Field.number(Operands.LEADERS, "SCHADM")))
          .layout(
              Nces.districts("long, from 2016-17")
                  .dimension(
                      Dimension.of("STAFF")
                          .measure(Operands.TEACHERS, "Teachers")
                          .measure(
                              Operands.COUNSELORS,
                              "Guidance Counselors",
                              "School Counselors, total")
                          .measure(
                              Operands.LEADERS, "School Administrators", "School Administrator")
                          .measure(Operands.ALL_STAFF, "No Category Codes")
                          .skip(
                              "Pre-kindergarten Teachers",
                              "Kindergarten Teachers",
                              "Elementary Teachers",
                              "Secondary Teachers",
                              "Ungraded Teachers",
                              "Paraprofessionals/Instructional Aides",
                              "Instructional Coordinators and Supervisors to the Staff",
                              "Elementary School Counselors",
                              "Secondary School Counselors",
                              "School Counselors",
                              "School Psychologists",
                              "School Psychologist",
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
                  .numbers(
                      Field.number(Operands.ALL_STAFF, "STAFF_COUNT").flag("DMS_FLAG").require()))
          .build();

  private CommonCoreStaff() {}
}
