package org.resourceequity.benchmarks.tasks;

import static org.resourceequity.inequality.InequalityMetrics.GINI;
import static org.resourceequity.progressivity.ConcentrationMetrics.CONCENTRATION_INDEX;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Quantiles;
import org.resourceequity.sample.Units;

/**
 * Measures of order over weighted values, each from arrays to the number, in turn with the JDK's
 * sort of the same values.
 *
 * <pre>
 * java -cp benchmarks.jar org.resourceequity.benchmarks.tasks.SortTask [UNITS [ROUNDS]]
 * </pre>
 */
public final class SortTask {

  private SortTask() {}

  /** Measures round by round. */
  public static void main(String[] args) {
    int size = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 15;
    SplittableRandom random = new SplittableRandom(20261124);
    double[] values =
        random.doubles(size, 8_000, 30_000).map(x -> Math.rint(100 * x) / 100).toArray();
    double[] weights = random.doubles(size, 1, 2_000).map(Math::rint).toArray();
    double[] needs = random.doubles(size).toArray();
    Units units = Units.numbered(size);
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      String sort = Timed.since(start);
      start = System.nanoTime();
      double gini = GINI.measure(Distribution.of(values, weights)).get();
      String giniTime = Timed.since(start);
      start = System.nanoTime();
      double median = Quantiles.median(Distribution.of(values, weights).sorted());
      String medianTime = Timed.since(start);
      start = System.nanoTime();
      double index =
          CONCENTRATION_INDEX
              .measure(PairedSample.of(units, values, weights, Map.of("need", needs)))
              .get();
      System.out.printf(
          "middle=%.2f median=%.2f gini=%.12f concentration=%.12f"
              + " sort_s=%s gini_s=%s median_s=%s concentration_s=%s%n",
          sorted[size / 2], median, gini, index, sort, giniTime, medianTime, Timed.since(start));
    }
  }
}
