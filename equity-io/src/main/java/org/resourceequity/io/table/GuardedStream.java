package org.resourceequity.io.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Ends where the data is damaged or unpacks to too much, and remembers why, so that the text before
 * that place can still be parsed.
 */
final class GuardedStream extends FilterInputStream {

  private static final long MOST_BYTES = 8L << 30;
  private static final long SUSPICIOUS_BYTES = 100L << 20;
  // Published tables reach about 100; Deflate cannot exceed 1032.
  private static final long MOST_TIMES = 500;

  /** Counts what is unpacked from one file while it is opened, whatever is packed in what. */
  static final class Budget {
    private final long packedBytes;
    private long bytes;
    private boolean over;

    Budget(long packedBytes) {
      this.packedBytes = packedBytes;
    }

    private synchronized boolean spend(long read) {
      bytes += over ? 0 : read;
      return isBomb(bytes, packedBytes);
    }

    /** What is read from here on is read on purpose. */
    synchronized void end() {
      over = true;
      bytes = 0;
    }
  }

  private final String file;
  private final long packedBytes;
  private final @Nullable Budget budget;
  private long bytes;
  private @Nullable DamageException damage;

  /** Guards {@code in}, which unpacks {@code packedBytes}, or 0 if it is not packed. */
  GuardedStream(InputStream in, String file, long packedBytes, @Nullable Budget budget) {
    super(in);
    this.file = file;
    this.packedBytes = packedBytes;
    this.budget = budget;
  }

  /** Tells whether so much from so little is no honest file. */
  static boolean isBomb(long bytes, long packedBytes) {
    return packedBytes > 0
        && (bytes > MOST_BYTES || (bytes > SUSPICIOUS_BYTES && bytes / packedBytes > MOST_TIMES));
  }

  /** Returns why the stream ended early, if it did. */
  @Nullable DamageException damage() {
    return damage;
  }

  /** Throws why the stream ended early, if it did. */
  void check() throws DamageException {
    if (damage != null) {
      throw damage;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    Interrupts.check(file);
    if (damage != null) {
      return -1;
    }
    try {
      int read = in.read(buffer, offset, length);
      bytes += Math.max(read, 0);
      boolean spent = budget != null && budget.spend(Math.max(read, 0));
      if (spent || isBomb(bytes, packedBytes)) {
        damage = DamageException.tooLarge();
        return -1;
      }
      return read;
    } catch (IOException | RuntimeException e) {
      // Unpackers throw many kinds on broken data.
      Interrupts.check(file);
      damage = e instanceof DamageException said ? said : DamageException.truncated(e);
      return -1;
    }
  }
}
