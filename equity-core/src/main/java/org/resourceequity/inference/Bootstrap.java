package org.resourceequity.inference;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.CounterRandom;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Sample;

/**
 * The bootstrap: the metric over many samples drawn with replacement from the one at hand. For any
 * metric, also those without influence function. Efron, B. (1979), doi:10.1214/aos/1176344552.
 *
 * <p>Each replicate has a stream of random numbers of its own, so the same seed gives the same bits
 * on any number of threads. O(replicates) times the cost of a metric; replicates run in parallel in
 * the common pool.
 */
public final class Bootstrap {

  private final Draws draws;
  private final @Nullable String level;
  private final int replicates;
  private final long seed;

  private Bootstrap(Draws draws, @Nullable String level, int replicates, long seed) {
    this.draws = draws;
    this.level = level;
    this.replicates = (int) Checks.within(replicates, 2, Integer.MAX_VALUE, "replicates");
    this.seed = seed;
  }

  /**
   * Draws students: all cells together are one multinomial draw with the total kept. Weights are
   * taken as numbers of students.
   *
   * @param replicates at least 2; 1,000 is usual for intervals
   * @param seed the same seed gives the same result
   */
  public static Bootstrap byStudents(int replicates, long seed) {
    return new Bootstrap(Draws.STUDENTS, null, replicates, seed);
  }

  /** Draws units, such as schools, as many as there are. */
  public static Bootstrap byUnits(int replicates, long seed) {
    return new Bootstrap(Draws.UNITS, null, replicates, seed);
  }

  /**
   * Draws whole clusters with all their units, as many clusters as there are.
   *
   * @param level a level above the units, such as "district"
   */
  public static Bootstrap byClusters(String level, int replicates, long seed) {
    return new Bootstrap(Draws.CLUSTERS, level, replicates, seed);
  }

  /**
   * Measures all replicates. Undefined where the metric is, with fewer than two draws, or if the
   * metric is undefined in one replicate of ten or more: then what is left would mislead.
   */
  public <S extends Sample<S>> Outcome<Resampled> run(Metric<S> metric, S sample) {
    Outcome<Double> measured = metric.measure(sample);
    if (measured instanceof Outcome.Undefined<Double> undefined) {
      return Outcome.undefined(undefined.requirement(), undefined.detail());
    }
    int[][] clusters = level == null ? new int[0][] : sample.units().by(level).units();
    int choices = level == null ? sample.size() : clusters.length;
    if (choices < 2 && draws != Draws.STUDENTS) {
      return Outcome.undefined(
          Condition.TWO_UNITS, choices + " " + draws.words() + " to draw from, two are needed");
    }
    Function<CounterRandom, S> draw = draw(sample, clusters, choices);
    double[] defined =
        Replicates.known(replicates, b -> metric.measure(draw.apply(new CounterRandom(seed, b))));
    int undefined = replicates - defined.length;
    if (undefined * 10L >= replicates) {
      return Outcome.undefined(
          Condition.REPRESENTABLE,
          "the metric has no value in " + undefined + " of " + replicates + " replicates");
    }
    Arrays.sort(defined);
    return Outcome.of(new Resampled(measured.get(), defined, undefined, draws, seed));
  }

  private <S extends Sample<S>> Function<CounterRandom, S> draw(
      S sample, int[][] clusters, int choices) {
    if (draws == Draws.STUDENTS) {
      return Redraw.students(sample);
    }
    return random -> {
      int[] chosen = new int[choices];
      for (int i = 0; i < choices; i++) {
        chosen[i] = random.nextInt(choices);
      }
      return level == null ? sample.draw(chosen) : sample.drawClusters(level, clusters, chosen);
    };
  }
}
