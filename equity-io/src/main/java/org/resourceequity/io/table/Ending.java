package org.resourceequity.io.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a row with some combination of codes ended: its bytes from the first column of codes to the
 * next line. For one thread.
 */
final class Ending {

  private byte[] bytes = {};
  private int size;
  private int first;

  /** Where the fields end, in these bytes. */
  private int[] ends = {};

  private @Nullable String[] texts = {};

  /**
   * Takes the end of a row.
   *
   * @param row the bytes that the row is in
   * @param from where its column {@code firstColumn} begins
   * @param to where the next line begins
   * @param endsOfRow where its fields end, from {@code begin}
   */
  void set(byte[] row, int begin, int from, int to, int firstColumn, int[] endsOfRow, int fields) {
    if (Arrays.equals(bytes, 0, size, row, from, to)) {
      return;
    }
    size = to - from;
    first = firstColumn;
    bytes = Arrays.copyOf(bytes, Math.max(bytes.length, size + Scan.PADDING));
    System.arraycopy(row, from, bytes, 0, size);
    ends = new int[fields - first];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = begin + endsOfRow[first + i] - from;
    }
    texts = new String[ends.length];
  }

  /** Returns the number of bytes. */
  int size() {
    return size;
  }

  /** Returns how many fields the row had, with those before its first code. */
  int fields() {
    return first + ends.length;
  }

  /** Returns the first place from {@code at} on that differs from this ending, -1 if none does. */
  int mismatch(byte[] row, int at) {
    return Arrays.mismatch(bytes, 0, size, row, at, at + size);
  }

  /** Tells whether what follows a field here is what follows {@code end} there. */
  boolean goesOn(int column, byte[] row, int end) {
    int here = end(column);
    return Arrays.equals(bytes, here, size, row, end, end + size - here);
  }

  /** Returns the column of a byte; the one behind a field is the field's. */
  int column(int place) {
    int column = 0;
    while (ends[column] < place && column < ends.length - 1) {
      column++;
    }
    return first + column;
  }

  int start(int column) {
    return column == first ? 0 : end(column - 1) + 1;
  }

  int end(int column) {
    return ends[column - first];
  }

  /** Returns the text of a column. */
  String text(int column, FieldTexts made) {
    String text = texts[column - first];
    if (text == null) {
      text = made.of(bytes, start(column), end(column));
      texts[column - first] = text;
    }
    return text;
  }
}
