package org.resourceequity.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.resourceequity.internal.Markup;

/** Writes SVG shapes from the top of a column down; everything shares one width. */
final class Svg {

  /** Width of the drawing in its own units: small, so that text stays legible on a phone. */
  static final double WIDTH = 360;

  static final int TEXT = 13;
  static final int SMALL = 11;

  static final Paint INK = new Paint("ink", "#1b1b1b", "currentColor");
  static final Paint MUTED = new Paint("muted", "#595959", "currentColor");
  static final Paint RULE = new Paint("rule", "#c9c9c9", "#9996");
  private static final Paint PAPER = new Paint("paper", "#fff", "#fff");

  /** The Okabe-Ito colours, which colour-blind readers can tell apart. */
  private static final String[] COLOURS = {
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"
  };

  private final StringBuilder body = new StringBuilder();

  /**
   * A colour. A page may set it as the custom property {@code --eq-<name>}; where it does not, the
   * text around the chart lends its colour; programs that know no custom properties use the plain
   * attribute.
   */
  record Paint(String name, String plain, String fallback) {
    String fill() {
      return attribute("fill");
    }

    String stroke() {
      return attribute("stroke");
    }

    private String attribute(String what) {
      return " %1$s=\"%2$s\" style=\"%1$s:var(--eq-%3$s,%4$s)\""
          .formatted(what, plain, name, fallback);
    }
  }

  static Paint colour(int series) {
    int i = series % COLOURS.length;
    return new Paint("c" + (i + 1), COLOURS[i], COLOURS[i]);
  }

