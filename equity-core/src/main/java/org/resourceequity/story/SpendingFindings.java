package org.resourceequity.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.resourceequity.analysis.Aggregation;
import org.resourceequity.analysis.GroupComparison;
import org.resourceequity.analysis.GroupComparison.GroupValue;
import org.resourceequity.chart.Chart;
import org.resourceequity.chart.NumberStyle;
import org.resourceequity.indicator.Indicators;
import org.resourceequity.metric.Outcome;
import org.resourceequity.model.CostLayer;
import org.resourceequity.model.Fund;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Ratio;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.TitleI;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.story.Answer.GroupFigure;
import org.resourceequity.story.Answer.Judgement;

/**
 * Findings about dollars per student of each school, where a state publishes them: by level, by
 * source, at the school and centrally, over the years, and by Title I status.
 */
final class SpendingFindings {

  private static final List<SchoolLevel> LEVELS =
      List.of(
          SchoolLevel.PRESCHOOL,
          SchoolLevel.ELEMENTARY,
          SchoolLevel.MIDDLE,
          SchoolLevel.HIGH,
          SchoolLevel.COMBINED);
  private static final NumberStyle DOLLARS = NumberStyle.DOLLARS;

  private final Telling telling;

  SpendingFindings(Telling telling) {
    this.telling = telling;
  }

  /** Returns the findings; none if the data have no dollars by school. */
  List<Finding> all() {
    Optional<Ratio> total = telling.available(Indicators.SCHOOL_SPENDING.ratios(), Level.SCHOOL);
    if (total.isEmpty()) {
      return List.of();
    }
    Ratio ratio = total.get();
    List<SchoolYear> years = telling.years(Level.SCHOOL, Telling.main(ratio));
    List<Finding> findings = new ArrayList<>();
    findings.add(byLevel(ratio, years));
    findings.add(
        split(
            "school-spending-by-source",
            "Where does the money come from?",
            ratio,
            years,
            part(ratio, Fund.STATE_LOCAL),
            part(ratio, Fund.FEDERAL)));
    findings.add(
        split(
            "school-spending-site-and-central",
            "How much is spent at the school and how much by the district office?",
            ratio,
            years,
            part(ratio, CostLayer.SITE),
            part(ratio, CostLayer.CENTRAL)));
    findings.add(byTitleI(ratio, years));
    return findings;
  }

  /**
   * One part of spending.
   *
   * @param name the part in words
   * @param ratio dollars per student of it
   */
  private record Part(String name, Ratio ratio) {}

  private static Part part(Ratio total, Fund fund) {
    return new Part(fund.words(), change(total, Telling.main(total).with(fund)));
  }

  private static Part part(Ratio total, CostLayer layer) {
    return new Part(layer.words(), change(total, Telling.main(total).with(layer)));
  }

  private static Ratio change(Ratio ratio, Operand numerator) {
    return ratio instanceof Ratio.Pooled pooled
        ? new Ratio.Pooled(numerator, pooled.denominator())
        : new Ratio.Published(numerator, ratio.weight());
  }

  private Outcome<GroupComparison> byKind(Ratio ratio, SchoolYear year) {
    return GroupComparison.byProperty(
        telling.data(),
        ratio,
        LEVELS.stream().map(SchoolLevel::words).toList(),
        "a school level",
        (id, when) -> facts(id, when).map(f -> LEVELS.indexOf(f.level())).filter(i -> i >= 0),
        telling.scope(Level.SCHOOL).during(year),
        telling.conventions());
  }

  private Optional<SchoolFacts> facts(UnitId id, SchoolYear year) {
    return id instanceof SchoolId school ? telling.data().facts(school, year) : Optional.empty();
  }

