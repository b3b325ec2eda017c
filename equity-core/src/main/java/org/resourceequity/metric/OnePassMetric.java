package org.resourceequity.metric;

import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Moments;

/**
 * A metric of a distribution that follows from its moments, so it can be computed from sums that
 * were collected anywhere, in any order.
 */
public interface OnePassMetric extends Metric<Distribution> {

  /** Returns the number; may assume that {@code info().requires()} holds. */
  double formula(Moments moments);

  @Override
  default double formula(Distribution sample) {
    return formula(sample.moments());
  }
}
