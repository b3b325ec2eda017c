package org.resourceequity.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.chart.Chart.Header;
import org.resourceequity.chart.Chart.Line;
import org.resourceequity.chart.Chart.Point;
import org.resourceequity.chart.Chart.Row;
import org.resourceequity.chart.Chart.Series;
import org.resourceequity.chart.Chart.Tick;
import org.resourceequity.internal.Markup;

/** Draws charts as static SVG. */
final class Drawing {

  private static final double BAR = 15;
  private static final double GAP = 4;
  private static final double LABEL_ROOM = 76;

  /** Above this many dots a chart names none of them, to stay small. */
  private static final int MOST_NAMED_POINTS = 400;

  private static final int MOST_LABELLED_POINTS = 24;

  private static final String BOLD = " font-weight=\"600\"";
  private static final String HALO =
      " paint-order=\"stroke\" stroke=\"var(--eq-paper,transparent)\" stroke-width=\"3\"";

  private final Svg svg = new Svg();
  private double y;

  private Drawing(Header header) {
    y = svg.wrapped(0, header.title(), 15, Svg.INK, 3, BOLD) + 2;
  }

  static String of(Chart chart) {
    Drawing drawing = new Drawing(chart.header());
    if (chart instanceof Chart.Bars bars) {
      drawing.bars(bars);
    } else if (chart instanceof Chart.Scatter scatter) {
      drawing.scatter(scatter);
    } else if (chart instanceof Chart.Lines lines) {
      drawing.lines(lines);
    } else if (chart instanceof Chart.Mosaic mosaic) {
      drawing.mosaic(mosaic);
    } else {
      drawing.pair((Chart.Pair) chart);
    }
    return drawing.svg.finish(chart.header(), drawing.y + 6);
  }

  // --- bars

  private void bars(Chart.Bars chart) {
    NumberStyle style = chart.value().style();
    caption(chart.value().title());
    if (chart.series().size() > 1) {
      legend(chart.series().stream().map(Series::name).toList(), false);
    }
    double low = 0;
    double high = 0;
    for (int i = 0; i < chart.categories().size(); i++) {
      double below = 0;
      double above = 0;
      for (Series s : chart.series()) {
        Double value = s.values().get(i);
        double v = value == null ? 0 : value;
        below = chart.stacked() ? below + Math.min(v, 0) : Math.min(below, v);
        above = chart.stacked() ? above + Math.max(v, 0) : Math.max(above, v);
      }
      low = Math.min(low, below);
      high = Math.max(high, above);
    }
    Span span = new Span(low, high, low < 0 ? LABEL_ROOM : 0, Svg.WIDTH - LABEL_ROOM);
    for (int i = 0; i < chart.categories().size(); i++) {
      y = svg.wrapped(y + 5, chart.categories().get(i), Svg.TEXT, Svg.INK, 2, "");
      double top = y;
      if (chart.stacked()) {
        stack(chart, i, span, style);
      } else {
        for (int s = 0; s < chart.series().size(); s++) {
          Series series = chart.series().get(s);
          bar(series.values().get(i), series.note(i), s, span, style);
        }
        svg.rule(span.at(0), top + 2, span.at(0), y + 2, Svg.MUTED);
      }
    }
  }

  private void bar(@Nullable Double value, String note, int series, Span span, NumberStyle style) {
    y += GAP;
    double zero = span.at(0);
    double middle = y + BAR - 3.5;
    if (value == null) {
      missing(zero, note);
    } else {
      double end = span.at(value);
      svg.bar(Math.min(zero, end), y, Math.abs(end - zero), BAR, series);
      boolean left = value < 0;
      svg.text(
          end + (left ? -5 : 5),
          middle,
          style.table(value),
          Svg.TEXT,
          Svg.INK,
          left ? "end" : "start",
          BOLD);
    }
    y += BAR;
  }

  private void missing(double x, String note) {
    svg.raw(
        "<rect x=\"%s\" y=\"%s\" width=\"14\" height=\"%s\" fill=\"none\"%s stroke-dasharray=\"3 2\"/>"
            .formatted(
                Svg.number(x + 0.5), Svg.number(y + 0.5), Svg.number(BAR - 1), Svg.MUTED.stroke()));
    svg.text(x + 20, y + BAR - 3.5, note, Svg.TEXT, Svg.MUTED, "start", " font-style=\"italic\"");
  }

