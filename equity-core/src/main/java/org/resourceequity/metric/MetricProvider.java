package org.resourceequity.metric;

import java.util.List;
import java.util.Optional;

/** Brings metrics into the catalog; found by {@link java.util.ServiceLoader}. */
public interface MetricProvider {

  /** Returns the measures, those with parameters at their usual values. */
  List<Measure<?, ?>> measures();

  /**
   * Returns the measure with a parametric id, such as "atkinson:0.75"; empty if the id is not one
   * of this provider's.
   *
   * @throws IllegalArgumentException if the parameter makes no sense
   */
  default Optional<Measure<?, ?>> parse(String id) {
    return Optional.empty();
  }

  /** Returns the functions of this package that prepare samples and are no measures. */
  default List<Transform> transforms() {
    return List.of();
  }
}
