package org.resourceequity.io.table;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reading had to stop in the middle; the code says how the notice about it is called. */
final class DamageException extends IOException {

  private static final long serialVersionUID = 1;

  private static final String TOO_LARGE = "too-large";

  private final String code;

  DamageException(String code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  static DamageException truncated(Throwable cause) {
    return new DamageException("truncated-file", "the file is damaged or cut off", cause);
  }

  static DamageException tooLarge() {
    return new DamageException(TOO_LARGE, "the file unpacks to far more than a table would", null);
  }

  boolean isTooLarge() {
    return code.equals(TOO_LARGE);
  }

  /** Says that there is nothing in the file that could be read. */
  TableException refusal(String file) {
    return isTooLarge()
        ? new TableException(file, "unpacks to far more than a table would", "a table", this)
        : new TableException(
            file, "has no row before it breaks off: " + problem(), "a complete file", this);
  }

  String code() {
    return code;
  }

  String problem() {
    String message = getMessage();
    return message == null ? "the file cannot be read on" : message;
  }
}
