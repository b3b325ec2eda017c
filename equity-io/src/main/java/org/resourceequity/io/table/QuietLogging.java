package org.resourceequity.io.table;

import org.apache.logging.log4j.simple.SimpleLoggerContextFactory;
import org.apache.logging.log4j.spi.Provider;

/**
 * The reader of old workbooks logs through an interface that complains when no logger stands behind
 * it. This one stands there and says errors only; the logger of an application has a higher
 * priority.
 */
public final class QuietLogging extends Provider {

  private static final int LOWEST = 0;

  /** Made by the logging interface. */
  public QuietLogging() {
    super(LOWEST, CURRENT_VERSION, SimpleLoggerContextFactory.class);
  }
}
