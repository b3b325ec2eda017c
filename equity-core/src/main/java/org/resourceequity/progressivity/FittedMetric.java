package org.resourceequity.progressivity;

import java.util.List;
import java.util.function.Function;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.PairedSample;

/** A metric read off something fitted or formed, which may fail for reasons that it declares. */
final class FittedMetric implements Metric<PairedSample> {

  private final MetricInfo info;
  private final Function<PairedSample, Outcome<Double>> fitted;

  FittedMetric(MetricInfo info, Function<PairedSample, Outcome<Double>> fitted) {
    this.info = info;
    this.fitted = fitted;
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public double formula(PairedSample sample) {
    return measure(sample).get();
  }

  @Override
  public Outcome<Double> measure(PairedSample sample) {
    Outcome<Double> outcome = Outcome.of(info, List.of(sample), () -> fitted.apply(sample));
    return outcome.find().filter(value -> !Double.isFinite(value)).isPresent()
        ? Outcome.undefined(Condition.REPRESENTABLE, "the formula gives " + outcome)
        : outcome.map(value -> value + 0.0);
  }

  @Override
  public String toString() {
    return info.id();
  }
}
