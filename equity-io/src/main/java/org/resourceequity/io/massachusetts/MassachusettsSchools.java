package org.resourceequity.io.massachusetts;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Columns;
import org.resourceequity.io.Field;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.Reading;
import org.resourceequity.io.Recognition;
import org.resourceequity.io.table.Row;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.Cell;
import org.resourceequity.model.DistrictFacts;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.GradeSpan;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Kind;
import org.resourceequity.model.Level;
import org.resourceequity.model.Locale;
import org.resourceequity.model.Measurement;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Quality;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.TitleI;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.model.Variable;

/**
 * The reports of the Massachusetts school and district profiles of 2017, joined per school.
 *
 * <pre>
 * School Code,School Name,School Type,...,Grade,District Name,District Code,...,TOTAL_Enrollment,...
 * 99010005,Elm School,Public School,...,"K,01,02",Exampleton,99010000,...,210,...
 * 99020505,Harbor High,Charter School,...,"09,10,11,12",Harbor,99020000,...,455,...
 * </pre>
 *
 * <p>The years are those of the file's dictionary, and differ by column:
 *
 * <ul>
 *   <li>2016-17: grades served, students by grade, need, and race. Races are printed as shares
 *       only; counts are derived from them, not rounded.
 *   <li>2015-16: classes, their average size, Advanced Placement.
 *   <li>2014-15: salaries and teachers, spending of fiscal year 2015. These are the district's and
 *       repeat on the row of each school, so they are taken once.
 * </ul>
 *
 * <p>District counts of students are derived: the sum of the schools'. A school without students
 * has blank counts of groups, which are derived to be 0.
 */
public final class MassachusettsSchools implements FileFormat {

  /** Students counted by the class size report; not quite those enrolled. */
  public static final Operand CLASS_SIZE_STUDENTS =
      count("class-size-students", "students in the class size report");

  /** Advanced Placement examinations taken. */
  public static final Operand AP_TESTS =
      Operand.of(
          new Variable(
              "ap-tests", Kind.COUNT, Measurement.NUMBER, "Advanced Placement examinations taken"),
          Group.STUDENTS);

  /** Dollars spent on students inside the district's own schools. */
  public static final Operand IN_DISTRICT_SPENDING =
      Operand.of(
          new Variable(
              "in-district-spending",
              Kind.AMOUNT,
              Measurement.DOLLARS,
              "expenditure on students in the district's own schools"),
          Group.STUDENTS);

  /** Full-time-equivalent students inside the district's own schools. */
  public static final Operand IN_DISTRICT_STUDENT_FTE =
      count(
          "in-district-student-fte", "full-time-equivalent students in the district's own schools");

  /** Dollars per student inside the district's own schools, as published. */
  public static final Operand IN_DISTRICT_SPENDING_PER_STUDENT =
      Operand.of(
          new Variable(
              "in-district-spending-per-student",
              Kind.RATE,
              Measurement.DOLLARS_PER_STUDENT,
              "expenditure per student in the district's own schools, as published"),
          Group.STUDENTS);

  private static final String SCHEME = "MA-ORG";
  private static final int LENGTH = 8;
  private static final SchoolYear YEAR = SchoolYear.ending(2017);
  private static final SchoolYear CLASSES_YEAR = SchoolYear.ending(2016);
  private static final SchoolYear MONEY_YEAR = SchoolYear.ending(2015);

  private static final Field SCHOOL_CODE = Field.text("School Code").require();
  private static final Field SCHOOL_NAME = Field.text("School Name").require();
  private static final Field SCHOOL_TYPE = Field.text("School Type");
  private static final Field GRADE = Field.text("Grade");
  private static final Field DISTRICT_NAME = Field.text("District Name").require();
  private static final Field DISTRICT_CODE = Field.text("District Code").require();

  private static final Field TOTAL =
      Field.number(Operands.ENROLMENT, "TOTAL_Enrollment").require().in(YEAR);
  private static final List<Field> GRADES_9_12 =
      IntStream.rangeClosed(9, 12)
          .mapToObj(
              g ->
                  Field.number(
                          Operands.enrolment(
                              Group.STUDENTS.and(
                                  org.resourceequity.model.Attribute.GRADE, String.valueOf(g))),
                          g + "_Enrollment")
                      .in(YEAR))
          .toList();

