package org.resourceequity.io;

import java.util.Collection;

/**
 * Lists the formats of one source. Implementations are registered for {@link
 * java.util.ServiceLoader}.
 */
public interface FormatProvider {

  /** Returns the formats, in any order. */
  Collection<? extends FileFormat> formats();
}
