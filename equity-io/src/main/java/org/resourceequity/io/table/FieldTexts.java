package org.resourceequity.io.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.util.Arrays;

/**
 * Turns the bytes of one column's fields into texts. Columns repeat themselves, so that most fields
 * are a text that was made before. For one thread.
 */
final class FieldTexts {

  private static final int FEWEST = 1 << 6;
  private static final int MOST = 1 << 15;
  private static final byte[] NOTHING = {};
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private final CharsetDecoder decoder;
  private final Runnable notDecoded;
  private byte[][] keys = new byte[FEWEST][];
  private String[] texts = new String[FEWEST];
  private int replaced;
  private byte[] lastKey = NOTHING;
  private String last = "";

  /**
   * Makes an empty memory.
   *
   * @param notDecoded what to do when a field is not in this encoding; it is read as Windows-1252
   */
  FieldTexts(Charset charset, Runnable notDecoded) {
    decoder = charset.newDecoder();
    this.notDecoded = notDecoded;
    Arrays.fill(keys, NOTHING);
    Arrays.fill(texts, "");
  }

  /** Returns the text of a field as it is in the file, without white space around it. */
  String of(byte[] bytes, int from, int to) {
    if (from == to) {
      return "";
    }
    if (Arrays.equals(lastKey, 0, lastKey.length, bytes, from, to)) {
      return last;
    }
    int slot = hash(bytes, from, to) & (keys.length - 1);
    if (!Arrays.equals(keys[slot], 0, keys[slot].length, bytes, from, to)) {
      slot =
          remember(
              slot, Arrays.copyOfRange(bytes, from, to), Texts.strip(decoded(bytes, from, to)));
    }
    lastKey = keys[slot];
    last = texts[slot];
    return last;
  }

  private int remember(int slot, byte[] key, String text) {
    if (keys[slot].length > 0 && ++replaced > keys.length && keys.length < MOST) {
      grow();
      return remember(hash(key, 0, key.length) & (keys.length - 1), key, text);
    }
    keys[slot] = key;
    texts[slot] = text;
    return slot;
  }

  private void grow() {
    byte[][] oldKeys = keys;
    String[] oldTexts = texts;
    keys = new byte[4 * oldKeys.length][];
    texts = new String[keys.length];
    Arrays.fill(keys, NOTHING);
    Arrays.fill(texts, "");
    replaced = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      int slot = hash(oldKeys[i], 0, oldKeys[i].length) & (keys.length - 1);
      keys[slot] = oldKeys[i];
      texts[slot] = oldTexts[i];
    }
  }

  private static int hash(byte[] bytes, int from, int to) {
    long hash = (long) to - from;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      hash = mixed(hash ^ Scan.eight(bytes, at));
    }
    long last = 0;
    for (; at < to; at++) {
      last = (last << Byte.SIZE) | bytes[at];
    }
    hash = mixed(hash ^ last);
    return (int) (hash >>> 32);
  }

  private static long mixed(long hash) {
    long mixed = hash * 0x9E3779B97F4A7C15L;
    return mixed ^ (mixed >>> 29);
  }

  private String decoded(byte[] bytes, int from, int to) {
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
