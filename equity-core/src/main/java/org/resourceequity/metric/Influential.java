package org.resourceequity.metric;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.resourceequity.sample.Sample;

/**
 * A metric with an influence function, from which standard errors follow in O(n).
 *
 * @param <S> the kind of sample
 */
public interface Influential<S extends Sample<S>> extends Metric<S> {

  /**
   * Returns each unit's contribution to the first-order change of the metric, \(z_i = w_i\,IF_i\)
   * with weights that sum to 1; they add up to 0. May assume that {@code info().requires()} holds.
   */
  double[] influence(S sample);

  /** Returns a metric of one expression with its influence function. */
  static <S extends Sample<S>> Influential<S> of(
      MetricInfo info, ToDoubleFunction<S> formula, Function<S, double[]> influence) {
    return new Influential<>() {
      @Override
      public MetricInfo info() {
        return info;
      }

      @Override
      public double formula(S sample) {
        return formula.applyAsDouble(sample);
      }

      @Override
      public double[] influence(S sample) {
        return influence.apply(sample);
      }

      @Override
      public String toString() {
        return info.id();
      }
    };
  }
}
