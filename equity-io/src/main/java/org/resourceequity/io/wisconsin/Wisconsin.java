package org.resourceequity.io.wisconsin;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.STATE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Field;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.Format;
import org.resourceequity.io.FormatProvider;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Group;
import org.resourceequity.model.Kind;
import org.resourceequity.model.Measurement;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.Variable;

/**
 * The comparative cost of Wisconsin's districts, several years side by side.
 *
 * <pre>
 * DISTRICT CODE,DISTRICT NAME,member 2015,instruction 2015,...,member 2016,instruction 2016,...
 * 91,Exampleton,705,3846139,...,711,4173253,...
 * 9999,STATE TOTALS,854359,5932296915,...,854363,5973434925,...
 * </pre>
 *
 * <p>A year is that in which the school year ends. Members are full-time-equivalent students.
 * Current expenditure is derived: all costs except those of facilities, which are capital and debt.
 * A district without one of its parts has none.
 */
public final class Wisconsin implements FormatProvider {

  /** Dollars spent on instruction. */
  public static final Operand INSTRUCTION = cost("instruction", "instruction");

  /** Dollars spent on services that support students and staff. */
  public static final Operand SUPPORT = cost("support", "services that support students and staff");

  /** Dollars spent on administration. */
  public static final Operand ADMINISTRATION = cost("administration", "administration");

  /** Dollars spent on operations and other services. */
  public static final Operand OPERATIONS = cost("operations", "operations and other services");

  /** Dollars spent on transportation. */
  public static final Operand TRANSPORTATION = cost("transportation", "transportation of students");

  /** Dollars spent on facilities: capital and debt. */
  public static final Operand FACILITIES = cost("facilities", "facilities: capital and debt");

  /** Dollars spent on food and community services. */
  public static final Operand FOOD_AND_COMMUNITY =
      cost("food-and-community", "food and community services");

  private static final Map<String, Operand> COLUMNS = columns();

  private static final Format COMPARATIVE_COST =
      Format.of("wi-comparative-cost", "WI-DPI")
          .published(
              "Wisconsin Department of Public Instruction",
              "comparative cost per member, several years side by side",
              "2014-15 to 2022-23",
              Format.Evidence.FILE)
          .layout(
              Layout.of("costs")
                  .level(
                      Field.text("DISTRICT CODE").require(), Map.of("9999", STATE, "*", DISTRICT))
                  .id(STATE, Id.always("WI"))
                  .id(DISTRICT, Id.of("DISTRICT CODE").width(4))
                  .name(DISTRICT, Field.text("DISTRICT NAME").require())
                  .yearInColumnNames(" (\\d{4})$", YearRule.Style.ENDING)
                  // Districts that were merged or divided have no numbers in the other years.
                  .codes(Codes.none().absent(Reason.STRUCTURAL_GAP, ""))
                  .numbers(Wisconsin::numbers))
          .then(
              Consequence.sum(
                  FinanceOperands.SPENDING,
                  INSTRUCTION,
                  SUPPORT,
                  ADMINISTRATION,
                  OPERATIONS,
                  TRANSPORTATION,
                  FOOD_AND_COMMUNITY))
          .then(
              COLUMNS.values().stream()
                  .map(operand -> Consequence.reconciles(operand, DISTRICT, STATE, 1e-6))
                  .toArray(Consequence[]::new))
          .build();

  /** Makes the provider. */
  public Wisconsin() {}

  @Override
  public Collection<FileFormat> formats() {
    return List.of(COMPARATIVE_COST);
  }

  private static Operand cost(String id, String what) {
    return Operand.of(
        new Variable(id + "-cost", Kind.AMOUNT, Measurement.DOLLARS, "comparative cost of " + what),
        Group.STUDENTS);
  }

  private static Map<String, Operand> columns() {
    Map<String, Operand> columns = new LinkedHashMap<>();
    columns.put("member", Operands.STUDENT_FTE);
    columns.put("instruction", INSTRUCTION);
    columns.put("pupilstaffsupport", SUPPORT);
    columns.put("admin", ADMINISTRATION);
    columns.put("operations", OPERATIONS);
    columns.put("transportation", TRANSPORTATION);
    columns.put("facility", FACILITIES);
    columns.put("foodcommservice", FOOD_AND_COMMUNITY);
    return columns;
  }

  private static List<Field> numbers() {
    List<Field> fields = new ArrayList<>();
    for (int year = 2000; year <= 2040; year++) {
      for (Map.Entry<String, Operand> column : COLUMNS.entrySet()) {
        fields.add(Field.number(column.getValue(), column.getKey() + " " + year));
      }
    }
    return fields;
  }
}
