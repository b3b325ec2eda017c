package org.resourceequity.sample;

import java.util.Optional;

/** The requirement that the units have parents at some level. */
public record HasAnyLevel() implements Requirement {

  @Override
  public String name() {
    return "HAS_ANY_LEVEL";
  }

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    return sample.units().levels().isEmpty()
        ? Optional.of("no level above these units")
        : Optional.empty();
  }
}
