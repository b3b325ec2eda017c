package org.resourceequity.io.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.resourceequity.io.table.Rowed.rows;
import static org.resourceequity.io.table.Rowed.texts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resourceequity.io.Notices;
import org.resourceequity.io.table.Shape.Slice;

/** Where the names of the columns are. */
class HeaderTest {

  @TempDir Path folder;

  private final Notices notices = new Notices();

  @Test
  void titlesWithCommasAboveTheHeaderAreSkipped() throws IOException {
    Table table =
        open(
            "\uFEFFExport",
            "",
            "National Center, of Something - http://example.org",
            "",
            "This is a table with the filters: State(s) (All Years): Ohio, Iowa",
            "",
            "County Name,Students 2011-12,Students 2010-11,Number",
            "ADAMS COUNTY,1847,†,42001",
            "Source: somebody");
    assertThat(table.headerLine()).isEqualTo(7);
    assertThat(table.header()).first().isEqualTo("County Name");
    assertThat(rows(table)).hasSize(2);
  }

  @Test
  void namesUnderGroupsAreJoined() throws IOException {
    Table table =
        open(
            "Incidents of the year,,,,",
            "County,School,Robbery,,Arson,Riot,",
            ",,With Weapon,Without Weapon,,With Weapon,Without Weapon",
            "A,Oak,1,2,3,4,5",
            "B,Elm,0,0,0,0,0");
    assertThat(table.headerLine()).isEqualTo(2);
    assertThat(table.header())
        .containsExactly(
            "County",
            "School",
            "Robbery With Weapon",
            "Robbery Without Weapon",
            "Arson",
            "Riot With Weapon",
            "Riot Without Weapon");
    assertThat(rows(table).get(0).get("riot without weapon")).isEqualTo("5");
    assertThat(rows(table)).hasSize(2);
    assertThat(notices.counts()).containsOnlyKeys("joined-header");
  }

  @Test
  void groupsAboveTellEqualNamesApart() throws IOException {
    Table table =
        open(
            ",,Girls,,Boys,",
            "Id,Name,Pupils,Share,Pupils,Share",
            "1,Oak,10,40.5,12,59.5",
            "2,Elm,20,41.5,13,58.5");
    assertThat(table.header())
        .containsExactly("Id", "Name", "Girls Pupils", "Girls Share", "Boys Pupils", "Boys Share");
    assertThat(texts(table).get(0)).containsExactly("1", "Oak", "10", "40.5", "12", "59.5");
  }

  @Test
  void titlesInTwoFieldsAreNoGroups() throws IOException {
    Table table = open("Report,2019", "Id,Name,Town,Pupils", "1,Oak,A,10", "2,Elm,B,20");
    assertThat(table.header()).containsExactly("Id", "Name", "Town", "Pupils");
  }

  @Test
  void aRowOfTextsBelowTheHeaderIsData() throws IOException {
    Table table = open("Field,Meaning,", "id,the school,note", "n,pupils,note");
    assertThat(rows(table)).hasSize(2);
  }

  @Test
  void withoutAHeaderTheColumnsAreNumbered() throws IOException {
    Table table =
        open(
            "010000500870|0100005|\"Oak | Elm School\"|AL|34.26",
            "010000500871|0100005|\"The \"\"Best\"\" School\"|AL|34.27",
            "010000500872|0100006|Ash School|AL|34.28");
    assertThat(table.headerLine()).isZero();
    assertThat(table.header())
        .containsExactly("column 1", "column 2", "column 3", "column 4", "column 5");
    assertThat(table.medium()).isEqualTo(new Medium("text", "UTF-8", "pipe"));
    assertThat(rows(table))
        .extracting(row -> row.get("column 3"))
        .containsExactly("Oak | Elm School", "The \"Best\" School", "Ash School");
    assertThat(notices.counts()).containsOnlyKeys("no-header");
  }

  @Test
  void theCallerCanNameTheColumns() throws IOException {
    Table table =
        open(
                "150162990252026;Oak;312;12,5",
                "150162990252027;Elm;200;13,5",
                "150162990252028;Ash;1;2")
            .as(Shape.named(List.of("RCDTS", "School", "Pupils", "Share")));
    assertThat(table.headerLine()).isZero();
    assertThat(rows(table)).extracting(Row::line).containsExactly(1L, 2L, 3L);
    assertThat(rows(table).get(1).get("rcdts")).isEqualTo("150162990252027");
    assertThat(rows(table).get(1).get("share")).isEqualTo("13,5");
  }

