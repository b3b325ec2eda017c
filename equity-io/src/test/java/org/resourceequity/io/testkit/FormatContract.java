package org.resourceequity.io.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.resourceequity.io.Coded;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Field;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.Format;
import org.resourceequity.io.Layout;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.LoadedTable;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Notices;
import org.resourceequity.io.table.Table;
import org.resourceequity.io.table.Tables;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.SchoolYear;

/** What every format must do with its fixtures. */
public interface FormatContract {

  /** Returns the formats to test. */
  Collection<? extends FileFormat> formats();

  /** Returns the folder with the good files of a format. */
  default Path fixtures(FileFormat format) {
    return Path.of("src", "test", "resources", "fixtures", format.id());
  }

  /** A fixture is read without an error, and all that is read has its source. */
  @TestFactory
  default Stream<DynamicTest> goodFileGivesNoErrors() {
    return each(
        (format, path) -> {
          Loaded loaded = EquityFiles.readAs(format, path);
          assertThat(loaded.notices().hasErrors()).as(loaded.notices().toString()).isFalse();
          assertThat(loaded.tables())
              .allMatch(table -> table.format().equals(format.id()) && !table.used().isEmpty());
          assertThat(loaded.tables().stream().mapToInt(LoadedTable::units).sum()).isPositive();
          for (EquityData data : loaded.stores()) {
            assertThat(data.columns().values())
                .allMatch(
                    column ->
                        !column.sources().isEmpty()
                            && column.sources().get(0).sha256().length() == 64);
          }
        });
  }

  /** Of all formats the fixture's own fits best. */
  @TestFactory
  default Stream<DynamicTest> isRecognisedByItsOwnFormat() {
    return each(
        (format, path) -> {
          for (Table table : tables(path)) {
            double own = format.recognise(table).score();
            assertThat(own).as(format.recognise(table).why()).isGreaterThanOrEqualTo(0.5);
            for (FileFormat other : formats()) {
              if (!other.id().equals(format.id())) {
                assertThat(other.recognise(table).score()).as(other.id()).isLessThan(own);
              }
            }
          }
        });
  }

  /** Reading is a function of the file. */
  @TestFactory
  default Stream<DynamicTest> readingTwiceGivesEqualData() {
    return each(
        (format, path) -> {
          assertThat(described(format, path)).isNotEmpty();
          assertThat(described(format, path)).isEqualTo(described(format, path));
        });
  }

  /** Columns are found by name, and rows stand for themselves. */
  @TestFactory
  default Stream<DynamicTest> orderOfColumnsAndRowsDoesNotMatter() {
    return eachText(
        (format, path, folder) -> {
          List<String> expected = described(format, path);
          for (int seed = 0; seed < 5; seed++) {
            Fixture shuffled = Fixture.of(table(format, path)).shuffled(new Random(seed));
            assertThat(described(format, shuffled.write(folder, path))).isEqualTo(expected);
          }
        });
  }

  /** Every code that the declaration lists is understood where it may stand. */
  @TestFactory
  default Stream<DynamicTest> everyDeclaredCodeIsKnown() {
    return eachText(
        (format, path, folder) -> {
          if (!(format instanceof Format declared)) {
            return;
          }
          Table table = table(format, path);
          Layout layout = declared.layout(table);
          Fixture fixture = Fixture.of(table);
          Map<Field, Integer> places = layout.places(table);
          EquityData data = EquityFiles.readAs(format, path).stores().get(0);
          Map<String, List<Integer>> byText = new TreeMap<>();
          for (Field number : layout.numbers()) {
            for (SchoolYear year :
                places.containsKey(number) ? data.years() : Set.<SchoolYear>of()) {
              for (String mark : number.codes().orElse(layout.codes(year)).marks().keySet()) {
                byText.computeIfAbsent(mark, m -> new ArrayList<>()).add(places.get(number));
              }
            }
          }
          for (Map.Entry<String, List<Integer>> mark : byText.entrySet()) {
            known(format, path, folder, fixture, mark.getValue(), mark.getKey());
          }
          for (var dimension : layout.dimensions()) {
            for (var code : dimension.codes()) {
              for (String text : code.texts()) {
                known(format, path, folder, fixture, place(places, dimension.field()), text);
              }
            }
          }
          for (Coded<?> coded : layout.coded()) {
            for (String code : coded.codes().keySet()) {
              known(
                  format,
                  path,
                  folder,
                  fixture,
                  place(places, coded.field()),
                  code.replace("*", ""));
            }
          }
        });
  }

  private static List<Integer> place(Map<Field, Integer> places, Field field) {
    return Stream.ofNullable(places.get(field)).toList();
  }

  private static void known(
      FileFormat format, Path path, Path folder, Fixture fixture, List<Integer> places, String text)
      throws IOException {
    if (!places.isEmpty() && !text.isEmpty()) {
      Fixture changed = fixture;
      for (int place : places) {
        changed = changed.with(-1, place, text);
      }
      assertThat(EquityFiles.readAs(format, changed.write(folder, path)).notices().counts())
          .as("\"%s\" in columns %s", text, places.stream().map(fixture.header()::get).toList())
          .doesNotContainKeys("unknown-token", "unknown-code", "not-a-number");
    }
  }

