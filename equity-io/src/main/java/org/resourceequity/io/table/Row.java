package org.resourceequity.io.table;

/**
 * One row of a table: texts by column number or name.
 *
 * <p>A field is turned into text when it is asked for, so that columns that nobody asks for need
 * not be decoded. What {@link Table#head} returns may be kept; what a consumer is handed is good
 * until it returns, since large files show all rows through one object.
 */
public interface Row {

  /** Returns the line in the file where the row starts. */
  long line();

  /** Returns how many fields the row has in the file. */
  int size();

  /**
   * Returns the text in {@code column}, counted from 0, without white space around it, or an empty
   * text if the row is shorter.
   */
  String get(int column);

  /**
   * Returns the text in the column called {@code name}. Case and the amount of white space do not
   * matter; the second of two columns with the same name is {@code name (2)}.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  String get(String name);

  /** Tells whether the table has a column called {@code name}. */
  boolean has(String name);

  /**
   * Returns a line from which on all rows to this one have the same texts in the columns from 0 to
   * {@code column}, so that what these say need not be found out for each row. This row's own line
   * says nothing: the rows before it differ or were not compared.
   */
  default long since(int column) {
    return line();
  }

  /** Returns the number of the row's combination, see {@link Combinations#of}. */
  default int number(Combinations combinations) {
    return combinations.byTexts(this);
  }
}
