package org.resourceequity.model;

import java.util.List;

/** Money: revenue, spending, salaries, debt, and the prices and wages of places. */
public final class FinanceOperands {

  private static final Variable MONEY =
      new Variable("spending", Kind.AMOUNT, Measurement.DOLLARS, "current expenditure");

  private static final Variable MONEY_PER_STUDENT =
      new Variable(
          "spending-per-student",
          Kind.RATE,
          Measurement.DOLLARS_PER_STUDENT,
          "current expenditure per student, as published");

  private static final Variable AVERAGE_SALARY =
      new Variable(
          "average-salary",
          Kind.RATE,
          Measurement.DOLLARS_PER_FTE,
          "salary per full-time equivalent, as published");

  /** Dollars spent. */
  public static final Operand SPENDING = Operand.of(MONEY, Group.STUDENTS);

  /** Dollars per student, published without its parts. */
  public static final Operand SPENDING_PER_STUDENT = Operand.of(MONEY_PER_STUDENT, Group.STUDENTS);

  /** Dollars of teachers' salaries. */
  public static final Operand TEACHER_SALARIES =
      Operand.of(
          new Variable("salaries", Kind.AMOUNT, Measurement.DOLLARS, "salaries paid"),
          Group.TEACHERS);

  /** Wages of comparable workers near the district, relative to the nation's mean of 1. */
  public static final Operand WAGE_INDEX =
      Operand.of(
          new Variable(
              "wage-index",
              Kind.RATE,
              Measurement.NUMBER,
              "wages of comparable workers outside education, relative to the nation's mean"),
          Group.STUDENTS);

  /** Standard error of {@link #WAGE_INDEX}. */
  public static final Operand WAGE_INDEX_ERROR =
      Operand.of(
          new Variable(
              "wage-index-error",
              Kind.RATE,
              Measurement.NUMBER,
              "standard error of the index of wages"),
          Group.STUDENTS);

  /** Dollars spent on other things than personnel. */
  public static final Operand NON_PERSONNEL_SPENDING =
      Operand.of(
          new Variable(
              "non-personnel-spending",
              Kind.AMOUNT,
              Measurement.DOLLARS,
              "expenditure on other things than personnel"),
          Group.STUDENTS);

  /** Revenue from all sources. */
  public static final Operand REVENUE = revenue(Fund.ALL);

  /** Revenue from taxes on property. */
  public static final Operand PROPERTY_TAX =
      money("property-tax", "revenue from taxes on property", Fund.LOCAL);

  /** Revenue from the State's general formula. */
  public static final Operand FORMULA_AID =
      money("formula-aid", "revenue from the general formula of the State", Fund.STATE);

  /** Revenue from the State for capital outlay and debt. */
  public static final Operand CAPITAL_AID =
      money("capital-aid", "revenue from the State for capital outlay and debt", Fund.STATE);

  /** Revenue from sales of property. */
  public static final Operand PROPERTY_SALES =
      money("property-sales", "revenue from sales of property", Fund.LOCAL);

  /** Revenue from the federal acts of 2020 and 2021 against the pandemic. */
  public static final Operand PANDEMIC_AID =
      money(
          "pandemic-aid",
          "revenue from the federal acts of 2020 and 2021 against the pandemic",
          Fund.FEDERAL);

  /** All expenditure: current, capital, payments to others and interest. */
  public static final Operand EXPENDITURE =
      money("expenditure", "all expenditure: current, capital, payments and interest", Fund.ALL);

  /** Expenditure on construction, land and equipment. */
  public static final Operand CAPITAL_OUTLAY =
      money("capital-outlay", "expenditure on construction, land and equipment", Fund.ALL);

  /** Expenditure on adult education, community services and the like. */
  public static final Operand OTHER_PROGRAMMES =
      money(
          "other-programmes",
          "expenditure on programmes that are not elementary or secondary education",
          Fund.ALL);

  /** Interest paid on debt. */
  public static final Operand INTEREST = money("interest", "interest paid on debt", Fund.ALL);

  /** Payments to other school systems. */
  public static final Operand PAYMENTS_TO_DISTRICTS =
      money("payments-to-districts", "payments to other school systems", Fund.ALL);

  /** Payments to charter schools outside the district. */
  public static final Operand PAYMENTS_TO_CHARTERS =
      money("payments-to-charters", "payments to charter schools", Fund.ALL);

  /** Payments to private schools. */
  public static final Operand PAYMENTS_TO_PRIVATE_SCHOOLS =
      money("payments-to-private-schools", "payments to private schools", Fund.ALL);

  /** Current expenditure of regional agencies on a district's behalf, outside its own. */
  public static final Operand SPENDING_ON_BEHALF =
      money(
          "spending-on-behalf",
          "current expenditure of regional agencies on behalf of the district",
          Fund.ALL);

  /** Current expenditure on special education. */
  public static final Operand SPENDING_ON_SPECIAL_EDUCATION =
      money("spending-special-education", "current expenditure on special education", Fund.ALL);

