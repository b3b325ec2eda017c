package org.resourceequity.benchmarks;

import static org.resourceequity.segregation.SegregationMetrics.DISSIMILARITY;
import static org.resourceequity.segregation.SegregationMetrics.INTERACTION;
import static org.resourceequity.segregation.SegregationMetrics.MUTUAL_INFORMATION;
import static org.resourceequity.segregation.SegregationMetrics.THEIL_H;

import java.util.Arrays;
import java.util.List;
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
import org.resourceequity.metric.Metric;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.segregation.MultigroupMetrics;

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

  private static final List<Metric<CrossTab>> METRICS =
      List.of(
          MUTUAL_INFORMATION, THEIL_H, MultigroupMetrics.DISSIMILARITY, DISSIMILARITY, INTERACTION);

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
    return Arrays.stream(table.units().by("district").units())
        .parallel()
        .map(table::select)
        .map(AllDistrictsBenchmark::measured)
        .toArray(double[][]::new);
  }

  private static double[] measured(CrossTab district) {
    return METRICS.stream()
        .mapToDouble(metric -> metric.measure(district).find().orElse(-1.0))
        .toArray();
  }

  /** What states, districts in states, and schools in districts tell about the group. */
  @Benchmark
  public double[] nestedDecomposition() {
    double states = MUTUAL_INFORMATION.formula(table.pool(table.units().by("state")));
    double districts = MUTUAL_INFORMATION.formula(table.pool(table.units().by("district")));
    double all = MUTUAL_INFORMATION.formula(table);
    return new double[] {states, districts - states, all - districts};
  }
}
