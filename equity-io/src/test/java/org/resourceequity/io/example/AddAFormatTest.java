package org.resourceequity.io.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Cell;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** The format of docs/add-a-format.md reads its fixture, and stands on the page as it is here. */
class AddAFormatTest {

  private static final Path FIXTURE =
      Path.of("src", "test", "resources", "fixtures", "ex-enrolment", "groups.csv");
  private static final SchoolId OAK = new SchoolId("0001010");
  private static final DistrictId EXAMPLE = new DistrictId("0001");

  @TempDir Path folder = Path.of("");

  // The expected numbers are those of the fixture, read by eye.
  @Test
  void readsItsFixture() {
    Loaded loaded = EquityFiles.readAs(ExampleFormats.ENROLMENT_BY_GROUP, FIXTURE);
    EquityData data = loaded.data();
    assertThat(loaded.notices().counts()).isEmpty();
    assertThat(data.name(OAK)).isEqualTo("Oak School");
    assertThat(data.name(EXAMPLE)).isEqualTo("Example");
    assertThat(data.parent(OAK)).contains(EXAMPLE);
    assertThat(cell(data, EXAMPLE, Operands.ENROLMENT)).isEqualTo(Cell.of(50));
    assertThat(cell(data, OAK, Operands.ENROLMENT)).isEqualTo(Cell.of(50));
    assertThat(cell(data, OAK, grade("8", Group.STUDENTS))).isEqualTo(Cell.of(30));
    assertThat(cell(data, OAK, grade("8", Groups.LOW_INCOME)))
        .isEqualTo(new Cell.Bounded(1, 9, Reason.SUPPRESSED_PRIVACY));
    assertThat(cell(data, OAK, grade("9", Groups.LOW_INCOME)))
        .isEqualTo(Cell.absent(Reason.SUPPRESSED_QUALITY));
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    String text =
        Files.readString(FIXTURE)
            .replace("By grade,08", "By grade,8th")
            .replace("S,0001,Example,010,Oak School,All,,50,20,", "S,1,Example,10,Oak,All,,49,60,");
    Loaded loaded =
        EquityFiles.readAs(
            ExampleFormats.ENROLMENT_BY_GROUP,
            Files.writeString(folder.resolve("groups.csv"), text));
    assertThat(loaded.notices().counts())
        .isEqualTo(
            Map.of(
                "repaired-id", 2L,
                "unknown-code", 1L,
                "sum-differs-from-published", 1L,
                "part-above-whole", 1L));
    assertThat(loaded.notices().examples())
        .filteredOn(notice -> notice.code().equals("part-above-whole"))
        .singleElement()
        .matches(notice -> notice.line() == 3 && "Low Income".equals(notice.column()));
  }

  @Test
  void describesItself() {
    assertThat(ExampleFormats.ENROLMENT_BY_GROUP.describe())
        .isEqualTo(
            """
            ## ex-enrolment

            EX Department, Enrolment by group, 2018-19 on. Ids of scheme EX. Known from published files.

            Feeds: enrolment (by grade, by need).

            ### groups

            - What a row is: "Type" d = district, s = school
            - Id of the district: "District Code" (4 characters)
            - Id of the school: "District Code" (4 characters) + "School" (3 characters)
            - Name of the district: "District Name"
            - Name of the school: "School Name"
            - Year: column "Year"
            - No rows with "Type" [state]
            - "Table" [by grade]: grade
            - "Table" [all]: all
            - "Grade": 08 = grade 8, 09 = grade 9, an empty cell = all
            - Code "*": suppressed privacy, 1.0 to 9.0
            - Flag "w": suppressed quality

            | Column | What it is |
            |---|---|
            | Students (or pupils) | enrolment; required |
            | Low Income | enrolment of students from low-income families, flagged by Flag |

            After reading:

            - enrolment of a district is compared with the sum of its schools
            - enrolment of students from low-income families should not be above enrolment
            """);
  }

  @Test
  void pageShowsTheSameFormatAndFixture() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "add-a-format.md")).replace("\r", "");
    Path sources = Path.of("src", "test", "java", "org", "resourceequity", "io", "example");
    String format = Files.readString(sources.resolve("ExampleFormats.java")).replace("\r", "");
    assertThat(page).contains("```java\n" + format + "```");
    assertThat(format.lines().count()).isLessThan(60);
    assertThat(page).contains("```\n" + Files.readString(FIXTURE).replace("\r", "") + "```");
  }

  private static Operand grade(String grade, Group group) {
    return Operands.enrolment(group.and(Attribute.GRADE, grade));
  }

  private static Cell cell(EquityData data, UnitId id, Operand operand) {
    return data.cell(id, operand.at(id.level(), SchoolYear.ending(2019)));
  }
}
