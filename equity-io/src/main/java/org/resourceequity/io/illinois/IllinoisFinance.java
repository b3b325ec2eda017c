package org.resourceequity.io.illinois;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;
import static org.resourceequity.model.Level.STATE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.resourceequity.io.Coded;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.CostLayer;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Fund;
import org.resourceequity.model.Group;
import org.resourceequity.model.Kind;
import org.resourceequity.model.Level;
import org.resourceequity.model.Measurement;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.TitleI;
import org.resourceequity.model.Variable;

/**
 * The finance sheets of the Illinois report card: dollars per student of each school and district,
 * by source of money and by where it is spent.
 *
 * <pre>
 * RCDTS           Type     School Name  District  School Type Grades Served    Title 1 Status ...
 * 019990010260000 District              Example 1             PK K 1 2 3 4 5 6
 * 019990010262001 School   Oak School   Example 1 ELEMENTARY  PK K 1 2 3 4 5 6 Schoolwide Title I Program
 *
 * ... # School Enrollment  $ Site-Level Per-Pupil Expenditures - Federal  ... - State/Local  - Subtotal
 *                     310                                           623.5              4377      5000.5
 * </pre>
 *
 * <p>School, district and state rows stand in one sheet; Type tells which is which. Nine columns
 * give dollars per student: {site, district centralized, total} x {federal, state/local, subtotal}.
 * Districts also have revenue by source, in dollars, and two expenditures per student with
 * definitions of their own. The year is in the sheet's name ("18-19-Financial") or the file's; a
 * year in a column's name goes before it. A blank Title 1 Status is "unknown".
 */
public final class IllinoisFinance {

  /** Dollars that a district receives, by source. */
  public static final Operand REVENUE =
      Operand.of(
          new Variable("revenue", Kind.AMOUNT, Measurement.DOLLARS, "revenue received"),
          Group.STUDENTS);

  /** Operating expenditure per student by the state's definition. */
  public static final Operand OPERATING_EXPENDITURE =
      Operand.of(
          new Variable(
              "operating-expenditure-per-student",
              Kind.RATE,
              Measurement.DOLLARS_PER_STUDENT,
              "Illinois operating expenditure per pupil: gross operating cost without summer"
                  + " school, adult education, bond principal and capital outlay, by nine-month"
                  + " average daily attendance"),
          Group.STUDENTS);

  /** Instructional expenditure per student by the state's definition. */
  public static final Operand INSTRUCTIONAL_EXPENDITURE =
      Operand.of(
          new Variable(
              "instructional-expenditure-per-student",
              Kind.RATE,
              Measurement.DOLLARS_PER_STUDENT,
              "Illinois instructional expenditure per pupil: cost of instruction by nine-month"
                  + " average daily attendance"),
          Group.STUDENTS);

  private static final CostLayer[] LAYERS = {CostLayer.SITE, CostLayer.CENTRAL, CostLayer.ALL};
  private static final Fund[] FUNDS = {Fund.FEDERAL, Fund.STATE_LOCAL, Fund.ALL};
  private static final double ONE_CENT = 0.015;

  private static final Id RCDTS = Id.of(Field.text("RCDTS").require()).width(Rcdts.LENGTH);

  private static final Map<String, Level> TYPES =
      Map.of("school", SCHOOL, "district", DISTRICT, "state*", STATE);
  private static final Map<String, DistrictType> DISTRICT_TYPES =
      Map.of(
          "unit", DistrictType.UNIFIED,
          "elementary", DistrictType.ELEMENTARY,
          "high school", DistrictType.HIGH,
          "*", DistrictType.UNKNOWN);

  /** By their beginnings, since some years cut the status at 30 characters. */
  private static final Map<String, TitleI> STATUSES =
      Map.of(
          "schoolwide*", TitleI.SCHOOLWIDE,
          "targeted*", TitleI.TARGETED,
          "eligible, but not*", TitleI.ELIGIBLE,
          "not*", TitleI.NOT_ELIGIBLE);

