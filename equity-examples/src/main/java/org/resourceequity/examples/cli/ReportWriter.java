package org.resourceequity.examples.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.resourceequity.analysis.Provenance;
import org.resourceequity.analysis.Report;
import org.resourceequity.analysis.Result;
import tools.jackson.databind.json.JsonMapper;

/** Writes a report for people, for spreadsheets or for programs. */
enum ReportWriter {
  /** A table in a terminal, with years and sources below it. */
  TEXT {
    @Override
    String write(Report report) {
      StringBuilder text = new StringBuilder(report.toText());
      Provenance from = provenance(report);
      if (!from.years().isEmpty()) {
        text.append("\nYears: ").append(from.yearsInWords());
        text.append("\nRules: ").append(String.join("; ", from.conventions()));
        text.append("\nSource: ").append(from.cite()).append('\n');
      }
      return text.toString();
    }
  },

  /** Comma-separated values, safe to open in a spreadsheet. */
  CSV {
    @Override
    String write(Report report) {
      List<List<String>> lines = new ArrayList<>();
      lines.add(
          List.of(
              "place",
              "place_id",
              "stratum",
              "metric",
              "part",
              "value",
              "low",
              "high",
              "why",
              "units",
              "students",
              "coverage"));
      for (Report.Row row : report.rows()) {
        lines.add(
            List.of(
                row.place(),
                row.placeId(),
                row.stratum(),
                row.metric(),
                row.part(),
                number(row.value()),
                number(row.low()),
                number(row.high()),
                row.why(),
                Integer.toString(row.units()),
                Double.toString(row.students()),
                Double.toString(row.coverage())));
      }
      return lines.stream()
          .map(line -> line.stream().map(ReportWriter::field).collect(Collectors.joining(",")))
          .collect(Collectors.joining("\r\n", "", "\r\n"));
    }
  },

  /** The rows with full precision, and where they come from. */
  JSON {
    @Override
    String write(Report report) {
      Provenance from = provenance(report);
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("question", report.question());
      Map<String, String> years = new LinkedHashMap<>();
      from.years().forEach((what, year) -> years.put(what, year.toString()));
      json.put("years", years);
      json.put("rules", from.conventions());
      json.put("sources", from.sources());
      json.put("rows", report.rows());
      return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }
  };

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  abstract String write(Report report);

  /** Returns where the answers come from; the rule that names a metric is not common to all. */
  private static Provenance provenance(Report report) {
    List<Result> results = report.results();
    if (results.isEmpty()) {
      return new Provenance(List.of(), Map.of(), List.of());
    }
    Provenance first = results.get(0).provenance();
    List<String> common =
        first.conventions().stream()
            .filter(
                rule ->
                    results.stream()
                        .map(Result::provenance)
                        .filter(Objects::nonNull)
                        .allMatch(p -> p.conventions().contains(rule)))
            .toList();
    return new Provenance(first.sources(), first.years(), common);
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : value.toString();
  }

  /** Returns a field that no spreadsheet takes for a formula. */
  static String field(String text) {
    String safe = text;
    if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !isNumber(text)) {
      safe = "'" + text;
    }
    return safe.matches("[^\",\\r\\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }

  private static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }
}
