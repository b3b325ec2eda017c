package org.resourceequity.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.io.table.RowConsumer;
import org.resourceequity.io.table.Table;
import org.resourceequity.io.table.Tables;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operands;

/** What is read of a large file does not depend on the reader nor on the number of threads. */
class LargeFileTest {

  private static final String SCAN_FROM = "equity.scan.from";
  private static final String HEADER =
      "SCHOOL_YEAR,ST,SCH_NAME,LEAID,NCESSCH,GRADE,RACE_ETHNICITY,SEX,STUDENT_COUNT,"
          + "TOTAL_INDICATOR,DMS_FLAG";
  private static final List<String> RACES =
      List.of("Asian", "White", "Hispanic/Latino", "Two or more races");

  @TempDir Path folder;

  LargeFileTest() {}

  @BeforeEach
  void scanEverything() {
    System.setProperty(SCAN_FROM, "0");
  }

  @AfterEach
  void scanWhatIsLarge() {
    System.clearProperty(SCAN_FROM);
  }

  /** What was read: the saved store, the notices and the number of rows. */
  private record Outcome(Map<String, String> store, String notices, long rows) {}

  private static List<String> rows() {
    List<String> rows = new ArrayList<>();
    Random random = new Random(5);
    for (int school = 1; school <= 120; school++) {
      for (String sex : List.of("Female", "Male")) {
        for (String race : RACES) {
          rows.add(row(school, "Grade 3", race, sex, random.nextInt(40), "Reported"));
        }
      }
    }
    return rows;
  }

  private static String row(
      int school, String grade, String race, String sex, int count, String flag) {
    int district = 100001 + school / 7;
    return "2022-2023,TX,\"School \"\"%d\"\", North\",0%d,0%d%05d,%s,%s,%s,%d,%s,%s"
        .formatted(
            school,
            district,
            district,
            school,
            grade,
            race,
            sex,
            count,
            "Category Set A - By Race/Ethnicity; Sex; Grade",
            flag);
  }

  private Path write(List<String> rows) throws IOException {
    Path file = folder.resolve("ccd_sch_052_2223.csv");
    Files.writeString(file, HEADER + "\n" + String.join("\n", rows) + "\n");
    return file;
  }

  private Outcome read(Path file, ReadOptions options) throws IOException {
    Loaded loaded = EquityFiles.read(options.withoutChecksums(), file);
    Path saved = folder.resolve("store.zip");
    EquityFiles.save(loaded.data(), saved);
    Map<String, String> entries = new TreeMap<>();
    try (ZipFile zip = new ZipFile(saved.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        entries.put(
            entry.getName(),
            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    String notices = loaded.notices().counts() + "\n" + loaded.notices().examples();
    return new Outcome(entries, notices, loaded.tables().get(0).rows());
  }

  /** Reads with the plain reader, then by one to five threads. */
  private Outcome sameForAll(List<String> rows) throws IOException {
    Path file = write(rows);
    System.clearProperty(SCAN_FROM);
    Outcome plain = read(file, ReadOptions.DEFAULT);
    System.setProperty(SCAN_FROM, "0");
    for (int threads = 1; threads <= 5; threads++) {
      assertThat(read(file, ReadOptions.DEFAULT.onThreads(threads)))
          .as("%d threads", threads)
          .isEqualTo(plain);
    }
    return plain;
  }

  @Test
  void threadsMakeNoDifference() throws IOException {
    Outcome read = sameForAll(rows());
    assertThat(read.rows()).isEqualTo(120 * 2 * 4);
    assertThat(read.notices()).startsWith("{}");
  }

  @Test
  void rowsMayComeInAnyOrder() throws IOException {
    List<String> shuffled = rows();
    Collections.shuffle(shuffled, new Random(1));
    sameForAll(shuffled);
  }

  @Test
  void aRowThatIsTwiceInTheFileIsReadOnce() throws IOException {
    List<String> rows = rows();
    rows.add(rows.get(3));
    rows.add(row(1, "Grade 3", "White", "Male", 7, "Reported"));
    assertThat(sameForAll(rows).notices()).startsWith("{duplicate-unit=2}").contains("line 962");
  }

  @Test
  void rowsThatContradictEachOtherAreTakenInTheirOrder() throws IOException {
    List<String> rows = rows();
    rows.add(row(2, "Grade 4", "White", "Male", 7, "Reported").replace("School", "Academy"));
    sameForAll(rows);
  }

  @Test
  void oddRowsAreNoticedOnTheirLines() throws IOException {
    List<String> rows = rows();
    rows.add(700, "2022-2023,TX");
    rows.add(400, row(1, "Grade 4", "Purple", "Male", 1, "Reported"));
    rows.add(100, row(1, "Grade 5", "White", "Male", 1, "Reported") + ",more");
    rows.add(200, HEADER);
    rows.add(800, row(1, "Grade 6", "White", "Male", 1, "Odd"));
    String notices = sameForAll(rows).notices();
    assertThat(notices)
        .contains("short-row=1", "unknown-code=1", "long-row=1", "repeated-header=1");
    assertThat(notices).contains("line 102", "line 202", "line 404", "line 705", "line 802");
  }

  @Test
  void fieldsMayHaveLineEnds() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String row : rows()) {
      rows.add(row.replace("North", "North\n\n2022-2023,TX,\nBuilding"));
    }
    assertThat(sameForAll(rows).rows()).isEqualTo(120 * 2 * 4);
  }

  @Test
  void aMarkThatIsNeverClosedIsNamedByItsRow() throws IOException {
    List<String> rows = rows();
    rows.add(700, "2022-2023,TX,\"Never closed,01");
    Path file = write(rows.stream().map(row -> row.replace("\"", "'")).toList());
    Files.writeString(file, Files.readString(file).replace("'Never", "\"Never"));
    for (int threads = 1; threads <= 3; threads++) {
      Loaded loaded = EquityFiles.read(ReadOptions.DEFAULT.onThreads(threads), file);
      assertThat(loaded.notices().toString())
          .contains("the row on line 702 cannot be read: a quotation mark is never closed")
          .contains("the last good line is 701");
    }
  }

  @Test
  void packedFilesAreTheSame() throws IOException {
    Path file = write(rows());
    Outcome plain = read(file, ReadOptions.DEFAULT);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(Files.readAllBytes(file));
    }
    Path packed = Files.write(folder.resolve("ccd_sch_052_2223.csv.gz"), bytes.toByteArray());
    Outcome read = read(packed, ReadOptions.DEFAULT);
    assertThat(read.store().get("cells.csv")).isEqualTo(plain.store().get("cells.csv"));
    assertThat(read.notices()).isEqualTo(plain.notices());
  }

