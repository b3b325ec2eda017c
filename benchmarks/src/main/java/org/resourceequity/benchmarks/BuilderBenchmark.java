package org.resourceequity.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.resourceequity.model.Cell;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operands;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.SchoolId;

/**
 * How long does it take to make cells of rows, and to merge what two readers made? A row is one
 * number of one school and one group, as in the membership files; twenty rows make a school.
 *
 * <p>The baseline hashes the same ids and adds the same numbers into one array, with nothing else
 * kept.
 *
 * <pre>
 * mvn -pl benchmarks -am package -DskipTests
 * java -jar benchmarks/target/benchmarks.jar BuilderBenchmark
 * java -jar benchmarks/target/benchmarks.jar BuilderBenchmark.build -p rows=100000
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BuilderBenchmark {

  private static final String SCHEME = "made up";
  private static final int ROWS_OF_A_SCHOOL = 20;

  /** A prime: its multiples meet every row once. */
  private static final long SCATTER = 2_654_435_761L;

  private static final Group[] GROUPS = {
    Group.STUDENTS, Groups.ASIAN, Groups.BLACK, Groups.HISPANIC, Groups.WHITE
  };

  /** Rows to read. */
  @Param({"100000", "1000000"})
  public int rows;

  /** Whether the rows of a school stand together. */
  @Param({"true", "false"})
  public boolean inOrder;

  private String[] codes = {};
  private ColumnKey[] keys = {};
  private double[] counts = {};

  /** Makes the rows. */
  @Setup
  public void prepare() {
    keys = new ColumnKey[ROWS_OF_A_SCHOOL];
    for (int k = 0; k < keys.length; k++) {
      SchoolYear year = SchoolYear.parse(k < 10 ? "2018-19" : "2019-20");
      keys[k] =
          Operands.enrolment(GROUPS[k % GROUPS.length])
              .at(org.resourceequity.model.Level.SCHOOL, year);
    }
    codes = new String[rows / ROWS_OF_A_SCHOOL];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = String.format("%012d", 10_000_000_000L + 37L * i);
    }
    counts = MadeUp.students(rows);
  }

  /** Two builders, whose schools are the same by half; merging changes the first. */
  @State(Scope.Thread)
  public static class Halves {
    private EquityData.Builder first = EquityData.builder(SCHEME);
    private EquityData.Builder second = EquityData.builder(SCHEME);

    /** Fills them anew. */
    @Setup(Level.Invocation)
    public void fill(BuilderBenchmark rows) {
      first = rows.filled(0, rows.rows / 2);
      second = rows.filled(rows.rows / 4, rows.rows / 4 * 3);
    }
  }

  /** The baseline: what cannot be avoided. */
  @Benchmark
  public double hashAndAdd() {
    double[] sums = new double[1 << 16];
    for (int row = 0; row < rows; row++) {
      int at = new SchoolId(code(row)).hashCode() & (sums.length - 1);
      sums[at] += counts[row];
    }
    return sums[0];
  }

  /** Rows to cells. */
  @Benchmark
  public EquityData.Builder add() {
    return filled(0, rows);
  }

  /** Rows to cells where the reader keeps the numbers of schools. */
  @Benchmark
  public EquityData.Builder addByNumber() {
    EquityData.Builder builder = EquityData.builder(SCHEME);
    int[] numbers = new int[codes.length];
    for (int i = 0; i < codes.length; i++) {
      numbers[i] = builder.number(new SchoolId(codes[i]));
    }
    EquityData.Builder.Adder[] adders = new EquityData.Builder.Adder[keys.length];
    Arrays.setAll(adders, k -> builder.adder(keys[k]));
    for (int row = 0; row < rows; row++) {
      int at = inOrder ? row : (int) (row * SCATTER % rows);
      adders[at % ROWS_OF_A_SCHOOL].add(numbers[at / ROWS_OF_A_SCHOOL], counts[at]);
    }
    return builder;
  }

  /** Rows to a finished store. */
  @Benchmark
  public EquityData build() {
    return filled(0, rows).build();
  }

  /** Two halves to one, half of the schools in both. */
  @Benchmark
  public EquityData.Builder merge(Halves halves) {
    return halves.first.merge(halves.second);
  }

  private EquityData.Builder filled(int from, int to) {
    EquityData.Builder builder = EquityData.builder(SCHEME);
    for (int row = from; row < to; row++) {
      int at = inOrder ? row : (int) (row * SCATTER % rows);
      builder.add(new SchoolId(code(at)), keys[at % ROWS_OF_A_SCHOOL], Cell.of(counts[at]));
    }
    return builder;
  }

  private String code(int row) {
    return codes[row / ROWS_OF_A_SCHOOL];
  }
}
