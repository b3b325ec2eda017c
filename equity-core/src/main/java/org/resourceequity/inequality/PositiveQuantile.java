package org.resourceequity.inequality;

import java.util.Optional;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.QuantileDefinition;
import org.resourceequity.sample.Quantiles;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;

/** The requirement that a quantile that stands in a denominator is positive. */
record PositiveQuantile(double p, QuantileDefinition definition) implements Requirement {

  @Override
  public String name() {
    return "POSITIVE_QUANTILE";
  }

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    if (!(sample instanceof Distribution distribution)) {
      return Optional.empty();
    }
    double quantile = Quantiles.quantile(distribution.sorted(), p, definition);
    return quantile > 0
        ? Optional.empty()
        : Optional.of("the quantile at " + p + " is " + quantile);
  }
}
