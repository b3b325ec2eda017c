package org.resourceequity.metric;

import org.resourceequity.sample.Sample;

/**
 * A metric that can say what each unit contributes; the contributions add up to the value.
 *
 * @param <S> the kind of sample
 */
public interface Explained<S extends Sample<S>> extends Metric<S> {

  /** Returns each unit's contribution; may assume that {@code info().requires()} holds. */
  UnitValues contributions(S sample);
}
