package org.resourceequity.io;

import java.io.IOException;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.EquityData;

/**
 * A kind of published file. Implementations are registered for {@link java.util.ServiceLoader}; two
 * with the same id are an error that names both.
 *
 * <p>A format is mostly a list of {@link Field}s: which columns there are and what they become.
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

  /** Returns the store of a whole file, after its last table, with repairs that need all tables. */
  default EquityData finish(EquityData store, Notices notices) {
    return store;
  }
}
