package org.resourceequity.io.pennsylvania;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.SpendingFunction.ADMINISTRATION;
import static org.resourceequity.model.SpendingFunction.CENTRAL;
import static org.resourceequity.model.SpendingFunction.INSTRUCTION;
import static org.resourceequity.model.SpendingFunction.OPERATIONS;
import static org.resourceequity.model.SpendingFunction.OTHER;
import static org.resourceequity.model.SpendingFunction.STAFF_SUPPORT;
import static org.resourceequity.model.SpendingFunction.STUDENT_SUPPORT;
import static org.resourceequity.model.SpendingFunction.SUPPORT;
import static org.resourceequity.model.SpendingFunction.TRANSPORTATION;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.resourceequity.io.Coded;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Field;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.Format;
import org.resourceequity.io.FormatProvider;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Cell;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.SpendingFunction;

/**
 * Expenditure of the annual financial reports of Pennsylvania, by function, in two sheets: dollars
 * of all agencies, and dollars per student of school districts.
 *
 * <pre>
 * Cat  AUN        LEA Name    County   Instruction 1000  Support Services 2000  ...  Current Expenditures  ...
 * 1    119999999  Example SD  Example  10499268.61       5868791.59             ...  16900053.49           ...
 *
 * AUN        School District  County   2012-13 Average Daily Membership  ...  Current Expenditures per ADM
 * 119999999  Example SD       Example  2214.291                          ...  7632.26
 * </pre>
 *
 * <p>Category 1 is a school district, 3 a vocational school, 4 a charter school, 6 a programme of
 * several districts. An empty function is no expenditure; a row without any expenditure is an
 * agency that did not report and is not read. Totals below the last row have no number. Functions
 * 2100 and 2400 are both support of students; 2500, 2800 and 2900 are business, central and other
 * support; 2300 is the administration of districts and of schools together.
 */
public final class Pennsylvania implements FormatProvider {

  private static final Id AUN = Id.of(Field.text("AUN").require()).width(9);
  private static final String TOTAL = "Total Expenditures";
  private static final List<String> NOTHING = List.of("", "0");
  private static final double ONE_DOLLAR = 1;

  private static final Format EXPENDITURE =
      Format.of("pa-expenditure", "PA-AUN")
          .published(
              "Pennsylvania Department of Education",
              "Annual financial report, expenditure",
              "2005-06 on",
              Format.Evidence.FILE)
          .layout(
              table("dollars", "LEA Name")
                  .districtType(
                      new Coded<>(
                          category(),
                          Map.of("1", DistrictType.UNIFIED, "*", DistrictType.OTHER),
                          DistrictType.UNKNOWN))
                  .charter(new Coded<>(category(), Map.of("4", true, "*", false), false))
                  .each(row -> !NOTHING.contains(row.text(TOTAL)))
                  .codes(Codes.none().with(Cell.derived(0), ""))
                  .numbers(
                      like(FinanceOperands.SPENDING, "Current Expenditures").require(),
                      like(FinanceOperands.EXPENDITURE, TOTAL).require(),
                      like(FinanceOperands.CAPITAL_OUTLAY, "Facilities Acquisition.*"),
                      like(FinanceOperands.SPENDING_ON_SPECIAL_EDUCATION, "Special Education.*"),
                      function(INSTRUCTION, "Instruction", 1000),
                      function(SUPPORT, "Support Services", 2000),
                      function(OTHER, "Non-? ?Instructional", 3000),
                      function(STUDENT_SUPPORT, "Pupil Personnel", 2100).derived(),
                      function(STUDENT_SUPPORT, "Pupil Health", 2400).derived(),
                      function(STAFF_SUPPORT, "Instructional Staff", 2200),
                      function(ADMINISTRATION, "Administration", 2300),
                      function(OPERATIONS, "Operation & Maintenance.*", 2600),
                      function(TRANSPORTATION, "Student Transportation.*", 2700),
                      function(CENTRAL, "Business", 2500).derived(),
                      function(CENTRAL, "(?:Support-? ?)?Central", 2800).derived(),
                      function(CENTRAL, "Other Support.*", 2900).derived()))
          .layout(
              table("dollars per student", "School District")
                  .numbers(
                      Field.number(Operands.AVERAGE_DAILY_MEMBERSHIP, "Average Daily Membership")
                          .require(),
                      Field.like(
                          FinanceOperands.SPENDING_PER_STUDENT,
                          "Current Expenditures per ADM",
                          "curr(?:ent)? exp(?:enditures)? ?per adm")))
          .then(
              Consequence.partsMakeTotal(
                  "instruction, support services and other current expenditure",
                  FinanceOperands.SPENDING,
                  ONE_DOLLAR,
                  FinanceOperands.spending(INSTRUCTION),
                  FinanceOperands.spending(SUPPORT),
                  FinanceOperands.spending(OTHER)),
              Consequence.atMost(FinanceOperands.SPENDING, FinanceOperands.EXPENDITURE))
          .build();

  /** Makes the provider. */
  public Pennsylvania() {}

  @Override
  public Collection<FileFormat> formats() {
    return List.of(EXPENDITURE);
  }

  private static Layout.Builder table(String what, String name) {
    return Layout.of(what)
        .level(DISTRICT)
        .id(DISTRICT, AUN)
        .state(Id.always("PA"))
        .name(DISTRICT, Field.text(name).require())
        .skip("AUN", "")
        .year(YearRule.inSheet(), YearRule.inFile());
  }

  private static Field category() {
    return Field.text("Cat", "Inst Cat").correct("\\.0$", "");
  }

  private static Field function(SpendingFunction function, String name, int account) {
    return like(FinanceOperands.spending(function), name + " ?" + account);
  }

  private static Field like(Operand operand, String name) {
    return Field.like(operand, name, name.toLowerCase(Locale.ROOT));
  }
}
