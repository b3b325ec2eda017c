package org.resourceequity.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.resourceequity.metric.MetricCatalog;

class MetricsCommandTest {

  @Test
  void listsEveryMetricWithItsQuestion() {
    Cli list = Cli.run("metrics");
    assertThat(list.code()).isZero();
    assertThat(list.lines()).hasSize(MetricCatalog.load().all().size() + 1);
    assertThat(list.lines())
        .anyMatch(line -> line.matches("gini +Gini coefficient +spread: How unequally .*"))
        .anyMatch(line -> line.matches("dissimilarity +Dissimilarity index +separation: .*"));
  }

  @Test
  void explainsOne() {
    Cli gini = Cli.run("metrics", "gini");
    assertThat(gini.code()).isZero();
    assertThat(gini.out())
        .contains("Formula", "Reading", "Requires", "positive total", "scale invariance")
        .contains("higher is less equal", "Gini, C. (1914)");
    assertThat(Cli.run("metrics", "dissimilarity").lines()).contains("Range      0 to 1");
    assertThat(Cli.run("metrics", "risk-ratio").lines()).contains("Range      0 or more");
    assertThat(Cli.run("metrics", "need-slope").lines()).contains("Range      any number");
  }

  @Test
  void explainsParameters() {
    assertThat(Cli.run("metrics", "atkinson:0.75").out()).contains("atkinson:0.75");
    assertThat(Cli.run("metrics", "atkinson:x").code()).isEqualTo(2);
  }

  @Test
  void findsByTheKeyOfTheSpecification() {
    assertThat(Cli.run("metrics", "HD-GINI").lines())
        .anyMatch(line -> line.matches("gini +Gini.*"));
    assertThat(Cli.run("metrics", "IN-GE2").out()).contains("Id         generalised-entropy:2");
    assertThat(Cli.run("metrics", "AC-NOVICE").out())
        .contains("exposure-gap: the value is the share of novice");
    assertThat(Cli.run("metrics", "CH-IPF").out()).contains("ProportionalFitting.fit");
    assertThat(Cli.run("metrics", "XX-NONE").code()).isEqualTo(2);
  }

  @Test
  void anUnknownMetricListsTheKnownOnes() {
    Cli unknown = Cli.run("metrics", "ginny");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.complaints()).hasSize(1);
    assertThat(unknown.err()).contains("no metric \"ginny\"", "did you mean", "gini");
  }
}
