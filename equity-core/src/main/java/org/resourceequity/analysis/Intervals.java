package org.resourceequity.analysis;

import java.util.List;
import java.util.Optional;
import org.resourceequity.inference.Bootstrap;
import org.resourceequity.inference.Draws;
import org.resourceequity.inference.Estimate;
import org.resourceequity.inference.Interval;
import org.resourceequity.inference.Resampled;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.InfluentialByCell;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Sample;

/**
 * The interval of a number: by influence functions where the metric has them, else by bootstrap.
 */
final class Intervals {

  private static final double LEVEL = 0.95;
  private static final int REPLICATES = 1_000;
  private static final long SEED = 1;

  private Intervals() {}

  /** Returns the interval; empty for what is not one number, and where too little was drawn. */
  @SuppressWarnings("unchecked")
  static <S extends Sample<S>> Optional<Interval> of(Measure<S, ?> measure, S sample, Draws draws) {
    if (!(measure instanceof Metric<?>)) {
      return Optional.empty();
    }
    Metric<S> metric = (Metric<S>) measure;
    List<String> levels = sample.units().levels();
    if (draws == Draws.CLUSTERS && levels.isEmpty()) {
      return Optional.empty();
    }
    Optional<Outcome<Estimate>> estimate =
        switch (draws) {
          case STUDENTS ->
              metric instanceof InfluentialByCell byCell && sample instanceof CrossTab table
                  ? Optional.of(Estimate.byStudents(byCell, table))
                  : Optional.empty();
          case UNITS ->
              metric instanceof Influential<S> influential
                  ? Optional.of(Estimate.byUnits(influential, sample))
                  : Optional.empty();
          case CLUSTERS ->
              metric instanceof Influential<S> influential
                  ? Optional.of(Estimate.byClusters(influential, sample, levels.get(0)))
                  : Optional.empty();
        };
    if (estimate.isPresent()) {
      return estimate.get().find().map(e -> e.interval(LEVEL));
    }
    Bootstrap bootstrap =
        switch (draws) {
          case STUDENTS -> Bootstrap.byStudents(REPLICATES, SEED);
          case UNITS -> Bootstrap.byUnits(REPLICATES, SEED);
          case CLUSTERS -> Bootstrap.byClusters(levels.get(0), REPLICATES, SEED);
        };
    Outcome<Resampled> resampled = bootstrap.run(metric, sample);
    return resampled.find().map(r -> r.percentiles(LEVEL));
  }
}
