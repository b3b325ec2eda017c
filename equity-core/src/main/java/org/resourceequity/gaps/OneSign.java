package org.resourceequity.gaps;

import java.util.Optional;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;

/** What the average members of both groups meet does not differ in sign, so that it has a ratio. */
record OneSign() implements Requirement {

  @Override
  public String name() {
    return "NO_NEGATIVES";
  }

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    if (!(sample instanceof GroupedValues values)) {
      return Optional.empty();
    }
    double focus = values.exposure(values.focus());
    double comparison = values.exposure(values.comparison());
    return Math.signum(focus) * Math.signum(comparison) >= 0
        ? Optional.empty()
        : Optional.of("the averages of the two groups are " + focus + " and " + comparison);
  }
}
