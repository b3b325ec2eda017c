package org.resourceequity.io.table;

import java.util.List;

/** One row of a table: texts by column number or name. */
public final class Row {

  private final Header header;
  private final Cells cells;

  Row(Header header, Cells cells) {
    this.header = header;
    this.cells = cells;
  }

  /** Returns the line in the file where the row starts. */
  public long line() {
    return cells.line();
  }

  /** Returns how many fields the row has in the file. */
  public int size() {
    return cells.size();
  }

  /**
   * Returns the text in {@code column}, counted from 0, without white space around it, or an empty
   * text if the row is shorter.
   */
  public String get(int column) {
    return cells.get(column);
  }

  /**
   * Returns the text in the column called {@code name}. Case and the amount of white space do not
   * matter; the second of two columns with the same name is {@code name (2)}.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public String get(String name) {
    return cells.get(header.column(name));
  }

  /** Tells whether the table has a column called {@code name}. */
  public boolean has(String name) {
    return header.has(name);
  }

  /** Returns line and fields, for people. */
  @Override
  public String toString() {
    return "line " + line() + ": " + List.of(cells.values());
  }
}
