package org.resourceequity.io.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Notices;

class XlsxTest {

  @TempDir Path folder;

  private final Notices notices = new Notices();

  @Test
  void eachSheetIsATableWithItsTitleRowsSkipped() throws IOException {
    List<Table> tables = Tables.open(workbook(), notices);
    assertThat(tables).extracting(Table::sheet).containsExactly("Schools", "Staff");
    Table schools = tables.get(0);
    assertThat(schools.headerLine()).isEqualTo(3);
    assertThat(schools.header()).startsWith("School\nCode", "Pupils", "Share");
    assertThat(notices.severity("no-table")).isEqualTo(Notice.Severity.INFO);
    assertThat(notices.count("no-table")).isEqualTo(1);
  }

  @Test
  void cellsBecomePlainText() throws IOException {
    Row row = rows(Tables.open(workbook(), notices).get(0)).get(0);
    assertThat(row.line()).isEqualTo(4);
    assertThat(row.get("school code")).isEqualTo("0100005");
    assertThat(row.get("pupils")).isEqualTo("120");
    assertThat(row.get("share")).isEqualTo("4.1");
    assertThat(row.get("large")).isEqualTo("481674008530");
    assertThat(row.get("day")).isEqualTo("2019-05-31");
    assertThat(row.get("moment")).isEqualTo("2019-05-31T14:30");
    assertThat(row.get("charter")).isEqualTo("TRUE");
  }

  @Test
  void rowsEndWhereTheirValuesEnd() throws IOException {
    List<Row> rows = rows(Tables.open(workbook(), notices).get(0));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).size()).isEqualTo(1);
    assertThat(rows.get(1).get("charter")).isEmpty();
    assertThat(notices.count("short-row")).isZero();
  }

  @Test
  void formulaGivesTheSavedValue() throws IOException {
    Path path =
        edited(workbook(), "xl/worksheets/sheet1.xml", "<v></v>", "", "</f>", "</f><v>240</v>");
    Row row = rows(Tables.open(path, notices).get(0)).get(0);
    assertThat(row.get("double")).isEqualTo("240");
    assertThat(notices.count("formula-without-value")).isZero();
  }

  @Test
  void formulaWithoutSavedValueIsNoticed() throws IOException {
    Row row = rows(Tables.open(workbook(), notices).get(0)).get(0);
    assertThat(row.get("double")).isEmpty();
    assertThat(notices.examples())
        .filteredOn(notice -> notice.code().equals("formula-without-value"))
        .singleElement()
        .extracting(Notice::column)
        .isEqualTo("Double");
  }

  @Test
  void cutWorkbookIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(workbook());
    Path path = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, whole.length / 2));
    assertThatExceptionOfType(TableException.class)
        .isThrownBy(() -> Tables.open(path, notices))
        .withMessageStartingWith("\"cut.xlsx\" is a damaged or incomplete archive")
        .withMessageContaining("; expected a complete");
  }

  @Test
  void brokenSheetGivesTheRowsBeforeAndSaysSo() throws IOException {
    Path path = folder.resolve("long.xlsx");
    try (OutputStream out = Files.newOutputStream(path);
        Workbook workbook = new Workbook(out, "equity", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Long");
      sheet.value(0, 0, "id");
      sheet.value(0, 1, "n");
      for (int i = 1; i < 100; i++) {
        sheet.value(i, 0, i);
        sheet.value(i, 1, i);
      }
    }
    Path broken = edited(path, "xl/worksheets/sheet1.xml", "<row r=\"60\"", "<row <<");
    assertThat(rows(Tables.open(broken, notices).get(0))).hasSizeBetween(50, 58);
    assertThat(notices.severity("truncated-file")).isEqualTo(Notice.Severity.ERROR);
  }

  private Path workbook() throws IOException {
    Path path = folder.resolve("book.xlsx");
    try (OutputStream out = Files.newOutputStream(path);
        Workbook workbook = new Workbook(out, "equity", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Schools");
      sheet.value(0, 0, "Report of the State");
      sheet.value(1, 0, "Made in May");
      List<String> header =
          List.of("School\nCode", "Pupils", "Share", "Large", "Day", "Moment", "Double", "Charter");
      for (int i = 0; i < header.size(); i++) {
        sheet.value(2, i, header.get(i));
      }
      sheet.value(3, 0, "0100005");
      sheet.value(3, 1, 120);
      sheet.value(3, 2, 4.1);
      sheet.value(3, 3, 481674008530L);
      sheet.value(3, 4, LocalDate.of(2019, 5, 31));
      sheet.style(3, 4).format("m/d/yyyy").set();
      sheet.value(3, 5, LocalDateTime.of(2019, 5, 31, 14, 30));
      sheet.style(3, 5).format("yyyy-mm-dd hh:mm").set();
      sheet.formula(3, 6, "B4*2");
      sheet.value(3, 7, true);
      sheet.value(4, 0, "0100006");
      sheet.style(4, 20).bold().set();
      workbook.newWorksheet("Notes").value(0, 0, "only prose");
      Worksheet staff = workbook.newWorksheet("Staff");
      staff.value(0, 0, "id");
      staff.value(0, 1, "teachers");
    }
    return path;
  }

  /** Copies a workbook, replacing texts in one part: pairs of old and new. */
  private Path edited(Path path, String part, String... replacements) throws IOException {
    Path copy = folder.resolve("edited.xlsx");
    try (ZipFile zip = new ZipFile(path.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        if (entry.getName().equals(part)) {
          String text = new String(bytes, UTF_8);
          for (int i = 0; i < replacements.length; i += 2) {
            text = text.replace(replacements[i], replacements[i + 1]);
          }
          bytes = text.getBytes(UTF_8);
        }
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(bytes);
        out.closeEntry();
      }
    }
    return copy;
  }

  private static List<Row> rows(Table table) throws IOException {
    List<Row> rows = new ArrayList<>();
    table.forEach(rows::add);
    return rows;
  }
}
