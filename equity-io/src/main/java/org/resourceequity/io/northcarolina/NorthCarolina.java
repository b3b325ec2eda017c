package org.resourceequity.io.northcarolina;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;
import static org.resourceequity.model.Level.STATE;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.resourceequity.io.Coded;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Dimension;
import org.resourceequity.io.Field;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.Format;
import org.resourceequity.io.FormatProvider;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Kind;
import org.resourceequity.model.Measurement;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Variable;

/**
 * Economically disadvantaged students of North Carolina, by school, twice a school year.
 *
 * <pre>
 * reporting_year,collection_code,psu_code,psu_name,school_code,school_name,den,pct_eds,pct_nslp,pct_nslp_adj
 * 2025,DEC,990,Example County Schools,990LEA,District Level,812,48.3,48.3,77.3
 * 2025,DEC,990,Example County Schools,990304,Oak School,412,>95,60.1,>95
 * 2025,APR,99A,Example Charter School,99A000,Example Charter School,&lt;10,*,*,*
 * </pre>
 *
 * <p>The count of December is the enrolment of the school year, that of April has variables of its
 * own. Charter schools are districts of one school and have no row of the district, which is
 * derived. The last column is the one before times 1.6 and is not read.
 */
public final class NorthCarolina implements FormatProvider {

  /** Students enrolled at the count of April. */
  public static final Operand SPRING_ENROLMENT =
      Operand.of(
          new Variable(
              "spring-enrolment",
              Kind.COUNT,
              Measurement.STUDENTS,
              "students enrolled at the count of April"),
          Group.STUDENTS);

  private static final Variable SPRING_SHARE =
      new Variable(
          "spring-student-share",
          Kind.RATE,
          Measurement.SHARE,
          "share of the students enrolled at the count of April, as published");

  private static final Field CODE = Field.text("school_code").require();
  private static final Field PSU = Field.text("psu_code").require();

  private static final Format FORMAT =
      Format.of("nc-disadvantaged-students", "NC-DPI")
          .published(
              "North Carolina Department of Public Instruction",
              "economically disadvantaged students",
              "2021-22 on",
              Format.Evidence.FILE)
          .layout(
              Layout.of("schools")
                  .level(CODE, Map.of("NC-SEA", STATE, "*LEA", DISTRICT, "*", SCHOOL))
                  .id(STATE, Id.always("NC"))
                  // The code of a school of the state, 298202, was also printed as its district.
                  .id(DISTRICT, Id.of(CODE).width(6).cut(0, 3, ""))
                  .id(SCHOOL, Id.of(CODE).width(6))
                  .name(DISTRICT, "psu_name")
                  .name(SCHOOL, "school_name")
                  .charter(
                      new Coded<>(
                          PSU.correct("(?i)^\\w\\w[A-Z]$", "charter"),
                          Map.of("charter", true, "*", false),
                          false))
                  .districtTypeFromSchools()
                  .year(YearRule.column("reporting_year"))
                  .dimension(
                      Dimension.of("collection_code")
                          .all("DEC")
                          .variables(
                              Map.of(
                                  Operands.ENROLMENT.what(),
                                  SPRING_ENROLMENT.what(),
                                  Operands.enrolmentShare(Groups.LOW_INCOME).what(),
                                  SPRING_SHARE),
                              "APR"))
                  .codes(Codes.none().hidden("*").ranges())
                  .numbers(
                      Field.number(Operands.ENROLMENT, "den").require(),
                      share(Groups.LOW_INCOME, "pct_eds").require(),
                      share(Groups.SUBSIDISED_MEALS, "pct_nslp")))
          .then(
              Consequence.countsFromShares(),
              Consequence.districtSums(Operands.ENROLMENT.what()),
              Consequence.districtSums(SPRING_ENROLMENT.what()))
          .build();

  /** Makes the provider. */
  public NorthCarolina() {}

  /** Returns the published share that a group has of the students enrolled in April. */
  public static Operand springShare(Group group) {
    return Operand.of(SPRING_SHARE, group);
  }

  @Override
  public Collection<FileFormat> formats() {
    return List.of(FORMAT);
  }

  private static Field share(Group group, String name) {
    return Field.number(Operands.enrolmentShare(group), name).percent();
  }
}
