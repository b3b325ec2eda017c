package org.resourceequity.io.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Notices;

class TablesTest {

  @TempDir Path folder;

  private final Notices notices = new Notices();

  @ParameterizedTest
  @ValueSource(strings = {",", "\t", ";", "|"})
  void findsTheDelimiter(String delimiter) throws IOException {
    Table table = only(text("Name,Pupils,Note\nA,1,x\nB,2,y\n".replace(",", delimiter)));
    assertThat(table.header()).containsExactly("Name", "Pupils", "Note");
    assertThat(rows(table)).extracting(row -> row.get("pupils")).containsExactly("1", "2");
    assertThat(notices.counts()).isEmpty();
  }

  @Test
  void decimalCommasDoNotHideSemicolons() throws IOException {
    Table table = only(text("a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n"));
    assertThat(rows(table).get(0).get("b")).isEqualTo("2,5");
  }

  @Test
  void quotesHoldDelimitersLineBreaksAndQuotes() throws IOException {
    Table table =
        only(
            text(
                "id,name\n"
                    + "1,\"a, b\"\n"
                    + "2,\"two\n"
                    + "lines\"\n"
                    + "3,\"say \"\"hi\"\"\"\n"
                    + "4,\"Pat\" O'Brien\n"));
    List<Row> rows = rows(table);
    assertThat(rows)
        .extracting(row -> row.get("name"))
        .startsWith("a, b", "two\nlines", "say \"hi\"")
        .hasSize(4);
    assertThat(rows).extracting(Row::line).containsExactly(2L, 3L, 5L, 6L);
    assertThat(notices.counts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void anyLineEndWillDoAndBlankLinesAreSkipped(String end) throws IOException {
    Table table = only(text(String.join(end, "a,b", "1,2", "", " ", "3,4", ",", "", "")));
    assertThat(rows(table)).extracting(Row::line).containsExactly(2L, 5L);
    assertThat(notices.counts()).isEmpty();
  }

  @Test
  void windows1252IsReadAndSaid() throws IOException {
    Table table = only(write("x.csv", "id,name\n1,Peñasco\n", ISO_8859_1));
    assertThat(rows(table).get(0).get("name")).isEqualTo("Peñasco");
    assertThat(notices.severity("encoding-windows-1252")).isEqualTo(Notice.Severity.INFO);
  }

  @Test
  void windows1252FarDownIsFound() throws IOException {
    String filler = "1,plain text\n".repeat(20_000);
    Table table = only(write("x.csv", "id,name\n" + filler + "2,Peñasco\n", ISO_8859_1));
    List<Row> rows = rows(table);
    assertThat(rows.get(rows.size() - 1).get("name")).isEqualTo("Peñasco");
  }

  @Test
  void utf8AcrossBufferBordersIsNotMistaken() throws IOException {
    Table table = only(text("id,name\n" + "1,ñéü€\n".repeat(50_000)));
    assertThat(rows(table)).hasSize(50_000).allMatch(row -> row.get("name").equals("ñéü€"));
    assertThat(notices.counts()).isEmpty();
  }

  @Test
  void byteOrderMarkIsStripped() throws IOException {
    assertThat(only(text("\uFEFFid,name\n1,ñ\n")).header()).containsExactly("id", "name");
    assertThat(only(write("y.csv", "id,name\n1,ñ\n", UTF_16)).header())
        .containsExactly("id", "name");
  }

  @Test
  void titleRowsAreSkipped() throws IOException {
    Table table = only(text("Report of the State\nMade 2019,in May\nid,name,a,b\n1,x,2,3\n"));
    assertThat(table.headerLine()).isEqualTo(3);
    assertThat(rows(table)).singleElement().extracting(Row::line).isEqualTo(4L);
    assertThat(notices.counts()).isEmpty();
  }

  @Test
  void namesAreLookedUpWithoutCaseOrWhiteSpace() throws IOException {
    Table table = only(text("\"Current\nExpense  Per\u00A0ADA \",id\n\u00A07 ,1\n"));
    Row row = rows(table).get(0);
    assertThat(table.header().get(0)).isEqualTo("Current\nExpense  Per\u00A0ADA ");
    assertThat(row.get("current expense PER ada")).isEqualTo("7");
    assertThat(row.get(table.header().get(0))).isEqualTo("7");
    assertThat(row.has("Current Expense Per ADA  ")).isTrue();
    assertThat(row.has("expense")).isFalse();
    assertThat(row.has("")).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> row.get("expense"))
        .withMessageContaining("\"expense\"")
        .withMessageContaining("id");
  }

  @Test
  void equalNamesAreNumbered() throws IOException {
    Row row = rows(only(text("Total,total,TOTAL ,Total (2)\n1,2,3,4\n"))).get(0);
    assertThat(row.get("total")).isEqualTo("1");
    assertThat(row.get("Total (2)")).isEqualTo("2");
    assertThat(row.get("Total (3)")).isEqualTo("3");
    assertThat(row.get("Total (2) (2)")).isEqualTo("4");
  }

  @Test
  void shortRowsReadAsEmptyAndAreNoticedOnce() throws IOException {
    Table table = only(text("a,b,c\n1,2,3\n4\n"));
    Row row = rows(table).get(1);
    assertThat(row.size()).isEqualTo(1);
    assertThat(row.get("c")).isEmpty();
    assertThat(row.get(99)).isEmpty();
    assertThat(rows(table)).hasSize(2);
    assertThat(notices.examples())
        .singleElement()
        .hasToString(
            "x.csv line 3: the row has too few fields, the missing ones are read as empty (found"
                + " \"1\", expected 3 fields)");
  }

  @Test
  void longRowsAreNoticedUnlessEmpty() throws IOException {
    // Census school finance files have one empty field more than the header.
    rows(only(text("a,b\n1,2,\n3,4,5\n")));
    assertThat(notices.counts()).containsOnlyKeys("long-row");
    assertThat(notices.examples()).singleElement().extracting(Notice::line).isEqualTo(3L);
  }

  @Test
  void quoteNeverClosedIsAnErrorAfterTheRowsBeforeIt() throws IOException {
    Table table = only(text("a,b\n1,2\n3,4\n5,\"six\n7,8\n"));
    assertThat(rows(table)).hasSize(2);
    assertThat(notices.severity("unreadable-row")).isEqualTo(Notice.Severity.ERROR);
    assertThat(notices.examples().get(0).line()).isEqualTo(3);
  }

  @Test
  void consumersExceptionsPassThrough() throws IOException {
    Table table = only(text("a,b\n1,2\n"));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                table.forEach(
                    row -> {
                      throw new IllegalStateException("mine");
                    }))
        .withMessage("mine");
  }

