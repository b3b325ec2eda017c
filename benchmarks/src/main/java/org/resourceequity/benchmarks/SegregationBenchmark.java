package org.resourceequity.benchmarks;

import static org.resourceequity.segregation.SegregationMetrics.DISSIMILARITY;
import static org.resourceequity.segregation.SegregationMetrics.MUTUAL_INFORMATION;
import static org.resourceequity.segregation.SegregationMetrics.THEIL_H;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Units;
import org.resourceequity.segregation.MultigroupMetrics;

/**
 * How long does a metric of segregation take over seven groups, from a table to the number? The
 * baseline adds up the cells.
 *
 * <pre>
 * java -jar benchmarks/target/benchmarks.jar SegregationBenchmark
 * </pre>
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SegregationBenchmark extends AverageTime {

  /** Schools of a small state, of the country, and twelve years of a large one's classes. */
  @Param({"1000", "100000", "1000000"})
  public int units;

  private CrossTab table = MadeUp.membership(Units.numbered(1));

  /** Makes the numbers. */
  @Setup
  public void prepare() {
    table = MadeUp.membership(Units.numbered(units));
  }

  /** The baseline: one pass over the same numbers. */
  @Benchmark
  public double addOnly() {
    double sum = 0;
    for (int group = 0; group < table.groups().size(); group++) {
      for (int unit = 0; unit < units; unit++) {
        sum += table.count(group, unit);
      }
    }
    return sum;
  }

  /** Mutual information. */
  @Benchmark
  public Outcome<Double> mutualInformation() {
    return MUTUAL_INFORMATION.measure(MadeUp.again(table));
  }

  /** The information theory index. */
  @Benchmark
  public Outcome<Double> theilH() {
    return THEIL_H.measure(MadeUp.again(table));
  }

  /** Dissimilarity of the first two groups. */
  @Benchmark
  public Outcome<Double> dissimilarity() {
    return DISSIMILARITY.measure(table);
  }

  /** Dissimilarity of all groups. */
  @Benchmark
  public Outcome<Double> multigroupDissimilarity() {
    return MultigroupMetrics.DISSIMILARITY.measure(table);
  }
}
