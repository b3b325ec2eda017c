package org.resourceequity.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Weighted values for what has to order them, beside the JDK's sort of the same values. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public abstract class SortedValues extends AverageTime {

  /** Schools of a small state, of the country, and twelve years of a large one's classes. */
  @Param({"1000", "100000", "1000000"})
  public int units;

  /** What each unit has. */
  protected double[] values = {};

  /** Its students. */
  protected double[] weights = {};

  SortedValues() {}

  /** Makes the numbers. */
  @Setup
  public void prepare() {
    values = MadeUp.dollarsPerStudent(units);
    weights = MadeUp.students(units);
  }

  /** The baseline: the JDK sorts the values alone. */
  @Benchmark
  public double[] sortOnly() {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
