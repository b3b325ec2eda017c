package org.resourceequity.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The lines that the documents promise to researchers. */
@TestInstance(Lifecycle.PER_CLASS)
class JShellTest {

  /** JShell cuts an echo at about so many characters. */
  private static final int ECHO = 1000;

  private final EquityShell shell = EquityShell.open();

  @BeforeAll
  void load() {
    assertThat(shell.run("var ca = california()").get(0)).contains("6");
  }

  @AfterAll
  void close() {
    shell.close();
  }

  private String echo(String line) {
    var echoes = shell.run(line);
    return echoes.get(echoes.size() - 1);
  }

  @Test
  void aReportIsReadableAsAnEcho() {
    String echo =
        echo(
            "ask(ca, spread(CLASS_SIZE_K3).within(SCHOOL_LEVEL))"
                + ".with(GINI, MCLOONE).by(DISTRICT).run()");
    assertThat(echo).contains("gini").contains("mcloone").contains("show(x)");
  }

  @Test
  void aReportOfOneRowIsNotCut() {
    String echo = echo("ask(ca, spread(CLASS_SIZE_K3)).with(GINI).run()");
    assertThat(echo).contains("gini").hasSizeLessThan(ECHO);
  }

  @Test
  void aReportIsToldInSentences() {
    String echo =
        echo("story(ask(ca, separation(SUBSIDISED_MEALS)).with(DISSIMILARITY, THEIL_H).run())");
    assertThat(echo).contains("0.535").hasSizeLessThan(ECHO);
  }

  @Test
  void aDistrictHasAStory() {
    String echo = echo("story(ca, district(\"Los Angeles Unified\"))");
    assertThat(echo).startsWith("Los Angeles Unified: who gets what?").hasSizeLessThan(ECHO);
  }

  @Test
  void aStoryIsWritten(@TempDir Path folder) {
    Path page = folder.resolve("lausd.html");
    shell.run(
        "write(story(ca, district(\"Los Angeles Unified\")), Path.of("
            + EquityShell.literal(page)
            + "))");
    assertThat(page).isNotEmptyFile().content().contains("Los Angeles Unified");
  }
}
