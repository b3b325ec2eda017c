package org.resourceequity.internal;

import java.util.concurrent.RecursiveAction;
import java.util.function.IntConsumer;

/** Work on the places of an array, on all processors where there is enough to do. */
public final class Parallel {

  /** Steps of some nanoseconds each that are worth another thread. */
  private static final long WORTH_A_THREAD = 1 << 15;

  private Parallel() {}

  /** Work on neighbours. */
  public interface Range {

    /** Does something for each place from one on and before another. */
    void each(int from, int end);
  }

  /**
   * Does something for each place from 0 to {@code places - 1}. What is done for one place must not
   * need what is done for another.
   *
   * @param steps how many steps are done for all places together, roughly
   */
  public static void each(int places, long steps, IntConsumer action) {
    ranges(
        places,
        steps,
        (from, end) -> {
          for (int i = from; i < end; i++) {
            action.accept(i);
          }
        });
  }

  /**
   * Does something for all places from 0 to {@code places - 1}, range by range: for loops over so
   * little for each place that a call would count.
   *
   * @param steps how many steps are done for all places together, roughly
   */
  public static void ranges(int places, long steps, Range action) {
    if (steps < WORTH_A_THREAD) {
      action.each(0, places);
    } else {
      try {
        new Task(0, places, Math.max(1, places * WORTH_A_THREAD / steps), action).invoke();
      } catch (ArithmeticException e) {
        throw original(e);
      }
    }
  }

  /** A pool throws copies without a message of what other threads have thrown. */
  private static ArithmeticException original(ArithmeticException thrown) {
    ArithmeticException original = thrown;
    while (original.getCause() instanceof ArithmeticException cause) {
      original = cause;
    }
    return original;
  }

  /**
   * Halves a range until it is not worth another thread: many small tasks, so that no thread waits
   * long for another where some places take longer than others.
   */
  private static final class Task extends RecursiveAction {
    private static final long serialVersionUID = 1L;
    private final int from;
    private final int end;
    private final long fewest;
    private final transient Range action;

    private Task(int from, int end, long fewest, Range action) {
      this.from = from;
      this.end = end;
      this.fewest = fewest;
      this.action = action;
    }

    @Override
    protected void compute() {
      if (end - from <= fewest) {
        action.each(from, end);
      } else {
        int middle = (from + end) >>> 1;
        invokeAll(new Task(from, middle, fewest, action), new Task(middle, end, fewest, action));
      }
    }
  }
}
