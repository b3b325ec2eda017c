package org.resourceequity.io.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.resourceequity.io.table.Rowed.rows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Notices;

/** Files in files, and folders. */
class ContainersTest {

  private static final byte[] TABLE = "a,b\n1,2\n3,4\n".getBytes(UTF_8);

  @TempDir Path folder;

  private final Notices notices = new Notices();

  @Test
  void deflate64IsUnpacked() throws IOException {
    byte[] text = "NCESSCH,STUDENT_COUNT\n010000500870,12\n".getBytes(UTF_8);
    Path path = folder.resolve("x.zip");
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(path.toFile())) {
      ZipArchiveEntry entry = new ZipArchiveEntry("membership.csv");
      entry.setMethod(ZipMethod.ENHANCED_DEFLATED.getCode());
      CRC32 crc = new CRC32();
      crc.update(text);
      entry.setCrc(crc.getValue());
      entry.setSize(text.length);
      // Without matches a Deflate stream is a Deflate64 stream too.
      byte[] packed = huffmanOnly(text);
      entry.setCompressedSize(packed.length);
      zip.addRawArchiveEntry(entry, new ByteArrayInputStream(packed));
    }
    Table table = only(path);
    assertThat(table.file()).isEqualTo("x.zip!membership.csv");
    assertThat(rows(table).get(0).get("ncessch")).isEqualTo("010000500870");
    assertThat(notices.counts()).isEmpty();
  }

  @Test
  void zipsInZipsAreOpened() throws IOException {
    byte[] inner = zip("data/b.txt", TABLE);
    Path path = write("x.zip", zip("inner.zip", inner));
    Table table = only(path);
    assertThat(table.file()).isEqualTo("x.zip!inner.zip!data/b.txt");
    assertThat(table.medium()).hasToString("text in zip in zip, UTF-8, comma");
    assertThat(rows(table)).hasSize(2);
    assertThat(rows(table)).hasSize(2);
  }

  @Test
  void workbooksInZipAndGzAreOpened() throws IOException {
    byte[] workbook = workbook();
    Table zipped = only(write("x.zip", zip("f33.xlsx", workbook)));
    assertThat(zipped.file()).isEqualTo("x.zip!f33.xlsx");
    assertThat(zipped.sheet()).isEqualTo("Schools");
    assertThat(zipped.medium()).hasToString("xlsx in zip");
    assertThat(rows(zipped)).hasSize(1);
    Table gz = only(write("x.gz", gzip(workbook)));
    assertThat(gz.medium()).hasToString("xlsx in gz");
    assertThat(rows(gz)).hasSize(1);
    Table both = only(write("y.zip", zip("a.csv.gz", gzip(TABLE))));
    assertThat(both.medium().kind()).isEqualTo("text in gz in zip");
    assertThat(rows(both)).hasSize(2);
  }

  @Test
  void packedTooOftenIsRefused() throws IOException {
    byte[] bytes = TABLE;
    for (int i = 0; i < 4; i++) {
      bytes = zip(i == 0 ? "a.csv" : "a.zip", bytes);
    }
    Path path = write("x.zip", bytes);
    refused(path, "is packed in 4 other files");
  }

  @Test
  void namesThatLeaveTheFolderAreOnlyNames() throws IOException {
    Path path = write("x.zip", zip("../../evil.csv", TABLE));
    assertThat(only(path).file()).isEqualTo("x.zip!../../evil.csv");
    Path packed = write("y.zip", zip("../../evil.zip", zip("/etc/evil.csv", TABLE)));
    assertThat(rows(only(packed))).hasSize(2);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactlyInAnyOrder(path, packed);
    }
  }

  @Test
  void cutZipIsRefused() throws IOException {
    byte[] whole = zip("a.csv", TABLE);
    refused(
        write("x.zip", Arrays.copyOf(whole, whole.length - 30)),
        "is a damaged or incomplete archive");
  }

  @Test
  void changedContentIsNotSilent() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      ZipArchiveEntry entry = new ZipArchiveEntry("a.csv");
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(TABLE.length);
      CRC32 crc = new CRC32();
      crc.update(TABLE);
      entry.setCrc(crc.getValue());
      zip.putArchiveEntry(entry);
      zip.write(TABLE);
      zip.closeArchiveEntry();
    }
    byte[] changed = bytes.toByteArray();
    int at = new String(changed, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("1,2");
    changed[at] = '9';
    rows(only(write("x.zip", changed)));
    assertThat(notices.severity("truncated-file")).isEqualTo(Notice.Severity.ERROR);
  }

  @Test
  void manySmallBombsAreOneLargeBomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] zeros = new byte[1 << 20];
    Arrays.fill(zeros, (byte) '0');
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 10; i++) {
        zip.putNextEntry(new ZipEntry(i + ".csv"));
        zip.write("a,b\n".getBytes(UTF_8));
        for (int j = 0; j < 30; j++) {
          zip.write(zeros);
        }
        zip.closeEntry();
      }
    }
    List<Table> tables = Tables.open(write("x.zip", bytes.toByteArray()), notices);
    // 100 MB are three tables of 30 MB; each of them is fine, all together are not.
    assertThat(tables).hasSize(3);
    assertThat(notices.severity("no-table")).isEqualTo(Notice.Severity.ERROR);
    assertThat(notices.examples())
        .extracting(Notice::message)
        .anyMatch(m -> m.contains("far more"));
  }

  @Test
  void aHugeCellOfAWorkbookIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "xl/workbook.xml", "<workbook/>".getBytes(UTF_8));
      put(zip, "xl/worksheets/sheet1.xml", ("<c>" + "x".repeat(2_000_000)).getBytes(UTF_8));
    }
    refused(write("x.xlsx", bytes.toByteArray()), "has a cell of more than");
  }

  @Test
  void aHugeFieldIsAnUnreadableRow() throws IOException {
    Path path = write("x.csv", ("a,b\n1,2\n3,\"" + "x\n".repeat(9_000_000)).getBytes(UTF_8));
    assertThat(rows(only(path))).hasSize(1);
    assertThat(notices.severity("unreadable-row")).isEqualTo(Notice.Severity.ERROR);
  }

  @Test
  void aFolderGivesTheTablesOfItsFiles() throws IOException {
    Files.createDirectories(folder.resolve("in").resolve("deep"));
    write("in/b.csv", TABLE);
    write("in/deep/a.zip", zip("c.csv", TABLE));
    write("in/readme.txt", "nothing but prose".getBytes(UTF_8));
    write("in/.hidden.csv", TABLE);
    assertThat(Tables.open(folder.resolve("in"), notices))
        .extracting(Table::file)
        .containsExactly("b.csv", "a.zip!c.csv");
    assertThat(notices.counts()).containsOnlyKeys("no-table");
  }

  @Test
  void anInterruptedThreadStops() throws IOException {
    StringBuilder text = new StringBuilder("a,b\n");
    for (int i = 0; i < 100_000; i++) {
      text.append(i).append(",x\n");
    }
    for (Path path :
        List.of(
            write("x.csv", text.toString().getBytes(UTF_8)),
            write("x.zip", zip("y.csv", text.toString().getBytes(UTF_8))),
            write("x.xlsx", workbook()))) {
      Table table = only(path);
      List<Row> read = new ArrayList<>();
      try {
        assertThatExceptionOfType(CancellationException.class)
            .isThrownBy(
                () ->
                    table.forEach(
                        row -> {
                          read.add(row);
                          Thread.currentThread().interrupt();
                        }))
            .withMessageContaining("was interrupted");
        assertThatExceptionOfType(CancellationException.class)
            .isThrownBy(() -> Tables.open(path, notices));
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
      assertThat(read).hasSize(1);
      assertThat(rows(table)).hasSizeGreaterThanOrEqualTo(1);
    }
    assertThat(notices.hasErrors()).isFalse();
  }

  private void refused(Path path, String reason) {
    assertThatExceptionOfType(TableException.class)
        .isThrownBy(() -> Tables.open(path, notices))
        .withMessageContaining(reason);
  }

  private Table only(Path path) throws IOException {
    List<Table> tables = Tables.open(path, notices);
    assertThat(tables).hasSize(1);
    return tables.get(0);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, name, content);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] huffmanOnly(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setStrategy(Deflater.HUFFMAN_ONLY);
    deflater.setInput(bytes);
    deflater.finish();
    byte[] packed = new byte[2 * bytes.length + 100];
    int length = 0;
    while (!deflater.finished()) {
      length += deflater.deflate(packed, length, packed.length - length);
    }
    deflater.end();
    return Arrays.copyOf(packed, length);
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "equity", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Schools");
      sheet.value(0, 0, "id");
      sheet.value(0, 1, "n");
      sheet.value(1, 0, "x");
      sheet.value(1, 1, "y");
    }
    return bytes.toByteArray();
  }
}
