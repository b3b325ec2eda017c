package org.resourceequity.io.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A header and rows: from one text, one sheet of a workbook, a query, or anything else that has
 * records with names.
 */
public interface Table {

  /** Returns the file's name, for a zip {@code archive.zip!entry.csv}. */
  String file();

  /** Returns the name of the sheet, for workbooks only. */
  @Nullable String sheet();

  /** Returns what the table was read from. */
  Medium medium();

  /**
   * Returns the column names as they are in the file. Of columns with the same name the second is
   * {@code name (2)}; a column without a name has an empty one.
   */
  List<String> header();

  /** Returns the line where the header starts, or 0 if it does not come from the file. */
  long headerLine();

  /**
   * Hands each row below the header to {@code consumer}, in the order of the file. It may be called
   * again and reads the file again; what is wrong with a row is noticed only the first time.
   *
   * @throws IOException if the file cannot be opened any more, or {@code consumer} throws it
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; what was open
   *     is closed
   */
  void forEach(RowConsumer consumer) throws IOException;

  /** Returns how many threads may read the rows with profit; 1 for all but large texts. */
  default int parts() {
    return 1;
  }

  /**
   * Hands each row to one of several consumers: each has a thread of its own and gets its rows in
   * the order of the file. A table of one {@link #parts part} hands all rows to the first.
   *
   * @throws IOException if the file cannot be opened any more, or a consumer throws it; the others
   *     get no more rows
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
   */
  default void forEach(List<? extends RowConsumer> consumers) throws IOException {
    forEach(consumers.get(0));
  }

  /** Returns the first rows, at most {@code most}; nothing is noticed. */
  default List<Row> head(int most) throws IOException {
    List<Row> rows = new ArrayList<>();
    if (most < 1) {
      return rows;
    }
    try {
      forEach(
          row -> {
            rows.add(row);
            if (rows.size() == most) {
              throw new EnoughException();
            }
          });
    } catch (EnoughException e) {
      return rows;
    }
    return rows;
  }

  /**
   * Returns the same text or sheet read by a shape. What is odd about the header is noticed when
   * its rows are read.
   *
   * @throws IOException if the file does not have the lines that the shape names
   * @throws UnsupportedOperationException if this is no text and no sheet, or a sheet for a shape
   *     of fixed width
   */
  default Table as(Shape shape) throws IOException {
    throw new UnsupportedOperationException(
        file() + " is from a " + medium().kind() + ", which has no shape");
  }
}
