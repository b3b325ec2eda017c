package org.resourceequity.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.segregation.SegregationMetrics;

/**
 * How long does it take to split a nation's segregation into that between states, between districts
 * in states, and between schools in districts? The baseline is the index of the whole.
 *
 * <pre>
 * java -jar benchmarks/target/benchmarks.jar NestedDecompositionBenchmark
 * </pre>
 */
public class NestedDecompositionBenchmark extends AverageTime {

  /** Schools; five make a district. */
  @Param({"1000", "10000", "100000"})
  public int schools;

  private CrossTab table = MadeUp.membership(MadeUp.nestedSchools(1));

  /** Makes the table. */
  @Setup
  public void prepare() {
    table = MadeUp.membership(MadeUp.nestedSchools(schools));
  }

  /** The baseline. */
  @Benchmark
  public Outcome<Double> whole() {
    return SegregationMetrics.MUTUAL_INFORMATION.measure(MadeUp.again(table));
  }

  /** Three levels. */
  @Benchmark
  public Outcome<Parts> levels() {
    return SegregationMetrics.nestedM("state", "district").measure(MadeUp.again(table));
  }
}
