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
import org.resourceequity.benchmarks.tasks.Districts;
import org.resourceequity.sample.CrossTab;

/**
 * How long do the measures of every district take, and the nested decomposition of a nation, from a
 * table of schools and groups?
 *
 * <pre>
 * mvn -pl benchmarks -am package -DskipTests
 * java -jar benchmarks/target/benchmarks.jar AllDistrictsBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AllDistrictsBenchmark {

  /** Schools; five make a district. */
  @Param({"1000", "10000", "100000"})
  public int schools;

  private CrossTab table = MadeUp.membership(MadeUp.nestedSchools(1));

  /** Makes the table. */
  @Setup
  public void prepare() {
    table = MadeUp.membership(MadeUp.nestedSchools(schools));
  }

  /** Five measures of every district, in parallel. */
  @Benchmark
  public double[][] districts() {
    return Districts.measures(table);
  }

  /** What states, districts in states, and schools in districts tell about the group. */
  @Benchmark
  public Districts.Nested nestedDecomposition() {
    return Districts.nested(table);
  }
}
