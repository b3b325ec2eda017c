package org.resourceequity.io.table;

/** The texts of one row and the line where it starts, before we know the header. */
final class Cells {

  private final long line;
  private final String[] values;
  private final int uncalculated;

  Cells(long line, String[] values) {
    this(line, values, -1);
  }

  /** Takes the first column whose formula has no value in the file, or -1. */
  Cells(long line, String[] values, int uncalculated) {
    this.line = line;
    this.values = values;
    this.uncalculated = uncalculated;
  }

  int uncalculated() {
    return uncalculated;
  }

  long line() {
    return line;
  }

  int size() {
    return values.length;
  }

  String get(int column) {
    if (column < 0) {
      throw new IndexOutOfBoundsException("column is " + column + ", expected 0 or more");
    }
    return column < values.length ? Texts.strip(values[column]) : "";
  }

  String[] values() {
    return values.clone();
  }

  /** Tells whether there is nothing in the row, not even a formula. */
  boolean isBlank() {
    if (uncalculated >= 0) {
      return false;
    }
    for (String value : values) {
      if (!Texts.isBlank(value)) {
        return false;
      }
    }
    return true;
  }

  /** Returns how many of the fields hold more than white space. */
  int filled() {
    int filled = 0;
    for (String value : values) {
      if (!Texts.isBlank(value)) {
        filled++;
      }
    }
    return filled;
  }

  /** Returns the number of fields up to the last one that holds more than white space. */
  int width() {
    int width = values.length;
    while (width > 0 && Texts.isBlank(values[width - 1])) {
      width--;
    }
    return width;
  }
}
