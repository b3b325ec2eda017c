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

  /** Tells whether {@link #forEachPart} is worth a try, as for large files. */
  default boolean isDivisible() {
    return false;
  }

  /**
   * Hands each part of the table to one of several consumers, which have a thread each. The lines
   * of a part's rows are counted from its beginning.
   *
   * @return how many lines stand before each part and, at last, in the file; empty if the table
   *     cannot be divided so. Then what the consumers were handed is of no use, and nothing was
   *     noticed.
   * @throws IOException if the file cannot be opened any more, or a consumer throws it
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
   */
  default List<Long> forEachPart(List<? extends RowConsumer> consumers) throws IOException {
    return List.of();
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
