package org.resourceequity.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.resourceequity.analysis.Aggregation;
import org.resourceequity.analysis.Coverage;
import org.resourceequity.analysis.GroupComparison;
import org.resourceequity.analysis.GroupComparison.GroupValue;
import org.resourceequity.analysis.GroupComparison.UnitValue;
import org.resourceequity.analysis.Grouping;
import org.resourceequity.analysis.Scope;
import org.resourceequity.analysis.Strata;
import org.resourceequity.chart.Chart;
import org.resourceequity.chart.NumberStyle;
import org.resourceequity.indicator.EquityDimension;
import org.resourceequity.indicator.Indicator;
import org.resourceequity.indicator.Indicators;
import org.resourceequity.inference.Interval;
import org.resourceequity.inference.RateIntervals;
import org.resourceequity.metric.Outcome;
import org.resourceequity.model.Level;
import org.resourceequity.model.Measurement;
import org.resourceequity.model.Ratio;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.story.Answer.GroupFigure;
import org.resourceequity.story.Answer.Judgement;

/** Findings that compare units with high and low need by one indicator. */
final class NeedFindings {

  private static final String TOGETHER = "All schools together";
  private static final int MOST_LISTED = 12;

  private final Telling telling;

  NeedFindings(Telling telling) {
    this.telling = telling;
  }

  /** Returns the finding, with an answer for every choice that can be computed. */
  Finding of(Indicator indicator) {
    Level level = indicator.level();
    Optional<Ratio> resource = telling.available(indicator.ratios(), level);
    Optional<Ratio> need = telling.need(level);
    List<Answer> answers = new ArrayList<>();
    String source = null;
    if (resource.isEmpty() || need.isEmpty()) {
      String what =
          resource.isEmpty()
              ? indicator.name() + " by " + level.words(1)
              : "a measure of need by " + level.words(1);
      answers.add(
          Telling.missing(
              "All " + level.words(2) + " together",
              Telling.sentence(indicator.name())
                  + " by "
                  + level.words(1)
                  + " need cannot be shown for "
                  + telling.place()
                  + ": the data do not have "
                  + what
                  + (telling.options().years().isEmpty() ? "." : " in the years asked for."),
              "Needed: "
                  + indicator.name()
                  + " and a measure of need of each "
                  + level.words(1)
                  + ".",
              Telling.nothing()));
    } else {
      List<Choice> choices = choices(level, resource.get());
      for (Choice choice : choices) {
        answers.add(answer(indicator, resource.get(), need.get(), choice));
      }
      answers = answered(indicator, answers);
      source = source(indicator, resource.get(), need.get(), choices.get(0));
    }
    return new Finding(
        indicator.id() + "-by-need",
        indicator.id(),
        indicator.dimension().name(),
        indicator.question(),
        indicator.style(),
        answers,
        source);
  }

  /**
   * Choices with an answer, and one answer that names the others and gives the reason of the first;
   * where no choice has an answer, the first one speaks for all.
   */
  private List<Answer> answered(Indicator indicator, List<Answer> answers) {
    List<Answer> known =
        answers.stream().filter(a -> a.status() != Status.NOT_ENOUGH_DATA).toList();
    List<Answer> unknown =
        answers.stream().filter(a -> a.status() == Status.NOT_ENOUGH_DATA).toList();
    if (known.isEmpty() || unknown.isEmpty()) {
      return known.isEmpty() ? answers.subList(0, 1) : known;
    }
    List<Answer> all = new ArrayList<>(known);
    String choices =
        String.join(", ", unknown.stream().map(a -> a.choice().toLowerCase(Locale.ROOT)).toList());
    all.add(
        Telling.missing(
            "Not shown",
            Telling.sentence(indicator.name())
                + " cannot be compared for these choices: "
                + choices
                + ". The reason for the first: "
                + unknown.get(0).sentences().get(0),
            "",
            unknown.get(0).coverage()));
    return all;
  }

  /**
   * One computed choice.
   *
   * @param label what the switch shows
   * @param year the year, null for the latest
   * @param level the kind of school, null for all
   * @param strata whether groups are made within kinds of school
   */
  private record Choice(
      String label, @Nullable SchoolYear year, @Nullable SchoolLevel level, Strata strata) {}

