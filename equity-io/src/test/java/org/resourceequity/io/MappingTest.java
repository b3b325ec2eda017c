package org.resourceequity.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Cell;
import org.resourceequity.model.CostLayer;
import org.resourceequity.model.CourseOperands;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Fund;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.StudentEvents;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** The example of docs/mapping.md, and what can be wrong with it. */
class MappingTest {

  private static final SchoolYear YEAR = SchoolYear.ending(2023);
  private static final SchoolId OAK = new SchoolId("000101");
  private static final SchoolId ELM = new SchoolId("000102");

  @TempDir Path folder = Path.of("");

  private String table = "";
  private String mapping = "";

  @BeforeEach
  void takeTheExampleFromThePage() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "mapping.md")).replace("\r", "");
    table = block(page, "```\nBuilding,", "Building,");
    mapping = block(page, "```json\n", "");
  }

  private static String block(String page, String start, String keep) {
    int from = page.indexOf(start) + start.length();
    assertThat(from).isGreaterThan(start.length());
    return keep + page.substring(from, page.indexOf("\n```", from)) + "\n";
  }

  @Test
  void exampleOfThePageIsRead() throws IOException {
    Loaded loaded = read();
    EquityData data = loaded.data();
    assertThat(loaded.notices().counts()).isEmpty();
    assertThat(data.scheme()).isEqualTo("EXAMPLE");
    assertThat(data.name(OAK)).isEqualTo("Oak School");
    assertThat(data.facts(OAK, YEAR).orElseThrow().level()).isEqualTo(SchoolLevel.ELEMENTARY);
    assertThat(data.facts(new DistrictId("0001"), YEAR).orElseThrow().name()).isEqualTo("Example");
    assertThat(cell(data, OAK, Operands.ENROLMENT)).isEqualTo(Cell.of(312));
    assertThat(cell(data, OAK, Operands.enrolment(Groups.LOW_INCOME))).isEqualTo(Cell.of(120));
    assertThat(cell(data, OAK, Operands.enrolmentShare(Groups.ENGLISH_LEARNERS)))
        .isEqualTo(Cell.of(0.125));
    assertThat(cell(data, OAK, FinanceOperands.SPENDING)).isEqualTo(Cell.of(4_100_000));
    assertThat(cell(data, OAK, Operands.TEACHERS)).isEqualTo(Cell.of(20.5));
    assertThat(cell(data, OAK, Operands.staff(Groups.NOVICE_TEACHERS))).isEqualTo(Cell.of(3));
    assertThat(cell(data, OAK, CourseOperands.CLASS_SIZE)).isEqualTo(Cell.of(21.4));
    assertThat(
            data.cell(
                OAK,
                FinanceOperands.SPENDING_PER_STUDENT
                    .with(Fund.FEDERAL)
                    .with(CostLayer.SITE)
                    .at(Level.SCHOOL, SchoolYear.ending(2022))))
        .isEqualTo(Cell.of(650.25));
    assertThat(data.columns().keySet()).anyMatch(key -> key.what().id().equals("laptops"));
    assertThat(cell(data, ELM, Operands.ENROLMENT))
        .isEqualTo(Cell.absent(Reason.SUPPRESSED_PRIVACY));
    assertThat(cell(data, ELM, Operands.enrolment(Groups.LOW_INCOME)))
        .isEqualTo(new Cell.Bounded(0, 9, Reason.SUPPRESSED_PRIVACY));
    assertThat(cell(data, ELM, Operands.enrolmentShare(Groups.ENGLISH_LEARNERS)))
        .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    assertThat(data.columns().values())
        .allMatch(column -> column.sources().get(0).title().equals("School facts"));
  }

  @Test
  void exampleOfStudentsIsRead() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "mapping.md")).replace("\r", "");
    mapping = block(page.substring(page.indexOf("## Rows that are students")), "```json\n", "");
    table = "School,LEA,Year,Race,Lunch,Suspended\n101,1,2022-23,B,R,Y\n101,1,2022-23,O,P,\n";
    Loaded loaded = read();
    // The school's id on both rows, the district's on the first of them.
    assertThat(loaded.notices().counts()).isEqualTo(Map.of("repaired-id", 3L));
    assertThat(cell(loaded.data(), OAK, Operands.ENROLMENT)).isEqualTo(Cell.derived(2));
    assertThat(cell(loaded.data(), OAK, Operands.enrolment(Groups.SUBSIDISED_MEALS)))
        .isEqualTo(Cell.derived(1));
    assertThat(cell(loaded.data(), OAK, Operand.of(StudentEvents.SUSPENSION, Groups.BLACK)))
        .isEqualTo(Cell.derived(1));
  }

  @Test
  void severalYearsComeFromAColumn() throws IOException {
    mapping =
        """
        {"publisher": "P", "title": "T", "scheme": "S", "level": "district",
         "columns": {"D": "id", "Y": "year", "N": {"is": "enrolment", "group": "grade:8"}}}
        """;
    table = "D,Y,N\n1,2021-22,10\n1,2023,20\n1,2023,30\n1,soon,40\n";
    Loaded loaded = read();
    Operand grade8 = Operands.enrolment(Group.STUDENTS.and(Attribute.GRADE, "8"));
    EquityData data = loaded.data();
    assertThat(data.cell(new DistrictId("1"), grade8.at(Level.DISTRICT, YEAR)))
        .isEqualTo(Cell.of(20));
    assertThat(data.years(Level.DISTRICT, grade8)).containsExactly(SchoolYear.ending(2022), YEAR);
    assertThat(loaded.notices().counts()).isEqualTo(Map.of("bad-year", 1L, "duplicate-unit", 1L));
  }

  @Test
  void onlyTheRowsThatAreAskedForAreRead() throws IOException {
    mapping =
        """
        {"publisher": "P", "title": "T", "scheme": "S", "level": "district", "year": "2022-23",
         "only": {"Group": "All students"}, "columns": {"D": "id", "N": "enrolment"}}
        """;
    table = "D,Group,N\n1,Black,10\n1,all students,40\n2,Black,5\n";
    Loaded loaded = read();
    assertThat(loaded.data().cell(new DistrictId("1"), Operands.ENROLMENT.at(Level.DISTRICT, YEAR)))
        .isEqualTo(Cell.of(40));
    assertThat(loaded.data().has(new DistrictId("2"))).isFalse();
    assertThat(loaded.notices().counts()).isEmpty();
  }

  @Test
  void lostZerosAreRepaired() throws IOException {
    table = table.replace("000101", "101").replace(",0001,", ",1,");
    Loaded loaded = read();
    assertThat(loaded.data().has(OAK)).isTrue();
    assertThat(loaded.data().has(new DistrictId("0001"))).isTrue();
    assertThat(loaded.notices().counts()).isEqualTo(Map.of("repaired-id", 3L));
  }

  @Test
  void tableWithoutAColumnIsNamedWithTheNearestOne() throws IOException {
    table = table.replace("Students,", "Student,");
    Loaded loaded = read();
    assertThat(loaded.stores()).isEmpty();
    assertThat(loaded.notices().examples().get(0).message())
        .contains("lacks \"Students\"")
        .contains("the nearest to \"Students\" is \"Student\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"level\": \"school\" | \"level\": \"shool\" | \"level\" \"shool\" is none of [district,"
            + " school], the nearest is \"school\"",
        "\"scheme\": \"EXAMPLE\", | '' | \"scheme\" is missing, expected a text",
        "\"year\": \"2022-23\", | \"year\": \"2022-25\", | \"year\" \"2022-25\" is not a school"
            + " year",
        "\"year\": \"2022-23\", | '' | \"year\" must be given once",
        "\"missing\" | \"mising\" | \"mising\" is not a key here; \"mising\" is none of",
        "[0, 9] | [9, 0] | \"hidden.<10\" is [9,0], expected [lowest, highest]",
        "\"Students\": \"enrolment\" | \"Students\": \"enrollment\" | \"columns.Students.is\""
            + " \"enrollment\" is none of",
        "\"Students\": \"enrolment\" | \"Students\": 7 | \"columns.Students\" is 7, expected",
        "\"low-income\" | \"poor\" | \"columns.Low Income.group\" \"poor\" is none of",
        "\"unit\": \"percent\" | \"unit\": \"permille\" | \"columns.% English Learners.unit\""
            + " \"permille\"",
        "\"layer\": \"site\" | \"layer\": \"sight\" | the nearest is \"site\"",
        "\"group\": \"teachers\" | \"group\": \"black\" | expected a group of staff",
        "\"Grades\": \"grades\" | \"Grades\": \"name\" | \"columns.Grades\" is a second name",
        "\"Total Spending\": \"spending\" | \"Total Spending\": \"class-size\" | rates cannot be"
            + " added",
        "\"width\": 6 | \"width\": \"six\" | \"columns.Building.width\" is \"six\"",
        "\"missing\": | \"only\": [], \"missing\": | \"only\" is not an object",
        "\"columns\": { | \"columns\": [ | is not JSON",
        "\"publisher\" | \"title\" | is not JSON",
      })
  void wrongMappingIsRefusedWithItsKey(String from, String to, String message) throws IOException {
    assertThat(mapping).contains(from);
    mapping = mapping.replace(from, to);
    assertThatIllegalArgumentException()
        .isThrownBy(this::read)
        .withMessageStartingWith("mapping schools.json")
        .withMessageContaining(message);
  }

  private Loaded read() throws IOException {
    return EquityFiles.readWithMapping(
        Files.writeString(folder.resolve("schools.json"), mapping),
        Files.writeString(folder.resolve("schools.csv"), table));
  }

  private static Cell cell(EquityData data, SchoolId id, Operand operand) {
    return data.cell(id, operand.at(Level.SCHOOL, YEAR));
  }
}
