package org.resourceequity.io.table;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of a block one after the other: a cursor that knows where the fields of its row begin
 * and end. For one thread.
 */
final class ByteRow implements Row {

  private final Header header;
  private final byte delimiter;
  private final long delimiters;
  private final Charset charset;
  private final Runnable notDecoded;
  private final List<FieldTexts> texts = new ArrayList<>();
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int size;
  private long line;

  private byte[] bytes = {};
  private int position;
  private int to;
  private long nextLine;

  ByteRow(Header header, byte delimiter, Charset charset, Runnable notDecoded) {
    this.header = header;
    this.delimiter = delimiter;
    this.delimiters = Scan.repeated(delimiter);
    this.charset = charset;
    this.notDecoded = notDecoded;
  }

  /** Goes before the first row of a block. */
  void begin(Blocks.Block block) {
    bytes = block.bytes();
    position = block.from();
    to = block.to();
    nextLine = block.line();
    // Ends the last row wherever its text ends.
    Arrays.fill(bytes, to, to + Scan.PADDING, Scan.LF);
  }

  /** Goes to the next row that is not empty; false after the last. */
  boolean next() {
    while (position < to && isLineEnd(bytes[position])) {
      endLine(position);
    }
    if (position >= to) {
      return false;
    }
    line = nextLine;
    size = 0;
    endLine(fields(position));
    return true;
  }

  private static boolean isLineEnd(byte value) {
    return value == Scan.LF || value == Scan.CR;
  }

  /** Goes behind the line end at {@code at}. */
  private void endLine(int at) {
    nextLine++;
    position = at + 1;
    if (bytes[at] == Scan.CR && position < to && bytes[position] == Scan.LF) {
      position++;
    }
  }

  /** Finds the fields of a row and returns the place of its line end. */
  private int fields(int from) {
    int start = from;
    int base = afterMarks(from);
    long found = found(base);
    while (true) {
      while (found == 0) {
        base += Long.BYTES;
        found = found(base);
      }
      int at = base + Scan.first(found);
      found &= found - 1;
      byte value = bytes[at];
      if (value == delimiter) {
        add(start, at);
        start = at + 1;
        int after = afterMarks(start);
        if (after > start) {
          base = after;
          found = found(base);
        }
      } else if (isLineEnd(value)) {
        add(start, at);
        return at;
      }
    }
  }

  /** Returns the end of a field that begins with a quotation mark, else where it begins. */
  private int afterMarks(int start) {
    if (bytes[start] != Scan.QUOTE) {
      return start;
    }
    int end = Scan.endOfQuoted(bytes, start, to, delimiter);
    nextLine += Scan.lines(bytes, start, end);
    return end;
  }

  /** Returns the places among the next eight bytes where a field may end. */
  private long found(int base) {
    long eight = Scan.eight(bytes, base);
    return Scan.equal(eight, delimiters) | Scan.controls(eight);
  }

  private void add(int start, int end) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    starts[size] = start;
    ends[size++] = end;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String get(int column) {
    if (column < 0) {
      throw new IndexOutOfBoundsException("column is " + column + ", expected 0 or more");
    }
    if (column >= size) {
      return "";
    }
    while (texts.size() <= column) {
      texts.add(new FieldTexts(charset, notDecoded));
    }
    return texts.get(column).of(bytes, starts[column], ends[column]);
  }

  @Override
  public String get(String name) {
    return get(header.column(name));
  }

  @Override
  public boolean has(String name) {
    return header.has(name);
  }

  /** Returns the row as it was read by the plain reader. */
  Cells cells() {
    String[] values = new String[size];
    for (int i = 0; i < size; i++) {
      values[i] = get(i);
    }
    return new Cells(line, values);
  }

  /** Returns line and fields, for people. */
  @Override
  public String toString() {
    return "line " + line + ": " + List.of(cells().values());
  }
}
