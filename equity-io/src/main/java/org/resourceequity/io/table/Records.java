package org.resourceequity.io.table;

import java.io.IOException;

/** A source of records that has a header and can be read again. */
@FunctionalInterface
public interface Records {

  /** Hands each record to {@code consumer}, from the first. */
  void forEach(RecordConsumer consumer) throws IOException;

  /** Takes records one by one. */
  @FunctionalInterface
  interface RecordConsumer {

    /** Takes the fields of a record in the order of the header; the array is kept. */
    void accept(String... fields) throws IOException;
  }
}
