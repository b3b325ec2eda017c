package org.resourceequity.io.table;

import java.io.IOException;

/** A source of records that know their number in a larger whole of which they are a part. */
@FunctionalInterface
public interface NumberedRecords {

  /** Hands each record to {@code consumer}, from the first. */
  void forEach(NumberedConsumer consumer) throws IOException;

  /** Takes records one by one. */
  @FunctionalInterface
  interface NumberedConsumer {

    /**
     * Takes the number of a record, counted from 1, and its fields in the order of the header; the
     * array is kept.
     */
    void accept(long number, String... fields) throws IOException;
  }
}
