package org.resourceequity.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.resourceequity.analysis.Report;
import org.resourceequity.analysis.Result;
import org.resourceequity.chart.Chart;
import org.resourceequity.chart.NumberStyle;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Points;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.story.Answer.GroupFigure;
import org.resourceequity.story.Answer.Judgement;

/** A report told in sentences: a finding per metric, an answer per stratum. */
final class ReportStory {

  private static final int MOST_SHOWN = 15;

  private ReportStory() {}

  static Story of(Report report) {
    Map<String, List<Result>> byMetric =
        report.results().stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.metric().id(), LinkedHashMap::new, Collectors.toList()));
    List<Finding> findings = new ArrayList<>();
    byMetric.values().forEach(results -> findings.add(finding(report, results)));
    List<String> sources =
        report.results().stream()
            .flatMap(r -> r.provenance().sources().stream())
            .map(s -> s.cite())
            .distinct()
            .toList();
    List<String> years =
        report.results().stream()
            .flatMap(r -> r.provenance().years().values().stream())
            .distinct()
            .sorted()
            .map(Object::toString)
            .toList();
    String place = report.results().isEmpty() ? "all" : report.results().get(0).place();
    boolean one = report.results().stream().allMatch(r -> r.place().equals(place));
    return new Story(
        Telling.sentence(report.question()),
        one ? place : "several places",
        "",
        years,
        null,
        List.of(
            new Theme(
                "results",
                "Results",
                findings,
                List.of("Ask the same question in another year, or of other places."))),
        List.of("These are descriptions, not causes."),
        sources);
  }

  private static Finding finding(Report report, List<Result> results) {
    MetricInfo metric = results.get(0).metric();
    Map<String, List<Result>> byStratum =
        results.stream()
            .collect(
                Collectors.groupingBy(Result::stratum, LinkedHashMap::new, Collectors.toList()));
    List<Answer> answers = new ArrayList<>();
    byStratum.forEach((stratum, some) -> answers.add(answer(metric, stratum, some)));
    String cite = results.get(0).provenance().cite();
    return new Finding(
        metric.id().replaceAll("[^a-z0-9-]", "-"),
        metric.id(),
        "",
        metric.name() + ": " + report.question(),
        NumberStyle.INDEX,
        answers,
        cite.isEmpty() ? null : cite);
  }

  private static Answer answer(MetricInfo metric, String stratum, List<Result> results) {
    List<GroupFigure> figures = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    int undefined = 0;
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (Result result : results) {
      for (GroupFigure figure : figures(result, results.size() == 1)) {
        figures.add(figure);
        if (figure.value() == null) {
          undefined++;
        } else {
          names.add(figure.label());
          values.add(figure.value());
        }
      }
    }
    String choice = stratum.isEmpty() ? "All together" : Telling.sentence(stratum);
    Result first = results.get(0);
    if (values.isEmpty()) {
      return Telling.missing(
          choice,
          metric.name() + " has no value: " + figures.get(0).note() + ".",
          method(first),
          first.coverage());
    }
    List<String> sentences = new ArrayList<>();
    if (values.size() == 1) {
      double value = values.get(0);
      numbers.put("value", value);
      sentences.add(metric.name() + " is " + number(value) + " for " + names.get(0) + ".");
      if (value >= 0) {
        sentences.add(metric.reading().replace("{value}", number(value)));
      }
    } else {
      int low = 0;
      int high = 0;
      for (int i = 1; i < values.size(); i++) {
        low = values.get(i) < values.get(low) ? i : low;
        high = values.get(i) > values.get(high) ? i : high;
      }
      numbers.put("lowest", values.get(low));
      numbers.put("highest", values.get(high));
      sentences.add(
          metric.name()
              + " runs from "
              + number(values.get(low))
              + " ("
              + names.get(low)
              + ") to "
              + number(values.get(high))
              + " ("
              + names.get(high)
              + ") over "
              + values.size()
              + (results.size() == 1 ? " parts" : " places")
              + (undefined == 0 ? "." : "; without a value: " + undefined + "."));
    }
    List<String> shown = names.subList(0, Math.min(MOST_SHOWN, names.size()));
    @Nullable Chart chart =
        names.size() < 2
            ? null
            : new Chart.Bars(
                new Chart.Header(
                    metric.name() + " by place",
                    "Bars of " + metric.name() + " for the first " + shown.size() + " places."),
                shown,
                List.of(
                    Chart.Series.of(
                        metric.name(),
                        values.subList(0, shown.size()).stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray())),
                new Chart.Axis(metric.name(), NumberStyle.INDEX),
                false);
    return new Answer(
        choice,
        Status.SHOWN,
        Judgement.NOT_JUDGED,
        false,
        sentences,
        chart,
        first.coverage().unitsUsed()
            + " units in "
            + first.place()
            + (results.size() > 1 ? ", and " + (results.size() - 1) + " more places" : "")
            + ".",
        "Another index may give another order; ask for several.",
        method(first),
        "none",
        "none",
        figures,
        numbers,
        first.coverage());
  }

  /** Returns the numbers of a result: one, or one for each unit, group, part or point. */
  private static List<GroupFigure> figures(Result result, boolean onlyPlace) {
    String place = onlyPlace ? "" : result.place() + ": ";
    List<GroupFigure> figures = new ArrayList<>();
    if (result.outcome() instanceof Outcome.Undefined<?> none) {
      figures.add(figure(result, result.place(), null, none.detail()));
    } else if (result.outcome().get() instanceof Double value) {
      figures.add(figure(result, result.place(), value, ""));
    } else if (result.outcome().get() instanceof UnitValues values) {
      for (int i = 0; i < values.size(); i++) {
        figures.add(figure(result, place + values.keys().get(i), values.value(i), ""));
      }
    } else if (result.outcome().get() instanceof Parts parts) {
      figures.add(figure(result, place + "total", parts.total(), ""));
      parts.parts().forEach((name, part) -> figures.add(figure(result, place + name, part, "")));
    } else if (result.outcome().get() instanceof Points points) {
      for (int i = 0; i < points.size(); i++) {
        figures.add(figure(result, place + "at " + number(points.x(i)), points.y(i), ""));
      }
    } else {
      figures.add(figure(result, result.place(), null, result.outcome().get().toString()));
    }
    return figures;
  }

  private static GroupFigure figure(
      Result result, String label, @Nullable Double value, String note) {
    return new GroupFigure(
        label,
        result.coverage().unitsUsed(),
        result.coverage().studentsCovered(),
        null,
        null,
        value,
        note);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String method(Result result) {
    return "Years: "
        + result.provenance().yearsInWords()
        + ". "
        + String.join("; ", result.provenance().conventions())
        + ".";
  }
}
