package org.resourceequity.sample;

import java.io.Serializable;

/**
 * Two samples to compare: two years, two states, before and after.
 *
 * @param before the first
 * @param after the second
 * @param <S> the kind of sample
 */
public record Change<S extends Sample<S>>(S before, S after) implements Serializable {

  /** Returns the opposite change. */
  public Change<S> reversed() {
    return new Change<>(after, before);
  }
}