  @Test
  void gradesAndYearsAreNames() throws IOException {
    Table grades = open("Id,Name,9,10,11,12", "1,Oak,3,4,5,6", "2,Elm,5,6,7,8", "3,Ash,7,8,9,9");
    assertThat(grades.headerLine()).isEqualTo(1);
    assertThat(open("Name,9,10,11", "Oak,3,4,5", "Elm,5,6,7").headerLine()).isEqualTo(1);
    Table years = open("Code,2015,2016,2017", "1,3,4,5", "2,5,6,7", "3,7,8,9");
    assertThat(years.header()).containsExactly("Code", "2015", "2016", "2017");
  }

  @Test
  void theCallerCanSayWhichRowItIs() throws IOException {
    Table table = open("a,b,c", "Region,Students,", ",Girls,Boys", "x,1,2");
    assertThat(table.headerLine()).isEqualTo(1);
    Table two = table.as(Shape.headerAt(2, 2));
    assertThat(two.header()).containsExactly("Region", "Students Girls", "Students Boys");
    assertThat(rows(two)).extracting(Row::line).containsExactly(4L);
    assertThat(table.as(Shape.headerAt(3)).header()).containsExactly("", "Girls", "Boys");
    assertThatExceptionOfType(TableException.class)
        .isThrownBy(() -> table.as(Shape.headerAt(99)))
        .withMessageContaining("no row with a header at line 99");
    assertThatIllegalArgumentException().isThrownBy(() -> Shape.headerAt(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Shape.named(List.of()));
  }

  @Test
  void equalNamesAreNumberedInTheHeaderToo() throws IOException {
    Table table = open("Id,Total,Total", "1,2,3", "4,5,6");
    assertThat(table.header()).containsExactly("Id", "Total", "Total (2)");
    assertThat(rows(table).get(0).get(table.header().get(2))).isEqualTo("3");
    assertThat(notices.examples())
        .singleElement()
        .hasToString(
            "x.txt line 1: columns have the same name; the second is called \"name (2)\" (found"
                + " \"Total\")");
  }

  @Test
  void aHeaderThatIsRepeatedIsNoRow() throws IOException {
    Table table = open("Title", "Id,Name,N", "1,Oak,2", "Id,Name,N", "2,Elm,3");
    assertThat(rows(table)).extracting(row -> row.get(0)).containsExactly("1", "2");
    assertThat(notices.count("repeated-header")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"\\n", "\\r\\n", "\\r"})
  void fixedWidthIsFoundAndCut(String end) throws IOException {
    String text =
        String.join(
            end.replace("\\n", "\n").replace("\\r", "\r"),
            "37 00030 Alamance-Burlington, Schools   183040    29773",
            "37 00090 Alexander County Schools        36693     5268",
            "",
            "37 00120 Ñandu County Schools            11379      390",
            "");
    Table guessed = only(Files.writeString(folder.resolve("x.txt"), text));
    assertThat(guessed.medium()).isEqualTo(new Medium("text", "UTF-8", "fixed width"));
    assertThat(guessed.header()).containsExactly("1-2", "4-8", "10-37", "41-46", "51-55");
    Table table =
        guessed.as(
            Shape.fixedWidth(
                List.of(
                    new Slice("State", 1, 2),
                    new Slice("District", 4, 8),
                    new Slice("Name", 10, 40),
                    new Slice("Total", 41, 46),
                    new Slice("Poor", 51, 55),
                    new Slice("Beyond", 60, 70))));
    assertThat(rows(table))
        .extracting(row -> row.get("name"))
        .containsExactly(
            "Alamance-Burlington, Schools", "Alexander County Schools", "Ñandu County Schools");
    assertThat(rows(table)).extracting(Row::line).containsExactly(1L, 2L, 4L);
    assertThat(rows(table))
        .extracting(row -> row.get("poor"))
        .containsExactly("29773", "5268", "390");
    assertThat(rows(table).get(0).get("beyond")).isEmpty();
    assertThat(notices.severity("no-header").name()).isEqualTo("INFO");
  }

  @Test
  void proseIsNoFixedWidth() {
    assertThatExceptionOfType(TableException.class)
        .isThrownBy(() -> open("Once upon a time", "there was a school", "that had no table"))
        .withMessageContaining("has no header row");
  }

  @Test
  void slicesAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Slice("Name", 4, 3))
        .withMessageContaining("\"Name\" is 4 to 3");
  }

  @Test
  void headGivesTheFirstRows() throws IOException {
    Table table = open("a,b", "1,2", "3,4", "5,6");
    assertThat(table.head(2)).extracting(row -> row.get("a")).containsExactly("1", "3");
    assertThat(table.head(0)).isEmpty();
    assertThat(table.head(9)).hasSize(3);
  }

  private Table open(String... lines) throws IOException {
    return only(Files.write(folder.resolve("x.txt"), String.join("\r\n", lines).getBytes(UTF_8)));
  }

  private Table only(Path path) throws IOException {
    List<Table> tables = Tables.open(path, notices);
    assertThat(tables).hasSize(1);
    return tables.get(0);
  }
}
