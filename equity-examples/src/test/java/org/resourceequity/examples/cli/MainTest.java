package org.resourceequity.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  @ParameterizedTest
  @ValueSource(strings = {"story", "ask", "inspect", "metrics"})
  void everyCommandHasHelpWithExamplesAndExitCodes(String command) {
    Cli help = Cli.run(command, "--help");
    assertThat(help.code()).isZero();
    assertThat(help.out())
        .contains("Examples:", "  equity " + command, "Exit codes:", "nothing found, or no answer");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void helpNamesTheCommands() {
    assertThat(Cli.run("--help").out()).contains("story", "ask", "inspect", "metrics", "Examples");
  }

  @Test
  void withoutCommandItSaysWhatThereIs() {
    Cli nothing = Cli.run();
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.out()).isEmpty();
    assertThat(nothing.err()).contains("Usage: equity", "metrics");
  }

  @Test
  void versionIsOneLine() {
    assertThat(Cli.run("--version").lines()).hasSize(1).first().asString().startsWith("equity ");
  }

  @Test
  void anUnknownOptionIsOneLineAndAWayOut() {
    Cli unknown = Cli.run("story", "--bogus");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.complaints())
        .containsExactly("equity: Unknown option: '--bogus'", "Try \"equity story --help\".");
    assertThat(Cli.run("stroy").code()).isEqualTo(2);
  }
}
