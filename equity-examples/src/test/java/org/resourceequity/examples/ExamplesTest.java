package org.resourceequity.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Runs each example. Expected numbers were computed in Python from the files of
 * ../shared/data/reference, by the textbook formula, with schools weighted by enroll.
 */
class ExamplesTest {

  @Test
  void spread() {
    // Gini of emergency_pct over the schools of type E, and of type H.
    assertThat(lines(() -> SpreadExample.main(new String[0])))
        .anyMatch(line -> line.matches("all +elementary schools +gini +0\\.532833 .*"))
        .anyMatch(line -> line.matches("all +high schools +gini +0\\.350356 .*"));
  }

  @Test
  void gap() {
    // Average emergency_pct, weighted by enroll x meals_pct: 0.162877; by enroll: 0.128610.
    assertThat(lines(() -> GapExample.main(new String[0])))
        .anyMatch(line -> line.matches("all +exposure-by-group .*meals +0\\.162877 .*"))
        .anyMatch(line -> line.matches("all +exposure-by-group +students +0\\.128610 .*"))
        .anyMatch(line -> line.matches("all +exposure-gap +0\\.0342672 .*"));
  }

  @Test
  void separation() {
    // Dissimilarity of enroll x meals_pct from the rest.
    assertThat(lines(() -> SeparationExample.main(new String[0])))
        .anyMatch(line -> line.matches("all +dissimilarity +0\\.534809 +6157 .*"));
  }

  @Test
  void progressivity() {
    // Slope of expenditure on lunch / 100, least squares weighted by students.
    assertThat(lines(() -> ProgressivityExample.main(new String[0])))
        .anyMatch(line -> line.matches("all +need-slope +115\\.083 +420 .*"));
  }

  @Test
  void risk() {
    // 30 of 200 against 60 of 800.
    assertThat(lines(() -> RiskExample.main(new String[0]))).containsExactly("risk ratio: 2.0");
  }

  private static List<String> lines(Runnable example) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(out, true, UTF_8));
      example.run();
    } finally {
      System.setOut(before);
    }
    return out.toString(UTF_8).lines().toList();
  }
}
