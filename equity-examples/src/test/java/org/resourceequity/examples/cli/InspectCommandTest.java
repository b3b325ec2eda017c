package org.resourceequity.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said of files, known and unknown. Rows are invented. */
class InspectCommandTest {

  @TempDir Path folder = Path.of("");

  /** Twelve schools with dollars, low-income students, teachers and an event. */
  private Path schools() throws IOException {
    StringBuilder rows =
        new StringBuilder(
            "School Code,School Name,District Code,Enrollment,Low Income,Total Spending,"
                + "FTE Teachers,Suspended\n");
    for (int i = 1; i <= 12; i++) {
      rows.append(
          String.format(
              Locale.ROOT,
              "%05d,School %d,%03d,%d,%d,%d,%d,%d%n",
              i,
              i,
              i % 3 + 1,
              300 + 10 * i,
              20 * i,
              3_000_000 + 90_000 * i * i,
              20 + i,
              5 + i));
    }
    return Files.writeString(folder.resolve("schools 2022-23.csv"), rows.toString());
  }

  private static List<String> commands(Cli cli) {
    return cli.lines().stream()
        .map(String::strip)
        .filter(line -> line.startsWith("equity ask "))
        .toList();
  }

  /** Splits a command as a shell would. */
  private static Object[] args(String command) {
    List<Object> args = new ArrayList<>();
    String[] parts = command.split("\"", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i % 2 == 1) {
        args.add(parts[i]);
      } else if (!parts[i].isBlank()) {
        args.addAll(List.of(parts[i].strip().split(" ", -1)));
      }
    }
    return args.subList(1, args.size()).toArray();
  }

  @Test
  void anUnknownFileIsDescribedColumnByColumn() throws IOException {
    Cli cli = Cli.run("inspect", schools());
    assertThat(cli.code()).isEqualTo(3);
    assertThat(cli.complaints()).hasSize(1).first().asString().contains("no format fits");
    assertThat(cli.out())
        .contains("Columns of schools 2022-23.csv, 12 rows")
        .contains("School Code: school id; codes, 0 blank, 12 different, such as [00001,")
        .contains("Low Income: count of low-income; whole numbers from 20 to 240, 0 blank")
        .contains("Total Spending: amount; whole numbers from 3090000 to 15960000");
  }

  @Test
  void aFileThatBreaksOffBelowItsHeaderHasNoRows() throws IOException {
    Path file = folder.resolve("dref_2022.csv");
    Files.writeString(
        file,
        "reporting_year,collection_code,psu_code,psu_name,school_code,school_name,den,pct_eds,"
            + "pct_nslp,pct_nslp_adj\n");
    Cli cli = Cli.run("inspect", file);
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err()).contains("there are columns, but no rows below them");
  }

  @Test
  void theDraftedMappingReadsTheFileAndEveryCommandAnswers() throws IOException {
    Path file = schools();
    Path mapping = folder.resolve("mapping.json");
    Cli draft = Cli.run("inspect", file, "--draft", mapping);
    assertThat(draft.code()).as(draft.err()).isZero();
    Cli cli = Cli.run("inspect", file, "--mapping", mapping);
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out())
        // 12 x enrolment, low income, spending, teachers, suspended.
        .contains("schools    12", "districts  3", "years      2022-23", "values     60 known");
    List<String> commands = commands(cli);
    assertThat(commands)
        .anyMatch(command -> command.startsWith("equity ask spread --of total-spending "))
        .anyMatch(command -> command.startsWith("equity ask gap --of total-spending --group low"))
        .anyMatch(command -> command.startsWith("equity ask separation --group low-income "))
        .anyMatch(command -> command.startsWith("equity ask progressivity --of total-spending "));
    for (String command : commands) {
      Cli answer = Cli.run(args(command));
      assertThat(answer.code()).as(command + "\n" + answer.err()).isZero();
    }
  }

  @Test
  void anotherCountOfStudentsIsNoResourceAndNoEvent() throws IOException {
    StringBuilder rows =
        new StringBuilder(
            "reporting_year,collection_code,psu_code,psu_name,school_code,school_name,den,pct_eds,"
                + "pct_nslp,pct_nslp_adj\n");
    for (int i = 1; i <= 12; i++) {
      for (String count : List.of("DEC", "APR")) {
        rows.append(
            "2025,%s,990,Example County,9903%02d,School %d,%d,%d.5,%d.5,\n"
                .formatted(count, i, i, 300 + 10 * i, 30 + i, 40 + i));
      }
    }
    Path file = Files.writeString(folder.resolve("EDS.csv"), rows.toString());
    Cli cli = Cli.run("inspect", file);
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(commands(cli)).isNotEmpty().noneMatch(command -> command.contains("spring"));
    assertThat(cli.out())
        .contains("Note: questions are about enrolment and do not see spring-enrolment (students");
  }

  @Test
  void whereNobodyIsEnrolledTheAnswerSaysHowStudentsAreCounted() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("cupc.csv"),
            """
            Academic Year,County Code,District Code,School Code,School Name,Total Enrollment,\
            Free & Reduced Meal Program,CALPADS Unduplicated Pupil Count (UPC)
            2021-2022,01,99901,0199901,Oak,300,120,130
            """);
    Cli cli = Cli.run("ask", "separation", "--group", "subsidised-meals", file);
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err())
        .contains("do not have the enrolment of students eligible for subsidised meals")
        .contains("are about enrolment and do not see funding-count (students as counted for");
  }

  @Test
  void aTableLikeNoOtherHasNoNearestFormatAndNoTotals() throws IOException {
    Path file = Files.writeString(folder.resolve("table.csv"), "colour,taste\nred,sweet\n");
    Cli cli = Cli.run("inspect", file);
    assertThat(cli.code()).isEqualTo(3);
    assertThat(cli.out())
        .contains("format     unknown: no format has any of its columns", "columns    2: colour")
        .doesNotContain("nearest", "runner-up", "All together", "rows  ");
  }

  @Test
  void aYearThatTheFileDoesNotSayIsAskedFor() throws IOException {
    Path file = Files.move(schools(), folder.resolve("schools.csv"));
    Path mapping = folder.resolve("mapping.json");
    Cli without = Cli.run("inspect", file, "--draft", mapping);
    assertThat(without.code()).isEqualTo(3);
    assertThat(without.err()).contains("school year");
    assertThat(Cli.run("inspect", file, "--draft", mapping, "--year", "2018-19").code()).isZero();
    assertThat(Cli.run("inspect", file, "--mapping", mapping).out()).contains("2018-19");
  }

  @Test
  void questionsOfAPublishedFileAreAnswered() {
    Path file =
        Path.of("..", "equity-io", "src", "test", "resources", "fixtures", "ma-public-schools")
            .resolve("MA_Public_Schools_2017.csv");
    Cli cli = Cli.run("inspect", file);
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out()).contains("runner-up", "Is a group likelier to have the event?");
    assertThat(commands(cli)).isNotEmpty();
    for (String command : commands(cli)) {
      // Eight schools may be too few for an answer, but never too little for the question.
      assertThat(Cli.run(args(command)).code()).as(command).isLessThan(2);
    }
  }

  @Test
  void aFolderIsATableOfItsFiles() throws IOException {
    Files.writeString(folder.resolve("codes.csv"), "code,meaning\nA,first\n");
    Files.copy(
        Path.of("..", "equity-io", "src", "test", "resources", "fixtures", "cwift-districts")
            .resolve("EDGE_ACS_CWIFT2022_LEA2223.txt"),
        folder.resolve("EDGE_ACS_CWIFT2022_LEA2223.txt"));
    Cli cli = Cli.run("inspect", folder, "--table");
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.lines()).hasSize(4);
    assertThat(cli.lines().get(0)).startsWith("file").contains("recognised as", "known");
    assertThat(cli.lines().get(2)).startsWith("codes.csv").contains("refused: no format fits");
    assertThat(cli.lines().get(1)).startsWith("EDGE").contains("cwift-districts");
    assertThat(cli.lines().get(3)).isEqualTo("1 files were read, 1 were refused");
    Files.delete(folder.resolve("EDGE_ACS_CWIFT2022_LEA2223.txt"));
    assertThat(Cli.run("inspect", folder, "--table").code()).isEqualTo(1);
  }

  @Test
  void jsonHasQuestionsAndUnknownTables() throws IOException {
    Cli cli = Cli.run("inspect", schools(), "--format", "json");
    JsonNode tree = JsonMapper.builder().build().readTree(cli.out());
    JsonNode column = tree.get("unknown").get(0).get("columns").get(0);
    assertThat(column.get("guess").asString()).isEqualTo("SCHOOL_ID");
    assertThat(tree.get("questions").isEmpty()).isTrue();
  }
}