  static final Format FORMAT =
      Format.of("il-report-card-finance", Rcdts.SCHEME)
          .published(
              "Illinois State Board of Education",
              "Illinois Report Card, Financial",
              "2017-18 on",
              Format.Evidence.FILE)
          .layout(
              Layout.of("finance")
                  .level(Field.text("Type").require(), TYPES)
                  .districtIfEndsWith("0000", RCDTS)
                  .id(STATE, Id.always("IL"))
                  .id(DISTRICT, RCDTS.cut(0, 11, "0000"))
                  .id(SCHOOL, RCDTS)
                  .name(DISTRICT, Field.text("District", "District Name").require())
                  .name(SCHOOL, "School Name")
                  .year(YearRule.inSheet(), YearRule.inFile())
                  .districtType(
                      new Coded<>(
                          Field.text("District Type"), DISTRICT_TYPES, DistrictType.UNKNOWN))
                  .charter(
                      new Coded<>(
                          Field.text("School Type"), Map.of("charter*", true, "*", false), false))
                  .titleI(
                      new Coded<>(
                          Field.text("Title 1 Status", "Title I Status"), STATUSES, TitleI.UNKNOWN))
                  // A list that was cut at 30 characters: a single 1 after 11 was a 12.
                  .grades(Field.text("Grades Served").correct("\\b11 1$", "11 12"))
                  .codes(Codes.none().hidden(1, 9, "*"))
                  .numbers(
                      Field.like(
                          Operands.ENROLMENT, "# School Enrollment", "(# ?)?school enrollment"))
                  .numbers(IllinoisFinance::perStudent)
                  .numbers(IllinoisFinance::districtMoney))
          .then(checks().toArray(Consequence[]::new))
          .then(
              Consequence.renames(
                  "units whose region digits changed between years have their latest id",
                  Rcdts::latest))
          .build();

  private IllinoisFinance() {}

  private static List<Field> perStudent() {
    List<Field> fields = new ArrayList<>();
    String[] layers = {"site.level", "district central\\w*", "total"};
    String[] layerNames = {"Site-Level", "District Centralized", "Total"};
    String[] funds = {"federal", "state ?(?:/|and|&) ?local", "(?:sub)?total"};
    String[] fundNames = {"Federal", "State/Local", "Subtotal"};
    for (int layer = 0; layer < layers.length; layer++) {
      for (int fund = 0; fund < funds.length; fund++) {
        fields.add(
            Field.like(
                FinanceOperands.SPENDING_PER_STUDENT.with(LAYERS[layer]).with(FUNDS[fund]),
                "$ " + layerNames[layer] + " Per-Pupil Expenditures - " + fundNames[fund],
                "(?:\\$ ?)?" + layers[layer] + " per.pupil expenditures? ?- ?" + funds[fund]));
      }
    }
    return List.copyOf(fields);
  }

  /** Returns a column of dollars: "$ Name" or "Name - Dollars" or only "Name", with any year. */
  private static Field dollars(Operand operand, String... names) {
    List<String> quoted = new ArrayList<>();
    for (String name : names) {
      quoted.add(Pattern.quote(name.toLowerCase(Locale.ROOT)));
    }
    return Field.like(
            operand,
            "$ " + names[0],
            "(?:\\$ ?)?(?:" + String.join("|", quoted) + ") ?(?:- ?dollars)?")
        .on(DISTRICT, STATE)
        .dated();
  }

  private static List<Field> districtMoney() {
    return List.of(
        dollars(REVENUE.with(Fund.LOCAL), "Local Property Taxes"),
        dollars(REVENUE.with(Fund.LOCAL), "Other Local Funding"),
        dollars(REVENUE.with(Fund.STATE), "General State Aid", "Evidence-Based Funding"),
        dollars(REVENUE.with(Fund.STATE), "Other State Funding"),
        dollars(REVENUE.with(Fund.FEDERAL), "Federal Funding"),
        dollars(REVENUE, "Total Revenue Source", "Total Revenue"),
        dollars(INSTRUCTIONAL_EXPENDITURE, "Instructional Expenditure per Pupil"),
        dollars(
            OPERATING_EXPENDITURE,
            "Operating Expenditures",
            "Operating Expenditure per Pupil",
            "Operating Expenditures per Pupil"));
  }

  private static Operand perStudent(CostLayer layer, Fund fund) {
    return FinanceOperands.SPENDING_PER_STUDENT.with(layer).with(fund);
  }

  /** Site and central make the total, and so do federal and state and local. */
  private static List<Consequence> checks() {
    List<Consequence> checks = new ArrayList<>();
    List<Operand> all = new ArrayList<>();
    for (CostLayer layer : LAYERS) {
      checks.add(
          Consequence.partsMakeTotal(
              "federal + state and local, " + layer.words(),
              perStudent(layer, Fund.ALL),
              ONE_CENT,
              perStudent(layer, Fund.FEDERAL),
              perStudent(layer, Fund.STATE_LOCAL)));
    }
    for (Fund fund : FUNDS) {
      checks.add(
          Consequence.partsMakeTotal(
              "site + central, " + fund.words(),
              perStudent(CostLayer.ALL, fund),
              ONE_CENT,
              perStudent(CostLayer.SITE, fund),
              perStudent(CostLayer.CENTRAL, fund)));
      for (CostLayer layer : LAYERS) {
        all.add(perStudent(layer, fund));
      }
    }
    checks.add(
        Consequence.completeness("all nine amounts per student", all.toArray(Operand[]::new)));
    return checks;
  }
}
