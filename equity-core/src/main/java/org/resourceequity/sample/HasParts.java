package org.resourceequity.sample;

import java.util.Optional;

/** The requirement that the values of a distribution have named parts, such as sources. */
public record HasParts() implements Requirement {

  @Override
  public String name() {
    return "HAS_PARTS";
  }

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    return sample instanceof Distribution distribution && distribution.parts().isEmpty()
        ? Optional.of("the values have no named parts")
        : Optional.empty();
  }
}
