package org.resourceequity.benchmarks;

import static org.resourceequity.sample.QuantileDefinition.TYPE7;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Quantiles;

/**
 * How long do weighted quantiles take, from arrays to the numbers? The baseline is the JDK's sort
 * of the same values.
 *
 * <pre>
 * java -jar benchmarks/target/benchmarks.jar QuantileBenchmark
 * </pre>
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class QuantileBenchmark extends AverageTime {

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

  /** The median. */
  @Benchmark
  public double median() {
    return Quantiles.median(Distribution.of(values, weights).sorted());
  }

  /** Nineteen quantiles of one sample, which is sorted once. */
  @Benchmark
  public double[] vingtiles() {
    Distribution sorted = Distribution.of(values, weights).sorted();
    double[] quantiles = new double[19];
    Arrays.setAll(quantiles, i -> Quantiles.quantile(sorted, (i + 1) / 20.0, TYPE7));
    return quantiles;
  }
}
