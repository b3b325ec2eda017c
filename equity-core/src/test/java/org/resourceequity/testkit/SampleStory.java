package org.resourceequity.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.resourceequity.analysis.Coverage;
import org.resourceequity.analysis.Coverage.Exclusion;
import org.resourceequity.chart.Chart;
import org.resourceequity.chart.Chart.Axis;
import org.resourceequity.chart.Chart.Header;
import org.resourceequity.chart.Chart.Line;
import org.resourceequity.chart.Chart.Point;
import org.resourceequity.chart.Chart.Row;
import org.resourceequity.chart.Chart.Series;
import org.resourceequity.chart.NumberStyle;
import org.resourceequity.story.Answer;
import org.resourceequity.story.Answer.GroupFigure;
import org.resourceequity.story.Answer.Judgement;
import org.resourceequity.story.Finding;
import org.resourceequity.story.Status;
import org.resourceequity.story.Story;
import org.resourceequity.story.Theme;

/** A made-up story with every status, kind of chart and awkward name. */
public final class SampleStory {

  /** A name that must stay text in a page. */
  public static final String SCRIPT = "<script>alert(1)</script>";

  /** A name that must stay text in a spreadsheet. */
  public static final String FORMULA = "=1+1";

  private SampleStory() {}

  /** Returns the story with everything in it. */
  public static Story full() {
    return new Story(
        "Toy district: who gets what?",
        "Toy district " + SCRIPT,
        "0600001",
        List.of("2021-22", "2022-23", "2023-24"),
        opening(),
        List.of(
            new Theme("funding", "Funding", List.of(spending()), List.of("Who sets the budget?")),
            new Theme("staffing", "Staffing", List.of(novices(), counselors()), List.of("Why?")),
            new Theme("scheduling", "Scheduling", List.of(classSize()), List.of())),
        List.of("Meals are a rough measure of need."),
        List.of("Department of " + FORMULA + ", School file, 2023-24, public domain"));
  }

  /** Returns a story without an opening, themes and sources. */
  public static Story bare() {
    return new Story(
        "Nothing to open with", "Toy", "", List.of(), null, List.of(), List.of(), List.of());
  }

  private static Finding opening() {
    Chart chart =
        new Chart.Pair(
            new Header(
                "D has four times H's share of low-income students and the same money",
                "D and H side by side: 600 and 700 students, 40% and 10% from low-income families,"
                    + " $11,600 and $11,200 per student."),
            "D " + SCRIPT,
            "H",
            List.of(
                Row.of("Students", NumberStyle.COUNT, 600, 700),
                Row.of("Students from low-income families", NumberStyle.SHARE, 0.4, 0.1),
                Row.of("Dollars per student", NumberStyle.DOLLARS, 11600, 11200),
                new Row("Novice teachers", NumberStyle.SHARE, 0.12, null, "suppressed")));
    return new Finding(
        "opening-pair",
        "pair",
        "D1",
        "Do schools with different needs get different money?",
        NumberStyle.DOLLARS,
        List.of(
            answer(
                "all",
                Status.SHOWN,
                Judgement.NOT_JUDGED,
                false,
                List.of("D and H spend within $500 of each other per student."),
                chart,
                List.of(),
                coverage())),
        "Department, School file, 2023-24");
  }

  private static Finding spending() {
    List<GroupFigure> groups =
        List.of(
            new GroupFigure("highest need", 2, 900, 0.8, 0.9, 13444.44, ""),
            new GroupFigure("lowest need", 2, 900, 0.1, 0.2, 11777.78, ""));
    Axis dollars = new Axis("Spending per student", NumberStyle.DOLLARS);
    Chart bars =
        new Chart.Bars(
            new Header("The highest-need schools spend more", "Two bars, $13,444 and $11,778."),
            List.of("highest need", "lowest need"),
            List.of(Series.of("spending", 13444.44, 11777.78)),
            dollars,
            false);
    Chart stack =
        new Chart.Bars(
            new Header("Most dollars are from the State", "Three parts of two bars."),
            List.of("highest need", "lowest need"),
            List.of(
                Series.of("Federal", 2400, 900),
                Series.of("State", 7000, 5000),
                Series.of("Local", 4000, 5900)),
            dollars,
            true);
    Chart dots =
        new Chart.Scatter(
            new Header("Dollars rise with need", "Dots that rise to the right."),
            new Axis("Students from low-income families", NumberStyle.SHARE),
            dollars,
            List.of(
                new Point(SCRIPT, 0.9, 13500, 400),
                new Point("B", 0.8, 13300, 500),
                new Point("C", 0.4, 12500, 600),
                new Point("H", 0.1, 11200, 700)),
            new Line(
                "fitted line",
                List.of(new Point("", 0.1, 11300, 1), new Point("", 0.9, 13500, 1))));
    return new Finding(
        "spending-by-meals",
        "spending-per-student",
        "D1",
        "Do schools with more need spend more per student?",
        NumberStyle.DOLLARS,
        List.of(
            answer(
                "Elementary schools",
                Status.GAP,
                Judgement.FAVOURABLE,
                true,
                List.of(
                    "The 2 highest-need schools spend $13,450 per student, $1,650 more than the 2"
                        + " lowest-need schools ($11,800).",
                    "This depends on one school: without H the direction reverses ($13,450 v"
                        + " $14,500)."),
                bars,
                groups,
                coverage(
                    new Exclusion("without enrolment", List.of("A", SCRIPT, "C", "D", "E", "F")),
                    new Exclusion("charter schools", List.of()))),
            answer(
                "Middle schools " + SCRIPT,
                Status.NO_CLEAR_DIFFERENCE,
                Judgement.NOT_DIFFERENTIATED,
                false,
                List.of("Middle schools spend about the same.", "A second sentence."),
                stack,
                groups,
                coverage()),
            answer(
                "High schools",
                Status.GAP,
                Judgement.ADVERSE,
                false,
                List.of("High schools with more need spend less."),
                dots,
                groups,
                coverage())),
        "Department, Finance file, 2023-24");
  }

