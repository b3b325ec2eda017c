package org.resourceequity.inference;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.AliasTable;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.CounterRandom;
import org.resourceequity.internal.Sorting;

/**
 * Draws tables of counts with as many students as a given one, each in a cell with the cell's
 * share. Students are not made one by one.
 *
 * <p>Independent Poisson numbers are a multinomial draw of their total, whatever it is. So each
 * cell gets one with a mean a little below its count; where all together are too many, which is
 * rare, they are drawn anew, and the few students that are missing are drawn one by one. Means of
 * whole counts come from a small set, so that each is a look-up in a table made once: a count is
 * split into digits in base 128, since Poisson numbers add up to Poisson numbers. What counts have
 * after the point is one Poisson number of students for all cells, dealt one by one.
 *
 * <p>With more students than that is good for, each cell is a binomial draw given those before it.
 *
 * <p>O(cells + √students) for each draw.
 */
final class Multinomial {

  private static final int DIGIT_BITS = 7;
  private static final int DIGITS = 1 << DIGIT_BITS;

  /** With more students than this the tables would be large. */
  private static final double MOST_BY_TABLES = 0x1p27;

  /** Standard deviations of the total that it is expected to fall short by. */
  private static final double SHORTFALL = 2;

  private final int rows;
  private final double[] counts;
  private final double all;
  private final long students;
  private final @Nullable Tables tables;

  /** Makes the draw of tables like this one, whose rows are equally long and not negative. */
  Multinomial(double[]... table) {
    rows = table.length;
    counts = Arrays.stream(table).flatMapToDouble(Arrays::stream).toArray();
    double sum = 0;
    for (double count : counts) {
      sum += count;
    }
    all = Checks.within(sum, 0, 0x1p53, "number of students");
    students = Math.round(all);
    tables = students > 0 && all <= MOST_BY_TABLES ? new Tables(counts, shortfall() / all) : null;
  }

  /** Returns the students that are expected to be drawn cell by cell, less than there are. */
  private double shortfall() {
    return Math.max(0, students - SHORTFALL * Math.sqrt((double) students));
  }

  /** Draws one table; may be called from several threads. */
  double[][] draw(CounterRandom random) {
    double[] drawn = tables == null ? byCell(random) : tables.draw(students, random);
    int columns = counts.length / rows;
    double[][] table = new double[rows][];
    Arrays.setAll(table, r -> Arrays.copyOfRange(drawn, r * columns, (r + 1) * columns));
    return table;
  }

  private double[] byCell(CounterRandom random) {
    double[] drawn = new double[counts.length];
    long left = students;
    double rest = all;
    for (int c = 0; c < counts.length && left > 0; c++) {
      if (counts[c] > 0) {
        long here = counts[c] >= rest ? left : random.binomial(left, counts[c] / rest);
        drawn[c] = (double) here;
        left -= here;
        rest -= counts[c];
      }
    }
    return drawn;
  }

  /** What is looked up to draw a table. */
  private static final class Tables {

    private final int size;

    /** The Poisson numbers of a draw, and the cell to which each is added. */
    private final PoissonTable[] numbers;

    private final int[] cell;

    private final @Nullable PoissonTable afterPoint;
    private final @Nullable Cells fractions;
    private final Cells students;

    /** Makes the tables; {@code scale} is the mean of what is drawn for a count of one. */
    Tables(double[] counts, double scale) {
      size = counts.length;
      int places = 31 / DIGIT_BITS + 1;
      PoissonTable[][] known = new PoissonTable[places][DIGITS];
      PoissonTable[] used = new PoissonTable[places * size];
      int[] cells = new int[places * size];
      int n = 0;
      double[] fraction = new double[size];
      double sum = 0;
      for (int c = 0; c < size && scale > 0; c++) {
        int whole = (int) counts[c];
        fraction[c] = counts[c] - whole;
        sum += fraction[c];
        for (int place = 0; whole >> (DIGIT_BITS * place) > 0; place++) {
          int value = whole & ((DIGITS - 1) << (DIGIT_BITS * place));
          int digit = value >> (DIGIT_BITS * place);
          if (digit > 0) {
            if (known[place][digit] == null) {
              known[place][digit] = new PoissonTable(value * scale);
            }
            used[n] = known[place][digit];
            cells[n++] = c;
          }
        }
      }
      numbers = Arrays.copyOf(used, n);
      cell = Arrays.copyOf(cells, n);
      afterPoint = sum > 0 ? new PoissonTable(sum * scale) : null;
      fractions = sum > 0 ? new Cells(fraction) : null;
      students = new Cells(counts);
    }

    double[] draw(long wanted, CounterRandom random) {
      double[] drawn = new double[size];
      long missing = wanted - deal(drawn, random);
      while (missing < 0) {
        Arrays.fill(drawn, 0);
        missing = wanted - deal(drawn, random);
      }
      students.deal(missing, drawn, random);
      return drawn;
    }

    private long deal(double[] drawn, CounterRandom random) {
      long total = 0;
      for (int k = 0; k < numbers.length; k++) {
        int here = numbers[k].draw(random);
        drawn[cell[k]] += here;
        total += here;
      }
      if (afterPoint != null && fractions != null) {
        int more = afterPoint.draw(random);
        fractions.deal(more, drawn, random);
        total += more;
      }
      return total;
    }
  }

  /** Cells to which students are dealt one by one. */
  private static final class Cells {

    private final int[] places;
    private final AliasTable table;

    /** Makes the cells with a positive weight, of which there must be one. */
    Cells(double[] weights) {
      places = IntStream.range(0, weights.length).filter(c -> weights[c] > 0).toArray();
      table = new AliasTable(Sorting.arrange(weights, places));
    }

    void deal(long students, double[] drawn, CounterRandom random) {
      for (long s = 0; s < students; s++) {
        drawn[places[table.draw(random)]]++;
      }
    }
  }
}
