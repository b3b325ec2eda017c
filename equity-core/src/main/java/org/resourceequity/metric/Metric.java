package org.resourceequity.metric;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Sample;

/**
 * A formula that gives one number, and what it requires. The form contributors write most.
 *
 * @param <S> the kind of sample
 */
public non-sealed interface Metric<S extends Sample<S>> extends Measure<S, Double> {

  /** Returns the number; may assume that {@code info().requires()} holds. */
  double formula(S sample);

  /** Returns the number, or the requirement that is not met. */
  @Override
  default Outcome<Double> measure(S sample) {
    return Outcome.of(info(), List.of(sample), () -> finite(formula(sample)));
  }

  private static Outcome<Double> finite(double value) {
    return Double.isFinite(value)
        ? Outcome.of(value + 0.0)
        : Outcome.undefined(Condition.REPRESENTABLE, "the formula gives " + value);
  }

  /** Returns a metric of one expression. */
  static <S extends Sample<S>> Metric<S> of(MetricInfo info, ToDoubleFunction<S> formula) {
    return new Metric<>() {
      @Override
      public MetricInfo info() {
        return info;
      }

      @Override
      public double formula(S sample) {
        return formula.applyAsDouble(sample);
      }

      @Override
      public String toString() {
        return info.id();
      }
    };
  }
}
