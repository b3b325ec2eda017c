package org.resourceequity.io.edfi;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.table.Row;
import org.resourceequity.model.Cell;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Fund;
import org.resourceequity.model.Operand;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.SpendingFunction;
import org.resourceequity.model.UnitId;

/**
 * What accounts received and spent, by the codes of the handbook Financial Accounting for Local and
 * State School Systems (National Center for Education Statistics, 2014): functions from 1000 to
 * 3999 are current unless the object is property (700 to 799), interest and the like (830 to 849)
 * or another item (900 on); sources from 1000 to 2999 are local, 3000 state, 4000 federal. Of the
 * amounts of one account the one of the latest day counts, since amounts are of the year to date.
 */
final class Accounts {

  private record Account(String id, String organisation, String year) {}

  /** The codes of an account; empty where it has none. */
  private record Dimensions(String function, String object, String source) {

    /** Returns these codes, with those of another row of the same account where one is empty. */
    Dimensions or(Dimensions other) {
      return new Dimensions(
          function.isEmpty() ? other.function : function,
          object.isEmpty() ? other.object : object,
          source.isEmpty() ? other.source : source);
    }
  }

  private record Amount(LocalDate day, double value, long line) {}

  /** Stands for a code that is no number of three or four digits. */
  private static final int NONE = -1;

  private final Export export;
  private final Organisations organisations;
  private final Map<Account, Dimensions> charts = new HashMap<>();
  private final Map<Account, Account> local = new HashMap<>();

  Accounts(Export export, Organisations organisations) {
    this.export = export;
    this.organisations = organisations;
  }

  /** Adds the amounts to a store. */
  void count(EquityData.Builder builder) throws IOException {
    for (Export.Part part : export.parts()) {
      switch (part.entity()) {
        case CHART_OF_ACCOUNT -> chart(part);
        case LOCAL_ACCOUNT -> local(part);
        default -> {
          // Amounts are read when all accounts are known.
        }
      }
    }
    Map<UnitId, Map<ColumnKey, ExactSum>> sums = new TreeMap<>();
    amounts(Entity.ACTUAL, what -> what, sums);
    amounts(Entity.BUDGET, FinanceOperands::budgeted, sums);
    sums.forEach(
        (unit, columns) -> {
          builder.unit(unit, null);
          columns.forEach((key, sum) -> builder.add(unit, key, Cell.derived(sum.value())));
        });
  }

  private static List<Integer> dimension(Fields fields, String name) {
    List<Integer> columns = fields.within(name + "DimensionReference", "Code");
    columns.addAll(fields.within(name + name + "DimensionReference", "Code"));
    return columns;
  }

  private void chart(Export.Part part) throws IOException {
    Fields fields = part.fields();
    List<Integer> id = fields.all("AccountIdentifier");
    List<Integer> year = fields.all("FiscalYear");
    Export.Reference organisation =
        export.reference(part, "EducationOrganizationReference", "EducationOrganizationId");
    List<Integer> function = dimension(fields, "Function");
    List<Integer> object = dimension(fields, "Object");
    List<Integer> source = dimension(fields, "Source");
    List<Integer> codes = fields.within("AccountCodeReference", "AccountCodeNumber");
    List<Integer> classes = fields.within("AccountCodeReference", "AccountClassification");
    codes.addAll(fields.within("AccountCode", "AccountCodeNumber"));
    classes.addAll(fields.within("AccountCode", "AccountClassification"));
    part.table()
        .forEach(
            row -> {
              Dimensions own =
                  new Dimensions(
                      Fields.first(row, function),
                      Fields.first(row, object),
                      Fields.first(row, source));
              Account account =
                  new Account(Fields.first(row, id), organisation.of(row), Fields.first(row, year));
              charts.merge(account, own.or(classified(row, codes, classes)), Dimensions::or);
            });
  }

  /** Returns the codes of an account of version 3, each with what it is a code of. */
  private static Dimensions classified(Row row, List<Integer> codes, List<Integer> classes) {
    Map<String, String> found = new HashMap<>();
    for (int i = 0; i < Math.min(codes.size(), classes.size()); i++) {
      String code = row.get(codes.get(i));
      if (!code.isEmpty()) {
        found.put(Names.code(row.get(classes.get(i))), code);
      }
    }
    String revenue = found.getOrDefault("Revenue", "");
    return new Dimensions(
        found.getOrDefault("Function", ""),
        found.getOrDefault("Object", ""),
        found.getOrDefault("Source", revenue));
  }

  private void local(Export.Part part) throws IOException {
    Fields fields = part.fields();
    List<Integer> id = fields.all("AccountIdentifier");
    List<Integer> year = fields.all("FiscalYear");
    Export.Reference organisation =
        export.reference(part, "EducationOrganizationReference", "EducationOrganizationId");
    Export.Reference chartId =
        export.reference(part, "ChartOfAccountReference", "AccountIdentifier");
    Export.Reference chartYear = export.reference(part, "ChartOfAccountReference", "FiscalYear");
    Export.Reference chartOf =
        export.reference(part, "ChartOfAccountReference", "EducationOrganizationId");
    part.table()
        .forEach(
            row ->
                local.put(
                    new Account(
                        Fields.first(row, id), organisation.of(row), Fields.first(row, year)),
                    new Account(chartId.of(row), chartOf.of(row), chartYear.of(row))));
  }

