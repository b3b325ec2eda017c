package org.resourceequity.io.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a text of bytes one after the other: a cursor that knows where the fields of its row
 * begin and end. For one thread.
 *
 * <p>The rows of a long table begin as the row before: what they share is compared, not looked at
 * again, and its texts are the same. Their codes come in cycles, so that a row is first compared
 * with how the row ended that followed the same codes last time; in most rows one number differs.
 */
final class ByteRow implements Row, Closeable {

  /** Small enough for the nearest caches of a processor. */
  static final int SIZE = 1 << 17;

  /** As long as the longest field that the plain reader takes. */
  private static final int LONGEST = 1 << 24;

  /** Of longer ones, those of all combinations would take too much room. */
  private static final int LONGEST_ENDING = 1 << 12;

  private static final int NONE = -1;

  /** The length of the mark that some programs put before UTF-8. */
  private static final int BYTE_ORDER_MARK = 3;

  private final GuardedStream in;
  private final Header header;
  private final byte delimiter;
  private final long delimiters;
  private final Charset charset;
  private final Runnable notDecoded;
  private FieldTexts[] memories = {};

  // Of the row: places from its beginning; the line since which a field and those before it are as
  // they are; texts, and since which line the field was so that each of them was made of.
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private long[] since = new long[32];
  private @Nullable String[] texts = new String[32];
  private long[] made = new long[32];
  private int size;
  private long line;

  private @Nullable Cycle cycle;
  private int firstCode;

  // Whether the row ends as was expected, and its one field that does not.
  private boolean isExpected;
  private int other = NONE;
  private int otherFrom;
  private int otherTo;

  // The bytes that are in memory, up to which; the row, and where the next one begins.
  private byte[] bytes;
  private int to;
  private int begin;
  private int next;

  /** The first pieces are small, so that code that runs at their ends is compiled with the rest. */
  private int piece = 1 << 10;

  private long nextLine = 1;
  private boolean begun;
  private boolean ended;

  /** Takes a text, of which about {@code size} bytes are in memory at once. */
  ByteRow(GuardedStream in, Header header, ByteText text, int size, Runnable notDecoded) {
    this.in = in;
    this.header = header;
    this.delimiter = text.delimiter();
    this.delimiters = Scan.repeated(delimiter);
    this.charset = text.charset();
    this.notDecoded = notDecoded;
    bytes = new byte[Math.max(size, BYTE_ORDER_MARK) + Scan.PADDING];
  }

  /**
   * Goes to the next row that is not empty; false after the last.
   *
   * @throws DamageException if the text breaks off before the row has its end
   */
  boolean next() throws DamageException {
    while (true) {
      skipEmptyLines();
      if (next < to || !ended) {
        if (next < to && (readExpected() || read())) {
          return true;
        }
        if (!ended) {
          fill();
          continue;
        }
      }
      in.check();
      if (next < to) {
        throw unreadable("a quotation mark is never closed");
      }
      return false;
    }
  }

  private void skipEmptyLines() {
    while (next < to && isLineEnd(bytes[next]) && isWhole(next)) {
      next = afterLineEnd(next);
    }
  }

  private static boolean isLineEnd(byte value) {
    return value == Scan.LF || value == Scan.CR;
  }

  /** Tells whether a line end is all there; a CR as the last byte may be half of one. */
  private boolean isWhole(int lineEnd) {
    return lineEnd < to && (bytes[lineEnd] == Scan.LF || ended || lineEnd + 1 < to);
  }

  /** Returns where the next line begins. */
  private int afterLineEnd(int at) {
    nextLine++;
    return at + (bytes[at] == Scan.CR && at + 1 < to && bytes[at + 1] == Scan.LF ? 2 : 1);
  }

