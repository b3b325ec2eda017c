package org.resourceequity.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.Checks;

/**
 * A chart as data: what is drawn, in words and numbers. {@link #svg()} draws it as static,
 * accessible SVG, {@link #table()} gives the same numbers as a table; other renderers read the
 * records.
 *
 * <p>A value that cannot be given is null and has a note that says why; it is drawn as that note,
 * never as zero.
 */
public sealed interface Chart {

  /** Returns the title and the text alternative. */
  Header header();

  /** Returns the chart as an SVG element: no script, scales to its container, light and dark. */
  default String svg() {
    return Drawing.of(this);
  }

  /** Returns the numbers of the chart as a table. */
  default Table table() {
    return Tables.of(this);
  }

  /**
   * Bars that start at zero, one per category and series.
   *
   * @param header title and text alternative
   * @param categories names of the categories, in drawing order
   * @param series one or more sets of values, each with one value per category
   * @param value what the length of a bar means
   * @param stacked whether the series are parts of a whole and drawn end to end
   */
  record Bars(
      Header header, List<String> categories, List<Series> series, Axis value, boolean stacked)
      implements Chart {
    /** Copies, and checks that each series has a value per category. */
    public Bars {
      categories = List.copyOf(categories);
      series = List.copyOf(series);
      for (Series s : series) {
        if (s.values().size() != categories.size()) {
          throw new IllegalArgumentException(
              "series \"%s\" has %d values, expected %d, one per category"
                  .formatted(s.name(), s.values().size(), categories.size()));
        }
      }
    }
  }

  /**
   * One dot per school or district.
   *
   * @param header title and text alternative
   * @param x the horizontal axis
   * @param y the vertical axis
   * @param points the dots; their area follows their size
   * @param line a line drawn through them, such as a fitted one; null for none
   */
  record Scatter(Header header, Axis x, Axis y, List<Point> points, @Nullable Line line)
      implements Chart {
    /** Copies the points. */
    public Scatter {
      points = List.copyOf(points);
    }
  }

