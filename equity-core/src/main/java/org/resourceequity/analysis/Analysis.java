package org.resourceequity.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.inference.Draws;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Explained;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Sample;

/**
 * A question asked of a store: which metrics, for which places, by which conventions. Immutable.
 *
 * @param <S> the kind of sample
 */
public final class Analysis<S extends Sample<S>> {

  private final EquityData data;
  private final Question<S> question;
  private final List<Measure<S, ?>> measures;
  private final Scope scope;
  private final Conventions conventions;
  private final @Nullable Level by;
  private final @Nullable Draws draws;

  private Analysis(
      EquityData data,
      Question<S> question,
      List<Measure<S, ?>> measures,
      Scope scope,
      Conventions conventions,
      @Nullable Level by,
      @Nullable Draws draws) {
    this.data = data;
    this.question = question;
    this.measures = measures;
    this.scope = scope;
    this.conventions = conventions;
    this.by = by;
    this.draws = draws;
  }

  /** Returns the analysis of all schools with the default conventions, as yet without metrics. */
  public static <S extends Sample<S>> Analysis<S> of(EquityData data, Question<S> question) {
    return new Analysis<>(
        data, question, List.of(), Scope.schools(), Conventions.DEFAULT, null, null);
  }

  /** Returns the same analysis with more metrics. */
  @SafeVarargs
  public final Analysis<S> with(Measure<S, ?>... metrics) {
    List<Measure<S, ?>> more = new ArrayList<>(measures);
    for (Measure<S, ?> metric : metrics) {
      more.add(metric);
    }
    return new Analysis<>(data, question, List.copyOf(more), scope, conventions, by, draws);
  }

  /** Returns the same analysis for another scope. */
  public Analysis<S> of(Scope scope) {
    return new Analysis<>(data, question, measures, scope, conventions, by, draws);
  }

  /** Returns the same analysis under other conventions. */
  public Analysis<S> under(Conventions conventions) {
    return new Analysis<>(data, question, measures, scope, conventions, by, draws);
  }

  /** Returns the same analysis, one result per unit of a level above, such as each district. */
  public Analysis<S> by(Level level) {
    if (level.compareTo(scope.units()) >= 0) {
      throw new IllegalArgumentException(
          "cannot report " + scope.units() + " by " + level + ", expected a level above");
    }
    return new Analysis<>(data, question, measures, scope, conventions, level, draws);
  }

  /**
   * Returns the same analysis with a 95% interval for each number, by influence functions where the
   * metric has them, else by 1,000 bootstrap samples. Without this, results are those of a census,
   * which has no sampling error.
   *
   * @param draws what is taken as drawn by chance; clusters are the level above the units
   */
  public Analysis<S> intervals(Draws draws) {
    return new Analysis<>(data, question, measures, scope, conventions, by, draws);
  }

  /** Returns the rules by which units enter. */
  public Conventions conventions() {
    return conventions;
  }

  /** Returns what it measures. */
  public List<Measure<S, ?>> measures() {
    return measures;
  }

  /** Returns the same analysis with these metrics alone. */
  Analysis<S> withOnly(Measure<S, ?> measure) {
    return new Analysis<>(data, question, List.of(measure), scope, conventions, by, draws);
  }

  /**
   * Returns the sample of all units in scope together, for calls that an analysis does not make. It
   * is not checked for coverage or small groups.
   */
  public Outcome<S> sample() {
    return frame()
        .map(frame -> drawn(frame, frame.used(IntStream.range(0, frame.units().size()).toArray())));
  }

  /**
   * Measures the change from these units to those of another analysis of the same question: two
   * years, two states, or two districts. Both are taken as a whole; each must have enough coverage.
   *
   * @param after what it is compared with
   * @param comparisons which dominates, or what the change is made of
   */
  @SafeVarargs
  public final Report changeTo(Analysis<S> after, Comparison<S, ?>... comparisons) {
    Whole<S> first = whole();
    Whole<S> second = after.whole();
    List<Result> results = new ArrayList<>();
    for (Comparison<S, ?> comparison : comparisons) {
      Outcome<?> outcome =
          first.sample.flatMap(
              before ->
                  second.sample.flatMap(
                      later -> measured(comparison, new Change<>(before, later))));
      results.add(
          new Result(
              place(),
              scope.district() == null ? "" : scope.district().code(),
              "",
              comparison.info(),
              outcome,
              null,
              first.coverage,
              first.provenance.with(
                  comparison.info().id() + ", definition version " + comparison.info().version())));
    }
    return new Report(
        question.label()
            + ", change from "
            + first.provenance.yearsInWords()
            + " to "
            + second.provenance.yearsInWords(),
        results);
  }

