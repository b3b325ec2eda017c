package org.resourceequity.io.illinois;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Columns;
import org.resourceequity.io.Field;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.Notices;
import org.resourceequity.io.Reading;
import org.resourceequity.io.Recognition;
import org.resourceequity.io.table.Row;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.Cell;
import org.resourceequity.model.CostLayer;
import org.resourceequity.model.DistrictFacts;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Fund;
import org.resourceequity.model.GradeSpan;
import org.resourceequity.model.Group;
import org.resourceequity.model.Kind;
import org.resourceequity.model.Level;
import org.resourceequity.model.Measurement;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.TitleI;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.model.UnitId.StateId;
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
public final class IllinoisFinance implements FileFormat {

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

  private static final Field RCDTS = Field.text("RCDTS").require();
  private static final Field TYPE = Field.text("Type").require();
  private static final Field DISTRICT = Field.text("District", "District Name").require();
  private static final Field SCHOOL = Field.text("School Name");
  private static final Field DISTRICT_TYPE = Field.text("District Type");
  private static final Field SCHOOL_TYPE = Field.text("School Type");
  private static final Field GRADES = Field.text("Grades Served");
  private static final Field TITLE_I = Field.text("Title 1 Status", "Title I Status");
  private static final StateId STATE = new StateId("IL");

  private static final Field ENROLMENT =
      Field.like(Operands.ENROLMENT, "# School Enrollment", "(# ?)?school enrollment");

  private static final CostLayer[] LAYERS = {CostLayer.SITE, CostLayer.CENTRAL, CostLayer.ALL};
  private static final Fund[] FUNDS = {Fund.FEDERAL, Fund.STATE_LOCAL, Fund.ALL};
  private static final List<Field> PER_STUDENT = perStudent();

