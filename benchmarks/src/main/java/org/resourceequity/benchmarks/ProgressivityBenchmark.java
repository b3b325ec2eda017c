package org.resourceequity.benchmarks;

import static org.resourceequity.progressivity.ConcentrationMetrics.CONCENTRATION_INDEX;
import static org.resourceequity.progressivity.ConcentrationMetrics.SLOPE_INDEX;

import org.openjdk.jmh.annotations.Benchmark;
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
public class ProgressivityBenchmark extends SortedValues {

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
