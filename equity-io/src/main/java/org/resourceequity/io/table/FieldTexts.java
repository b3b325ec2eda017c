package org.resourceequity.io.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Turns the bytes of one column's fields into texts. Columns repeat themselves, so that most fields
 * are a text that was made before. For one thread.
 */
final class FieldTexts {

  private static final int FEWEST = 1 << 6;
  private static final int MOST = 1 << 12;
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** A text, and the bytes it was made of. */
  private static final class Entry {
    private final long head;
    private final byte[] bytes;
    private final String text;

    private Entry(long head, byte[] bytes, String text) {
      this.head = head;
      this.bytes = bytes;
      this.text = text;
    }

    private boolean is(long otherHead, byte[] other, int from, int to) {
      return head == otherHead
          && bytes.length == to - from
          && (bytes.length <= Long.BYTES || Arrays.equals(bytes, 0, bytes.length, other, from, to));
    }
  }

  private static final Entry NOTHING = new Entry(0, new byte[0], "");

  private final CharsetDecoder decoder;
  private final Runnable notDecoded;
  private Entry[] entries = new Entry[FEWEST];
  private int replaced;

  /** The slot of the last text: a number, since to store a reference costs more than to look up. */
  private int last;

  /**
   * Makes an empty memory.
   *
   * @param notDecoded what to do when a field is not in this encoding; it is read as Windows-1252
   */
  FieldTexts(Charset charset, Runnable notDecoded) {
    decoder = charset.newDecoder();
    this.notDecoded = notDecoded;
    Arrays.fill(entries, NOTHING);
  }

  /**
   * Returns the text of a field as it is in the file, without white space around it. Behind the
   * field there are {@link Scan#PADDING} bytes that can be read.
   */
  String of(byte[] bytes, int from, int to) {
    long head = Scan.head(bytes, from, to);
    if (!entries[last].is(head, bytes, from, to)) {
      last = slot(head, bytes, from, to);
      if (!entries[last].is(head, bytes, from, to)) {
        remember(new Entry(head, Arrays.copyOfRange(bytes, from, to), text(bytes, from, to)));
      }
    }
    return entries[last].text;
  }

  private void remember(Entry entry) {
    if (entries[last] != NOTHING && ++replaced > entries.length && entries.length < MOST) {
      grow();
      last = slot(entry);
    }
    entries[last] = entry;
  }

  private void grow() {
    Entry[] before = entries;
    entries = new Entry[4 * before.length];
    Arrays.fill(entries, NOTHING);
    replaced = 0;
    for (Entry entry : before) {
      entries[slot(entry)] = entry;
    }
  }

  private int slot(Entry entry) {
    return slot(entry.head, entry.bytes, 0, entry.bytes.length);
  }

  private int slot(long head, byte[] bytes, int from, int to) {
    long hash = mixed(head ^ (to - from));
    int at = from + Long.BYTES;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      hash = mixed(hash ^ Scan.eight(bytes, at));
    }
    for (; at < to; at++) {
      hash = mixed(hash ^ bytes[at]);
    }
    return (int) (hash >>> 32) & (entries.length - 1);
  }

  private static long mixed(long hash) {
    long mixed = hash * 0x9E3779B97F4A7C15L;
    return mixed ^ (mixed >>> 29);
  }

  private String text(byte[] bytes, int from, int to) {
    return from == to ? "" : Texts.strip(decoded(bytes, from, to));
  }

  private String decoded(byte[] bytes, int from, int to) {
    if (Scan.isAscii(bytes, from, to) && bytes[from] != Scan.QUOTE) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    ByteBuffer field =
        bytes[from] == Scan.QUOTE
            ? withoutMarks(bytes, from, to)
            : ByteBuffer.wrap(bytes, from, to - from);
    try {
      return decoder.decode(field.duplicate()).toString();
    } catch (CharacterCodingException e) {
      notDecoded.run();
      return WINDOWS_1252.decode(field).toString();
    }
  }

  /** Of the marks inside of a field every second one is text; they are meant to be doubled. */
  private static ByteBuffer withoutMarks(byte[] bytes, int from, int to) {
    int end = bytes[to - 1] == Scan.QUOTE ? to - 1 : to;
    ByteBuffer text = ByteBuffer.allocate(to - from);
    boolean second = true;
    for (int at = from + 1; at < end; at++) {
      boolean mark = bytes[at] == Scan.QUOTE;
      second ^= mark;
      if (!mark || second) {
        text.put(bytes[at]);
      }
    }
    return text.flip();
  }
}