  /**
   * One or more lines: a trend over years, a Lorenz curve.
   *
   * <p>Where the points of the lines have names ("2020-21"), those are written under the axis.
   * Number such points 0, 1, 2: a number that is left out breaks the line.
   *
   * @param header title and text alternative
   * @param x the horizontal axis
   * @param y the vertical axis
   * @param lines the lines
   */
  record Lines(Header header, Axis x, Axis y, List<Line> lines) implements Chart {
    /** Copies the lines. */
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Two schools or districts side by side, one row per measure. Each row has its own scale from 0.
   *
   * @param header title and text alternative
   * @param a name of the first
   * @param b name of the second
   * @param rows the measures
   */
  record Pair(Header header, String a, String b, List<Row> rows) implements Chart {
    /** Copies the rows. */
    public Pair {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Columns of one height, each divided into the shares of some groups: what units are made of. The
   * width of a column follows its size. Beside them stands the whole, to compare with.
   *
   * @param header title and text alternative
   * @param groups names of the groups, from the foot of a column up
   * @param whole what all columns are made of together
   * @param columns the units, in drawing order
   * @param size what the width of a column means, such as "students"
   */
  record Mosaic(Header header, List<String> groups, Column whole, List<Column> columns, String size)
      implements Chart {
    /** Copies, and checks that each column has a share per group. */
    public Mosaic {
      groups = List.copyOf(groups);
      columns = List.copyOf(columns);
      checkShares(whole, groups.size());
      for (Column column : columns) {
        checkShares(column, groups.size());
      }
    }

    private static void checkShares(Column column, int groups) {
      if (column.shares().size() != groups) {
        throw new IllegalArgumentException(
            "column \"%s\" has %d shares, expected %d, one per group"
                .formatted(column.name(), column.shares().size(), groups));
      }
    }
  }

  /**
   * What the chart says.
   *
   * @param title the finding in one line
   * @param alt text alternative for who cannot see the chart, at most 60 words
   */
  record Header(String title, String alt) {
    private static final int MOST_WORDS = 60;

    /** Checks the length of the text alternative. */
    public Header {
      Checks.notBlank(title, "title");
      int words = Checks.notBlank(alt, "alt").strip().split("\\s+").length;
      if (words > MOST_WORDS) {
        throw new IllegalArgumentException(
            "alt has " + words + " words, expected at most " + MOST_WORDS);
      }
    }
  }

  /**
   * What a length or position means.
   *
   * @param label "Spending per student"
   * @param style how its numbers are written
   */
  record Axis(String label, NumberStyle style) {

    /** Returns the label with the unit, as it is written at the axis. */
    public String title() {
      String perStudent = " per student";
      String unit =
          label.contains(perStudent) ? style.unit().replace(perStudent, "") : style.unit();
      return unit.isEmpty() || label.contains(unit) ? label : label + " (" + unit + ")";
    }

    /**
     * Returns evenly spaced round numbers, the first at or below {@code low}, the last at or above
     * {@code high}.
     */
    public List<Tick> ticks(double low, double high) {
      return Ticks.between(low, high, style);
    }
  }

  /**
   * A marked place on an axis.
   *
   * @param value where it is
   * @param label what is written there
   */
  record Tick(double value, String label) {}

  /**
   * Values of one colour.
   *
   * @param name what the values are of
   * @param values one per category; null where there is none
   * @param notes one per category: why there is no value ("suppressed"); null where there is one
   */
  record Series(String name, List<@Nullable Double> values, List<@Nullable String> notes) {
    /** Copies, and checks that the values are finite and have notes. */
    public Series {
      values = Collections.unmodifiableList(new ArrayList<>(values));
      notes = Collections.unmodifiableList(new ArrayList<>(notes));
      Checks.sameLength(notes.size(), values.size(), "notes");
      for (int i = 0; i < values.size(); i++) {
        Double value = values.get(i);
        if (value != null) {
          Checks.finite(value, "values[" + i + "]");
        }
      }
    }

    /** Makes a series in which every value is known. */
    public static Series of(String name, double... values) {
      return new Series(
          name,
          Arrays.stream(values).boxed().toList(),
          Collections.nCopies(values.length, (String) null));
    }

    /** Returns what is written instead of value {@code i} if there is none. */
    public String note(int i) {
      return noteOr(notes.get(i));
    }
  }

  /**
   * One place in a chart.
   *
   * @param name the school, district or year; empty if it has none
   * @param x horizontal position
   * @param y vertical position
   * @param size what the dot's area follows, such as students; 1 if nothing
   */
  record Point(String name, double x, double y, double size) {
    /** Checks that the numbers are finite. */
    public Point {
      Checks.finite(x, "x");
      Checks.finite(y, "y");
      Checks.within(size, 0, Double.MAX_VALUE, "size");
    }
  }

  /**
   * What a unit is made of.
   *
   * @param name the unit
   * @param size what the width follows, such as students; not negative
   * @param shares share of each group, which add up to 1
   */
  record Column(String name, double size, List<Double> shares) {
    /** Copies, and checks that the shares are of one whole. */
    public Column {
      Checks.within(size, 0, Double.MAX_VALUE, "size");
      shares = List.copyOf(shares);
      double sum = 0;
      for (double share : shares) {
        sum += Checks.within(share, 0, 1, "share of column \"" + name + "\"");
      }
      Checks.within(sum, 1 - 1e-9, 1 + 1e-9, "sum of the shares of column \"" + name + "\"");
    }
  }

  /**
   * A line through points.
   *
   * @param name what the line shows
   * @param points from left to right
   */
  record Line(String name, List<Point> points) {
    /** Copies the points. */
    public Line {
      points = List.copyOf(points);
    }
  }

  /**
   * One measure of a pair.
   *
   * @param label the measure
   * @param style how its values are written
   * @param a value of the first; null if there is none
   * @param b value of the second; null if there is none
   * @param note why a value is missing; null if none is
   */
  record Row(
      String label,
      NumberStyle style,
      @Nullable Double a,
      @Nullable Double b,
      @Nullable String note) {
    /** Checks that the values are finite. */
    public Row {
      if (a != null) {
        Checks.finite(a, "a");
      }
      if (b != null) {
        Checks.finite(b, "b");
      }
    }

    /** Makes a row with both values. */
    public static Row of(String label, NumberStyle style, double a, double b) {
      return new Row(label, style, a, b, null);
    }

    /** Returns what is written instead of a value that is missing. */
    public String missing() {
      return noteOr(note);
    }
  }

  private static String noteOr(@Nullable String note) {
    return note == null || note.isBlank() ? "no data" : note;
  }
}