  private void stack(Chart.Bars chart, int i, Span span, NumberStyle style) {
    y += GAP;
    double height = BAR + 5;
    double above = 0;
    double below = 0;
    List<String> words = new ArrayList<>();
    for (int s = 0; s < chart.series().size(); s++) {
      Series series = chart.series().get(s);
      Double value = series.values().get(i);
      if (value == null) {
        words.add(series.name() + ": " + series.note(i));
        continue;
      }
      double from = value < 0 ? below : above;
      double to = from + value;
      above = value < 0 ? above : to;
      below = value < 0 ? to : below;
      double left = Math.min(span.at(from), span.at(to));
      double width = Math.abs(span.at(to) - span.at(from));
      svg.bar(left, y, Math.max(width - 1, 0), height, s);
      words.add(series.name() + " " + style.table(value));
    }
    y += height;
    // The parts in words below the bar: a label inside a narrow part could not be read.
    y = svg.wrapped(y + 1, String.join(" · ", words), Svg.SMALL, Svg.MUTED, 3, "");
  }

  // --- pair

  private void pair(Chart.Pair chart) {
    legend(List.of(chart.a(), chart.b()), false);
    for (Row row : chart.rows()) {
      y = svg.wrapped(y + 7, row.label(), Svg.TEXT, Svg.INK, 2, "");
      double a = row.a() == null ? 0 : row.a();
      double b = row.b() == null ? 0 : row.b();
      double low = Math.min(0, Math.min(a, b));
      double high = Math.max(0, Math.max(a, b));
      Span span = new Span(low, high, low < 0 ? LABEL_ROOM : 0, Svg.WIDTH - LABEL_ROOM);
      double top = y;
      bar(row.a(), row.missing(), 0, span, row.style());
      y -= GAP - 1;
      bar(row.b(), row.missing(), 1, span, row.style());
      svg.rule(span.at(0), top + 2, span.at(0), y + 2, Svg.MUTED);
    }
  }

  // --- mosaic

  private void mosaic(Chart.Mosaic chart) {
    if (chart.columns().stream().noneMatch(column -> column.size() > 0)) {
      nothing();
      return;
    }
    legend(chart.groups(), false);
    y = MosaicDrawing.draw(svg, y + 8, chart);
  }

  // --- scatter

  private void scatter(Chart.Scatter chart) {
    List<Point> all = new ArrayList<>(chart.points());
    if (chart.line() != null) {
      all.addAll(chart.line().points());
    }
    if (all.isEmpty()) {
      nothing();
      return;
    }
    if (chart.line() != null) {
      legend(List.of(chart.line().name()), true);
    }
    List<Tick> xs = ticks(chart.x(), all.stream().mapToDouble(Point::x));
    List<Tick> ys = ticks(chart.y(), all.stream().mapToDouble(Point::y));
    Plane plane = plane(chart.y(), ys, xs.get(0).value(), xs.get(xs.size() - 1).value());
    xTicks(plane, xs, chart.x().title());
    if (chart.points().size() > MOST_NAMED_POINTS) {
      dots(plane, chart.points());
    } else {
      circles(plane, chart.points());
    }
    if (chart.line() != null) {
      path(plane, chart.line(), 1, false);
    }
  }

  /** Many dots as one path of points with round ends, each place once. */
  private void dots(Plane plane, List<Point> points) {
    Set<String> places = new LinkedHashSet<>();
    for (Point p : points) {
      places.add(
          "M%d %dh0".formatted(Math.round(plane.x().at(p.x())), Math.round(plane.y().at(p.y()))));
    }
    svg.raw(
        "<path d=\"%s\" fill=\"none\"%s stroke-width=\"3\" stroke-linecap=\"round\" stroke-opacity=\".55\"/>"
            .formatted(String.join("", places), Svg.colour(0).stroke()));
  }

  private void circles(Plane plane, List<Point> points) {
    double most = points.stream().mapToDouble(Point::size).max().orElse(1);
    double least = points.stream().mapToDouble(Point::size).min().orElse(1);
    boolean sized = most > least;
    List<double[]> taken = new ArrayList<>();
    for (Point p : points) {
      double radius = sized ? Math.max(2, 9 * Math.sqrt(p.size() / most)) : 4;
      svg.raw(
          "<circle cx=\"%s\" cy=\"%s\" r=\"%s\"%s fill-opacity=\".6\"><title>%s</title></circle>"
              .formatted(
                  Svg.number(plane.x().at(p.x())),
                  Svg.number(plane.y().at(p.y())),
                  Svg.number(radius),
                  Svg.colour(0).fill(),
                  Markup.escape(p.name())));
      taken.add(
          new double[] {
            plane.x().at(p.x()) - radius, plane.y().at(p.y()) - radius, radius * 2, radius * 2
          });
    }
    if (points.size() <= MOST_LABELLED_POINTS) {
      points.forEach(p -> label(plane, p, taken));
    }
  }

