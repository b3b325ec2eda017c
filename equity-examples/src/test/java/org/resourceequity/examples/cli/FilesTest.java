package org.resourceequity.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files on the command line, good and bad. */
class FilesTest {

  private static final String TABLE =
      """
      Building,Building Name,LEA,LEA Name,Students,Low Income,Class Size
      01,=Oak,1,Example,300,100,20
      02,Elm,1,Example,200,150,25
      03,Ash,1,Example,100,10,*
      """;

  private static final String MAPPING =
      """
      {
        "publisher": "Example Department of Education",
        "title": "School facts",
        "state": "OH",
        "scheme": "EXAMPLE",
        "level": "school",
        "year": "2022-23",
        "hidden": {"*": []},
        "columns": {
          "Building": "id",
          "Building Name": "name",
          "LEA": "district-id",
          "LEA Name": "district-name",
          "Students": "enrollment",
          "Low Income": {"is": "enrollment", "group": "low-income"},
          "Class Size": "class-size"
        }
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"inspect", "story", "ask spread --of class-size"})
  void badFilesAreOneLineEach(String command) throws IOException {
    complains(command, folder.resolve("none.csv"), "does not exist");
    complains(command, folder, "is a folder");
    complains(command, write("empty.csv", new byte[0]), "is empty");
    complains(command, write("wrong.csv", "a,b\n1,2\n".getBytes(UTF_8)), "no format fits");
    byte[] noise = new byte[5000];
    new Random(7).nextBytes(noise);
    complains(command, write("noise.bin", noise), "is not text");
    byte[] zip = Arrays.copyOf(new byte[] {'P', 'K', 3, 4}, 300);
    complains(command, write("cut.xlsx", zip), "damaged or incomplete");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inspect", "story", "ask spread --of class-size"})
  void aTruncatedFileIsNotHalfAnAnswer(String command) throws IOException {
    StringBuilder rows = new StringBuilder(TABLE);
    Random random = new Random(7);
    for (int i = 4; i < 20_000; i++) {
      rows.append(i).append(",School,1,Example,").append(random.nextInt(900)).append(",1,20\n");
    }
    byte[] whole = gzip(rows.toString());
    Path cut = write("cut.csv.gz", Arrays.copyOf(whole, whole.length / 2));
    Path mapping = write("mapping.json", MAPPING.getBytes(UTF_8));
    complains(command + " --mapping " + mapping, cut, "damaged or cut off");
  }

  private static void complains(String command, Path file, String complaint) {
    Object[] args = Stream.concat(Arrays.stream(command.split(" ", -1)), Stream.of(file)).toArray();
    Cli bad = Cli.run(args);
    assertThat(bad.code()).as(bad.err()).isEqualTo(3);
    assertThat(bad.complaints()).hasSize(1);
    assertThat(bad.err()).startsWith("equity: ").contains(complaint).doesNotContain("Exception");
    if (!command.startsWith("inspect")) {
      assertThat(bad.out()).isEmpty();
    }
  }

  @Test
  void aMappedTableIsInspected() throws IOException {
    Path table = write("table.csv", TABLE.getBytes(UTF_8));
    Path mapping = write("mapping.json", MAPPING.getBytes(UTF_8));
    Cli text = Cli.run("inspect", table, "--mapping", mapping);
    assertThat(text.code()).as(text.err()).isZero();
    assertThat(text.out())
        .contains("table.csv", "rows       3", "schools    3", "districts  1", "2022-23")
        // 3 x enrollment, 3 x low income, 2 x class size; one is hidden.
        .contains("values     8 known");
    Cli json = Cli.run("inspect", table, "--mapping", mapping, "--format", "json");
    JsonNode tree = JsonMapper.builder().build().readTree(json.out());
    assertThat(tree.get("format").asString()).isNotEqualTo("unknown");
    assertThat(tree.get("units").asInt()).isEqualTo(4);
    assertThat(tree.get("years").get(0).asString()).isEqualTo("2022-23");
    assertThat(tree.get("knownCells").asInt()).isEqualTo(8);
    assertThat(tree.has("notices")).isTrue();
  }

  @Test
  void aMappedTableIsAsked() throws IOException {
    Path table = write("table.csv", TABLE.getBytes(UTF_8));
    Path mapping = write("mapping.json", MAPPING.getBytes(UTF_8));
    Cli local =
        Cli.run(
            "ask",
            "separation",
            table,
            "--mapping",
            mapping,
            "--group",
            "low-income",
            "--with",
            "local-scores,dissimilarity",
            "--format",
            "csv");
    assertThat(local.code()).as(local.err()).isZero();
    // 1/2 (|100/260 - 200/340| + |150/260 - 50/340| + |10/260 - 90/340|) = 0.42986...
    assertThat(local.out()).contains("dissimilarity,,0.42986");
    Cli wrong = Cli.run("story", table, "--mapping", table);
    assertThat(wrong.code()).isEqualTo(3);
    assertThat(wrong.complaints()).hasSize(1);
    assertThat(Cli.run("story", "--mapping", mapping).code()).isEqualTo(2);
  }

  @Test
  void aStoryThatCannotSayAnythingSaysSo() throws IOException {
    Path table = write("table.csv", "Building,Laptops\n1,5\n2,6\n".getBytes(UTF_8));
    String columns =
        "\"columns\": {\"Building\": \"id\", \"Laptops\": {\"is\": \"other\", \"id\": \"laptops\","
            + " \"kind\": \"count\", \"unit\": \"number\", \"definition\": \"laptops\"}}}";
    String head =
        MAPPING.substring(0, MAPPING.indexOf("\"hidden\"")) + "\"district\": \"Example\", ";
    Path mapping = write("mapping.json", (head + columns).getBytes(UTF_8));
    Cli nothing = Cli.run("story", table, "--mapping", mapping);
    assertThat(nothing.code()).as(nothing.err()).isEqualTo(1);
    assertThat(nothing.out()).contains("not enough data");
    assertThat(nothing.err()).contains("do not answer");
  }

  @Test
  void realFilesAreInspectedAndTold() {
    Path formats = Path.of(System.getProperty("equity.shared", ""), "data", "formats");
    assumeThat(formats).isDirectory();
    Path massachusetts = formats.resolve("state-ma").resolve("MA_Public_Schools_2017.csv.gz");
    Cli inspected = Cli.run("inspect", massachusetts, "--format", "json");
    assertThat(inspected.code()).isZero();
    JsonNode tree = JsonMapper.builder().build().readTree(inspected.out());
    assertThat(tree.get("format").asString()).isEqualTo("ma-public-schools");
    // gunzip -c ... | python3 -c 'csv' : 1861 rows.
    assertThat(tree.get("schools").asInt()).isEqualTo(1861);
    Path page = folder.resolve("boston.html");
    Cli story = Cli.run("story", massachusetts, "--district", "Boston", "--out", page);
    assertThat(story.code()).as(story.err()).isZero();
    assertThat(page).content(UTF_8).contains("Boston");
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gz = new GZIPOutputStream(bytes)) {
      gz.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