  private List<Choice> choices(Level level, Ratio resource) {
    List<SchoolYear> years = telling.years(level, Telling.main(resource));
    List<Choice> choices = new ArrayList<>();
    String all = level == Level.SCHOOL ? TOGETHER : "All districts";
    SchoolYear latest = years.get(0);
    choices.add(
        new Choice(
            years.size() > 1 ? all + ", " + latest : all, latest, null, Strata.ALL_TOGETHER));
    for (SchoolYear year : years.subList(1, years.size())) {
      choices.add(new Choice(all + ", " + year, year, null, Strata.ALL_TOGETHER));
    }
    if (level == Level.SCHOOL) {
      choices.add(new Choice("Within school levels", latest, null, Strata.SCHOOL_LEVEL));
      for (SchoolLevel kind :
          List.of(
              SchoolLevel.ELEMENTARY, SchoolLevel.MIDDLE, SchoolLevel.HIGH, SchoolLevel.COMBINED)) {
        if (hasSchools(kind, latest)) {
          choices.add(
              new Choice(Telling.sentence(kind.words()), latest, kind, Strata.ALL_TOGETHER));
        }
      }
    }
    return choices;
  }

  private boolean hasSchools(SchoolLevel kind, SchoolYear year) {
    return telling.schools().stream()
            .filter(
                school ->
                    telling
                        .data()
                        .facts(school.id(), year)
                        .filter(f -> f.level() == kind)
                        .isPresent())
            .limit(telling.rule().minimumForQuartiles())
            .count()
        == telling.rule().minimumForQuartiles();
  }

  private Outcome<GroupComparison> compare(
      Indicator indicator, Ratio resource, Ratio need, Choice choice, Grouping grouping) {
    Scope scope = telling.scope(indicator.level()).during(choice.year()).of(choice.level());
    return GroupComparison.byMeasure(
        telling.data(),
        resource,
        need,
        grouping,
        choice.strata(),
        null,
        scope,
        telling.conventions());
  }

  private @Nullable String source(Indicator indicator, Ratio resource, Ratio need, Choice choice) {
    return compare(indicator, resource, need, choice, telling.options().grouping())
        .find()
        .map(comparison -> comparison.provenance().cite())
        .orElse(null);
  }

  private Answer answer(Indicator indicator, Ratio resource, Ratio need, Choice choice) {
    Outcome<GroupComparison> outcome =
        compare(indicator, resource, need, choice, telling.options().grouping());
    if (outcome instanceof Outcome.Undefined<GroupComparison> undefined) {
      return Telling.missing(
          choice.label(),
          Telling.sentence(indicator.name())
              + " cannot be compared by need for "
              + telling.place()
              + ": "
              + undefined.detail()
              + ".",
          "",
          Telling.nothing());
    }
    GroupComparison comparison = outcome.get();
    String units = indicator.level().words(2);
    int n = comparison.units().size();
    if (n < telling.rule().minimumForQuartiles()) {
      return oneByOne(indicator, resource, need, choice, comparison);
    }
    GroupValue high = comparison.highest();
    GroupValue low = comparison.lowest();
    Double hi = high.value();
    Double lo = low.value();
    if (hi == null || lo == null || tooSmall(high) || tooSmall(low)) {
      return Telling.missing(
          choice.label(),
          Telling.sentence(indicator.name())
              + " cannot be compared by need for "
              + telling.place()
              + ": a group would have fewer than "
              + telling.rule().minimumUnits()
              + " "
              + units
              + " or "
              + NumberStyle.COUNT.prose(telling.rule().minimumStudents())
              + " students.",
          method(indicator, need, comparison),
          comparison.coverage());
    }
    NumberStyle style = indicator.style();
    int top = comparison.groups().size() - 1;
    Optional<String> small = tooSmallForARate(indicator, resource, comparison, hi, lo);
    if (small.isPresent()) {
      return Telling.missing(
          choice.label(),
          Telling.sentence(indicator.name())
              + " cannot be compared by need for "
              + telling.place()
              + ": "
              + small.get()
              + ".",
          "",
          comparison.coverage());
    }
    Optional<Interval> interval =
        isRateOfPeople(indicator, comparison)
            ? Optional.of(
                RateIntervals.newcombe(
                    hi * comparison.weight(top),
                    comparison.weight(top),
                    lo * comparison.weight(0),
                    comparison.weight(0)))
            : Optional.empty();
    boolean matters =
        telling.rule().matters(style, hi, lo, comparison.overall())
            && interval.map(i -> !i.contains(0)).orElse(true);
    Optional<GroupComparison.Without> reversal =
        matters ? comparison.reversal(comparison.groups().size() - 1, 0) : Optional.empty();
    List<String> sentences =
        matters
            ? gapSentences(indicator, need, choice, comparison, hi, lo)
            : sameSentences(indicator, need, choice, comparison, hi, lo);
    List<String> all = new ArrayList<>(sentences);
    reversal.ifPresent(
        without ->
            all.add(
                "This depends on one "
                    + indicator.level().words(1)
                    + ": without "
                    + without.unit().name()
                    + " the direction reverses ("
                    + style.prose(without.first())
                    + " v "
                    + style.prose(without.second())
                    + ")."));
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("high", hi);
    figures.put("low", lo);
    figures.put("difference", hi - lo);
    if (lo != 0) {
      figures.put("ratio", hi / lo);
    }
    figures.put("overall", comparison.overall());
    interval.ifPresent(
        i -> {
          figures.put("differenceLow", i.low());
          figures.put("differenceHigh", i.high());
        });
    return new Answer(
        choice.label(),
        matters ? Status.GAP : Status.NO_CLEAR_DIFFERENCE,
        DecisionRule.judge(indicator, matters, hi > lo),
        reversal.isPresent(),
        all,
        chart(indicator, need, comparison, title(indicator, hi, lo)),
        compared(indicator, comparison),
        check(indicator, resource, need, choice, comparison, reversal.isPresent())
            + interval.map(i -> intervalInWords(indicator, i)).orElse("")
            + roundingNote(style, hi, lo),
        method(indicator, need, comparison),
        comparison.grouping(),
        comparison.aggregation().id(),
        figures(comparison),
        figures,
        comparison.coverage());
  }

