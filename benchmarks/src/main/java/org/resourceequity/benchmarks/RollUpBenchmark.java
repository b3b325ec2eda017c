package org.resourceequity.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.resourceequity.sample.CrossTab;

/**
 * How long does it take to pool the schools of districts and of states, seven groups each, without
 * looking at rows again? The baseline adds up the groups.
 *
 * <pre>
 * java -jar benchmarks/target/benchmarks.jar RollUpBenchmark
 * </pre>
 */
public class RollUpBenchmark extends AverageTime {

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
  public double[] sums() {
    double[] sums = new double[table.groups().size()];
    for (int group = 0; group < sums.length; group++) {
      for (int school = 0; school < schools; school++) {
        sums[group] += table.count(group, school);
      }
    }
    return sums;
  }

  /** Schools to districts. */
  @Benchmark
  public CrossTab toDistricts() {
    return table.pool(table.units().by("district"));
  }

  /** Schools to states. */
  @Benchmark
  public CrossTab toStates() {
    return table.pool(table.units().by("state"));
  }
}
