package org.resourceequity.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.resourceequity.model.Attribute.GRADE;
import static org.resourceequity.model.Attribute.RACE;
import static org.resourceequity.model.Attribute.SEX;
import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;
import static org.resourceequity.model.Level.STATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resourceequity.io.Format.Evidence;
import org.resourceequity.io.table.Shape;
import org.resourceequity.model.Cell;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Quality;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.model.UnitId.StateId;

/** What a declaration says is what is read. Expected numbers are those of the few rows shown. */
class FormatTest {

  private static final SchoolYear YEAR = SchoolYear.ending(2019);
  private static final SchoolId SCHOOL_1 = new SchoolId("010000500870");
  private static final DistrictId DISTRICT_1 = new DistrictId("0100005");
  private static final Operand SHARE = Operands.enrolmentShare(Groups.LOW_INCOME);

  @TempDir Path folder = Path.of("");

  // The shape of the membership file of the Common Core of Data.
  private static Format membership() {
    return Format.of("long", "NCES")
        .published("P", "T", "", Evidence.DOCUMENTATION)
        .layout(
            Layout.of("schools")
                .level(SCHOOL)
                .id(SCHOOL, Id.of("NCESSCH").width(12))
                .id(DISTRICT, Id.of("NCESSCH").width(12).cut(0, 7, ""))
                .state(Id.of("FIPST").width(2).postal())
                .name(SCHOOL, "SCH_NAME")
                .year(YearRule.column("SCHOOL_YEAR"))
                .kinds(
                    "TOTAL_INDICATOR",
                    RowKind.of("Set A").fills(RACE).fills(RACE, GRADE),
                    RowKind.of("By Grade").fills(GRADE),
                    RowKind.of("Total").fills(),
                    RowKind.skip("Total with Adults"))
                .dimension(Dimension.of("GRADE").code(GRADE, "1", "Grade 1").all("None"))
                .dimension(
                    Dimension.of("RACE")
                        .code(Groups.ASIAN, "Asian")
                        .code(Groups.BLACK, "Black")
                        .all("None"))
                .dimension(
                    Dimension.of("SEX")
                        .code(SEX, "female", "Female")
                        .code(SEX, "male", "Male")
                        .all("None"))
                .codes(
                    Codes.none()
                        .flag("Reported", Quality.REPORTED)
                        .flagAbsent("Suppressed", Reason.SUPPRESSED_PRIVACY))
                .numbers(Field.number(Operands.ENROLMENT, "COUNT").require().flag("DMS_FLAG")))
        .then(
            Consequence.districtSums(Operands.ENROLMENT.what()),
            Consequence.zerosMeanMissing(
                Operands.ENROLMENT,
                Operands.enrolment(Groups.ASIAN),
                Operands.enrolment(Groups.BLACK)))
        .build();
  }

  private static final String LONG_HEADER =
      "SCHOOL_YEAR,FIPST,NCESSCH,SCH_NAME,GRADE,RACE,SEX,COUNT,TOTAL_INDICATOR,DMS_FLAG\n";

  private static String row(String codes) {
    return "2018-2019,01,010000500870,A School," + codes + "\n";
  }

