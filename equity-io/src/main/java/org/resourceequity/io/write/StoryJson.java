package org.resourceequity.io.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.resourceequity.analysis.Coverage;
import org.resourceequity.chart.Chart;
import org.resourceequity.chart.Table;
import org.resourceequity.story.Answer;
import org.resourceequity.story.Finding;
import org.resourceequity.story.Story;
import org.resourceequity.story.Theme;

/** Writes a story as JSON. Keys are stable; a change of meaning raises the version. */
final class StoryJson {

  private static final int VERSION = 1;
  private static final int FEWEST_STUDENTS = 10;

  private StoryJson() {}

  static String of(Story story) {
    Finding opening = story.opening();
    return Json.pretty(
        object(
            "schema", "equity-story",
            "version", VERSION,
            "title", story.title(),
            "place", story.place(),
            "placeId", story.placeId(),
            "years", story.years(),
            "opening", opening == null ? null : finding(opening),
            "themes", story.themes().stream().map(StoryJson::theme).toList(),
            "caveats", story.caveats(),
            "sources", story.sources()));
  }

  private static Map<String, @Nullable Object> theme(Theme theme) {
    return object(
        "id", theme.id(),
        "title", theme.title(),
        "findings", theme.findings().stream().map(StoryJson::finding).toList(),
        "next", theme.next());
  }

  private static Map<String, @Nullable Object> finding(Finding finding) {
    return object(
        "id", finding.id(),
        "indicator", finding.indicator(),
        "dimension", finding.dimension(),
        "question", finding.question(),
        "style", finding.style().name(),
        "source", finding.source(),
        "answers", finding.answers().stream().map(StoryJson::answer).toList());
  }

  private static Map<String, @Nullable Object> answer(Answer answer) {
    Map<String, @Nullable Object> figures = new LinkedHashMap<>();
    answer.figures().forEach((name, value) -> figures.put(name, finite(value)));
    Chart chart = answer.chart();
    return object(
        "choice", answer.choice(),
        "status", answer.status().name(),
        "judgement", answer.judgement().name(),
        "fragile", answer.fragile(),
        "sentences", answer.sentences(),
        "compared", answer.compared(),
        "check", answer.check(),
        "method", answer.method(),
        "grouping", answer.grouping(),
        "aggregation", answer.aggregation(),
        "groups", answer.groups().stream().map(StoryJson::group).toList(),
        "figures", figures,
        "coverage", coverage(answer.coverage()),
        "chart", chart == null ? null : chart(chart));
  }

  private static Map<String, @Nullable Object> group(Answer.GroupFigure group) {
    return object(
        "label", group.label(),
        "units", group.units(),
        "students", students(group.students()),
        "low", finite(group.low()),
        "high", finite(group.high()),
        "value", finite(group.value()),
        "note", group.note());
  }

  private static Map<String, @Nullable Object> coverage(Coverage coverage) {
    List<Map<String, @Nullable Object>> exclusions =
        coverage.exclusions().stream()
            .map(e -> object("reason", e.reason(), "count", e.units().size(), "units", e.units()))
            .toList();
    return object(
        "unitsInScope", coverage.unitsInScope(),
        "unitsUsed", coverage.unitsUsed(),
        "studentsInScope", finite(coverage.studentsInScope()),
        "studentsCovered", finite(coverage.studentsCovered()),
        "share", finite(coverage.share()),
        "exclusions", exclusions);
  }

  private static Map<String, @Nullable Object> chart(Chart chart) {
    Table table = chart.table();
    return object(
        "type", type(chart),
        "title", chart.header().title(),
        "alt", chart.header().alt(),
        "table", object("header", table.header(), "rows", table.rows()));
  }

  private static String type(Chart chart) {
    if (chart instanceof Chart.Bars bars) {
      return bars.stacked() ? "stacked-bars" : "bars";
    }
    if (chart instanceof Chart.Scatter) {
      return "scatter";
    }
    if (chart instanceof Chart.Mosaic) {
      return "mosaic";
    }
    return chart instanceof Chart.Lines ? "lines" : "pair";
  }

  /** Small numbers of students could tell who they are. */
  private static @Nullable Double students(double students) {
    return students > 0 && students < FEWEST_STUDENTS ? null : finite(students);
  }

  /** JSON has no NaN: what is not a number is null. */
  private static @Nullable Double finite(@Nullable Double value) {
    return value != null && Double.isFinite(value) ? value : null;
  }

  private static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
    return Json.object(keysAndValues);
  }
}
