package org.resourceequity.benchmarks.tasks;

import java.util.Locale;

/** Seconds, as the tasks print them. */
final class Timed {

  private Timed() {}

  static String since(long start) {
    return String.format(Locale.ROOT, "%.6f", (System.nanoTime() - start) / 1e9);
  }
}