  @Test
  void rowsOfEachKindFillTheirColumnsOnly() throws IOException {
    Loaded loaded =
        read(
            membership(),
            LONG_HEADER
                + row("Grade 1,Asian,Female,3,Set A,Reported")
                + row("Grade 1,Asian,Male,4,Set A,Reported")
                + row("Grade 1,Black,Male,,Set A,Suppressed")
                + row("Grade 1,None,None,9,By Grade,Reported")
                + row("None,None,None,9,Total,Reported")
                + row("None,None,None,12,Total with Adults,Reported"));
    EquityData data = loaded.data();
    assertThat(loaded.notices().counts()).isEmpty();
    assertThat(cell(data, SCHOOL_1, Operands.ENROLMENT)).isEqualTo(Cell.of(9));
    assertThat(cell(data, SCHOOL_1, Operands.enrolment(Groups.ASIAN))).isEqualTo(Cell.of(3 + 4));
    assertThat(cell(data, SCHOOL_1, Operands.enrolment(Groups.ASIAN.and(GRADE, "1"))))
        .isEqualTo(Cell.of(3 + 4));
    assertThat(cell(data, SCHOOL_1, Operands.enrolment(Groups.BLACK)))
        .isEqualTo(Cell.absent(Reason.SUPPRESSED_PRIVACY));
    assertThat(cell(data, SCHOOL_1, Operands.enrolment(Group.STUDENTS.and(GRADE, "1"))))
        .isEqualTo(Cell.of(9));
    assertThat(cell(data, DISTRICT_1, Operands.ENROLMENT)).isEqualTo(Cell.derived(9));
    assertThat(data.parent(SCHOOL_1)).contains(DISTRICT_1);
    assertThat(data.columns().keySet()).hasSize(2 * 6);
  }

  @Test
  void rowWithAnUnknownCodeIsLeftOutAndCounted() throws IOException {
    Loaded loaded =
        read(
            membership(),
            LONG_HEADER
                + row("None,None,None,9,Total,Reported")
                + row("Grade 99,None,None,9,By Grade,Reported")
                + row("None,None,None,9,Subtotal 7,Reported")
                + row("Grade 1,None,None,9,By Grade,Guessed"));
    assertThat(loaded.notices().counts()).isEqualTo(Map.of("unknown-code", 2L, "unknown-flag", 1L));
    assertThat(loaded.notices().examples().get(0).line()).isEqualTo(3);
    assertThat(cell(loaded.data(), SCHOOL_1, Operands.ENROLMENT)).isEqualTo(Cell.of(9));
  }

  @Test
  void secondRowOfTheSameCodesIsNotAdded() throws IOException {
    Loaded loaded =
        read(
            membership(),
            LONG_HEADER
                + row("None,None,None,9,Total,Reported")
                + row("Grade 1,None,None,5,By Grade,Reported")
                + row("None,None,None,8,Total,Reported"));
    assertThat(loaded.notices().counts()).isEqualTo(Map.of("duplicate-unit", 1L));
    assertThat(loaded.notices().examples().get(0).message()).contains("its first is line 2");
    assertThat(cell(loaded.data(), SCHOOL_1, Operands.ENROLMENT)).isEqualTo(Cell.of(9));
  }

  @Test
  void blockOfZerosIsMissingWhereTheTotalIsNotZero() throws IOException {
    Loaded loaded =
        read(
            membership(),
            LONG_HEADER
                + row("Grade 1,Asian,Female,0,Set A,Reported")
                + row("Grade 1,Black,Male,0,Set A,Reported")
                + row("None,None,None,9,Total,Reported"));
    assertThat(loaded.notices().count("zero-block")).isEqualTo(2);
    assertThat(cell(loaded.data(), SCHOOL_1, Operands.enrolment(Groups.BLACK)))
        .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
  }