  /** Writes a dot's name beside it where there is room. */
  private void label(Plane plane, Point p, List<double[]> taken) {
    if (p.name().isEmpty()) {
      return;
    }
    String name = Svg.cut(p.name(), 22);
    double width = Svg.width(name, Svg.SMALL);
    double right = plane.x().at(p.x()) + 11;
    boolean flip = right + width > Svg.WIDTH;
    double x = flip ? right - 22 - width : right;
    double top = plane.y().at(p.y()) - 6;
    for (double[] box : taken) {
      boolean apart =
          x > box[0] + box[2] || x + width < box[0] || top > box[1] + box[3] || top + 12 < box[1];
      if (!apart) {
        return;
      }
    }
    taken.add(new double[] {x, top, width, 12});
    svg.text(x, top + 10, name, Svg.SMALL, Svg.INK, "start", HALO);
  }

  // --- lines

  private void lines(Chart.Lines chart) {
    List<Point> all = chart.lines().stream().flatMap(l -> l.points().stream()).toList();
    if (all.isEmpty()) {
      nothing();
      return;
    }
    if (chart.lines().size() > 1) {
      legend(chart.lines().stream().map(Line::name).toList(), true);
    }
    TreeMap<Double, String> names = new TreeMap<>();
    all.stream().filter(p -> !p.name().isEmpty()).forEach(p -> names.put(p.x(), p.name()));
    List<Tick> ys = ticks(chart.y(), all.stream().mapToDouble(Point::y));
    List<Tick> xs;
    Plane plane;
    if (names.isEmpty()) {
      xs = ticks(chart.x(), all.stream().mapToDouble(Point::x));
      plane = plane(chart.y(), ys, xs.get(0).value(), xs.get(xs.size() - 1).value());
    } else {
      xs = names.entrySet().stream().map(e -> new Tick(e.getKey(), e.getValue())).toList();
      double low = names.firstKey();
      double high = names.lastKey();
      // Half a step of air on both sides, so that the names of the ends are not cut off.
      plane = plane(chart.y(), ys, low - 0.5, high + 0.5);
    }
    xTicks(plane, xs, chart.x().title());
    for (int i = 0; i < chart.lines().size(); i++) {
      path(plane, chart.lines().get(i), i, !names.isEmpty());
    }
    if (!names.isEmpty()) {
      endLabels(plane, chart);
    }
  }

  private void path(Plane plane, Line line, int series, boolean named) {
    StringBuilder d = new StringBuilder();
    double before = Double.NEGATIVE_INFINITY;
    for (Point p : line.points()) {
      boolean jump = d.length() == 0 || (named && p.x() - before > 1.5);
      d.append(jump ? 'M' : 'L').append(Svg.pair(plane.x().at(p.x()), plane.y().at(p.y())));
      before = p.x();
    }
    svg.raw(
        "<path d=\"%s\" fill=\"none\"%s stroke-width=\"2.4\" stroke-linejoin=\"round\"%s/>"
            .formatted(d, Svg.colour(series).stroke(), dash(series)));
    if (named) {
      for (Point p : line.points()) {
        String words = line.name() + ", " + p.name() + ": " + plane.style().table(p.y());
        marker(plane.x().at(p.x()), plane.y().at(p.y()), series, words);
      }
    }
  }

  /** Writes the first and last value of each line beside it, apart from each other. */
  private void endLabels(Plane plane, Chart.Lines chart) {
    for (boolean first : new boolean[] {true, false}) {
      List<Point> ends =
          chart.lines().stream()
              .filter(l -> !l.points().isEmpty() && (!first || l.points().size() > 1))
              .map(l -> l.points().get(first ? 0 : l.points().size() - 1))
              .sorted(Comparator.comparingDouble(p -> -p.y()))
              .toList();
      double free = Double.NEGATIVE_INFINITY;
      for (Point p : ends) {
        double at = Math.max(plane.y().at(p.y()) - 8, free);
        svg.text(
            plane.x().at(p.x()),
            at,
            plane.style().table(p.y()),
            Svg.SMALL,
            Svg.INK,
            "middle",
            BOLD + HALO);
        free = at + 12;
      }
    }
  }

  private void marker(double x, double at, int series, String words) {
    String shape =
        switch (series % 4) {
          case 0 -> circlePath(x, at, 4);
          case 1 -> "M%sh7v7h-7Z".formatted(Svg.pair(x - 3.5, at - 3.5));
          case 2 -> "M%sl4.5 8h-9Z".formatted(Svg.pair(x, at - 5));
          default -> "M%sl5 5l-5 5l-5 -5Z".formatted(Svg.pair(x, at - 5));
        };
    svg.raw(
        "<path d=\"%s\"%s>%s</path>"
            .formatted(
                shape,
                Svg.colour(series).fill(),
                words.isEmpty() ? "" : "<title>" + Markup.escape(words) + "</title>"));
  }

