package org.resourceequity.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.function.UnaryOperator;
import org.resourceequity.chart.Table;
import org.resourceequity.chart.Viewable;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Sample;

/**
 * The sensitivity card: one number under every combination of the conventions that could have been
 * chosen. It shows how far the number moves, which choice moves it most, and whether a verdict
 * stays. Nothing is hidden: what has no value stays on the card with its reason.
 *
 * @param question the question in words
 * @param entries one per combination; the first has the choices of the analysis itself
 */
public record Sensitivity(String question, List<Entry> entries) implements Viewable {

  /** Copies the list. */
  public Sensitivity {
    entries = List.copyOf(entries);
  }

  /**
   * The number under one combination.
   *
   * @param choices the choice made on each axis, by the name of the axis
   * @param metric id of the metric
   * @param outcome the value, or why there is none
   */
  public record Entry(Map<String, String> choices, String metric, Outcome<Double> outcome) {}

  /**
   * The values that one axis alone can lead to, all other choices being those of the analysis.
   *
   * @param axis name of the axis
   * @param low smallest value
   * @param high largest value
   */
  public record Range(String axis, double low, double high) {
    /** Returns how far apart they are. */
    public double width() {
      return high - low;
    }
  }

  /**
   * Starts a card for an analysis of all units together with one metric.
   *
   * @throws IllegalArgumentException if the analysis has not exactly one metric that is a number
   */
  public static <S extends Sample<S>> Builder<S> of(Analysis<S> analysis) {
    List<Measure<S, ?>> measures = analysis.measures();
    if (measures.size() != 1 || !(measures.get(0) instanceof Metric<?>)) {
      throw new IllegalArgumentException(
          "a card is about one metric that is a number, but this analysis has "
              + measures.stream().map(m -> m.info().id()).toList());
    }
    return new Builder<>(analysis);
  }

  /**
   * Collects the axes.
   *
   * @param <S> the kind of sample
   */
  public static final class Builder<S extends Sample<S>> {
    private static final String DEFINITION = "definition";

    private final Analysis<S> analysis;
    private final Map<String, Map<String, UnaryOperator<Analysis<S>>>> axes = new LinkedHashMap<>();

    private Builder(Analysis<S> analysis) {
      this.analysis = analysis;
    }

    /**
     * Adds an axis.
     *
     * @param axis its name
     * @param choices what each choice does to the analysis; the first one is the default
     */
    public Builder<S> vary(String axis, Map<String, UnaryOperator<Analysis<S>>> choices) {
      axes.put(axis, new LinkedHashMap<>(choices));
      return this;
    }

    /** Varies how much a unit counts: by its students, or once. */
    public Builder<S> weighting() {
      Map<String, UnaryOperator<Analysis<S>>> choices = new LinkedHashMap<>();
      for (Weighting weighting : Weighting.values()) {
        choices.put(
            weighting.name().toLowerCase(Locale.ROOT),
            a -> a.under(a.conventions().with(weighting)));
      }
      return vary("weighting", choices);
    }

    /** Varies the definition: the metric of the analysis, and each that is added. */
    public Builder<S> definition(Metric<S> other) {
      Map<String, UnaryOperator<Analysis<S>>> choices =
          new LinkedHashMap<>(axes.getOrDefault(DEFINITION, Map.of()));
      choices.putIfAbsent(analysis.measures().get(0).info().id(), a -> a);
      choices.put(other.info().id(), a -> a.withOnly(other));
      return vary(DEFINITION, choices);
    }

    /** Varies what is left out: nothing more, charters, units with fewer students, the tails. */
    public Builder<S> exclusions(double fewerStudentsThan, double tails) {
      Map<String, UnaryOperator<Analysis<S>>> choices = new LinkedHashMap<>();
      Exclusions base = analysis.conventions().exclusions();
      choices.put("all", a -> a);
      choices.put("no charters", a -> without(a, base.withoutCharters()));
      choices.put(
          "no units under " + Math.round(fewerStudentsThan),
          a -> without(a, base.withoutUnitsUnder(fewerStudentsThan)));
      choices.put("no tails", a -> without(a, base.withoutTails(tails)));
      return vary("left out", choices);
    }

