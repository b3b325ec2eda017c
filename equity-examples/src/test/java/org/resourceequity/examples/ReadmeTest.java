package org.resourceequity.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Does what the README tells its reader to do, block by block. */
class ReadmeTest {

  private static final Path ROOT =
      Path.of(System.getProperty("equity.root", "..")).toAbsolutePath().normalize();

  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder = Path.of("");

  @TestFactory
  Stream<DynamicTest> everyBlockOfTheReadmeKeepsItsWord() throws IOException {
    return tests(Files.readString(ROOT.resolve("README.md")));
  }

  @TestFactory
  Stream<DynamicTest> everyKindOfBlockCanBeTried() throws IOException {
    return tests(resource("good.md"));
  }

  private Stream<DynamicTest> tests(String markdown) {
    Document document = Document.of(ROOT, markdown);
    assertThat(document.blocks()).isNotEmpty();
    return document.blocks().stream()
        .map(
            block ->
                DynamicTest.dynamicTest(block.toString(), () -> document.tryOut(block, folder)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ```sh                | ```console          | console is not known
          mvn -B verify        | mvn -B deploy       | mvn
          metrics gini         | metrics gnii        | gnii
          java -jar equity     | java -jar somewhere | nothing tries
          [value=0.5]          | [value=0.6]         | 0.5
          0.1.0-SNAPSHOT       | 0.0.9               | 0.0.9
          GINI.measure         | GINI.weigh          | compiles
          spread(CLASS_SIZE_K3)| spread(CLASS_SIZ)   | CLASS_SIZ
          equity.jsh           | inequity.jsh        | inequity.jsh
          """)
  void aBlockThatBreaksItsWordIsFound(String right, String wrong, String complaint)
      throws IOException {
    Document document = Document.of(ROOT, resource("good.md").replace(right, wrong));
    assertThatThrownBy(() -> document.blocks().forEach(block -> document.tryOut(block, folder)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(complaint);
  }

  private static String resource(String name) throws IOException {
    try (var in = ReadmeTest.class.getResourceAsStream("/readme/" + name)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
