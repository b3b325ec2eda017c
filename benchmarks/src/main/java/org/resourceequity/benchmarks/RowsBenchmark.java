package org.resourceequity.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.resourceequity.model.EquityData;

/**
 * How long does it take to make cells of rows? Each row is one number of one school and one group,
 * as in the membership files. The baseline hashes the same ids in the same order and adds the same
 * numbers to one array.
 *
 * <pre>
 * java -jar benchmarks/target/benchmarks.jar RowsBenchmark
 * </pre>
 */
public class RowsBenchmark extends AverageTime {

  /** Rows to add. */
  @Param({"100000", "1000000"})
  public int rows;

  /** Whether the rows of a school stand together. */
  @Param({"true", "false"})
  public boolean inOrder;

  private MembershipRows membership = new MembershipRows(20, true);

  /** Makes the rows. */
  @Setup
  public void prepare() {
    membership = new MembershipRows(rows, inOrder);
  }

  /** The baseline: what cannot be avoided. */
  @Benchmark
  public double hashAndAdd() {
    return membership.hashed();
  }

  /** Rows that have the id of their school, a text. */
  @Benchmark
  public EquityData.Builder stringKeys() {
    return membership.byId(0, 1);
  }

  /** Rows that have the number of their school. */
  @Benchmark
  public EquityData.Builder integerKeys() {
    return membership.byNumber();
  }

  /** Rows to a finished store. */
  @Benchmark
  public EquityData build() {
    return membership.byNumber().build();
  }
}