    private Analysis<S> without(Analysis<S> analysis, Exclusions exclusions) {
      return analysis.under(analysis.conventions().with(exclusions));
    }

    /** Runs the analysis under every combination. */
    public Sensitivity run() {
      List<Entry> entries = new ArrayList<>();
      combine(new ArrayList<>(axes.keySet()), analysis, new LinkedHashMap<>(), entries);
      return new Sensitivity(analysis.run().question(), entries);
    }

    private void combine(
        List<String> open, Analysis<S> varied, Map<String, String> made, List<Entry> entries) {
      if (open.isEmpty()) {
        Result result = varied.run().results().get(0);
        entries.add(
            new Entry(
                new LinkedHashMap<>(made),
                result.metric().id(),
                result.outcome().map(Double.class::cast)));
        return;
      }
      String axis = open.get(0);
      axes.getOrDefault(axis, Map.of())
          .forEach(
              (choice, change) -> {
                Map<String, String> more = new LinkedHashMap<>(made);
                more.put(axis, choice);
                combine(open.subList(1, open.size()), change.apply(varied), more, entries);
              });
    }
  }

  /** Returns the smallest value on the card. */
  public OptionalDouble low() {
    return entries.stream().flatMap(e -> e.outcome().find().stream()).mapToDouble(d -> d).min();
  }

  /** Returns the largest value on the card. */
  public OptionalDouble high() {
    return entries.stream().flatMap(e -> e.outcome().find().stream()).mapToDouble(d -> d).max();
  }

  /** Returns how far each choice alone moves the number, the widest range first. */
  public List<Range> ranges() {
    if (entries.isEmpty()) {
      return List.of();
    }
    Map<String, String> base = entries.get(0).choices();
    List<Range> ranges = new ArrayList<>();
    for (String axis : base.keySet()) {
      List<Double> values =
          entries.stream()
              .filter(
                  e ->
                      base.keySet().stream()
                          .allMatch(
                              other ->
                                  other.equals(axis)
                                      || Optional.ofNullable(e.choices().get(other))
                                          .equals(Optional.ofNullable(base.get(other)))))
              .flatMap(e -> e.outcome().find().stream())
              .toList();
      if (!values.isEmpty()) {
        ranges.add(
            new Range(
                axis,
                values.stream().mapToDouble(d -> d).min().orElseThrow(),
                values.stream().mapToDouble(d -> d).max().orElseThrow()));
      }
    }
    ranges.sort(
        java.util.Comparator.comparingDouble(Range::width).reversed().thenComparing(Range::axis));
    return ranges;
  }

  /**
   * Returns whether a verdict, such as "above 0.25", is the same for all values on the card.
   *
   * @param verdict what is decided by the number
   */
  public boolean isStable(DoublePredicate verdict) {
    return entries.stream()
            .flatMap(e -> e.outcome().find().stream())
            .map(value -> verdict.test(value))
            .distinct()
            .count()
        <= 1;
  }

  private Table table() {
    List<String> header = new ArrayList<>();
    if (!entries.isEmpty()) {
      header.addAll(entries.get(0).choices().keySet());
    }
    header.add("metric");
    header.add("value");
    List<List<String>> rows = new ArrayList<>();
    for (Entry entry : entries) {
      List<String> row = new ArrayList<>(entry.choices().values());
      row.add(entry.metric());
      row.add(
          entry
              .outcome()
              .find()
              .map(value -> String.format(Locale.ROOT, "%.6g", value))
              .orElseGet(entry.outcome()::toString));
      rows.add(row);
    }
    return new Table(header, rows);
  }

  @Override
  public String toText() {
    StringBuilder text = new StringBuilder(question).append('\n').append(table().toText());
    for (Range range : ranges()) {
      text.append(
          String.format(
              Locale.ROOT, "%s alone: %.6g to %.6g\n", range.axis(), range.low(), range.high()));
    }
    return text.toString();
  }

  @Override
  public String toHtml() {
    return table().toHtml(question);
  }

  @Override
  public String toString() {
    return toText();
  }
}
