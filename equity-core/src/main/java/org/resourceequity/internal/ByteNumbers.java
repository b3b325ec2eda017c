package org.resourceequity.internal;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Numbers for short pieces of bytes, such as ids in a text that nobody decodes. A piece stands in
 * its slot itself, so that a look-up makes nothing and touches one place of memory. For one thread.
 * Sent to another machine it forgets all pieces: whoever asks must know another way.
 */
public final class ByteNumbers implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Bytes of the longest piece that is kept. */
  private static final int LONGEST = 2 * Long.BYTES;

  private static final int FEWEST = 64;

  /** How many elements make a slot: the piece in two, and its length with its number plus one. */
  private static final int OF_A_SLOT = 3;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private transient long[] slots;
  private transient int last;
  private transient int size;

  /** Makes a table without pieces. */
  public ByteNumbers() {
    clear(FEWEST);
  }

  private void clear(int room) {
    slots = new long[OF_A_SLOT * room];
    last = room - 1;
  }

  /** Returns the number of the bytes from a place to before another, -1 if it is not known. */
  public int find(byte[] bytes, int from, int to) {
    int length = to - from;
    return length > LONGEST
        ? -1
        : (int) slots[slot(head(bytes, from, to), tail(bytes, from, to), length) + 2] - 1;
  }

  /** Notes the number of bytes that have none. Pieces of more than 16 bytes are never known. */
  public void put(byte[] bytes, int from, int to, int number) {
    int length = to - from;
    if (length <= LONGEST) {
      size++;
      if (2 * size > last) {
        grow();
      }
      put(head(bytes, from, to), tail(bytes, from, to), (long) length << 32 | (number + 1));
    }
  }

  private void put(long head, long tail, long said) {
    int slot = slot(head, tail, said >>> 32);
    slots[slot] = head;
    slots[slot + 1] = tail;
    slots[slot + 2] = said;
  }

  private void grow() {
    long[] before = slots;
    clear(2 * (last + 1));
    for (int slot = 0; slot < before.length; slot += OF_A_SLOT) {
      if (before[slot + 2] != 0) {
        put(before[slot], before[slot + 1], before[slot + 2]);
      }
    }
  }

  /** Returns where the slot of a piece begins, or the empty one that it would take. */
  private int slot(long head, long tail, long length) {
    int slot = hash(head, tail) & last;
    while (true) {
      int at = OF_A_SLOT * slot;
      long said = slots[at + 2];
      if (said == 0 || (slots[at] == head && slots[at + 1] == tail && said >>> 32 == length)) {
        return at;
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
    clear(FEWEST);
  }
}
