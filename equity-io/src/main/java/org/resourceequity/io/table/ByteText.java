package org.resourceequity.io.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;

/**
 * A delimited text whose delimiter and line ends are single bytes.
 *
 * @param file the name of its file
 * @param charset what its fields are in; one that is not is read as Windows-1252
 */
record ByteText(String file, Bytes bytes, byte delimiter, Charset charset) {

  /** Opens all rows; {@code notDecoded} is run for each text that is not in the charset. */
  ByteRow open(Header header, Runnable notDecoded) throws IOException {
    GuardedStream in = bytes.open();
    return new ByteRow(
        bytes instanceof FileBytes ? in : ReadAhead.of(in, file),
        header,
        this,
        ByteRow.SIZE,
        notDecoded);
  }

  /** Opens some of the rows. */
  ByteRow open(FileBytes.Range range, Progress progress, Header header, Runnable notDecoded)
      throws IOException {
    GuardedStream in = ((FileBytes) bytes).open(range, progress);
    return new ByteRow(in, header, this, ByteRow.SIZE, notDecoded);
  }

  /** Tells whether ranges of it can be read at once. */
  boolean hasRanges() {
    return bytes instanceof FileBytes;
  }

  /** Returns so many ranges at most; each begins with a row unless a field has line ends. */
  List<FileBytes.Range> ranges(int most) throws IOException {
    return ((FileBytes) bytes).ranges(most);
  }

  Progress progress() {
    return ((FileBytes) bytes).progress();
  }
}
