package org.resourceequity.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.resourceequity.chart.Chart.Axis;
import org.resourceequity.chart.Chart.Column;
import org.resourceequity.chart.Chart.Header;
import org.resourceequity.chart.Chart.Line;
import org.resourceequity.chart.Chart.Point;
import org.resourceequity.chart.Chart.Row;
import org.resourceequity.chart.Chart.Series;
import org.resourceequity.chart.Chart.Tick;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ChartTest {

  private static final String HOSTILE = "<script>alert(1)</script> & \"'\u0000\ud800";
  private static final Header HEADER =
      new Header("High-need schools have more novice teachers", "Two bars: 24% and 5%.");
  private static final Axis SHARE = new Axis("Share of teachers", NumberStyle.SHARE);
  private static final Axis DOLLARS = new Axis("Spending", NumberStyle.DOLLARS);

  private static Element parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }

  private static Chart bars() {
    return new Chart.Bars(
        HEADER,
        List.of("highest need", "lowest need", "no number"),
        List.of(
            new Series(
                "novice",
                Arrays.asList(0.2364, 0.0455, null),
                Arrays.asList(null, null, "suppressed"))),
        SHARE,
        false);
  }

  private static List<Chart> one() {
    Header header = new Header(HOSTILE, HOSTILE);
    Axis axis = new Axis(HOSTILE, NumberStyle.DOLLARS);
    Line line = new Line(HOSTILE, List.of(new Point(HOSTILE, 0, 1, 1), new Point("b", 1, 2, 1)));
    Series series = new Series(HOSTILE, Arrays.asList(1.0, null), Arrays.asList(null, HOSTILE));
    return List.of(
        new Chart.Bars(header, List.of(HOSTILE, "b"), List.of(series, series), axis, false),
        new Chart.Bars(header, List.of(HOSTILE, "b"), List.of(series, series), axis, true),
        new Chart.Scatter(header, axis, axis, line.points(), line),
        new Chart.Lines(header, axis, axis, List.of(line, line)),
        new Chart.Mosaic(
            header,
            List.of(HOSTILE, "b"),
            new Column(HOSTILE, 4, List.of(0.5, 0.5)),
            List.of(new Column(HOSTILE, 4, List.of(0.25, 0.75))),
            HOSTILE),
        new Chart.Pair(
            header,
            HOSTILE,
            HOSTILE,
            List.of(new Row(HOSTILE, NumberStyle.SHARE, 0.2, null, HOSTILE))));
  }

  @Test
  void namesStayText() throws Exception {
    for (Chart chart : one()) {
      Element svg = parse(chart.svg());
      assertThat(svg.getElementsByTagName("script").getLength()).isZero();
      assertThat(chart.svg()).doesNotContain("<script").doesNotContain("NaN");
      assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
          .startsWith("<script>alert(1)</script> & \"'");
    }
  }

  @Test
  void svgHasRoleTitleAndDescription() throws Exception {
    Element svg = parse(bars().svg());

    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getAttribute("viewBox")).startsWith("0 0 360 ");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(HEADER.title());
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo(HEADER.alt());
  }

  @Test
  void missingValueIsDrawnAsItsNote() throws Exception {
    assertThat(parse(bars().svg()).getTextContent()).contains("suppressed", "23.6%", "4.5%");
    assertThat(bars().table().rows())
        .containsExactly(
            List.of("highest need", "23.6%"),
            List.of("lowest need", "4.5%"),
            List.of("no number", "suppressed"));
  }

  @Test
  void negativeBarsLieLeftOfZero() throws Exception {
    Chart chart =
        new Chart.Bars(
            HEADER, List.of("a", "b"), List.of(Series.of("gap", -200, 400)), DOLLARS, false);
    Element svg = parse(chart.svg());

    Element negative = (Element) svg.getElementsByTagName("rect").item(0);
    Element positive = (Element) svg.getElementsByTagName("rect").item(1);
    double end =
        Double.parseDouble(negative.getAttribute("x"))
            + Double.parseDouble(negative.getAttribute("width"));
    assertThat(end).isEqualTo(Double.parseDouble(positive.getAttribute("x")));
    assertThat(svg.getTextContent()).contains("-$200");
  }

  @Test
  void thousandsOfDotsStaySmall() throws Exception {
    Random random = new Random(7);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 6000; i++) {
      points.add(
          new Point("School " + i, random.nextDouble(), 9000 + 5000 * random.nextDouble(), 400));
    }
    String svg = new Chart.Scatter(HEADER, SHARE, DOLLARS, points, null).svg();

    parse(svg);
    assertThat(svg.length()).isLessThan(90_000);
    assertThat(svg).doesNotContain("School 17");
  }

  private static Chart mosaic(int columns, int groups) {
    List<String> names = new ArrayList<>();
    List<Double> equal = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      names.add("Group " + g);
      equal.add(1.0 / groups);
    }
    List<Column> all = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      all.add(new Column("School " + i, 1 + i % 7, equal));
    }
    return new Chart.Mosaic(
        HEADER, names, new Column("all", 4.0 * columns, equal), all, "students");
  }

  /** Two columns beside the whole: widths 1 to 3, heights a quarter and three quarters. */
  @Test
  void columnsAreAsWideAsTheirSize() throws Exception {
    Chart chart =
        new Chart.Mosaic(
            HEADER,
            List.of("a", "b"),
            new Column("all", 4, List.of(0.5, 0.5)),
            List.of(
                new Column("one", 1, List.of(0.25, 0.75)),
                new Column("none", 0, List.of(1.0, 0.0)),
                new Column("two", 3, List.of(1.0, 0.0))),
            "students");
    List<Element> bars = rects(parse(chart.svg()));

    // Two samples of the legend, two parts of the whole, two of the first column, one of the last.
    assertThat(bars).hasSize(7);
    double one = number(bars.get(4), "width") + 1;
    double two = number(bars.get(6), "width") + 1;
    assertThat(two / one).isCloseTo(3, within(0.01));
    assertThat(number(bars.get(5), "height") / number(bars.get(4), "height"))
        .isCloseTo(3, within(0.05));
    assertThat(number(bars.get(5), "y")).isLessThan(number(bars.get(4), "y"));
    assertThat(chart.table().rows())
        .containsExactly(
            List.of("all", "4", "50.0%", "50.0%"),
            List.of("one", "1", "25.0%", "75.0%"),
            List.of("none", "0", "100.0%", "0.0%"),
            List.of("two", "3", "100.0%", "0.0%"));
  }

  private static List<Element> rects(Element svg) {
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < svg.getElementsByTagName("rect").getLength(); i++) {
      all.add((Element) svg.getElementsByTagName("rect").item(i));
    }
    return all;
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  @Test
  void manyColumnsStaySmall() throws Exception {
    String svg = mosaic(100_000, 7).svg();

    parse(svg);
    assertThat(svg.length()).isLessThan(90_000);
    assertThat(svg).doesNotContain("School 17").doesNotContain("NaN");
    assertThat(parse(mosaic(61, 2).svg()).getElementsByTagName("path").getLength())
        .isGreaterThan(2);
  }

  @Test
  void aMosaicWithoutSizeSaysSo() throws Exception {
    assertThat(parse(mosaic(0, 2).svg()).getTextContent()).contains("no data to draw");
  }

  @Test
  void sharesAreOfOneWhole() {
    assertThatThrownBy(() -> new Column("a", 1, List.of(0.5, 0.6)))
        .hasMessageContaining("sum of the shares of column \"a\" is 1.1");
    assertThatThrownBy(() -> new Column("a", 1, List.of(1.5, -0.5)))
        .hasMessageContaining("share of column \"a\" is 1.5");
    Column whole = new Column("all", 1, List.of(0.5, 0.5));
    assertThatThrownBy(
            () ->
                new Chart.Mosaic(
                    HEADER,
                    List.of("a", "b"),
                    whole,
                    List.of(new Column("x", 1, List.of(1.0))),
                    "students"))
        .hasMessageContaining("column \"x\" has 1 shares, expected 2, one per group");
  }

  @Test
  void leftOutYearBreaksTheLine() {
    Line line =
        new Line(
            "Gap",
            List.of(
                new Point("2019-20", 0, 10, 1),
                new Point("2020-21", 1, 12, 1),
                new Point("2022-23", 3, 11, 1)));
    String svg =
        new Chart.Lines(HEADER, new Axis("Year", NumberStyle.NUMBER), DOLLARS, List.of(line)).svg();

    assertThat(svg).containsPattern("d=\"M[0-9. ]+L[0-9. ]+M[0-9. ]+\"");
  }

  @Test
  void emptyChartsSaySo() throws Exception {
    Chart chart = new Chart.Lines(HEADER, SHARE, DOLLARS, List.of());

    assertThat(parse(chart.svg()).getTextContent()).contains("no data to draw");
  }

  @Test
  void ticksAreRoundAndCoverTheValues() {
    assertThat(SHARE.ticks(0, 0.2364).stream().map(Tick::label))
        .containsExactly("0%", "5%", "10%", "15%", "20%", "25%");
    assertThat(DOLLARS.ticks(-300, 800).stream().map(Tick::value))
        .startsWith(-500.0)
        .endsWith(1000.0);
    assertThat(DOLLARS.ticks(0, 0)).hasSizeGreaterThan(1);
    assertThat(DOLLARS.ticks(12000, 12000)).hasSizeGreaterThan(1);
    assertThat(DOLLARS.ticks(-5, -5)).hasSizeGreaterThan(1);
  }

  @Test
  void textAlternativeHasAtMostSixtyWords() {
    String words = "word ".repeat(61);

    assertThatThrownBy(() -> new Header("title", words))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alt has 61 words, expected at most 60");
  }

  @Test
  void seriesOfTheWrongLengthIsRefused() {
    assertThatThrownBy(
            () ->
                new Chart.Bars(HEADER, List.of("a"), List.of(Series.of("s", 1, 2)), DOLLARS, false))
        .hasMessageContaining("expected 1, one per category");
  }
}