  // The shape of wide files: codes by year, flags, a level column, the district's own number.
  private static Format wide() {
    return Format.of("wide", "XX")
        .published("P", "T", "", Evidence.DOCUMENTATION)
        .layout(
            Layout.of("units")
                .level(
                    Field.text("Level").require(),
                    Map.of("S", SCHOOL, "D", DISTRICT, "state*", STATE))
                .id(STATE, Id.always("XX"))
                .id(DISTRICT, Id.of("District").without("[A-Z]{2}-").width(4))
                .id(SCHOOL, Id.joined(Id.of("District").without("[A-Z]{2}-").width(4), Id.of("No")))
                .year(YearRule.inFile(YearRule.Style.COMPACT, "wide(\\d{4})"))
                .skip("Closed", "yes")
                .yearInColumnNames("_(\\d{4})$", YearRule.Style.COMPACT)
                .codes(
                    Codes.none()
                        .missing("-1", "M")
                        .quality("-9")
                        .hidden(1, 9, "*")
                        .ranges()
                        .footnotes("†")
                        .flag("I", Quality.IMPUTED)
                        .flagZero("N", Reason.NOT_APPLICABLE))
                .codes(
                    SchoolYear.ending(2000),
                    SchoolYear.ending(2010),
                    Codes.none().notApplicable("-9"))
                .numbers(
                    Field.number(Operands.ENROLMENT, "Pupils").require().flag("FL"),
                    Field.number(SHARE, "Poor").percent(),
                    Field.number(FinanceOperands.SPENDING, "Money").thousands().about(DISTRICT),
                    Field.number(Operands.TEACHERS, "Teachers").on(DISTRICT)))
        .then(Consequence.countsFromShares())
        .build();
  }

  private Cell pupils(String text, String flag, String file) throws IOException {
    EquityData data =
        readAs(wide(), file, "Level,District,No,Pupils,FL\nD,XX-0001,," + text + "," + flag + "\n")
            .data();
    return data.cell(new DistrictId("0001"), Operands.ENROLMENT.at(DISTRICT, data.years().first()));
  }

  @Test
  void codesAreReadByTheBookOfTheirYear() throws IOException {
    assertThat(pupils("-9", "", "wide1819.csv")).isEqualTo(Cell.absent(Reason.SUPPRESSED_QUALITY));
    assertThat(pupils("-9.00", "", "wide1819.csv"))
        .isEqualTo(Cell.absent(Reason.SUPPRESSED_QUALITY));
    assertThat(pupils("-9", "", "wide0809.csv")).isEqualTo(Cell.absent(Reason.NOT_APPLICABLE));
    assertThat(pupils("m", "", "wide1819.csv")).isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    assertThat(pupils("0", "", "wide1819.csv")).isEqualTo(Cell.of(0));
    assertThat(pupils("12†", "", "wide1819.csv")).isEqualTo(Cell.of(12));
  }

  @Test
  void flagDecidesAboutZeros() throws IOException {
    assertThat(pupils("0", "N", "wide1819.csv")).isEqualTo(Cell.absent(Reason.NOT_APPLICABLE));
    assertThat(pupils("7", "N", "wide1819.csv")).isEqualTo(Cell.of(7));
    assertThat(pupils("7", "I", "wide1819.csv")).isEqualTo(new Cell.Known(7, Quality.IMPUTED));
  }

  // Bounds of printed per cents, and of counts: formats.md, table 4.1 and section 11.
  @ParameterizedTest
  @CsvSource({
    "GE95, 0.95, 1",
    "LE5, 0, 0.05",
    "LT50, 0, 0.49",
    "GE50, 0.50, 1",
    "80-84, 0.80, 0.84",
    "<= 2%, 0, 0.02",
    ">95, 0.95, 1",
    ">95%, 0.95, 1",
  })
  void rangesOfSharesKeepTheirBounds(String text, double low, double high) throws IOException {
    EquityData data =
        readAs(wide(), "wide1819.csv", "Level,District,No,Pupils,Poor\nD,0001,,10," + text + "\n")
            .data();
    assertThat(cell(data, new DistrictId("0001"), SHARE))
        .isEqualTo(new Cell.Bounded(low, high, Reason.SUPPRESSED_PRIVACY));
  }

  @Test
  void boundsOfSomethingElseAreDropped() throws IOException {
    String header = "Level,District,No,Pupils,Poor\n";
    EquityData data = readAs(wide(), "wide1819.csv", header + "D,0001,,<5%,n<10\n").data();
    Cell hidden = Cell.absent(Reason.SUPPRESSED_PRIVACY);
    assertThat(cell(data, new DistrictId("0001"), Operands.ENROLMENT)).isEqualTo(hidden);
    assertThat(cell(data, new DistrictId("0001"), SHARE)).isEqualTo(hidden);
    assertThat(pupils("", "<10", "wide1819.csv"))
        .isEqualTo(new Cell.Bounded(0, 9, Reason.SUPPRESSED_PRIVACY));
  }

