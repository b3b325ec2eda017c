package org.resourceequity.io.table;

/** Is told how far the reading of a file has come, about once per megabyte. */
@FunctionalInterface
public interface Progress {

  /** Listens to nothing. */
  Progress NONE = (file, bytesRead, bytesTotal) -> {};

  /**
   * Tells that {@code bytesRead} of {@code bytesTotal} bytes have been read. Text is read once to
   * check it and once for its rows, and each time starts again at 0; so does each sheet of a
   * workbook, whose bytes are estimated from its rows.
   */
  void at(String file, long bytesRead, long bytesTotal);
}
