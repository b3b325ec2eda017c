package org.resourceequity.io.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.chart.Chart;
import org.resourceequity.chart.Chart.Axis;
import org.resourceequity.chart.Chart.Line;
import org.resourceequity.chart.Chart.Point;
import org.resourceequity.chart.Chart.Row;
import org.resourceequity.chart.Chart.Series;
import org.resourceequity.chart.Chart.Tick;
import org.resourceequity.chart.NumberStyle;

/**
 * Makes ECharts options of charts. Every number that can be read comes ready-written: {@code text}
 * is what stands at a mark, {@code tip} what shows when it is pointed at, {@code tickLabels} what
 * stands at an axis. The page's script only passes them on.
 */
final class Interactive {

  /** ECharts' sign for "no value". */
  private static final String NONE = "-";

  private static final int MOST_NAMED_POINTS = 2000;
  private static final int LABELLED_YEARS = 12;
  private static final List<String> SYMBOLS = List.of("circle", "rect", "triangle", "diamond");
  private static final List<Object> DASHES =
      List.of("solid", List.of(7, 4), List.of(2, 3), List.of(9, 3, 2, 3));

  private Interactive() {}

  /** Returns title, height in pixels and option. */
  static Map<String, @Nullable Object> of(Chart chart) {
    Map<String, @Nullable Object> option;
    int height;
    if (chart instanceof Chart.Bars bars) {
      option = bars(bars);
      int marks = bars.stacked() ? 1 : bars.series().size();
      height = 70 + bars.categories().size() * (22 + 22 * marks);
    } else if (chart instanceof Chart.Scatter scatter) {
      option = scatter(scatter);
      height = 400;
    } else if (chart instanceof Chart.Lines lines) {
      option = lines(lines);
      height = 360;
    } else {
      Chart.Pair pair = (Chart.Pair) chart;
      option = pair(pair);
      height = 44 + PAIR_ROW * pair.rows().size();
    }
    option.put(
        "aria",
        object(
            "enabled", true,
            "label", object("description", chart.header().alt()),
            "decal", object("show", patterned(chart))));
    return object("title", chart.header().title(), "height", height, "option", option);
  }

  /** Several kinds of bars differ by pattern too, never by colour alone. */
  private static boolean patterned(Chart chart) {
    return chart instanceof Chart.Pair
        || (chart instanceof Chart.Bars bars && bars.series().size() > 1);
  }

  // --- bars

  private static Map<String, @Nullable Object> bars(Chart.Bars chart) {
    NumberStyle style = chart.value().style();
    boolean several = chart.series().size() > 1;
    List<String> categories = new ArrayList<>();
    double low = 0;
    double high = 0;
    for (int i = 0; i < chart.categories().size(); i++) {
      // What has no bar says so in words beside the axis.
      StringBuilder label = new StringBuilder(chart.categories().get(i));
      double below = 0;
      double above = 0;
      for (Series s : chart.series()) {
        Double value = s.values().get(i);
        if (value == null) {
          label.append('\n').append(several ? s.name() + ": " : "").append(s.note(i));
          continue;
        }
        below = chart.stacked() ? below + Math.min(value, 0) : Math.min(below, value);
        above = chart.stacked() ? above + Math.max(value, 0) : Math.max(above, value);
      }
      categories.add(label.toString());
      low = Math.min(low, below);
      high = Math.max(high, above);
    }
    List<Object> series = new ArrayList<>();
    for (Series s : chart.series()) {
      List<Object> data = new ArrayList<>();
      for (int i = 0; i < chart.categories().size(); i++) {
        data.add(barItem(chart, s, i, several, style));
      }
      Map<String, @Nullable Object> one =
          object(
              "type",
              "bar",
              "name",
              s.name(),
              "barMaxWidth",
              26,
              "label",
              object("show", true, "position", chart.stacked() ? "inside" : "right"),
              "data",
              data);
      if (chart.stacked()) {
        one.put("stack", "parts");
      }
      series.add(one);
    }
    // Left of the lowest bar there has to be room for its number.
    Map<String, @Nullable Object> value =
        valueAxis(chart.value(), chart.value().ticks(low * 1.3, high));
    value.put("nameLocation", "middle");
    value.put("nameGap", 28);
    Map<String, @Nullable Object> option =
        object(
            "grid",
            object(
                "left",
                14,
                "right",
                chart.stacked() ? 24 : 64,
                "top",
                several ? 34 : 8,
                "bottom",
                26,
                "containLabel",
                true),
            "xAxis",
            value,
            "yAxis",
            object(
                "type",
                "category",
                "inverse",
                true,
                "data",
                categories,
                "axisTick",
                object("show", false),
                "axisLabel",
                object("interval", 0, "width", 120, "overflow", "break", "lineHeight", 15)),
            "series",
            series);
    if (several) {
      option.put("legend", legend());
    }
    return option;
  }

