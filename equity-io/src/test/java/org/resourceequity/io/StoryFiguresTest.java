package org.resourceequity.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.resourceequity.io.california.California;
import org.resourceequity.model.EquityData;
import org.resourceequity.story.Answer;
import org.resourceequity.story.Finding;
import org.resourceequity.story.Status;
import org.resourceequity.story.Stories;
import org.resourceequity.story.Story;
import org.resourceequity.story.StoryOptions;

/**
 * Figures of stories on real data. Expected values were computed from the raw files by a Python
 * program independent of the library (plain loops over csv and openpyxl rows, no equity code):
 * groups by floor(k i / n) in the order of need and id, means weighted by enrolment, H and D from
 * their definitions.
 */
class StoryFiguresTest {

  private static Answer answer(Story story, String finding, String choice) {
    Finding found =
        story.themes().stream()
            .flatMap(theme -> theme.findings().stream())
            .filter(f -> f.id().equals(finding))
            .findFirst()
            .orElseThrow();
    return found.answers().stream()
        .filter(a -> a.choice().equals(choice))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no choice "
                        + choice
                        + " in "
                        + found.answers().stream().map(Answer::choice).toList()));
  }

  private static void assertFigures(Answer answer, Map<String, Double> expected, double tolerance) {
    expected.forEach(
        (name, value) ->
            assertThat(answer.figures().get(name)).as(name).isCloseTo(value, within(tolerance)));
  }

  private static Path shared(String file) {
    Path folder = Path.of(System.getProperty("equity.shared", "absent"), "data", "formats");
    assumeTrue(Files.isDirectory(folder), "equity.shared is absent: real files are not read");
    return folder.resolve(file);
  }

  private static EquityData illinois() {
    return EquityFiles.read(shared("state-il/18-21-Financial.xlsx")).data();
  }

  private static EquityData massachusetts() {
    return EquityFiles.read(shared("state-ma/MA_Public_Schools_2017.csv.gz")).data();
  }

  @Test
  void emergencyCredentialsInCalifornia() {
    Story story = Stories.tell(California.load(), StoryOptions.DEFAULT);
    Answer together = answer(story, "emergency-credential-by-need", "All schools together");
    assertFigures(together, Map.of("high", 0.21216955588772915, "low", 0.0753996895404707), 1e-9);
    assertThat(together.aggregation()).isEqualTo("student-exposure");
    assertThat(together.groups().get(0).units()).isEqualTo(1538);
    assertThat(together.groups().get(3).units()).isEqualTo(1539);
    assertThat(together.coverage().exclusions().stream().map(e -> e.units().size()))
        .containsExactlyInAnyOrder(37, 2);
    assertThat(together.sentences().get(0)).startsWith("The average student in the 1,538 schools");
    assertThat(together.check()).contains("within school levels: 21% v 7%");
    assertFigures(
        answer(story, "emergency-credential-by-need", "Within school levels"),
        Map.of("high", 0.2097629799619287, "low", 0.06832758282324282),
        1e-9);
    assertFigures(
        answer(story, "class-size-k-3-by-need", "Elementary schools"),
        Map.of("high", 19.273863332729178, "low", 19.47575445432391),
        1e-9);
    assertFigures(
        answer(story, "separation", "Students eligible for subsidised meals"),
        Map.of(
            "theilH", 0.31951930938740014,
            "dissimilarity", 0.5348086221865558,
            "isolation", 0.6667582958587999),
        1e-9);
    assertFigures(
        answer(story, "district-spending-per-student-by-need", "All districts"),
        Map.of("high", 5278.960777717495, "low", 5170.0328413982415),
        0.01);
  }

  @Test
  void everyDistrictOfCaliforniaHasAStory() {
    EquityData data = California.load();
    assertThat(data.districts()).hasSize(838);
    for (var district : data.districts()) {
      Story story = Stories.tell(data, StoryOptions.DEFAULT.in(district.id()));
      assertThat(story.themes()).hasSize(4);
      assertThat(story.toText()).doesNotContain("NaN").doesNotContain("Infinity");
    }
  }

  @Test
  void spendingInChicago() {
    EquityData data = illinois();
    Story story =
        Stories.tell(data, StoryOptions.DEFAULT.in(data.district("City of Chicago SD 299").id()));
    assertFigures(
        answer(story, "school-spending-by-level", "2020-21"),
        Map.of(
            "overall", 14512.6464,
            "elementary-schools", 14693.0558,
            "middle-schools", 12979.5263,
            "high-schools", 14149.3331),
        1e-3);
    assertFigures(
        answer(story, "school-spending-by-level", "2018-19"),
        Map.of("overall", 12460.1011, "elementary-schools", 12249.9025),
        1e-3);
    assertFigures(
        answer(story, "school-spending-by-source", "2019-20"),
        Map.of("federal", 978.176, "state-and-local", 12486.8176),
        1e-3);
    assertFigures(
        answer(story, "school-spending-site-and-central", "2020-21"),
        Map.of("at-the-school", 10924.0686, "by-the-district-office", 3588.5778),
        1e-3);
    assertFigures(
        answer(story, "school-spending-by-title-i", "2020-21"),
        Map.of("high", 14967.3524, "low", 13361.8738),
        1e-3);
    Answer unknown = answer(story, "school-spending-by-title-i", "2018-19");
    assertThat(unknown.status()).isEqualTo(Status.NOT_ENOUGH_DATA);
    // 257,667.5 of 351,220 students are in schools whose status is known; 158 of 161 schools
    // without it have students.
    assertThat(unknown.sentences().get(0)).contains("73.4%").contains("a known Title I status");
    assertThat(answer(story, "opening-pair", "The pair").sentences().get(0))
        .contains("measure of need");
  }

  @Test
  void massachusettsWithAYearGap() {
    EquityData data = massachusetts();
    Story story = Stories.tell(data, StoryOptions.DEFAULT.withYearGap(2));
    assertFigures(
        answer(story, "separation", "Students from low-income families"),
        Map.of("theilH", 0.185546, "dissimilarity", 0.431687, "isolation", 0.454671),
        1e-6);
    assertFigures(
        answer(story, "class-size-by-need", "All schools together"),
        Map.of("high", 19.15689460554148, "low", 18.866170785901257),
        1e-9);
    assertFigures(
        answer(story, "district-spending-per-student-by-need", "All districts"),
        Map.of("high", 15285.519960754858, "low", 14790.664064676017),
        1e-6);
  }

  @Test
  void bostonWithAYearGap() {
    EquityData data = massachusetts();
    Story story =
        Stories.tell(data, StoryOptions.DEFAULT.withYearGap(2).in(data.district("Boston").id()));
    assertFigures(
        answer(story, "separation", "Black students"),
        Map.of("theilH", 0.147893, "dissimilarity", 0.366864, "isolation", 0.433779),
        1e-6);
    assertFigures(
        answer(story, "class-size-by-need", "All schools together"),
        Map.of("high", 18.562933597621406, "low", 20.42110472541507),
        1e-9);
  }

  @Test
  void withoutTheCallersWordYearsAreNotMixed() throws IOException {
    EquityData data = massachusetts();
    Story story = Stories.tell(data, StoryOptions.DEFAULT.in(data.district("Boston").id()));
    assertThat(answer(story, "separation", "Black students").status()).isEqualTo(Status.GAP);
    Answer classes = answer(story, "class-size-by-need", "All schools together");
    assertThat(classes.status()).isEqualTo(Status.NOT_ENOUGH_DATA);
    assertThat(classes.sentences().get(0))
        .contains("2015-16")
        .contains("2016-17")
        .contains("--year-gap 1");
  }
}
