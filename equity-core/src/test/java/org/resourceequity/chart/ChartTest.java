package org.resourceequity.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.resourceequity.chart.Chart.Axis;
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
