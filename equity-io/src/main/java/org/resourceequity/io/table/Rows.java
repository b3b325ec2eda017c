package org.resourceequity.io.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One pass over the rows of a text or sheet, blank rows included or not. */
interface Rows extends Closeable {

  /** Returns the next row, or nothing at the end; throws {@link DamageException} where it stops. */
  @Nullable Cells next() throws DamageException;

  /** Something that has rows and can be read again. */
  interface Source {

    String file();

    @Nullable String sheet();

    Medium medium();

    /** Tells whether rows leave out empty fields at the end, so that a short row means nothing. */
    boolean ragged();

    /** Returns what to call a column without a name, counted from 0. */
    default String columnName(int column) {
      return "column " + (column + 1);
    }

    /** Returns the same source with its lines cut by {@code shape}. */
    default Source cut(Shape shape) {
      if (shape.isFixedWidth()) {
        throw new UnsupportedOperationException(
            "\"" + file() + "\" is a workbook, expected a text for a shape of fixed width");
      }
      return this;
    }

    Rows open() throws IOException;

    /** Returns the same rows as bytes that several threads may look at, if that is worth it. */
    default Optional<ByteText> byteText() {
      return Optional.empty();
    }
  }
}
