package org.resourceequity.progressivity;

import java.util.Optional;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;

/** The requirement that the mean lies between the bounds, not at one of them. */
record MeanInside(double low, double high) implements Requirement {

  @Override
  public String name() {
    return "VARIATION";
  }

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    if (!(sample instanceof PairedSample paired)) {
      return Optional.empty();
    }
    double mean = paired.meanValue();
    return mean > low && mean < high
        ? Optional.empty()
        : Optional.of("the mean " + mean + " is one of the bounds " + low + " and " + high);
  }
}
