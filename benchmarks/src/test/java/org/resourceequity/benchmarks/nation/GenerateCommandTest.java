package org.resourceequity.benchmarks.nation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.resourceequity.Equity.ask;
import static org.resourceequity.Equity.progressivity;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.analysis.Grouping;
import org.resourceequity.analysis.Scope;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.model.Column;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Fund;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Ratios;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId;
import org.resourceequity.sample.PairedSample;
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

  /**
   * Students per teacher by quartile of need, state by state, is made of exactly the students and
   * teachers that the generator counted in schools that report students, meals and teachers.
   */
  @Test
  void quartilesOfNeedAreMadeOfTheStudentsAndTeachersOfEachState() throws IOException {
    PairedSample nation =
        ask(data, progressivity(Ratios.STUDENTS_PER_TEACHER, Ratios.share(Groups.SUBSIDISED_MEALS)))
            .of(Scope.schools().during(YEAR))
            .sample()
            .get();
    Map<String, List<Integer>> states = new TreeMap<>();
    for (int i = 0; i < nation.size(); i++) {
      states.computeIfAbsent(nation.units().key(i).substring(0, 2), s -> new ArrayList<>()).add(i);
    }
    Map<String, String> stated = statedByState();
    assertThat(states).hasSameSizeAs(stated.keySet()).hasSizeGreaterThan(45);
    for (State state : State.all()) {
      List<Integer> own = states.get("%02d".formatted(state.fips()));
      if (own == null) {
        continue;
      }
      PairedSample schools = nation.select(own.stream().mapToInt(Integer::intValue).toArray());
      List<String> keys =
          IntStream.range(0, schools.size()).mapToObj(schools.units()::key).toList();
      int[] quartiles = new Grouping.EqualUnits(4).assign(schools.needs(), schools.weights(), keys);
      double[] students = new double[4];
      double[] teachers = new double[4];
      for (int i = 0; i < quartiles.length; i++) {
        // The weight of a ratio is its denominator.
        teachers[quartiles[i]] += schools.weight(i);
        students[quartiles[i]] += schools.weight(i) * schools.value(i);
      }
      assertThat(
              "{\"schools\": %d, \"students\": %.0f, \"teachers\": %.2f}"
                  .formatted(
                      quartiles.length,
                      Arrays.stream(students).sum(),
                      Arrays.stream(teachers).sum()))
          .as(state.name())
          .isEqualTo(stated.get(state.postal()));
    }
  }

  /** Returns what the generator says of each state in the second year, without the meals. */
  private static Map<String, String> statedByState() throws IOException {
    Map<String, String> stated = new TreeMap<>();
    Matcher line =
        Pattern.compile("\"(..)\": (\\{\"schools.*\\})")
            .matcher(Files.readString(folder.resolve("totals_2324.json")));
    while (line.find()) {
      stated.put(line.group(1), line.group(2).replaceAll(" \"eligible\": \\d+,", ""));
    }
    return stated;
  }

  @Test
  void theMappingBesideItReadsTheSpending() throws IOException {
    EquityData spent =
        EquityFiles.readWithMapping(
                folder.resolve("school_spending_2324.json"),
                folder.resolve("school_spending_2324.csv"))
            .data();
    assertThat(sum(spent, FinanceOperands.SPENDING.with(Fund.FEDERAL)))
        .isEqualTo(stated("federalDollars"));
    assertThat(sum(spent, FinanceOperands.SPENDING.with(Fund.STATE_LOCAL)))
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
