package org.resourceequity.io.table;

import java.io.IOException;

/** Unpacked bytes that can be read from the start again and again. */
@FunctionalInterface
interface Bytes {
  GuardedStream open() throws IOException;
}
