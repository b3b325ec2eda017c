package org.resourceequity.io.california;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import java.util.Locale;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;

/**
 * The equity multiplier of the Local Control Funding Formula: aid for schools where many students
 * are poor and many move.
 *
 * <pre>
 * County Code,District Code,School Code,LEA Name,School Name,...,Prior Year Non-Stability Count A-1,...
 * 01,99901,0199999,Example Unified,Oak School,...,40,...
 * </pre>
 *
 * <p>Students are those who were enrolled at any time of the year before. Rows of agencies that are
 * charter schools are read as schools; below the last row stand lines without codes.
 */
final class EquityMultiplier {

  private static final Operand STUDENTS = Operands.cumulativeEnrolment(Group.STUDENTS);
  private static final Operand POOR = Operands.cumulativeEnrolment(Groups.LOW_INCOME);
  private static final Operand MOVED =
      Operands.cumulativeEnrolment(Group.STUDENTS.and(Attribute.NEED, "not-stable"));

  static final Format FORMAT =
      Cde.format("ca-equity-multiplier", "LCFF equity multiplier", "2023-24 on")
          .layout(
              table("schools")
                  .level(SCHOOL)
                  .requires("School Name")
                  .numbers(
                      like(STUDENTS, "Prior Year Adjusted Cumulative Enrollment - Total.*")
                          .earlier(1)
                          .require(),
                      like(POOR, "Prior Year Adjusted Cumulative Enrollment - Socio.*").earlier(1),
                      like(MOVED, "Prior Year Non-Stability Count.*").earlier(1),
                      like(FinanceOperands.NEED_AID, "LCFF Equity Multiplier Entitlement.*")))
          .layout(
              table("districts")
                  .level(DISTRICT)
                  .without("School Name")
                  .only("School Code", "0000000")
                  .numbers(
                      like(FinanceOperands.NEED_AID, "Total LCFF Equity Multiplier Funding.*")
                          .require()))
          .then(Consequence.atMost(POOR, STUDENTS), Consequence.atMost(MOVED, STUDENTS))
          .build();

  private EquityMultiplier() {}

  private static Layout.Builder table(String name) {
    return Cde.codeInParts(name)
        .name(DISTRICT, "LEA Name")
        .skip("District Code", "")
        .year(
            YearRule.inSheet(), YearRule.inFile(YearRule.Style.STARTING, "lcffem(\\d\\d)(?!\\d)"));
  }

  /** Returns a column whose name goes on with a line of the form, such as "A-1". */
  private static Field like(Operand operand, String name) {
    return Field.like(operand, name.replace(".*", ""), name.toLowerCase(Locale.ROOT));
  }
}
