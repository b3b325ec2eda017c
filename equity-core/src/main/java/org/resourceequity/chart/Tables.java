package org.resourceequity.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.resourceequity.chart.Chart.Column;
import org.resourceequity.chart.Chart.Line;
import org.resourceequity.chart.Chart.Point;
import org.resourceequity.chart.Chart.Row;
import org.resourceequity.chart.Chart.Series;

/** Writes the numbers of a chart as a table. */
final class Tables {

  private Tables() {}

  static Table of(Chart chart) {
    // Not a switch: patterns in switch are not in Java 17.
    if (chart instanceof Chart.Bars bars) {
      return bars(bars);
    }
    if (chart instanceof Chart.Scatter scatter) {
      return scatter(scatter);
    }
    if (chart instanceof Chart.Lines lines) {
      return lines(lines);
    }
    if (chart instanceof Chart.Mosaic mosaic) {
      return mosaic(mosaic);
    }
    return pair((Chart.Pair) chart);
  }

  private static Table bars(Chart.Bars chart) {
    List<String> header = new ArrayList<>();
    header.add("Group");
    boolean one = chart.series().size() == 1;
    for (Series s : chart.series()) {
      header.add(one ? chart.value().label() : s.name());
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < chart.categories().size(); i++) {
      List<String> row = new ArrayList<>();
      row.add(chart.categories().get(i));
      for (Series s : chart.series()) {
        row.add(cell(chart.value().style(), s.values().get(i), s.note(i)));
      }
      rows.add(row);
    }
    return new Table(header, rows);
  }

  private static Table scatter(Chart.Scatter chart) {
    List<List<String>> rows = new ArrayList<>();
    for (Point p : chart.points()) {
      rows.add(List.of(p.name(), chart.x().style().table(p.x()), chart.y().style().table(p.y())));
    }
    return new Table(List.of("Name", chart.x().label(), chart.y().label()), rows);
  }

  private static Table lines(Chart.Lines chart) {
    List<List<String>> rows = new ArrayList<>();
    for (Line line : chart.lines()) {
      for (Point p : line.points()) {
        String x = p.name().isEmpty() ? chart.x().style().table(p.x()) : p.name();
        rows.add(List.of(line.name(), x, chart.y().style().table(p.y())));
      }
    }
    return new Table(List.of("Line", chart.x().label(), chart.y().label()), rows);
  }

  private static Table mosaic(Chart.Mosaic chart) {
    List<String> header = new ArrayList<>(List.of("Name", chart.size()));
    header.addAll(chart.groups());
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(chart.whole()));
    chart.columns().forEach(column -> rows.add(row(column)));
    return new Table(header, rows);
  }

  private static List<String> row(Column column) {
    List<String> row = new ArrayList<>();
    row.add(column.name());
    row.add(NumberStyle.COUNT.table(column.size()));
    column.shares().forEach(share -> row.add(NumberStyle.SHARE.table(share)));
    return row;
  }

  private static Table pair(Chart.Pair chart) {
    List<List<String>> rows = new ArrayList<>();
    for (Row row : chart.rows()) {
      rows.add(
          List.of(
              row.label(),
              cell(row.style(), row.a(), row.missing()),
              cell(row.style(), row.b(), row.missing())));
    }
    return new Table(List.of("Measure", chart.a(), chart.b()), rows);
  }

  private static String cell(NumberStyle style, @Nullable Double value, String note) {
    return value == null ? note : style.table(value);
  }
}
