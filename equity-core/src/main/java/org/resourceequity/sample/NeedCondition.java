package org.resourceequity.sample;

import java.util.Optional;

/** What a metric may require of need, the first covariate of a paired sample. */
public enum NeedCondition implements Requirement {
  /** Need is positive in each unit that counts. */
  POSITIVE_NEED {
    @Override
    Optional<String> unmet(PairedSample sample) {
      return sample.notPositive(sample.needs(), "need");
    }
  },
  /** Need is nowhere negative, and somewhere positive. */
  SOME_NEED {
    @Override
    Optional<String> unmet(PairedSample sample) {
      Distribution need = Distribution.of(sample.units(), sample.needs(), sample.weights());
      return Optional.ofNullable(need.unmet(Condition.NO_NEGATIVES))
          .or(() -> Optional.ofNullable(need.unmet(Condition.POSITIVE_TOTAL)))
          .map(found -> "need: " + found);
    }
  },
  /** The values differ between units: there is something that need could explain. */
  VALUES_VARY {
    @Override
    Optional<String> unmet(PairedSample sample) {
      return sample.varies(sample.values())
          ? Optional.empty()
          : Optional.of("the value is the same in all units");
    }
  };

  abstract Optional<String> unmet(PairedSample sample);

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    return sample instanceof PairedSample paired ? unmet(paired) : Optional.empty();
  }
}