  private Finding byLevel(Ratio ratio, List<SchoolYear> years) {
    List<Answer> answers = new ArrayList<>();
    Map<SchoolYear, GroupComparison> known = new LinkedHashMap<>();
    String source = null;
    for (SchoolYear year : years) {
      Outcome<GroupComparison> outcome = byKind(ratio, year);
      if (outcome instanceof Outcome.Undefined<GroupComparison> undefined) {
        answers.add(notEnough(year.toString(), "Spending by school level", undefined.detail()));
      } else {
        known.put(year, outcome.get());
        answers.add(levelAnswer(year, outcome.get()));
        source = source == null ? outcome.get().provenance().cite() : source;
      }
    }
    if (known.size() > 1) {
      answers.add(overYears(known));
    }
    return new Finding(
        "school-spending-by-level",
        Indicators.SCHOOL_SPENDING.id(),
        Indicators.SCHOOL_SPENDING.dimension().name(),
        "How much do schools of each level spend per student?",
        DOLLARS,
        answers,
        source);
  }

  private Answer levelAnswer(SchoolYear year, GroupComparison comparison) {
    List<GroupValue> groups = comparison.groups().stream().filter(g -> g.value() != null).toList();
    List<String> parts = new ArrayList<>();
    for (GroupValue group : groups) {
      parts.add(DOLLARS.prose(value(group)) + " in " + group.label());
    }
    String sentence =
        "In "
            + year
            + " schools in "
            + telling.place()
            + " spent "
            + DOLLARS.prose(comparison.overall())
            + " per student: "
            + list(parts)
            + ".";
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("overall", comparison.overall());
    groups.forEach(g -> figures.put(key(g.label()), value(g)));
    return new Answer(
        year.toString(),
        Status.SHOWN,
        Judgement.NOT_JUDGED,
        false,
        List.of(sentence),
        bars(
            "Spending per student by level, " + year,
            groups.stream().map(g -> Telling.sentence(g.label())).toList(),
            List.of(
                Chart.Series.of(
                    "Spending per student",
                    groups.stream().mapToDouble(SpendingFindings::value).toArray())),
            false),
        comparedAll(comparison),
        "Levels follow from the grades served; schools of different levels cost different amounts,"
            + " so compare like with like.",
        method(comparison),
        comparison.grouping(),
        comparison.aggregation().id(),
        figureList(groups),
        figures,
        comparison.coverage());
  }

  private Answer overYears(Map<SchoolYear, GroupComparison> known) {
    List<SchoolYear> ascending = known.keySet().stream().sorted().toList();
    List<Chart.Line> lines = new ArrayList<>();
    for (int level = 0; level < LEVELS.size(); level++) {
      List<Chart.Point> points = new ArrayList<>();
      for (int i = 0; i < ascending.size(); i++) {
        GroupComparison comparison = known.get(ascending.get(i));
        Double value = comparison == null ? null : comparison.groups().get(level).value();
        if (value != null) {
          points.add(new Chart.Point(ascending.get(i).toString(), i, value, 1));
        }
      }
      if (points.size() > 1) {
        lines.add(new Chart.Line(Telling.sentence(LEVELS.get(level).words()), points));
      }
    }
    GroupComparison first = java.util.Objects.requireNonNull(known.get(ascending.get(0)));
    SchoolYear lastYear = ascending.get(ascending.size() - 1);
    GroupComparison last = java.util.Objects.requireNonNull(known.get(lastYear));
    double change = last.overall() - first.overall();
    String sentence =
        "From "
            + ascending.get(0)
            + " to "
            + lastYear
            + " spending per student went from "
            + DOLLARS.prose(first.overall())
            + " to "
            + DOLLARS.prose(last.overall())
            + (DOLLARS.prose(first.overall()).equals(DOLLARS.prose(last.overall()))
                ? ""
                : ", "
                    + DOLLARS.difference(Math.abs(change))
                    + " "
                    + Telling.direction(DOLLARS, change > 0))
            + ", in dollars of each year.";
    Map<String, Double> figures = new LinkedHashMap<>();
    known.forEach((year, comparison) -> figures.put(year.toString(), comparison.overall()));
    return new Answer(
        "Over the years",
        Status.SHOWN,
        Judgement.NOT_JUDGED,
        false,
        List.of(sentence),
        lines.isEmpty()
            ? null
            : new Chart.Lines(
                new Chart.Header(
                    "Spending per student by level, " + ascending.get(0) + " to " + lastYear,
                    "Lines of spending per student over "
                        + ascending.size()
                        + " years, one line per school level."),
                new Chart.Axis("School year", NumberStyle.COUNT),
                new Chart.Axis("Spending per student", DOLLARS),
                lines),
        "All schools with these data in each year; schools open and close in between.",
        "Amounts are nominal: they are not adjusted for prices.",
        method(last),
        last.grouping(),
        last.aggregation().id(),
        List.of(),
        figures,
        last.coverage());
  }

