package org.resourceequity.io.table;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says that a file is no table we can read, why, and what would have been right. */
public final class TableException extends IOException {

  private static final long serialVersionUID = 1;

  TableException(String file, String problem, String expected) {
    this(file, problem, expected, null);
  }

  TableException(String file, String problem, String expected, @Nullable Throwable cause) {
    super('"' + file + "\" " + problem + "; expected " + expected, cause);
  }
}
