package org.resourceequity.gaps;

import java.util.Optional;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;

/** What the average members of both groups meet is positive, so that it has a logarithm. */
record PositiveMeans() implements Requirement {

  @Override
  public String name() {
    return "POSITIVE_TOTAL";
  }

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    if (!(sample instanceof GroupedValues values)) {
      return Optional.empty();
    }
    for (int group : new int[] {values.focus(), values.comparison()}) {
      double mean = values.exposure(group);
      if (!(mean > 0)) {
        return Optional.of(
            "the average of group \"" + values.groups().get(group) + "\" is " + mean);
      }
    }
    return Optional.empty();
  }
}
