package org.resourceequity.benchmarks;

import static org.resourceequity.sample.QuantileDefinition.TYPE7;

import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
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
public class QuantileBenchmark extends SortedValues {

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
