package org.resourceequity.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class StoryCommandTest {

  @TempDir Path folder;

  @Test
  void tellsOfCaliforniaByDefault() {
    Cli story = Cli.run("story");
    assertThat(story.code()).isZero();
    assertThat(story.lines().get(0)).isEqualTo("California: who gets what?");
    assertThat(story.out()).contains("Funding", "Enrolment", "Staffing", "Scheduling");
    assertThat(story.err()).isEmpty();
  }

  @Test
  void theWholeIsCalledAsAsked() {
    assertThat(Cli.run("story", "--state", "The Golden State").lines().get(0))
        .isEqualTo("The Golden State: who gets what?");
  }

  @Test
  void tellsOfADistrictByNameOrCode() {
    Cli byName = Cli.run("story", "--district", "Los Angeles Unified");
    assertThat(byName.code()).isZero();
    assertThat(byName.lines().get(0)).startsWith("Los Angeles Unified");
    assertThat(Cli.run("story", "--district", "64733").out()).isEqualTo(byName.out());
  }

  @Test
  void anUnknownDistrictListsNearNames() {
    Cli near = Cli.run("story", "--district", "Angeles");
    assertThat(near.code()).isEqualTo(1);
    assertThat(near.out()).isEmpty();
    assertThat(near.complaints()).hasSize(1);
    assertThat(near.err()).contains("Los Angeles Unified (64733)");
  }

  @Test
  void theEndingOfTheFileSaysTheFormat() throws IOException {
    Path page = folder.resolve("story.html");
    Cli html = Cli.run("story", "--out", page);
    assertThat(html.code()).isZero();
    assertThat(html.out()).isEmpty();
    assertThat(html.err()).contains("The story is in " + page);
    assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("California");
    Path json = folder.resolve("story.json");
    Cli.run("story", "--out", json);
    assertThat(JsonMapper.builder().build().readTree(json.toFile()).get("schema").asString())
        .isEqualTo("equity-story");
    Path other = folder.resolve("story.out");
    Cli.run("story", "--out", other, "--format", "text");
    assertThat(other).content(UTF_8).startsWith("California");
  }

  @Test
  void jsonGoesToStandardOutput() {
    Cli json = Cli.run("story", "--format", "json", "--district", "Oakland Unified");
    assertThat(JsonMapper.builder().build().readTree(json.out()).get("place").asString())
        .isEqualTo("Oakland Unified");
  }

  @Test
  void groupingAndYearsAreSaid() {
    Cli bands = Cli.run("story", "--group-by", "fixed-cuts:0.25,0.5,0.75", "--format", "json");
    assertThat(bands.code()).isZero();
    assertThat(bands.out()).contains("fixed-cuts:0.25,0.5,0.75");
    Cli years = Cli.run("story", "--years", "1999-00,2018-19");
    assertThat(years.code()).isZero();
    assertThat(years.lines()).contains("California, 1999-00");
    assertThat(years.err()).contains("the data have only [1999-00]");
    Cli none = Cli.run("story", "--years", "2018-19");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("none of the years [2018-19]");
  }

  @Test
  void misuseIsExplained() {
    misused("--group-by", "halves", "is not a grouping");
    misused("--years", "now", "is not a school year");
    misused("--year-gap", "-1", "year gap");
    misused("--year-gap", "x", "--year-gap");
    misused("--format", "pdf", "pdf");
    misused("--out", "story.pdf", "expected .html, .txt, .md or .json");
  }

  private static void misused(String option, String value, String complaint) {
    Cli misuse = Cli.run("story", option, value);
    assertThat(misuse.code()).isEqualTo(2);
    assertThat(misuse.err()).startsWith("equity: ").contains(complaint);
  }

  @Test
  void aFileThatCannotBeWrittenIsOneLine() {
    Cli unwritten = Cli.run("story", "--out", folder.resolve("no").resolve("story.html"));
    assertThat(unwritten.code()).isEqualTo(3);
    assertThat(unwritten.complaints()).hasSize(1);
    assertThat(unwritten.err()).contains("cannot be written");
  }
}
