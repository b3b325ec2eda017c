package org.resourceequity.io.table;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reading had to stop in the middle; the code says how the notice about it is called. */
final class DamageException extends IOException {

  private static final long serialVersionUID = 1;

  private final String code;

  DamageException(String code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  static DamageException truncated(Throwable cause) {
    return new DamageException("truncated-file", "the file is damaged or cut off", cause);
  }

  String code() {
    return code;
  }

  String problem() {
    String message = getMessage();
    return message == null ? "the file cannot be read on" : message;
  }
}
