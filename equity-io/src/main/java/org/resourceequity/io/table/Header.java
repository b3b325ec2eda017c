package org.resourceequity.io.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The column names of a table and the way from a name to its column. */
final class Header {

  private final List<String> names;
  private final List<String> repeated = new ArrayList<>();
  private final long line;
  private final long lastLine;
  private final Map<String, Integer> columns = new HashMap<>();

  /**
   * Makes a header of the rows from {@code line} to {@code lastLine}; 0 if it is not in the file.
   */
  Header(List<String> names, long line, long lastLine) {
    this.line = line;
    this.lastLine = lastLine;
    List<String> unique = new ArrayList<>(names.size());
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String key = Texts.normalise(name);
      if (!key.isEmpty()) {
        String suffix = "";
        for (int n = 2; columns.containsKey(key + suffix); n++) {
          suffix = " (" + n + ")";
        }
        columns.put(key + suffix, i);
        if (!suffix.isEmpty()) {
          repeated.add(Texts.strip(name));
          name = Texts.strip(name) + suffix;
        }
      }
      unique.add(name);
    }
    this.names = List.copyOf(unique);
    // The spellings of the file too, so that asking with them costs one look-up.
    for (String name : this.names) {
      Integer column = columns.get(Texts.normalise(name));
      if (column != null) {
        columns.putIfAbsent(name, column);
      }
    }
  }

  List<String> names() {
    return names;
  }

  /** Returns the names that more than one column has. */
  List<String> repeated() {
    return repeated;
  }

  long line() {
    return line;
  }

  long lastLine() {
    return lastLine;
  }

  /** Returns the number of columns up to the last one with a name. */
  int width() {
    int width = names.size();
    while (width > 0 && Texts.isBlank(names.get(width - 1))) {
      width--;
    }
    return width;
  }

  /** Tells whether a row says the header again, as sheets made for printing do. */
  boolean isRepeatedBy(Cells cells) {
    boolean one = false;
    for (int i = 0; i < cells.size(); i++) {
      String text = cells.get(i);
      if (!text.isEmpty()) {
        if (i >= names.size() || !text.equals(Texts.strip(names.get(i)))) {
          return false;
        }
        one = true;
      }
    }
    return one && cells.filled() >= 2;
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
