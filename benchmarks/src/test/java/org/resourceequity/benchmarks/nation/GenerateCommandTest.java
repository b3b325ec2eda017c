package org.resourceequity.benchmarks.nation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.model.Column;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Fund;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId;
import picocli.CommandLine;

/** What the library reads from a made-up nation is what the generator says it wrote. */
class GenerateCommandTest {

  private static final SchoolYear YEAR = SchoolYear.parse("2023-24");

  @TempDir private static Path folder;
  private static EquityData data = EquityData.builder("NCES").build();

  @BeforeAll
  static void generate() throws IOException {
    assertThat(generate(folder, "--schools=300", "--districts=70", "--years=2")).isZero();
    Loaded loaded = EquityFiles.read(files("ccd_sch_0", ".csv").toArray(new Path[0]));
    assertThat(loaded.notices().hasErrors()).as(loaded.notices().toString()).isFalse();
    data = loaded.joined().data();
  }

  private static int generate(Path into, String... options) {
    CommandLine command = new CommandLine(new GenerateCommand());
    command.setOut(new PrintWriter(Writer.nullWriter()));
    String[] arguments = Arrays.copyOf(options, options.length + 1);
    arguments[options.length] = into.toString();
    return command.execute(arguments);
  }

  private static List<Path> files(String start, String end) throws IOException {
    try (var all = Files.list(folder)) {
      return all.filter(
              file ->
                  file.getFileName().toString().startsWith(start)
                      && file.getFileName().toString().endsWith(end))
          .sorted()
          .toList();
    }
  }

  /** Returns a number of the generator's totals of the second year. */
  private static double stated(String name) throws IOException {
    String totals = Files.readString(folder.resolve("totals_2324.json"));
    Matcher number = Pattern.compile("\"" + name + "\": ([\\d.]+)").matcher(totals);
    assertThat(number.find()).as(name).isTrue();
    return Double.parseDouble(number.group(1));
  }

  private static double sum(EquityData of, Operand operand) {
    Column column = of.column(operand.at(Level.SCHOOL, YEAR)).orElseThrow();
    double sum = 0;
    for (int i = 0; i < column.size(); i++) {
      sum += column.isKnown(i) ? column.value(i) : 0;
    }
    return sum;
  }

  @Test
  void readsAsManySchoolsStudentsAndTeachersAsWereWritten() throws IOException {
    assertThat(data.units(Level.SCHOOL)).hasSize(300);
    assertThat(sum(data, Operands.ENROLMENT)).isEqualTo(stated("students"));
    assertThat(sum(data, Operands.enrolment(Groups.BLACK)))
        .isEqualTo(stated("Black or African American"));
    assertThat(sum(data, Operands.enrolment(Groups.SUBSIDISED_MEALS)))
        .isEqualTo(stated("eligibleForMeals"));
    assertThat(Math.rint(100 * sum(data, Operands.TEACHERS)) / 100).isEqualTo(stated("teachers"));
  }

  @Test
  void theMappingBesideItReadsTheSpending() throws IOException {
    EquityData spent =
        EquityFiles.readWithMapping(
                folder.resolve("school_spending_2324.json"),
                folder.resolve("school_spending_2324.csv"))
            .data();
    assertThat(sum(spent, Operands.SPENDING.with(Fund.FEDERAL)))
        .isEqualTo(stated("federalDollars"));
    assertThat(sum(spent, Operands.SPENDING.with(Fund.STATE_LOCAL)))
        .isEqualTo(stated("stateAndLocalDollars"));
  }

  @Test
  void theSameOptionsGiveTheSameBytes(@TempDir Path again) throws IOException {
    generate(again, "--schools=300", "--districts=70", "--years=2");
    for (Path file : files("", "")) {
      assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file);
    }
  }

  @Test
  void everyJurisdictionHasSchoolsAndIdsAreUnique() {
    assertThat(data.units(Level.SCHOOL).stream().map(UnitId::code).map(c -> c.substring(0, 2)))
        .as("the small territories round to no school out of 300")
        .contains("01", "06", "48", "56");
    assertThat(data.units(Level.SCHOOL)).doesNotHaveDuplicates();
  }
}
