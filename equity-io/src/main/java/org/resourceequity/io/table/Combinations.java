package org.resourceequity.io.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers the combinations of texts that the rows of a table have in some columns, from 0 in the
 * order in which they come, so that what a combination of codes means is found out once:
 *
 * <pre>{@code
 * Combinations codes = new Combinations(grade, race, sex);
 * table.forEach(row -> add(meaning[codes.of(row)], row));
 * }</pre>
 *
 * <p>For the rows of one table, by one thread.
 */
public final class Combinations {

  /** Far more than codes make: what has more is no column of codes. */
  private static final int MOST = 1 << 16;

  /** The texts up to some column, and the way to those that follow. */
  private static final class Node {
    private final Map<String, Node> next = new HashMap<>(4);
    private int number = -1;
  }

  private final int[] columns;
  private final BitSet set = new BitSet();
  private final Node root = new Node();
  private int size;

  /** Takes the columns, counted from 0. */
  public Combinations(int... columns) {
    this.columns = Arrays.stream(columns).distinct().sorted().toArray();
    Arrays.stream(columns).forEach(set::set);
  }

  /**
   * Returns the number of a row's combination, or -1 for one that comes after too many others: no
   * more than 65,536 get a number.
   */
  public int of(Row row) {
    return row.number(this);
  }

  /** Returns the number by the row's texts. */
  int byTexts(Row row) {
    Node node = root;
    for (int column : columns) {
      String text = row.get(column);
      Node next = node.next.get(text);
      if (next == null) {
        if (size == MOST) {
          return -1;
        }
        next = new Node();
        node.next.put(text, next);
      }
      node = next;
    }
    if (node.number < 0) {
      node.number = size++;
    }
    return node.number;
  }

  /** Tells whether a column is one of these. */
  boolean has(int column) {
    return set.get(column);
  }

  /** Returns the first of the columns, -1 if there are none. */
  int first() {
    return columns.length == 0 ? -1 : columns[0];
  }
}
