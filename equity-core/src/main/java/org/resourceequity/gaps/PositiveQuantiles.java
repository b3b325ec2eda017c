package org.resourceequity.gaps;

import java.util.Optional;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;

/** A quantile of both groups is positive, so that they have a ratio whichever comes first. */
record PositiveQuantiles(double share) implements Requirement {

  @Override
  public String name() {
    return "POSITIVE_QUANTILE";
  }

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    if (!(sample instanceof GroupedValues values)) {
      return Optional.empty();
    }
    for (int group : new int[] {values.focus(), values.comparison()}) {
      double quantile = EffectSizes.quantile(values.members(group), share);
      if (!(quantile > 0)) {
        return Optional.of(
            "the quantile of group \"" + values.groups().get(group) + "\" is " + quantile);
      }
    }
    return Optional.empty();
  }
}
