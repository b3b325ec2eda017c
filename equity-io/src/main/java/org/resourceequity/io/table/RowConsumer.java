package org.resourceequity.io.table;

import java.io.IOException;

/** Takes the rows of a table one by one. */
@FunctionalInterface
public interface RowConsumer {

  /** Takes one row, which may change afterwards. */
  void accept(Row row) throws IOException;
}
