package org.resourceequity.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.resourceequity.model.EquityData;

/**
 * How long does it take to merge what two readers made of rows? Half of the schools are in both.
 * The baseline makes one of the two builders, of half of the rows.
 *
 * <pre>
 * java -jar benchmarks/target/benchmarks.jar MergeBenchmark
 * </pre>
 */
public class MergeBenchmark extends AverageTime {

  /** Rows to add. */
  @Param({"100000", "1000000"})
  public int rows;

  /** Whether the rows of a school stand together. */
  @Param({"true", "false"})
  public boolean inOrder;

  private EquityData.Builder first = EquityData.builder("made up");
  private EquityData.Builder second = EquityData.builder("made up");
  private MembershipRows membership = new MembershipRows(20, true);

  /** Makes the rows. */
  @Setup
  public void prepare() {
    membership = new MembershipRows(rows, inOrder);
  }

  /** Fills two builders anew, since merging changes the first. */
  @Setup(Level.Invocation)
  public void fill() {
    first = membership.byId(0, 0.5);
    second = membership.byId(0.25, 0.75);
  }

  /** The baseline. */
  @Benchmark
  public EquityData.Builder half() {
    return membership.byId(0, 0.5);
  }

  /** Two to one. */
  @Benchmark
  public EquityData.Builder merge() {
    return first.merge(second);
  }
}
