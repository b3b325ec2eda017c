package org.resourceequity.metric;

import java.util.List;
import org.resourceequity.sample.Sample;

/**
 * A measure whose result is a total and its parts, such as a total within and between districts.
 *
 * @param <S> the kind of sample
 */
public non-sealed interface Split<S extends Sample<S>> extends Measure<S, Parts> {

  /** Returns total and parts; may assume that {@code info().requires()} holds. */
  Parts formula(S sample);

  @Override
  default Outcome<Parts> measure(S sample) {
    return Outcome.of(info(), List.of(sample), () -> Outcome.of(formula(sample)));
  }
}