  private static Object barItem(
      Chart.Bars chart, Series series, int i, boolean several, NumberStyle style) {
    Double value = series.values().get(i);
    if (value == null) {
      return NONE;
    }
    String text = style.table(value);
    String name = several ? series.name() + ": " : "";
    Map<String, @Nullable Object> item =
        object(
            "value",
            Json.position(value),
            "text",
            text,
            "tip",
            chart.categories().get(i) + "\n" + name + text);
    if (value < 0 && !chart.stacked()) {
      item.put("label", object("position", "left"));
    }
    return item;
  }

  // --- pair: a small chart per row, each with its own scale

  private static final int PAIR_ROW = 68;

  private static Map<String, @Nullable Object> pair(Chart.Pair chart) {
    // Series of one name would share one colour.
    String second = chart.b().equals(chart.a()) ? chart.b() + " (second)" : chart.b();
    List<Object> titles = new ArrayList<>();
    List<Object> grids = new ArrayList<>();
    List<Object> xs = new ArrayList<>();
    List<Object> ys = new ArrayList<>();
    List<Object> series = new ArrayList<>();
    for (int i = 0; i < chart.rows().size(); i++) {
      Row row = chart.rows().get(i);
      int top = 40 + i * PAIR_ROW;
      titles.add(
          object(
              "text",
              rowTitle(chart, row),
              "left",
              0,
              "top",
              top,
              "textStyle",
              object("fontSize", 13, "fontWeight", "normal")));
      grids.add(object("left", 4, "right", 84, "top", top + 22, "height", PAIR_ROW - 28));
      double low = Math.min(0, Math.min(orZero(row.a()), orZero(row.b())));
      double high = Math.max(0, Math.max(orZero(row.a()), orZero(row.b())));
      xs.add(
          object(
              "type",
              "value",
              "show",
              false,
              "gridIndex",
              i,
              "min",
              Json.position(low),
              "max",
              Json.position(high > low ? high : 1)));
      ys.add(
          object(
              "type", "category",
              "gridIndex", i,
              "data", List.of(row.label()),
              "axisLabel", object("show", false),
              "axisTick", object("show", false)));
      series.add(pairSeries(chart.a(), row, row.a(), i));
      series.add(pairSeries(second, row, row.b(), i));
    }
    return object(
        "title", titles, "grid", grids, "xAxis", xs, "yAxis", ys, "series", series, "legend",
        legend());
  }

  private static String rowTitle(Chart.Pair chart, Row row) {
    List<String> missing = new ArrayList<>();
    if (row.a() == null) {
      missing.add(chart.a() + ": " + row.missing());
    }
    if (row.b() == null) {
      missing.add(chart.b() + ": " + row.missing());
    }
    return missing.isEmpty() ? row.label() : row.label() + " (" + String.join("; ", missing) + ")";
  }

  private static Map<String, @Nullable Object> pairSeries(
      String name, Row row, @Nullable Double value, int i) {
    Object item =
        value == null
            ? NONE
            : object(
                "value", Json.position(value),
                "text", row.style().table(value),
                "tip", row.label() + "\n" + name + ": " + row.style().table(value));
    return object(
        "type",
        "bar",
        "name",
        name,
        "xAxisIndex",
        i,
        "yAxisIndex",
        i,
        "barMaxWidth",
        16,
        "barGap",
        "15%",
        "barCategoryGap",
        "4%",
        "label",
        object("show", true, "position", "right"),
        "data",
        List.of(item));
  }

