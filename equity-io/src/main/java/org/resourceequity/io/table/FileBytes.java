package org.resourceequity.io.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a file that is not packed, as a whole or in ranges. */
record FileBytes(Path path, String file, Progress progress) implements Bytes {

  private static final int STEP = 1 << 12;

  /** Some of the bytes, from a line's beginning on. */
  record Range(long from, long to) {}

  @Override
  public GuardedStream open() throws IOException {
    return open(new Range(0, Files.size(path)), progress);
  }

  /** Opens a range, and tells about the bytes of it only. */
  GuardedStream open(Range range, Progress to) throws IOException {
    FileChannel channel = FileChannel.open(path).position(range.from);
    InputStream in = new Ranged(Channels.newInputStream(channel), range.to - range.from);
    return new GuardedStream(new CountedStream(in, file, range.to - range.from, to), file, 0, null);
  }

  /** Returns so many ranges of about one size, or fewer, which begin behind a line feed. */
  List<Range> ranges(int most) throws IOException {
    List<Range> ranges = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(path)) {
      long size = channel.size();
      long from = 0;
      for (int i = 1; i < most; i++) {
        long to = behindLineFeed(channel, Math.max(from, size / most * i), size);
        if (to < size) {
          ranges.add(new Range(from, to));
          from = to;
        }
      }
      ranges.add(new Range(from, size));
    }
    return ranges;
  }

  private static long behindLineFeed(FileChannel channel, long from, long size) throws IOException {
    ByteBuffer some = ByteBuffer.allocate(STEP);
    for (long at = from; at < size; at += STEP) {
      some.clear();
      int read = channel.read(some, at);
      for (int i = 0; i < read; i++) {
        if (some.get(i) == Scan.LF) {
          return at + i + 1;
        }
      }
    }
    return size;
  }

  /** Ends after some bytes. */
  private static final class Ranged extends InputStream {
    private final InputStream in;
    private long left;

    private Ranged(InputStream in, long left) {
      this.in = in;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = left == 0 ? -1 : in.read(buffer, offset, (int) Math.min(length, left));
      left -= Math.max(read, 0);
      return read;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
