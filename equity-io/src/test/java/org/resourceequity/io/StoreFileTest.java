package org.resourceequity.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.io.testkit.Described;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Column;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.SchoolId;

class StoreFileTest {

  @TempDir Path folder = Path.of("");

  @Test
  void massachusettsComesBackEqual() {
    comesBackEqual(EquityFiles.read(Shared.fixture("ma-public-schools")).data());
  }

  @Test
  void joinedIllinoisComesBackEqual() {
    comesBackEqual(
        EquityFiles.read(Shared.fixture("il-report-card-finance"), Shared.fixture("il-directory"))
            .joined()
            .data());
  }

  @Test
  void boundsAndAwkwardTextsComeBack() {
    SchoolId id = new SchoolId("1, \"2\"\n3");
    EquityData data =
        EquityData.builder("S")
            .add(
                id,
                Operands.ENROLMENT.at(Level.SCHOOL, SchoolYear.ending(2020)),
                new Cell.Bounded(1, 9, Reason.SUPPRESSED_PRIVACY))
            .add(
                id,
                FinanceOperands.SPENDING.at(Level.SCHOOL, SchoolYear.ending(2020)),
                Cell.derived(0.1 + 0.2))
            .alias(id, "other", "é")
            .build();
    comesBackEqual(data);
  }

  @Test
  void sameStoreGivesTheSameBytes() throws IOException {
    EquityData data = EquityFiles.read(Shared.fixture("ma-public-schools")).data();
    Path first = folder.resolve("a.zip");
    Path second = folder.resolve("b.zip");
    EquityFiles.save(data, first);
    EquityFiles.save(EquityFiles.open(first), second);
    assertThat(Files.readAllBytes(second)).isEqualTo(Files.readAllBytes(first));
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("x.zip"), "no zip");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EquityFiles.open(text))
        .withMessageContaining("x.zip is not a saved store");
    Path other = folder.resolve("y.zip");
    try (OutputStream out = Files.newOutputStream(other);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("a.csv"));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EquityFiles.open(other))
        .withMessageContaining("there is no store.csv in it");
  }

  @Test
  void realFilesComeBackEqual() {
    comesBackEqual(
        EquityFiles.read(
                Shared.format("state-il", "18-21-Financial.xlsx"),
                Shared.format("state-il", "IL_RCDTS_codes.csv"))
            .joined()
            .data());
  }

  private void comesBackEqual(EquityData data) {
    Path path = folder.resolve("store.zip");
    EquityFiles.save(data, path);
    EquityData back = EquityFiles.open(path);
    assertThat(back.scheme()).isEqualTo(data.scheme());
    assertThat(Described.of(back)).isEqualTo(Described.of(data));
    assertThat(sources(back)).isEqualTo(sources(data));
    for (Level level : Level.values()) {
      data.units(level).forEach(id -> assertThat(back.line(id)).isEqualTo(data.line(id)));
    }
  }

  private static List<Object> sources(EquityData data) {
    List<Object> sources = new ArrayList<>();
    for (Column column : data.columns().values()) {
      sources.add(column.sources());
    }
    return sources;
  }

  @Test
  void aStoreThatUnpacksToFarTooMuchIsRefused() throws IOException {
    Path path = folder.resolve("bomb.zip");
    byte[] zeros = new byte[1 << 20];
    Arrays.fill(zeros, (byte) '\n');
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
      zip.putNextEntry(new ZipEntry("store.csv"));
      zip.write("version,scheme\n".getBytes(UTF_8));
      for (int i = 0; i < 120; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EquityFiles.open(path))
        .withMessageContaining("unpacks to far more");
  }
}
