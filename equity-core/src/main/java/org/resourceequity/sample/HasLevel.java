package org.resourceequity.sample;

import java.util.Optional;

/**
 * The requirement that the units have parents at a level.
 *
 * @param level name of the level, such as "district"
 */
public record HasLevel(String level) implements Requirement {

  @Override
  public String name() {
    return "HAS_LEVEL";
  }

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    return sample.units().levels().contains(level)
        ? Optional.empty()
        : Optional.of(
            "no level \"" + level + "\" above these units, they have " + sample.units().levels());
  }
}
