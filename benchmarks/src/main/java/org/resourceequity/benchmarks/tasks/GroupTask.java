package org.resourceequity.benchmarks.tasks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Group;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operands;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.SchoolId;

/**
 * Adds rows that are in memory to the cells of schools and races, on two threads: rows that have
 * the numbers of their school, and rows that have its id as UTF-8.
 *
 * <pre>
 * java -cp benchmarks.jar org.resourceequity.benchmarks.tasks.GroupTask FILE [ROUNDS]
 * </pre>
 */
public final class GroupTask {

  private static final int[] NONE = {};

  private final GroupRows rows;
  private final boolean byText;

  private GroupTask(GroupRows rows, boolean byText) {
    this.rows = rows;
    this.byText = byText;
  }

  /** Reads, then adds round by round. */
  public static void main(String[] args) throws IOException {
    GroupRows rows = GroupRows.read(Path.of(args[0]));
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 12;
    for (boolean byText : new boolean[] {true, false}) {
      for (int round = 0; round < rounds; round++) {
        new GroupTask(rows, byText).run();
      }
    }
  }

  private void run() {
    long start = System.nanoTime();
    EquityData.Builder builder = EquityData.builder("NCES");
    int[] numbers = byText ? NONE : numbers(builder);
    EquityData.Builder part = builder.part();
    int half = rows.size / 2;
    CompletableFuture<Void> second =
        CompletableFuture.runAsync(() -> fill(part, numbers, half, rows.size));
    fill(builder, numbers, 0, half);
    second.join();
    builder.merge(part);
    String grouped = Timed.since(start);
    start = System.nanoTime();
    EquityData data = builder.build();
    String built = Timed.since(start);
    System.out.println(
        (byText ? "string" : "integer")
            + " keys "
            + Totals.of(SchoolsByRace.columns(data))
            + " group_s="
            + grouped
            + " build_s="
            + built);
  }

  /** Returns the number of each school, which joins the store. */
  private int[] numbers(EquityData.Builder builder) {
    int[] numbers = new int[rows.schools.size()];
    Arrays.setAll(numbers, school -> builder.number(new SchoolId(rows.schools.get(school))));
    return numbers;
  }

  private void fill(EquityData.Builder builder, int[] numbers, int from, int to) {
    EquityData.Builder.Adder[] adders = new EquityData.Builder.Adder[rows.races.size()];
    for (int race = 0; race < adders.length; race++) {
      Group group = Group.STUDENTS.and(Attribute.RACE, "race " + race);
      adders[race] =
          builder.adder(Operands.enrolment(group).at(Level.SCHOOL, SchoolYear.parse("2022-23")));
    }
    if (byText) {
      byText(builder, adders, from, to);
    } else {
      byNumber(numbers, adders, from, to);
    }
  }

  private void byNumber(int[] numbers, EquityData.Builder.Adder[] adders, int from, int to) {
    for (int row = from; row < to; row++) {
      add(adders[rows.race[row]], numbers[rows.school[row]], rows.students[row]);
    }
  }

  /** As a reader does: an id that is that of the row before is not looked up again. */
  private void byText(
      EquityData.Builder builder, EquityData.Builder.Adder[] adders, int from, int to) {
    byte[] ids = rows.ids;
    int size = GroupRows.ID;
    int number = -1;
    for (int row = from; row < to; row++) {
      int at = row * size;
      if (row == from || !Arrays.equals(ids, at, at + size, ids, at - size, at)) {
        number = builder.number(Level.SCHOOL, ids, at, at + size);
      }
      add(adders[rows.race[row]], number, rows.students[row]);
    }
  }

  /** A row without a number leaves its cell as it is. */
  private static void add(EquityData.Builder.Adder adder, int number, int students) {
    if (students != GroupRows.NOT_REPORTED) {
      adder.add(number, (double) students);
    }
  }
}
