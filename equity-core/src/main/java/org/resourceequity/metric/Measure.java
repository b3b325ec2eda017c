package org.resourceequity.metric;

import java.util.List;

/**
 * Something that can be measured. It is sealed over what comes out: a number, numbers per unit or
 * group, points, parts, or a statement about two samples.
 *
 * @param <T> what is measured: a sample, or a change of samples
 * @param <R> what comes out
 */
public sealed interface Measure<T, R> permits Metric, Profile, Curve, Split, Comparison {

  /** Returns what is known about the measure. */
  MetricInfo info();

  /** Measures; the outcome is a value or the reason why there is none. */
  Outcome<R> measure(T sample);

  /**
   * Measures each of many samples, such as the {@link org.resourceequity.sample.Sample#parts parts}
   * of one, in parallel in the common pool. What comes out does not depend on the number of
   * threads.
   *
   * @return the outcomes in the order of the samples
   */
  default List<Outcome<R>> measureEach(List<? extends T> samples) {
    return samples.parallelStream().map(this::measure).toList();
  }
}
