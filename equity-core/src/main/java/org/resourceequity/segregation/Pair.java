package org.resourceequity.segregation;

import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.internal.Sorting;
import org.resourceequity.sample.CrossTab;

/** The two groups in focus as arrays: a is the group of interest, b the one it is compared with. */
final class Pair {

  /** Members of each group in each unit. */
  final double[] a;

  final double[] b;

  /** All members of each group. */
  final double sumA;

  final double sumB;

  private Pair(double[] a, double[] b, double sumA, double sumB) {
    this.a = a;
    this.b = b;
    this.sumA = sumA;
    this.sumB = sumB;
  }

  static Pair of(CrossTab table) {
    return new Pair(
        table.members(table.focus()),
        table.members(table.comparison()),
        table.groupTotal(table.focus()),
        table.groupTotal(table.comparison()));
  }

  /** Returns the pair with other counts, at random or by a change. */
  static Pair of(double[] a, double[] b) {
    return new Pair(a, b, ExactSum.of(a), ExactSum.of(b));
  }

  /** Returns the units of a table in the order of their keys. */
  static int[] unitsByKey(CrossTab table) {
    return IntStream.range(0, table.size())
        .boxed()
        .sorted(Comparator.comparing(table.units()::key))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Returns the pair with the groups exchanged. */
  Pair turned() {
    return new Pair(b, a, sumB, sumA);
  }

  /** Returns the pair without the units where neither group has members. */
  Pair withoutEmptyUnits() {
    int[] filled = IntStream.range(0, a.length).filter(i -> a[i] > 0 || b[i] > 0).toArray();
    return new Pair(Sorting.arrange(a, filled), Sorting.arrange(b, filled), sumA, sumB);
  }

  /** Returns the share of the group of interest in each unit; none may be empty. */
  double[] composition() {
    double[] shares = new double[a.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = a[i] / (a[i] + b[i]);
    }
    return shares;
  }

  int units() {
    return a.length;
  }

  /** Returns the share of the group of interest among the members of both. */
  double share() {
    return sumA / (sumA + sumB);
  }

  /** Returns the dissimilarity index. */
  double dissimilarity() {
    double[] gaps = new double[a.length];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = Math.abs(a[i] / sumA - b[i] / sumB);
    }
    return Math.min(1, ExactSum.of(gaps) / 2);
  }

  /**
   * Returns influences by cell of the table that this pair is of, from those relative to the
   * members of each group; nobody else has any.
   */
  double[][] influence(CrossTab table, IntToDoubleFunction ofA, IntToDoubleFunction ofB) {
    double[][] cells = new double[table.groups().size()][a.length];
    for (int i = 0; i < a.length; i++) {
      if (a[i] > 0) {
        cells[table.focus()][i] = ofA.applyAsDouble(i) * table.total() / sumA;
      }
      if (b[i] > 0) {
        cells[table.comparison()][i] = ofB.applyAsDouble(i) * table.total() / sumB;
      }
    }
    return cells;
  }

  /**
   * Returns the units with members of either group in ascending order of the group's share. Units
   * are compared by exact cross products, so only equal shares count as ties. O(n log n).
   */
  int[] order() {
    int n = 0;
    int[] filled = new int[a.length];
    for (int i = 0; i < a.length; i++) {
      if (a[i] > 0 || b[i] > 0) {
        filled[n++] = i;
      }
    }
    double[] odds = new double[n];
    for (int k = 0; k < n; k++) {
      odds[k] = a[filled[k]] / b[filled[k]];
    }
    int[] order = Sorting.order(odds);
    int[] units = new int[n];
    for (int k = 0; k < n; k++) {
      units[k] = filled[order[k]];
    }
    // Division keeps the order but may make equal what is not: such runs are short.
    for (int k = 1; k < n; k++) {
      int unit = units[k];
      int to = k;
      while (to > 0 && odds[order[to - 1]] == odds[order[k]] && compare(units[to - 1], unit) > 0) {
        units[to] = units[to - 1];
        to--;
      }
      units[to] = unit;
    }
    return units;
  }

  /** Compares the shares of the group of interest in two units, exactly. */
  int compare(int i, int j) {
    double left = a[i] * b[j];
    double right = a[j] * b[i];
    if (left != right) {
      return Double.compare(left, right);
    }
    return Double.isFinite(left)
        ? Double.compare(Math.fma(a[i], b[j], -left), Math.fma(a[j], b[i], -right))
        : 0;
  }
}