  @Test
  void whoStopsWaitingStopsTheThreads() throws IOException, InterruptedException {
    Table table = Tables.open(write(rows()), new Notices()).get(0);
    Thread caller = Thread.currentThread();
    CountDownLatch stopped = new CountDownLatch(1);
    RowConsumer waits =
        row -> {
          caller.interrupt();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            stopped.countDown();
            Thread.currentThread().interrupt();
          }
        };
    try {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> table.forEachPart(List.of(waits, row -> {})));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(await(stopped)).isTrue();
  }

  private static boolean await(CountDownLatch latch) throws InterruptedException {
    return latch.await(30, TimeUnit.SECONDS);
  }

  @Test
  void whatAConsumerThrowsIsThrown() throws IOException {
    Table table = Tables.open(write(rows()), new Notices()).get(0);
    RowConsumer takes = row -> {};
    RowConsumer fails =
        row -> {
          throw new IOException("full");
        };
    assertThatIOException()
        .isThrownBy(() -> table.forEachPart(List.of(takes, fails)))
        .withMessage("full");
  }

  @Test
  void onlyWhatIsWantedIsRead() throws IOException {
    Path file = write(rows());
    EquityData all = EquityFiles.read(ReadOptions.DEFAULT, file).data();
    EquityData some =
        EquityFiles.read(
                ReadOptions.DEFAULT.dividedBy(Attribute.RACE, Attribute.GRADE).onThreads(3), file)
            .data();
    assertThat(some.units(Level.SCHOOL)).isEqualTo(all.units(Level.SCHOOL));
    assertThat(some.columns()).isNotEmpty();
    some.columns()
        .forEach(
            (key, column) -> {
              assertThat(key.what()).isEqualTo(Operands.ENROLMENT.what());
              assertThat(key.group().is()).hasSize(2);
              some.units(Level.SCHOOL)
                  .forEach(id -> assertThat(some.cell(id, key)).isEqualTo(all.cell(id, key)));
            });
    assertThat(EquityFiles.read(ReadOptions.DEFAULT.dividedBy(Attribute.SEX), file).stores().get(0))
        .satisfies(none -> assertThat(none.columns()).isEmpty());
  }

  @Test
  void aDamagedIdIsNoticedOnEachRow() throws IOException {
    List<String> rows = rows();
    rows.replaceAll(row -> row.replaceAll(",0(\\d{11}),", ",$1,"));
    assertThat(sameForAll(rows).notices()).contains("repaired-id=" + rows.size());
  }

  @Test
  void rowsMayHaveFewerFieldsInEachCycle() throws IOException {
    List<String> rows = rows();
    rows.replaceAll(
        row ->
            row.contains("White") && row.contains(",0100005") ? row.replace(",Reported", "") : row);
    assertThat(sameForAll(rows).notices()).contains("short-row=");
  }

  @Test
  void rowsMayHaveMoreFieldsInEachCycle() throws IOException {
    List<String> rows = rows();
    rows.replaceAll(row -> row.contains("White") && row.contains(",0100005") ? row + ",more" : row);
    assertThat(sameForAll(rows).notices()).contains("long-row=");
  }

  @Test
  void aUnitInEachPartHasItsOwnNumber() {
    FileReading all = new FileReading(new Notices());
    FileReading first = new FileReading(new Notices());
    FileReading second = new FileReading(new Notices());
    first.number(org.resourceequity.model.UnitId.of(Level.SCHOOL, "a"));
    first.number(org.resourceequity.model.UnitId.of(Level.SCHOOL, "b"));
    second.number(org.resourceequity.model.UnitId.of(Level.SCHOOL, "c"));
    second.number(org.resourceequity.model.UnitId.of(Level.SCHOOL, "a"));
    assertThat(all.places(first)).containsExactly(0, 1);
    assertThat(all.places(second)).containsExactly(2, 0);
  }

  @Test
  void recordsOnOneLineAreAboutTheirOwnUnits() throws IOException {
    Path file = folder.resolve("page-1.json");
    Files.writeString(
        file,
        "{\"count\":2,\"results\":["
            + "{\"year\":2018,\"ncessch\":\"019990100010\",\"grade\":99,\"race\":99,\"sex\":99,\"enrollment\":300,\"fips\":1,\"leaid\":\"0199901\"},"
            + "{\"year\":2018,\"ncessch\":\"019990100020\",\"grade\":99,\"race\":99,\"sex\":99,\"enrollment\":850,\"fips\":1,\"leaid\":\"0199901\"}]}");
    assertThat(EquityFiles.read(file).data().units(Level.SCHOOL)).hasSize(2);
  }
}