  private static final List<Field> DISTRICT_MONEY =
      List.of(
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

  private static final List<Field> FIELDS = fields();

  private static final Pattern YEAR =
      Pattern.compile("(?<!\\d)((?:20)?\\d\\d) ?[-_] ?((?:20)?\\d\\d)(?!\\d)");
  private static final Pattern ENDING = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");

  /** Makes the format. */
  public IllinoisFinance() {}

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
                Operands.SPENDING_PER_STUDENT.with(LAYERS[layer]).with(FUNDS[fund]),
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
        "(?:\\$ ?)?(?:" + String.join("|", quoted) + ") ?(?:- ?dollars)?");
  }

  private static List<Field> fields() {
    List<Field> all =
        new ArrayList<>(
            List.of(
                RCDTS,
                TYPE,
                DISTRICT,
                SCHOOL,
                DISTRICT_TYPE,
                SCHOOL_TYPE,
                GRADES,
                TITLE_I,
                ENROLMENT));
    all.addAll(PER_STUDENT);
    all.addAll(DISTRICT_MONEY);
    return List.copyOf(all);
  }

  @Override
  public String id() {
    return "il-report-card-finance";
  }

  @Override
  public String title() {
    return "Illinois State Board of Education, Report Card, Financial";
  }

  @Override
  public Recognition recognise(Table table) {
    return Recognition.of(table, FIELDS);
  }

  @Override
  public void read(Table table, Reading reading) throws IOException {
    Columns columns = reading.columns(FIELDS);
    @Nullable SchoolYear year = year(table);
    if (year == null) {
      reading.notice(
          Severity.ERROR,
          "no-year",
          "neither sheet nor file names a school year, the table is not read",
          null,
          null,
          table.sheet(),
          "a name such as 18-19-Financial");
      return;
    }
    EquityData.Builder store = reading.store(Rcdts.SCHEME);
    reading.source(
        "Illinois State Board of Education", "Illinois Report Card, Financial", year.toString());
    reading.marks(Map.of("*", new Cell.Bounded(1, 9, Reason.SUPPRESSED_PRIVACY)));
    undatedColumns(columns, reading, year);
    Complete complete = new Complete();
    table.forEach(row -> new Line(row, columns, reading, store, year, complete).read());
    if (columns.has(PER_STUDENT.get(0))) {
      reading.notice(
          Severity.INFO,
          "complete-rows",
          complete.rows
              + " of "
              + complete.all
              + " rows of schools and districts have all nine amounts per student",
          null,
          null,
          null,
          null);
    }
  }

  private static void undatedColumns(Columns columns, Reading reading, SchoolYear year) {
    List<String> undated =
        DISTRICT_MONEY.stream()
            .filter(field -> columns.has(field) && columns.year(field).isEmpty())
            .map(columns::name)
            .toList();
    if (!undated.isEmpty()) {
      reading.notice(
          Severity.INFO,
          "undated-columns",
          undated.size()
              + " columns do not name their year and are taken as "
              + year
              + ", the sheet's",
          null,
          undated.get(0),
          null,
          "a name with a school year");
    }
  }

  private static @Nullable SchoolYear year(Table table) {
    String sheet = table.sheet();
    for (String name : sheet == null ? List.of(table.file()) : List.of(sheet, table.file())) {
      Matcher span = YEAR.matcher(name);
      while (span.find()) {
        try {
          return SchoolYear.parse(span.group(1) + "-" + span.group(2));
        } catch (IllegalArgumentException e) {
          // Such as 18-21: several years, not one.
        }
      }
      Matcher ending = ENDING.matcher(name);
      if (ending.find()) {
        return SchoolYear.parse(ending.group(1));
      }
    }
    return null;
  }

  @Override
  public EquityData finish(EquityData store, Notices notices) {
    return Rcdts.oneIdPerUnit(store, notices);
  }

  private static final class Complete {
    private long rows;
    private long all;
  }

  /** One row. */
  private record Line(
      Row row,
      Columns columns,
      Reading reading,
      EquityData.Builder store,
      SchoolYear year,
      Complete complete) {

    private void read() {
      String type = text(TYPE).toLowerCase(Locale.ROOT);
      if (type.startsWith("state")) {
        add(STATE);
        return;
      }
      Optional<String> code = reading.id(row, RCDTS, Rcdts.LENGTH);
      if (code.isEmpty()) {
        return;
      }
      boolean school = type.equals("school");
      if (!school && !type.equals("district")) {
        school = !Rcdts.isDistrict(code.get());
        reading.notice(
            Severity.WARNING,
            "unknown-token",
            "this type of row is not known; by its code it is a "
                + (school ? "school" : "district"),
            row,
            columns.name(TYPE),
            text(TYPE),
            "School, District or Statewide");
      }
      if (school) {
        school(new SchoolId(code.get()));
      } else {
        district(new DistrictId(code.get()));
      }
    }

    private void school(SchoolId id) {
      if (!add(id)) {
        return;
      }
      DistrictId district = Rcdts.district(id.code());
      GradeSpan span = GradeSpan.parse(grades(text(GRADES))).orElse(null);
      String name = text(SCHOOL);
      store.facts(
          id,
          new SchoolFacts(
              year,
              name.isEmpty() ? id.code() : name,
              district,
              span == null ? SchoolLevel.UNKNOWN : SchoolLevel.of(span),
              span,
              titleI(),
              text(SCHOOL_TYPE).toLowerCase(Locale.ROOT).startsWith("charter"),
              org.resourceequity.model.Locale.UNKNOWN));
      facts(district);
    }

    private void district(DistrictId id) {
      if (add(id)) {
        facts(id);
      }
    }

    private void facts(DistrictId district) {
      String name = text(DISTRICT);
      store.facts(
          district,
          new DistrictFacts(
              year,
              name.isEmpty() ? district.code() : name,
              "IL",
              districtType(),
              false,
              org.resourceequity.model.Locale.UNKNOWN));
    }

    private boolean add(UnitId id) {
      if (!reading.first(id, row)) {
        return false;
      }
      store.unit(id, id.level() == Level.DISTRICT ? STATE : null).line(id, row.line());
      reading.add(row, ENROLMENT, id, year);
      List<Cell> cells =
          PER_STUDENT.stream().map(field -> reading.add(row, field, id, year)).toList();
      if (id.level() != Level.SCHOOL) {
        DISTRICT_MONEY.forEach(field -> reading.add(row, field, id, year));
      }
      if (id.level() != org.resourceequity.model.Level.STATE) {
        check(cells);
      }
      return true;
    }

    /** Compares the parts with their totals: site + central, and federal + state and local. */
    private void check(List<Cell> cells) {
      Map<CostLayer, Map<Fund, Long>> cents = new HashMap<>();
      int known = 0;
      for (int i = 0; i < cells.size(); i++) {
        if (cells.get(i) instanceof Cell.Known cell) {
          cents
              .computeIfAbsent(LAYERS[i / FUNDS.length], l -> new HashMap<>())
              .put(FUNDS[i % FUNDS.length], Math.round(cell.value() * 100));
          known++;
        }
      }
      complete.all++;
      if (known < PER_STUDENT.size()) {
        return;
      }
      complete.rows++;
      List<String> wrong = new ArrayList<>();
      for (CostLayer layer : LAYERS) {
        Map<Fund, Long> by = cents.getOrDefault(layer, Map.of());
        compare(
            "federal + state and local, " + layer.words(),
            of(by, Fund.FEDERAL),
            of(by, Fund.STATE_LOCAL),
            of(by, Fund.ALL),
            wrong);
      }
      for (Fund fund : FUNDS) {
        compare(
            "site + central, " + fund.words(),
            of(cents.getOrDefault(CostLayer.SITE, Map.of()), fund),
            of(cents.getOrDefault(CostLayer.CENTRAL, Map.of()), fund),
            of(cents.getOrDefault(CostLayer.ALL, Map.of()), fund),
            wrong);
      }
      if (!wrong.isEmpty()) {
        reading.notice(
            Severity.WARNING,
            "parts-differ-from-total",
            "the amounts per student of this row do not add up: " + String.join("; ", wrong),
            row,
            null,
            text(RCDTS),
            "parts that add up to one cent");
      }
    }

    private static long of(Map<Fund, Long> cents, Fund fund) {
      return cents.getOrDefault(fund, 0L);
    }

    private static void compare(String what, long a, long b, long total, List<String> wrong) {
      if (Math.abs(a + b - total) > 1) {
        wrong.add(what + ": " + dollars(a + b) + " and not " + dollars(total));
      }
    }

    private static String dollars(long cents) {
      return String.format(Locale.ROOT, "%.2f", cents / 100.0);
    }

    private String text(Field field) {
      return columns.text(row, field);
    }

    private DistrictType districtType() {
      return switch (text(DISTRICT_TYPE).toUpperCase(Locale.ROOT)) {
        case "UNIT" -> DistrictType.UNIFIED;
        case "ELEMENTARY" -> DistrictType.ELEMENTARY;
        case "HIGH SCHOOL" -> DistrictType.HIGH;
        default -> DistrictType.UNKNOWN;
      };
    }

    /** Reads the status by its beginning, since some years cut it at 30 characters. */
    private TitleI titleI() {
      String status = text(TITLE_I).toLowerCase(Locale.ROOT).replace("title one", "title 1");
      if (status.isEmpty()) {
        return TitleI.UNKNOWN;
      }
      if (status.startsWith("schoolwide")) {
        return TitleI.SCHOOLWIDE;
      }
      if (status.startsWith("targeted")) {
        return TitleI.TARGETED;
      }
      if (status.startsWith("eligible, but not")) {
        return TitleI.ELIGIBLE;
      }
      if (status.startsWith("not")) {
        return TitleI.NOT_ELIGIBLE;
      }
      reading.notice(
          Severity.WARNING,
          "unknown-token",
          "this Title I status is not known",
          row,
          columns.name(TITLE_I),
          text(TITLE_I),
          "Schoolwide, Targeted Assistance, Eligible but Not, Not");
      return TitleI.UNKNOWN;
    }

    /** Completes a list that was cut at 30 characters: a single 1 after 11 was a 12. */
    private static String grades(String text) {
      return text.replaceFirst("\\b11 1$", "11 12");
    }
  }
}
