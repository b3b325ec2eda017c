package org.resourceequity.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.model.Cell;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.SchoolId;

/** What is noticed in any file, here in tables that a mapping describes. All rows are invented. */
class StoreChecksTest {

  private static final SchoolYear YEAR = SchoolYear.ending(2023);

  @TempDir Path folder = Path.of("");

  private Path mapping = Path.of("");

  @BeforeEach
  void writeTheMapping() throws IOException {
    mapping =
        Files.writeString(
            folder.resolve("mapping.json"),
            """
            {"publisher": "P", "title": "T", "scheme": "S", "level": "school", "district": "D",
             "columns": {
               "id": {"is": "id", "width": 4},
               "year": "year",
               "all": "enrolment",
               "black": {"is": "enrolment", "group": "black"},
               "white": {"is": "enrolment", "group": "white"},
               "tests": {"is": "other", "id": "tested", "kind": "count", "unit": "students",
                 "definition": "students who were tested"},
               "teachers": {"is": "staff", "group": "teachers"}}}
            """);
  }

  private Loaded read(String... rows) throws IOException {
    Path table = folder.resolve("table.csv");
    Files.write(table, List.of("id,year,all,black,white,tests,teachers"));
    Files.write(table, List.of(rows), java.nio.file.StandardOpenOption.APPEND);
    return EquityFiles.readWithMapping(mapping, table);
  }

  private static Notice only(Loaded loaded, String code) {
    assertThat(loaded.notices().counts()).isEqualTo(Map.of(code, 1L));
    return loaded.notices().examples().get(0);
  }

  @Test
  void goodNumbersHaveNoNotices() throws IOException {
    Loaded loaded = read("0001,2023,100,40,60,30,5", "0002,2023,200,50,150,200,10");
    assertThat(loaded.notices().counts()).isEmpty();
  }

  @Test
  void partsThatUsuallyMakeTheTotalAreCheckedAgainstIt() throws IOException {
    String[] rows = new String[12];
    for (int i = 0; i < 11; i++) {
      rows[i] = "00%02d,2023,100,40,60,30,5".formatted(i + 1);
    }
    rows[11] = "0012,2023,100,40,70,30,5";
    Notice notice = only(read(rows), "parts-differ-from-total");
    assertThat(notice.line()).isEqualTo(13);
    // 40 + 70
    assertThat(notice.value()).isEqualTo("110");
    assertThat(notice.expected()).isEqualTo("100");
  }

  @Test
  void partsThatNeverMakeTheTotalAreNotAllThereAre() throws IOException {
    assertThat(read("0001,2023,100,40,50,,", "0002,2023,100,0,0,,").notices().counts()).isEmpty();
  }

  @Test
  void zerosOfAllPartsBesideStudentsAreNotReported() throws IOException {
    Loaded loaded =
        read("0001,2023,100,40,60,30,5", "0002,2023,100,0,0,30,5", "0003,2023,0,0,0,0,5");
    assertThat(only(loaded, "zero-block").line()).isEqualTo(3);
    EquityData data = loaded.data();
    assertThat(
            data.cell(
                new SchoolId("0002"), Operands.enrolment(Groups.BLACK).at(Level.SCHOOL, YEAR)))
        .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    // Nobody is there, so nobody is Black.
    assertThat(
            data.cell(
                new SchoolId("0003"), Operands.enrolment(Groups.BLACK).at(Level.SCHOOL, YEAR)))
        .isEqualTo(Cell.of(0));
  }

  @Test
  void aPartAboveItsWholeIsNamedWithItsColumn() throws IOException {
    Notice events = only(read("0001,2023,100,,,130,5"), "part-above-whole");
    assertThat(events.column()).isEqualTo("tests");
    assertThat(events.value()).isEqualTo("130");
    Notice group = only(read("0001,2023,100,120,,,5"), "part-above-whole");
    assertThat(group.column()).isEqualTo("black");
    assertThat(group.expected()).isEqualTo("100 or less");
  }