  /** Shares of counted people have an interval; values of other kinds come from a census. */
  private static boolean isRateOfPeople(Indicator indicator, GroupComparison comparison) {
    return indicator.style() == NumberStyle.SHARE && comparison.aggregation() == Aggregation.POOLED;
  }

  private Optional<String> tooSmallForARate(
      Indicator indicator, Ratio resource, GroupComparison comparison, double hi, double lo) {
    if (!isRateOfPeople(indicator, comparison)) {
      return Optional.empty();
    }
    int top = comparison.groups().size() - 1;
    double fewest = Math.min(comparison.weight(top), comparison.weight(0));
    if (fewest < telling.rule().minimumDenominator()) {
      return Optional.of(
          "a group has fewer than "
              + NumberStyle.COUNT.prose(telling.rule().minimumDenominator())
              + " "
              + resource.weight().label());
    }
    boolean students = countsStudents(resource);
    return students
            && (Telling.revealsFew(hi, comparison.weight(top))
                || Telling.revealsFew(lo, comparison.weight(0)))
        ? Optional.of("a number is not shown because it would be of fewer than ten students")
        : Optional.empty();
  }

  private static boolean countsStudents(Ratio ratio) {
    return ratio instanceof Ratio.Pooled pooled
        && pooled.numerator().what().unit() == Measurement.STUDENTS
        && pooled.denominator().what().unit() == Measurement.STUDENTS;
  }

  private static String intervalInWords(Indicator indicator, Interval interval) {
    return " Interval of the difference at the 95% level, as if this year were a draw from many"
        + " such years, approximate: "
        + NumberStyle.POINTS.table(interval.low())
        + " to "
        + NumberStyle.POINTS.table(interval.high())
        + (indicator.dimension() == EquityDimension.D2 ? ", FTE taken as heads." : ".");
  }

  private static String roundingNote(NumberStyle style, double hi, double lo) {
    if (style != NumberStyle.SHARE) {
      return "";
    }
    long parts = Math.round(100 * hi) - Math.round(100 * lo);
    return parts == Math.round(100 * (hi - lo)) ? "" : " Figures may not add because of rounding.";
  }

  private boolean tooSmall(GroupValue group) {
    return group.units() < telling.rule().minimumUnits()
        || group.students() < telling.rule().minimumStudents();
  }

