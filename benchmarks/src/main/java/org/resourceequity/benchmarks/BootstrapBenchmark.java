package org.resourceequity.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
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
 * mvn -pl benchmarks -am package -DskipTests
 * java -jar benchmarks/target/benchmarks.jar BootstrapBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BootstrapBenchmark {

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
    return SegregationMetrics.MUTUAL_INFORMATION.measure(table);
  }

  /** A hundred replicates. */
  @Benchmark
  public Outcome<Resampled> byStudents() {
    return Bootstrap.byStudents(REPLICATES, SEED).run(SegregationMetrics.MUTUAL_INFORMATION, table);
  }
}
