package org.resourceequity.io.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Notices;

/** Damage of any kind gives rows, notices or a {@link TableException}, nothing else. */
class DamageLaws {

  @Property(tries = 200)
  void damagedGzipThrowsNothingButTableExceptions(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int hits) throws IOException {
    damageAndRead(gzip(text(seed)), seed, hits, ".csv.gz");
  }

  @Property(tries = 200)
  void damagedTextThrowsNothingButTableExceptions(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int hits) throws IOException {
    damageAndRead(text(seed), seed, hits, ".csv");
  }

  @Property(tries = 100)
  void damagedWorkbookThrowsNothingButTableExceptions(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int hits) throws IOException {
    damageAndRead(workbook(), seed, hits, ".xlsx");
  }

  @Property(tries = 150)
  void damagedOldWorkbookThrowsNothingButTableExceptions(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int hits) throws IOException {
    damageAndRead(oldWorkbook(), seed, hits, ".xls");
  }

  @Property(tries = 150)
  void damagedZipThrowsNothingButTableExceptions(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int hits) throws IOException {
    byte[] inner = ContainersTest.zip("a.csv", text(seed));
    damageAndRead(inner, seed, hits, ".zip");
    damageAndRead(ContainersTest.zip("inner.zip", inner), seed, hits, ".zip");
    damageAndRead(ContainersTest.zip("a.xlsx", workbook()), seed, hits, ".zip");
  }

  @Property(tries = 150)
  void damagedFixedWidthThrowsNothingButTableExceptions(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int hits) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      text.append(String.format(Locale.ROOT, "%02d %05d %-30s %8d%n", 37, i, "School", i * 7));
    }
    damageAndRead(text.toString().getBytes(UTF_8), seed, hits, ".txt");
  }

  @Property(tries = 150)
  void cutFilesOfAnyKindThrowNothingButTableExceptions(@ForAll long seed) throws IOException {
    for (byte[] whole :
        List.of(
            workbook(),
            oldWorkbook(),
            ContainersTest.zip("a.csv", text(seed)),
            ContainersTest.zip("a.xls", oldWorkbook()))) {
      read(Arrays.copyOf(whole, new Random(seed).nextInt(whole.length)), ".dat");
    }
  }

  @Property(tries = 200)
  void cutGzipIsNeverSilent(@ForAll long seed, @ForAll @IntRange(min = 1, max = 2_000) int missing)
      throws IOException {
    byte[] bytes = gzip(text(seed));
    Notices notices = read(Arrays.copyOf(bytes, Math.max(0, bytes.length - missing)), ".csv.gz");
    assertThat(notices.hasErrors()).isTrue();
  }

  private static void damageAndRead(byte[] bytes, long seed, int hits, String ending)
      throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < hits; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    read(bytes, ending);
  }

  /** Returns the notices; a refusal counts as one. */
  private static Notices read(byte[] bytes, String ending) throws IOException {
    Path path = Files.createTempFile("damaged", ending);
    Notices notices = new Notices();
    try {
      Files.write(path, bytes);
      for (Table table : Tables.open(path, notices)) {
        table.forEach(row -> row.get(0));
      }
    } catch (TableException e) {
      notices.add(
          new Notice(Notice.Severity.ERROR, "refused", "refused", "x", null, 0, null, null, null));
    } finally {
      Files.delete(path);
    }
    return notices;
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "equity", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Schools");
      for (int row = 0; row < 50; row++) {
        sheet.value(row, 0, "School " + row);
        sheet.value(row, 1, row == 0 ? "pupils" : "many");
        sheet.value(row, 2, row * 1.5);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] oldWorkbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      HSSFSheet sheet = workbook.createSheet("Schools");
      for (int i = 0; i < 50; i++) {
        HSSFRow row = sheet.createRow(i);
        row.createCell(0).setCellValue("School " + i);
        row.createCell(1).setCellValue(i == 0 ? "pupils" : "many");
        row.createCell(2).setCellValue(i * 1.5);
        row.createCell(3).setCellFormula("C" + (i + 1) + "*2");
      }
      workbook.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] text(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("id,name,value\n");
    for (int i = 0; i < 300; i++) {
      text.append(i).append(",\"School \"\"").append(i).append("\"\"\",");
      text.append(random.nextInt(100_000)).append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