  private static String groupName(
      Indicator indicator, Ratio need, Choice choice, GroupValue group) {
    return "the "
        + NumberStyle.COUNT.prose(group.units())
        + " "
        + (choice.level() == null ? indicator.level().words(group.units()) : choice.level().words())
        + " with the highest share of "
        + Indicators.people(need)
        + (choice.strata() == Strata.SCHOOL_LEVEL ? " among schools of their level" : "");
  }

  private static List<String> gapSentences(
      Indicator indicator,
      Ratio need,
      Choice choice,
      GroupComparison comparison,
      double hi,
      double lo) {
    NumberStyle style = indicator.style();
    String highest = groupName(indicator, need, choice, comparison.highest());
    boolean pooled = comparison.aggregation() == Aggregation.POOLED;
    String first =
        Telling.sentence(pooled ? highest : "the average student in " + highest)
            + " "
            + (pooled ? indicator.pooled() : indicator.clause())
                .replace("{value}", Telling.prose(style, hi, lo))
            + "; in the "
            + NumberStyle.COUNT.prose(comparison.lowest().units())
            + " with the lowest share it is "
            + Telling.prose(style, lo, hi)
            + ".";
    String second =
        "Where need is highest that is "
            + style.difference(Math.abs(hi - lo))
            + " "
            + Telling.direction(style, hi > lo)
            + (style == NumberStyle.SHARE && lo > 0
                ? ", " + times(hi / lo) + " the share"
                : relative(hi, lo))
            + ".";
    return List.of(first, second);
  }

  private static String times(double ratio) {
    String rounded = NumberStyle.TIMES.prose(ratio);
    return rounded.equals("2.0") ? "twice" : rounded.equals("0.5") ? "half" : rounded + " times";
  }

  private static String relative(double hi, double lo) {
    return lo > 0 ? " (" + NumberStyle.SHARE.prose(Math.abs(hi / lo - 1)) + ")" : "";
  }

  private static List<String> sameSentences(
      Indicator indicator,
      Ratio need,
      Choice choice,
      GroupComparison comparison,
      double hi,
      double lo) {
    return List.of(
        Telling.sentence(indicator.name())
            + (comparison.aggregation() == Aggregation.POOLED
                ? " is about the same in "
                : " is about the same for the average student in ")
            + groupName(indicator, need, choice, comparison.highest())
            + " ("
            + indicator.style().prose(hi)
            + ") and in the "
            + NumberStyle.COUNT.prose(comparison.lowest().units())
            + " with the lowest share ("
            + indicator.style().prose(lo)
            + ").");
  }

  private static String title(Indicator indicator, double hi, double lo) {
    return Telling.sentence(indicator.name())
        + ": "
        + indicator.style().prose(hi)
        + " where need is highest, "
        + indicator.style().prose(lo)
        + " where it is lowest";
  }

  private Chart chart(Indicator indicator, Ratio need, GroupComparison comparison, String title) {
    List<String> categories = new ArrayList<>();
    List<@Nullable Double> values = new ArrayList<>();
    List<@Nullable String> notes = new ArrayList<>();
    int k = comparison.groups().size();
    for (int g = k - 1; g >= 0; g--) {
      categories.add(groupLabel(g, k));
      values.add(comparison.groups().get(g).value());
      notes.add(
          comparison.groups().get(g).value() == null ? "no " + indicator.level().words(2) : null);
    }
    String alt =
        "Bars of "
            + indicator.name()
            + " for "
            + k
            + " groups of "
            + indicator.level().words(2)
            + " by their share of "
            + Indicators.people(need)
            + ".";
    return new Chart.Bars(
        new Chart.Header(title, alt),
        categories,
        List.of(new Chart.Series(Telling.sentence(indicator.name()), values, notes)),
        new Chart.Axis(Telling.sentence(indicator.name()), indicator.style()),
        false);
  }

  private static String groupLabel(int group, int groups) {
    if (group == groups - 1) {
      return "Highest need";
    }
    return group == 0 ? "Lowest need" : "Need group " + (group + 1) + " of " + groups;
  }

