package org.resourceequity.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.resourceequity.analysis.GroupComparison;
import org.resourceequity.analysis.GroupComparison.UnitValue;
import org.resourceequity.analysis.Grouping;
import org.resourceequity.analysis.Scope;
import org.resourceequity.analysis.Strata;
import org.resourceequity.chart.Chart;
import org.resourceequity.chart.NumberStyle;
import org.resourceequity.indicator.Indicator;
import org.resourceequity.indicator.Indicators;
import org.resourceequity.metric.Outcome;
import org.resourceequity.model.DistrictFacts;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.Level;
import org.resourceequity.model.Ratio;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.story.Answer.GroupFigure;
import org.resourceequity.story.Answer.Judgement;

/**
 * The pair that opens a story: two schools, or two districts where only district money is known, of
 * the same kind, size and money, one with at least twice the share of students with the need.
 */
final class PairFinding {

  /** Largest relative difference in size and money, strict and relaxed. */
  private static final double[][] LIMITS = {{0.10, 0.03}, {0.20, 0.05}};

  private static final double SMALLEST_RATIO = 2;
  private static final double SMALLEST_DIFFERENCE = 0.10;

  private final Telling telling;

  /** Whether the data say what kind any of the units is; if not, pairs are not held to one kind. */
  private boolean kindsKnown;

  /** Why the last search had nothing to search in. */
  private @Nullable String problem;

  PairFinding(Telling telling) {
    this.telling = telling;
  }

  /** Returns the opening; where no pair can be made, it says what is missing. */
  Finding find() {
    return find(Indicators.SCHOOL_SPENDING)
        .or(() -> find(Indicators.DISTRICT_SPENDING))
        .orElseGet(this::missing);
  }

  private Finding missing() {
    boolean money =
        telling.available(Indicators.SCHOOL_SPENDING.ratios(), Level.SCHOOL).isPresent()
            || telling.available(Indicators.DISTRICT_SPENDING.ratios(), Level.DISTRICT).isPresent();
    boolean need =
        telling.need(Level.SCHOOL).isPresent() || telling.need(Level.DISTRICT).isPresent();
    String why =
        !money
            ? "the data do not have spending by school or district"
            : !need
                ? "the data do not have a measure of need by school or district"
                : problem == null
                    ? "no two districts or schools to compare are of the same kind and a similar"
                        + " size"
                    : problem;
    return new Finding(
        "opening-pair",
        Indicators.SCHOOL_SPENDING.id(),
        Indicators.SCHOOL_SPENDING.dimension().name(),
        "Do schools with different needs get different dollars?",
        Indicators.SCHOOL_SPENDING.style(),
        List.of(
            Telling.missing(
                "The pair",
                "No pair of the same size and money but different need can be shown for "
                    + telling.place()
                    + ": "
                    + why
                    + ".",
                "Needed: size, spending and need of the same schools or districts.",
                Telling.nothing())),
        null);
  }

  private Optional<Finding> find(Indicator indicator) {
    Level level = indicator.level();
    Optional<Ratio> money = telling.available(indicator.ratios(), level);
    Optional<Ratio> need = telling.need(level);
    if (money.isEmpty() || need.isEmpty()) {
      return Optional.empty();
    }
    Scope scope = telling.scope(level);
    if (level == Level.DISTRICT) {
      scope = scope.in(null);
    }
    List<SchoolYear> years = telling.years(level, Telling.main(money.get()));
    if (years.isEmpty()) {
      return Optional.empty();
    }
    Outcome<GroupComparison> outcome =
        GroupComparison.byMeasure(
            telling.data(),
            money.get(),
            need.get(),
            new Grouping.EqualUnits(2),
            Strata.ALL_TOGETHER,
            null,
            scope.during(years.get(0)),
            telling.conventions());
    if (outcome instanceof Outcome.Undefined<GroupComparison> undefined) {
      problem = undefined.detail();
      return Optional.empty();
    }
    GroupComparison comparison = outcome.get();
    return search(indicator, need.get(), comparison, years.get(0))
        .map(
            answer ->
                new Finding(
                    "opening-pair",
                    indicator.id(),
                    indicator.dimension().name(),
                    "Do " + level.words(2) + " with different needs get different dollars?",
                    indicator.style(),
                    List.of(answer),
                    comparison.provenance().cite()));
  }

  /**
   * Two units and whether they make the point.
   *
   * @param a the one with the higher need
   * @param b the other
   * @param money relative difference in money
   */
  private record Pair(UnitValue a, UnitValue b, double money) {}

