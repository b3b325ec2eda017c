package org.resourceequity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What CONTRIBUTING.md shows is what is built. */
class ContributingTest {

  private static final Path ROOT = Path.of(System.getProperty("equity.root", ".."));

  @Test
  void thePomOfAContributorIsTheOneThatIsBuilt() throws IOException {
    String built =
        Files.readString(ROOT.resolve("equity-core/src/it/contributed-metric/pom.xml")).strip();
    assertThat(Files.readString(ROOT.resolve("CONTRIBUTING.md")))
        .contains("```xml\n" + built + "\n```");
  }
}
