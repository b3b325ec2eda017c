package org.resourceequity.sample;

import java.util.Optional;

/**
 * The requirement that the values of a paired sample lie within the bounds of what they measure.
 *
 * @param low the smallest possible value
 * @param high the largest possible value
 */
public record KnownBounds(double low, double high) implements Requirement {

  /** Checks that the bounds are finite and in order. */
  public KnownBounds {
    if (!(Double.isFinite(low) && Double.isFinite(high) && low < high)) {
      throw new IllegalArgumentException(
          "bounds are " + low + " and " + high + ", expected two finite numbers in order");
    }
  }

  @Override
  public String name() {
    return "KNOWN_BOUNDS";
  }

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    if (sample instanceof PairedSample paired) {
      for (int i = 0; i < paired.size(); i++) {
        double value = paired.value(i);
        if (paired.counts(i) && !(value >= low && value <= high)) {
          return Optional.of(
              "unit %s has the value %s outside of the bounds %s and %s"
                  .formatted(paired.units().key(i), value, low, high));
        }
      }
    }
    return Optional.empty();
  }
}