  private static final Map<Group, String> NEEDS =
      Map.of(
          Groups.LOW_INCOME, "Economically Disadvantaged",
          Groups.ENGLISH_LEARNERS, "English Language Learner",
          Groups.WITH_DISABILITIES, "Students With Disabilities",
          Groups.HIGH_NEED, "High Needs");
  private static final Map<Group, String> RACES =
      Map.of(
          Groups.BLACK, "African American",
          Groups.ASIAN, "Asian",
          Groups.HISPANIC, "Hispanic",
          Groups.WHITE, "White",
          Groups.NATIVE_AMERICAN, "Native American",
          Groups.PACIFIC_ISLANDER, "Native Hawaiian, Pacific Islander",
          Groups.MULTIRACIAL, "Multi-Race, Non-Hispanic");

  private static final Map<Group, Field> NEED_COUNTS = fields(NEEDS, false);
  private static final Map<Group, Field> NEED_SHARES = fields(NEEDS, true);
  private static final Map<Group, Field> RACE_SHARES = fields(RACES, true);

  private static final Field AP_TAKERS =
      Field.number(Operands.AP_TEST_TAKERS, "AP_Test Takers").in(CLASSES_YEAR);
  private static final List<Field> AP_PARTS =
      Stream.of("One Test", "Two Tests", "Three Tests", "Four Tests", "Five or More Tests")
          .map(name -> apPart(name))
          .toList();
  private static final List<Field> CLASSES =
      Stream.of(
              Field.number(Operands.CLASSES, "Total # of Classes"),
              Field.number(Operands.CLASS_SIZE, "Average Class Size"),
              Field.number(CLASS_SIZE_STUDENTS, "Number of Students"),
              Field.number(AP_TESTS, "AP_Tests Taken"))
          .map(field -> field.in(CLASSES_YEAR))
          .toList();
  private static final List<Field> MONEY =
      Stream.of(
              Field.number(Operands.TEACHER_SALARIES, "Salary Totals"),
              Field.number(Operands.TEACHERS, "FTE Count"),
              Field.number(Operands.SPENDING, "Total Expenditures"),
              Field.number(Operands.STUDENT_FTE, "Total Pupil FTEs"),
              Field.number(Operands.SPENDING_PER_STUDENT, "Average Expenditures per Pupil"),
              Field.number(IN_DISTRICT_SPENDING, "In-District Expenditures"),
              Field.number(IN_DISTRICT_STUDENT_FTE, "Total In-district FTEs"),
              Field.number(
                  IN_DISTRICT_SPENDING_PER_STUDENT, "Average In-District Expenditures per Pupil"))
          .map(field -> field.in(MONEY_YEAR))
          .toList();

  private static final List<Field> FIELDS =
      Stream.of(
              List.of(SCHOOL_CODE, SCHOOL_NAME, SCHOOL_TYPE, GRADE, DISTRICT_NAME, DISTRICT_CODE),
              List.of(TOTAL),
              GRADES_9_12,
              List.copyOf(NEED_COUNTS.values()),
              List.copyOf(NEED_SHARES.values()),
              List.copyOf(RACE_SHARES.values()),
              List.of(AP_TAKERS),
              AP_PARTS,
              CLASSES,
              MONEY)
          .flatMap(List::stream)
          .toList();

  private static final Pattern FILE_YEAR = Pattern.compile("(?<!\\d)20\\d\\d(?!\\d)");

  /** Makes the format. */
  public MassachusettsSchools() {}

  private static Operand count(String id, String definition) {
    return Operand.of(
        new Variable(id, Kind.COUNT, Measurement.STUDENTS, definition), Group.STUDENTS);
  }

  private static Field apPart(String name) {
    String id = "ap-takers-of-" + name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    return Field.number(count(id, "students who took this number of AP examinations"), "AP_" + name)
        .in(CLASSES_YEAR);
  }

  private static Map<Group, Field> fields(Map<Group, String> names, boolean shares) {
    Map<Group, Field> fields = new TreeMap<>();
    names.forEach(
        (group, name) ->
            fields.put(
                group,
                shares
                    ? Field.number(Operands.enrolmentShare(group), "% " + name).inPercent().in(YEAR)
                    : Field.number(Operands.enrolment(group), name).in(YEAR)));
    return fields;
  }

