package org.resourceequity.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.resourceequity.io.table.Rowed.rows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.io.Notices;

/** Old workbooks. */
class XlsTest {

  @TempDir Path folder;

  private final Notices notices = new Notices();

  @Test
  void eachSheetIsATable() throws IOException {
    List<Table> tables = Tables.open(workbook(), notices);
    assertThat(tables).extracting(Table::sheet).containsExactly("Schools", "Staff");
    assertThat(tables).extracting(table -> table.medium().kind()).containsOnly("xls");
    assertThat(tables.get(0).headerLine()).isEqualTo(3);
    assertThat(tables.get(1).header()).containsExactly("id", "teachers");
    assertThat(rows(tables.get(1))).singleElement().extracting(row -> row.get("id")).isEqualTo("7");
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
    assertThat(row.get("short code")).isEqualTo("00042");
  }

  @Test
  void formulasGiveTheSavedValue() throws IOException {
    Row row = rows(Tables.open(workbook(), notices).get(0)).get(0);
    assertThat(row.get("double")).isEqualTo("240");
    assertThat(row.get("joined")).isEqualTo("0100005x");
    assertThat(row.get("wrong")).isEqualTo("#DIV/0!");
  }

  @Test
  void blankAndGapRowsAreSkipped() throws IOException {
    List<Row> rows = rows(Tables.open(workbook(), notices).get(0));
    assertThat(rows).extracting(Row::line).containsExactly(4L, 7L);
    assertThat(rows.get(1).get("pupils")).isEqualTo("0");
    assertThat(rows.get(1).get("charter")).isEmpty();
  }

  @Test
  void manyRowsTellHowFarTheReadingIs() throws IOException {
    Path path = folder.resolve("long.xls");
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(path)) {
      HSSFSheet sheet = workbook.createSheet("Long");
      for (int i = 0; i < 65_536; i++) {
        HSSFRow row = sheet.createRow(i);
        row.createCell(0).setCellValue(i == 0 ? "id" : "School " + i);
        row.createCell(1).setCellValue(i == 0 ? "n" : "x" + i % 7);
      }
      workbook.write(out);
    }
    List<Long> read = new ArrayList<>();
    Table table = Tables.open(path, notices, (file, bytes, total) -> read.add(bytes)).get(0);
    read.clear();
    List<Row> rows = rows(table);
    assertThat(rows).hasSize(65_535);
    assertThat(rows.get(65_534).get("id")).isEqualTo("School 65535");
    assertThat(read).hasSizeGreaterThanOrEqualTo(2).isSorted();
  }

  @Test
  void damagedWorkbookIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(workbook());
    Path cut = Files.write(folder.resolve("cut.xls"), Arrays.copyOf(whole, 600));
    assertThatExceptionOfType(TableException.class)
        .isThrownBy(() -> Tables.open(cut, notices))
        .withMessageContaining("damaged or protected workbook");
  }

  private Path workbook() throws IOException {
    Path path = folder.resolve("book.xls");
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(path)) {
      HSSFSheet sheet = workbook.createSheet("Schools");
      sheet.createRow(0).createCell(0).setCellValue("Report of the State");
      List<String> header =
          List.of(
              "School\nCode",
              "Pupils",
              "Share",
              "Large",
              "Day",
              "Moment",
              "Charter",
              "Short code",
              "Double",
              "Joined",
              "Wrong");
      HSSFRow names = sheet.createRow(2);
      for (int i = 0; i < header.size(); i++) {
        names.createCell(i).setCellValue(header.get(i));
      }
      HSSFRow row = sheet.createRow(3);
      row.createCell(0).setCellValue("0100005");
      row.createCell(1).setCellValue(120);
      row.createCell(2).setCellValue(4.1);
      row.createCell(3).setCellValue(481674008530.0);
      LocalDateTime moment = LocalDateTime.of(2019, 5, 31, 14, 30);
      format(row.createCell(4), "m/d/yyyy").setCellValue(moment.toLocalDate().atStartOfDay());
      format(row.createCell(5), "yyyy-mm-dd hh:mm").setCellValue(moment);
      row.createCell(6).setCellValue(true);
      format(row.createCell(7), "00000").setCellValue(42);
      row.createCell(8).setCellFormula("B4*2");
      row.createCell(9).setCellFormula("A4&\"x\"");
      row.createCell(10).setCellFormula("B4/0");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      format(sheet.createRow(4).createCell(0), "0.00");
      HSSFRow last = sheet.createRow(6);
      last.createCell(0).setCellValue("0100006");
      last.createCell(1).setCellValue(0);
      workbook.createSheet("Notes").createRow(0).createCell(0).setCellValue("only prose");
      HSSFSheet staff = workbook.createSheet("Staff");
      HSSFRow staffNames = staff.createRow(0);
      staffNames.createCell(0).setCellValue("id");
      staffNames.createCell(1).setCellValue("teachers");
      HSSFRow first = staff.createRow(1);
      first.createCell(0).setCellValue(7);
      first.createCell(1).setCellValue("many");
      workbook.write(out);
    }
    return path;
  }

  private static HSSFCell format(HSSFCell cell, String format) {
    HSSFWorkbook workbook = cell.getSheet().getWorkbook();
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    cell.setCellStyle(style);
    return cell;
  }
}