  private String compared(Indicator indicator, GroupComparison comparison) {
    GroupValue high = comparison.highest();
    GroupValue low = comparison.lowest();
    String units = indicator.level().words(2);
    return NumberStyle.COUNT.prose(high.units())
        + " "
        + units
        + " with "
        + NumberStyle.COUNT.prose(Math.rint(high.students()))
        + " students against "
        + NumberStyle.COUNT.prose(low.units())
        + " "
        + units
        + " with "
        + NumberStyle.COUNT.prose(Math.rint(low.students()))
        + " students; "
        + NumberStyle.COUNT.prose(comparison.units().size())
        + " of "
        + NumberStyle.COUNT.prose(comparison.coverage().unitsInScope())
        + " "
        + units
        + " have these data.";
  }

  private String check(
      Indicator indicator,
      Ratio resource,
      Ratio need,
      Choice choice,
      GroupComparison comparison,
      boolean fragile) {
    NumberStyle style = indicator.style();
    StringBuilder text = new StringBuilder();
    boolean together = choice.strata() == Strata.ALL_TOGETHER && choice.level() == null;
    if (indicator.level() == Level.SCHOOL && together) {
      compare(
              indicator,
              resource,
              need,
              new Choice("", choice.year(), null, Strata.SCHOOL_LEVEL),
              telling.options().grouping())
          .find()
          .ifPresent(
              within ->
                  text.append("With groups made within school levels: ")
                      .append(pair(style, within))
                      .append(". "));
    }
    Grouping other =
        telling.options().grouping() instanceof Grouping.EqualStudents
            ? Grouping.quartilesOfUnits()
            : Grouping.quartilesOfStudents();
    compare(indicator, resource, need, choice, other)
        .find()
        .ifPresent(
            alternative ->
                text.append("With ")
                    .append(
                        other instanceof Grouping.EqualStudents
                            ? "groups of equal numbers of students: "
                            : "groups of equal numbers of units: ")
                    .append(pair(style, alternative))
                    .append(". "));
    GroupValue high = comparison.highest();
    if (high.value() != null && !fragile) {
      text.append("Leaving out any one ")
          .append(indicator.level().words(1))
          .append(" does not turn the direction round. ");
    }
    return text.append(telling.rule().words(style)).toString().strip();
  }

  private static String pair(NumberStyle style, GroupComparison comparison) {
    Double high = comparison.highest().value();
    Double low = comparison.lowest().value();
    return high == null || low == null
        ? "not enough data"
        : style.prose(high) + " v " + style.prose(low);
  }

  private String method(Indicator indicator, Ratio need, GroupComparison comparison) {
    List<String> cuts = new ArrayList<>();
    for (int g = 0; g < comparison.groups().size(); g++) {
      GroupValue group = comparison.groups().get(g);
      if (group.units() > 0) {
        cuts.add(
            end(bound(comparison, g, group.low()))
                + " to "
                + end(bound(comparison, g, group.high())));
      }
    }
    String unit = indicator.level().words(2);
    return "Years: "
        + comparison.provenance().yearsInWords()
        + ". Need: share of "
        + Indicators.people(need)
        + ". Grouping: "
        + groupingInWords(comparison.grouping(), unit)
        + (cuts.isEmpty() ? "" : " (need from " + String.join("; ", cuts) + ")")
        + ". Group values: "
        + comparison.aggregation().words()
        + (comparison.aggregation() == Aggregation.STUDENT_EXPOSURE
            ? ", students as weights, since only rates are published; denominator minimums and"
                + " intervals do not apply"
            : "")
        + (isRateOfPeople(indicator, comparison) ? "." : ". A census has no sampling error.");
  }

  private static String end(@Nullable Double bound) {
    return bound == null ? "(hidden)" : NumberStyle.SHARE.table(bound);
  }

  private static String groupingInWords(String id, String units) {
    String words =
        id.replaceFirst("equal-units:(\\d+)", "$1 groups with equal numbers of " + units)
            .replaceFirst("equal-students:(\\d+)", "$1 groups with about equal numbers of students")
            .replace("fixed-cuts:", "fixed cuts at ")
            .replace(",within-school-level", ", within school levels");
    return words + "; ties by id";
  }

