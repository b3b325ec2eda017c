package org.resourceequity.metric;

import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Sample;

/**
 * A metric that splits exactly into a part between and a part within the parts of any partition.
 *
 * @param <S> the kind of sample
 */
public interface Decomposable<S extends Sample<S>> extends Metric<S> {

  /** Name of the part that lies between the parts of the partition. */
  String BETWEEN = "between";

  /** Name of the part that lies within them. */
  String WITHIN = "within";

  /**
   * Returns the value, split into {@value #BETWEEN} and {@value #WITHIN}; may assume that {@code
   * info().requires()} holds.
   */
  Parts decompose(S sample, Partition partition);
}
