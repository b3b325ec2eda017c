package org.resourceequity.metric;

import java.util.List;
import org.resourceequity.sample.Sample;

/**
 * A measure with one number for each unit or group.
 *
 * @param <S> the kind of sample
 */
public non-sealed interface Profile<S extends Sample<S>> extends Measure<S, UnitValues> {

  /** Returns the numbers; may assume that {@code info().requires()} holds. */
  UnitValues formula(S sample);

  @Override
  default Outcome<UnitValues> measure(S sample) {
    return Outcome.of(info(), List.of(sample), () -> Outcome.of(formula(sample)));
  }
}
