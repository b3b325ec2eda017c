package org.resourceequity.metric;

import java.util.List;
import org.resourceequity.sample.Sample;

/**
 * A measure whose result is a curve.
 *
 * @param <S> the kind of sample
 */
public non-sealed interface Curve<S extends Sample<S>> extends Measure<S, Points> {

  /** Returns the points; may assume that {@code info().requires()} holds. */
  Points formula(S sample);

  @Override
  default Outcome<Points> measure(S sample) {
    return Outcome.of(info(), List.of(sample), () -> Outcome.of(formula(sample)));
  }
}
