package org.resourceequity.benchmarks;

import static org.resourceequity.progressivity.ConcentrationMetrics.CONCENTRATION_INDEX;
import static org.resourceequity.progressivity.ConcentrationMetrics.SLOPE_INDEX;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.resourceequity.metric.Outcome;
import org.resourceequity.progressivity.ProgressivityMetrics;
import org.resourceequity.sample.PairedSample;

/**
 * How long does a metric of progressivity take, from arrays to the number, where need is as large
 * as the unit? The baseline is the JDK's sort of the same values.
 *
 * <pre>
 * java -jar benchmarks/target/benchmarks.jar ProgressivityBenchmark
 * </pre>
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProgressivityBenchmark extends AverageTime {

  /** Schools of a small state, of the country, and twelve years of a large one's classes. */
  @Param({"1000", "100000", "1000000"})
  public int units;

  private double[] values = {};
  private double[] weights = {};

  /** Makes the numbers. */
  @Setup
  public void prepare() {
    values = MadeUp.dollarsPerStudent(units);
    weights = MadeUp.students(units);
  }

  /** The baseline: the JDK sorts the values alone. */
  @Benchmark
  public double[] sortOnly() {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** The concentration index. */
  @Benchmark
  public Outcome<Double> concentrationIndex() {
    return CONCENTRATION_INDEX.measure(sample());
  }

  /** The slope index, a regression on ranks. */
  @Benchmark
  public Outcome<Double> slopeIndex() {
    return SLOPE_INDEX.measure(sample());
  }

  /** Rank correlation with need. */
  @Benchmark
  public Outcome<Double> spearman() {
    return ProgressivityMetrics.NEED_SPEARMAN.measure(sample());
  }

  private PairedSample sample() {
    return PairedSample.of(values, weights, weights);
  }
}
