package org.resourceequity.examples.cli;

import org.jspecify.annotations.Nullable;

/** Ends a command with one line for the person who typed it. */
final class Trouble extends Exception {

  private static final long serialVersionUID = 1;

  /** There is nothing to answer with. */
  static final int NOTHING = 1;

  /** The command line makes no sense. */
  static final int USAGE = 2;

  /** A file could not be read or written. */
  static final int FILE = 3;

  /** Our mistake. */
  static final int BUG = 70;

  private final int exitCode;

  private Trouble(int exitCode, @Nullable String message) {
    super(message);
    this.exitCode = exitCode;
  }

  static Trouble nothing(@Nullable String message) {
    return new Trouble(NOTHING, message);
  }

  static Trouble usage(@Nullable String message) {
    return new Trouble(USAGE, message);
  }

  static Trouble file(@Nullable String message) {
    return new Trouble(FILE, message);
  }

  int exitCode() {
    return exitCode;
  }
}
