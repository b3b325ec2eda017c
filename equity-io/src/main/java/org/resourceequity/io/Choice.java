package org.resourceequity.io;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.resourceequity.io.table.Row;

/** A column of codes in a table, and the texts that were seen in it. */
final class Choice {

  /** The code of a text that means nothing. */
  static final int UNKNOWN = -1;

  /** A text, and what it means. */
  private static final class Seen {
    private final String text;
    private final int code;

    /** What followed it last time: rows come in cycles of codes, so that it is tried first. */
    private Seen next = this;

    private Seen(String text, int code) {
      this.text = text;
      this.code = code;
    }
  }

  private final Field field;
  private final int place;
  private final Map<String, Integer> codes = new HashMap<>();
  private final Map<String, Seen> known = new HashMap<>();
  private Seen last;

  /** Takes the texts of each code, in lower case; {@code place} is -1 if there is no column. */
  Choice(Field field, int place, List<List<String>> texts) {
    this.field = field;
    this.place = place;
    for (int i = 0; i < texts.size(); i++) {
      for (String each : texts.get(i)) {
        codes.put(each, i);
      }
    }
    last = new Seen("", codes.getOrDefault("", UNKNOWN));
  }

  Field field() {
    return field;
  }

  boolean hasColumn() {
    return place >= 0;
  }

  /** Returns the text of the row that was asked for last. */
  String text() {
    return last.text;
  }

  /** Returns the code of a row. */
  int of(Row row) {
    String now = place < 0 ? "" : row.get(place);
    if (!now.equals(last.text)) {
      Seen next = last.next;
      if (!now.equals(next.text)) {
        next = seen(now);
        last.next = next;
      }
      last = next;
    }
    return last.code;
  }

  private Seen seen(String text) {
    Seen before = known.get(text);
    if (before != null) {
      return before;
    }
    Seen seen =
        new Seen(text, codes.getOrDefault(field.corrected(text).toLowerCase(Locale.ROOT), UNKNOWN));
    if (seen.code != UNKNOWN) {
      known.put(text, seen);
    }
    return seen;
  }
}
