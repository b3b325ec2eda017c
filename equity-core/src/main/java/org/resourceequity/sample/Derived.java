package org.resourceequity.sample;

import java.util.function.Function;

/**
 * Something that follows from a sample and that several measures need: it is worked out once for
 * each sample and kept with it, as samples do not change. It is no part of the sample's value:
 * neither equality nor the serialised form know it.
 *
 * <p>For a few numbers that take a pass over all units: they live as long as the sample. Threads
 * that ask at the same time may each work it out.
 *
 * @param <S> the kind of sample
 * @param <T> what follows, immutable
 */
public final class Derived<S extends Sample<S>, T> {

  private final Function<S, T> work;

  private Derived(Function<S, T> work) {
    this.work = work;
  }

  /**
   * Returns something to be kept with samples; made once, as a constant, where it is used.
   *
   * @param work gives the same for equal samples
   */
  public static <S extends Sample<S>, T> Derived<S, T> of(Function<S, T> work) {
    return new Derived<>(work);
  }

  /** Returns what follows from a sample. */
  @SuppressWarnings("unchecked") // What is kept for this came from its own work.
  public T from(S sample) {
    Object known = sample.kept(this);
    if (known == null) {
      T fresh = work.apply(sample);
      sample.keep(this, fresh);
      return fresh;
    }
    return (T) known;
  }
}