  private Optional<Answer> search(
      Indicator indicator, Ratio need, GroupComparison comparison, SchoolYear year) {
    Map<String, List<UnitValue>> kinds = new TreeMap<>();
    kindsKnown = comparison.units().stream().anyMatch(u -> kind(u.id(), year).isPresent());
    for (UnitValue unit : comparison.units()) {
      Optional<String> kind = kindsKnown ? kind(unit.id(), year) : Optional.of("");
      if (unit.students() > 0 && kind.isPresent()) {
        kinds.computeIfAbsent(kind.get(), k -> new ArrayList<>()).add(unit);
      }
    }
    kinds
        .values()
        .forEach(
            units ->
                units.sort(
                    Comparator.comparingDouble(UnitValue::students).thenComparing(UnitValue::id)));
    for (double[] limit : LIMITS) {
      Tally tally = new Tally(limit);
      kinds.values().forEach(tally::count);
      if (tally.best != null) {
        boolean strict = limit[0] == LIMITS[0][0];
        return Optional.of(
            answer(
                indicator, need, comparison, tally.best, tally.similar, tally.qualifying, strict));
      }
      if (tally.similar > 0 && limit[0] == LIMITS[1][0]) {
        return Optional.of(none(indicator, comparison, tally.similar));
      }
    }
    return Optional.empty();
  }

  /** Counts the pairs of similar size within kinds of unit, and keeps the one that shows most. */
  private final class Tally {
    private final double[] limit;
    private int similar;
    private int qualifying;
    private @Nullable Pair best;

    Tally(double[] limit) {
      this.limit = limit;
    }

    /**
     * Units come in the order of their students, so the pairs of a unit are its next neighbours.
     */
    void count(List<UnitValue> units) {
      for (int i = 0; i < units.size(); i++) {
        UnitValue x = units.get(i);
        for (int j = i + 1; j < units.size(); j++) {
          UnitValue y = units.get(j);
          if (distance(x.students(), y.students()) > limit[0]) {
            break;
          }
          if (isOurs(x, y)) {
            similar++;
            boolean first = x.measure() >= y.measure();
            weigh(first ? x : y, first ? y : x);
          }
        }
      }
    }

    private void weigh(UnitValue a, UnitValue b) {
      double money = distance(a.value(), b.value());
      if (money <= limit[1]
          && b.measure() > 0
          && a.measure() >= SMALLEST_RATIO * b.measure()
          && a.measure() - b.measure() >= SMALLEST_DIFFERENCE
          && !Telling.revealsFew(a.measure(), a.students())
          && !Telling.revealsFew(b.measure(), b.students())) {
        qualifying++;
        Pair pair = new Pair(a, b, money);
        if (best == null || ORDER.compare(pair, best) < 0) {
          best = pair;
        }
      }
    }
  }

  private static final Comparator<Pair> ORDER =
      Comparator.comparingDouble((Pair p) -> p.b().measure() - p.a().measure())
          .thenComparingDouble(Pair::money)
          .thenComparing(p -> p.a().id())
          .thenComparing(p -> p.b().id());

  private boolean isOurs(UnitValue x, UnitValue y) {
    UnitId district = telling.options().district();
    return district == null
        || x.id().level() == Level.SCHOOL
        || x.id().equals(district)
        || y.id().equals(district);
  }

  /** Returns the kind of a unit; empty if it is not known, since then nothing is of its kind. */
  private Optional<String> kind(UnitId id, SchoolYear year) {
    if (id instanceof SchoolId school) {
      return telling
          .data()
          .facts(school, year)
          .map(SchoolFacts::level)
          .filter(level -> level != SchoolLevel.UNKNOWN)
          .map(Enum::name);
    }
    return id instanceof DistrictId district
        ? telling
            .data()
            .facts(district, year)
            .map(DistrictFacts::type)
            .filter(type -> type != DistrictType.UNKNOWN)
            .map(Enum::name)
        : Optional.empty();
  }

  private static double distance(double a, double b) {
    return Math.abs(a - b) / ((a + b) / 2);
  }