  /** Reads the next row if it begins as this one and ends as is expected; else returns false. */
  private boolean readExpected() {
    Cycle of = size > 0 && nextLine == line + 1 ? cycle : null;
    Ending ending = of == null ? null : of.expected();
    if (of == null || ending == null || ending.fields() != size) {
      return false;
    }
    int start = firstCode == 0 ? 0 : ends[firstCode - 1] + 1;
    int at = next + start;
    if (to - at < ending.size()
        || !Arrays.equals(bytes, begin, begin + start, bytes, next, next + start)) {
      return false;
    }
    int differs = ending.mismatch(bytes, at);
    int column = differs < 0 ? NONE : ending.column(differs);
    int after = at + ending.size();
    if (column != NONE) {
      otherFrom = at + ending.start(column);
      otherTo = endOfPlain(otherFrom);
      after = otherTo + ending.size() - ending.end(column);
      if (of.hasCode(column)
          || otherTo < 0
          || after > to
          || !ending.goesOn(column, bytes, otherTo)) {
        return false;
      }
    }
    of.goOnAsExpected();
    other = column;
    isExpected = true;
    line = nextLine++;
    begin = next;
    next = after;
    return true;
  }

  /** Returns where a field without quotation marks ends; -1 if it begins with one. */
  private int endOfPlain(int start) {
    int at = start;
    while (bytes[at] != delimiter && !isLineEnd(bytes[at])) {
      at++;
    }
    return bytes[start] == Scan.QUOTE ? -1 : at;
  }

  /** Reads the next row; false if its end is not there. */
  private boolean read() {
    int same = shared();
    int from = same == 0 ? next : next + ends[same - 1] + 1;
    long lineBefore = nextLine;
    isExpected = false;
    begin = next;
    size = same;
    int end = fields(from);
    boolean isLast = end == to && ended && in.damage() == null;
    if (end < 0 || !(isLast || isWhole(end))) {
      nextLine = lineBefore;
      size = 0;
      return false;
    }
    line = lineBefore;
    Arrays.fill(since, same, size, line);
    next = afterLineEnd(end);
    return true;
  }

  /** Returns how many fields of the row before stand at the beginning of the next one too. */
  private int shared() {
    if (size == 0 || nextLine != line + 1) {
      return 0;
    }
    int last = (isExpected ? firstCode : size) - 1;
    if (last < 0) {
      return 0;
    }
    int most = Math.min(ends[last] + 1, to - next);
    int equal = Arrays.mismatch(bytes, begin, begin + most, bytes, next, next + most);
    int shared = 0;
    while (shared < last && (equal < 0 || ends[shared] < equal) && ends[shared] < most) {
      shared++;
    }
    return shared;
  }

  /**
   * Finds the fields of the row from {@code from} on and returns the place of its line end, the end
   * of what is there if there is none, or -1 if a field is not closed.
   */
  private int fields(int from) {
    byte[] row = bytes;
    long separators = delimiters;
    int start = from;
    int base = afterMarks(from);
    while (base >= 0) {
      long found = found(row, base, separators);
      boolean marked = false;
      while (!marked) {
        while (found == 0) {
          base += Long.BYTES;
          found = found(row, base, separators);
        }
        int at = base + Scan.first(found);
        found &= found - 1;
        byte value = row[at];
        if (value == delimiter) {
          add(start, at);
          start = at + 1;
          marked = row[start] == Scan.QUOTE;
        } else if (isLineEnd(value)) {
          add(start, at);
          return at;
        }
      }
      base = afterMarks(start);
    }
    return -1;
  }

  /** Returns the end of a field that begins with a quotation mark, else where it begins. */
  private int afterMarks(int start) {
    if (bytes[start] != Scan.QUOTE) {
      return start;
    }
    int after = Scan.endOfQuoted(bytes, start, to, delimiter);
    nextLine += after < 0 ? 0 : Scan.lines(bytes, start, after);
    return after;
  }

  /** Returns the places among eight bytes where a field may end. */
  private static long found(byte[] row, int base, long separators) {
    long eight = Scan.eight(row, base);
    return Scan.equal(eight, separators) | Scan.controls(eight);
  }

