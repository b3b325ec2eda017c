package org.resourceequity.benchmarks;

import static org.resourceequity.inequality.InequalityMetrics.CV;
import static org.resourceequity.inequality.InequalityMetrics.GINI;
import static org.resourceequity.inequality.InequalityMetrics.MCLOONE;
import static org.resourceequity.inequality.InequalityMetrics.THEIL_T;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Distribution;

/**
 * How long does a metric of inequality take, from arrays to the number? The baseline is the JDK's
 * sort of the same values, which every metric of order needs at least.
 *
 * <pre>
 * java -jar benchmarks/target/benchmarks.jar InequalityBenchmark
 * </pre>
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class InequalityBenchmark extends AverageTime {

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

  /** The Gini coefficient. */
  @Benchmark
  public Outcome<Double> gini() {
    return GINI.measure(sample());
  }

  /** The coefficient of variation. */
  @Benchmark
  public Outcome<Double> cv() {
    return CV.measure(sample());
  }

  /** Theil's T. */
  @Benchmark
  public Outcome<Double> theilT() {
    return THEIL_T.measure(sample());
  }

  /** The McLoone index. */
  @Benchmark
  public Outcome<Double> mcloone() {
    return MCLOONE.measure(sample());
  }

  /** A new sample each time: one that is sorted already would make the next metric look faster. */
  private Distribution sample() {
    return Distribution.of(values, weights);
  }
}
