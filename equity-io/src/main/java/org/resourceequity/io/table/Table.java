package org.resourceequity.io.table;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A header and rows from one text file or one sheet of a workbook. */
public interface Table {

  /** Returns the file's name, for a zip {@code archive.zip!entry.csv}. */
  String file();

  /** Returns the name of the sheet, for workbooks only. */
  @Nullable String sheet();

  /** Returns the column names as they are in the file. */
  List<String> header();

  /** Returns the line where the header starts. */
  long headerLine();

  /**
   * Hands each row below the header to {@code consumer}, in the order of the file. It may be called
   * again and reads the file again; what is wrong with a row is noticed only the first time.
   *
   * @throws IOException if the file cannot be opened any more, or {@code consumer} throws it
   */
  void forEach(RowConsumer consumer) throws IOException;
}
