package org.resourceequity.benchmarks.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.benchmarks.nation.GenerateCommand;
import picocli.CommandLine;

/** The timed programs find in a small nation what its generator says it wrote. */
class TasksTest {

  private static final String FILE = "ccd_sch_052_2223_l_made_up.csv";

  @TempDir private static Path folder;

  @FunctionalInterface
  private interface Task {
    void run(String... args) throws IOException;
  }

  @BeforeAll
  static void generate() throws IOException {
    lines(
        args -> new CommandLine(new GenerateCommand()).execute(args),
        folder.toString(),
        "--schools=200",
        "--districts=50");
  }

  @Test
  void readingAndGroupingFindTheTotals() throws IOException {
    String file = folder.resolve(FILE).toString();
    assertThat(lines(ReadTask::main, file, "2", "2")).hasSize(2).allMatch(TasksTest::isRight);
    assertThat(lines(GroupTask::main, file, "2")).hasSize(4).allMatch(TasksTest::isRight);
  }

  private static boolean isRight(String line) {
    return stated("students") == printed(line, "students")
        && stated("sumOfSquares") == printed(line, "sumsq");
  }

  @Test
  void levelsAddUpToTheNation() throws IOException {
    Path table = folder.resolve("table.csv");
    String line =
        lines(DistrictsTask::main, folder.resolve(FILE).toString(), table.toString(), "1").get(0);
    assertThat(printed(line, "states") + printed(line, "districts") + printed(line, "schools"))
        .isCloseTo(printed(line, "M"), offset(1e-11));
    long students =
        Files.readAllLines(table).stream()
            .skip(1)
            .mapToLong(row -> Long.parseLong(row.substring(row.lastIndexOf(',') + 1)))
            .sum();
    assertThat(students).isEqualTo((long) stated("students"));
  }

  @Test
  void bootstrapAndSortRun() throws IOException {
    Path schools = folder.resolve("schools.csv");
    Files.writeString(schools, "school,race,n\na,x,30\na,y,10\nb,x,5\nb,y,25\n");
    assertThat(lines(BootstrapTask::main, schools.toString(), "20", "2")).hasSize(2);
    assertThat(lines(SortTask::main, "1000", "2")).hasSize(2);
  }

  private static double stated(String name) {
    try {
      return number(Files.readString(folder.resolve("totals_2223.json")), "\"" + name + "\": ");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static double printed(String line, String name) {
    return number(line, "\\b" + name + "=");
  }

  private static double number(String text, String before) {
    Matcher matcher = Pattern.compile(before + "([\\d.]+)").matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  private static List<String> lines(Task task, String... args) throws IOException {
    PrintStream out = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      task.run(args);
    } finally {
      System.setOut(out);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
