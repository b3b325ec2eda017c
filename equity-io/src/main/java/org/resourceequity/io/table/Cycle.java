package org.resourceequity.io.table;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The codes of a long table come in cycles: how rows ended, by their combination of codes, and
 * which combination followed each last time. For one thread.
 */
final class Cycle {

  /** Cycles of more combinations are not kept. */
  private static final int MOST = 1 << 12;

  private static final int NONE = -1;

  private final Combinations combinations;
  private @Nullable Ending[] endings = {};
  private int[] followed = {};
  private int last = NONE;

  Cycle(Combinations combinations) {
    this.combinations = combinations;
  }

  boolean isOf(Combinations others) {
    return combinations == others;
  }

  boolean hasCode(int column) {
    return combinations.has(column);
  }

  /** Returns the first column of codes, -1 if there is none. */
  int first() {
    return combinations.first();
  }

  /** Returns the combination of the last row. */
  int combination() {
    return last;
  }

  /** Returns how the last row ended, which was as expected. */
  Ending ending() {
    return Objects.requireNonNull(endings[last]);
  }

  /** Returns how the next row is expected to end; null if nothing is known of it. */
  @Nullable Ending expected() {
    int next = last == NONE ? NONE : followed[last];
    return next == NONE ? null : endings[next];
  }

  /** Goes on to the row that was expected. */
  void goOnAsExpected() {
    last = followed[last];
  }

  /** Goes on to a row of another combination and returns its ending, which is to be set. */
  Ending goOn(int combination) {
    if (combination >= endings.length) {
      int room = followed.length;
      endings = Arrays.copyOf(endings, 2 * combination + 64);
      followed = Arrays.copyOf(followed, endings.length);
      Arrays.fill(followed, room, followed.length, NONE);
    }
    if (last != NONE) {
      followed[last] = combination;
    }
    last = combination;
    Ending ending = endings[combination];
    if (ending == null) {
      ending = new Ending();
      endings[combination] = ending;
    }
    return ending;
  }

  /** Tells whether a combination has a number that can be kept. */
  static boolean isKept(int combination) {
    return combination >= 0 && combination < MOST;
  }

  /** Says that the last row cannot be in a cycle. */
  void end() {
    last = NONE;
  }
}
