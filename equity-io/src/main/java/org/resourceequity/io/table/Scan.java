package org.resourceequity.io.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the bytes that end fields and rows, eight at a time.
 *
 * <p>A field that begins with a quotation mark ends at the first delimiter or line end outside of
 * marks, each of which opens or closes; a mark anywhere else in a field is text. Line ends are LF,
 * CR, or both.
 */
final class Scan {

  static final byte QUOTE = '"';
  static final byte LF = '\n';
  static final byte CR = '\r';

  /** Readable bytes that a buffer has after its text, so that eight can be looked at anywhere. */
  static final int PADDING = 8;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long LOW = ~HIGH;

  private Scan() {}

  static long eight(byte[] bytes, int at) {
    return (long) EIGHT.get(bytes, at);
  }

  /** Returns the first eight bytes of a field, or all of a shorter one, then zeros. */
  static long head(byte[] bytes, int from, int to) {
    int size = to - from;
    if (size >= Long.BYTES) {
      return eight(bytes, from);
    }
    return size == 0 ? 0 : eight(bytes, from) & (-1L >>> (Long.SIZE - Byte.SIZE * size));
  }

  static long repeated(byte value) {
    return ONES * (value & 0xff);
  }

  /** Returns the high bit of each byte that equals the byte which {@code repeated} repeats. */
  static long equal(long eight, long repeated) {
    long different = eight ^ repeated;
    return ~(((different & LOW) + LOW) | different) & HIGH;
  }

  /** Returns the high bit of each byte from 0 to CR: line ends, tabs and other controls. */
  static long controls(long eight) {
    return ~(((eight & LOW) + (LOW - ONES * CR)) | eight) & HIGH;
  }

  /** Returns the place of the first byte that a mask names. */
  static int first(long mask) {
    return Long.numberOfTrailingZeros(mask) >>> 3;
  }

  /** Tells whether all bytes are below 128. */
  static boolean isAscii(byte[] bytes, int from, int to) {
    int at = from;
    long all = 0;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      all |= eight(bytes, at);
    }
    for (; at < to; at++) {
      all |= bytes[at];
    }
    return (all & HIGH) == 0;
  }

  /** Returns the place of the next quotation mark before {@code to}, or -1. */
  static int quote(byte[] bytes, int from, int to) {
    long quotes = repeated(QUOTE);
    for (int at = from; at < to; at += Long.BYTES) {
      long found = equal(eight(bytes, at), quotes);
      if (found != 0) {
        int place = at + first(found);
        return place < to ? place : -1;
      }
    }
    return -1;
  }

  /**
   * Returns where a field ends that begins with the quotation mark at {@code open}: the place of
   * the delimiter or line end after it, {@code to} if neither follows, -1 if the last mark opens.
   */
  static int endOfQuoted(byte[] bytes, int open, int to, byte delimiter) {
    int at = open;
    while (true) {
      at = quote(bytes, at + 1, to) + 1;
      if (at == 0) {
        return -1;
      }
      while (at < to && bytes[at] != QUOTE) {
        if (bytes[at] == delimiter || bytes[at] == LF || bytes[at] == CR) {
          return at;
        }
        at++;
      }
      if (at == to) {
        return to;
      }
    }
  }

  /** Returns the number of line ends; a CR as the last byte is one. */
  static int lines(byte[] bytes, int from, int to) {
    int lines = 0;
    for (int at = from; at < to; at++) {
      lines += bytes[at] == LF || (bytes[at] == CR && isLineEnd(bytes, at, to)) ? 1 : 0;
    }
    return lines;
  }

  private static boolean isLineEnd(byte[] bytes, int carriageReturn, int to) {
    return carriageReturn + 1 == to || bytes[carriageReturn + 1] != LF;
  }
}