  private static List<GroupFigure> figures(GroupComparison comparison) {
    List<GroupFigure> figures = new ArrayList<>();
    for (int g = comparison.groups().size() - 1; g >= 0; g--) {
      GroupValue group = comparison.groups().get(g);
      figures.add(
          new GroupFigure(
              groupLabel(g, comparison.groups().size()),
              group.units(),
              group.students(),
              bound(comparison, g, group.low()),
              bound(comparison, g, group.high()),
              group.value(),
              group.value() == null ? "no units" : ""));
    }
    return figures;
  }

  /** A bound that would reveal fewer than ten students of a school is not shown. */
  private static @Nullable Double bound(
      GroupComparison comparison, int group, @Nullable Double bound) {
    if (bound == null) {
      return null;
    }
    boolean few =
        comparison.units().stream()
            .anyMatch(
                u ->
                    u.group() == group
                        && u.measure() == bound
                        && Telling.revealsFew(u.measure(), u.students()));
    return few ? null : bound;
  }

  /** With fewer units than groups need, units stand one by one. */
  private Answer oneByOne(
      Indicator indicator, Ratio resource, Ratio need, Choice choice, GroupComparison comparison) {
    List<UnitValue> units =
        comparison.units().stream()
            .sorted(
                Comparator.comparingDouble(UnitValue::measure)
                    .reversed()
                    .thenComparing(UnitValue::id))
            .toList();
    String kind = indicator.level().words(2);
    Coverage coverage = comparison.coverage();
    if (countsStudents(resource)
        && units.stream().anyMatch(u -> Telling.revealsFew(u.value(), u.weight()))) {
      return Telling.missing(
          choice.label(),
          Telling.sentence(indicator.name())
              + " is not shown for "
              + telling.place()
              + ": it would tell of fewer than ten students.",
          "",
          coverage);
    }
    if (units.size() < 2) {
      return Telling.missing(
          choice.label(),
          telling.place()
              + " has "
              + (units.isEmpty() ? "no " + kind : "one " + indicator.level().words(1))
              + " with these data, so there is nothing to compare.",
          "",
          coverage);
    }
    UnitValue high = units.get(0);
    UnitValue low = units.get(units.size() - 1);
    NumberStyle style = indicator.style();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "With only "
            + units.size()
            + " "
            + kind
            + ", groups would be too small; we compare "
            + kind
            + " one by one instead.");
    sentences.add(
        Telling.sentence(indicator.name())
            + " is "
            + style.prose(high.value())
            + " at "
            + high.name()
            + needOf(high, need)
            + " and "
            + style.prose(low.value())
            + " at "
            + low.name()
            + needOf(low, need)
            + ".");
    List<UnitValue> shown = units.subList(0, Math.min(MOST_LISTED, units.size()));
    Chart chart =
        new Chart.Bars(
            new Chart.Header(
                Telling.sentence(indicator.name()) + ", the highest need first",
                "Bars of "
                    + indicator.name()
                    + " for each of "
                    + units.size()
                    + " "
                    + kind
                    + ", in the order of need."),
            shown.stream().map(UnitValue::name).toList(),
            List.of(
                Chart.Series.of(
                    Telling.sentence(indicator.name()),
                    shown.stream().mapToDouble(UnitValue::value).toArray())),
            new Chart.Axis(Telling.sentence(indicator.name()), style),
            false);
    List<GroupFigure> figures =
        units.stream()
            .map(
                u ->
                    new GroupFigure(
                        u.name(),
                        1,
                        u.students(),
                        Telling.unlessFew(u.measure(), u.students()),
                        Telling.unlessFew(u.measure(), u.students()),
                        u.value(),
                        ""))
            .toList();
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("high", high.value());
    numbers.put("low", low.value());
    numbers.put("difference", high.value() - low.value());
    return new Answer(
        choice.label(),
        Status.SHOWN,
        Judgement.NOT_JUDGED,
        false,
        sentences,
        chart,
        units.size() + " " + kind + ", each by itself.",
        "Two " + kind + " are an illustration, not a pattern.",
        "Years: " + comparison.provenance().yearsInWords() + ". No groups were made.",
        "none",
        "none",
        figures,
        numbers,
        coverage);
  }

  private static String needOf(UnitValue unit, Ratio need) {
    return Telling.revealsFew(unit.measure(), unit.students())
        ? ""
        : " (" + NumberStyle.SHARE.prose(unit.measure()) + " " + Indicators.people(need) + ")";
  }
}