  @Test
  void rangesOfCountsKeepTheirBounds() throws IOException {
    assertThat(pupils("<10", "", "wide1819.csv"))
        .isEqualTo(new Cell.Bounded(0, 9, Reason.SUPPRESSED_PRIVACY));
    assertThat(pupils("16-50", "", "wide1819.csv"))
        .isEqualTo(new Cell.Bounded(16, 50, Reason.SUPPRESSED_PRIVACY));
  }

  @Test
  void levelsUnitsAndYearsAreThoseOfTheDeclaration() throws IOException {
    Loaded loaded =
        readAs(
            wide(),
            "wide1819.csv",
            """
            Level,District,No,Closed,Pupils_1718,Poor,Money,Teachers
            Statewide,,,no,100,,,
            D,XX-0001,,no,60,25,5,3
            S,XX-1,7,no,40,50,5,2
            S,XX-0001,8,yes,20,50,5,2
            """);
    EquityData data = loaded.data();
    SchoolYear before = SchoolYear.ending(2018);
    DistrictId district = new DistrictId("0001");
    SchoolId school = new SchoolId("00017");
    assertThat(data.units(SCHOOL)).containsExactly(school);
    assertThat(data.parent(school)).contains(district);
    assertThat(data.parent(district)).contains(new StateId("XX"));
    assertThat(data.cell(school, Operands.ENROLMENT.at(SCHOOL, before))).isEqualTo(Cell.of(40));
    assertThat(cell(data, school, SHARE)).isEqualTo(Cell.of(0.5));
    assertThat(cell(data, district, FinanceOperands.SPENDING)).isEqualTo(Cell.of(5000));
    assertThat(cell(data, district, Operands.TEACHERS)).isEqualTo(Cell.of(3));
    assertThat(data.column(Operands.TEACHERS.at(SCHOOL, YEAR))).isEmpty();
    assertThat(loaded.notices().counts()).isEqualTo(Map.of("repaired-id", 1L));
  }

  // The shape of the graduation rates of EDFacts, where only the names of columns have a year.
  @Test
  void yearsOfColumnNamesAreEnough() throws IOException {
    Format format =
        Format.of("dated", "NCES")
            .published("P", "T", "", Evidence.DOCUMENTATION)
            .layout(
                Layout.of("rates")
                    .level(DISTRICT)
                    .id(DISTRICT, Id.of("LEAID").width(7))
                    .yearInColumnNames("_(\\d{4})$", YearRule.Style.COMPACT)
                    .numbers(
                        Field.number(Operands.ENROLMENT, "ALL_COHORT"),
                        Field.number(SHARE, "ECD_RATE").percent()))
            .build();
    EquityData data = read(format, "LEAID,ALL_COHORT_1819,ECD_RATE_1718\n0100005,20,50\n").data();
    assertThat(cell(data, DISTRICT_1, Operands.ENROLMENT)).isEqualTo(Cell.of(20));
    assertThat(data.years(DISTRICT, SHARE)).containsExactly(SchoolYear.ending(2018));
  }