  @Override
  public String id() {
    return "ma-public-schools";
  }

  @Override
  public String title() {
    return "Massachusetts Department of Elementary and Secondary Education, profiles joined per"
        + " school, 2017";
  }

  @Override
  public Recognition recognise(Table table) {
    return Recognition.of(table, FIELDS);
  }

  @Override
  public void read(Table table, Reading reading) throws IOException {
    Columns columns = reading.columns(FIELDS);
    reading.source(
        "Massachusetts Department of Elementary and Secondary Education",
        "School and district profiles, joined per school",
        "2017");
    Matcher fileYear = FILE_YEAR.matcher(table.file());
    if (fileYear.find() && !fileYear.group().equals("2017")) {
      reading.notice(
          Severity.WARNING,
          "other-year",
          "the years of the columns are known for the file of 2017; here they are taken as 2016-17,"
              + " 2015-16 and 2014-15 too",
          null,
          null,
          fileYear.group(),
          "2017");
    }
    Map<DistrictId, DistrictRows> districts = new HashMap<>();
    EquityData.Builder store = reading.store(SCHEME);
    table.forEach(row -> new Line(row, columns, reading, store, districts).read());
    districts.forEach((id, rows) -> store.facts(id, rows.facts()));
  }

  /** What the rows of a district's schools say about it. */
  private static final class DistrictRows {
    private final String name;
    private final Map<Field, String> money = new HashMap<>();
    private boolean charter = true;
    private int lowest = Integer.MAX_VALUE;
    private int highest = Integer.MIN_VALUE;

    private DistrictRows(String name) {
      this.name = name;
    }

    private void add(boolean isCharter, @Nullable GradeSpan span) {
      charter &= isCharter;
      if (span != null) {
        lowest = Math.min(lowest, span.lowest());
        highest = Math.max(highest, span.highest());
      }
    }

    private DistrictFacts facts() {
      return new DistrictFacts(YEAR, name, "MA", type(), charter, Locale.UNKNOWN);
    }

    /** Returns the kind by the grades that the district's schools serve together. */
    private DistrictType type() {
      if (charter) {
        return DistrictType.OTHER;
      }
      if (lowest > highest) {
        return DistrictType.UNKNOWN;
      }
      return highest <= 8
          ? DistrictType.ELEMENTARY
          : lowest >= 7 ? DistrictType.HIGH : DistrictType.UNIFIED;
    }
  }

