package org.resourceequity.io.table;

/** Ends a pass over the rows when no more are wanted. */
final class EnoughException extends RuntimeException {

  private static final long serialVersionUID = 1;

  EnoughException() {
    super(null, null, false, false);
  }
}