  private static <S extends Sample<S>, R> Outcome<Object> measured(
      Comparison<S, R> comparison, Change<S> change) {
    return comparison.measure(change).map(result -> (Object) result);
  }

  /** All units in scope together, if there is enough of them. */
  private record Whole<S>(Outcome<S> sample, Coverage coverage, Provenance provenance) {}

  private Whole<S> whole() {
    Outcome<Frame> outcome = frame();
    if (outcome instanceof Outcome.Undefined<Frame> undefined) {
      return new Whole<>(
          Outcome.undefined(undefined.requirement(), undefined.detail()),
          Coverage.none(),
          new Provenance(List.of(), new LinkedHashMap<>(), List.of()));
    }
    Frame frame = outcome.get();
    int[] all = IntStream.range(0, frame.units().size()).toArray();
    Coverage coverage = frame.coverage(all);
    S sample = drawn(frame, frame.used(all));
    Outcome<S> checked =
        coverageProblem(coverage)
            .map(problem -> problem.<S>flatMap(nothing -> Outcome.of(sample)))
            .orElseGet(
                () ->
                    SmallGroups.found(sample)
                        .map(few -> Outcome.<S>undefined(Condition.NOTHING_SUPPRESSED, few))
                        .orElse(Outcome.of(sample)));
    return new Whole<>(checked, coverage, provenance(frame));
  }

  /**
   * Returns what each unit contributes to a metric whose contributions add up: which ten schools
   * make most of the gap. Units are named as in the data, the largest contribution first.
   *
   * @param most how many units are named
   */
  public Report explain(Explained<S> metric, int most) {
    Whole<S> whole = whole();
    Outcome<UnitValues> contributions =
        whole.sample.flatMap(
            sample ->
                metric.measure(sample).map(value -> named(metric.contributions(sample), most)));
    return new Report(
        metric.info().name() + ", contributions of " + scope.units().words(2),
        List.of(
            new Result(
                place(),
                scope.district() == null ? "" : scope.district().code(),
                "",
                metric.info(),
                contributions,
                null,
                whole.coverage,
                whole.provenance)));
  }

  private UnitValues named(UnitValues contributions, int most) {
    int[] largest = contributions.largest(most);
    List<String> names = new ArrayList<>();
    double[] values = new double[largest.length];
    for (int i = 0; i < largest.length; i++) {
      String key = contributions.keys().get(largest[i]);
      names.add(data.name(UnitId.of(scope.units(), key)));
      values[i] = contributions.value(largest[i]);
    }
    return UnitValues.of(names, values);
  }

  private String place() {
    return scope.district() == null ? "all" : data.name(scope.district());
  }

  private Outcome<Frame> frame() {
    return question.frame(data, scope, conventions.exclusions());
  }

  private S drawn(Frame frame, int[] used) {
    S sample = question.draw(frame, used, conventions.weighting());
    double tails = conventions.exclusions().tails();
    return tails > 0 ? Tails.cut(sample, tails) : sample;
  }

  /** Draws the samples and measures them. */
  public Report run() {
    if (measures.isEmpty()) {
      throw new IllegalArgumentException("no metric to measure, add one with with(...)");
    }
    Outcome<Frame> outcome = frame();
    if (outcome instanceof Outcome.Undefined<Frame> undefined) {
      return new Report(question.label(), undefinedResults(undefined));
    }
    Frame frame = outcome.get();
    Provenance provenance = provenance(frame);
    // Places are measured in parallel and stand in their own order, so threads change no result.
    List<Result> results =
        List.copyOf(cells(frame).entrySet()).parallelStream()
            .flatMap(cell -> measure(frame, provenance, cell.getKey(), cell.getValue()).stream())
            .toList();
    return new Report(question.label(), results);
  }

