package org.resourceequity.io.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.analysis.Coverage;
import org.resourceequity.chart.Chart;
import org.resourceequity.chart.NumberStyle;
import org.resourceequity.story.Answer;
import org.resourceequity.story.Finding;
import org.resourceequity.story.Status;
import org.resourceequity.story.Story;
import org.resourceequity.testkit.SampleStory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StoryWriterTest {

  private static final Story STORY = SampleStory.full();
  private static final String PAGE = StoryWriter.html(STORY);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir Path folder;

  // --- the page

  @Test
  void pageAsksForNothing() {
    List<String> addresses =
        Pattern.compile("<(?!/)[^>]*\\b(?:src|href|action|data)\\s*=\\s*[\"']?([^\"' >]+)")
            .matcher(withoutScripts(PAGE))
            .results()
            .map(m -> m.group(1))
            .toList();

    assertThat(addresses).isNotEmpty().allMatch(a -> a.startsWith("#") || a.equals("data:,"));
    assertThat(withoutScripts(PAGE)).doesNotContain("@import", "url(", "<link rel=\"style");
    assertThat(PAGE).contains("default-src 'none'");
  }

  @Test
  void pageHasTheLandmarksOfAPage() {
    assertThat(PAGE)
        .startsWith("<!DOCTYPE html>")
        .contains(
            "<html lang=\"en\">", "name=\"viewport\"", "href=\"#main\"", "<main id=\"main\">");
    assertThat(Pattern.compile("<h1").matcher(withoutScripts(PAGE)).results()).hasSize(1);
  }

  @Test
  void pageReadsWithoutScript() {
    String still = withoutScripts(PAGE);

    assertThat(still).contains("Elementary schools", "Middle schools", "High schools");
    assertThat(Pattern.compile("<svg").matcher(still).results()).hasSize(6);
    assertThat(Pattern.compile("<table").matcher(still).results()).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void namesStayTextInThePage() {
    assertThat(PAGE).doesNotContain(SampleStory.SCRIPT);
    assertThat(PAGE).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    // One for data, one for the library, one for the page.
    assertThat(Pattern.compile("</script", Pattern.CASE_INSENSITIVE).matcher(PAGE).results())
        .hasSize(3);
  }

  @Test
  void chartsAreEmbeddedReadyWritten() {
    JsonNode charts = embedded();

    assertThat(charts.propertyNames())
        .containsExactly(
            "opening-pair/0",
            "spending-by-meals/0",
            "spending-by-meals/1",
            "spending-by-meals/2",
            "novices-by-meals/0",
            "class-size/0");
    JsonNode bars = charts.get("spending-by-meals/0").get("option");
    JsonNode item = bars.get("series").get(0).get("data").get(0);
    assertThat(item.get("text").asString()).isEqualTo("$13,444");
    assertThat(item.get("tip").asString()).isEqualTo("highest need\n$13,444");
    assertThat(bars.get("xAxis").get("tickLabels").get(0).asString()).isEqualTo("$0");
    assertThat(bars.get("aria").get("enabled").asBoolean()).isTrue();
  }

  @Test
  void missingValueIsNoBar() {
    JsonNode option = embedded().get("class-size/0").get("option");

    assertThat(option.get("series").get(0).get("data").get(1).asString()).isEqualTo("-");
    assertThat(option.get("yAxis").get("data").get(1).asString()).isEqualTo("middle\nsuppressed");
  }

  @Test
  void missingYearBreaksTheLine() {
    JsonNode option = embedded().get("novices-by-meals/0").get("option");

    assertThat(option.get("series").get(1).get("data").get(1).asString()).isEqualTo("-");
    assertThat(option.get("xAxis").get("data").get(1).asString()).isEqualTo("2022-23");
  }

  private static JsonNode embedded() {
    var data = Pattern.compile("id=\"eq-charts\">(.*?)</script>", Pattern.DOTALL).matcher(PAGE);
    assertThat(data.find()).isTrue();
    return MAPPER.readTree(data.group(1));
  }

  private static String withoutScripts(String page) {
    return page.replaceAll("(?s)<script.*?</script>", "");
  }

  // --- JSON

  @Test
  void jsonSaysWhatItIs() {
    JsonNode json = MAPPER.readTree(StoryWriter.json(STORY));

    assertThat(json.get("schema").asString()).isEqualTo("equity-story");
    assertThat(json.get("version").asInt()).isEqualTo(1);
    JsonNode finding = json.get("themes").get(0).get("findings").get(0);
    assertThat(finding.propertyNames())
        .containsExactly("id", "indicator", "dimension", "question", "style", "source", "answers");
    JsonNode answer = finding.get("answers").get(0);
    assertThat(answer.propertyNames())
        .containsExactly(
            "choice",
            "status",
            "judgement",
            "fragile",
            "sentences",
            "compared",
            "check",
            "method",
            "grouping",
            "aggregation",
            "groups",
            "figures",
            "coverage",
            "chart");
    assertThat(answer.get("coverage").get("exclusions").get(0).get("count").asInt()).isEqualTo(6);
    assertThat(answer.get("coverage").get("exclusions").get(0).get("units").get(1).asString())
        .isEqualTo(SampleStory.SCRIPT);
    assertThat(answer.get("groups").get(0).get("value").asDouble()).isEqualTo(13444.44);
    assertThat(answer.get("chart").get("type").asString()).isEqualTo("bars");
  }

  @Test
  void smallNumbersOfStudentsAreNotTold() {
    Answer.GroupFigure group = new Answer.GroupFigure("g", 1, 9, null, null, 1.0, "");
    String json = StoryWriter.json(story(group, Map.of()));

    assertThat(MAPPER.readTree(json).at("/opening/answers/0/groups/0/students").isNull()).isTrue();
  }

  @Test
  void jsonHasNoNaN() {
    Answer.GroupFigure group =
        new Answer.GroupFigure("g", 1, Double.NaN, null, null, Double.NaN, "no value");
    String json = StoryWriter.json(story(group, Map.of("ratio", Double.POSITIVE_INFINITY)));

    assertThat(json).doesNotContain("NaN", "Infinity");
    assertThat(MAPPER.readTree(json).at("/opening/answers/0/figures/ratio").isNull()).isTrue();
  }

  /** What a page has no interactive form for stays the static drawing. */
  @Test
  void aMosaicIsDrawnAndNamed() {
    Chart.Column column = new Chart.Column("a", 1, List.of(0.5, 0.5));
    Chart chart =
        new Chart.Mosaic(
            new Chart.Header("Mixes", "One column."),
            List.of("g", "h"),
            column,
            List.of(column),
            "students");
    Answer.GroupFigure group = new Answer.GroupFigure("g", 1, 20, null, null, 1.0, "");
    Story story = story(group, Map.of(), chart);
    JsonNode json = MAPPER.readTree(StoryWriter.json(story));

    assertThat(json.get("opening").get("answers").get(0).get("chart").get("type").asString())
        .isEqualTo("mosaic");
    String page = StoryWriter.html(story);
    assertThat(withoutScripts(page)).contains("<svg", "One column.");
    assertThat(page).contains("id=\"eq-charts\">{}</script>");
  }

  private static Story story(Answer.GroupFigure group, Map<String, Double> figures) {
    return story(group, figures, null);
  }

  private static Story story(
      Answer.GroupFigure group, Map<String, Double> figures, @Nullable Chart chart) {
    Answer answer =
        new Answer(
            "all",
            Status.NOT_ENOUGH_DATA,
            Answer.Judgement.NOT_JUDGED,
            false,
            List.of(),
            chart,
            "",
            "",
            "",
            "",
            "",
            List.of(group),
            figures,
            Coverage.none());
    Finding finding = new Finding("f", "i", "D1", "Q?", NumberStyle.NUMBER, List.of(answer), null);
    return new Story("T", "P", "", List.of(), finding, List.of(), List.of(), List.of());
  }

  // --- files

  @Test
  void extensionChoosesTheFormat() throws IOException {
    for (String name : List.of("s.html", "S.TXT", "s.md", "s.json")) {
      StoryWriter.write(STORY, folder.resolve(name));
    }

    assertThat(Files.readString(folder.resolve("s.html"))).isEqualTo(PAGE);
    assertThat(Files.readString(folder.resolve("S.TXT"))).isEqualTo(StoryWriter.text(STORY));
    assertThat(Files.readString(folder.resolve("s.json"))).isEqualTo(StoryWriter.json(STORY));
    assertThat(Files.readString(folder.resolve("s.md")))
        .contains("Funding\n-------")
        .contains("\\<script\\>alert(1)\\</script\\>: Middle schools");
  }

  @Test
  void unknownExtensionIsRefused() {
    assertThatThrownBy(() -> StoryWriter.write(STORY, Path.of("story.pdf")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected .html, .txt, .md or .json");
  }

  @Test
  void emptyStoryIsAPageToo() {
    assertThat(StoryWriter.html(SampleStory.bare())).contains("Nothing to open with");
    assertThat(MAPPER.readTree(StoryWriter.json(SampleStory.bare())).get("opening").isNull())
        .isTrue();
  }
}