  /** Returns the finished element. */
  String finish(Chart.Header header, double height) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"eq-chart\" viewBox=\"0 0 "
        + number(WIDTH)
        + " "
        + number(height)
        + "\" role=\"img\" style=\"width:100%;max-width:480px;height:auto\""
        + " font-family=\"system-ui,sans-serif\"><title>"
        + Markup.escape(header.title())
        + "</title><desc>"
        + Markup.escape(header.alt())
        + "</desc>"
        + body
        + "</svg>";
  }

  /** Adds markup that is already escaped. */
  void raw(String markup) {
    body.append(markup);
  }

  /** Writes text; {@code anchor} is start, middle or end, {@code more} further attributes. */
  void text(double x, double y, String text, int size, Paint fill, String anchor, String more) {
    body.append("<text x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(y))
        .append("\" font-size=\"")
        .append(size)
        .append('"')
        .append(fill.fill())
        .append(anchor.equals("start") ? "" : " text-anchor=\"" + anchor + "\"")
        .append(more)
        .append('>')
        .append(Markup.escape(text))
        .append("</text>");
  }

  /** Writes text over several lines and returns the y below the last one. */
  double wrapped(double y, String text, int size, Paint fill, int mostLines, String more) {
    List<String> lines =
        wrap(text, (int) (WIDTH / (size * (more.isEmpty() ? 0.54 : 0.6))), mostLines);
    boolean cut = !String.join(" ", lines).equals(text.strip().replaceAll("\\s+", " "));
    body.append(cut ? "<g><title>" + Markup.escape(text) + "</title>" : "");
    double at = y;
    for (String line : lines) {
      at += size * 1.3;
      text(0, at - size * 0.3, line, size, fill, "start", more);
    }
    body.append(cut ? "</g>" : "");
    return at;
  }

  /** Fills a rectangle with a series' colour and, from the second series on, its pattern. */
  void bar(double x, double y, double width, double height, int series) {
    double w = Math.max(width, 0);
    body.append("<rect x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(y))
        .append("\" width=\"")
        .append(number(w))
        .append("\" height=\"")
        .append(number(height))
        .append('"')
        .append(colour(series).fill())
        .append("/>");
    String pattern = pattern(x, y, w, height, series);
    if (!pattern.isEmpty()) {
      body.append("<path d=\"")
          .append(pattern)
          .append("\" fill=\"none\" stroke-width=\"1.4\"")
          .append(PAPER.stroke())
          .append(" stroke-linecap=\"round\"/>");
    }
  }

  /**
   * Fills the area between two stepped lines with a series' colour, a thin line of paper around it.
   *
   * @param step width of a step
   * @param upper where each step of the upper line lies
   * @param lower where each step of the lower line lies
   */
  void area(double x, double step, double[] upper, double[] lower, int series) {
    StringBuilder d = new StringBuilder("M").append(pair(x, upper[0]));
    for (int i = 0; i < upper.length; i++) {
      d.append('V').append(number(upper[i])).append('H').append(number(x + (i + 1) * step));
    }
    for (int i = lower.length - 1; i >= 0; i--) {
      d.append('V').append(number(lower[i])).append('H').append(number(x + i * step));
    }
    // The two colours have a style each, so they stand at two elements.
    body.append("<g stroke-width=\".4\"")
        .append(PAPER.stroke())
        .append("><path d=\"")
        .append(d)
        .append("Z\"")
        .append(colour(series).fill())
        .append("/></g>");
  }

  /** Draws a straight line. */
  void rule(double x1, double y1, double x2, double y2, Paint stroke) {
    body.append("<path d=\"M")
        .append(pair(x1, y1))
        .append('L')
        .append(pair(x2, y2))
        .append("\" fill=\"none\"")
        .append(stroke.stroke())
        .append("/>");
  }

  // Patterns are drawn line by line: shared <pattern> elements need ids, which clash when several
  // charts meet in a page and vanish when the chart that owns them is hidden.
  private static String pattern(double x, double y, double w, double h, int series) {
    StringBuilder d = new StringBuilder();
    switch (series % COLOURS.length) {
      case 1 -> {
        for (double k = -h + 5; k < w; k += 7) {
          double left = Math.max(k, 0);
          double right = Math.min(k + h, w);
          segment(d, x + left, y + h - (left - k), x + right, y + h - (right - k));
        }
      }
      case 2 -> {
        for (double k = 4; k < w - 1; k += 7) {
          segment(d, x + k, y + h / 3, x + k, y + h / 3);
          segment(d, x + k, y + h * 2 / 3, x + k, y + h * 2 / 3);
        }
      }
      case 3 -> {
        for (double k = 4; k < w - 1; k += 7) {
          segment(d, x + k, y + 1, x + k, y + h - 1);
        }
      }
      case 4 -> segment(d, x + 1, y + h / 2, x + Math.max(w - 1, 1), y + h / 2);
      case 5 -> {
        for (double k = -h + 5; k < w; k += 7) {
          double left = Math.max(k, 0);
          double right = Math.min(k + h, w);
          segment(d, x + left, y + left - k, x + right, y + right - k);
        }
      }
      default -> {}
    }
    return d.toString();
  }

  private static void segment(StringBuilder d, double x1, double y1, double x2, double y2) {
    d.append('M').append(pair(x1, y1)).append('L').append(pair(x2, y2));
  }

  static String pair(double x, double y) {
    return number(x) + " " + number(y);
  }

  /** Returns a coordinate with at most one decimal. */
  static String number(double value) {
    long tenths = Math.round(value * 10);
    return BigDecimal.valueOf(tenths, 1)
        .setScale(tenths % 10 == 0 ? 0 : 1, RoundingMode.UNNECESSARY)
        .toPlainString();
  }

  /** Returns about how wide a text is. */
  static double width(String text, int size) {
    return text.codePointCount(0, text.length()) * size * 0.6;
  }

  /** Breaks a text into lines; what does not fit ends in an ellipsis. */
  static List<String> wrap(String text, int width, int mostLines) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    boolean tooMany = lines.size() > mostLines;
    List<String> kept = new ArrayList<>(lines.subList(0, Math.min(mostLines, lines.size())));
    for (int i = 0; i < kept.size(); i++) {
      boolean last = i == kept.size() - 1;
      kept.set(i, cut(last && tooMany ? kept.get(i) + " …" : kept.get(i), width));
    }
    return kept;
  }

  /** Returns {@code text}, cut to {@code width} characters if it is longer. */
  static String cut(String text, int width) {
    if (text.codePointCount(0, text.length()) <= width) {
      return text;
    }
    int end = text.offsetByCodePoints(0, Math.max(1, width - 1));
    return text.substring(0, end).stripTrailing() + "…";
  }
}
