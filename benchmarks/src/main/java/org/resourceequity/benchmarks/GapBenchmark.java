package org.resourceequity.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.resourceequity.gaps.GapMetrics;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.Units;

/**
 * How long does the gap between what two groups get take, from arrays to the number? The baseline
 * adds up the members of the groups.
 *
 * <pre>
 * java -jar benchmarks/target/benchmarks.jar GapBenchmark
 * </pre>
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GapBenchmark extends AverageTime {

  private static final List<String> GROUPS = List.of("a", "b");

  /** Schools of a small state, of the country, and twelve years of a large one's classes. */
  @Param({"1000", "100000", "1000000"})
  public int units;

  private double[] values = {};
  private double[][] members = {};

  /** Makes the numbers. */
  @Setup
  public void prepare() {
    values = MadeUp.dollarsPerStudent(units);
    members = new double[][] {MadeUp.students(units), MadeUp.students(units)};
  }

  /** The baseline: one pass over the same numbers. */
  @Benchmark
  public double addOnly() {
    return MadeUp.sum(members);
  }

  /** The difference of what the students of the groups get. */
  @Benchmark
  public Outcome<Double> exposureGap() {
    return GapMetrics.EXPOSURE_GAP.measure(sample());
  }

  /** Its ratio. */
  @Benchmark
  public Outcome<Double> exposureRatio() {
    return GapMetrics.EXPOSURE_RATIO.measure(sample());
  }

  private GroupedValues sample() {
    return GroupedValues.of(Units.numbered(units), values, GROUPS, members);
  }
}
