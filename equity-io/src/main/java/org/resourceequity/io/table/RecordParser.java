package org.resourceequity.io.table;

import java.io.Closeable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One pass over the records of a text in which values are nested. */
interface RecordParser extends Closeable {

  /**
   * A record.
   *
   * @param kind what it is a record of; empty where the text does not say
   * @param leavesOut whether elements were repeated too often to be among the fields
   */
  record Found(String kind, long line, Map<String, String> fields, boolean leavesOut) {}

  /** Returns the next record, or nothing at the end. */
  @Nullable Found next() throws DamageException;

  /** Opens a text. */
  @FunctionalInterface
  interface Syntax {

    /** Starts at the first record; of a kind that is not {@code only} none is returned. */
    RecordParser open(GuardedStream in, @Nullable String only) throws DamageException;
  }
}
