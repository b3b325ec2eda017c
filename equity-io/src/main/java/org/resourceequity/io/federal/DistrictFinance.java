package org.resourceequity.io.federal;

import static org.resourceequity.model.FinanceOperands.BENEFITS;
import static org.resourceequity.model.FinanceOperands.CAPITAL_AID;
import static org.resourceequity.model.FinanceOperands.CAPITAL_OUTLAY;
import static org.resourceequity.model.FinanceOperands.EXPENDITURE;
import static org.resourceequity.model.FinanceOperands.FORMULA_AID;
import static org.resourceequity.model.FinanceOperands.INTEREST;
import static org.resourceequity.model.FinanceOperands.LONG_TERM_DEBT;
import static org.resourceequity.model.FinanceOperands.OTHER_PROGRAMMES;
import static org.resourceequity.model.FinanceOperands.PANDEMIC_AID;
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
import static org.resourceequity.model.FinanceOperands.retainedRevenue;
import static org.resourceequity.model.FinanceOperands.revenue;
import static org.resourceequity.model.FinanceOperands.salaries;
import static org.resourceequity.model.FinanceOperands.spending;
import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Operands.CHILDREN;
import static org.resourceequity.model.Operands.CHILD_POVERTY_RATE;
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

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.resourceequity.io.Coded;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Dimension;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.Fund;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Quality;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;

/**
 * Revenue and expenditure of school districts: the School District Finance Survey, form F-33, as
 * the National Center for Education Statistics publishes it in dollars and the Census Bureau in
 * thousands of dollars.
 *
 * <ul>
 *   <li>A 0 flagged as missing or not applicable is no number; another number with such a flag is.
 *   <li>Membership is withheld where it does not match the finances, and served students from
 *       2017-18 on, those the district is responsible for before.
 *   <li>Current expenditure from state and local and from federal funds does not add up to the
 *       total in many districts, and excludes what regional agencies pay on a district's behalf.
 *   <li>Payments to private and charter schools are outside current expenditure from 2008-09 on.
 * </ul>
 */
final class DistrictFinance {

  /** What an item is, by its code; a flag column belongs to each that is no total. */
  private record Item(String code, Operand operand) {
    boolean isTotal() {
      return code.startsWith("T") && code.length() > 3;
    }
  }

  private static final List<Item> ITEMS =
      List.of(
          new Item("TOTALREV", REVENUE),
          new Item("TFEDREV", revenue(Fund.FEDERAL)),
          new Item("TSTREV", revenue(Fund.STATE)),
          new Item("TLOCREV", revenue(Fund.LOCAL)),
          new Item("C14", revenue(Fund.TITLE_I)),
          new Item("C01", FORMULA_AID),
          new Item("C11", CAPITAL_AID),
          new Item("T06", PROPERTY_TAX),
          new Item("U11", PROPERTY_SALES),
          new Item("TOTALEXP", EXPENDITURE),
          new Item("TCURELSC", SPENDING),
          new Item("CE1", spending(Fund.STATE_LOCAL)),
          new Item("CE2", spending(Fund.FEDERAL)),
          new Item("CE3", SPENDING_ON_BEHALF),
          new Item("SE1", SPENDING_ON_SPECIAL_EDUCATION),
          new Item("E13", spending(INSTRUCTION)),
          new Item("TCURSSVC", spending(SUPPORT)),
          new Item("E17", spending(STUDENT_SUPPORT)),
          new Item("E07", spending(STAFF_SUPPORT)),
          new Item("E08", spending(GENERAL_ADMINISTRATION)),
          new Item("E09", spending(SCHOOL_ADMINISTRATION)),
          new Item("V40", spending(OPERATIONS)),
          new Item("V45", spending(TRANSPORTATION)),
          new Item("V90", spending(CENTRAL)),
          new Item("V85", spending(UNSPECIFIED_SUPPORT)),
          new Item("TCUROTH", spending(OTHER)),
          new Item("E11", spending(FOOD)),
          new Item("V60", spending(ENTERPRISE)),
          new Item("Z32", SALARIES),
          new Item("Z33", salaries(INSTRUCTION)),
          new Item("V11", salaries(STUDENT_SUPPORT)),
          new Item("V13", salaries(STAFF_SUPPORT)),
          new Item("V15", salaries(GENERAL_ADMINISTRATION)),
          new Item("V17", salaries(SCHOOL_ADMINISTRATION)),
          new Item("V21", salaries(OPERATIONS)),
          new Item("V23", salaries(TRANSPORTATION)),
          new Item("V37", salaries(CENTRAL)),
          new Item("V29", salaries(FOOD)),
          new Item("Z34", BENEFITS),
          new Item("V10", benefits(INSTRUCTION)),
          new Item("V12", benefits(STUDENT_SUPPORT)),
          new Item("V14", benefits(STAFF_SUPPORT)),
          new Item("V16", benefits(GENERAL_ADMINISTRATION)),
          new Item("V18", benefits(SCHOOL_ADMINISTRATION)),
          new Item("V22", benefits(OPERATIONS)),
          new Item("V24", benefits(TRANSPORTATION)),
          new Item("V38", benefits(CENTRAL)),
          new Item("V30", benefits(FOOD)),
          new Item("V32", benefits(ENTERPRISE)),
          new Item("TCAPOUT", CAPITAL_OUTLAY),
          new Item("TNONELSE", OTHER_PROGRAMMES),
          new Item("I86", INTEREST),
          new Item("Q11", PAYMENTS_TO_DISTRICTS),
          new Item("V92", PAYMENTS_TO_CHARTERS),
          new Item("V91", PAYMENTS_TO_PRIVATE_SCHOOLS),
          new Item("_41F", LONG_TERM_DEBT));