  @Test
  void hookSeesRowsFirstAndRemembersWhatItSaw() throws IOException {
    Format format =
        Format.of("hook", "XX")
            .published("P", "T", "", Evidence.DOCUMENTATION)
            .layout(
                Layout.of("rows")
                    .level(DISTRICT)
                    .id(DISTRICT, Id.of("Id"))
                    .year(YearRule.always(YEAR))
                    .numbers(Field.number(Operands.ENROLMENT, "N"))
                    .each(
                        row -> {
                          Memory memory = row.memory(Memory.class, Memory::new);
                          memory.rows++;
                          UnitId unit = row.unit();
                          if (unit != null && row.text("Kind").equals("teachers")) {
                            row.add(unit, Operands.TEACHERS, YEAR, Cell.of(memory.rows));
                          }
                          return row.text("Kind").equals("students");
                        }))
            .build();
    EquityData data = read(format, "Id,Kind,N\n1,students,30\n1,teachers,\n").data();
    assertThat(cell(data, new DistrictId("1"), Operands.ENROLMENT)).isEqualTo(Cell.of(30));
    assertThat(cell(data, new DistrictId("1"), Operands.TEACHERS)).isEqualTo(Cell.of(2));
  }

  private static final class Memory {
    private int rows;
  }

  @Test
  void filesOfAFolderAreReadAsOne() throws IOException {
    Format format =
        Format.of("folder", "XX")
            .published("P", "T", "", Evidence.DOCUMENTATION)
            .folder()
            .layout(
                Layout.of("names")
                    .level(DISTRICT)
                    .id(DISTRICT, Id.of(Field.text("Id").require()))
                    .name(DISTRICT, Field.text("Name").require())
                    .year(YearRule.always(YEAR)))
            .layout(
                Layout.of("numbers")
                    .level(DISTRICT)
                    .id(DISTRICT, Id.of(Field.text("Id").require()))
                    .without("Name")
                    .year(YearRule.always(YEAR))
                    .numbers(Field.number(Operands.ENROLMENT, "N").require()))
            .build();
    Files.writeString(folder.resolve("a.csv"), "Id,N\n1,30\n");
    Files.writeString(folder.resolve("b.csv"), "Id,Name\n1,One\n");
    Loaded loaded = EquityFiles.readAs(format, folder);
    EquityData data = loaded.data();
    assertThat(data.name(new DistrictId("1"))).isEqualTo("One");
    assertThat(cell(data, new DistrictId("1"), Operands.ENROLMENT)).isEqualTo(Cell.of(30));
    assertThat(loaded.tables()).extracting(LoadedTable::file).containsExactly("a.csv", "b.csv");
  }

  private static Format wide(Field... numbers) {
    return Format.of("wide", "XX")
        .published("P", "T", "", Evidence.DOCUMENTATION)
        .layout(
            Layout.of("districts")
                .level(DISTRICT)
                .id(
                    DISTRICT,
                    Id.of(Field.text("Id").require()).width(2).orElse(Id.of("Other").width(2)))
                .year(YearRule.inFile(), YearRule.inFolder())
                .codes(Codes.none().missing("M").notApplicable("N"))
                .numbers(numbers))
        .build();
  }

  @Test
  void numbersAreAlsoPartsOfSums() throws IOException {
    Operand girls = Operands.enrolment(Groups.FEMALE);
    Format format =
        wide(
            Field.number(girls, "F").partOf(Operands.ENROLMENT),
            Field.part(Operands.ENROLMENT, "B"));
    EquityData data =
        readAs(format, "2018-19.csv", "Id,F,B\n01,3,4\n02,N,4\n03,N,N\n04,3,M\n").data();
    assertThat(cell(data, new DistrictId("01"), girls)).isEqualTo(Cell.of(3));
    // 3 + 4; what does not apply adds nothing, unless nothing applies; what is missing is missed.
    assertThat(data.units(DISTRICT).stream().map(id -> cell(data, id, Operands.ENROLMENT)))
        .containsExactly(
            Cell.derived(7),
            Cell.derived(4),
            Cell.absent(Reason.NOT_APPLICABLE),
            Cell.absent(Reason.NOT_REPORTED));
  }

