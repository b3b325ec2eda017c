package org.resourceequity.io.table;

import org.jspecify.annotations.Nullable;

/**
 * What a table was read from.
 *
 * @param kind what holds the rows, from the outside in: "text", "text in gz", "xlsx in zip",
 *     "query"
 * @param encoding the character encoding of a text
 * @param delimiter what stands between two fields of a text: "comma", "tab", "semicolon", "pipe" or
 *     "fixed width"
 */
public record Medium(String kind, @Nullable String encoding, @Nullable String delimiter) {

  /** Returns a medium that is no text. */
  public static Medium of(String kind) {
    return new Medium(kind, null, null);
  }

  /** Returns the same, packed in something: "text in gz". */
  Medium in(String container) {
    return new Medium(kind + " in " + container, encoding, delimiter);
  }

  /** Returns its parts with commas between. */
  @Override
  public String toString() {
    return kind
        + (encoding == null ? "" : ", " + encoding)
        + (delimiter == null ? "" : ", " + delimiter);
  }
}
