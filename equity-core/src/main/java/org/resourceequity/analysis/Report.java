package org.resourceequity.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.resourceequity.chart.Table;
import org.resourceequity.chart.Viewable;
import org.resourceequity.inference.Interval;
import org.resourceequity.metric.Decomposition;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Points;
import org.resourceequity.metric.UnitValues;

/**
 * The results of an analysis as a tidy table.
 *
 * @param question the question in words
 * @param results one result per place, stratum and metric
 */
public record Report(String question, List<Result> results) implements Viewable {

  private static final int ROWS_SHOWN = 20;
  private static final int NAME = 24;

  /** JShell cuts an echo at about 1,000 characters. */
  private static final int ECHO = 940;

  /** Copies the list. */
  public Report {
    results = List.copyOf(results);
  }

  /**
   * One row of the tidy table.
   *
   * @param place whom it is about
   * @param placeId its id
   * @param stratum the stratum, empty if none
   * @param metric id of the metric
   * @param part name of a part, unit or group, or the x of a point; empty for a single number
   * @param value the value; null if undefined
   * @param low lower end of the interval; null without one
   * @param high upper end of the interval; null without one
   * @param why why it is undefined; empty if it is defined
   * @param units units used
   * @param students students covered
   * @param coverage share of students covered, 0 to 1
   */
  public record Row(
      String place,
      String placeId,
      String stratum,
      String metric,
      String part,
      @Nullable Double value,
      @Nullable Double low,
      @Nullable Double high,
      String why,
      int units,
      double students,
      double coverage) {}

  /** Returns the results as rows; a result with several numbers has one row for each. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Result result : results) {
      if (result.outcome() instanceof Outcome.Undefined<?> undefined) {
        rows.add(row(result, "", null, undefined.requirement().name() + ": " + undefined.detail()));
      } else if (result.outcome().get() instanceof Double value) {
        rows.add(row(result, "", value, ""));
      } else if (result.outcome().get() instanceof UnitValues values) {
        for (int i = 0; i < values.size(); i++) {
          rows.add(row(result, values.keys().get(i), values.value(i), ""));
        }
      } else if (result.outcome().get() instanceof Parts parts) {
        rows.addAll(rows(result, parts));
      } else if (result.outcome().get() instanceof Decomposition decomposition) {
        rows.addAll(rows(result, decomposition.parts()));
      } else if (result.outcome().get() instanceof Points points) {
        for (int i = 0; i < points.size(); i++) {
          rows.add(row(result, Double.toString(points.x(i)), points.y(i), ""));
        }
      } else {
        rows.add(row(result, result.outcome().get().toString(), null, ""));
      }
    }
    return rows;
  }

  private static List<Row> rows(Result result, Parts parts) {
    List<Row> rows = new ArrayList<>();
    rows.add(row(result, "total", parts.total(), ""));
    parts.parts().forEach((name, part) -> rows.add(row(result, name, part, "")));
    return rows;
  }

  private static Row row(Result result, String part, @Nullable Double value, String why) {
    Coverage coverage = result.coverage();
    Interval interval = result.interval();
    return new Row(
        result.place(),
        result.placeId(),
        result.stratum(),
        result.metric().id(),
        part,
        value,
        interval == null ? null : interval.low(),
        interval == null ? null : interval.high(),
        why,
        coverage.unitsUsed(),
        coverage.studentsCovered(),
        coverage.share());
  }

  /** Returns the whole table as text. */
  @Override
  public String toText() {
    return text(cells(Integer.MAX_VALUE, false));
  }

  /**
   * Returns the first rows as text, at most 20 and as many as an echo of JShell shows, and how many
   * there are. Long names are cut, and an undefined value is told by its requirement alone.
   */
  @Override
  public String toString() {
    List<List<String>> brief = cells(ROWS_SHOWN, true);
    String text = text(brief);
    while (text.length() > ECHO && brief.size() > 1) {
      brief = brief.subList(0, brief.size() - 1);
      text = text(brief);
    }
    return text;
  }

  private static String cut(String name, boolean brief) {
    return brief && name.length() > NAME
        ? name.substring(0, name.offsetByCodePoints(0, NAME - 1)) + "…"
        : name;
  }

  private static String why(Row row, boolean brief) {
    int end = row.why().indexOf(':');
    return brief && end > 0 ? row.why().substring(0, end) : row.why();
  }

  private static final List<String> HEADER =
      List.of(
          "place",
          "stratum",
          "metric",
          "part",
          "value",
          "low",
          "high",
          "units",
          "students",
          "covered");

  private List<List<String>> cells(int most, boolean brief) {
    List<List<String>> cells = new ArrayList<>();
    for (Row row : rows()) {
      if (cells.size() == most) {
        break;
      }
      cells.add(
          List.of(
              cut(row.place(), brief),
              row.stratum(),
              row.metric(),
              cut(row.part(), brief),
              row.value() == null ? why(row, brief) : number(row.value()),
              number(row.low()),
              number(row.high()),
              Integer.toString(row.units()),
              String.format(Locale.ROOT, "%.0f", row.students()),
              String.format(Locale.ROOT, "%.1f%%", 100 * row.coverage())));
    }
    return cells;
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%.6g", value);
  }

  private String text(List<List<String>> cells) {
    StringBuilder text = new StringBuilder(question).append('\n');
    text.append(new Table(HEADER, cells).toText());
    int all = rows().size();
    if (all > cells.size()) {
      text.append("... ").append(all).append(" rows in all; show(x) prints them\n");
    }
    return text.toString();
  }

  @Override
  public String toHtml() {
    return new Table(HEADER, cells(Integer.MAX_VALUE, false)).toHtml(question);
  }
}
