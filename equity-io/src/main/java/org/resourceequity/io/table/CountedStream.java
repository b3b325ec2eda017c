package org.resourceequity.io.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells a listener how many bytes went through, about once per megabyte and at the end. */
class CountedStream extends FilterInputStream {

  private static final long STEP = 1L << 20;

  private final String file;
  private final long total;
  private final Progress progress;
  private long bytes;
  private long told;

  CountedStream(InputStream in, String file, long total, Progress progress) {
    super(in);
    this.file = file;
    this.total = total;
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    bytes += Math.max(read, 0);
    if (bytes - told >= STEP || (read < 0 && told < bytes)) {
      told = bytes;
      progress.at(file, bytes, Math.max(bytes, total));
    }
    return read;
  }
}