  private void amounts(
      Entity entity, UnaryOperator<Operand> as, Map<UnitId, Map<ColumnKey, ExactSum>> sums)
      throws IOException {
    Map<Account, Amount> latest = new HashMap<>();
    Set<Account> unclear = new HashSet<>();
    for (Export.Part part : export.parts()) {
      if (part.entity() == entity) {
        read(part, latest, unclear);
      }
    }
    latest.forEach(
        (account, amount) -> {
          SchoolYear year = Export.year(account.year());
          Dimensions of = dimensions(account);
          if (year == null || of == null) {
            return;
          }
          for (UnitId unit : organisations.units(export.unit(account.organisation()))) {
            Map<ColumnKey, ExactSum> columns = sums.computeIfAbsent(unit, u -> new HashMap<>());
            for (Operand operand : operands(of)) {
              columns
                  .computeIfAbsent(as.apply(operand).at(unit.level(), year), k -> new ExactSum())
                  .add(amount.value());
            }
          }
        });
  }

  private @Nullable Dimensions dimensions(Account account) {
    Dimensions own = charts.get(account);
    Account chart = local.get(account);
    return own == null && chart != null ? charts.get(chart) : own;
  }

  private void read(Export.Part part, Map<Account, Amount> latest, Set<Account> unclear)
      throws IOException {
    Fields fields = part.fields();
    String in = fields.has("LocalAccountReference") ? "LocalAccountReference" : "AccountReference";
    Export.Reference id = export.reference(part, in, "AccountIdentifier");
    Export.Reference organisation = export.reference(part, in, "EducationOrganizationId");
    Export.Reference year = export.reference(part, in, "FiscalYear");
    List<Integer> day = fields.all("AsOfDate");
    List<Integer> amount = fields.all("Amount", "AmountToDate");
    part.table()
        .forEach(
            row -> {
              Account account = new Account(id.of(row), organisation.of(row), year.of(row));
              double value = Export.amount(part, row, amount, true);
              LocalDate on = Export.date(part, row, day, true);
              Dimensions of = dimensions(account);
              boolean nowhere = organisations.units(export.unit(account.organisation())).isEmpty();
              if (nowhere || Export.year(account.year()) == null) {
                part.reading()
                    .notice(
                        Severity.WARNING,
                        "unknown-organisation",
                        "nothing tells of whom or of which year the account is; it is not read",
                        row,
                        null,
                        account.organisation(),
                        "a School or LocalEducationAgency of the export and a FiscalYear");
              } else if ((of == null || operands(of).isEmpty()) && unclear.add(account)) {
                part.reading()
                    .notice(
                        of == null ? Severity.WARNING : Severity.INFO,
                        of == null ? "unknown-account" : "not-counted",
                        of == null
                            ? "the account is not in the export, so that nothing tells what it is"
                                + " for"
                            : "the account is neither revenue nor current expenditure",
                        row,
                        null,
                        account.id(),
                        "an account with a function from 1000 to 3999 or a source to 4999");
              }
              if (!Double.isNaN(value)) {
                Amount read = new Amount(on == null ? LocalDate.MIN : on, value, row.line());
                latest.merge(account, read, Accounts::later);
              }
            });
  }

  private static Amount later(Amount a, Amount b) {
    int order = a.day().compareTo(b.day());
    return order > 0 || (order == 0 && a.value() >= b.value()) ? a : b;
  }

  /** Returns a code as a number; {@link #NONE} if it is none. */
  private static int code(String text) {
    return text.matches("\\d{3,4}") ? Integer.parseInt(text) : NONE;
  }

  private static List<Operand> operands(Dimensions of) {
    int function = code(of.function());
    int object = code(of.object());
    int source = code(of.source());
    if (function == NONE && source >= 1000 && source < 5000) {
      Fund fund = source < 3000 ? Fund.LOCAL : source < 4000 ? Fund.STATE : Fund.FEDERAL;
      return List.of(FinanceOperands.REVENUE, FinanceOperands.revenue(fund));
    }
    boolean current =
        function >= 1000
            && function < 4000
            && (object < 700 || (object >= 800 && object < 830) || (object >= 850 && object < 900));
    if (!current) {
      return List.of();
    }
    SpendingFunction to = function(function);
    List<Operand> operands = new ArrayList<>();
    operands.add(FinanceOperands.SPENDING);
    operands.add(FinanceOperands.spending(to));
    if (function >= 2000 && function < 3000 && to != SpendingFunction.SUPPORT) {
      operands.add(FinanceOperands.spending(SpendingFunction.SUPPORT));
    }
    if (object >= 100 && object < 200) {
      operands.add(FinanceOperands.salaries(to));
    } else if (object >= 200 && object < 300) {
      operands.add(FinanceOperands.benefits(to));
    }
    return operands;
  }

  private static SpendingFunction function(int code) {
    return switch (code / 100) {
      case 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 -> SpendingFunction.INSTRUCTION;
      case 20 -> SpendingFunction.SUPPORT;
      case 21 -> SpendingFunction.STUDENT_SUPPORT;
      case 22 -> SpendingFunction.STAFF_SUPPORT;
      case 23 -> SpendingFunction.GENERAL_ADMINISTRATION;
      case 24 -> SpendingFunction.SCHOOL_ADMINISTRATION;
      case 25 -> SpendingFunction.CENTRAL;
      case 26 -> SpendingFunction.OPERATIONS;
      case 27 -> SpendingFunction.TRANSPORTATION;
      case 28, 29 -> SpendingFunction.UNSPECIFIED_SUPPORT;
      case 31 -> SpendingFunction.FOOD;
      case 32 -> SpendingFunction.ENTERPRISE;
      default -> SpendingFunction.OTHER;
    };
  }
}
