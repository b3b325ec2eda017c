package org.resourceequity.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Column;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** Spark in local mode gives what one machine gives, to the bit. */
class SparkJobTest {

  private static final int ROWS = 6_000;

  private static final String SCHOOLS =
      """
      {"publisher": "P", "title": "T", "scheme": "S", "level": "school", "hidden": {"*": [1, 9]},
       "columns": {"School": {"is": "id", "width": 5}, "School Name": "name",
                   "District": {"is": "district-id", "width": 3}, "Year": "year",
                   "Students": "enrolment", "Black": {"is": "enrolment", "group": "black"},
                   "White": {"is": "enrolment", "group": "white"}, "Dollars": "spending"}}
      """;

  private static final String STUDENTS =
      """
      {"publisher": "P", "title": "Students", "scheme": "S", "level": "school", "rows": "students",
       "columns": {"School": "id", "District": "district-id", "Year": "year",
                   "Race": {"is": "group", "codes": {"B": "black", "W": "white", "H": "hispanic"}},
                   "Suspended": {"is": "event", "id": "suspension", "yes": ["1"], "no": ["0"]}}}
      """;

  private static SparkSession spark;

  @TempDir Path folder = Path.of("");

  @BeforeAll
  static void startSpark() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 5)
            // So that small files have several partitions, and these stay several.
            .config("spark.sql.files.maxPartitionBytes", 50_000)
            .config("spark.sql.files.openCostInBytes", 0)
            .config("spark.sql.adaptive.enabled", false)
            .getOrCreate();
  }

  @AfterAll
  static void stopSpark() {
    spark.stop();
  }

  @Test
  void schoolsHaveTheBitsOfOneMachine() throws IOException {
    Path table = schools(folder.resolve("schools.csv"), 4_000);
    Path mapping = Files.writeString(folder.resolve("schools.json"), SCHOOLS);
    assertThat(spark.read().csv(table.toString()).javaRDD().getNumPartitions()).isGreaterThan(3);
    Loaded whole = EquityFiles.readWithMapping(mapping, table);
    assertThat(whole.notices().count("duplicate-unit")).isPositive();
    assertThat(run(table, "--mapping", mapping.toString())).startsWith("6,000 rows, ");
    assertSame(EquityFiles.open(folder.resolve("out/store.zip")), whole.data());
    assertMetrics(spark, folder.resolve("out"), whole.data());
  }

  @Test
  void parquetWithTypesIsTheSame() throws IOException {
    // As many schools as rows: after a repartition another of two rows may be the first.
    Path table = schools(folder.resolve("schools.csv"), ROWS);
    Path mapping = Files.writeString(folder.resolve("schools.json"), SCHOOLS);
    Path parquet = folder.resolve("schools.parquet");
    spark
        .read()
        .option("header", true)
        .option("escape", "\"")
        .schema(
            "School int, `School Name` string, District int, Year string, Students int,"
                + " Black string, White int, Dollars double")
        .csv(table.toString())
        .repartition(4)
        .write()
        .parquet(parquet.toString());
    assertThat(run(parquet, "--mapping", mapping.toString())).startsWith("6,000 rows, ");
    assertSame(
        EquityFiles.open(folder.resolve("out/store.zip")),
        EquityFiles.readWithMapping(mapping, table).data());
  }

  @Test
  void studentsAreCountedWhereTheyAre() throws IOException {
    Random random = new Random(7);
    List<String> lines = new ArrayList<>(List.of("School,District,Year,Race,Suspended"));
    for (int i = 0; i < 20_000; i++) {
      int school = random.nextInt(200);
      int race = random.nextInt(100) < school / 2 ? 0 : 1 + random.nextInt(2);
      lines.add(
          "s%d,d%d,%d,%s,%d"
              .formatted(
                  school,
                  school % 11,
                  2022 + random.nextInt(2),
                  "BWH".charAt(race),
                  random.nextInt(9) / 8));
    }
    Path table = Files.write(folder.resolve("students.csv"), lines);
    Path mapping = Files.writeString(folder.resolve("students.json"), STUDENTS);
    EquityData whole = EquityFiles.readWithMapping(mapping, table).data();
    assertThat(run(table, "--mapping", mapping.toString()))
        .isEqualTo("20,000 rows, 200 schools, 11 districts, 2 years" + System.lineSeparator());
    assertSame(EquityFiles.open(folder.resolve("out/store.zip")), whole);
    assertMetrics(spark, folder.resolve("out"), whole);
  }

  @Test
  void publishedFormatsAreKnownByTheirColumns() throws IOException {
    Path table =
        Path.of(
            System.getProperty("equity.root"),
            "equity-io/src/test/resources/fixtures/ccd-membership/ccd_sch_052_1819_l_1a_091019.csv");
    run(table);
    assertSame(EquityFiles.open(folder.resolve("out/store.zip")), EquityFiles.read(table).data());
  }

  @Test
  void emptyTableGivesNothing() throws IOException {
    Path table =
        Files.writeString(folder.resolve("t.csv"), "School,District,Year,Race,Suspended\n");
    Path mapping = Files.writeString(folder.resolve("students.json"), STUDENTS);
    StringWriter err = new StringWriter();
    int code =
        SparkJob.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            table.toString(),
            "--mapping",
            mapping.toString(),
            "--out",
            folder.resolve("out").toString());
    assertThat(err.toString()).contains("no counts of schools by race");
    assertThat(code).isEqualTo(1);
    assertThat(folder.resolve("out/store.zip")).exists();
  }

  @Test
  void mistakesHaveAnExitCodeAndOneLine() throws IOException {
    Path table = Files.writeString(folder.resolve("x.csv"), "A,B\n1,2\n");
    String out = folder.resolve("out").toString();
    assertMistake(2, "no metric of separation", table.toString(), "--out", out, "--with", "gini");
    assertMistake(2, "Missing required option: '--out", table.toString());
    assertMistake(3, "no format fits x.csv, the nearest is", table.toString(), "--out", out);
    assertMistake(3, "nowhere", folder.resolve("nowhere.csv").toString(), "--out", out);
  }

  @Test
  void helpNamesTheOptions() {
    StringWriter out = new StringWriter();
    assertThat(SparkJob.run(new PrintWriter(out), new PrintWriter(out), "--help")).isZero();
    assertThat(out.toString()).contains("--mapping", "--out", "store.zip", "Exit codes:");
  }

  private static void assertMistake(int code, String message, String... args) {
    StringWriter err = new StringWriter();
    PrintWriter out = new PrintWriter(new StringWriter());
    assertThat(SparkJob.run(out, new PrintWriter(err), args)).isEqualTo(code);
    assertThat(err.toString()).contains(message);
  }

  /** Writes rows about schools, several about some where there are fewer of these than rows. */
  private static Path schools(Path file, int schools) throws IOException {
    Random random = new Random(5);
    List<String> lines =
        new ArrayList<>(List.of("School,School Name,District,Year,Students,Black,White,Dollars"));
    for (int i = 0; i < ROWS; i++) {
      int school = schools < ROWS ? random.nextInt(schools) : i;
      int white = random.nextInt(400);
      int black = random.nextInt(100);
      lines.add(
          "%05d,\"School \"\"%d\"\", the\",%d,%s,%d,%s,%d,%s"
              .formatted(
                  school,
                  school,
                  school % 37,
                  random.nextBoolean() ? "2021-22" : "2022-23",
                  white + black,
                  black == 0 ? "*" : String.valueOf(black),
                  white,
                  1e6 * random.nextDouble()));
    }
    return Files.write(file, lines);
  }

  private String run(Path table, String... more) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> args = new ArrayList<>(List.of(table.toString()));
    args.addAll(List.of("--out", folder.resolve("out").toString()));
    args.addAll(List.of(more));
    int code =
        SparkJob.run(new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
    assertThat(code).as(err.toString()).isZero();
    return out.toString();
  }

  /** The numbers that the job wrote are those of the store of one machine, to the bit. */
  static void assertMetrics(SparkSession spark, Path out, EquityData whole) {
    List<Row> expected =
        DistrictSeparation.of(
                Attribute.RACE,
                List.of("mutual-information", "theil-h", "multigroup-dissimilarity"),
                MetricCatalog.load())
            .rows(whole);
    List<Row> written =
        spark
            .read()
            .option("header", true)
            .schema(DistrictSeparation.COLUMNS)
            .csv(out.resolve("metrics").toString())
            .collectAsList();
    assertThat(written).hasSameSizeAs(expected).hasSizeGreaterThan(20);
    for (int i = 0; i < written.size(); i++) {
      for (int at = 0; at < DistrictSeparation.COLUMNS.size(); at++) {
        // A text that is empty is nothing in a csv.
        Object value = expected.get(i).get(at);
        assertThat(written.get(i).get(at)).isEqualTo("".equals(value) ? null : value);
      }
    }
  }

  /** The stores have the same units, facts and cells. */
  static void assertSame(EquityData parts, EquityData whole) {
    for (Level level : Level.values()) {
      assertThat(parts.units(level)).isEqualTo(whole.units(level));
      for (UnitId id : whole.units(level)) {
        assertThat(parts.parent(id)).isEqualTo(whole.parent(id));
        if (id instanceof SchoolId school) {
          assertThat(parts.facts(school)).isEqualTo(whole.facts(school));
        } else if (id instanceof DistrictId district) {
          assertThat(parts.facts(district)).isEqualTo(whole.facts(district));
        }
      }
    }
    assertThat(parts.columns().keySet()).isEqualTo(whole.columns().keySet());
    for (ColumnKey key : whole.columns().keySet()) {
      Column expected = whole.column(key).orElseThrow();
      Column column = parts.column(key).orElseThrow();
      for (int i = 0; i < expected.size(); i++) {
        assertThat(column.cell(i)).as(key.toString()).isEqualTo(expected.cell(i));
      }
    }
  }
}
