package org.resourceequity.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.resourceequity.disproportionality.DisproportionalityMetrics;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Units;

/**
 * How long does a comparison of risks take, from arrays to the number? The baseline adds up the
 * members of the groups.
 *
 * <pre>
 * java -jar benchmarks/target/benchmarks.jar DisproportionalityBenchmark
 * </pre>
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DisproportionalityBenchmark extends AverageTime {

  private static final List<String> GROUPS = List.of("a", "b");

  /** Schools of a small state, of the country, and twelve years of a large one's classes. */
  @Param({"1000", "100000", "1000000"})
  public int units;

  private double[][] events = {};
  private double[][] members = {};

  /** Makes the numbers. */
  @Setup
  public void prepare() {
    members = new double[][] {MadeUp.students(units), MadeUp.students(units)};
    events = new double[2][units];
    Arrays.setAll(events[0], i -> Math.rint(members[0][i] / 10));
    Arrays.setAll(events[1], i -> Math.rint(members[1][i] / 20));
  }

  /** The baseline: one pass over the same numbers. */
  @Benchmark
  public double addOnly() {
    return MadeUp.sum(members);
  }

  /** The risk of one group relative to that of all others. */
  @Benchmark
  public Outcome<Double> riskRatio() {
    return DisproportionalityMetrics.RISK_RATIO.measure(sample());
  }

  /** The group's part of the events. */
  @Benchmark
  public Outcome<Double> compositionIndex() {
    return DisproportionalityMetrics.COMPOSITION_INDEX.measure(sample());
  }

  private RiskCounts sample() {
    return RiskCounts.of(Units.numbered(units), GROUPS, events, members);
  }
}