  private void add(int start, int after) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      texts = Arrays.copyOf(texts, 2 * size);
      since = Arrays.copyOf(since, 2 * size);
      made = Arrays.copyOf(made, 2 * size);
    }
    starts[size] = start - begin;
    ends[size++] = after - begin;
  }

  /** Reads on; what is there of the next row is kept. */
  private void fill() throws DamageException {
    int kept = to - next;
    if (kept >= LONGEST) {
      throw unreadable("it has more than " + LONGEST + " bytes");
    }
    if (2 * kept > bytes.length - Scan.PADDING) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    System.arraycopy(bytes, next, bytes, 0, kept);
    next = 0;
    to = kept;
    size = 0;
    int most = Math.min(bytes.length - Scan.PADDING, kept + piece);
    piece = Math.min(2 * piece, LONGEST);
    while (to < most && !ended) {
      int read = in.read(bytes, to, most - to);
      ended = read < 0;
      to += Math.max(read, 0);
    }
    if (!begun) {
      begun = true;
      next = hasByteOrderMark() ? BYTE_ORDER_MARK : 0;
    }
    // Ends the last row wherever its text ends.
    Arrays.fill(bytes, to, to + Scan.PADDING, Scan.LF);
  }

  private boolean hasByteOrderMark() {
    return to >= BYTE_ORDER_MARK
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  private DamageException unreadable(String problem) {
    return new DamageException(
        "unreadable-row", "the row on line " + nextLine + " cannot be read: " + problem, null);
  }

  /** Returns the number of lines that were passed. */
  long lines() {
    return nextLine - 1;
  }

  /** Tells whether all bytes were read and the last line has its end. */
  boolean endsWithLine() {
    return ended && (to == 0 || isLineEnd(bytes[to - 1]));
  }

  @Override
  public void close() throws IOException {
    in.close();
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
    if (isExpected && column >= firstCode) {
      return atEnd(column);
    }
    String before = texts[column];
    return before != null && made[column] == since[column] ? before : text(column, before);
  }

  private String atEnd(int column) {
    FieldTexts memory = memory(column);
    return column == other
        ? memory.of(bytes, otherFrom, otherTo)
        : Objects.requireNonNull(cycle).ending().text(column, memory);
  }

  private String text(int column, @Nullable String before) {
    String text = memory(column).of(bytes, begin + starts[column], begin + ends[column]);
    // To store what is there would cost the collector as much as to store another text.
    if (!text.equals(before)) {
      texts[column] = text;
    }
    made[column] = since[column];
    return text;
  }

  private FieldTexts memory(int column) {
    if (column >= memories.length) {
      int size = memories.length;
      memories = Arrays.copyOf(memories, starts.length);
      for (int i = size; i < memories.length; i++) {
        memories[i] = new FieldTexts(charset, notDecoded);
      }
    }
    return memories[column];
  }

  @Override
  public long since(int column) {
    boolean isCompared = column >= 0 && column < (isExpected ? firstCode : size);
    return isCompared ? since[column] : line;
  }

  @Override
  public int number(Combinations of) {
    Cycle known = cycle;
    if (known == null) {
      known = new Cycle(of);
      cycle = known;
      firstCode = known.first();
    }
    if (!known.isOf(of)) {
      return of.byTexts(this);
    }
    return isExpected ? known.combination() : found(known, of.byTexts(this));
  }

  /** Keeps how the row ends, and that its combination followed the one before. */
  private int found(Cycle of, int number) {
    if (isCyclic(number)) {
      int from = begin + starts[firstCode];
      of.goOn(number).set(bytes, begin, from, next, firstCode, ends, size);
    } else {
      of.end();
    }
    return number;
  }

  /** Tells whether a later row may end as this one: with codes, on one line, without marks. */
  private boolean isCyclic(int number) {
    return Cycle.isKept(number)
        && firstCode >= 0
        && firstCode < size
        && nextLine == line + 1
        && bytes[next - 1] == Scan.LF
        && next - begin - starts[firstCode] <= LONGEST_ENDING
        && Scan.quote(bytes, begin + starts[firstCode], next) < 0;
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