  @Test
  void gzipIsReadWhateverItsName() throws IOException {
    Path path = folder.resolve("x.csv");
    Files.write(path, gzip("a,b\n1,2\n".getBytes(UTF_8)));
    assertThat(rows(only(path))).hasSize(1);
  }

  @Test
  void cutGzipGivesTheRowsBeforeAndSaysSo() throws IOException {
    StringBuilder text = new StringBuilder("id,value\n");
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      text.append(i).append(',').append(random.nextInt()).append('\n');
    }
    byte[] whole = gzip(text.toString().getBytes(UTF_8));
    Path path = folder.resolve("cut.csv.gz");
    Files.write(path, Arrays.copyOf(whole, whole.length / 2));
    List<Row> rows = rows(only(path));
    assertThat(rows).hasSizeBetween(8_000, 12_000);
    Row last = rows.get(rows.size() - 1);
    assertThat(text.toString()).contains("\n" + last.get(0) + "," + last.get(1) + "\n");
    assertThat(notices.severity("truncated-file")).isEqualTo(Notice.Severity.ERROR);
    assertThat(notices.examples().get(0).file()).isEqualTo("cut.csv.gz");
    assertThat(notices.examples().get(0).line()).isEqualTo(last.line());
  }

  @Test
  void bombIsRefused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] row = ("1," + "0".repeat(999_997) + "\n").getBytes(UTF_8);
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write("a,b\n".getBytes(UTF_8));
      for (int i = 0; i < 200; i++) {
        out.write(row);
      }
    }
    Path path = folder.resolve("bomb.csv.gz");
    Files.write(path, packed.toByteArray());
    refused(path, "unpacks to far more than a table would");
  }

  @Test
  void zipGivesOneTablePerText() throws IOException {
    Path path = folder.resolve("x.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
      put(zip, "data/b.txt", "c\td\n3\t4\n");
      put(zip, "a.csv", "a,b\n1,2\n");
      put(zip, "readme.pdf", "%PDF");
      put(zip, "empty.csv", "");
    }
    List<Table> tables = Tables.open(path, notices);
    assertThat(tables).extracting(Table::file).containsExactly("x.zip!a.csv", "x.zip!data/b.txt");
    assertThat(rows(tables.get(1)).get(0).get("d")).isEqualTo("4");
    assertThat(notices.counts()).containsOnlyKeys("no-table", "skipped-entry");
  }

  @Test
  void whatIsNoTableIsRefusedWithTheReason() throws IOException {
    refused(folder.resolve("none.csv"), "\"none.csv\" does not exist");
    refused(Files.createDirectory(folder.resolve("empty")), "is a folder without tables");
    refused(text(""), "\"x.csv\" is empty; expected a table with a header row");
    refused(text("\uFEFF \n\n"), "\"x.csv\" is empty; expected a table with a header row");
    refused(text("<!DOCTYPE html>\n<html>404</html>"), "is a web page");
    refused(text("<?xml version=\"1.0\"?>\n<a/>"), "is XML");
    refused(write("x.parquet", "PAR1abcdefgh", UTF_8), "is Parquet");
    refused(text("just one line of prose\n"), "has no header row");
    refused(write("x.pdf", "%PDF-1.4 ...", UTF_8), "is not text");
    refused(write("x.bin", "a,b\n\0\0", UTF_8), "is not text");
    refused(write("x.gz", "\u001f\u008b\b", ISO_8859_1), "is a damaged gz file");
    refused(write("x.xlsx", "PK\u0003\u0004abc", ISO_8859_1), "damaged or incomplete");
    refused(
        write("x.xls", "\u00d0\u00cf\u0011\u00e0", ISO_8859_1), "damaged or protected workbook");
  }

  @Test
  void progressComesToTheEnd() throws IOException {
    Path path = text("a,b\n" + "1,2\n".repeat(1_000_000));
    List<Long> read = new ArrayList<>();
    Tables.open(path, notices, (file, bytes, total) -> read.add(bytes)).get(0).forEach(row -> {});
    assertThat(read).hasSizeBetween(6, 20).endsWith(Files.size(path));
  }

  @Test
  void realFilesAreWhole() throws IOException {
    String shared = System.getProperty("equity.shared", "");
    Path formats = Path.of(shared, "data", "formats");
    assumeThat(formats).isDirectory();
    Table massachusetts =
        only(formats.resolve("state-ma").resolve("MA_Public_Schools_2017.csv.gz"));
    assertThat(massachusetts.header()).hasSize(302);
    assertThat(rows(massachusetts)).hasSize(1861);
    List<Integer> sizes = new ArrayList<>();
    for (Table table :
        Tables.open(formats.resolve("state-il").resolve("18-21-Financial.xlsx"), notices)) {
      sizes.add(rows(table).size());
    }
    // The last sheet has 4794 rows, 70 of them formatted but without any value.
    assertThat(sizes).containsExactly(866, 4738, 4728, 4724);
    assertThat(notices.counts()).containsOnlyKeys("repeated-name");
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

  private static List<Row> rows(Table table) throws IOException {
    List<Row> rows = new ArrayList<>();
    table.forEach(rows::add);
    return rows;
  }

  private Path text(String text) throws IOException {
    return write("x.csv", text, UTF_8);
  }

  private Path write(String name, String text, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(charset));
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(UTF_8));
    zip.closeEntry();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