  /** A notice about a number names the line, the column and the text of that number. */
  @TestFactory
  default Stream<DynamicTest> noticesNameTheirLine() {
    return eachText(
        (format, path, folder) -> {
          if (!(format instanceof Format declared)) {
            return;
          }
          Table table = table(format, path);
          Layout layout = declared.layout(table);
          Fixture fixture = Fixture.of(table);
          int noticed = 0;
          Map<Field, Integer> places = layout.places(table);
          for (Field number : layout.numbers()) {
            int place = places.getOrDefault(number, -1);
            for (int row = 0; place >= 0 && row < Math.min(20, fixture.rows().size()); row++) {
              Path changed = fixture.with(row, place, "no number").write(folder, path);
              for (Notice notice : EquityFiles.readAs(format, changed).notices().examples()) {
                if (notice.code().equals("not-a-number")) {
                  assertThat(notice.line()).isEqualTo(row + 2);
                  assertThat(notice.column()).isEqualTo(fixture.header().get(place));
                  assertThat(notice.value()).isEqualTo("no number");
                  noticed++;
                }
              }
            }
          }
          assertThat(noticed > 0 || layout.numbers().isEmpty()).isTrue();
        });
  }

  /** A packed file that breaks off is an error and never silent. */
  @TestFactory
  default Stream<DynamicTest> truncatedFileSaysSo() {
    return eachText(
        (format, path, folder) -> {
          byte[] packed = gzip(Files.readAllBytes(path));
          for (int part = 1; part < 10; part++) {
            Path cut = folder.resolve(path.getFileName() + ".gz");
            Files.write(cut, Arrays.copyOf(packed, packed.length * part / 10));
            assertThat(EquityFiles.readAs(format, cut).notices().hasErrors()).isTrue();
          }
        });
  }

  /** Random damage gives notices; it never throws, hangs or takes all memory. */
  @TestFactory
  default Stream<DynamicTest> damageNeverThrows() {
    return eachText(
        (format, path, folder) -> {
          byte[] good = Files.readAllBytes(path);
          Path damaged = folder.resolve(String.valueOf(path.getFileName()));
          for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            byte[] bytes = good.clone();
            for (int hits = 1 + random.nextInt(20); hits > 0; hits--) {
              bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(damaged, bytes);
            assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> EquityFiles.readAs(format, damaged), "seed " + seed);
          }
        });
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static List<String> described(FileFormat format, Path path) {
    return EquityFiles.readAs(format, path).stores().stream()
        .flatMap(data -> Described.of(data).stream())
        .toList();
  }

  /** A check of a format with a fixture. */
  interface Check {
    /** Fails if the format does not do what it must. */
    void of(FileFormat format, Path fixture) throws IOException;
  }

  /** A check that changes a fixture and writes it into a folder of its own. */
  interface ChangingCheck {
    /** Fails if the format does not do what it must. */
    void of(FileFormat format, Path fixture, Path folder) throws IOException;
  }

  private Stream<DynamicTest> each(Check check) {
    List<DynamicTest> tests = new ArrayList<>();
    for (FileFormat format : formats()) {
      Path folder = fixtures(format);
      for (Path file : standsAlone(format) ? files(folder) : List.of(folder)) {
        tests.add(
            dynamicTest(format.id() + ": " + file.getFileName(), () -> check.of(format, file)));
      }
    }
    return tests.stream();
  }

  /** A declared format reads one file too, also where it reads a folder as one. */
  private static boolean standsAlone(FileFormat format) {
    return format instanceof Format || !format.isFolder();
  }

  /** Visits the fixtures that are texts with a header and stand alone. */
  private Stream<DynamicTest> eachText(ChangingCheck check) {
    return each(
        (format, file) -> {
          String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
          if (!standsAlone(format) || !name.matches(".*\\.(csv|txt|tsv|tab)")) {
            return;
          }
          Path folder = Files.createTempDirectory("format");
          try {
            check.of(format, file, folder);
          } finally {
            files(folder).forEach(each -> each.toFile().delete());
            Files.delete(folder);
          }
        });
  }

  private static List<Table> tables(Path path) throws IOException {
    List<Table> tables = new ArrayList<>();
    for (Path file : Files.isDirectory(path) ? files(path) : List.of(path)) {
      tables.addAll(Tables.open(file, new Notices()));
    }
    return tables;
  }

  /** Returns the table of a file with the names that its format gives the columns. */
  private static Table table(FileFormat format, Path path) throws IOException {
    Table table = Tables.open(path, new Notices()).get(0);
    return format instanceof Format declared
        ? declared.layout(table).shaped(table).orElseThrow()
        : table;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError("a format needs a fixture in " + folder, e);
    }
  }
}