  /** Salaries of all staff. */
  public static final Operand SALARIES =
      Operand.of(TEACHER_SALARIES.what(), new Group(Population.STAFF, List.of()));

  /** Benefits of all staff. */
  public static final Operand BENEFITS = money("benefits", "benefits of employees", Fund.ALL);

  /** Long-term debt at the end of the year. */
  public static final Operand LONG_TERM_DEBT =
      money("long-term-debt", "long-term debt at the end of the fiscal year", Fund.ALL);

  /** Dollars of Title I, Part A that a district is allocated. */
  public static final Operand TITLE_I_ALLOCATION =
      Operand.of(
          new Variable(
              "title-i-allocation",
              Kind.AMOUNT,
              Measurement.DOLLARS,
              "allocation of Title I, Part A"),
          Group.STUDENTS);

  /** Expenditure per student, published after adjustment to what all states include. */
  public static final Operand COMPARABLE_SPENDING_PER_STUDENT =
      perStudent("comparable", Fund.ALL, CostLayer.ALL);

  /** Dollars of state aid that are given for students in need. */
  public static final Operand NEED_AID =
      Operand.of(
          new Variable("need-aid", Kind.AMOUNT, Measurement.DOLLARS, "state aid given for need"),
          Group.STUDENTS);

  /** Value of property that can be taxed, made comparable between places. */
  public static final Operand PROPERTY_VALUE =
      money("property-value", "equalized value of taxable property", Fund.LOCAL);

  private FinanceOperands() {}

  /** Returns dollars of the salaries of a group of staff. */
  public static Operand salaries(Group group) {
    return Operand.of(TEACHER_SALARIES.what(), group);
  }

  /** Returns the revenue from a source. */
  public static Operand revenue(Fund source) {
    return money("revenue", "revenue", source);
  }

  /**
   * Returns the revenue from a source that stays for the district's own schools: without aid for
   * capital, sales of property, and the source's part of what is paid on to other school systems,
   * charter and private schools.
   */
  public static Operand retainedRevenue(Fund source) {
    return money(
        "retained-revenue",
        "revenue without capital aid, sales of property and payments to other schools",
        source);
  }

  /** Returns the current expenditure paid from a source. */
  public static Operand spending(Fund source) {
    return new Operand(MONEY, Group.STUDENTS, source, CostLayer.ALL);
  }

  /** Returns the current expenditure for a function. */
  public static Operand spending(SpendingFunction function) {
    return money("spending-" + function.id(), "current expenditure: " + function.words(), Fund.ALL);
  }

  /** Returns the published current expenditure per student for a function. */
  public static Operand spendingPerStudent(SpendingFunction function) {
    return Operand.of(
        new Variable(
            "spending-per-student-" + function.id(),
            Kind.RATE,
            Measurement.DOLLARS_PER_STUDENT,
            "current expenditure per student, as published: " + function.words()),
        Group.STUDENTS);
  }

  /** Returns the salaries paid for a function. */
  public static Operand salaries(SpendingFunction function) {
    return money("salaries-" + function.id(), "salaries: " + function.words(), Fund.ALL);
  }

  /** Returns the benefits paid for a function. */
  public static Operand benefits(SpendingFunction function) {
    return money(
        "benefits-" + function.id(), "benefits of employees: " + function.words(), Fund.ALL);
  }

  /** Returns the published current expenditure per student from a source, at a level. */
  public static Operand spendingPerStudent(Fund source, CostLayer layer) {
    return new Operand(MONEY_PER_STUDENT, Group.STUDENTS, source, layer);
  }

  /** Returns the published expenditure on personnel per student from a source, at a level. */
  public static Operand personnelPerStudent(Fund source, CostLayer layer) {
    return perStudent("personnel", source, layer);
  }

  /** Returns the published expenditure on other things than personnel per student. */
  public static Operand nonPersonnelPerStudent(Fund source, CostLayer layer) {
    return perStudent("non-personnel", source, layer);
  }

  /** Returns the amount of a budget where the operand is the amount that came about. */
  public static Operand budgeted(Operand amount) {
    Variable what = amount.what();
    return new Operand(
        new Variable(
            "budgeted-" + what.id(), what.kind(), what.unit(), what.definition() + ", as budgeted"),
        amount.group(),
        amount.fund(),
        amount.layer());
  }

  /** Returns the published salary per full-time equivalent of a group of staff. */
  public static Operand averageSalary(Group group) {
    return Operand.of(AVERAGE_SALARY, group);
  }

  private static Operand perStudent(String what, Fund source, CostLayer layer) {
    return new Operand(
        new Variable(
            what + "-spending-per-student",
            Kind.RATE,
            Measurement.DOLLARS_PER_STUDENT,
            "current " + what + " expenditure per student, as published"),
        Group.STUDENTS,
        source,
        layer);
  }

  private static Operand money(String id, String definition, Fund source) {
    return new Operand(
        new Variable(id, Kind.AMOUNT, Measurement.DOLLARS, definition),
        Group.STUDENTS,
        source,
        CostLayer.ALL);
  }
}