  private static double orZero(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  // --- scatter

  private static Map<String, @Nullable Object> scatter(Chart.Scatter chart) {
    List<Point> points = chart.points();
    List<Point> all = new ArrayList<>(points);
    Line line = chart.line();
    if (line != null) {
      all.addAll(line.points());
    }
    boolean named = points.size() <= MOST_NAMED_POINTS;
    double most = points.stream().mapToDouble(Point::size).max().orElse(1);
    double least = points.stream().mapToDouble(Point::size).min().orElse(1);
    List<Object> data = new ArrayList<>();
    for (Point p : points) {
      Object place = List.of(Json.position(p.x()), Json.position(p.y()));
      if (!named) {
        data.add(place);
        continue;
      }
      Map<String, @Nullable Object> item =
          object("value", place, "tip", tip(p, chart.x(), chart.y()));
      if (most > least) {
        item.put("symbolSize", Math.max(4, Math.round(20 * Math.sqrt(p.size() / most))));
      }
      data.add(item);
    }
    List<Object> series = new ArrayList<>();
    series.add(
        object(
            "type",
            "scatter",
            "name",
            chart.y().label(),
            "symbolSize",
            named ? 8 : 3,
            "large",
            !named,
            "silent",
            !named,
            "itemStyle",
            object("opacity", 0.6),
            "data",
            data));
    Map<String, @Nullable Object> option = plane(chart.x(), chart.y(), all, line != null);
    if (line != null) {
      series.add(curve(line, 1, line.points().stream().map(Interactive::place).toList(), false));
      option.put("legend", object("top", 0, "left", 0, "data", List.of(line.name())));
    }
    option.put("series", series);
    return option;
  }

  private static String tip(Point p, Axis x, Axis y) {
    return (p.name().isEmpty() ? "" : p.name() + "\n")
        + x.label()
        + ": "
        + x.style().table(p.x())
        + "\n"
        + y.label()
        + ": "
        + y.style().table(p.y());
  }

  // --- lines

  private static Map<String, @Nullable Object> lines(Chart.Lines chart) {
    List<Point> all = chart.lines().stream().flatMap(l -> l.points().stream()).toList();
    NavigableMap<Double, String> names = new TreeMap<>();
    all.stream().filter(p -> !p.name().isEmpty()).forEach(p -> names.put(p.x(), p.name()));
    boolean several = chart.lines().size() > 1;
    Map<String, @Nullable Object> option = plane(chart.x(), chart.y(), all, several);
    if (!names.isEmpty()) {
      option.put(
          "xAxis",
          object(
              "type",
              "category",
              "name",
              chart.x().title(),
              "nameLocation",
              "middle",
              "nameGap",
              28,
              "data",
              categories(names).stream().map(x -> names.getOrDefault(x, "")).toList()));
    }
    List<Object> series = new ArrayList<>();
    for (int i = 0; i < chart.lines().size(); i++) {
      Line line = chart.lines().get(i);
      List<Object> data =
          names.isEmpty()
              ? line.points().stream().map(Interactive::place).toList()
              : categories(names).stream()
                  .map(x -> yearItem(line, x, chart.y(), names.size()))
                  .toList();
      series.add(curve(line, i, data, !names.isEmpty()));
    }
    option.put("series", series);
    if (several) {
      option.put("legend", legend());
    }
    return option;
  }

  /** Returns the numbered places from the first to the last, those without a point too. */
  private static List<Double> categories(NavigableMap<Double, String> names) {
    return DoubleStream.iterate(names.firstKey(), x -> x <= names.lastKey(), x -> x + 1)
        .boxed()
        .toList();
  }

  private static Object yearItem(Line line, double x, Axis y, int years) {
    Point point = line.points().stream().filter(p -> p.x() == x).findFirst().orElse(null);
    if (point == null) {
      return NONE;
    }
    Point first = line.points().get(0);
    Point last = line.points().get(line.points().size() - 1);
    String text = y.style().table(point.y());
    boolean end = point.equals(first) || point.equals(last);
    return object(
        "value",
        Json.position(point.y()),
        "text",
        text,
        "tip",
        point.name() + "\n" + line.name() + ": " + text,
        "label",
        object("show", end && years <= LABELLED_YEARS));
  }

  private static Map<String, @Nullable Object> curve(
      Line line, int i, List<Object> data, boolean symbols) {
    return object(
        "type",
        "line",
        "name",
        line.name(),
        "data",
        data,
        "showSymbol",
        symbols,
        "silent",
        !symbols,
        "symbol",
        symbols ? SYMBOLS.get(i % SYMBOLS.size()) : "none",
        "symbolSize",
        9,
        "label",
        object("show", false, "position", "top"),
        "lineStyle",
        object("type", DASHES.get(i % DASHES.size()), "width", 2.4));
  }

  private static Object place(Point p) {
    return List.of(Json.position(p.x()), Json.position(p.y()));
  }

  // --- shared parts

  private static Map<String, @Nullable Object> plane(
      Axis x, Axis y, List<Point> points, boolean legend) {
    Map<String, @Nullable Object> across =
        valueAxis(x, ticks(x, points.stream().mapToDouble(Point::x)));
    across.put("nameLocation", "middle");
    across.put("nameGap", 28);
    Map<String, @Nullable Object> up =
        valueAxis(y, ticks(y, points.stream().mapToDouble(Point::y)));
    up.put("nameTextStyle", object("align", "left"));
    up.put("nameGap", 24);
    return object(
        "grid",
        object(
            "left", 14, "right", 28, "top", legend ? 74 : 46, "bottom", 30, "containLabel", true),
        "xAxis",
        across,
        "yAxis",
        up);
  }

  private static List<Tick> ticks(Axis axis, DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    if (sorted.length == 0) {
      return axis.ticks(0, 1);
    }
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    return axis.ticks(low >= 0 && low <= high / 2 ? 0 : low, high);
  }

  private static Map<String, @Nullable Object> valueAxis(Axis axis, List<Tick> ticks) {
    double low = ticks.get(0).value();
    double high = ticks.get(ticks.size() - 1).value();
    return object(
        "type", "value",
        "name", axis.title(),
        "min", Json.position(low),
        "max", Json.position(high),
        "interval", Json.position((high - low) / (ticks.size() - 1)),
        "tickLabels", ticks.stream().map(Tick::label).toList(),
        "axisLabel", object("hideOverlap", true, "showMinLabel", true));
  }

  private static Map<String, @Nullable Object> legend() {
    return object("top", 0, "left", 0);
  }

  private static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
    return Json.object(keysAndValues);
  }
}
