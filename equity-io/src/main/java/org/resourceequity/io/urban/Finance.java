package org.resourceequity.io.urban;

import static org.resourceequity.model.FinanceOperands.BENEFITS;
import static org.resourceequity.model.FinanceOperands.CAPITAL_AID;
import static org.resourceequity.model.FinanceOperands.CAPITAL_OUTLAY;
import static org.resourceequity.model.FinanceOperands.EXPENDITURE;
import static org.resourceequity.model.FinanceOperands.FORMULA_AID;
import static org.resourceequity.model.FinanceOperands.INTEREST;
import static org.resourceequity.model.FinanceOperands.LONG_TERM_DEBT;
import static org.resourceequity.model.FinanceOperands.OTHER_PROGRAMMES;
import static org.resourceequity.model.FinanceOperands.PAYMENTS_TO_CHARTERS;
import static org.resourceequity.model.FinanceOperands.PAYMENTS_TO_DISTRICTS;
import static org.resourceequity.model.FinanceOperands.PAYMENTS_TO_PRIVATE_SCHOOLS;
import static org.resourceequity.model.FinanceOperands.PROPERTY_SALES;
import static org.resourceequity.model.FinanceOperands.PROPERTY_TAX;
import static org.resourceequity.model.FinanceOperands.REVENUE;
import static org.resourceequity.model.FinanceOperands.SALARIES;
import static org.resourceequity.model.FinanceOperands.SPENDING;
import static org.resourceequity.model.FinanceOperands.SPENDING_ON_BEHALF;
import static org.resourceequity.model.FinanceOperands.SPENDING_ON_SPECIAL_EDUCATION;
import static org.resourceequity.model.FinanceOperands.TEACHER_SALARIES;
import static org.resourceequity.model.FinanceOperands.benefits;
import static org.resourceequity.model.FinanceOperands.revenue;
import static org.resourceequity.model.FinanceOperands.salaries;
import static org.resourceequity.model.FinanceOperands.spending;
import static org.resourceequity.model.Operands.ENROLMENT;
import static org.resourceequity.model.Operands.ENROLMENT_OF_SCHOOLS;
import static org.resourceequity.model.SpendingFunction.CENTRAL;
import static org.resourceequity.model.SpendingFunction.ENTERPRISE;
import static org.resourceequity.model.SpendingFunction.FOOD;
import static org.resourceequity.model.SpendingFunction.GENERAL_ADMINISTRATION;
import static org.resourceequity.model.SpendingFunction.INSTRUCTION;
import static org.resourceequity.model.SpendingFunction.OPERATIONS;
import static org.resourceequity.model.SpendingFunction.OTHER;
import static org.resourceequity.model.SpendingFunction.SCHOOL_ADMINISTRATION;
import static org.resourceequity.model.SpendingFunction.STAFF_SUPPORT;
import static org.resourceequity.model.SpendingFunction.STUDENT_SUPPORT;
import static org.resourceequity.model.SpendingFunction.SUPPORT;
import static org.resourceequity.model.SpendingFunction.TRANSPORTATION;
import static org.resourceequity.model.SpendingFunction.UNSPECIFIED_SUPPORT;

import java.util.stream.Stream;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.federal.FinanceChecks;
import org.resourceequity.model.Fund;

/**
 * The School District Finance Survey (F-33) in the portal, in dollars. What the pandemic brought is
 * divided otherwise than in the survey and is not read.
 */
final class Finance {

