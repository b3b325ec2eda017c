package org.resourceequity.analysis;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.inference.Estimate;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Outcome;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Sample;

/**
 * The same question over several years.
 *
 * @param years the sample of each year
 * @param panel which units are in it
 * @param <S> the kind of sample
 */
public record Trend<S extends Sample<S>>(NavigableMap<SchoolYear, S> years, Panel panel) {

  /** Copies the map. */
  public Trend {
    years = Collections.unmodifiableNavigableMap(new TreeMap<>(years));
  }

  /** Returns the trend of all units of each year. */
  public static <S extends Sample<S>> Trend<S> of(Map<SchoolYear, S> years) {
    return new Trend<>(new TreeMap<>(years), Panel.ALL_UNITS);
  }

  /** Returns the trend of the units that are there in every year under the same key. */
  public Trend<S> sameUnits() {
    return restrict(Panel.SAME_UNITS, Map.of());
  }

  /** Returns the trend of the units whose family is there in every year. */
  public Trend<S> follow(Lineage lineage) {
    return restrict(Panel.FOLLOW, lineage.families());
  }

  private Trend<S> restrict(Panel kind, Map<String, String> families) {
    @Nullable Set<String> always = null;
    for (S sample : years.values()) {
      Set<String> present = new HashSet<>();
      sample.units().keys().forEach(key -> present.add(families.getOrDefault(key, key)));
      if (always == null) {
        always = present;
      } else {
        always.retainAll(present);
      }
    }
    Set<String> kept = always == null ? Set.of() : always;
    TreeMap<SchoolYear, S> restricted = new TreeMap<>();
    years.forEach(
        (year, sample) ->
            restricted.put(
                year,
                sample.select(
                    IntStream.range(0, sample.size())
                        .filter(
                            i -> {
                              String key = sample.units().key(i);
                              return kept.contains(families.getOrDefault(key, key));
                            })
                        .toArray())));
    return new Trend<>(restricted, kind);
  }

  /** Returns the outcome of a measure in each year. */
  public <R> NavigableMap<SchoolYear, Outcome<R>> measure(Measure<S, R> measure) {
    TreeMap<SchoolYear, Outcome<R>> outcomes = new TreeMap<>();
    years.forEach((year, sample) -> outcomes.put(year, measure.measure(sample)));
    return outcomes;
  }

  /**
   * Returns the line through a metric's values. Undefined (ENOUGH_UNITS) with fewer than three
   * years that have a value.
   */
  public Outcome<TrendLine> line(Metric<S> metric) {
    return TrendLine.of(measure(metric));
  }

  /**
   * Returns the change per year by least squares, as {@link #line} does, with the influence of each
   * unit in all years on it: the same schools in several years are matched by their keys. Undefined
   * as the line, or where a year with a value has no standard error.
   */
  public Outcome<Estimate> slope(Influential<S> metric) {
    return line(metric)
        .flatMap(
            line -> {
              double[] weights = TrendLine.weights(line.years());
              Outcome<Estimate> sum = part(metric, line.years().get(0), weights[0]);
              for (int t = 1; t < weights.length; t++) {
                Outcome<Estimate> next = part(metric, line.years().get(t), weights[t]);
                sum = sum.flatMap(before -> next.map(before::plus));
              }
              return sum;
            });
  }

  private Outcome<Estimate> part(Influential<S> metric, SchoolYear year, double weight) {
    S sample = Objects.requireNonNull(years.get(year));
    return Estimate.byUnits(metric, sample).map(estimate -> estimate.times(weight));
  }

  /** Returns the change from the first year to the last. */
  public Change<S> change() {
    return new Change<>(years.firstEntry().getValue(), years.lastEntry().getValue());
  }
}
