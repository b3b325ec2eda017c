package org.resourceequity.io.table;

import java.io.IOException;
import java.nio.charset.Charset;

/**
 * A delimited text whose delimiter and line ends are single bytes.
 *
 * @param charset what its fields are in; one that is not is read as Windows-1252
 */
record ByteText(Bytes bytes, byte delimiter, Charset charset) {

  /** Opens the text at its beginning. */
  Blocks open() throws IOException {
    return new Blocks(bytes.open(), delimiter, Blocks.SIZE);
  }

  /** Returns a cursor over the rows of blocks, which runs something for each odd field. */
  ByteRow row(Header header, Runnable notDecoded) {
    return new ByteRow(header, delimiter, charset, notDecoded);
  }
}
