package org.resourceequity.benchmarks;

import static org.resourceequity.inequality.InequalityMetrics.CV;
import static org.resourceequity.inequality.InequalityMetrics.GINI;
import static org.resourceequity.inequality.InequalityMetrics.MCLOONE;
import static org.resourceequity.inequality.InequalityMetrics.THEIL_T;

import org.openjdk.jmh.annotations.Benchmark;
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
public class InequalityBenchmark extends SortedValues {

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
