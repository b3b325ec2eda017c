package org.resourceequity.io;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.resourceequity.io.table.Row;

/** A column of codes in a table, and the texts that were seen in it. */
final class Choice {

  /** The code of a text that means nothing. */
  static final int UNKNOWN = -1;

  private final Field field;
  private final int place;
  private final Map<String, Integer> codes = new HashMap<>();

  /**
   * Where the texts that were seen stand below: the empty one first, then one that means nothing.
   */
  private final Map<String, Integer> known = new HashMap<>();

  private String[] seen = {"", ""};
  private int[] meant = {UNKNOWN, UNKNOWN};

  /** What followed each text last time: rows come in cycles of codes, so that it is tried first. */
  private int[] followed = {0, 0};

  private int size = 2;
  private int last;

  /** Takes the texts of each code, in lower case; {@code place} is -1 if there is no column. */
  Choice(Field field, int place, List<List<String>> texts) {
    this.field = field;
    this.place = place;
    for (int i = 0; i < texts.size(); i++) {
      for (String each : texts.get(i)) {
        codes.put(each, i);
      }
    }
    meant[0] = codes.getOrDefault("", UNKNOWN);
    known.put("", 0);
  }

  Field field() {
    return field;
  }

  boolean hasColumn() {
    return place >= 0;
  }

  /** Returns the text of the row that was asked for last. */
  String text() {
    return seen[last];
  }

  /** Returns the code of a row. */
  int of(Row row) {
    String now = place < 0 ? "" : row.get(place);
    if (!now.equals(seen[last])) {
      int next = followed[last];
      if (!now.equals(seen[next])) {
        next = place(now);
        followed[last] = next;
      }
      last = next;
    }
    return meant[last];
  }

  private int place(String text) {
    Integer before = known.get(text);
    if (before != null) {
      return before;
    }
    int code = codes.getOrDefault(field.corrected(text).toLowerCase(Locale.ROOT), UNKNOWN);
    if (code == UNKNOWN) {
      seen[1] = text;
      return 1;
    }
    if (size == seen.length) {
      seen = Arrays.copyOf(seen, 2 * size);
      meant = Arrays.copyOf(meant, 2 * size);
      followed = Arrays.copyOf(followed, 2 * size);
    }
    seen[size] = text;
    meant[size] = code;
    known.put(text, size);
    return size++;
  }
}
