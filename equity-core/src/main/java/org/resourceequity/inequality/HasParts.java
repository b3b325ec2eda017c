package org.resourceequity.inequality;

import java.util.Optional;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;

/** The values are given in named parts, such as sources of revenue. */
record HasParts() implements Requirement {

  @Override
  public String name() {
    return "HAS_PARTS";
  }

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    return sample instanceof Distribution distribution && !distribution.parts().isEmpty()
        ? Optional.empty()
        : Optional.of("the values are not split into named parts, such as sources of revenue");
  }
}
