package org.resourceequity.io.table;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a parser is in a record, and the fields it met: paths of names with a slash between. The
 * second of two elements with the same path is {@code name[2]}.
 */
final class RecordPath {

  /** Elements that are repeated more often are left out, so that a table stays a table. */
  static final int MOST_REPEATS = 100;

  private static final int DEEPEST = 100;

  private final StringBuilder path = new StringBuilder();
  private final int[] lengths = new int[DEEPEST];
  private final boolean[] left = new boolean[DEEPEST + 1];
  private final Map<String, Integer> seen = new HashMap<>();
  private Map<String, String> fields = new LinkedHashMap<>();
  private int depth;
  private boolean leavesOut;

  /** Goes down to an element. */
  void enter(String name) throws DamageException {
    if (depth == DEEPEST) {
      throw new DamageException(
          "too-deep", "elements are nested more than " + DEEPEST + " times", null);
    }
    lengths[depth] = path.length();
    if (depth > 0) {
      path.append('/');
    }
    path.append(name);
    int times = seen.merge(path.toString(), 1, Integer::sum);
    if (times > 1) {
      path.append('[').append(times).append(']');
    }
    left[depth + 1] = left[depth] || times > MOST_REPEATS;
    depth++;
  }

  /** Goes up again. */
  void leave() {
    depth--;
    path.setLength(lengths[depth]);
  }

  /** Notes the value of the element. */
  void put(String value) {
    if (left[depth]) {
      leavesOut = true;
    } else if (!Texts.isBlank(value)) {
      fields.put(path.toString(), value);
    }
  }

  /** Tells whether an element was repeated too often. */
  boolean leavesOut() {
    return leavesOut;
  }

  /** Returns the fields of the record that ends here, and starts the next one. */
  Map<String, String> end() {
    Map<String, String> ended = fields;
    fields = new LinkedHashMap<>();
    seen.clear();
    leavesOut = false;
    return ended;
  }
}