  /** Without these a table is not of the survey. */
  private static final Set<String> TOTALS = Set.of("TOTALREV", "TOTALEXP");

  private static final Id.Column CENSUS_KEY = Id.of(Field.text("NCESID").require()).width(7);

  /** The codes of the surveys of finance; -3 withholds membership that does not match. */
  static final Codes CODES =
      Codes.none()
          .missing("-1", "M")
          .notApplicable("-2", "N")
          .quality("-3", "-9")
          .flag("R", Quality.REPORTED)
          .flag("A", Quality.EDITED)
          .flag("I", Quality.IMPUTED)
          .flagZero("M", Reason.NOT_REPORTED)
          .flagZero("N", Reason.NOT_APPLICABLE)
          .flagZero("S", Reason.SUPPRESSED_QUALITY);

  private static final Coded<DistrictType> TYPE =
      new Coded<>(
          Field.text("SCHLEV").correct("^0", ""),
          Map.of(
              "1", DistrictType.ELEMENTARY,
              "2", DistrictType.HIGH,
              "3", DistrictType.UNIFIED,
              "5", DistrictType.OTHER,
              "6", DistrictType.OTHER,
              "7", DistrictType.OTHER,
              "N", DistrictType.UNKNOWN),
          DistrictType.UNKNOWN);

  static final Format FORMAT =
      Format.of("f33-districts", Nces.SCHEME)
          .published(
              Nces.PUBLISHER,
              "School District Finance Survey (F-33)",
              "1999-00 on",
              Format.Evidence.DOCUMENTATION)
          .layout(
              districts("districts", Nces.DISTRICT_KEY)
                  .name(DISTRICT, "NAME")
                  .charter(
                      new Coded<>(
                          Field.text("AGCHRT"),
                          Map.of("1", true, "2", false, "3", false, "N", false),
                          false))
                  .year(
                      YearRule.column("YEAR"),
                      YearRule.inFile(YearRule.Style.ENDING, "sdf_?(\\d\\d)"),
                      YearRule.inFile())
                  .numbers(
                      Field.number(ENROLMENT, "V33").flag("FL_V33"),
                      Field.number(ENROLMENT_OF_SCHOOLS, "MEMBERSCH").flag("FL_MEMBERSCH"))
                  .numbers(() -> teacherSalaries(1))
                  .numbers(DistrictFinance::pandemicAid)
                  .numbers(() -> items(1, TOTALS)))
          .layout(
              districts("districts, in thousands of dollars", CENSUS_KEY)
                  .requires("IDCENSUS")
                  .name(DISTRICT, "NAME")
                  .year(
                      YearRule.column("YRDATA"),
                      YearRule.inFile(YearRule.Style.ENDING, "elsec_?(\\d\\d)"),
                      YearRule.inFile())
                  .numbers(Field.number(ENROLMENT, "V33"))
                  .numbers(() -> teacherSalaries(1000))
                  .numbers(() -> items(1000, TOTALS)))
          .layout(
              Layout.of("revisions")
                  .level(DISTRICT)
                  .id(DISTRICT, Nces.DISTRICT_KEY)
                  .state(Nces.DISTRICT_KEY.cut(0, 2, "").postal())
                  .name(DISTRICT, "LEA name")
                  .year(YearRule.inFile(YearRule.Style.ENDING, "fy_?(\\d\\d)"), YearRule.inFile())
                  .codes(CODES)
                  .only(
                      Field.text("F-33 data item").require(),
                      ITEMS.stream().map(Item::code).toArray(String[]::new))
                  .dimension(revisedItems())
                  .numbers(Field.number(REVENUE, "Final amount").require()))
          .then(FinanceChecks.ofDistricts())
          .then(
              retained(Fund.ALL, true, true),
              retained(Fund.FEDERAL, false, false),
              retained(Fund.STATE, true, false),
              retained(Fund.LOCAL, false, true))
          .build();