  @Test
  void nobodyIsWhereAnotherColumnSaysSo() throws IOException {
    Format format =
        wide(
            Field.number(Operands.TEACHERS, "Classes"),
            Field.number(Operands.ENROLMENT, "N").nobodyWhere(Field.text("Classes"), "0"));
    EquityData data =
        readAs(format, "2018-19.csv", "Id,Classes,N\n01,0,N\n02,N,N\n03,0,M\n").data();
    assertThat(data.units(DISTRICT).stream().map(id -> cell(data, id, Operands.ENROLMENT)))
        .containsExactly(
            Cell.derived(0), Cell.absent(Reason.NOT_APPLICABLE), Cell.absent(Reason.NOT_REPORTED));
    assertThat(cell(data, new DistrictId("01"), Operands.TEACHERS)).isEqualTo(Cell.of(0));
  }

  @Test
  void totalIsNotKnownWhereAPartIsMissing() throws IOException {
    Field part = Field.number(Operands.enrolment(Groups.BLACK), "Black");
    Format format = wide(part, Field.number(Operands.ENROLMENT, "All").totalOf(List.of(part)));
    Loaded loaded = readAs(format, "2018-19.csv", "Id,Black,All\n01,M,9\n02,N,9\n");
    assertThat(cell(loaded.data(), new DistrictId("01"), Operands.ENROLMENT))
        .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    assertThat(cell(loaded.data(), new DistrictId("02"), Operands.ENROLMENT)).isEqualTo(Cell.of(9));
    assertThat(loaded.notices().examples())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.code()).isEqualTo("total-without-part");
              assertThat(notice.line()).isEqualTo(2);
              assertThat(notice.column()).isEqualTo("All");
            });
  }

  @Test
  void idBeyondRepairIsReplacedByAnother() throws IOException {
    Format format = wide(Field.number(Operands.ENROLMENT, "N"));
    Loaded loaded = readAs(format, "2018-19.csv", "Id,Other,N\n1E+2,7,30\n?!,x--,40\n");
    assertThat(cell(loaded.data(), new DistrictId("07"), Operands.ENROLMENT))
        .isEqualTo(Cell.of(30));
    assertThat(loaded.notices().counts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("replaced-id", 2L, "repaired-id", 1L, "bad-id", 1L));
  }

  @Test
  void yearOfTheNearestFolderWithOne() throws IOException {
    Path near =
        Files.createDirectories(folder.resolve("2017-18 x").resolve("2018-19").resolve("y"));
    Path file = Files.writeString(near.resolve("a.csv"), "Id,N\n01,30\n");
    Format format = wide(Field.number(Operands.ENROLMENT, "N"));
    assertThat(EquityFiles.readAs(format, file).data().years()).containsExactly(YEAR);
  }

  @Test
  void unlikelyNumbersAreNoticedAndKept() throws IOException {
    Format format =
        Format.of("unlikely", "XX")
            .published("P", "T", "", Evidence.DOCUMENTATION)
            .layout(
                Layout.of("districts")
                    .level(DISTRICT)
                    .id(DISTRICT, Id.of("Id"))
                    .year(YearRule.always(YEAR))
                    .numbers(Field.number(Operands.NURSES, "N").require()))
            .then(Consequence.unlikelyFrom(100, Operands.NURSES))
            .build();
    Loaded loaded = read(format, "Id,N\n1,99.5\n2,100\n");
    assertThat(cell(loaded.data(), new DistrictId("2"), Operands.NURSES)).isEqualTo(Cell.of(100));
    assertThat(loaded.notices().count("unlikely-number")).isEqualTo(1);
  }

  @Test
  void contradictoryDeclarationsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Format.of("x", "X")
                    .layout(
                        Layout.of("l")
                            .level(SCHOOL)
                            .kinds("K", RowKind.of("a").fills(RACE), RowKind.of("b").fills(RACE)))
                    .build())
        .withMessageContaining("[a] and [b] both fill [RACE], which would be summed twice");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Format.of("x", "X").layout(Layout.of("l").numbers(Field.text("N"))).build())
        .withMessageContaining("N is a column of texts");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Format.of("Not Kebab", "X").build())
        .withMessageContaining("expected words-like-this");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Format.of("x", "X").build())
        .withMessageContaining("has no layout");
  }

  @ParameterizedTest
  @CsvSource({
    "2018-19, ENDING, 2019",
    "2018-2019, ENDING, 2019",
    "2019, ENDING, 2019",
    "FY19, ENDING, 2019",
    "FY2019, ENDING, 2019",
    "19, ENDING, 2019",
    "2019.0, ENDING, 2019",
    "2018, STARTING, 2019",
    "2018-19, STARTING, 2019",
    "1819, COMPACT, 2019",
    "9900, COMPACT, 2000",
    "2018_19, ENDING, 2019",
  })
  void yearsAreReadByTheirStyle(String text, YearRule.Style style, int ending) {
    assertThat(YearRule.parse(text, style)).isEqualTo(SchoolYear.ending(ending));
  }

  @Test
  void severalYearsAreNoYear() {
    assertThat(YearRule.parse("2018-21", YearRule.Style.ENDING)).isNull();
    assertThat(YearRule.find("18-21 Financial", YearRule.ANYWHERE, YearRule.Style.ENDING)).isNull();
    assertThat(YearRule.find("x_18-19_2", YearRule.ANYWHERE, YearRule.Style.ENDING))
        .isEqualTo(YEAR);
  }

  private static Layout.Builder shaped(Shape shape, Map<String, String> looks) {
    return Layout.of("schools")
        .shape(shape, looks)
        .level(SCHOOL)
        .id(SCHOOL, Id.of(Field.text("Id").require()).width(12))
        .year(YearRule.always(YEAR))
        .numbers(Field.number(Operands.ENROLMENT, "Pupils").require());
  }

  private static Format format(Layout.Builder layout) {
    return Format.of("shaped", "NCES").layout(layout).build();
  }

  private static final Format HEADERLESS =
      format(
          shaped(
              Shape.named(List.of("Id", "Name", "Pupils", "Note")),
              Map.of("Id", "\\d{12}", "Pupils", "\\d*")));

  private static final Format FIXED_WIDTH =
      format(
          shaped(
              Shape.fixedWidth(
                  List.of(
                      new Shape.Slice("Id", 1, 12),
                      new Shape.Slice("Name", 14, 22),
                      new Shape.Slice("Pupils", 24, 27))),
              Map.of("Id", "\\d{12}", "Pupils", "\\d+")));

  @Test
  void tableWithoutHeaderIsKnownByWhatStandsInIt() throws IOException {
    Loaded loaded =
        read(HEADERLESS, "010000500870,Oak,849,\n010000500871,Elm,7,x\n010000500872,Ash,,x\n");
    assertThat(loaded.notices().hasErrors()).isFalse();
    assertThat(loaded.tables().get(0).rows()).isEqualTo(3);
    assertThat(loaded.tables().get(0).used()).containsExactly("Id", "Pupils");
    assertThat(cell(loaded.data(), SCHOOL_1, Operands.ENROLMENT)).isEqualTo(Cell.of(849));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "a field less ! 010000500870,Oak,849;010000500871,Elm,7",
        "a field more ! 010000500870,Oak,849,,x;010000500871,Elm,7,,x",
        "ids too short ! 0100005,Oak,849,;0100006,Elm,7,",
        "names where numbers stand ! 010000500870,849,Oak,;010000500871,7,Elm,",
        "a header of other names ! School,Name,Pupils,Note;010000500870,Oak,849,"
      })
  void tableWithOtherThingsInItIsNotKnown(String why, String rows) throws IOException {
    Loaded loaded = read(HEADERLESS, rows.replace(";", "\n") + "\n");
    assertThat(loaded.notices().counts()).as(why).containsKey("unknown-format");
    assertThat(loaded.notices().counts()).doesNotContainKeys("short-row", "long-row");
  }

  @Test
  void fewOddRowsDoNotHideWhatATableIs() throws IOException {
    String rows =
        IntStream.rangeClosed(1, 30)
            .mapToObj(i -> String.format(Locale.ROOT, "%012d,Oak,%d,%n", i, i))
            .collect(Collectors.joining());
    Loaded loaded = read(HEADERLESS, rows.replace(",17,", ",?,").replace(",18,", ",!,"));
    assertThat(loaded.tables().get(0).rows()).isEqualTo(30);
    assertThat(loaded.notices().counts()).containsEntry("not-a-number", 2L);
  }

  @Test
  void namesInTheFileGoBeforeThePlacesOfTheShape() throws IOException {
    for (Format format : List.of(HEADERLESS, FIXED_WIDTH)) {
      Loaded loaded = read(format, "Pupils,Id\n849,010000500870\n");
      assertThat(loaded.notices().counts()).isEmpty();
      assertThat(cell(loaded.data(), SCHOOL_1, Operands.ENROLMENT)).isEqualTo(Cell.of(849));
    }
  }

  @Test
  void fixedWidthIsReadByPlaces() throws IOException {
    Loaded loaded =
        read(
            FIXED_WIDTH,
            """
            010000500870 Oak        849
            010000500871 Elm, old  1234
            010000500872 Ash 1     12
            """);
    assertThat(loaded.notices().hasErrors()).isFalse();
    assertThat(cell(loaded.data(), SCHOOL_1, Operands.ENROLMENT)).isEqualTo(Cell.of(849));
    assertThat(cell(loaded.data(), new SchoolId("010000500871"), Operands.ENROLMENT))
        .isEqualTo(Cell.of(1234));
  }

  @Test
  void fileOfOneLineIsReadByItsShapeToo() throws IOException {
    for (Format format : List.of(HEADERLESS, FIXED_WIDTH)) {
      String line =
          format == HEADERLESS ? "010000500870,Oak,849,\n" : "010000500870 Oak        849\n";
      Loaded loaded = read(format, line);
      assertThat(loaded.notices().hasErrors()).as(loaded.notices().toString()).isFalse();
      assertThat(cell(loaded.data(), SCHOOL_1, Operands.ENROLMENT)).isEqualTo(Cell.of(849));
    }
  }

  @Test
  void headerStandsWhereTheShapeSays() throws IOException {
    // Line 1 looks like the header, as it has two texts and is as full.
    String text = "School,Students\nId,Pupils\n010000500870,849\n";
    Loaded loaded = read(format(shaped(Shape.headerAt(2), Map.of())), text);
    assertThat(loaded.notices().counts()).isEmpty();
    assertThat(cell(loaded.data(), SCHOOL_1, Operands.ENROLMENT)).isEqualTo(Cell.of(849));
    assertThat(read(format(shaped(Shape.headerAt(9), Map.of())), text).notices().counts())
        .containsKey("unknown-format");
  }

  @Test
  void shapeWithoutHeaderMustSayWhatItLooksLike() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> format(shaped(Shape.named(List.of("Id", "Pupils")), Map.of())))
        .withMessageContaining("0 columns known by their texts, expected one or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> format(shaped(Shape.headerAt(2), Map.of("Id", ".*"))))
        .withMessageContaining("1 columns known by their texts, expected none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> format(shaped(Shape.named(List.of("Id")), Map.of("Nr", ".*"))))
        .withMessageContaining("looks at [Nr], expected [Id]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> format(Layout.of("l").shape(Shape.headerAt(2))))
        .withMessageContaining("expected a required column");
  }

  private Loaded read(Format format, String text) throws IOException {
    return readAs(format, "table.csv", text);
  }

  private Loaded readAs(Format format, String name, String text) throws IOException {
    return EquityFiles.readAs(format, Files.writeString(folder.resolve(name), text));
  }

  private static Cell cell(EquityData data, UnitId id, Operand operand) {
    return data.cell(id, operand.at(id.level(), YEAR));
  }
}