  private Finding split(
      String id, String question, Ratio total, List<SchoolYear> years, Part first, Part second) {
    List<Answer> answers = new ArrayList<>();
    String source = null;
    for (SchoolYear year : years) {
      Outcome<GroupComparison> whole = byKind(total, year);
      Outcome<GroupComparison> a = byKind(first.ratio(), year);
      Outcome<GroupComparison> b = byKind(second.ratio(), year);
      Optional<Outcome<GroupComparison>> problem =
          List.of(whole, a, b).stream().filter(o -> !o.isKnown()).findFirst();
      if (problem.isPresent()) {
        answers.add(
            notEnough(
                year.toString(),
                "The split of spending",
                ((Outcome.Undefined<GroupComparison>) problem.get()).detail()));
      } else {
        answers.add(splitAnswer(year, whole.get(), a.get(), b.get(), first, second));
        source = source == null ? whole.get().provenance().cite() : source;
      }
    }
    return new Finding(
        id,
        Indicators.SCHOOL_SPENDING.id(),
        Indicators.SCHOOL_SPENDING.dimension().name(),
        question,
        DOLLARS,
        answers,
        source);
  }

  private Answer splitAnswer(
      SchoolYear year,
      GroupComparison whole,
      GroupComparison a,
      GroupComparison b,
      Part first,
      Part second) {
    List<Integer> shown = new ArrayList<>();
    for (int g = 0; g < LEVELS.size(); g++) {
      if (a.groups().get(g).value() != null && b.groups().get(g).value() != null) {
        shown.add(g);
      }
    }
    double parts = a.overall() + b.overall();
    String share = parts > 0 ? " (" + NumberStyle.SHARE.prose(b.overall() / parts) + ")" : "";
    String sentence =
        "Of "
            + DOLLARS.prose(whole.overall())
            + " per student in "
            + year
            + ", "
            + DOLLARS.prose(a.overall())
            + " were "
            + first.name()
            + " and "
            + DOLLARS.prose(b.overall())
            + " "
            + second.name()
            + share
            + ".";
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("overall", whole.overall());
    figures.put(key(first.name()), a.overall());
    figures.put(key(second.name()), b.overall());
    for (int g : shown) {
      figures.put(key(LEVELS.get(g).words() + " " + first.name()), value(a.groups().get(g)));
      figures.put(key(LEVELS.get(g).words() + " " + second.name()), value(b.groups().get(g)));
    }
    return new Answer(
        year.toString(),
        Status.SHOWN,
        Judgement.NOT_JUDGED,
        false,
        List.of(sentence),
        bars(
            "Spending per student: " + first.name() + " and " + second.name() + ", " + year,
            shown.stream().map(g -> Telling.sentence(LEVELS.get(g).words())).toList(),
            List.of(
                Chart.Series.of(
                    Telling.sentence(first.name()),
                    shown.stream().mapToDouble(g -> value(a.groups().get(g))).toArray()),
                Chart.Series.of(
                    Telling.sentence(second.name()),
                    shown.stream().mapToDouble(g -> value(b.groups().get(g))).toArray())),
            true),
        comparedAll(whole),
        "Figures may not add because of rounding, and because a school may lack one of the parts.",
        method(whole),
        whole.grouping(),
        whole.aggregation().id(),
        figureList(whole.groups().stream().filter(g -> g.value() != null).toList()),
        figures,
        whole.coverage());
  }

