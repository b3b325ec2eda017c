package org.resourceequity.benchmarks;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.resourceequity.benchmarks.tasks.Districts;
import org.resourceequity.sample.CrossTab;

/**
 * How long do five measures of every district take, in parallel, from a table of schools and
 * groups? The baseline makes the table of each district and measures nothing.
 *
 * <pre>
 * java -jar benchmarks/target/benchmarks.jar AllDistrictsBenchmark
 * </pre>
 */
public class AllDistrictsBenchmark extends AverageTime {

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
  public List<CrossTab> tables() {
    return table.parts(table.units().by("district"));
  }

  /** Five measures of each. */
  @Benchmark
  public double[][] districts() {
    return Districts.measures(table);
  }
}
