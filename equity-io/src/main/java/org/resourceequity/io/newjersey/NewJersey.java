package org.resourceequity.io.newjersey;

import static org.resourceequity.model.Level.DISTRICT;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
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
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Fund;
import org.resourceequity.model.SpendingFunction;

/**
 * The user-friendly budgets of New Jersey: revenue by source, cost per student, and tax levies with
 * the value of property.
 *
 * <pre>
 * county_id,county_name,district_id,district_name,line_no,account,line_desc,amount_1,amount_2,amount_3
 * 01,Example,0999,Example City,370,,Total Revenues from Local Sources,11769660.00,11927468.00,11965045.00
 *
 * county_id,county_name,district_id,district_name,line_desc,year_1,year_2,year_3,year_4,year_5
 * 01,Example,0999,Example City,Total Budgetary Comparative Per Pupil Cost,12199,11548,12269,13803,14709
 *
 * county_id,county_name,district_id,district_name,...,reg_name,...,total_sch_levy,...,estrwi_eev,...
 * 1,Example,999,Example City,,,,...,12177089,...,749575777,...
 * </pre>
 *
 * <p>The year in the file's name is the one that the budget is for. Two years before it are what
 * was spent and received, the others what is budgeted, as operands of their own. Revenue is read
 * from the totals by source of the operating budget, of grants and of the repayment of debt; a
 * source that a district does not have has no line. Costs per student are read only where they were
 * spent. A regional district has a row per municipality, whose levies and values add up.
 */
public final class NewJersey implements FormatProvider {

  private static final String PUBLISHER = "New Jersey Department of Education";
  private static final String YEARS = "the year in the file's name";

  private static final Pattern SOURCES =
      Pattern.compile("Total Revenues from .* Sources|Debt Service Aid.*");

  private static final Id COUNTY = Id.of(Field.text("county_id").require()).width(2);
  private static final Id CODE = Id.of(Field.text("district_id").require()).width(4);

  private static final Format REVENUE =
      format("nj-budget-revenue", "User-friendly budgets, revenue")
          .layout(
              table("revenue")
                  .requires("account")
                  // Appropriations have the same columns.
                  .each(row -> SOURCES.matcher(row.text("line_desc")).matches())
                  .dimension(
                      Dimension.of(
                              Field.text("line_no")
                                  .correct(
                                      "^(?!(?:370|400|520|570|745|770|830|885|890)$).*", "other")
                                  .require())
                          .measure(FinanceOperands.revenue(Fund.LOCAL), "370")
                          .measure(FinanceOperands.revenue(Fund.LOCAL), "400")
                          .measure(FinanceOperands.revenue(Fund.LOCAL), "745")
                          .measure(FinanceOperands.revenue(Fund.LOCAL), "885")
                          .measure(FinanceOperands.revenue(Fund.STATE), "520")
                          .measure(FinanceOperands.revenue(Fund.STATE), "770")
                          .measure(FinanceOperands.revenue(Fund.STATE), "890")
                          .measure(FinanceOperands.revenue(Fund.FEDERAL), "570")
                          .measure(FinanceOperands.revenue(Fund.FEDERAL), "830")
                          .skip("other"))
                  .numbers(
                      Field.number(FinanceOperands.REVENUE, "amount_1").earlier(2).require(),
                      Field.number(FinanceOperands.REVENUE, "amount_2").earlier(1).budgeted(),
                      Field.number(FinanceOperands.REVENUE, "amount_3").budgeted()))
          .then(
              Consequence.sum(
                  FinanceOperands.REVENUE,
                  FinanceOperands.revenue(Fund.LOCAL),
                  FinanceOperands.revenue(Fund.STATE),
                  FinanceOperands.revenue(Fund.FEDERAL)))
          .build();

  private static final Format COST =
      format("nj-budget-cost-per-student", "User-friendly budgets, cost per student")
          .layout(
              table("cost per student")
                  .without("line_no")
                  .codes(Codes.none().missing("N/A", "-"))
                  .dimension(
                      Dimension.of("line_desc")
                          .measure(
                              FinanceOperands.SPENDING_PER_STUDENT,
                              "Total Budgetary Comparative Per Pupil Cost")
                          .measure(
                              FinanceOperands.spendingPerStudent(SpendingFunction.INSTRUCTION),
                              "Total Classroom Instruction")
                          .measure(
                              FinanceOperands.spendingPerStudent(SpendingFunction.OPERATIONS),
                              "Total Operations and Maintenance of Plant")
                          .measure(
                              FinanceOperands.spendingPerStudent(SpendingFunction.SUPPORT),
                              "Total Support Services")
                          .measure(
                              FinanceOperands.spendingPerStudent(SpendingFunction.ADMINISTRATION),
                              "Total Administrative Costs")
                          .skip(
                              "Classroom-Salaries and Benefits",
                              "Classroom-General Supplies and Textbooks",
                              "Classroom-Purchased Services",
                              "Classroom-Purchased Services and Other",
                              "Support Services-Salaries and Benefits",
                              "Administration Salaries and Benefits",
                              "Legal Costs",
                              "Operations and Maintenance-Salaries and Benefits",
                              "Board Contribution to Food Services",
                              "Total Extracurricular Costs",
                              "Total Equipment Costs",
                              "Employee Benefits as a percentage of salaries",
                              "Restricted Federal and State Revenue other than Preschool Education"
                                  + " Aid Included Above"))
                  .numbers(
                      Field.number(FinanceOperands.SPENDING_PER_STUDENT, "year_1")
                          .earlier(3)
                          .require(),
                      Field.number(FinanceOperands.SPENDING_PER_STUDENT, "year_2").earlier(2)))
          .build();

  private static final Format TAXES =
      format("nj-budget-taxes", "User-friendly budgets, estimated tax rates")
          .layout(
              table("taxes")
                  .partsOfUnit("reg_name")
                  .numbers(
                      Field.number(FinanceOperands.PROPERTY_TAX, "total_sch_levy")
                          .budgeted()
                          .require(),
                      Field.number(FinanceOperands.PROPERTY_VALUE, "estrwi_eev").require()))
          .build();

  /** Makes the provider. */
  public NewJersey() {}

  @Override
  public Collection<FileFormat> formats() {
    return List.of(REVENUE, COST, TAXES);
  }

  private static Format.Builder format(String id, String title) {
    return Format.of(id, "NJ-DOE").published(PUBLISHER, title, YEARS, Format.Evidence.FILE);
  }

  private static Layout.Builder table(String name) {
    return Layout.of(name)
        .level(DISTRICT)
        .id(DISTRICT, Id.joined(COUNTY, CODE))
        .state(Id.always("NJ"))
        .name(DISTRICT, "district_name", "distname")
        .year(
            YearRule.inFile(YearRule.Style.ENDING, "(?:rev|pupcst|esttax)(\\d\\d)(?!\\d)"),
            YearRule.inFile());
  }
}