  private static String circlePath(double x, double at, int r) {
    return "M%sa%d %d 0 1 0 %d 0a%d %d 0 1 0 %d 0Z"
        .formatted(Svg.pair(x - r, at), r, r, 2 * r, r, r, -2 * r);
  }

  private static String dash(int series) {
    return switch (series % 4) {
      case 1 -> " stroke-dasharray=\"7 4\"";
      case 2 -> " stroke-dasharray=\"2 3\"";
      case 3 -> " stroke-dasharray=\"9 3 2 3\"";
      default -> "";
    };
  }

  // --- shared parts

  private void caption(String words) {
    y = svg.wrapped(y, words, 12, Svg.MUTED, 2, "");
  }

  private void nothing() {
    y += 24;
    svg.text(0, y, "no data to draw", Svg.TEXT, Svg.MUTED, "start", " font-style=\"italic\"");
  }

  /** Names the series beside a sample of their colour and pattern. */
  private void legend(List<String> names, boolean lines) {
    y += 8;
    double x = 0;
    for (int i = 0; i < names.size(); i++) {
      String name = Svg.cut(names.get(i), 48);
      double width = 26 + Svg.width(name, 12);
      if (x > 0 && x + width > Svg.WIDTH) {
        x = 0;
        y += 18;
      }
      boolean overlay = lines && names.size() == 1;
      int series = overlay ? 1 : i;
      if (lines) {
        svg.raw(
            "<path d=\"M%sh22\"%s stroke-width=\"2.4\"%s/>"
                .formatted(Svg.pair(x, y + 7), Svg.colour(series).stroke(), dash(series)));
        if (!overlay) {
          marker(x + 11, y + 7, series, "");
        }
      } else {
        svg.bar(x, y + 1, 18, 12, series);
      }
      svg.raw(
          name.equals(names.get(i)) ? "" : "<g><title>" + Markup.escape(names.get(i)) + "</title>");
      svg.text(x + (lines ? 27 : 23), y + 11, name, 12, Svg.INK, "start", "");
      svg.raw(name.equals(names.get(i)) ? "" : "</g>");
      x += width + 14;
    }
    y += 18;
  }

  private static List<Tick> ticks(Chart.Axis axis, DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    // Zero belongs on the axis if it is not far away.
    return axis.ticks(low >= 0 && low <= high / 2 ? 0 : low, high);
  }

  /** Draws the vertical axis with its grid and leaves {@code y} below the plot. */
  private Plane plane(Chart.Axis axis, List<Tick> ys, double lowX, double highX) {
    caption(axis.title());
    double left =
        10 + ys.stream().mapToDouble(t -> Svg.width(t.label(), Svg.SMALL)).max().orElse(0);
    double top = y + 22;
    double bottom = top + 230;
    Plane plane =
        new Plane(
            new Span(lowX, highX, left, Svg.WIDTH - 18),
            new Span(ys.get(0).value(), ys.get(ys.size() - 1).value(), bottom, top),
            axis.style());
    for (Tick t : ys) {
      double at = plane.y().at(t.value());
      svg.rule(left, at, Svg.WIDTH, at, Svg.RULE);
      svg.text(left - 5, at + 4, t.label(), Svg.SMALL, Svg.MUTED, "end", "");
    }
    y = bottom;
    return plane;
  }

  private void xTicks(Plane plane, List<Tick> xs, String title) {
    double widest = xs.stream().mapToDouble(t -> Svg.width(t.label(), Svg.SMALL)).max().orElse(0);
    double room = (plane.x().to() - plane.x().from()) / xs.size();
    int every = Math.max(1, (int) Math.ceil((widest + 6) / room));
    for (int i = 0; i < xs.size(); i += every) {
      double at = plane.x().at(xs.get(i).value());
      svg.rule(at, y, at, y + 4, Svg.MUTED);
      double half = Svg.width(xs.get(i).label(), Svg.SMALL) / 2;
      svg.text(
          Math.min(at, Svg.WIDTH - half),
          y + 16,
          xs.get(i).label(),
          Svg.SMALL,
          Svg.MUTED,
          "middle",
          "");
    }
    y += 20;
    if (!title.isBlank()) {
      caption(title);
    }
  }

  /** Where numbers from {@code low} to {@code high} lie between two places of the drawing. */
  private record Span(double low, double high, double from, double to) {
    double at(double value) {
      return high > low ? from + (value - low) / (high - low) * (to - from) : from;
    }
  }

  private record Plane(Span x, Span y, NumberStyle style) {}
}