  @Test
  void moreTeachersThanStudentsAreImpossible() throws IOException {
    assertThat(only(read("0001,2023,10,,,,11"), "fte-above-enrolment").value()).isEqualTo("11");
  }

  @Test
  void aSuddenJumpIsNoticedAndSmallNumbersAreNot() throws IOException {
    Loaded loaded =
        read(
            "0001,2022,400,,,,", "0001,2023,900,,,,", // more than twice as many
            "0002,2022,20,,,,", "0002,2023,60,,,,", // a small school
            "0003,2022,500,,,,", "0003,2023,950,,,,", // less than twice as many
            "0004,2021,100,,,,", "0004,2023,900,,,,"); // not the next year
    Notice jump = only(loaded, "sudden-jump");
    assertThat(jump.message()).contains("was 400 in 2021-22 and is 900 in 2022-23");
    assertThat(jump.line()).isEqualTo(3);
  }

  @Test
  void manyJumpsAreABreakInTheSeries() throws IOException {
    String[] rows = new String[24];
    for (int i = 0; i < 12; i++) {
      rows[i] = "00%02d,2022,400,,,,".formatted(i);
      rows[12 + i] = "00%02d,2023,%d,,,,".formatted(i, i < 2 ? 900 : 410);
    }
    Loaded loaded = read(rows);
    assertThat(loaded.notices().counts())
        .isEqualTo(Map.of("series-break", 1L, "low-coverage", 2L)); // of each year
    Notice notice =
        loaded.notices().examples().stream()
            .filter(n -> n.code().equals("series-break"))
            .findFirst()
            .orElseThrow();
    assertThat(notice.severity()).isEqualTo(Notice.Severity.WARNING);
    // 2 of 12 are more than one in ten.
    assertThat(notice.message()).contains("2 of 12 schools from 2021-22 to 2022-23");
  }

  @Test
  void aColumnOfWhichMostIsNotKnownIsSummedUp() throws IOException {
    String[] rows = new String[10];
    for (int i = 0; i < 10; i++) {
      rows[i] = "00%02d,2023,100,40,60,%s,5".formatted(i + 1, i < 4 ? "30" : "");
    }
    Notice notice = only(read(rows), "low-coverage");
    assertThat(notice.severity()).isEqualTo(Notice.Severity.INFO);
    assertThat(notice.message())
        .contains("1 of 5 columns of 2022-23", "fewer than half of 10 schools", "known for 4");
  }

  @Test
  void yearsThatAJoinBringsTogetherAreCompared() throws IOException {
    Path before = Files.writeString(folder.resolve("a.csv"), header("1,2022,400,,,,"));
    Path after = Files.writeString(folder.resolve("b.csv"), header("0001,2023,900,,,,"));
    Loaded joined = EquityFiles.readWithMapping(mapping, before, after).joined();
    assertThat(joined.notices().count("sudden-jump")).isEqualTo(1);
    assertThat(joined.joins().get(0).report().matched()).contains(new SchoolId("0001"));
  }

  @Test
  void withinASchemeLostZerosAreRepairedByAJoin() throws IOException {
    // Without a width the reader cannot know that zeros are missing; the other file has them.
    Files.writeString(mapping, Files.readString(mapping).replace(", \"width\": 4", ""));
    Path before = Files.writeString(folder.resolve("a.csv"), header("0001,2022,400,,,,"));
    Path after = Files.writeString(folder.resolve("b.csv"), header("1,2023,410,,,,"));
    Loaded joined = EquityFiles.readWithMapping(mapping, before, after).joined();
    assertThat(joined.joins().get(0).report().repaired()).containsExactly(new SchoolId("1"));
    assertThat(joined.data().units(Level.SCHOOL)).hasSize(1);
  }

  private static String header(String row) {
    return "id,year,all,black,white,tests,teachers\n" + row + "\n";
  }
}
