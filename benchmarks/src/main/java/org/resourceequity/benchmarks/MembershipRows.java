package org.resourceequity.benchmarks;

import java.util.Arrays;
import org.resourceequity.model.Cell;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operands;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.SchoolId;

/** Rows in memory, each one number of one school and one group; twenty rows make a school. */
final class MembershipRows {

  private static final String SCHEME = "made up";
  private static final int OF_A_SCHOOL = 20;

  /** A prime: its multiples meet every row once. */
  private static final long SCATTER = 2_654_435_761L;

  private static final Group[] GROUPS = {
    Group.STUDENTS, Groups.ASIAN, Groups.BLACK, Groups.HISPANIC, Groups.WHITE
  };

  private final int[] order;
  private final String[] codes;
  private final double[] counts;
  private final ColumnKey[] keys = new ColumnKey[OF_A_SCHOOL];

  /** Makes rows, of which those of a school stand together or anywhere. */
  MembershipRows(int rows, boolean inOrder) {
    order = new int[rows];
    Arrays.setAll(order, row -> inOrder ? row : (int) (row * SCATTER % rows));
    codes = new String[rows / OF_A_SCHOOL];
    Arrays.setAll(codes, i -> String.format("%012d", 10_000_000_000L + 37L * i));
    counts = MadeUp.students(rows);
    for (int k = 0; k < keys.length; k++) {
      SchoolYear year = SchoolYear.parse(k < keys.length / 2 ? "2018-19" : "2019-20");
      keys[k] = Operands.enrolment(GROUPS[k % GROUPS.length]).at(Level.SCHOOL, year);
    }
  }

  /** Adds the numbers to one array by the hash of the school's id, with nothing else kept. */
  double hashed() {
    double[] sums = new double[1 << 16];
    for (int row : order) {
      sums[id(row).hashCode() & (sums.length - 1)] += counts[row];
    }
    return sums[0];
  }

  /** Adds rows by the id of their school. */
  EquityData.Builder byId(double from, double to) {
    EquityData.Builder builder = EquityData.builder(SCHEME);
    for (int i = (int) (from * order.length); i < (int) (to * order.length); i++) {
      int row = order[i];
      builder.add(id(row), keys[row % OF_A_SCHOOL], Cell.of(counts[row]));
    }
    return builder;
  }

  /** Adds all rows by the number of their school. */
  EquityData.Builder byNumber() {
    EquityData.Builder builder = EquityData.builder(SCHEME);
    int[] numbers = new int[codes.length];
    Arrays.setAll(numbers, i -> builder.number(new SchoolId(codes[i])));
    EquityData.Builder.Adder[] adders = new EquityData.Builder.Adder[keys.length];
    Arrays.setAll(adders, k -> builder.adder(keys[k]));
    for (int row : order) {
      adders[row % OF_A_SCHOOL].add(numbers[row / OF_A_SCHOOL], counts[row]);
    }
    return builder;
  }

  private SchoolId id(int row) {
    return new SchoolId(codes[row / OF_A_SCHOOL]);
  }
}
