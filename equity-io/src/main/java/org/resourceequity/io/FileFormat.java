package org.resourceequity.io;

import java.io.IOException;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.EquityData;

/**
 * A kind of published file. A {@link FormatProvider} lists them; two with the same id are an error
 * that names both.
 *
 * <p>Nearly every format is a declaration, see {@link Format}; this interface is what it is for
 * those who read files, and the way out for what is no table of units at all.
 */
public interface FileFormat {

  /** Returns the format's name in kebab case, stable for ever: "il-report-card-finance". */
  String id();

  /** Returns publisher and data set, for people. */
  String title();

  /** Tells how well the table fits, by its column names; file and sheet name are only hints. */
  Recognition recognise(Table table);

  /** Reads a table that was recognised. Bad data is a notice and never an exception. */
  void read(Table table, Reading reading) throws IOException;

  /** Returns the place of a table among those of a file: smaller ones are read first. */
  default int order(Table table) {
    return 0;
  }

  /** Tells whether a folder of its files is read as one. */
  default boolean isFolder() {
    return false;
  }

  /** Returns the store of a whole file, after its last table, with what needs all tables. */
  default EquityData finish(EquityData store, FileReading file) {
    return store;
  }
}