  private static Finding novices() {
    Chart lines =
        new Chart.Lines(
            new Header("The gap in novice teachers is closing", "Two lines, one falling."),
            new Axis("School year", NumberStyle.NUMBER),
            new Axis("Teachers in their first 3 years", NumberStyle.SHARE),
            List.of(
                new Line(
                    "highest need",
                    List.of(
                        new Point("2021-22", 0, 0.30, 1),
                        new Point("2022-23", 1, 0.27, 1),
                        new Point("2023-24", 2, 0.2364, 1))),
                new Line(
                    "lowest need",
                    List.of(
                        new Point("2021-22", 0, 0.05, 1), new Point("2023-24", 2, 0.0455, 1)))));
    return new Finding(
        "novices-by-meals",
        "novice-share",
        "D2",
        "Are novice teachers spread evenly?",
        NumberStyle.SHARE,
        List.of(
            answer(
                "2023-24",
                Status.GAP,
                Judgement.ADVERSE,
                false,
                List.of(
                    "24% of teachers in the 2 highest-need schools are in their first 3 years."),
                lines,
                List.of(
                    new GroupFigure("highest need", 2, 900, 0.8, 0.9, 0.2364, ""),
                    new GroupFigure("middle", 2, 900, 0.3, 0.5, null, "suppressed"),
                    new GroupFigure("lowest need", 2, 900, 0.1, 0.2, 0.0455, "")),
                coverage())),
        "Department, Staff file, 2023-24");
  }

  private static Finding counselors() {
    return new Finding(
        "counselors",
        "students-per-counselor",
        "D7",
        "Can every student see a counselor?",
        NumberStyle.STUDENTS_PER,
        List.of(
            answer(
                "all",
                Status.NOT_ENOUGH_DATA,
                Judgement.NOT_JUDGED,
                false,
                List.of("The files have no counselors by school."),
                null,
                List.of(),
                Coverage.none())),
        null);
  }

  private static Finding classSize() {
    Chart bars =
        new Chart.Bars(
            new Header("Classes are about the same size", "Three bars, one suppressed."),
            List.of("highest need", "middle", "lowest need"),
            List.of(
                new Series(
                    "class size",
                    Arrays.asList(21.4, null, 21.9),
                    Arrays.asList(null, "suppressed", null))),
            new Axis("Students in a class", NumberStyle.CLASS_SIZE),
            false);
    return new Finding(
        "class-size",
        "class-size",
        "D5",
        "Are classes smaller where need is higher?",
        NumberStyle.CLASS_SIZE,
        List.of(
            answer(
                "all",
                Status.NO_CLEAR_DIFFERENCE,
                Judgement.NOT_JUDGED,
                false,
                List.of("Classes have 21.4 and 21.9 students."),
                bars,
                List.of(),
                coverage())),
        "Department, Section file, 2023-24");
  }

  private static Coverage coverage(Exclusion... exclusions) {
    return new Coverage(30, 24, 5500, 5489, 0, List.of(exclusions));
  }

  private static Answer answer(
      String choice,
      Status status,
      Judgement judgement,
      boolean fragile,
      List<String> sentences,
      @Nullable Chart chart,
      List<GroupFigure> groups,
      Coverage coverage) {
    return new Answer(
        choice,
        status,
        judgement,
        fragile,
        sentences,
        chart,
        "The 2 schools with the most and the 2 with the fewest students from low-income families",
        "Left out each school in turn; the direction stayed.",
        "School year 2023-24; equal numbers of schools by subsidised meals; pooled.",
        "equal-units:4",
        "pooled",
        groups,
        Map.of("high", 13444.44, "low", 11777.78),
        coverage);
  }
}