  private Answer answer(
      Indicator indicator,
      Ratio need,
      GroupComparison comparison,
      Pair pair,
      int similar,
      int qualifying,
      boolean strict) {
    UnitValue a = pair.a();
    UnitValue b = pair.b();
    String units = indicator.level().words(2);
    NumberStyle dollars = indicator.style();
    String people = Indicators.people(need);
    double gap = Math.abs(a.value() - b.value());
    String spend =
        dollars.prose(a.value()).equals(dollars.prose(b.value()))
            ? "spend about " + dollars.prose(a.value()) + " per student each"
            : "spend within " + dollars.difference(gap) + " of each other per student";
    String first =
        a.name()
            + " and "
            + b.name()
            + " have "
            + (strict ? "about the same" : "a similar")
            + " number of students ("
            + NumberStyle.COUNT.prose(Math.rint(a.students()))
            + " and "
            + NumberStyle.COUNT.prose(Math.rint(b.students()))
            + ") and "
            + spend
            + ", but "
            + a.name()
            + " has "
            + NumberStyle.TIMES.prose(a.measure() / b.measure())
            + " times the share of "
            + people
            + " ("
            + NumberStyle.SHARE.prose(a.measure())
            + " v "
            + NumberStyle.SHARE.prose(b.measure())
            + ").";
    String where = where(indicator);
    String second =
        "Of "
            + NumberStyle.COUNT.prose(similar)
            + " pairs of similar-size "
            + units
            + " "
            + where
            + ", "
            + NumberStyle.COUNT.prose(qualifying)
            + (qualifying == 1 ? " looks like this." : " look like this.");
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("studentsA", a.students());
    figures.put("studentsB", b.students());
    figures.put("needA", a.measure());
    figures.put("needB", b.measure());
    figures.put("spendingA", a.value());
    figures.put("spendingB", b.value());
    figures.put("ratio", a.measure() / b.measure());
    figures.put("pairsOfSimilarSize", (double) similar);
    figures.put("pairsQualifying", (double) qualifying);
    Chart chart =
        new Chart.Pair(
            new Chart.Header(
                "Same size, same money, different need",
                "Paired bars for "
                    + "two "
                    + units
                    + ": students, share with the need and dollars per student."),
            a.name(),
            b.name(),
            List.of(
                Chart.Row.of(
                    "Students",
                    NumberStyle.COUNT,
                    Math.rint(a.students()),
                    Math.rint(b.students())),
                Chart.Row.of(Telling.sentence(people), NumberStyle.SHARE, a.measure(), b.measure()),
                Chart.Row.of("Spending per student", dollars, a.value(), b.value())));
    return new Answer(
        "The pair",
        Status.SHOWN,
        Judgement.NOT_JUDGED,
        false,
        List.of(first, second),
        chart,
        "Two "
            + units
            + (kindsKnown ? " of the same kind" : ", whose kind is not in the data,")
            + " out of "
            + NumberStyle.COUNT.prose(comparison.units().size())
            + " with these data.",
        "A pair is an illustration, not a finding; the themes below show the pattern over all "
            + units
            + ".",
        "Years: "
            + comparison.provenance().yearsInWords()
            + (kindsKnown ? ". Pairs of the same kind" : ". Pairs")
            + " whose students differ by at most "
            + NumberStyle.SHARE.prose(strict ? LIMITS[0][0] : LIMITS[1][0])
            + " and whose spending differs by at most "
            + NumberStyle.SHARE.prose(strict ? LIMITS[0][1] : LIMITS[1][1])
            + "; shown is the one with the largest difference in need.",
        "pairs",
        "none",
        List.of(figure(a), figure(b)),
        figures,
        comparison.coverage());
  }

  private Answer none(Indicator indicator, GroupComparison comparison, int similar) {
    String units = indicator.level().words(2);
    return new Answer(
        "The pair",
        Status.NO_CLEAR_DIFFERENCE,
        Judgement.NOT_JUDGED,
        false,
        List.of(
            "Among "
                + NumberStyle.COUNT.prose(similar)
                + " pairs of similar-size "
                + units
                + " "
                + where(indicator)
                + ", none spends about the same while serving very different needs."),
        null,
        NumberStyle.COUNT.prose(comparison.units().size()) + " " + units + ".",
        "The themes below show the pattern over all " + units + ".",
        "Years: " + comparison.provenance().yearsInWords() + ".",
        "pairs",
        "none",
        List.of(),
        Map.of("pairsOfSimilarSize", (double) similar, "pairsQualifying", 0.0),
        comparison.coverage());
  }

  private String where(Indicator indicator) {
    return (telling.isDistrict() && indicator.level() == Level.DISTRICT ? "with " : "in ")
        + telling.place();
  }

  private static GroupFigure figure(UnitValue unit) {
    return new GroupFigure(
        unit.name(), 1, unit.students(), unit.measure(), unit.measure(), unit.value(), "");
  }
}
