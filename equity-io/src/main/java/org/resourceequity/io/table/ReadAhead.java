package org.resourceequity.io.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;

/** Unpacks bytes in a thread of its own while those before them are looked at. */
final class ReadAhead extends InputStream {

  private static final int SIZE = 1 << 18;
  private static final int AHEAD = 4;

  /** Some bytes, none at the end. */
  private static final class Chunk {
    private final byte[] bytes;
    private final int length;

    private Chunk(byte[] bytes, int length) {
      this.bytes = bytes;
      this.length = length;
    }
  }

  private final GuardedStream in;
  private final String file;
  private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(AHEAD);
  private final Thread thread;
  private Chunk chunk = new Chunk(new byte[0], 0);
  private int place;
  private boolean ended;

  ReadAhead(GuardedStream in, String file) {
    this.in = in;
    this.file = file;
    thread = new Thread(this::unpack, "unpacks " + file);
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns the same bytes, unpacked ahead. */
  static GuardedStream of(GuardedStream in, String file) {
    return new GuardedStream(new ReadAhead(in, file), file, 0, null);
  }

  private void unpack() {
    try {
      int length;
      do {
        byte[] bytes = new byte[SIZE];
        length = 0;
        int read = 0;
        while (length < SIZE && read >= 0) {
          read = in.read(bytes, length, SIZE - length);
          length += Math.max(read, 0);
        }
        chunks.put(new Chunk(bytes, length));
      } while (length == SIZE);
      if (length > 0) {
        chunks.put(new Chunk(new byte[0], 0));
      }
    } catch (InterruptedException | CancellationException e) {
      // Nobody wants the rest.
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (place == chunk.length && !ended) {
      try {
        chunk = chunks.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        Interrupts.check(file);
      }
      place = 0;
      ended = chunk.length == 0;
    }
    if (ended) {
      in.check();
      return -1;
    }
    int read = Math.min(length, chunk.length - place);
    System.arraycopy(chunk.bytes, place, buffer, offset, read);
    place += read;
    return read;
  }

  @Override
  public void close() throws IOException {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    in.close();
  }
}
