package org.resourceequity.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.io.table.Table;
import org.resourceequity.io.table.Tables;

/** What every registered format must do. Its fixture is the file in fixtures/ID. */
class FormatContractTest {

  @TempDir Path folder = Path.of("");

  static Path fixture(String format) {
    Path in = Path.of("src", "test", "resources", "fixtures", format);
    try (Stream<Path> files = Files.list(in)) {
      return files.findFirst().orElseThrow(() -> new AssertionError("no fixture in " + in));
    } catch (IOException e) {
      throw new AssertionError("format " + format + " needs a fixture in " + in, e);
    }
  }

  @TestFactory
  Stream<DynamicTest> recognisesItsFixtureAndNoOther() {
    return Formats.all().stream()
        .flatMap(
            format ->
                Formats.all().stream()
                    .map(
                        other ->
                            dynamicTest(
                                format.id() + " and the fixture of " + other.id(),
                                () -> {
                                  Table table =
                                      Tables.open(fixture(other.id()), new Notices()).get(0);
                                  Recognition recognition = format.recognise(table);
                                  assertThat(recognition.isEnough())
                                      .as(recognition.why())
                                      .isEqualTo(format.id().equals(other.id()));
                                })));
  }

  @TestFactory
  Stream<DynamicTest> readingTwiceGivesEqualData() {
    return each(
        (format, path) ->
            assertThat(Described.of(EquityFiles.read(path).data()))
                .isEqualTo(Described.of(EquityFiles.read(path).data())));
  }

  @TestFactory
  Stream<DynamicTest> orderOfColumnsAndRowsDoesNotMatter() {
    return each(
        (format, path) -> {
          List<String> expected = Described.of(EquityFiles.read(path).data());
          assertThat(expected).isNotEmpty();
          for (int seed = 0; seed < 5; seed++) {
            Path shuffled = shuffle(path, new Random(seed));
            assertThat(Described.of(EquityFiles.read(shuffled).data())).isEqualTo(expected);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> namesItsColumnsAndItsSource() {
    return each(
        (format, path) -> {
          Loaded loaded = EquityFiles.read(path);
          LoadedTable table = loaded.tables().get(0);
          assertThat(table.format()).isEqualTo(format.id());
          assertThat(table.used()).isNotEmpty();
          assertThat(table.rows()).isEqualTo(table.units());
          loaded
              .data()
              .columns()
              .values()
              .forEach(
                  column ->
                      assertThat(column.sources())
                          .singleElement()
                          .matches(source -> source.sha256().length() == 64));
          assertThat(loaded.notices().hasErrors()).isFalse();
        });
  }

  @Test
  void twoFormatsWithTheSameIdFail() {
    FileFormat format = Formats.all().get(0);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Formats.checked(List.of(format, format)))
        .withMessageContaining(format.id())
        .withMessageContaining(format.title());
  }

  private interface Check {
    void accept(FileFormat format, Path fixture) throws IOException;
  }

  private static Stream<DynamicTest> each(Check check) {
    return Formats.all().stream()
        .map(format -> dynamicTest(format.id(), () -> check.accept(format, fixture(format.id()))));
  }

  private Path shuffle(Path path, Random random) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().detectBomHeader(true).ofCsvRecord(path)) {
      reader.forEach(row -> rows.add(row.getFields()));
    }
    List<Integer> order = new ArrayList<>(IntStream.range(0, rows.get(0).size()).boxed().toList());
    Collections.shuffle(order, random);
    Collections.shuffle(rows.subList(1, rows.size()), random);
    Path shuffled = folder.resolve(String.valueOf(path.getFileName()));
    try (CsvWriter writer = CsvWriter.builder().build(shuffled)) {
      rows.forEach(row -> writer.writeRecord(order.stream().map(row::get).toList()));
    }
    return shuffled;
  }
}
