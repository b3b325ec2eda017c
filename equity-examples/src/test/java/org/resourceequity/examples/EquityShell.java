package org.resourceequity.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** JShell in this process, on the test's class path, with {@code equity.jsh} read. */
final class EquityShell implements AutoCloseable {

  /** What the tool {@code jshell} imports by itself. */
  private static final List<String> DEFAULT =
      List.of(
          "import java.io.*;",
          "import java.math.*;",
          "import java.net.*;",
          "import java.nio.file.*;",
          "import java.util.*;",
          "import java.util.concurrent.*;",
          "import java.util.function.*;",
          "import java.util.prefs.*;",
          "import java.util.regex.*;",
          "import java.util.stream.*;");

  private final JShell shell = JShell.builder().executionEngine("local").build();

  private EquityShell() {}

  static EquityShell open() {
    EquityShell opened = new EquityShell();
    opened.shell.addToClasspath(System.getProperty("java.class.path"));
    opened.run(String.join("\n", DEFAULT));
    opened.run(script());
    return opened;
  }

  /** Returns the text of {@code equity.jsh} as the jar carries it. */
  private static String script() {
    try (var in = EquityShell.class.getResourceAsStream("/equity.jsh")) {
      if (in == null) {
        throw new IllegalStateException("equity.jsh is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs lines as the tool does and returns what they echo; one that fails ends the test. */
  List<String> run(String lines) {
    List<String> echoes = new ArrayList<>();
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    String rest = "";
    for (String line : lines.lines().toList()) {
      rest += line + "\n";
      CompletionInfo next = analysis.analyzeCompletion(rest);
      while (!rest.isBlank() && next.completeness().isComplete()) {
        for (SnippetEvent event : shell.eval(next.source())) {
          check(event);
          echoes.add(event.value() == null ? "" : event.value());
        }
        rest = next.remaining();
        next = analysis.analyzeCompletion(rest);
      }
    }
    if (analysis.analyzeCompletion(rest).completeness() != Completeness.EMPTY) {
      throw new AssertionError("JShell waits for more after: " + rest);
    }
    return echoes;
  }

  private void check(SnippetEvent event) {
    String complaints =
        shell
            .diagnostics(event.snippet())
            .filter(d -> d.isError())
            .map(d -> d.getMessage(Locale.ROOT))
            .collect(Collectors.joining("; "));
    if (!complaints.isEmpty()) {
      throw new AssertionError(event.snippet().source() + " does not compile: " + complaints);
    }
    JShellException thrown = event.exception();
    if (thrown != null) {
      String what = thrown instanceof EvalException e ? e.getExceptionClassName() + ": " : "";
      throw new AssertionError(
          event.snippet().source() + " fails with " + what + thrown.getMessage(), thrown);
    }
  }

  /** Returns a path as a Java string literal. */
  static String literal(Path path) {
    return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @Override
  public void close() {
    shell.close();
  }
}
