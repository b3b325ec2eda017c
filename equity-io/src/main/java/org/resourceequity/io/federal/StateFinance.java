package org.resourceequity.io.federal;

import static org.resourceequity.model.Level.STATE;

import org.resourceequity.io.Consequence;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Fund;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.SpendingFunction;

/**
 * Revenue and expenditure of states: the National Public Education Financial Survey, in dollars.
 * Intermediate revenue counts as local.
 */
final class StateFinance {

  private static final Operand LOCAL = FinanceOperands.revenue(Fund.LOCAL);
  private static final Operand FEDERAL = FinanceOperands.revenue(Fund.FEDERAL);

  static final Format FORMAT =
      Format.of("npefs-states", Nces.SCHEME)
          .published(
              Nces.PUBLISHER,
              "National Public Education Financial Survey",
              "1986-87 on",
              Format.Evidence.DOCUMENTATION)
          .layout(
              Layout.of("states")
                  .level(STATE)
                  .id(STATE, Id.of(Field.text("STABR", "STABBR").require()).width(2))
                  .name(STATE, "STNAME")
                  .year(
                      YearRule.inFile(YearRule.Style.ENDING, "stfis_?(\\d\\d)"),
                      YearRule.column("SURVYEAR", "YEAR"))
                  .codes(DistrictFinance.CODES)
                  .without("LEAID", "NCESSCH")
                  .numbers(
                      Field.number(FinanceOperands.REVENUE, "TR").require(),
                      Field.part(LOCAL, "STR1"),
                      Field.part(LOCAL, "R2"),
                      Field.number(FinanceOperands.revenue(Fund.STATE), "R3"),
                      Field.part(FEDERAL, "R4A"),
                      Field.part(FEDERAL, "R4B"),
                      Field.part(FEDERAL, "R4C"),
                      Field.part(FEDERAL, "R4D"),
                      Field.number(FinanceOperands.SPENDING, "TE5").require(),
                      Field.number(FinanceOperands.spending(SpendingFunction.INSTRUCTION), "STE1"),
                      Field.number(Operands.ENROLMENT, "MEMBR")))
          .then(
              Consequence.partsMakeTotal(
                  "revenue by source",
                  FinanceOperands.REVENUE,
                  1000,
                  FEDERAL,
                  FinanceOperands.revenue(Fund.STATE),
                  LOCAL))
          .build();

  private StateFinance() {}
}