  /**
   * A part of the units for which results are given.
   *
   * @param placeId id of the place, empty for all
   * @param stratum kind of school; null if all are together
   */
  private record CellKey(String placeId, @Nullable SchoolLevel stratum)
      implements Comparable<CellKey> {
    @Override
    public int compareTo(CellKey other) {
      int byPlace = placeId.compareTo(other.placeId);
      if (byPlace != 0 || stratum == null || other.stratum == null) {
        return byPlace;
      }
      return stratum.compareTo(other.stratum);
    }
  }

  private Map<CellKey, List<Integer>> cells(Frame frame) {
    TreeMap<CellKey, List<Integer>> cells = new TreeMap<>();
    SchoolYear year = frame.year();
    for (int i = 0; i < frame.units().size(); i++) {
      Optional<UnitId> above =
          by == null ? Optional.empty() : data.ancestor(frame.units().get(i), by, year);
      String place = by == null ? "" : above.map(UnitId::code).orElse("");
      SchoolLevel stratum = question.strata() == Strata.SCHOOL_LEVEL ? frame.kind(i) : null;
      cells.computeIfAbsent(new CellKey(place, stratum), k -> new ArrayList<>()).add(i);
    }
    return cells;
  }

  private List<Result> measure(
      Frame frame, Provenance provenance, CellKey cell, List<Integer> units) {
    int[] part = units.stream().mapToInt(Integer::intValue).toArray();
    Coverage coverage = frame.coverage(part);
    Optional<Outcome<Double>> tooFew = coverageProblem(coverage);
    S sample = drawn(frame, frame.used(part));
    Optional<String> few = SmallGroups.found(sample);
    List<Result> results = new ArrayList<>();
    for (Measure<S, ?> measure : measures) {
      Outcome<?> value =
          tooFew.isPresent()
              ? tooFew.get()
              : few.isPresent()
                  ? Outcome.undefined(Condition.NOTHING_SUPPRESSED, few.get())
                  : measure.measure(sample);
      results.add(
          new Result(
              name(cell),
              by == null && scope.district() != null ? scope.district().code() : cell.placeId(),
              cell.stratum() == null ? "" : cell.stratum().words(),
              measure.info(),
              value,
              value.isKnown() && draws != null
                  ? Intervals.of(measure, sample, draws).orElse(null)
                  : null,
              coverage,
              provenance.with(
                  measure.info().id() + ", definition version " + measure.info().version())));
    }
    return results;
  }

  private Provenance provenance(Frame frame) {
    List<String> rules = new ArrayList<>();
    rules.add(question.counts(conventions.weighting()));
    rules.add(
        "at least "
            + Math.round(100 * conventions.minimumCoverage())
            + "% of students must be covered");
    rules.addAll(conventions.exclusions().words());
    rules.add(
        draws == null
            ? "no interval: the numbers of a whole year have no sampling error"
            : "intervals at the 95% level, as if the " + draws.words() + " were drawn by chance");
    return frame.provenance(rules.toArray(String[]::new));
  }

  private Optional<Outcome<Double>> coverageProblem(Coverage coverage) {
    if (coverage.studentsInScope() > 0 && coverage.share() < conventions.minimumCoverage()) {
      return Optional.of(
          Outcome.undefined(
              Condition.COVERAGE,
              String.format(
                  Locale.ROOT,
                  "%.1f%% of students covered, %.0f%% needed",
                  100 * coverage.share(),
                  100 * conventions.minimumCoverage())));
    }
    return Optional.empty();
  }

  private String name(CellKey cell) {
    if (by == null) {
      return place();
    }
    return cell.placeId().isEmpty()
        ? "no " + by.words(1)
        : data.name(UnitId.of(by, cell.placeId()));
  }

  private List<Result> undefinedResults(Outcome.Undefined<Frame> undefined) {
    List<Result> results = new ArrayList<>();
    Provenance none = new Provenance(List.of(), new LinkedHashMap<>(), List.of());
    Coverage nothing = Coverage.none();
    for (Measure<S, ?> measure : measures) {
      results.add(
          new Result(
              place(),
              scope.district() == null ? "" : scope.district().code(),
              "",
              measure.info(),
              Outcome.undefined(undefined.requirement(), undefined.detail()),
              null,
              nothing,
              none));
    }
    return results;
  }
}
