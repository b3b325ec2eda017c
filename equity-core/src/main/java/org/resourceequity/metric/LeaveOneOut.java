package org.resourceequity.metric;

import org.resourceequity.sample.Sample;

/**
 * A metric that can say what it would be without each unit, for all units in O(n log n) together.
 *
 * @param <S> the kind of sample
 */
public interface LeaveOneOut<S extends Sample<S>> extends Metric<S> {

  /**
   * Returns the metric of the sample without each unit, equal to computing it anew. A unit without
   * which there is no value has no entry. May assume that {@code info().requires()} holds.
   */
  UnitValues leaveOneOut(S sample);
}
