package org.resourceequity.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.resourceequity.inference.Bootstrap;
import org.resourceequity.inference.Resampled;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.segregation.SegregationMetrics;

/**
 * How long do replicates of the mutual information index take, with the students of all cells drawn
 * anew? The baseline is the index itself, once.
 *
 * <pre>
 * java -jar benchmarks/target/benchmarks.jar BootstrapBenchmark
 * </pre>
 */
public class BootstrapBenchmark extends AverageTime {

  private static final int REPLICATES = 100;
  private static final long SEED = 7;

  /** Schools, of seven groups each. */
  @Param({"100", "2000", "20000"})
  public int schools;

  private CrossTab table = MadeUp.membership(MadeUp.nestedSchools(1));

  /** Makes the table. */
  @Setup
  public void prepare() {
    table = MadeUp.membership(MadeUp.nestedSchools(schools));
  }

  /** The baseline. */
  @Benchmark
  public Outcome<Double> once() {
    return SegregationMetrics.MUTUAL_INFORMATION.measure(MadeUp.again(table));
  }

  /** A hundred replicates. */
  @Benchmark
  public Outcome<Resampled> byStudents() {
    return Bootstrap.byStudents(REPLICATES, SEED).run(SegregationMetrics.MUTUAL_INFORMATION, table);
  }
}