  /** One school. */
  private record Line(
      Row row,
      Columns columns,
      Reading reading,
      EquityData.Builder store,
      Map<DistrictId, DistrictRows> districts) {

    private void read() {
      Optional<String> code = reading.id(row, SCHOOL_CODE, LENGTH);
      if (code.isEmpty()) {
        return;
      }
      SchoolId school = new SchoolId(code.get());
      if (!reading.first(school, row)) {
        return;
      }
      // A row without a district code still says the district in its own code.
      String own = code.get().substring(0, 4) + "0000";
      DistrictId district =
          new DistrictId(
              columns.text(row, DISTRICT_CODE).isEmpty()
                  ? own
                  : reading.id(row, DISTRICT_CODE, LENGTH).orElse(own));
      GradeSpan span = GradeSpan.parse(columns.text(row, GRADE)).orElse(null);
      boolean charter = columns.text(row, SCHOOL_TYPE).equalsIgnoreCase("Charter School");
      String name = columns.text(row, SCHOOL_NAME);
      store.line(school, row.line());
      store.facts(
          school,
          new SchoolFacts(
              YEAR,
              name.isEmpty() ? code.get() : name,
              district,
              span == null ? SchoolLevel.UNKNOWN : SchoolLevel.of(span),
              span,
              TitleI.UNKNOWN,
              charter,
              Locale.UNKNOWN));
      String districtName = columns.text(row, DISTRICT_NAME);
      DistrictRows rows =
          districts.computeIfAbsent(
              district, d -> new DistrictRows(districtName.isEmpty() ? d.code() : districtName));
      rows.add(charter, span);
      students(school, district);
      CLASSES.forEach(field -> reading.add(row, field, school, YEAR));
      advancedPlacement(school);
      MONEY.forEach(field -> money(field, district, rows));
    }

    private void students(SchoolId school, DistrictId district) {
      Cell total = reading.add(row, TOTAL, school, YEAR);
      sum(district, Operands.ENROLMENT, total);
      boolean empty = total instanceof Cell.Known known && known.value() == 0;
      NEED_COUNTS.forEach(
          (group, field) -> {
            if (columns.has(field)) {
              Cell cell = nobody(reading.cell(row, field), empty, Cell.derived(0));
              put(school, Operands.enrolment(group), cell);
              sum(district, Operands.enrolment(group), cell);
            }
          });
      NEED_SHARES.forEach((group, field) -> share(school, group, field, empty));
      RACE_SHARES.forEach(
          (group, field) -> {
            if (columns.has(field)) {
              Cell count =
                  nobody(times(share(school, group, field, empty), total), empty, Cell.derived(0));
              put(school, Operands.enrolment(group), count);
              sum(district, Operands.enrolment(group), count);
            }
          });
      if (GRADES_9_12.stream().allMatch(columns::has)) {
        List<Cell> grades = GRADES_9_12.stream().map(f -> reading.cell(row, f)).toList();
        grades.forEach(
            cell -> {
              put(school, Operands.ENROLMENT_9_12, derived(cell));
              sum(district, Operands.ENROLMENT_9_12, cell);
            });
      }
    }

    /** Adds a published share, which does not apply to a school without students. */
    private Cell share(SchoolId school, Group group, Field field, boolean empty) {
      if (!columns.has(field)) {
        return Cell.absent(Reason.STRUCTURAL_GAP);
      }
      Cell cell = nobody(reading.cell(row, field), empty, Cell.absent(Reason.NOT_APPLICABLE));
      put(school, Operands.enrolmentShare(group), cell);
      return cell;
    }

    private static Cell nobody(Cell cell, boolean empty, Cell ifEmpty) {
      return empty && !(cell instanceof Cell.Known) ? ifEmpty : cell;
    }

    private void put(SchoolId school, Operand operand, Cell cell) {
      reading.add(school, operand.at(Level.SCHOOL, YEAR), cell);
    }

    private void sum(DistrictId district, Operand operand, Cell cell) {
      reading.add(district, operand.at(Level.DISTRICT, YEAR), derived(cell));
    }

    private static Cell derived(Cell cell) {
      return cell instanceof Cell.Known known ? Cell.derived(known.value()) : cell;
    }

    private static Cell times(Cell share, Cell total) {
      if (share instanceof Cell.Known part && total instanceof Cell.Known all) {
        return new Cell.Known(part.value() * all.value(), Quality.DERIVED);
      }
      return Cell.absent(
          share instanceof Cell.Absent absent ? absent.reason() : Reason.NOT_REPORTED);
    }

    private void advancedPlacement(SchoolId school) {
      Cell takers = reading.add(row, AP_TAKERS, school, YEAR);
      double parts = 0;
      for (Field field : AP_PARTS) {
        parts +=
            reading.add(row, field, school, YEAR) instanceof Cell.Known k ? k.value() : Double.NaN;
      }
      if (takers instanceof Cell.Known all && parts != all.value() && !Double.isNaN(parts)) {
        reading.notice(
            Severity.WARNING,
            "parts-differ-from-total",
            "the students who took one, two, ... examinations are " + parts + " together",
            row,
            columns.name(AP_TAKERS),
            columns.text(row, AP_TAKERS),
            "the sum of its parts");
      }
    }

    private void money(Field field, DistrictId district, DistrictRows rows) {
      if (!columns.has(field)) {
        return;
      }
      String text = columns.text(row, field);
      String before = rows.money.putIfAbsent(field, text);
      if (before == null) {
        reading.add(row, field, district, MONEY_YEAR);
      } else if (!before.equals(text)) {
        reading.notice(
            Severity.WARNING,
            "contradictory-repeat",
            "the district's number differs from the one on an earlier row, which is kept",
            row,
            columns.name(field),
            text,
            before);
      }
    }
  }
}
