package org.resourceequity.io.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the bytes of a delimited text into blocks of whole rows. Threads may take blocks from the
 * same text: taking one costs little more than reading its bytes, and while one thread waits for
 * bytes that must be unpacked the others look at theirs.
 */
final class Blocks implements Closeable {

  /** Large enough that taking a block is rare, small enough for the caches of a processor. */
  static final int SIZE = 1 << 19;

  /** As long as the longest field that the plain reader takes. */
  private static final int LONGEST_ROW = 1 << 24;

  /** The length of the mark that some programs put before UTF-8. */
  private static final int BYTE_ORDER_MARK = 3;

  /** Whole rows, the last with or without a line end. */
  static final class Block {
    private byte[] bytes = new byte[Scan.PADDING];
    private int from;
    private int to;
    private long line;

    byte[] bytes() {
      return bytes;
    }

    int from() {
      return from;
    }

    int to() {
      return to;
    }

    /** Returns the line in the file where the block begins. */
    long line() {
      return line;
    }

    private int size() {
      return bytes.length - Scan.PADDING;
    }

    private void room(int least, int step) {
      if (least > size()) {
        bytes = Arrays.copyOf(bytes, Math.max(least, size()) + step + Scan.PADDING);
      }
    }
  }

  private final GuardedStream in;
  private final byte delimiter;
  private final int size;
  private byte[] rest = {};
  private long line = 1;
  private boolean begun;
  private boolean ended;
  private @Nullable DamageException damage;

  /** Takes a text to be cut after about {@code size} bytes. */
  Blocks(GuardedStream in, byte delimiter, int size) {
    this.in = in;
    this.delimiter = delimiter;
    this.size = Math.max(size, BYTE_ORDER_MARK);
  }

  /**
   * Fills a block with the next rows; false at the end.
   *
   * @throws DamageException if the text breaks off there, to every thread that asks
   */
  synchronized boolean next(Block block) throws DamageException {
    int whole = ended ? 0 : fill(block);
    if (whole > 0) {
      return true;
    }
    if (damage != null) {
      throw damage;
    }
    return false;
  }

  /** Puts whole rows into a block and keeps what follows them; returns the number of bytes. */
  private int fill(Block block) {
    block.from = 0;
    block.line = line;
    block.room(rest.length, size);
    System.arraycopy(rest, 0, block.bytes, 0, rest.length);
    int filled = rest.length;
    int whole = 0;
    while (whole <= block.from && !ended) {
      block.room(filled + 1, size);
      filled = read(block, filled);
      if (!begun) {
        begun = true;
        block.from = hasByteOrderMark(block.bytes, filled) ? BYTE_ORDER_MARK : 0;
      }
      whole = ended ? last(block, filled) : wholeRows(block.bytes, block.from, filled);
      if (whole <= block.from && filled >= LONGEST_ROW) {
        end("it has more than " + LONGEST_ROW + " bytes");
      }
    }
    block.to = whole;
    line += Scan.lines(block.bytes, block.from, whole);
    rest = ended ? rest : Arrays.copyOfRange(block.bytes, whole, filled);
    return whole - block.from;
  }

  private int read(Block block, int from) {
    int filled = from;
    while (filled < block.size()) {
      int read = in.read(block.bytes, filled, block.size() - filled);
      if (read < 0) {
        ended = true;
        break;
      }
      filled += read;
    }
    return filled;
  }

  private static boolean hasByteOrderMark(byte[] bytes, int filled) {
    return filled >= BYTE_ORDER_MARK
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  /** Returns where the rows end of which the text has the end; a damaged text breaks off later. */
  private int last(Block block, int filled) {
    damage = in.damage();
    Marks marks = Marks.of(block.bytes, block.from, filled, delimiter);
    if (damage != null) {
      return wholeRows(block.bytes, block.from, filled);
    }
    if (marks.isOpen()) {
      end("a quotation mark is never closed");
      return wholeRows(block.bytes, block.from, filled);
    }
    return filled;
  }

  private void end(String problem) {
    ended = true;
    damage = new DamageException("unreadable-row", "a row cannot be read: " + problem, null);
  }

  /**
   * What is known of the quotation marks in some bytes that begin with a row.
   *
   * @param outside there is no mark from here on
   * @param limit the beginning of a field whose end is not seen, or the end of the bytes
   */
  private record Marks(int outside, int limit, boolean isOpen) {

    static Marks of(byte[] bytes, int from, int to, byte delimiter) {
      int outside = from;
      int next = from;
      for (int mark = Scan.quote(bytes, next, to); mark >= 0; mark = Scan.quote(bytes, next, to)) {
        if (mark > from && !endsField(bytes[mark - 1], delimiter)) {
          next = mark + 1;
          continue;
        }
        int end = Scan.endOfQuoted(bytes, mark, to, delimiter);
        if (end < 0 || end == to) {
          return new Marks(outside, mark, end < 0);
        }
        outside = end;
        next = end;
      }
      return new Marks(outside, to, false);
    }
  }

  private static boolean endsField(byte last, byte delimiter) {
    return last == delimiter || last == Scan.LF || last == Scan.CR;
  }

  /** Returns where the last row ends that ends with a line end; {@code from} if there is none. */
  private int wholeRows(byte[] bytes, int from, int to) {
    Marks marks = Marks.of(bytes, from, to, delimiter);
    for (int at = marks.limit; at > marks.outside; at--) {
      if (isLineEnd(bytes, at - 1, to)) {
        return at;
      }
    }
    return marks.outside == from ? from : wholeRowsSlowly(bytes, from, marks.limit, to);
  }

  /** A CR as the last byte may be half of a line end. */
  private static boolean isLineEnd(byte[] bytes, int at, int to) {
    return bytes[at] == Scan.LF
        || (bytes[at] == Scan.CR && at + 1 < to && bytes[at + 1] != Scan.LF);
  }

  /** The same where a field with line ends of its own is in the way. */
  private int wholeRowsSlowly(byte[] bytes, int from, int limit, int to) {
    int whole = from;
    int at = from;
    boolean fieldBegins = true;
    while (at < limit) {
      if (fieldBegins && bytes[at] == Scan.QUOTE) {
        at = Scan.endOfQuoted(bytes, at, to, delimiter);
        fieldBegins = false;
        continue;
      }
      fieldBegins = endsField(bytes[at], delimiter);
      if (isLineEnd(bytes, at, to)) {
        whole = at + 1;
      }
      at++;
    }
    return whole;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
