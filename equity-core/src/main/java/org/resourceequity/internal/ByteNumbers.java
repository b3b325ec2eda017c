package org.resourceequity.internal;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Numbers for short pieces of bytes, such as ids in a text that nobody decodes; a look-up makes no
 * object. For one thread. Sent to another machine it forgets all pieces: whoever asks must know
 * another way.
 */
public final class ByteNumbers implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Bytes of the longest piece that is kept. */
  private static final int LONGEST = 2 * Long.BYTES;

  private static final int FEWEST = 16;

  /** How many elements keep a piece: its bytes in two, and its length with its number. */
  private static final int OF_A_PIECE = 3;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private transient long[] pieces;
  private transient int end;

  /** In each slot where its piece ends; 0 where there is none, as in three of four or more. */
  private transient int[] slots;

  /** Makes a table without pieces. */
  public ByteNumbers() {
    clear();
  }

  private void clear() {
    pieces = new long[OF_A_PIECE * FEWEST];
    slots = new int[4 * FEWEST];
    end = 0;
  }

  /** Returns the number of the bytes from a place to before another, -1 if it is not known. */
  public int find(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > LONGEST) {
      return -1;
    }
    int at = slots[slot(head(bytes, from, to), tail(bytes, from, to), length)];
    return at == 0 ? -1 : (int) pieces[at - 1];
  }

  /** Notes the number of bytes that have none. Pieces of more than 16 bytes are never known. */
  public void put(byte[] bytes, int from, int to, int number) {
    int length = to - from;
    if (length > LONGEST) {
      return;
    }
    if (end == pieces.length) {
      grow();
    }
    long head = head(bytes, from, to);
    long tail = tail(bytes, from, to);
    pieces[end] = head;
    pieces[end + 1] = tail;
    pieces[end + 2] = (long) length << 32 | number;
    end += OF_A_PIECE;
    slots[slot(head, tail, length)] = end;
  }

  private void grow() {
    pieces = Arrays.copyOf(pieces, 2 * pieces.length);
    slots = new int[2 * slots.length];
    for (int at = OF_A_PIECE; at <= end; at += OF_A_PIECE) {
      slots[slot(pieces[at - 3], pieces[at - 2], pieces[at - 1] >>> 32)] = at;
    }
  }

  /** Returns the slot of a piece, or the empty one that it would take. */
  private int slot(long head, long tail, long length) {
    int last = slots.length - 1;
    int slot = hash(head, tail) & last;
    while (true) {
      int at = slots[slot];
      if (at == 0
          || (pieces[at - 3] == head
              && pieces[at - 2] == tail
              && pieces[at - 1] >>> 32 == length)) {
        return slot;
      }
      slot = (slot + 1) & last;
    }
  }

  private static int hash(long head, long tail) {
    long hash = (head ^ Long.rotateLeft(tail, 29)) * 0x9E3779B97F4A7C15L;
    return (int) (hash ^ (hash >>> 32));
  }

  private static long head(byte[] bytes, int from, int to) {
    if (to - from >= Long.BYTES) {
      return (long) LONG.get(bytes, from);
    }
    long head = 0;
    for (int i = from; i < to; i++) {
      head = head << 8 | (bytes[i] & 0xFF);
    }
    return head;
  }

  /** Of a piece that is longer than its head, the last eight bytes: some may be in both. */
  private static long tail(byte[] bytes, int from, int to) {
    return to - from > Long.BYTES ? (long) LONG.get(bytes, to - Long.BYTES) : 0;
  }

  @Serial
  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    clear();
  }
}
