package org.resourceequity.metric;

import java.util.List;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Sample;

/**
 * A measure of two samples: which dominates, or what a change is made of.
 *
 * @param <S> the kind of sample
 * @param <R> what comes out
 */
public non-sealed interface Comparison<S extends Sample<S>, R> extends Measure<Change<S>, R> {

  /** Returns the result; may assume that {@code info().requires()} holds for both samples. */
  R formula(Change<S> change);

  @Override
  default Outcome<R> measure(Change<S> change) {
    return Outcome.of(
        info(), List.of(change.before(), change.after()), () -> Outcome.of(formula(change)));
  }
}