  private static final List<String> TITLE_I =
      List.of("not a participant", "Title I targeted assistance", "Title I schoolwide");

  private static Optional<Integer> titleIGroup(TitleI status) {
    return switch (status) {
      case SCHOOLWIDE -> Optional.of(2);
      case TARGETED -> Optional.of(1);
      case ELIGIBLE, NOT_ELIGIBLE -> Optional.of(0);
      case UNKNOWN -> Optional.empty();
    };
  }

  private Finding byTitleI(Ratio ratio, List<SchoolYear> years) {
    List<Answer> answers = new ArrayList<>();
    String source = null;
    for (SchoolYear year : years) {
      Outcome<GroupComparison> outcome =
          GroupComparison.byProperty(
              telling.data(),
              ratio,
              TITLE_I,
              "a known Title I status",
              (id, when) ->
                  // The status of another year is not this year's.
                  facts(id, when)
                      .filter(f -> f.year().equals(when))
                      .flatMap(f -> titleIGroup(f.titleI())),
              telling.scope(Level.SCHOOL).during(year),
              telling.conventions());
      if (outcome instanceof Outcome.Undefined<GroupComparison> undefined) {
        answers.add(notEnough(year.toString(), "Spending by Title I status", undefined.detail()));
      } else {
        answers.add(titleIAnswer(year, outcome.get()));
        source = source == null ? outcome.get().provenance().cite() : source;
      }
    }
    return new Finding(
        "school-spending-by-title-i",
        Indicators.SCHOOL_SPENDING.id(),
        Indicators.SCHOOL_SPENDING.dimension().name(),
        "Do Title I schools spend more per student than schools without the programme?",
        DOLLARS,
        answers,
        source);
  }

  private Answer titleIAnswer(SchoolYear year, GroupComparison comparison) {
    DecisionRule rule = telling.rule();
    GroupValue without = comparison.groups().get(0);
    List<GroupValue> programmes = new ArrayList<>();
    for (int g : new int[] {2, 1}) {
      GroupValue group = comparison.groups().get(g);
      if (group.units() >= rule.minimumUnits() && group.students() >= rule.minimumStudents()) {
        programmes.add(group);
      }
    }
    if (programmes.isEmpty()
        || without.units() < rule.minimumUnits()
        || without.students() < rule.minimumStudents()) {
      return Telling.missing(
          year.toString(),
          "Spending by Title I status cannot be compared for "
              + telling.place()
              + " in "
              + year
              + ": a group would have fewer than "
              + rule.minimumUnits()
              + " schools or "
              + NumberStyle.COUNT.prose(rule.minimumStudents())
              + " students.",
          method(comparison),
          comparison.coverage());
    }
    GroupValue main = programmes.get(0);
    double gap = value(main) - value(without);
    boolean matters = rule.matters(DOLLARS, value(main), value(without), comparison.overall());
    Optional<GroupComparison.Without> reversal =
        matters ? comparison.reversal(comparison.groups().indexOf(main), 0) : Optional.empty();
    List<String> sentences = new ArrayList<>();
    for (GroupValue programme : programmes) {
      double difference = value(programme) - value(without);
      boolean counts =
          rule.matters(DOLLARS, value(programme), value(without), comparison.overall());
      sentences.add(
          Telling.sentence(
              "the average student in one of the "
                  + NumberStyle.COUNT.prose(programme.units())
                  + " "
                  + programme.label()
                  + " schools attends a school that spends "
                  + DOLLARS.prose(value(programme))
                  + " per student, "
                  + (counts
                      ? DOLLARS.difference(Math.abs(difference))
                          + " "
                          + Telling.direction(DOLLARS, difference > 0)
                          + " than"
                      : "about the same as")
                  + " in the "
                  + NumberStyle.COUNT.prose(without.units())
                  + " schools that are not participants ("
                  + DOLLARS.prose(value(without))
                  + ")."));
    }
    reversal.ifPresent(
        out ->
            sentences.add(
                "This depends on one school: without "
                    + out.unit().name()
                    + " the direction reverses ("
                    + DOLLARS.prose(out.first())
                    + " v "
                    + DOLLARS.prose(out.second())
                    + ")."));
    List<GroupValue> shown = comparison.groups().stream().filter(g -> g.value() != null).toList();
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("high", value(main));
    figures.put("low", value(without));
    figures.put("difference", gap);
    figures.put("overall", comparison.overall());
    return new Answer(
        year.toString(),
        matters ? Status.GAP : Status.NO_CLEAR_DIFFERENCE,
        DecisionRule.judge(Indicators.SCHOOL_SPENDING, matters, gap > 0),
        reversal.isPresent(),
        sentences,
        bars(
            "Spending per student by Title I status, " + year,
            shown.stream().map(g -> Telling.sentence(g.label())).toList(),
            List.of(
                Chart.Series.of(
                    "Spending per student",
                    shown.stream().mapToDouble(SpendingFindings::value).toArray())),
            false),
        comparedAll(comparison),
        "Title I status stands for poverty and is not the same; levels are not held apart. "
            + rule.words(DOLLARS),
        method(comparison),
        comparison.grouping(),
        comparison.aggregation().id(),
        figureList(shown),
        figures,
        comparison.coverage());
  }