  static final Format FORMAT =
      Portal.format("urban-finance", "finance of districts (F-33)")
          .layout(
              Portal.districts("districts")
                  .numbers(
                      Field.number(ENROLMENT, "enrollment_fall_responsible"),
                      Field.number(ENROLMENT_OF_SCHOOLS, "enrollment_fall_school"),
                      Field.number(REVENUE, "rev_total").require(),
                      Field.number(revenue(Fund.FEDERAL), "rev_fed_total"),
                      Field.number(revenue(Fund.STATE), "rev_state_total"),
                      Field.number(revenue(Fund.LOCAL), "rev_local_total"),
                      Field.number(revenue(Fund.TITLE_I), "rev_fed_state_title_i"),
                      Field.number(FORMULA_AID, "rev_state_gen_formula_assist"),
                      Field.number(CAPITAL_AID, "rev_state_outlay_capital_debt"),
                      Field.number(PROPERTY_TAX, "rev_local_prop_tax"),
                      Field.number(PROPERTY_SALES, "rev_local_property_sale"),
                      Field.number(EXPENDITURE, "exp_total"),
                      Field.number(SPENDING, "exp_current_elsec_total").require(),
                      Field.number(spending(Fund.STATE_LOCAL), "exp_current_state_local_funds"),
                      Field.number(spending(Fund.FEDERAL), "exp_current_federal_funds"),
                      Field.number(SPENDING_ON_BEHALF, "exp_current_resa"),
                      Field.number(SPENDING_ON_SPECIAL_EDUCATION, "exp_sped_current"),
                      Field.number(spending(INSTRUCTION), "exp_current_instruction_total"),
                      Field.number(spending(SUPPORT), "exp_current_supp_serve_total"),
                      Field.number(spending(STUDENT_SUPPORT), "exp_current_pupils"),
                      Field.number(spending(STAFF_SUPPORT), "exp_current_instruc_staff"),
                      Field.number(spending(GENERAL_ADMINISTRATION), "exp_current_general_admin"),
                      Field.number(spending(SCHOOL_ADMINISTRATION), "exp_current_sch_admin"),
                      Field.number(spending(OPERATIONS), "exp_current_operation_plant"),
                      Field.number(spending(TRANSPORTATION), "exp_current_student_transport"),
                      Field.number(spending(CENTRAL), "exp_current_bco"),
                      Field.number(spending(UNSPECIFIED_SUPPORT), "exp_current_supp_serv_nonspec"),
                      Field.number(spending(OTHER), "exp_current_other"),
                      Field.number(spending(FOOD), "exp_current_food_serv"),
                      Field.number(spending(ENTERPRISE), "exp_current_enterprise"),
                      Field.number(SALARIES, "salaries_total"),
                      Field.number(salaries(INSTRUCTION), "salaries_instruction"),
                      Field.number(salaries(STUDENT_SUPPORT), "salaries_supp_pupils"),
                      Field.number(salaries(STAFF_SUPPORT), "salaries_supp_instruc_staff"),
                      Field.number(salaries(GENERAL_ADMINISTRATION), "salaries_supp_general_admin"),
                      Field.number(salaries(SCHOOL_ADMINISTRATION), "salaries_supp_sch_admin"),
                      Field.number(salaries(OPERATIONS), "salaries_supp_operation_plant"),
                      Field.number(salaries(TRANSPORTATION), "salaries_supp_stud_transport"),
                      Field.number(salaries(CENTRAL), "salaries_supp_bco"),
                      Field.number(salaries(FOOD), "salaries_food_service"),
                      Field.number(BENEFITS, "benefits_employee_total"),
                      Field.number(benefits(INSTRUCTION), "benefits_employee_instruction"),
                      Field.number(benefits(STUDENT_SUPPORT), "benefits_supp_pupils"),
                      Field.number(benefits(STAFF_SUPPORT), "benefits_supp_instruc_staff"),
                      Field.number(benefits(GENERAL_ADMINISTRATION), "benefits_supp_general_admin"),
                      Field.number(benefits(SCHOOL_ADMINISTRATION), "benefits_supp_sch_admin"),
                      Field.number(benefits(OPERATIONS), "benefits_supp_operation_plant"),
                      Field.number(benefits(TRANSPORTATION), "benefits_supp_stud_transport"),
                      Field.number(benefits(CENTRAL), "benefits_supp_bco"),
                      Field.number(benefits(FOOD), "benefits_food_service"),
                      Field.number(benefits(ENTERPRISE), "benefits_enterprise_operations"),
                      Field.number(CAPITAL_OUTLAY, "outlay_capital_total"),
                      Field.number(OTHER_PROGRAMMES, "exp_nonelsec"),
                      Field.number(INTEREST, "debt_interest"),
                      Field.number(PAYMENTS_TO_DISTRICTS, "payments_other_sch_system"),
                      Field.number(PAYMENTS_TO_CHARTERS, "payments_charter_schools"),
                      Field.number(PAYMENTS_TO_PRIVATE_SCHOOLS, "payments_private_schools"),
                      Field.number(LONG_TERM_DEBT, "debt_longterm_outstand_end_fy"))
                  .numbers(
                      Stream.of("regular_prog", "sped", "vocational", "other_ed")
                          .map(kind -> Field.part(TEACHER_SALARIES, "salaries_teachers_" + kind))
                          .toList()))
          .then(FinanceChecks.ofDistricts())
          .build();

  private Finance() {}
}
