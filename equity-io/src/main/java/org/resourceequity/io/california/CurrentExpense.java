package org.resourceequity.io.california;

import static org.resourceequity.model.Level.DISTRICT;

import java.util.Map;
import org.resourceequity.io.Coded;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Operands;

/**
 * The current expense of education per student in average daily attendance, one row per district.
 *
 * <pre>
 * CO  CDS    DISTRICT         EDP 365      Current Expense ADA  Current Expense Per ADA  LEA Type
 * 01  99901  Example Unified  92504263.84  9071.42              10197.33                 Unified
 * </pre>
 *
 * <p>Averages of counties and of types of districts, in the other sheets, are not read.
 */
final class CurrentExpense {

  static final Format FORMAT =
      Cde.format("ca-current-expense", "Current expense of education per ADA", "2000-01 on")
          .layout(
              Layout.of("districts")
                  .level(DISTRICT)
                  .id(DISTRICT, Id.of(Field.text("CDS", "District Code").require()).width(5))
                  .state(Id.always("CA"))
                  .name(DISTRICT, Field.text("DISTRICT").require())
                  .districtType(
                      new Coded<>(
                          Field.text("LEA Type"),
                          Map.of(
                              "unified*", DistrictType.UNIFIED,
                              "elem*", DistrictType.ELEMENTARY,
                              "high*", DistrictType.HIGH,
                              "*", DistrictType.OTHER),
                          DistrictType.UNKNOWN))
                  .year(
                      YearRule.inFile(YearRule.Style.COMPACT, "expenses?_?(\\d{4})"),
                      YearRule.inFile(YearRule.Style.ENDING, "expenses?_?(\\d\\d)(?!\\d)"),
                      YearRule.inFile())
                  // The total of the State is the only row without a code.
                  .skip(Field.text("CDS", "District Code"), "")
                  .numbers(
                      Field.number(FinanceOperands.SPENDING, "EDP 365", "Expenditures EDP 365")
                          .require(),
                      Field.number(Operands.AVERAGE_DAILY_ATTENDANCE, "Current Expense ADA"),
                      Field.number(
                          FinanceOperands.SPENDING_PER_STUDENT, "Current Expense Per ADA")))
          .build();

  private CurrentExpense() {}
}