  /** The revenue of 2017-18 joined with proficiency and poverty, by analysts. */
  static final Format JOINED =
      Format.of("f33-joined", Nces.SCHEME)
          .published(
              Nces.PUBLISHER,
              "School District Finance Survey (F-33), joined with EDFacts and SAIPE",
              "2017-18",
              Format.Evidence.FILE)
          .layout(
              districts("districts", Nces.DISTRICT_KEY)
                  .requires("PCTPROF_MTH_clean", "PCTPROF_RLA_clean")
                  .name(DISTRICT, "LEANM")
                  .year(YearRule.always(SchoolYear.ending(2018)))
                  .numbers(
                      Field.number(ENROLMENT_OF_SCHOOLS, "MEMBERSCH").require(),
                      Field.number(REVENUE, "TOTALREV").require(),
                      Field.number(revenue(Fund.FEDERAL), "TFEDREV"),
                      Field.number(revenue(Fund.STATE), "TSTREV"),
                      Field.number(revenue(Fund.LOCAL), "TLOCREV"),
                      Field.number(EXPENDITURE, "TOTALEXP"),
                      Field.number(spending(INSTRUCTION), "TCURINST"),
                      Field.number(spending(SUPPORT), "TCURSSVC"),
                      Field.number(CAPITAL_OUTLAY, "TCAPOUT"),
                      Field.number(CHILD_POVERTY_RATE, "poverty_rate").percent(),
                      Field.number(CHILDREN, "Estimated Population 5-17")))
          .then(
              Consequence.partsMakeTotal(
                  "revenue by source",
                  REVENUE,
                  1000,
                  revenue(Fund.FEDERAL),
                  revenue(Fund.STATE),
                  revenue(Fund.LOCAL)))
          .build();

  private DistrictFinance() {}

  private static Layout.Builder districts(String name, Id.Column key) {
    return Layout.of(name)
        .level(DISTRICT)
        .id(DISTRICT, key)
        .state(key.cut(0, 2, "").postal())
        .districtType(TYPE)
        .codes(CODES)
        .without("NCESSCH");
  }

  /** Returns the columns of all items, in units of so many dollars. */
  static List<Field> items(double unit, Set<String> required) {
    return ITEMS.stream()
        .map(
            item -> {
              Field number = Field.number(item.operand(), item.code());
              Field field = item.isTotal() ? number : flagged(number);
              return (required.contains(item.code()) ? field.require() : field).scaled(unit);
            })
        .toList();
  }

  /** An underscore before the code of an item is not in the name of its flag. */
  private static Field flagged(Field item) {
    return item.flag("FL_" + item.name().replace("_", ""));
  }

  /** Returns the columns of teachers' salaries, which add up. */
  static List<Field> teacherSalaries(double unit) {
    return List.of("Z35", "Z36", "Z37", "Z38").stream()
        .map(code -> flagged(Field.part(TEACHER_SALARIES, code)).scaled(unit))
        .toList();
  }

  private static List<Field> pandemicAid() {
    return List.of("AR1", "AR1A", "AR1B", "AR2", "AR2A", "AR3", "AR4", "AR5", "AR6", "AR6A")
        .stream()
        .map(code -> flagged(Field.part(PANDEMIC_AID, code)))
        .toList();
  }

  private static Dimension revisedItems() {
    Dimension dimension = Dimension.of("F-33 data item");
    for (Item item : ITEMS) {
      dimension = dimension.measure(item.operand(), item.code());
    }
    return dimension;
  }

  /**
   * Revenue that stays with the district. What is paid on to others is taken from each source in
   * proportion to what is left of it.
   */
  private static Consequence retained(Fund source, boolean capitalAid, boolean sales) {
    return Consequence.derived(
        retainedRevenue(source),
        "capital aid (C11) and sales of property (U11) are subtracted, and payments to charter and"
            + " private schools and other systems (V92, V91, Q11) in proportion",
        of -> {
          double revenue = of[0] - (capitalAid ? of[2] : 0) - (sales ? of[3] : 0);
          return revenue * (1 - (of[4] + of[5] + of[6]) / (of[1] - of[2] - of[3]));
        },
        revenue(source),
        REVENUE,
        CAPITAL_AID,
        PROPERTY_SALES,
        PAYMENTS_TO_CHARTERS,
        PAYMENTS_TO_PRIVATE_SCHOOLS,
        PAYMENTS_TO_DISTRICTS);
  }
}
