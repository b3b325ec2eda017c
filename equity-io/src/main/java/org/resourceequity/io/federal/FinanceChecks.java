package org.resourceequity.io.federal;

import static org.resourceequity.model.FinanceOperands.EXPENDITURE;
import static org.resourceequity.model.FinanceOperands.REVENUE;
import static org.resourceequity.model.FinanceOperands.SPENDING;
import static org.resourceequity.model.FinanceOperands.revenue;
import static org.resourceequity.model.FinanceOperands.spending;

import org.resourceequity.io.Consequence;
import org.resourceequity.model.Fund;
import org.resourceequity.model.SpendingFunction;

/** What has to hold of the finances of districts, whoever publishes the survey. */
public final class FinanceChecks {

  private FinanceChecks() {}

  /** Returns checks of parts against totals, to 1,000 dollars, and of totals against others. */
  public static Consequence[] ofDistricts() {
    return new Consequence[] {
      Consequence.partsMakeTotal(
          "revenue by source",
          REVENUE,
          1000,
          revenue(Fund.FEDERAL),
          revenue(Fund.STATE),
          revenue(Fund.LOCAL)),
      Consequence.partsMakeTotal(
          "current expenditure by function",
          SPENDING,
          1000,
          spending(SpendingFunction.INSTRUCTION),
          spending(SpendingFunction.SUPPORT),
          spending(SpendingFunction.OTHER)),
      Consequence.atMost(SPENDING, EXPENDITURE),
      Consequence.atMost(revenue(Fund.TITLE_I), revenue(Fund.FEDERAL))
    };
  }
}
