package org.resourceequity.metric;

import org.resourceequity.sample.Sample;

/**
 * A metric of values that can say how it moves when the value of one unit does: which unit's next
 * dollar lowers it most.
 *
 * @param <S> the kind of sample
 */
public interface Differentiable<S extends Sample<S>> extends Metric<S> {

  /**
   * Returns the partial derivative by each unit's value, \(\partial I/\partial x_i\). May assume
   * that {@code info().requires()} holds.
   */
  UnitValues gradient(S sample);
}
