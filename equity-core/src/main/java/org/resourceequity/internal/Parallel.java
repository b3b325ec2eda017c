package org.resourceequity.internal;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Work on the places of an array, on all processors where there is enough to do. */
public final class Parallel {

  /** Steps of some nanoseconds each that are worth another thread. */
  private static final long WORTH_A_THREAD = 1 << 15;

  private Parallel() {}

  /**
   * Does something for each place from 0 to {@code places - 1}. What is done for one place must not
   * need what is done for another.
   *
   * @param steps how many steps are done for all places together, roughly
   */
  public static void each(int places, long steps, IntConsumer action) {
    if (steps < WORTH_A_THREAD) {
      for (int i = 0; i < places; i++) {
        action.accept(i);
      }
    } else {
      IntStream.range(0, places).parallel().forEach(action);
    }
  }
}
