package org.resourceequity.chart;

import java.util.Arrays;
import java.util.List;
import org.resourceequity.chart.Chart.Column;
import org.resourceequity.internal.Markup;

/**
 * Draws the columns of a mosaic below its legend. Where they are few each is drawn by itself, with
 * the patterns of its groups; where they are many, columns of about a unit of the drawing are what
 * the units in them are made of together, so that the drawing stays small.
 */
final class MosaicDrawing {

  private static final double HEIGHT = 220;
  private static final double WHOLE = 30;
  private static final double GAP = 8;

  /** Above this many columns none is drawn by itself. */
  private static final int MOST_SINGLE = 60;

  private final Svg svg;
  private final double top;
  private final double left;

  private MosaicDrawing(Svg svg, double top) {
    this.svg = svg;
    this.top = top;
    this.left = 10 + Svg.width("100%", Svg.SMALL);
  }

  /** Draws from {@code top} down and returns where it ends. */
  static double draw(Svg svg, double top, Chart.Mosaic chart) {
    MosaicDrawing drawing = new MosaicDrawing(svg, top);
    drawing.axis();
    drawing.column(chart.whole(), drawing.left, WHOLE);
    double from = drawing.left + WHOLE + GAP;
    double width = Svg.WIDTH - from;
    List<Column> columns = chart.columns().stream().filter(column -> column.size() > 0).toList();
    if (columns.size() <= MOST_SINGLE) {
      drawing.single(columns, from, width);
    } else {
      drawing.many(columns, chart.groups().size(), from, width);
    }
    double y = top + HEIGHT + 14;
    svg.text(
        drawing.left + WHOLE / 2,
        y,
        Svg.cut(chart.whole().name(), 8),
        Svg.SMALL,
        Svg.MUTED,
        "middle",
        "");
    String words = "width: " + chart.size();
    svg.text(from + width / 2, y, Svg.cut(words, 40), Svg.SMALL, Svg.MUTED, "middle", "");
    return y + 4;
  }

  private void axis() {
    for (double share : new double[] {0, 0.5, 1}) {
      double at = top + (1 - share) * HEIGHT;
      svg.rule(left - 4, at, left, at, Svg.MUTED);
      String label = NumberStyle.SHARE.prose(share);
      svg.text(left - 6, at + 4, label, Svg.SMALL, Svg.MUTED, "end", "");
    }
  }

  private void single(List<Column> columns, double from, double width) {
    double all = columns.stream().mapToDouble(Column::size).sum();
    double x = from;
    for (Column column : columns) {
      double own = column.size() / all * width;
      // A line of paper between columns, if there is room for one.
      column(column, x, own > 3 ? own - 1 : own);
      x += own;
    }
  }

  private void column(Column column, double x, double width) {
    svg.raw("<g><title>" + Markup.escape(column.name()) + "</title>");
    double y = top + HEIGHT;
    for (int g = 0; g < column.shares().size(); g++) {
      double height = column.shares().get(g) * HEIGHT;
      y -= height;
      if (height > 0) {
        svg.bar(x, y, width, height > 2 ? height - 0.6 : height, g);
      }
    }
    svg.raw("</g>");
  }

  /** One stepped area for each group. */
  private void many(List<Column> columns, int groups, double from, double width) {
    double[][] bins = bins(columns, groups, (int) width);
    double[] lower = new double[bins.length];
    Arrays.fill(lower, top + HEIGHT);
    for (int g = 0; g < groups; g++) {
      double[] upper = lower.clone();
      for (int i = 0; i < bins.length; i++) {
        upper[i] -= bins[i][g] * HEIGHT;
      }
      svg.area(from, width / bins.length, upper, lower, g);
      lower = upper;
    }
  }

  /** Returns the shares of the groups in equal widths, each of the units that lie in it. */
  private static double[][] bins(List<Column> columns, int groups, int count) {
    double all = columns.stream().mapToDouble(Column::size).sum();
    double[][] bins = new double[count][groups];
    double done = 0;
    for (Column column : columns) {
      double start = done / all * count;
      done += column.size();
      double end = Math.min(count, done / all * count);
      for (int i = (int) start; i < end && i < count; i++) {
        double inside = Math.min(end, i + 1) - Math.max(start, i);
        for (int g = 0; g < groups; g++) {
          bins[i][g] += inside * column.shares().get(g);
        }
      }
    }
    return bins;
  }
}
