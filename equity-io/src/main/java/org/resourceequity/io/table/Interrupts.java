package org.resourceequity.io.table;

import java.util.concurrent.CancellationException;

/** Ends reading when somebody wants the thread back. */
final class Interrupts {

  private Interrupts() {}

  /** Throws if the thread was interrupted, and leaves it so. */
  static void check(String file) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("reading \"" + file + "\" was interrupted");
    }
  }
}