  private Answer notEnough(String choice, String what, String detail) {
    return Telling.missing(
        choice,
        what + " cannot be shown for " + telling.place() + " in " + choice + ": " + detail + ".",
        "",
        Telling.nothing());
  }

  private static double value(GroupValue group) {
    @Nullable Double value = group.value();
    return value == null ? 0 : value;
  }

  private static String key(String label) {
    return label.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private static String list(List<String> parts) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    return String.join(", ", parts.subList(0, parts.size() - 1))
        + " and "
        + parts.get(parts.size() - 1);
  }

  private static Chart bars(
      String title, List<String> categories, List<Chart.Series> series, boolean stacked) {
    return new Chart.Bars(
        new Chart.Header(title, "Bars of spending per student for " + list(categories) + "."),
        categories,
        series,
        new Chart.Axis("Spending per student", DOLLARS),
        stacked);
  }

  private static String comparedAll(GroupComparison comparison) {
    List<String> parts = new ArrayList<>();
    for (GroupValue group : comparison.groups()) {
      if (group.units() > 0) {
        parts.add(NumberStyle.COUNT.prose(group.units()) + " " + schools(group));
      }
    }
    return Telling.sentence(list(parts)) + ".";
  }

  private static String schools(GroupValue group) {
    boolean kind = LEVELS.stream().anyMatch(level -> level.words().equals(group.label()));
    String words = kind ? group.label() : "schools (" + group.label() + ")";
    return group.units() == 1 ? words.replaceFirst("schools", "school") : words;
  }

  private static String method(GroupComparison comparison) {
    return "Years: "
        + comparison.provenance().yearsInWords()
        + ". Group values: "
        + comparison.aggregation().words()
        + (comparison.aggregation() == Aggregation.STUDENT_EXPOSURE ? ", students as weights" : "")
        + ". Amounts are nominal. A census has no sampling error.";
  }

  private static List<GroupFigure> figureList(List<GroupValue> groups) {
    return groups.stream()
        .map(g -> new GroupFigure(g.label(), g.units(), g.students(), null, null, g.value(), ""))
        .toList();
  }
}
