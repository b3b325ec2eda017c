package org.resourceequity.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Notices;

class RecordSourceTest {

  private static final String XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Export xmlns="http://example.org/1">
        <School id="S1"><Name>Oak &amp; Elm</Name><Grade>K</Grade><Grade>1</Grade></School>
        <Staff><In ref="S1"> </In></Staff>
        <School><Name>Ash</Name><Of><Id>7</Id></Of></School>
      </Export>
      """;

  @TempDir Path folder = Path.of("");

  private final Notices notices = new Notices();

  private List<Table> open(String text) throws IOException {
    return Tables.open(Files.writeString(folder.resolve("file"), text), notices);
  }

  private static List<Row> rows(Table table) throws IOException {
    List<Row> rows = new ArrayList<>();
    table.forEach(rows::add);
    return rows;
  }

  @Test
  void eachKindOfElementBelowTheRootIsOneTable() throws IOException {
    List<Table> tables = open(XML);
    assertThat(tables).extracting(Table::sheet).containsExactly("Export/School", "Export/Staff");
    Table schools = tables.get(0);
    assertThat(schools.header()).containsExactly("@id", "Name", "Grade", "Grade[2]", "Of/Id");
    assertThat(rows(schools))
        .extracting(row -> row.get("Name"))
        .containsExactly("Oak & Elm", "Ash");
    assertThat(rows(schools)).extracting(row -> row.get("Grade[2]")).containsExactly("1", "");
    assertThat(rows(schools)).extracting(Row::line).containsExactly(3L, 5L);
    assertThat(rows(tables.get(1)).get(0).get("In/@ref")).isEqualTo("S1");
    assertThat(notices.counts()).isEmpty();
  }

  @Test
  void objectsOfAnArrayAndObjectsInLinesAreRows() throws IOException {
    String one = "{\"id\": 1, \"in\": {\"code\": \"a\"}, \"grades\": [{\"is\": 1}, {\"is\": 2}]}";
    String two = "{\"id\": 2, \"in\": null, \"marks\": [\"x\", \"y\"]}";
    for (String text : List.of("[" + one + ",\n" + two + "]", one + "\n" + two + "\n")) {
      Table table = open(text).get(0);
      assertThat(table.header())
          .containsExactly("Id", "In/Code", "Grades/Is", "Grades[2]/Is", "Marks", "Marks[2]");
      assertThat(rows(table)).extracting(row -> row.get("Id")).containsExactly("1", "2");
      assertThat(rows(table)).extracting(row -> row.get("Marks[2]")).containsExactly("", "y");
      assertThat(rows(table)).extracting(Row::line).containsExactly(1L, 2L);
    }
    assertThat(notices.counts()).isEmpty();
  }

  @Test
  void resultsOfAPageAreRows() throws IOException {
    Table table =
        open("{\"count\": 2, \"next\": null, \"previous\": null, \"results\": [\n"
                + "{\"leaid\": \"0100005\", \"year\": 2018},\n{\"leaid\": \"0100006\"}]}")
            .get(0);
    assertThat(table.header()).containsExactly("Leaid", "Year");
    assertThat(rows(table))
        .extracting(row -> row.get("leaid"))
        .containsExactly("0100005", "0100006");
    assertThat(rows(table)).extracting(Row::line).containsExactly(2L, 3L);
  }

  @Test
  void recordsThatStartWithACountAreNoPages() throws IOException {
    String one = "{\"count\": 3, \"name\": \"x\"}";
    String two = "{\"count\": 4, \"name\": \"y\"}";
    for (String text : List.of("[" + one + "," + two + "]", one + "\n" + two)) {
      assertThat(rows(open(text).get(0)))
          .extracting(row -> row.get("Count"))
          .containsExactly("3", "4");
    }
  }

  @Test
  void whatStandsBeforeTheDamageIsRead() throws IOException {
    for (String text :
        List.of("<A>\n<S><N>1</N></S>\n<S><N>2</S></A>", "[{\"n\": 1},\n{\"n\": 2")) {
      Table table = open(text).get(0);
      assertThat(rows(table)).hasSize(1);
    }
    assertThat(notices.counts()).containsOnlyKeys("damaged-xml", "damaged-json");
    assertThat(notices.examples()).extracting(Notice::line).containsExactlyInAnyOrder(2L, 1L);
  }

  @Test
  void cutGzIsDamageOfTheGz() throws IOException {
    StringBuilder text = new StringBuilder("<A>\n");
    for (int i = 0; i < 20_000; i++) {
      text.append("<S><N>").append(i * 7919L % 100_003).append("</N></S>\n");
    }
    Path whole = folder.resolve("whole.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
      out.write(text.append("</A>").toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = folder.resolve("cut.gz");
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(rows(Tables.open(whole, notices).get(0))).hasSize(20_000);
    assertThat(rows(Tables.open(cut, notices).get(0))).hasSizeBetween(1, 19_999);
    assertThat(notices.counts()).containsOnlyKeys("truncated-file");
  }

  @Test
  void entitiesAreNotDeclared() {
    assertThatExceptionOfType(TableException.class)
        .isThrownBy(
            () ->
                open(
                    "<?xml version=\"1.0\"?><!DOCTYPE A [<!ENTITY x SYSTEM \"file:///etc/hosts\">]>"
                        + "<A><S><N>&x;</N></S></A>"))
        .withMessageContaining("declares types or entities");
  }

  @Test
  void whatIsRepeatedTooOftenIsLeftOutAndSaid() throws IOException {
    Table table =
        open("<A><S>" + "<N>1</N>".repeat(RecordPath.MOST_REPEATS + 1) + "</S></A>").get(0);
    assertThat(table.header()).hasSize(RecordPath.MOST_REPEATS);
    assertThat(notices.counts()).containsOnlyKeys("repeated-element");
  }

  @Test
  void deepNestingIsDamage() throws IOException {
    Table table = open("<A><S><N>1</N></S><S>" + "<N>".repeat(200) + "</S></A>").get(0);
    assertThat(rows(table)).hasSize(1);
    assertThat(notices.counts()).containsOnlyKeys("too-deep");
  }
}
