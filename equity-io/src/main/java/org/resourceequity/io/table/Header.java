package org.resourceequity.io.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The column names of a table and the way from a name to its column. */
final class Header {

  private final Cells cells;
  private final List<String> names;
  private final Map<String, Integer> columns = new HashMap<>();

  Header(Cells cells) {
    this.cells = cells;
    this.names = List.of(cells.values());
    for (int i = 0; i < names.size(); i++) {
      String name = Texts.normalise(names.get(i));
      if (!name.isEmpty()) {
        String unique = name;
        for (int n = 2; columns.containsKey(unique); n++) {
          unique = name + " (" + n + ")";
        }
        columns.put(unique, i);
      }
    }
    // The spellings of the file too, so that asking with them costs one look-up.
    for (String name : names) {
      Integer column = columns.get(Texts.normalise(name));
      if (column != null) {
        columns.putIfAbsent(name, column);
      }
    }
  }

  List<String> names() {
    return names;
  }

  long line() {
    return cells.line();
  }

  /** Returns the number of columns up to the last one with a name. */
  int width() {
    return cells.width();
  }

  boolean has(String name) {
    return find(name) >= 0;
  }

  int column(String name) {
    int column = find(name);
    if (column < 0) {
      throw new IllegalArgumentException(
          "there is no column \"" + name + "\"; the columns are " + names);
    }
    return column;
  }

  private int find(String name) {
    Integer column = columns.get(name);
    if (column == null) {
      column = columns.get(Texts.normalise(name));
    }
    return column == null ? -1 : column;
  }
}
