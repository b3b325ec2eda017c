package org.resourceequity.io;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.resourceequity.io.table.Row;

/** A column of codes in a table. */
final class Choice {

  /** The code of a text that means nothing. */
  static final int UNKNOWN = -1;

  private final Field field;
  private final int place;
  private final Map<String, Integer> codes = new HashMap<>();
  private String last = "";
  private int lastCode;

  /** Takes the texts of each code, in lower case; {@code place} is -1 if there is no column. */
  Choice(Field field, int place, List<List<String>> texts) {
    this.field = field;
    this.place = place;
    for (int i = 0; i < texts.size(); i++) {
      for (String each : texts.get(i)) {
        codes.put(each, i);
      }
    }
    lastCode = codes.getOrDefault("", UNKNOWN);
  }

  Field field() {
    return field;
  }

  /** Returns where the column stands, -1 if there is none. */
  int place() {
    return place;
  }

  /** Returns the text of a row, empty if there is no column. */
  String text(Row row) {
    return place < 0 ? "" : row.get(place);
  }

  /** Returns the code of a row. */
  int of(Row row) {
    String text = text(row);
    if (!text.equals(last)) {
      last = text;
      String code = text.isEmpty() ? "" : field.corrected(text).toLowerCase(Locale.ROOT);
      lastCode = codes.getOrDefault(code, UNKNOWN);
    }
    return lastCode;
  }
}
